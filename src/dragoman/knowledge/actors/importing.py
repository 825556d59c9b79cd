"""Facts from a user's file, a table or what Wikidata answers, into the user's own actors."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman.errors import DataError, InputError
from dragoman.knowledge.actors.overlay import Facts
from dragoman.knowledge.actors.tables import EVERY_LANGUAGE, check_code, check_language
from dragoman.knowledge.actors.wikidata import records
from dragoman.knowledge.files import suggest

FIELDS = ("name", "code", "office", "since", "until", "gender", "aliases", "kind", "language")
KINDS = ("person", "group", "organisation", "institution", "party")
_TABLES = {"organisation": "organisations", "institution": "institutions", "party": "parties"}
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_GENDERS = {"": "", "m": "m", "f": "f", "male": "m", "female": "f"}


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
    for line, record in found:
        try:
            if isinstance(record, str):
                raise DataError(f"{path}:{line}: {record}")
            _take(record, facts, path, line)
            done.taken += 1
        except DataError as error:
            done.refused.append(str(error))
    return done


def _csv_records(text: str, path: Path) -> Iterator[tuple[int, dict[str, str] | str]]:
    head = text.split("\n", 1)[0]
    separator = max("\t;,", key=head.count)
    reader = csv.DictReader(io.StringIO(text), delimiter=separator)
    columns = [column.strip().lower() for column in reader.fieldnames or []]
    for column in columns:
        if column not in FIELDS:
            raise InputError(f'{path}:1: unknown column "{column}"{suggest(column, FIELDS)}; known are {", ".join(FIELDS)}')
    for wanted in ("name", "code"):
        if wanted not in columns:
            raise InputError(f'{path}:1: no column "{wanted}"; the first line names the columns: {", ".join(FIELDS)}')
    reader.fieldnames = columns
    try:
        for row in reader:
            if None in row:
                yield reader.line_num, "more fields than the first line names"
            else:
                yield reader.line_num, {key: " ".join((value or "").split()) for key, value in row.items()}
    except csv.Error as error:
        yield reader.line_num + 1, f"the rest of the file is no CSV ({error})"


def _json_records(text: str, path: Path) -> Iterable[tuple[int, dict[str, str] | str]]:
    try:
        raw: Any = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(f"{path}:{error.lineno}: no valid JSON ({error.msg})") from error
    found = records(raw)
    if found is None:
        raise InputError(f"{path}: neither an answer of the Wikidata Query Service nor exported Wikidata entities")
    return enumerate(found, 1)


def _take(record: dict[str, str], facts: Facts, path: Path, line: int) -> None:
    """Notes one record; raises DataError where it says too little or something unknown."""
    name, code, kind = record.get("name", ""), record.get("code", ""), record.get("kind") or "person"
    since, until = record.get("since", ""), record.get("until", "")
    if not name:
        raise DataError(f"{path}:{line}: no name")
    if any(mark in field for field in record.values() for mark in "\t\n") or "|" in name:
        raise DataError(f"{path}:{line}: a tab, a line break or a bar inside a field")
    if kind not in KINDS:
        raise DataError(f'{path}:{line}: unknown kind "{kind}"{suggest(kind, KINDS)}; it is one of {", ".join(KINDS)}')
    check_code(code, path, line)
    for date in (since, until):
        if date and not _DATE.fullmatch(date):
            raise DataError(f'{path}:{line}: "{date}" is no date; write 2026-01-13, 2026-01 or 2026')
    if since and until and until < since[: len(until)]:
        raise DataError(f"{path}:{line}: ends on {until}, before it begins on {since}")
    aliases = {alias.strip() for alias in record.get("aliases", "").split("|") if alias.strip()}
    if kind == "person":
        gender = record.get("gender", "").lower()
        if gender not in _GENDERS:
            raise DataError(f'{path}:{line}: gender "{gender}" is neither m nor f nor empty')
        facts.person(name, _GENDERS[gender], aliases)
        facts.term(name, code, record.get("office", ""), since, until)
        return
    language = record.get("language") or EVERY_LANGUAGE
    check_language(language, path, line)
    if kind == "group":
        facts.rows["groups"].add((name, code, since, until))
        facts.rows["group_names"].update((name, language, form) for form in {name, *aliases})
    else:
        facts.rows[_TABLES[kind]].update((code, language, form, since, until) for form in {name, *aliases})
