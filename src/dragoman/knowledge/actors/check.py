"""What is wrong with the actor tables, beyond what stops them from loading: what ``actors check`` prints."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from babel.core import Locale

from dragoman.knowledge.actors import tables
from dragoman.knowledge.actors.senses import country_of, ends_early, sector_of
from dragoman.knowledge.files import read_text
from dragoman.knowledge.folding import fold
from dragoman.knowledge.grammar import LANGUAGES
from dragoman.knowledge.iso import three_letters

# Offices that one person holds at a time; a month in which both are named is no overlap.
_SINGLE = frozenset(
    {
        *("president", "prime_minister", "chancellor", "king", "foreign_minister", "defence_minister"),
        *("interior_minister", "finance_minister", "army_chief", "secretary_general", "director_general"),
    }
)
# Nobody lives there, or nobody's name is told apart from the mother country's.
_UNPEOPLED = frozenset(["ATA", "ATF", "BVT", "CXR", "HMD", "IOT", "JEY", "SGS", "UMI"])
# Codes that ISO 3166 reserves for what is no state, and uninhabited islands.
_NO_STATES = frozenset(["AC", "BV", "CP", "CQ", "DG", "EA", "EU", "EZ", "HM", "IC", "QO", "TA", "UM", "UN", "XA", "XB", "XK", "ZZ"])
# News abroad names parties by what they are ("the ruling party") more often than by a name of its own language.
_AS_AT_HOME = frozenset({"OPP", "PTY"})
_NEEDED = ("name", "adj", "people", "capital")


def check(folder: Path = tables.ACTORS) -> list[str]:
    """One line a finding, ``file:line: what``; none if all is well. Raises DataError where a table cannot be read.

    Looks for rows out of order or twice, terms of one office that overlap, terms, names and groups that belong to
    nothing, forms that name two people or two groups, and languages without a name for a state or a group.
    """
    checks: tuple[Callable[[Path], Iterator[str]], ...] = (_order, _orphans, _terms, _people, _groups, _states, _roles)
    return [finding for one in checks for finding in one(folder)]


def _order(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.tsv")):
        lines = read_text(path).removesuffix("\n").split("\n")[1:]
        for number, (one, two) in enumerate(pairwise(lines), 3):
            if one == two:
                yield f"{path}:{number}: the same line twice"
            elif one > two:
                yield f"{path}:{number}: out of order; sort the lines by their characters"
                break


def _orphans(folder: Path) -> Iterator[str]:
    people = {cells[0] for _, cells in tables.rows(folder, "people")}
    held = {cells[0] for _, cells in tables.rows(folder, "terms")}
    # A folder of one's own may name groups and people that are shipped.
    groups = {cells[0] for base in {folder, tables.ACTORS} for _, cells in tables.rows(base, "groups")}
    if folder != tables.ACTORS:
        people |= {cells[0] for _, cells in tables.rows(tables.ACTORS, "people")}
        held |= {cells[0] for _, cells in tables.rows(tables.ACTORS, "terms")}
    named = {cells[0] for _, cells in tables.rows(folder, "group_names")}
    for table, known, owner in (("terms", people, "people"), ("people", held, "terms"), ("group_names", groups, "groups"), ("groups", named, "group_names")):
        for line, cells in tables.rows(folder, table):
            if cells[0] not in known:
                yield f'{tables.table_path(folder, table)}:{line}: "{cells[0]}" is not in {owner}.tsv'


def _terms(folder: Path) -> Iterator[str]:
    path = tables.table_path(folder, "terms")
    offices: dict[tuple[str, str], list[tuple[str, str, str, int]]] = defaultdict(list)
    own: dict[tuple[str, str, str], list[tuple[str, str, str, int]]] = defaultdict(list)
    for line, (name, code, office, since, until) in tables.rows(folder, "terms"):
        tables.check_code(code, path, line)
        if ends_early(since, until):
            yield f"{path}:{line}: ends on {until}, before it begins on {since}"
        own[name, code, office].append((since, until, name, line))
        # Non-governmental organisations share one code.
        if office in _SINGLE and code != "NGO":
            offices[country_of(code), office].append((since, until, name, line))
    for (country, office), spells in sorted(offices.items()):
        for one, two in _overlaps(spells):
            yield f"{path}:{two[3]}: {two[2]} is {office} of {country} from {two[0]} on, while {one[2]} (line {one[3]}) is until {one[1] or 'now'}"
    for (name, _, office), spells in sorted(own.items()):
        for one, two in _overlaps(spells):
            yield f"{path}:{two[3]}: {name} is {office} already (line {one[3]})"


def _overlaps(spells: list[tuple[str, str, str, int]]) -> Iterator[tuple[tuple[str, str, str, int], tuple[str, str, str, int]]]:
    spells.sort()
    for i, one in enumerate(spells):
        for two in spells[i + 1 :]:
            known = min(len(one[1]), len(two[0]), 7) if one[1] else 0
            if not one[1] or two[0][:known] < one[1][:known]:
                yield one, two


def _people(folder: Path) -> Iterator[str]:
    path = tables.table_path(folder, "people")
    owners: dict[str, tuple[str, int]] = {}
    for line, (name, gender, aliases) in tables.rows(folder, "people"):
        if gender not in {"m", "f", ""}:
            yield f'{path}:{line}: gender "{gender}" is neither m nor f nor empty'
        forms = [name, *filter(None, aliases.split("|"))]
        for form in dict.fromkeys(map(fold, forms)):
            owner = owners.setdefault(form, (name, line))
            if owner[0] != name:
                yield f'{path}:{line}: "{form}" names {name} and {owner[0]} (line {owner[1]})'
        if len(set(forms)) < len(forms):
            yield f"{path}:{line}: {name} has an alias twice"


def _groups(folder: Path) -> Iterator[str]:
    path = tables.table_path(folder, "group_names")
    homes = {cells[0]: country_of(cells[1]) for _, cells in tables.rows(folder, "groups")}
    owners: dict[tuple[str, str, str], tuple[str, int]] = {}
    languages: dict[str, set[str]] = defaultdict(set)
    for line, (name, lang, form) in tables.rows(folder, "group_names"):
        tables.check_language(lang, path, line)
        for language in LANGUAGES if lang == tables.EVERY_LANGUAGE else (lang,):
            languages[name].add(language)
            owner = owners.setdefault((language, fold(form), homes.get(name, "")), (name, line))
            if owner[0] != name:
                yield f'{path}:{line}: "{form}" names {name} and, in line {owner[1]}, {owner[0]}'
    parties = {cells[0] for _, cells in tables.rows(folder, "groups") if sector_of(cells[1]) in _AS_AT_HOME}
    for name, known in sorted(languages.items()):
        if len(known) < len(LANGUAGES) and name not in parties and folder == tables.ACTORS:
            yield f"{path}: {name} has no name in {', '.join(sorted(set(LANGUAGES) - known))}"
    spells: dict[str, list[tuple[str, str, str, int]]] = defaultdict(list)
    for line, (name, _, since, until) in tables.rows(folder, "groups"):
        spells[name].append((since, until, name, line))
    for name, held in sorted(spells.items()):
        for one, two in _overlaps(held):
            yield f"{tables.table_path(folder, 'groups')}:{two[3]}: {name} has two codes at once (line {one[3]})"


def _states(folder: Path) -> Iterator[str]:
    """Every state of ISO 3166 and every other one that a language names has a name, an adjective, people and a capital in all."""
    codes: set[str] = set()
    have: dict[tuple[str, str], set[str]] = defaultdict(set)
    for language in LANGUAGES:
        for _, (code, kind, _, _) in tables.rows(folder, "countries", language):
            have[language, kind].add(code)
            if kind == "name":
                codes.add(code)
    if not codes:
        return
    states = {short for short in map(str, Locale("en").territories) if short in three_letters()}
    for state in sorted(states - _NO_STATES):
        if three_letters()[state] not in codes:
            yield f"{tables.table_path(folder, 'countries', LANGUAGES[0])}: no name for the state {three_letters()[state]}"
    for language in LANGUAGES:
        for kind in _NEEDED:
            for code in sorted(codes - have[language, kind] - _UNPEOPLED):
                yield f"{tables.table_path(folder, 'countries', language)}: {code} has no {kind}"


def _roles(folder: Path) -> Iterator[str]:
    for language in LANGUAGES:
        path = tables.table_path(folder, "roles", language)
        seen: dict[str, int] = {}
        for line, (noun, *_) in tables.rows(folder, "roles", language):
            if noun.lower() in seen:
                yield f'{path}:{line}: "{noun}" stands in line {seen[noun.lower()]} already'
            seen[noun.lower()] = line
