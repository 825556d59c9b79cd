"""Names of months and weekdays in the four languages, from Unicode's CLDR through Babel, and what is a date."""

import datetime
import re
from functools import cache

from babel import Locale

from dragoman.errors import UsageError

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
_YEARS = (1600, 2200)

_EXTRA_DAYS = {"de": {"sonnabend": 5}}
_EXTRA = {"de": {"jänner": 1, "feber": 2}, "es": {"setiembre": 9}, "en": {"sept": 9}, "fr": {}}


@cache
def month_names(language: str) -> dict[str, int]:
    """Month names and abbreviations in lower case, without dots, to their numbers.

    >>> month_names("de")["januar"], month_names("fr")["juil"]
    (1, 7)
    """
    months = Locale(language).months
    names = dict(_EXTRA.get(language, {}))
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in months[context][width].items():
                names.setdefault(name.lower().rstrip("."), number)
    return names


@cache
def weekday_names(language: str) -> dict[str, int]:
    """Weekday names in lower case to their numbers, Monday 0.

    >>> weekday_names("es")["martes"]
    1
    """
    names = {name.lower(): number for number, name in Locale(language).days["format"]["wide"].items()}
    return names | _EXTRA_DAYS.get(language, {})


def check_date(text: str) -> str:
    """A date that the user gave, as ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``.

    Raises UsageError for anything else.

    >>> check_date("2026-01-13")
    '2026-01-13'
    """
    day = text.strip().split("T")[0]
    try:
        numbers = [int(part) for part in day.split("-")] if _DATE.fullmatch(day) else []
        if not numbers or not _YEARS[0] <= numbers[0] <= _YEARS[1]:
            raise ValueError(text)
        datetime.date(*[*numbers, 1, 1][:3])
    except ValueError as error:
        raise UsageError(f'date "{text}" is no ISO date; write 2026-01-13, 2026-01 or 2026') from error
    return day
