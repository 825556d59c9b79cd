"""ISO 3166-1: codes of two letters and of three."""

from functools import cache

from babel.core import get_global

# Codes of states that are no more, which CLDR keeps as further names of their successors.
_GONE = frozenset(["ANT", "BUR", "CSK", "DDR", "FXX", "NTZ", "PSG", "QUU", "ROM", "SCG", "SUN", "TMP", "YMD", "YUG", "ZAR"])
# ISO 3166 leaves Kosovo's code to its users: CLDR and GeoNames write XK, the project XKX.
_OWN = {"XK": "XKX"}


@cache
def three_letters() -> dict[str, str]:
    """Codes of two letters with those of three in use today.

    >>> three_letters()["DE"], three_letters()["XK"]
    ('DEU', 'XKX')
    """
    pairs = ((short[0], code) for code, short in get_global("territory_aliases").items() if len(short) == 1)
    return {short: code for short, code in pairs if len(code) == 3 and code.isalpha() and code not in _GONE} | _OWN
