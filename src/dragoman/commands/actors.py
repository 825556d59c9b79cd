"""``dragoman actors``: who a name means on a day, what is wrong with the tables, and facts of one's own."""

import datetime
import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dragoman.commands.console import complain, output, stop
from dragoman.errors import DragomanError, UsageError
from dragoman.knowledge.files import own_actors

actors = typer.Typer(no_args_is_help=True, help="Who is who on which day: look up, check, and add facts of your own.")


class Format(StrEnum):
    """How an actor is printed."""

    pretty = "pretty"
    json = "json"


@actors.command()
def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A person, country, organisation or group, as news writes it.")],
    on: Annotated[str | None, typer.Option(metavar="DATE", help="The day that counts: 2026-01-13, 2026-01 or 2026; the default is today.")] = None,
    language: Annotated[str | None, typer.Option(help="Only names of this language: de, en, es or fr.")] = None,
    format: Annotated[Format | None, typer.Option(help="A table for people or one JSON object; the default is a table on a terminal.")] = None,
) -> None:
    """Show whom a name means on a day, by which office; null where nobody is known or several fit equally."""
    from dragoman.articles.language import check_language
    from dragoman.knowledge.actors import show as knowledge
    from dragoman.knowledge.calendar import check_date
    from dragoman.view.actors import print_actors

    try:
        day = check_date(on) if on else datetime.date.today().isoformat()
        found = knowledge.show(name, day, check_language(language) if language else None)
    except DragomanError as error:
        stop(error)
    if not found:
        complain(f'nobody is known as "{name}"; add facts of your own with dragoman actors import')
    with output():
        if (format or (Format.pretty if sys.stdout.isatty() else Format.json)) is Format.pretty:
            print_actors(found, day)
        else:
            if len(found) > 1:
                complain(f'"{name}" may mean {", ".join(f"{one.name} ({one.code})" for one in found)}; give the full name')
            one = found[0] if len(found) == 1 else None
            fields = ("name", "code", "office", "since", "until")
            print(json.dumps({key: getattr(one, key) for key in fields} if one else None, ensure_ascii=False))


@actors.command()
def check(
    folder: Annotated[Path | None, typer.Argument(metavar="[FOLDER]", help="A folder of actor tables; the default is what Dragoman comes with.")] = None,
) -> None:
    """List what is wrong with actor tables: overlapping terms, orphans, names for two, languages without a name."""
    from dragoman.knowledge.actors import check as knowledge
    from dragoman.knowledge.actors.tables import ACTORS

    try:
        if folder is not None and not folder.is_dir():
            raise UsageError(f"{folder}: no such folder; give one that holds actor tables, or none for those Dragoman comes with")
        findings = knowledge.check(folder or ACTORS)
    except DragomanError as error:
        stop(error)
    with output():
        for finding in findings:
            print(finding)
    raise typer.Exit(1 if findings else 0)


@actors.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="CSV with the columns name, code, office, since, until …, or Wikidata's JSON.")],
    into: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Where your own actors lie; the default is $DRAGOMAN_ACTORS, else ~/.dragoman/actors.")
    ] = None,
) -> None:
    """Add facts of your own; they win over what Dragoman comes with."""
    from dragoman.knowledge.actors.importing import import_facts
    from dragoman.knowledge.actors.overlay import read_own, write_own

    folder = into or own_actors()
    try:
        facts = read_own(folder)
        done = import_facts(file, facts)
        if done.taken:
            write_own(folder, facts)
    except DragomanError as error:
        stop(error)
    for line in done.refused:
        complain(line)
    with output():
        print(f"{done.taken} taken, {len(done.refused)} refused; your own actors lie in {folder}")
    raise typer.Exit(0 if done.taken else 1)
