"""The files of ``data/actors`` (and of the user's own folder), row by row, each checked as it is read."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from dragoman.errors import DataError
from dragoman.knowledge.actors.senses import COUNTRY_KINDS, COUNTRY_SECTORS, NAMED_FILES, NOBODY, Sense
from dragoman.knowledge.files import DATA, read_table, suggest
from dragoman.knowledge.grammar import LANGUAGES
from dragoman.knowledge.ontology import ontology

ACTORS = DATA / "actors"
EVERY_LANGUAGE = "*"
_BASE = re.compile(r"[A-Z][A-Z0-9_]+")
# File names without their ending, and what their columns are.
COLUMNS = {
    "people": ("name", "gender", "aliases"),
    "terms": ("name", "code", "office", "since", "until"),
    "groups": ("name", "code", "since", "until"),
    "group_names": ("name", "lang", "form"),
    "organisations": ("code", "lang", "name", "since", "until"),
    "institutions": ("code", "lang", "name", "since", "until"),
    "parties": ("code", "lang", "name", "since", "until"),
    "short_names": ("code", "lang", "form"),
    "cities": ("name", "codes"),
    "epithets": ("code", "epithets"),
}
LANGUAGE_COLUMNS = {
    "countries": ("code", "kind", "form", "sector"),
    "roles": ("noun", "sector", "only", "office"),
    "lookalikes": ("form",),
    "epithets": ("form", "epithet"),
}


class Where(NamedTuple):
    """Where a fact stands, and whether in the user's own folder."""

    path: Path
    line: int
    own: bool


class Group(NamedTuple):
    """A group under its usual name: its codes with the dates between which they hold."""

    name: str
    spells: tuple[Sense, ...]


class RoleNoun(NamedTuple):
    """What a role noun says: the sector, whether it means anybody, or a thing that acts only as somebody's ("drones"),
    and the offices that it names."""

    sector: str
    anyone: bool
    thing: bool
    offices: frozenset[str]


def rows(folder: Path, table: str, language: str = "") -> Iterator[tuple[int, list[str]]]:
    """The rows of a table in a folder; none where the folder does not have it."""
    path = table_path(folder, table, language)
    if path.exists():
        yield from read_table(path, *(LANGUAGE_COLUMNS[table] if language else COLUMNS[table]))


def table_path(folder: Path, table: str, language: str = "") -> Path:
    """Where a table lies."""
    return folder / language / f"{table}.tsv"


@cache
def code_problem(code: str) -> str:
    """What is wrong with a code, COUNTRY.SECTOR or an organisation's own capitals; empty if nothing is."""
    base, dot, sector = code.partition(".")
    if not _BASE.fullmatch(base) or (dot and len(base) != 3):
        return f'"{code}" is no code; write COUNTRY.SECTOR ("MEX.GOV"), or the capitals of an organisation ("UN")'
    if dot and sector not in ontology().sectors:
        return f'unknown sector "{sector}"{suggest(sector, ontology().sectors)}'
    return ""


def check_code(code: str, path: Path, line: int) -> None:
    """Raises DataError where a code is none."""
    if problem := code_problem(code):
        raise DataError(f"{path}:{line}: {problem}")


def language_problem(lang: str) -> str:
    """What is wrong with a language's code; empty if it is one of the four or ``*``."""
    return "" if lang == EVERY_LANGUAGE or lang in LANGUAGES else f'unknown language "{lang}"; it is one of {", ".join(LANGUAGES)} or {EVERY_LANGUAGE}'


def check_language(lang: str, path: Path, line: int) -> None:
    """Raises DataError where a language is neither one of the four nor ``*``."""
    if problem := language_problem(lang):
        raise DataError(f"{path}:{line}: {problem}")


def country_names(folder: Path, language: str) -> Iterator[tuple[str, Sense]]:
    """Forms of ``countries.tsv`` with what they mean."""
    path = table_path(folder, "countries", language)
    known: dict[tuple[str, str, str], Sense] = {}
    for line, (code, kind, form, own_sector) in rows(folder, "countries", language):
        sense = known.get((code, kind, own_sector))
        if sense is None:
            if kind not in COUNTRY_KINDS:
                raise DataError(f'{path}:{line}: unknown kind "{kind}"{suggest(kind, COUNTRY_KINDS)}')
            if len(code) != 3:
                raise DataError(f'{path}:{line}: "{code}" is no country; bodies belong to organisations.tsv')
            sector = own_sector or COUNTRY_SECTORS[kind]
            check_code(f"{code}.{sector}" if sector else code, path, line)
            sense = known[code, kind, own_sector] = Sense(kind, f"{code}.{sector}" if sector else code)
        yield form, sense


def lookalikes(folder: Path, language: str) -> Iterator[tuple[str, Sense]]:
    """Names that hold a country's name and mean none: seas, treaties, newspapers, banks."""
    for _, (form,) in rows(folder, "lookalikes", language):
        yield form, Sense(NOBODY, "")


def bodies(folder: Path, language: str) -> Iterator[tuple[str, Sense]]:
    """Forms of organisations, institutions and parties, and of short names."""
    for kind in NAMED_FILES:
        path = table_path(folder, kind)
        for line, (code, lang, name, since, until) in rows(folder, kind):
            if lang in (language, EVERY_LANGUAGE):
                check_code(code, path, line)
                yield name, Sense(kind, code, "", since, until)
            else:
                check_language(lang, path, line)
    path = table_path(folder, "short_names")
    for line, (code, lang, form) in rows(folder, "short_names"):
        if lang in (language, EVERY_LANGUAGE):
            check_code(code, path, line)
            yield form, Sense("short", code)
        else:
            check_language(lang, path, line)


def groups(folder: Path) -> dict[str, Group]:
    """All groups by their usual names."""
    path = table_path(folder, "groups")
    found: dict[str, list[Sense]] = {}
    for line, (name, code, since, until) in rows(folder, "groups"):
        check_code(code, path, line)
        found.setdefault(name, []).append(Sense("groups", code, name, since, until))
    return {name: Group(name, tuple(spells)) for name, spells in found.items()}


def group_names(folder: Path, language: str, known: dict[str, Group]) -> Iterator[tuple[str, Sense]]:
    """Forms of groups; raises DataError where a form belongs to no group of ``groups.tsv``."""
    path = table_path(folder, "group_names")
    for line, (name, lang, form) in rows(folder, "group_names"):
        if lang in (language, EVERY_LANGUAGE):
            if name not in known:
                raise DataError(f'{path}:{line}: no group "{name}" in groups.tsv{suggest(name, known)}')
            for sense in known[name].spells:
                yield form, sense
        else:
            check_language(lang, path, line)


def people_forms(folder: Path) -> Iterator[tuple[str, str]]:
    """Usual names of people with each form of them."""
    for _, (name, _, aliases) in rows(folder, "people"):
        yield name, name
        for alias in aliases.split("|") if aliases else ():
            yield name, alias


def cities(folder: Path) -> Iterator[tuple[str, Sense]]:
    """Cities with their countries, that of the most populous first."""
    for _, (name, codes) in rows(folder, "cities"):
        for code in codes.split():
            yield name, Sense("city", code)


def roles(folder: Path, language: str) -> Iterator[tuple[str, RoleNoun]]:
    """Role nouns in lower case with what they say."""
    path = table_path(folder, "roles", language)
    for line, (noun, sector, only, office) in rows(folder, "roles", language):
        if sector not in ontology().sectors:
            raise DataError(f'{path}:{line}: unknown sector "{sector}"{suggest(sector, ontology().sectors)}')
        if only not in {"", "harmed", "thing"}:
            raise DataError(f'{path}:{line}: the third field is "harmed", "thing" or empty, not "{only}"')
        yield noun.lower(), RoleNoun(sector, only == "harmed", only == "thing", frozenset(office.split("|")) if office else frozenset())
