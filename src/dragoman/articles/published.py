"""When an article was published: declared in its metadata, or standing in its first or last lines."""

import datetime
import re

from dragoman.knowledge.calendar import month_names

_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)(?=\b|T)")
_NUMERIC = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d\d)\b")
_HEAD, _TAIL = 4, 3
_DATELINE_WORDS = 12
_LABEL_LINE = 120


def find_published(text: str, language: str) -> str | None:
    """The date that a text gives itself, as ``YYYY-MM-DD``, or None.

    Looked for in the short lines at the head and the foot of the text, where datelines stand.

    >>> find_published("Titel\\nBerlin, 13. Januar 2026\\nDie Lage.", "de")
    '2026-01-13'
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line in lines[:_HEAD] + lines[-_TAIL:]:
        dateline = len(line) <= _LABEL_LINE and len(line.split()) <= _DATELINE_WORDS
        found = date_in(line, language) if dateline else None
        if found:
            return found
    return None


def date_in(line: str, language: str) -> str | None:
    """The first full date, with day, month and year, in a line of text.

    >>> date_in("Published on 3 May 2025 at 10:00", "en")
    '2025-05-03'
    """
    if match := _ISO.search(line):
        return _iso(*match.groups())
    if match := _NUMERIC.search(line):
        day, month, year = match.groups()
        return _iso(year, day, month) if int(month) > 12 else _iso(year, month, day)
    names = month_names(language)
    for match in re.finditer(r"(\d{1,2})(?:\.|er|st|nd|rd|th)?\s+(?:de\s+)?(\w+)\.?,?\s+(?:de[l]?\s+)?((?:19|20)\d\d)\b", line):
        if month := names.get(match[2].lower()):
            return _iso(match[3], str(month), match[1])
    for match in re.finditer(r"(\w+)\.?\s+(\d{1,2}),?\s+((?:19|20)\d\d)\b", line):
        if month := names.get(match[1].lower()):
            return _iso(match[3], str(month), match[2])
    return None


def _iso(year: str, month: str, day: str) -> str | None:
    try:
        return datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
