"""Date phrases, normalised to EDTF from the words and the article's own date.

A small tagger over the names of months and weekdays (CLDR, through Babel) and the language's relative
words. A day whose year stays unknown is ``XXXX-01-12``; what cannot be placed is passed over.
"""

import datetime
import re
from dataclasses import dataclass
from typing import Any

from dragoman.knowledge.calendar import month_names, weekday_names
from dragoman.knowledge.grammar import grammar
from dragoman.types import Article, Mention, Sentence, Token

_YEAR = re.compile(r"^(1[89]\d\d|20\d\d)$")
_DAY = re.compile(r"^(\d{1,2})(?:\.|st|nd|rd|th|er|º|°)?$")
_NUMERIC = re.compile(r"^(\d{1,2})[./](\d{1,2})[./](\d{2}|\d{4})$")
_TWO = re.compile(r"^\d\d$", re.ASCII)
_ISO = re.compile(r"^\d{4}-\d\d-\d\d$")
# Newspapers are not older; what claims to be carries a wrong date.
_FIRST_YEAR = 1600
_AHEAD = datetime.timedelta(days=60)


@dataclass(frozen=True, slots=True)
class _Context:
    tokens: tuple[Token, ...]
    lows: tuple[str, ...]
    words: dict[str, Any]
    months: dict[str, int]
    weekdays: dict[str, int]
    base: datetime.date | None

    def low(self, i: int) -> str:
        return self.lows[i] if 0 <= i < len(self.lows) else ""

    def month(self, i: int) -> int | None:
        """The month that a token names; in lower case only where the language writes months so."""
        if i >= len(self.tokens) or (self.words["capital_months"] and not self.tokens[i].text[:1].isupper()):
            return None
        return self.months.get(self.low(i))

    def phrase_at(self, i: int, phrases: list[str]) -> int:
        """How many tokens from ``i`` on make one of the phrases; 0 for none."""
        for phrase in phrases:
            first, *rest = phrase.split()
            if self.low(i) == first and all(self.low(i + k) == part for k, part in enumerate(rest, 1)):
                return len(rest) + 1
        return 0


def find_dates(sentence: Sentence, article: Article) -> list[Mention]:
    """The date mentions of a sentence, with their EDTF values.

    >>> from dragoman.articles.read import Given, article_from_text
    >>> from dragoman.sentences.parse import parse
    >>> article = article_from_text("The army left on 3 May and yesterday.", given=Given("en", "2025-05-06"))
    >>> [m.value for m in find_dates(parse(article)[0], article)]
    ['2025-05-03', '2025-05-05']
    """
    context = _Context(
        tokens=sentence.tokens,
        lows=tuple(token.text.lower().rstrip(".") for token in sentence.tokens),
        words=grammar(article.language).dates,
        months=month_names(article.language),
        weekdays=weekday_names(article.language),
        base=_base(article.published),
    )
    found, i = [], 0
    while i < len(sentence.tokens):
        hit = _numeric(context, i) or _day_and_month(context, i) or _month(context, i) or _relative_day(context, i)
        hit = hit or _weekday(context, i) or _ago(context, i) or _relative_unit(context, i) or _year(context, i)
        if hit is None:
            i += 1
            continue
        last, value = hit
        inside = range(i, last + 1)
        head = next((j for j in inside if sentence.tokens[j].head not in inside or sentence.tokens[j].head == j), i)
        found.append(Mention("date", sentence.index, head, i, last, value=value, rule="date phrase"))
        i = last + 1
    return found


_Hit = tuple[int, str] | None


def _base(published: str | None) -> datetime.date | None:
    if not published:
        return None
    parts = [int(part) for part in published.split("-")]
    if parts[0] < _FIRST_YEAR:
        return None
    return datetime.date(*parts) if len(parts) == 3 else datetime.date(parts[0], parts[1] if len(parts) > 1 else 6, 15)


def _numeric(c: _Context, i: int) -> _Hit:
    text = c.tokens[i].text
    if _ISO.match(text):
        year, month, day = (int(part) for part in text.split("-"))
        return _checked(i, year, month, day)
    parts = [token.text for token in c.tokens[i : i + 5]]
    if len(parts) == 5 and _YEAR.match(parts[0]) and parts[1] == parts[3] == "-" and _TWO.match(parts[2]) and _TWO.match(parts[4]):
        return _checked(i + 4, int(parts[0]), int(parts[2]), int(parts[4]))
    if match := _NUMERIC.match(text):
        day, month, year = (int(part) for part in match.groups())
        day, month = (month, day) if month > 12 else (day, month)
        year += 2000 if year < 100 else 0
        return _checked(i, year, month, day)
    return None


def _checked(last: int, year: int, month: int, day: int) -> _Hit:
    try:
        return last, datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def _day_and_month(c: _Context, i: int) -> _Hit:
    """``12. Januar 2026``, ``12 de enero``, ``le 1er mai``, ``January 12, 2026``."""
    match = _DAY.match(c.tokens[i].text)
    if match and 1 <= int(match[1]) <= 31:
        j = i + 1
        while j < i + 3 and c.low(j) in {".", "of", "de", "st", "nd", "rd", "th", "er", ""}:
            j += 1
        month = c.month(j)
        return _dated(c, j, month, int(match[1])) if month and len(c.low(j)) > 2 else None
    month = c.month(i) if c.tokens[i].text[:1].isupper() else None
    if month and i + 1 < len(c.tokens):
        match = _DAY.match(c.tokens[i + 1].text)
        if match and 1 <= int(match[1]) <= 31 and len(match[1]) <= 2:
            return _dated(c, i + 1, month, int(match[1]))
    return None


def _dated(c: _Context, last: int, month: int, day: int) -> _Hit:
    j = last + 1
    while j < last + 3 and c.low(j) in {",", "de", "del"}:
        j += 1
    if _YEAR.match(c.low(j)):
        return _checked(j, int(c.low(j)), month, day)
    if c.base is None:
        return last, f"XXXX-{month:02d}-{day:02d}"
    years = [c.base.year, c.base.year - 1, c.base.year + 1]
    for year in years:
        try:
            when = datetime.date(year, month, day)
        except ValueError:
            continue
        if when <= c.base + _AHEAD and (year == c.base.year or when > c.base - datetime.timedelta(days=330)):
            return last, when.isoformat()
    return _checked(last, c.base.year, month, day)


def _month(c: _Context, i: int) -> _Hit:
    month = c.month(i)
    if not month or len(c.low(i)) < 3 or c.tokens[i].pos not in {"NOUN", "PROPN"}:
        return None
    j = i + 1
    while j < i + 3 and c.low(j) in {",", "de", "del"}:
        j += 1
    if _YEAR.match(c.low(j)):
        return j, f"{c.low(j)}-{month:02d}"
    if c.base is None:
        return None
    year = c.base.year if month <= c.base.month + 2 else c.base.year - 1
    return i, f"{year}-{month:02d}"


def _shifted(c: _Context, days: int) -> str | None:
    return (c.base + datetime.timedelta(days=days)).isoformat() if c.base else None


def _relative_day(c: _Context, i: int) -> _Hit:
    before = c.low(i - 1)
    if c.low(i) in c.words["weekday_tail"] and (before in c.weekdays or before in c.words["days"]):
        return None
    starting = [(phrase, days) for phrase, days in c.words["days"].items() if phrase.startswith(c.low(i))] if c.low(i) else []
    for phrase, days in sorted(starting, key=lambda item: -len(item[0])):
        length = c.phrase_at(i, [phrase])
        if (length and c.tokens[i].pos not in {"NOUN", "ADJ"}) or (length and c.tokens[i].text[:1].islower()):
            if c.tokens[i].pos == "NOUN" and days == 1 and i and c.low(i - 1) in c.words["not_tomorrow"]:
                return None
            value = _shifted(c, days)
            return (i + length - 1, value) if value else None
    return None


def _weekday(c: _Context, i: int) -> _Hit:
    word = c.low(i)
    tail = next((t for t in c.words["weekday_tail"] if word.endswith(t) and word[: -len(t)] in c.weekdays), None)
    weekday = c.weekdays.get(word[: -len(tail)] if tail else word)
    if weekday is None or c.base is None:
        return None
    back = (c.base.weekday() - weekday) % 7
    around = {c.low(i - 1), c.low(i + 1), c.low(i - 2)}
    stems = tuple(c.words["next"])
    if any(word.startswith(stems) for word in around if word):
        return i, (c.base + datetime.timedelta(days=(7 - back) or 7)).isoformat()
    if back == 0 and any(word.startswith(tuple(c.words["last"])) for word in around if word):
        back = 7
    return i, (c.base - datetime.timedelta(days=back)).isoformat()


def _ago(c: _Context, i: int) -> _Hit:
    """``vor drei Tagen``, ``three days ago``, ``hace dos semanas``, ``il y a un mois``."""
    length = c.phrase_at(i, c.words["ago"])
    j = i + length
    if not length and not c.words["after_ago"]:
        return None
    number = c.words["numbers"].get(c.low(j)) or (int(c.low(j)) if c.low(j).isdecimal() and len(c.low(j)) < 4 else None)
    unit = c.words["units"].get(c.low(j + 1))
    if number is None or unit is None:
        return None
    last = j + 1
    if not length:
        tail = c.phrase_at(last + 1, c.words["after_ago"])
        if not tail:
            return None
        last += tail
    return _back(c, last, number, unit)


def _back(c: _Context, last: int, number: int, unit: str) -> _Hit:
    if c.base is None:
        return None
    if unit in {"day", "hour"}:
        return last, (c.base - datetime.timedelta(days=number if unit == "day" else 0)).isoformat()
    if unit == "week":
        return last, (c.base - datetime.timedelta(weeks=number)).isoformat()
    if unit == "month":
        months = c.base.year * 12 + c.base.month - 1 - number
        return last, f"{months // 12:04d}-{months % 12 + 1:02d}"
    return last, f"{c.base.year - number:04d}"


def _relative_unit(c: _Context, i: int) -> _Hit:
    """``letzte Woche``, ``last month``, ``el año pasado``, ``le mois dernier``."""
    unit = c.words["units"].get(c.low(i))
    if unit is None or unit == "hour" or unit == "day":
        return None
    for j in (i - 1, i + 1):
        if j >= 0 and c.low(j).startswith(tuple(c.words["last"])):
            return _back(c, max(i, j), 1, unit)
    return None


def _year(c: _Context, i: int) -> _Hit:
    if not _YEAR.match(c.tokens[i].text) or c.tokens[i].pos not in {"NUM", "NOUN", "PROPN", "ADJ", "X"}:
        return None
    before = c.low(i - 1)
    if before in c.words["year_cues"] or c.tokens[i].dep in {"obl", "root"}:
        return i, c.tokens[i].text
    return None
