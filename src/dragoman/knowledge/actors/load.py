"""All that is known of who is who in one language: names, role nouns, people."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dragoman.knowledge.actors import tables
from dragoman.knowledge.actors.overlay import folders
from dragoman.knowledge.actors.people import Person, Term, held
from dragoman.knowledge.actors.senses import NAMED_FILES, Sense, country_of
from dragoman.knowledge.actors.tables import Group, RoleNoun
from dragoman.knowledge.files import uncollected
from dragoman.knowledge.folding import fold

# A control character that no name holds.
_BETWEEN = "\x1f"


@dataclass(frozen=True, slots=True)
class Actors:
    """What a language calls whom. ``names`` by their folded forms, the longest of ``longest_name`` characters;
    ``roles`` are nouns in lower case, ``role_openings`` the first words of those of several words, with the length in words
    of the longest; ``bodies`` the codes without a country's
    sector (UN, EU); ``epithets`` what countries are called ("kingdom"), by code, and ``epithet_words`` the words for it."""

    language: str
    names: dict[str, tuple[Sense, ...]]
    longest_name: int
    roles: dict[str, RoleNoun]
    role_openings: dict[str, int]
    bodies: frozenset[str]
    epithets: dict[str, frozenset[str]]
    epithet_words: dict[str, str]


@dataclass(frozen=True, slots=True)
class _People:
    """The rows of the people's tables by usual name; persons are made of them when asked for."""

    genders: dict[str, str]
    forms: dict[str, list[str]]
    terms: dict[str, list[tuple[tables.Where, list[str]]]]


@cache
def _people() -> _People:
    with uncollected():
        return _read_people()


def _read_people() -> _People:
    found = _People({}, defaultdict(list), defaultdict(list))
    for folder in folders():
        for _, (name, gender, aliases) in tables.rows(folder, "people"):
            found.genders[name] = gender or found.genders.get(name, "")
            found.forms[name] += [name, *aliases.split("|")] if aliases else [name]
        path, own = tables.table_path(folder, "terms"), folder != tables.ACTORS
        for line, cells in tables.rows(folder, "terms"):
            found.terms[cells[0]].append((tables.Where(path, line, own), cells))
    return found


def people() -> dict[str, str]:
    """The usual names of all people, with their genders."""
    return _people().genders


@cache
def person(name: str) -> Person:
    """A person by the usual name, the user's own terms among the others; KeyError where there is none of that name.

    >>> person("Barack Obama").gender
    'm'
    """
    known, terms = _people(), []
    for where, (_, code, office, since, until) in known.terms.get(name, ()):
        tables.check_code(code, where.path, where.line)
        terms.append(Term(code, office, since, until, where.own))
    terms.sort(key=lambda term: (term.since, term.until))
    return Person(name, known.genders[name], tuple(terms), tuple(known.forms[name][1:]))


@cache
def _by_word() -> dict[str, list[str]]:
    """Folded words of names with the usual names of all whose they are."""
    forms = [(name, form) for name, known in _people().forms.items() for form in known]
    found: dict[str, list[str]] = defaultdict(list)
    with uncollected():
        for (name, _), folded in zip(forms, _folded([form for _, form in forms]), strict=True):
            for word in folded.split():
                found[word].append(name)
    return found


def bearers(surname: str) -> list[Person]:
    """All who may be meant by a surname, in any spelling of theirs.

    >>> "Claudia Sheinbaum" in [person.name for person in bearers("Sheinbaum")]
    True
    """
    folded = fold(surname)
    names = dict.fromkeys(_by_word().get(folded.split()[-1], ())) if folded.strip() else {}
    return [one for one in map(person, names) if folded in map(fold, one.surnames)]


@cache
def _offices() -> dict[tuple[str, str], dict[str, None]]:
    found: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    with uncollected():
        for name, terms in _people().terms.items():
            for _, cells in terms:
                found[country_of(cells[1]), cells[2]][name] = None
    return found


def holders(country: str, offices: frozenset[str], day: str | None) -> list[Person]:
    """Who holds one of these offices of a country (or organisation) on a day, as far as known; nobody if it is unknown.

    >>> [p.name for p in holders("USA", frozenset({"president"}), "2011-05-02")]
    ['Barack Obama']
    """
    if day is None:
        return []
    names = {name: None for office in sorted(offices) for name in _offices().get((country, office), ())}
    found = [(p, t) for p in map(person, names) for t in held(p.terms, day) if t.office in offices and country_of(t.code) == country]
    return list(dict.fromkeys(p for p, t in found if t.own)) or list(dict.fromkeys(p for p, _ in found))


def _names(language: str) -> dict[str, tuple[Sense, ...]]:
    """Folded forms with their senses; what a later folder says of a form, or of a group, replaces what was said before."""
    groups: dict[str, Group] = {}
    names: dict[str, tuple[Sense, ...]] = {}
    for folder in folders():
        renewed = tables.groups(folder)
        groups |= renewed
        found: dict[str, tuple[Sense, ...]] = {}
        sources = (
            tables.country_names(folder, language),
            tables.bodies(folder, language),
            tables.group_names(folder, language, groups),
            tables.lookalikes(folder, language),
            tables.cities(folder),
            ((form, Sense("person", "", name)) for name, form in tables.people_forms(folder)),
        )
        for source in sources:
            pairs = list(source)
            for folded, (_, sense) in zip(_folded([form for form, _ in pairs]), pairs, strict=True):
                _add(found, folded, sense)
        if names:
            names = {form: _renewed(senses, renewed) for form, senses in names.items()}
        names |= found
    return names


def _folded(forms: list[str]) -> list[str]:
    """Forms folded in one call, which takes a fraction of the time of one call each."""
    return fold(_BETWEEN.join(forms)).split(_BETWEEN) if forms else []


def _renewed(senses: tuple[Sense, ...], groups: dict[str, Group]) -> tuple[Sense, ...]:
    """A form's senses with the spells of groups that a later folder describes anew."""
    keys = {sense.key for sense in senses if sense.kind == "groups" and sense.key in groups}
    if not keys:
        return senses
    return (*(sense for sense in senses if sense.key not in keys), *(spell for key in sorted(keys) for spell in groups[key].spells))


def _add(names: dict[str, tuple[Sense, ...]], form: str, sense: Sense) -> None:
    known = names.get(form)
    if known is None:
        names[form] = (sense,)
    elif sense not in known:
        names[form] = (*known, sense)


@cache
def actors(language: str) -> Actors:
    """All names and roles of one language; what the user's own folder says of a name wins over what is shipped.

    >>> sorted({sense.code for sense in actors("de").names["Mexiko"]})
    ['MEX.GOV']
    """
    with uncollected():
        names = _names(language)
        bodies = frozenset(s.code for found in names.values() for s in found if s.kind in NAMED_FILES and "." not in s.code)
        for form in [form for form in names if form[:1].islower()]:
            for sense in names[form]:
                _add(names, form[0].upper() + form[1:], sense)
    roles = _roles(language)
    return Actors(
        language=language,
        names=names,
        longest_name=max(map(len, names)),
        roles=roles,
        role_openings=_openings(roles),
        bodies=bodies,
        epithets={code: frozenset(words.split()) for folder in folders() for _, (code, words) in tables.rows(folder, "epithets")},
        epithet_words={form: epithet for folder in folders() for _, (form, epithet) in tables.rows(folder, "epithets", language)},
    )


def _openings(roles: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for first, *rest in (role.split() for role in roles):
        if rest:
            found[first] = max(found.get(first, 0), len(rest) + 1)
    return found


def _roles(language: str) -> dict[str, RoleNoun]:
    found: dict[str, RoleNoun] = {}
    for folder in folders():
        for noun, role in tables.roles(folder, language):
            # Tokenizers differ on hyphens and apostrophes: both ways are known.
            found[noun] = found[noun.replace("-", " - ")] = found[noun.replace("'", "' ")] = role
    return found
