"""Words to subword numbers: the unigram segmentation of a sentence-piece vocabulary, and hashes of forms."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

_MARK = "▁"
_UNKNOWN = 0
_UNKNOWN_COST = 30.0
_CACHED = 50_000


class Pieces:
    """A vocabulary of pieces with their log frequencies; splits a word into the likeliest sequence.

    >>> pieces = Pieces(["<unk>", "<s>", "</s>", "▁", "▁re", "run", "r", "u", "n"], [0, 0, 0, -3, -5, -6, -9, -9, -9])
    >>> pieces.of("rerun", space=True), pieces.of("run", space=False)
    ((4, 5), (5,))
    """

    def __init__(self, pieces: Sequence[str], scores: Sequence[float]) -> None:
        self._numbers = {piece: i for i, piece in enumerate(pieces) if i > 2}
        self._scores = [float(score) for score in scores]
        self._longest = max(map(len, pieces))
        self._known: dict[tuple[str, bool], tuple[int, ...]] = {}

    def of(self, word: str, space: bool) -> tuple[int, ...]:
        """The numbers of a word's pieces; `space`: whether a blank stands before it in the text."""
        key = (word, space)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _CACHED:
                self._known.clear()
            found = self._known[key] = self._split((_MARK if space else "") + unicodedata.normalize("NFKC", word).replace(" ", _MARK))
        return found

    def _split(self, text: str) -> tuple[int, ...]:
        best = [0.0] + [float("-inf")] * len(text)
        came = [(0, _UNKNOWN)] * (len(text) + 1)
        for start in range(len(text)):
            for end in range(start + 1, min(start + self._longest, len(text)) + 1):
                number = self._numbers.get(text[start:end])
                if number is None and end > start + 1:
                    continue
                score = best[start] + (self._scores[number] if number is not None else -_UNKNOWN_COST)
                if score > best[end]:
                    best[end], came[end] = score, (start, number if number is not None else _UNKNOWN)
        numbers, at = [], len(text)
        while at:
            at, number = came[at]
            numbers.append(number)
        return tuple(reversed(numbers)) or (_UNKNOWN,)


@lru_cache(maxsize=_CACHED)
def form_hashes(word: str, forms: int, endings: int) -> tuple[int, int, int]:
    """Rows of the tables of lower-cased forms, of endings, and of shapes; row 0 of the first two is left free.

    >>> form_hashes("Paris", 1000, 100)[2] == form_hashes("Quito", 1000, 100)[2]
    True
    """
    low = word.lower()
    return 1 + crc32(low.encode()) % (forms - 1), 1 + crc32(low[-3:].encode()) % (endings - 1), _shape(word)


def _shape(word: str) -> int:
    if word.islower():
        return 1 if word.isalpha() else 2
    if word.isupper():
        return 3 if len(word) > 1 else 4
    if word.istitle():
        return 5
    if any(c.isdigit() for c in word):
        return 6
    return 7 if any(c.isalpha() for c in word) else 0
