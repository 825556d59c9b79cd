"""Names of months and weekdays in the four languages, from Unicode's CLDR through Babel."""

from functools import cache

from babel import Locale

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
