"""What an article has said so far of who is who: surnames, roles, and which country it is about."""

from collections import Counter
from dataclasses import dataclass, field

from dragoman.knowledge.actors import fold

_PARTICLES = {"de", "la", "del", "von", "van", "bin", "ben", "al", "el", "der", "den", "di", "da", "do", "dos", "le", "zu", "ter"}


@dataclass(frozen=True, slots=True)
class Known:
    """An actor as an article knows it: code, full name, gender (m, f or empty)."""

    code: str
    name: str
    gender: str = ""


# Where the family name comes first, also in Western news.
_SURNAME_FIRST = {"CHN", "TWN", "HKG", "KOR", "PRK", "VNM", "KHM"}


def surnames(name: str, country: str = "") -> list[str]:
    """The forms under which a full name returns: last word, and with its particles; the first word where the
    country's family names come first.

    >>> surnames("Juan Ramón de la Fuente"), surnames("Wang Yi", "CHN")
    (['de la Fuente', 'Fuente'], ['Wang'])
    """
    words = name.split()
    if len(words) < 2:
        return []
    if country in _SURNAME_FIRST:
        return words[:1]
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


@dataclass(slots=True)
class Memory:
    """Grows as an article is read; one object an article, never shared."""

    people: dict[str, Known] = field(default_factory=dict)
    roles: dict[str, Known] = field(default_factory=dict)
    countries: Counter[str] = field(default_factory=Counter)

    def teach(self, name: str, known: Known) -> None:
        """From now on the name, and the surname alone, mean this actor."""
        self.people[fold(name)] = known
        for surname in surnames(name, known.code.split(".")[0]):
            folded = fold(surname)
            if len(folded) > 2:
                self.people.setdefault(folded, known)

    def person(self, words: str) -> Known | None:
        """Whom these words name, if the article has introduced them; a German genitive is understood."""
        folded = fold(words)
        found = self.people.get(folded)
        if found is None and folded.endswith(("s", "'")):
            found = self.people.get(folded[:-1].rstrip("'"))
        return found

    def main_country(self) -> str | None:
        """The country that an article is about: named clearly more often than any other."""
        ranked = self.countries.most_common(2)
        if not ranked or ranked[0][1] < 2:
            return None
        if len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]:
            return None
        return ranked[0][0]
