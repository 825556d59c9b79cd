"""Training sentences as numbers, in padded batches."""

import random
from collections import Counter
from typing import Any

import numpy as np
import torch
from torch import Tensor

from dragoman.sentences.network import BOS, EOS
from dragoman.sentences.pieces import Pieces, form_hashes
from training.parser.model import LANGUAGES, Batch, Shape

Sentence = dict[str, Any]
UNKNOWN = 0
UNTAUGHT = -100
GUIDE = "guide"


def style(treebank: str) -> str:
    """The style of annotation of a treebank: `guide` for the sets annotated for this project.

    >>> style("de_news"), style("es_ancora")
    ('guide', 'es_ancora')
    """
    return GUIDE if treebank.split("_")[1] in {"news", "own"} else treebank


def labels_of(sentences: list[Sentence], rarest: int = 5) -> dict[str, list[str]]:
    """The classes, feature sets, relations and styles that occur, frequent first, `guide` before other styles.

    Feature sets seen fewer than `rarest` times are left out.
    """
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("pos", "features", "rel", "style")}
    for s in sentences:
        counts["pos"].update(p for p in s["pos"] if p)
        counts["features"].update(s["features"] or [])
        counts["rel"].update(s["deps"])
        counts["style"][style(s["treebank"])] += 1
    counts["features"] = Counter({k: v for k, v in counts["features"].items() if v >= rarest})
    return {name: sorted(c, key=lambda k: (name == "style" and k != GUIDE, -c[k], k)) for name, c in counts.items()}


class Data:
    """Sentences as numbers."""

    def __init__(self, sentences: list[Sentence], pieces: Pieces, labels: dict[str, list[str]], shape: Shape) -> None:
        numbers = {name: {label: i for i, label in enumerate(values)} for name, values in labels.items()}
        self.rows = [_numbers(s, pieces, numbers, shape) for s in sentences]

    def batches(self, words: int, rng: random.Random | None = None, repeat: dict[str, float] | None = None) -> list[list[Sentence]]:
        """All sentences in batches of about `words`, like lengths together.

        With `rng` they are shuffled, and each treebank comes as often as `repeat` says, fractions by chance.
        """
        rows = self.rows
        if rng:
            often = ((r, (repeat or {}).get(r["treebank"], 1)) for r in rows)
            rows = [r for r, n in often for _ in range(int(n) + (rng.random() < n % 1))]
            rng.shuffle(rows)
        rows = sorted(rows, key=lambda r: len(r["heads"]) + (rng.randint(0, 4) if rng else 0))
        batches: list[list[Sentence]] = [[]]
        for row in rows:
            if batches[-1] and (len(batches[-1]) + 1) * len(row["heads"]) > words:
                batches.append([])
            batches[-1].append(row)
        if rng:
            rng.shuffle(batches)
        return batches


def _numbers(s: Sentence, pieces: Pieces, numbers: dict[str, dict[str, int]], shape: Shape) -> Sentence:
    ids, word_of, forms = [BOS], [0], [(0, 0, 0)]
    for i, word in enumerate(s["words"]):
        own = pieces.of(word, i == 0 or s["spaces"][i - 1])
        ids += own
        word_of += [i + 1] * len(own)
        forms.append(form_hashes(word, shape.forms, shape.endings))
    return {
        "treebank": s["treebank"],
        "language": LANGUAGES.index(s["language"]),
        "style": numbers["style"].get(style(s["treebank"]), 0),
        "pieces": [*ids, EOS],
        "word_of": word_of,
        "forms": forms,
        "pos": [UNTAUGHT] + [numbers["pos"].get(p, UNTAUGHT) for p in s["pos"]],
        "features": [UNTAUGHT] + [numbers["features"].get(f, UNTAUGHT) for f in s["features"] or ["?"] * len(s["words"])],
        "heads": [UNTAUGHT] + [0 if h == i else h + 1 for i, h in enumerate(s["heads"])],
        "deps": [UNTAUGHT] + [numbers["rel"].get(d, UNTAUGHT) for d in s["deps"]],
    }


def batch(rows: list[Sentence], rng: np.random.Generator | None = None, word_dropout: float = 0.0, any_style: float = 0.0) -> tuple[Batch, dict[str, Tensor]]:
    """A padded batch and its gold columns (B, T).

    With a generator, a share of the words lose their pieces, twice as many their form, and a share of the
    sentences their style.
    """
    n, t, s = len(rows), max(len(r["heads"]) for r in rows), max(len(r["pieces"]) for r in rows)
    forms, gold = np.zeros((3, n, t), np.int64), np.full((4, n, t), UNTAUGHT, np.int64)
    pieces, word_of = np.full((n, s), EOS, np.int64), np.full((n, s), t, np.int64)
    inside, mask = np.zeros((n, s), bool), np.zeros((n, t), bool)
    for i, r in enumerate(rows):
        k, m = len(r["heads"]), len(r["pieces"])
        ids, of, hashes = np.array(r["pieces"]), np.array(r["word_of"]), np.array(r["forms"]).T
        if rng is not None:
            lost = rng.random(k) < word_dropout
            lost[0] = False
            ids[:-1][lost[of]] = UNKNOWN
            hashes[0, rng.random(k) < 2 * word_dropout] = 0
        pieces[i, :m], inside[i, :m], word_of[i, : m - 1], mask[i, :k] = ids, True, of, True
        forms[:, i, :k] = hashes
        gold[:, i, :k] = [r[name] for name in ("pos", "features", "heads", "deps")]
    styles = np.array([r["style"] for r in rows])
    if rng is not None:
        styles[rng.random(n) < any_style] = 0
    languages = np.array([r["language"] for r in rows])
    x = Batch(*map(torch.from_numpy, (pieces, inside, word_of, *forms, mask, languages, styles)))
    return x, {name: torch.from_numpy(column) for name, column in zip(("pos", "features", "heads", "deps"), gold, strict=True)}
