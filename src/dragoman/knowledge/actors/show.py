"""Who a name means on a day, for people who ask."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.knowledge.actors.load import actors, bearers, person
from dragoman.knowledge.actors.people import Person, Term, code_on, term_on
from dragoman.knowledge.actors.senses import COUNTRY_KINDS, NOBODY, ORDER, Sense, valid
from dragoman.knowledge.folding import fold
from dragoman.knowledge.grammar import LANGUAGES

_PLACES = frozenset({"region", "city", "adj", NOBODY})


@dataclass(frozen=True, slots=True)
class Shown:
    """An actor as ``actors show`` prints it; ``terms`` are all terms of a person, whenever they were."""

    name: str
    code: str
    office: str | None = None
    since: str | None = None
    until: str | None = None
    terms: tuple[Term, ...] = ()


def show(name: str, day: str, language: str | None = None) -> list[Shown]:
    """All whom a name may mean on a day, likeliest first; a surname alone means those who are known by it.

    ``language`` restricts the forms to one language.

    >>> [(s.name, s.code, s.office) for s in show("Obama", "2011-05-02", "en")]
    [('Barack Obama', 'USA.GOV', 'president')]
    """
    languages = (language,) if language else LANGUAGES
    folded = fold(" ".join(name.split()))
    senses = list(dict.fromkeys(s for lang in languages for s in valid(actors(lang).names.get(folded, ()), day)))
    senses.sort(key=lambda sense: ORDER.index(sense.kind))
    if senses and senses[0].kind == NOBODY:
        return []
    found = list(dict.fromkeys(shown for sense in senses for shown in _of_sense(sense, name, day)))
    return found or list(dict.fromkeys(_of_surname(name, day)))


def _of_sense(sense: Sense, name: str, day: str) -> Iterator[Shown]:
    if sense.kind == "person":
        yield _person(person(sense.key), day)
    elif sense.kind not in _PLACES:
        dated = sense.kind not in COUNTRY_KINDS
        yield Shown(sense.key or name, sense.code, None, (sense.since or None) if dated else None, (sense.until or None) if dated else None)


def _of_surname(surname: str, day: str) -> list[Shown]:
    """Those in office on the day, if any; else all."""
    found = [_person(one, day) for one in bearers(surname)]
    return [shown for shown in found if shown.office] or found


def _person(person: Person, day: str) -> Shown:
    now = term_on(person.terms, day)
    code = code_on(person.terms, day) or ""
    if now is None:
        return Shown(person.name, code, terms=person.terms)
    return Shown(person.name, code, now.office or None, now.since or None, now.until or None, person.terms)
