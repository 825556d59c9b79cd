"""The part of a full name under which a person returns."""

_PARTICLES = frozenset({"de", "la", "del", "von", "van", "bin", "ben", "al", "el", "der", "den", "di", "da", "do", "dos", "le", "zu", "ter"})
# Where the family name comes first, also in Western news.
_SURNAME_FIRST = frozenset({"CHN", "TWN", "HKG", "KOR", "PRK", "VNM", "KHM"})
# Where some names are Chinese and have the family name first, and others do not.
_EITHER = frozenset({"SGP", "MYS"})
# Where people are called by their first names, for what follows is the father's.
_FIRST_NAME = frozenset({"ETH", "ERI", "ISL"})


def surnames_of(name: str, country: str = "") -> list[str]:
    """The forms under which a full name returns: last word, and with its particles; the first word where the
    country's family names come first.

    >>> surnames_of("Juan Ramón de la Fuente"), surnames_of("Wang Yi", "CHN")
    (['de la Fuente', 'Fuente'], ['Wang'])
    """
    words = name.split()
    if len(words) < 2:
        return []
    if country in _SURNAME_FIRST | _FIRST_NAME:
        return words[:1]
    if country in _EITHER and len(words) == 3 and not any(word.lower() in _PARTICLES for word in words):
        return [words[0], words[-1]]
    found = []
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in _PARTICLES:
        at -= 1
    if at < len(words) - 1:
        found.append(" ".join(words[at:]))
    found.append(words[-1])
    # An Arabic name with its article, and a Spanish name with two surnames, return by either part.
    if "-" in words[-1] and words[-1].split("-")[0].lower() in _PARTICLES:
        found.append(words[-1].split("-", 1)[1])
    if len(words) >= 3 and words[-2].lower() not in _PARTICLES:
        found.append(words[-2])
    return found
