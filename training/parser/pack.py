"""Pack trained weights into the one file that the program loads.

    python -m training.parser.pack DIR [MODEL] [OUT]

DIR holds `encoder.npz` and MODEL (default `model.pt`); OUT defaults to the program's `data/models/parser.npz`.
Weights are kept in half precision, the subword table in one byte a number.
"""

import json
import sys
from pathlib import Path

import numpy as np
import torch

from training.parser.model import LANGUAGES

PACKED = Path(__file__).parents[2] / "src/dragoman/data/models/parser.npz"


def main(directory: str, model: str = "model.pt", out: str = str(PACKED)) -> None:
    """Write the packed file and print its size."""
    trained = torch.load(Path(directory, model), weights_only=True)
    encoder = np.load(Path(directory, "encoder.npz"))
    arrays = {k: v.numpy().astype(np.float16) for k, v in trained["weights"].items()}
    arrays |= {k: encoder[k] for k in ("table", "low", "step", "scores")}
    about = {
        "labels": trained["labels"],
        "shape": trained["shape"],
        "languages": LANGUAGES,
        "pieces": encoder["pieces"].tolist(),
    }
    np.savez(out, about=np.frombuffer(json.dumps(about, ensure_ascii=False).encode(), np.uint8), **arrays)
    print(out, f"{Path(out).stat().st_size / 2**20:.1f} MiB")


if __name__ == "__main__":
    main(*sys.argv[1:])
