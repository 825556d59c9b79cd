"""Facts from a user's file, a table or what Wikidata answers, into the user's own actors."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman.errors import InputError, UsageError
from dragoman.knowledge.actors.overlay import Facts
from dragoman.knowledge.actors.senses import ends_early
from dragoman.knowledge.actors.tables import EVERY_LANGUAGE, code_problem, language_problem
from dragoman.knowledge.actors.wikidata import records
from dragoman.knowledge.calendar import check_date
from dragoman.knowledge.files import suggest

FIELDS = ("name", "code", "office", "since", "until", "gender", "aliases", "kind", "language")
KINDS = ("person", "group", "organisation", "institution", "party")
_TABLES = {"organisation": "organisations", "institution": "institutions", "party": "parties"}
_GENDERS = {"": "", "m": "m", "f": "f", "male": "m", "female": "f"}


class _Refused(Exception):
    """Why a record cannot be taken."""


@dataclass(slots=True)
class Imported:
    """How many records were taken, and a line for each that was not."""

    taken: int = 0
    refused: list[str] = field(default_factory=list)


def import_facts(path: Path, facts: Facts) -> Imported:
    """Adds what a CSV or a Wikidata JSON file says to ``facts``.

    A CSV file (comma, semicolon or tab) has a header with ``name`` and ``code`` and any other of FIELDS; ``aliases``
    are separated by bars. JSON is what the Wikidata Query Service answers, or entities as Wikidata exports them.
    A record that cannot be used is refused with file, place and reason, and the others are taken.
    Raises InputError where the file cannot be read at all.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read as UTF-8 text ({getattr(error, 'strerror', None) or error})") from error
    done = Imported()
    found = _json_records(text, path) if text.lstrip()[:1] in {"{", "["} else _csv_records(text, path)
    for place, record in found:
        try:
            if isinstance(record, str):
                raise _Refused(record)
            _take({key: " ".join((value or "").split()) for key, value in record.items()}, facts)
            done.taken += 1
        except _Refused as error:
            done.refused.append(f"{path}:{place}: {error}")
    return done


def _csv_records(text: str, path: Path) -> Iterator[tuple[str, dict[str, str] | str]]:
    head = text.split("\n", 1)[0]
    separator = max("\t;,", key=head.count)
    reader = csv.DictReader(io.StringIO(text), delimiter=separator)
    columns = [column.strip().lower() for column in reader.fieldnames or []]
    for column in columns:
        if column not in FIELDS:
            raise InputError(f'{path}:1: unknown column "{column}"{suggest(column, FIELDS)}; known are {", ".join(FIELDS)}')
    if len(set(columns)) < len(columns):
        raise InputError(f"{path}:1: a column twice; every column has its own name")
    for wanted in ("name", "code"):
        if wanted not in columns:
            raise InputError(f'{path}:1: no column "{wanted}"; the first line names the columns: {", ".join(FIELDS)}')
    reader.fieldnames = columns
    try:
        for row in reader:
            if None in row:
                yield str(reader.line_num), "more fields than the first line names"
            else:
                yield str(reader.line_num), dict(row)
    except csv.Error as error:
        yield str(reader.line_num + 1), f"the rest of the file is no CSV ({error})"


def _json_records(text: str, path: Path) -> Iterable[tuple[str, dict[str, str] | str]]:
    try:
        raw: Any = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(f"{path}:{error.lineno}: no valid JSON ({error.msg})") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path}: JSON that cannot be read ({error})") from error
    found = records(raw)
    if found is None:
        raise InputError(f"{path}: neither an answer of the Wikidata Query Service nor exported Wikidata entities")
    return ((f"record {number}", record) for number, record in enumerate(found, 1))


def _take(record: dict[str, str], facts: Facts) -> None:
    """Notes one record; raises _Refused where it says too little or something unknown."""
    name, code, kind = record.get("name", ""), record.get("code", ""), record.get("kind") or "person"
    since, until = _date(record.get("since", "")), _date(record.get("until", ""))
    language, gender = record.get("language") or EVERY_LANGUAGE, record.get("gender", "").lower()
    if not name or "|" in name:
        raise _Refused("a bar inside the name" if name else "no name")
    if any(field.encode("utf-8", "replace").decode() != field for field in record.values()):
        raise _Refused("characters that are no text")
    if kind not in KINDS:
        raise _Refused(f'unknown kind "{kind}"{suggest(kind, KINDS)}; it is one of {", ".join(KINDS)}')
    if (problem := code_problem(code)) or (problem := language_problem(language)):
        raise _Refused(problem)
    if gender not in _GENDERS:
        raise _Refused(f'gender "{gender}" is neither m nor f nor empty')
    if ends_early(since, until):
        raise _Refused(f"ends on {until}, before it begins on {since}")
    aliases = {alias.strip() for alias in record.get("aliases", "").split("|") if alias.strip()}
    if kind == "person":
        facts.person(name, _GENDERS[gender], aliases)
        facts.term(name, code, record.get("office", ""), since, until)
    elif kind == "group":
        facts.spell(name, code, since, until)
        facts.rows["group_names"].update((name, language, form) for form in {name, *aliases})
    else:
        for form in {name, *aliases}:
            facts.body(_TABLES[kind], code, language, form, since, until)


def _date(text: str) -> str:
    try:
        return check_date(text) if text else ""
    except UsageError as error:
        raise _Refused(str(error)) from error
