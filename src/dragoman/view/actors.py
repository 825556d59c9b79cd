"""Actors on the terminal."""

from rich.console import Console
from rich.table import Table

from dragoman.knowledge.actors.show import Shown


def print_actors(found: list[Shown], day: str) -> None:
    """A line an actor, and below it all terms of office where it is a person."""
    console = Console(highlight=False)
    for one in found:
        span = f", {one.since or '?'} to {one.until or 'now'}" if one.since or one.until else ""
        console.print(f"[bold]{one.name}[/bold]  {one.code} on {day}{f'  {one.office}' if one.office else ''}{span}")
        if one.terms:
            table = Table(box=None, padding=(0, 2, 0, 2), show_header=False)
            for term in one.terms:
                table.add_row(term.since or "?", term.until or "now", term.code, term.office, "your own" if term.own else "")
            console.print(table)
