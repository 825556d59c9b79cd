"""Folding: letters without diacritics, so that names are found however they are written."""

import unicodedata
from functools import cache

_KEEP = {"ß", "œ", "Œ", "æ", "Æ", "ø", "Ø", "ł", "Ł", "ı", "đ", "Đ"}
_PLAIN = {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "’": "'", "‘": "'", "–": "-", "‑": "-", "\u00a0": " ", "\n": " ", "\t": " "}


class _Folding(dict[int, str]):
    """Characters by their numbers, each looked up once: what ``str.translate`` reads."""

    def __missing__(self, number: int) -> str:
        self[number] = "" if is_silent(chr(number)) else _fold_character(chr(number))
        return self[number]


@cache
def _table() -> _Folding:
    return _Folding()


def _fold_character(character: str) -> str:
    if character in _PLAIN:
        return _PLAIN[character]
    if character in _KEEP:
        return character
    base = unicodedata.normalize("NFD", character)[0]
    return base if len(base) == 1 else character


def fold(text: str) -> str:
    """A text without diacritics, soft hyphens and zero-width characters.

    >>> fold("Perú – Erdoğan"), fold("Pe\u00adru\u0301")
    ('Peru - Erdogan', 'Peru')
    """
    return text.translate(_table())


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters (and for its end) the offset in the text.

    >>> fold_with_offsets("Pe\u00adru")
    ('Peru', [0, 1, 3, 4, 5])
    """
    kept = [i for i, character in enumerate(text) if not is_silent(character)]
    return fold(text), [*kept, len(text)]


@cache
def is_silent(character: str) -> bool:
    """Whether a character is no letter of its own: a combining mark, a soft hyphen, a zero-width space."""
    return character in "\u00ad\u200b\u200c\u200d\ufeff" or unicodedata.combining(character) > 0
