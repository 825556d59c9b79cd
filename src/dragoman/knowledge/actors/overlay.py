"""The user's own actors: tables of the same form in a folder of their own, which win over the shipped ones."""

import os
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.errors import InputError
from dragoman.knowledge.actors.tables import ACTORS, COLUMNS, rows, table_path
from dragoman.knowledge.files import own_actors


def folders() -> tuple[Path, ...]:
    """The folders that are read, in order: what is shipped, then the user's own if there is one."""
    own = own_actors()
    return (ACTORS, own) if own.is_dir() else (ACTORS,)


@dataclass(slots=True)
class Facts:
    """Rows to be written, by table; each as long as ``tables.COLUMNS`` says."""

    rows: dict[str, set[tuple[str, ...]]] = field(default_factory=lambda: defaultdict(set))

    def person(self, name: str, gender: str, aliases: set[str]) -> None:
        """Notes a person, with what is known of the same name already."""
        old = next((row for row in self.rows["people"] if row[0] == name), None)
        if old is not None:
            self.rows["people"].discard(old)
            gender, aliases = gender or old[1], aliases | set(filter(None, old[2].split("|")))
        self.rows["people"].add((name, gender, "|".join(sorted(aliases - {name}))))

    def spell(self, name: str, code: str, since: str, until: str) -> None:
        """Notes a code of a group; the same code from the same day with another end replaces it."""
        self._replace("groups", 3, (name, code, since, until))

    def body(self, table: str, code: str, language: str, form: str, since: str, until: str) -> None:
        """Notes a name of a body; the same name from the same day with another end replaces it."""
        self._replace(table, 4, (code, language, form, since, until))

    def term(self, name: str, code: str, office: str, since: str, until: str) -> None:
        """Notes a term of office; the same term with another end replaces it."""
        self._replace("terms", 4, (name, code, office, since, until))

    def _replace(self, table: str, fixed: int, row: tuple[str, ...]) -> None:
        self.rows[table].difference_update([old for old in self.rows[table] if old[:fixed] == row[:fixed]])
        self.rows[table].add(row)


def read_own(folder: Path) -> Facts:
    """What a user's folder holds already."""
    facts = Facts()
    for table in COLUMNS:
        facts.rows[table].update(tuple(cells) for _, cells in rows(folder, table))
    return facts


def write_own(folder: Path, facts: Facts) -> None:
    """Writes every table whole, sorted, one fact a line. Raises InputError where the folder cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for table, columns in COLUMNS.items():
            if facts.rows[table]:
                path = table_path(folder, table)
                text = "\n".join("\t".join(row) for row in [columns, *sorted(facts.rows[table])]) + "\n"
                path.with_suffix(".new").write_text(text, encoding="utf-8", newline="\n")
                os.replace(path.with_suffix(".new"), path)
    except OSError as error:
        raise InputError(f"{folder}: cannot be written ({error.strerror}); set DRAGOMAN_ACTORS to a folder of your own") from error
