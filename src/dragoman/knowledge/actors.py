"""Who is who: names of countries, people, organisations, groups and institutions, and role nouns.

Files in ``data/actors``, one fact a line: ``<language>/countries.tsv``, ``<language>/roles.tsv``,
``<language>/lookalikes.tsv``, ``people.tsv`` with ``terms.tsv``, and ``organisations``, ``groups``, ``institutions``, ``parties``.
"""

import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.errors import DataError
from dragoman.knowledge.files import DATA, read_table, suggest
from dragoman.knowledge.grammar import grammar
from dragoman.knowledge.ontology import ontology

ACTORS = DATA / "actors"
COUNTRY_KINDS = ("name", "adj", "people", "capital", "metonym", "region", "former")
NOBODY = "nobody"
NAMED_FILES = ("organisations", "groups", "institutions", "parties")
# The sector of a country's name, its seat, its people; regions and former states are places.
_SECTOR = {"name": "GOV", "capital": "GOV", "metonym": "GOV", "people": "CVL", "former": "GOV", "adj": "", "region": ""}


@dataclass(frozen=True, slots=True, order=True)
class Sense:
    """What a name may mean: ``kind`` (name, adj, people, capital, metonym, region, former, organisations,
    groups, institutions, parties, person), the code with its sector, and the dates between which it holds.

    For a person ``key`` is the name in ``people.tsv``; the code depends on the date.
    """

    kind: str
    code: str
    key: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of office: code, office, first and last day (empty where open or unknown)."""

    code: str
    office: str
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Actors:
    """All names of a language. ``automaton`` finds them in folded text; ``roles`` are nouns with a sector, ``anyone``
    those of them that mean anybody; ``bodies`` are the codes without a country's sector (UN, EU)."""

    language: str
    names: dict[str, tuple[Sense, ...]]
    automaton: Any
    roles: dict[str, str]
    anyone: frozenset[str]
    bodies: frozenset[str]
    terms: dict[str, tuple[Term, ...]]
    genders: dict[str, str]
    longest_role: int


_KEEP = {"ß", "œ", "Œ", "æ", "Æ", "ø", "Ø", "ł", "Ł", "ı", "đ", "Đ"}
_PLAIN = {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "’": "'", "‘": "'", "–": "-", "‑": "-", "\u00a0": " ", "\n": " ", "\t": " "}


@cache
def _fold_character(character: str) -> str:
    if character in _PLAIN:
        return _PLAIN[character]
    if character in _KEEP:
        return character
    base = unicodedata.normalize("NFD", character)[0]
    return base if len(base) == 1 else character


def fold(text: str) -> str:
    """A text without diacritics, soft hyphens and zero-width characters.

    >>> fold("Perú – Erdoğan"), fold("Pe\u00adru\u0301")
    ('Peru - Erdogan', 'Peru')
    """
    if text.isascii():
        return text.replace("\n", " ").replace("\t", " ")
    return "".join(_fold_character(character) for character in text if not is_silent(character))


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters (and for its end) the offset in the text.

    >>> fold_with_offsets("Pe\u00adru")
    ('Peru', [0, 1, 3, 4, 5])
    """
    kept = [i for i, character in enumerate(text) if not is_silent(character)]
    return "".join(_fold_character(text[i]) for i in kept), [*kept, len(text)]


@cache
def is_silent(character: str) -> bool:
    """Whether a character is no letter of its own: a combining mark, a soft hyphen, a zero-width space."""
    return character in "\u00ad\u200b\u200c\u200d\ufeff" or unicodedata.combining(character) > 0


def _within(day: str, since: str, until: str) -> bool:
    """Whether a day lies between two dates, each of whatever precision; empty bounds are open."""
    return not _before(day, since) and not _before(until, day)


def _before(one: str, two: str) -> bool:
    """Whether one date lies before another as far as both are precise; an empty one lies nowhere."""
    known = min(len(one), len(two))
    return one[:known] < two[:known]


def holds(sense: Sense, day: str | None) -> bool:
    """Whether a sense holds on a day; on an unknown day, whether it holds without an end.

    >>> holds(Sense("groups", "AFG.REB", until="2021-08-15"), "2020-01-01")
    True
    """
    return _within(day, sense.since, sense.until) if day else not sense.until


def code_on(terms: tuple[Term, ...], day: str | None) -> str | None:
    """A person's code on a day: the office held then, ELI of the last country after it, None before any.

    Where the day is unknown, the last office counts. Of several offices at once the latest begun counts.

    >>> code_on((Term("USA.GOV", "president", "2009-01-20", "2017-01-20"),), "2018-05-01")
    'USA.ELI'
    """
    if not terms:
        return None
    if day is None:
        return terms[-1].code
    held = [term for term in terms if _within(day, term.since, term.until)]
    if held:
        return held[-1].code
    earlier = [term for term in terms if not _before(day, term.since)]
    base = (earlier or list(terms))[-1].code
    country, _, sector = base.partition(".")
    return base if not sector or sector in {"REB", "UAF", "CRM"} else f"{country}.ELI"


def _check_code(code: str, path: Path, line: int) -> None:
    _, dot, sector = code.partition(".")
    if dot and sector not in ontology().sectors:
        raise DataError(f'{path}:{line}: unknown sector "{sector}"{suggest(sector, ontology().sectors)}')


def _country_names(language: str) -> list[tuple[str, Sense]]:
    path, found = ACTORS / language / "countries.tsv", []
    for line, row in read_table(path):
        if row["kind"] not in COUNTRY_KINDS:
            raise DataError(f'{path}:{line}: unknown kind "{row["kind"]}"{suggest(row["kind"], COUNTRY_KINDS)}')
        sector = row.get("sector") or _SECTOR[row["kind"]]
        code = f"{row['code']}.{sector}" if sector else row["code"]
        _check_code(code, path, line)
        found.append((row["form"], Sense(row["kind"], code)))
    return found


def _lookalikes(language: str) -> list[tuple[str, Sense]]:
    """Names that hold a country's name and mean none: seas, treaties, newspapers, banks."""
    return [(row["form"], Sense(NOBODY, "")) for _, row in read_table(ACTORS / language / "lookalikes.tsv")]


def _other_names(language: str) -> list[tuple[str, Sense]]:
    found = []
    for kind in NAMED_FILES:
        path = ACTORS / f"{kind}.tsv"
        for line, row in read_table(path):
            if row["lang"] in (language, "*"):
                _check_code(row["code"], path, line)
                found.append((row["name"], Sense(kind, row["code"], "", row["since"], row["until"])))
    return found


def _people(language: str) -> tuple[list[tuple[str, Sense]], dict[str, str]]:
    names, genders = [], {}
    endings = grammar(language).name_endings
    for _, row in read_table(ACTORS / "people.tsv"):
        genders[row["name"]] = row["gender"]
        for form in (row["name"], *filter(None, row["aliases"].split("|"))):
            names.append((form, Sense("person", "", row["name"])))
            names.extend((form + ending, Sense("person", "", row["name"])) for ending in endings if form[-1:] not in "sxz'")
    return names, genders


def _terms() -> dict[str, tuple[Term, ...]]:
    found: dict[str, list[Term]] = defaultdict(list)
    path = ACTORS / "terms.tsv"
    for line, row in read_table(path):
        _check_code(row["code"], path, line)
        found[row["name"]].append(Term(row["code"], row["office"], row["since"], row["until"]))
    return {name: tuple(sorted(terms, key=lambda term: (term.since, term.until))) for name, terms in found.items()}


def _roles(language: str) -> tuple[dict[str, str], frozenset[str]]:
    """Nouns with their sectors, and those of them that mean anybody: such people are actors only when harmed."""
    path, found, anyone = ACTORS / language / "roles.tsv", {}, set()
    for line, row in read_table(path):
        if row["sector"] not in ontology().sectors:
            raise DataError(f'{path}:{line}: unknown sector "{row["sector"]}"{suggest(row["sector"], ontology().sectors)}')
        noun = row["noun"].lower()
        # Tokenizers differ on hyphens: both ways are known.
        found[noun] = found[noun.replace("-", " - ")] = row["sector"]
        if row["only"] not in {"", "harmed"}:
            raise DataError(f'{path}:{line}: the third field is "harmed" or empty, not "{row["only"]}"')
        if row["only"]:
            anyone.add(noun)
    return found, frozenset(anyone)


@cache
def actors(language: str) -> Actors:
    """All names and roles of one language.

    >>> sorted({sense.code for sense in actors("de").names["Mexiko"]})
    ['MEX.GOV']
    """
    import ahocorasick

    people, genders = _people(language)
    senses: dict[str, set[Sense]] = defaultdict(set)
    for form, sense in [*_country_names(language), *_other_names(language), *people, *_lookalikes(language)]:
        folded = fold(form)
        senses[folded].add(sense)
        if folded[:1].islower():
            senses[folded[0].upper() + folded[1:]].add(sense)
    automaton = ahocorasick.Automaton()
    for form in senses:
        automaton.add_word(form, form)
    automaton.make_automaton()
    roles, anyone = _roles(language)
    bodies = frozenset(s.code for found in senses.values() for s in found if s.kind in NAMED_FILES and "." not in s.code)
    names = {form: tuple(sorted(found)) for form, found in senses.items()}
    return Actors(language, names, automaton, roles, anyone, bodies, _terms(), genders, max(len(role.split()) for role in roles))
