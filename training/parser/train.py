"""The whole recipe of the parser: convert, train, pack.

    python training/parser/train.py TREEBANKS [OUT]

TREEBANKS holds `train/*.conllu.gz`; OUT (default `build/parser`) receives the intermediate files. The packed
weights replace those in the program. One core, about an hour and a quarter.
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
PACKED = HERE.parents[1] / "src/dragoman/data/models/parser.msgpack"


def main(treebanks: str, out: str = "build/parser") -> None:
    """Runs the three steps, each in a process of its own; stops at the first that fails."""
    steps = [
        ["training.parser.convert", treebanks, out],
        ["spacy", "train", str(HERE / "config.cfg"), "--paths.train", f"{out}/train.spacy", "--paths.dev", f"{out}/dev.spacy", "--output", f"{out}/model"],
        ["training.parser.pack", f"{out}/model/model-best", str(PACKED)],
    ]
    for step in steps:
        subprocess.run([sys.executable, "-m", *step], check=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
