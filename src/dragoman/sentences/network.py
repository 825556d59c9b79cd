"""The parser's network in numpy: from words to classes, features, heads and relations.

The layers are those of ``training/parser/model.py``, which documents them; the weights are its output.
Sentences are run in groups of like length; only the rounding of the last bits may differ by group, and tests
hold that the trees do not.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.sentences.pieces import Pieces, form_hashes
from dragoman.sentences.trees import best_tree

Floats = NDArray[np.float32]
# What the weights are made for; `training/parser/model.py` takes these from here.
BOS, EOS = 1, 2
ORDERS = ((2, 0), (3, 1), (5, 2))  # width and left context of the three convolutions
CNN = 256
NEAR = 24  # distances beyond this are alike
_HEADS = ("pos", "features", "arcs", "rels")
_TOGETHER = 500  # words in a group: enough to keep the matrix products busy, few enough to stay in the cache


@dataclass(frozen=True, slots=True)
class Parsed:
    """What the network says of a sentence: one entry a word; the root is its own head."""

    pos: list[str]
    features: list[str]
    heads: list[int]
    deps: list[str]


class Network:
    """The network with its weights; `parse` is its only use."""

    def __init__(self, arrays: dict[str, NDArray[Any]], about: dict[str, Any]) -> None:
        """`arrays` and `about` as `training.parser.pack` writes them."""
        self._w: dict[str, Floats] = {k: v.astype(np.float32) if v.dtype == np.float16 else v for k, v in arrays.items()}
        self._labels: dict[str, list[str]] = about["labels"]
        self._blocks: str = about["shape"]["blocks"]
        self._heads: int = about["shape"]["heads"]
        self._languages: list[str] = about["languages"]
        self._pieces = Pieces(about["pieces"], arrays["scores"].tolist())
        linear = [key.removesuffix(".weight") for key in arrays if key.endswith(".weight") and key.removesuffix("weight") + "bias" in arrays]
        # Norms have vectors for weights, linear layers matrices, which are used the other way round.
        self._joins = {name: np.ascontiguousarray(self._w.pop(name + ".weight").T) for name in linear if arrays[name + ".weight"].ndim == 2}
        # The four heads read the same words: one product instead of four.
        self._cuts = np.cumsum([self._joins[name].shape[1] for name in _HEADS])[:-1]
        self._joins["heads"] = np.concatenate([self._joins.pop(name) for name in _HEADS], axis=1)
        self._w["heads.bias"] = np.concatenate([self._w[name + ".bias"] for name in _HEADS])

    def parse(self, sentences: Sequence[tuple[list[str], list[bool]]], language: str, style: int = 0) -> list[Parsed]:
        """The analysis of tokenised sentences: their words, and whether a blank follows each.

        ``style`` numbers the way of annotating, as `styles` lists them; the first is that of the project's own trees.
        """
        order = sorted(range(len(sentences)), key=lambda i: len(sentences[i][0]))
        found: dict[int, Parsed] = {}
        for group in _groups(order, sentences):
            for i, parsed in zip(group, self._group([sentences[i] for i in group], language, style), strict=True):
                found[i] = parsed
        return [found[i] for i in range(len(sentences))]

    @property
    def styles(self) -> list[str]:
        """The ways of annotating that the network has learnt, by the treebanks that follow them."""
        return self._labels["style"]

    def _group(self, sentences: list[tuple[list[str], list[bool]]], language: str, style: int) -> list[Parsed]:
        lengths = np.array([len(words) + 1 for words, _ in sentences])
        starts = np.concatenate([[0], np.cumsum(lengths)])
        x = self._words(sentences, lengths)
        x += self._w["language.weight"][self._languages.index(language)] + self._w["style.weight"][style]
        for b, kind in enumerate(self._blocks):
            name = f"blocks.{b}."
            normed = self._norm(x, name + "norm1")
            mixed = self._recurrence(normed, lengths, name) if kind == "r" else self._attention(normed, starts, name)
            x += self._linear(mixed, name + "out")
            inner = self._linear(self._norm(x, name + "norm2"), name + "up")
            x += self._linear(np.maximum(inner, 0, out=inner), name + "down")
        pos, features, arcs, rels = np.split(self._linear(self._norm(x, "norm"), "heads"), self._cuts, axis=1)
        heads = self._trees(arcs, starts)
        deps = self._relations(rels, heads + np.repeat(starts[:-1], lengths)).argmax(axis=1)
        best = (pos.argmax(axis=1), features.argmax(axis=1), heads, deps)
        return [self._read(slice(a + 1, b), *best) for a, b in pairwise(starts.tolist())]

    def _read(self, words: slice, pos: NDArray[Any], features: NDArray[Any], heads: NDArray[Any], deps: NDArray[Any]) -> Parsed:
        labels = self._labels
        own = [i if h == 0 else h - 1 for i, h in enumerate(heads[words].tolist())]
        rels = [labels["rel"][d] for d in deps[words].tolist()]
        return Parsed(
            [labels["pos"][p] for p in pos[words].tolist()],
            [labels["features"][f] for f in features[words].tolist()],
            own,
            ["root" if own[i] == i else "dep" if rel == "root" else rel for i, rel in enumerate(rels)],
        )

    def _words(self, sentences: list[tuple[list[str], list[bool]]], lengths: NDArray[Any]) -> Floats:
        """(words with roots, width) the words before they see the sentence."""
        w = self._w
        ids, of, bounds, forms = [], [], [0], []
        at = 0
        for words, spaces in sentences:
            ids.append(BOS)
            of.append(at)
            forms.append((0, 0, 0))
            for i, word in enumerate(words):
                own = self._pieces.of(word, i == 0 or spaces[i - 1])
                at += 1
                ids += own
                of += [at] * len(own)
                forms.append(form_hashes(word, len(w["forms.weight"]), len(w["endings.weight"])))
            ids.append(EOS)
            of.append(-1)
            at += 1
            bounds.append(len(ids))
        features = self._context(np.array(ids), np.array(bounds))
        owners = np.array(of)
        mean = _means(features, np.flatnonzero(np.diff(owners, prepend=-1) > 0), np.bincount(owners[owners >= 0]))
        form = np.array(forms)
        joined = np.concatenate([mean, w["forms.weight"][form[:, 0]], w["endings.weight"][form[:, 1]], w["shapes.weight"][form[:, 2]]], axis=1)
        return self._linear(joined, "join")

    def _context(self, ids: NDArray[Any], bounds: NDArray[Any]) -> Floats:
        """(pieces, 1024) the sentence encoder's subwords and their three widths of context."""
        w, n = self._w, len(ids)
        # What depends on the piece alone is reckoned once for all its occurrences.
        different, which = np.unique(ids, return_inverse=True)
        table = w["table"][different] * w["step"] + w["low"]
        size = table.shape[1]
        out = np.empty((n, size + CNN * len(ORDERS)), np.float32)
        out[:, :size] = table[which]
        alone = self._norm(self._linear(table, "project"), "project_norm")
        places = np.arange(n)[:, None] + np.arange(-2, 3)
        first, last = np.repeat(bounds[:-1], np.diff(bounds)), np.repeat(bounds[1:], np.diff(bounds))
        window = np.where((places >= first[:, None]) & (places < last[:, None]), places, n)
        of_window = np.append(which, len(different))[window]
        buffer = np.zeros((n + 1, CNN), np.float32)
        for i, (order, left) in enumerate(ORDERS):
            columns = slice(2 - left, 2 - left + order)
            own = alone[:, i * CNN : (i + 1) * CNN]
            buffer[:n] = self._first_convolution(own, of_window[:, columns], f"conv1.{i}")
            buffer[:n] += own[which]
            wide = self._linear(buffer[window[:, columns]].reshape(n, order * CNN), f"conv2.{i}")
            np.maximum(wide, 0, out=wide)
            wide += buffer[:n]
            out[:, size + i * CNN : size + (i + 1) * CNN] = wide
        return self._norm(out, "pieces_norm")

    def _first_convolution(self, pieces: Floats, window: NDArray[Any], name: str) -> Floats:
        """A convolution over occurrences of pieces, as a sum of what each different piece gives at each place of the window."""
        weight = self._joins[name]
        gives = np.zeros((len(pieces) + 1, CNN), np.float32)  # the last row: outside the sentence
        out = np.tile(self._w[name + ".bias"], (len(window), 1))
        for k in range(window.shape[1]):
            np.matmul(pieces, weight[k * CNN : (k + 1) * CNN], out=gives[:-1])
            out += gives[window[:, k]]
        return np.maximum(out, 0, out=out)

    def _recurrence(self, x: Floats, lengths: NDArray[Any], name: str) -> Floats:
        width = x.shape[1]
        half, longest, n = width // 2, int(lengths.max()), len(lengths)
        gates = self._linear(x, name + "mix.inputs")
        keep = _sigmoid(gates[:, width : 2 * width] + 1)
        new = gates[:, :width] * (1 - keep)
        # Time runs along the first axis; the second half of the columns is laid from the sentence's end.
        sentence = np.repeat(np.arange(n), lengths)
        place = np.arange(len(x)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        back = np.repeat(lengths, lengths) - 1 - place
        k, v = np.zeros((longest, n, width), np.float32), np.zeros((longest, n, width), np.float32)
        for columns, at in ((slice(None, half), place), (slice(half, None), back)):
            k[at, sentence, columns] = keep[:, columns]
            v[at, sentence, columns] = new[:, columns]
        for t in range(1, longest):
            v[t] += k[t] * v[t - 1]
        out = np.concatenate([v[place, sentence, :half], v[back, sentence, half:]], axis=1)
        return np.asarray(np.tanh(out) * _sigmoid(gates[:, 2 * width :]))

    def _attention(self, x: Floats, starts: NDArray[Any], name: str) -> Floats:
        inputs = self._linear(x, name + "mix.inputs")
        width = x.shape[1]
        each = width // self._heads
        bias = self._w[name + "mix.distance"]
        out = np.empty_like(x)
        for a, b in pairwise(starts.tolist()):
            q, k, v = inputs[a:b].reshape(b - a, 3, self._heads, each).transpose(1, 2, 0, 3)
            scores = q @ k.transpose(0, 2, 1)
            scores *= np.float32(each**-0.5)
            scores += bias[:, _distances(b - a)]
            scores -= scores.max(axis=2, keepdims=True)
            np.exp(scores, out=scores)
            scores /= scores.sum(axis=2, keepdims=True)
            out[a:b] = (scores @ v).transpose(1, 0, 2).reshape(b - a, width)
        return out

    def _trees(self, arcs: Floats, starts: NDArray[Any]) -> NDArray[np.intp]:
        w = self._w
        arcs = np.maximum(arcs, 0.1 * arcs)
        half = arcs.shape[1] // 2
        dep, head = arcs[:, :half] @ w["arc_weight"], arcs[:, half:]
        alone = self._linear(head, "arc_head")[:, 0]
        found = []
        for a, b in pairwise(starts.tolist()):
            scores: Floats = np.asarray(dep[a:b] @ head[a:b].T, np.float32)
            scores += alone[a:b]
            scores += w["arc_distance"][_distances(b - a)]
            found += best_tree(scores)
        return np.array(found)

    def _relations(self, rels: Floats, heads: NDArray[Any]) -> Floats:
        half = rels.shape[1] // 2
        dep, head = rels[:, :half], rels[heads, half:]
        return self._linear(np.concatenate([np.maximum(dep + head, 0), dep * head], axis=1), "rel")

    def _linear(self, x: Floats, name: str) -> Floats:
        out: Floats = x @ self._joins[name]
        out += self._w[name + ".bias"]
        return out

    def _norm(self, x: Floats, name: str) -> Floats:
        out: Floats = x - x.mean(axis=1, keepdims=True)
        out *= np.reciprocal(np.sqrt(np.einsum("ij,ij->i", out, out) / x.shape[1] + np.float32(1e-5)))[:, None]
        out *= self._w[name + ".weight"]
        out += self._w[name + ".bias"]
        return out


def read(path: Path) -> Network:
    """The network of a packed file."""
    with np.load(path) as packed:
        arrays = {name: packed[name] for name in packed.files}
    return Network(arrays, json.loads(arrays.pop("about").tobytes()))


def _groups(order: list[int], sentences: Sequence[tuple[list[str], list[bool]]]) -> Iterator[list[int]]:
    group: list[int] = []
    words = 0
    for i in order:
        if group and words + len(sentences[i][0]) > _TOGETHER:
            yield group
            group, words = [], 0
        group.append(i)
        words += len(sentences[i][0])
    if group:
        yield group


def _means(rows: Floats, starts: NDArray[Any], counts: NDArray[Any]) -> Floats:
    """The means of runs of rows, given where each starts and how long it is; most runs are short."""
    out: Floats = rows[starts]
    for k in range(1, int(counts.max())):
        longer = np.flatnonzero(counts > k)
        out[longer] += rows[starts[longer] + k]
    out /= counts.astype(np.float32)[:, None]
    return out


def _distances(n: int) -> NDArray[np.intp]:
    at = np.arange(n)
    return np.asarray(np.clip(at[None, :] - at[:, None], -NEAR, NEAR) + NEAR)


def _sigmoid(x: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-x)), np.float32)
