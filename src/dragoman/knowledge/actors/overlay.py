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

    def term(self, name: str, code: str, office: str, since: str, until: str) -> None:
        """Notes a term of office; the same term with another end replaces it."""
        known = [row for row in self.rows["terms"] if row[:4] == (name, code, office, since)]
        self.rows["terms"].difference_update(known)
        self.rows["terms"].add((name, code, office, since, until))


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
