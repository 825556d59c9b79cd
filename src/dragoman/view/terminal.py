"""A table of events that people like to read: who, did what, to whom, on which words."""

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.knowledge.ontology import ontology
from dragoman.types import Actor, Article, Event, Span

_COLOURS = {"VC": "green", "MC": "bold green", "VK": "yellow", "MK": "bold red"}
_QUADS = {"VC": "said, friendly", "MC": "done, friendly", "VK": "said, hostile", "MK": "done, hostile"}
_MARKS = {"occurred": "", "negated": "not", "hypothetical": "perhaps", "historical": "long ago"}
_AROUND = 40


def print_events(console: Console, article: Article, events: list[Event], why: bool = False) -> None:
    """Prints an article's events: a heading, a row an event, under it the words, with ``why`` the trace."""
    console.print(_heading(article, events))
    if not events:
        console.print("  no political event found", style="dim")
    for event in events:
        console.print(Padding(_row(event), (1, 0, 0, 0)))
        for span in event.mentions:
            console.print(Padding(_evidence(article, event, span), (0, 0, 0, 4)))
        if why:
            console.print(Padding(_trace(event), (0, 0, 0, 4)))
    console.print()


def _heading(article: Article, events: list[Event]) -> Text:
    title = article.title or article.url or "untitled"
    facts = " · ".join(filter(None, [article.outlet, article.published or "date unknown", article.language, f"{len(events)} events"]))
    return Text.assemble((title, "bold"), "  ", (facts, "dim"))


def _side(actors: tuple[Actor, ...]) -> Text:
    text = Text()
    for i, actor in enumerate(actors):
        text.append(", " if i else "")
        text.append(actor.name, style="bold")
        text.append(f" {actor.code}", style="cyan")
    return text if actors else Text("nobody named", style="dim")


def _row(event: Event) -> Table:
    quad = ontology().types[event.type].quad
    row = Table.grid(padding=(0, 2))
    row.add_column(width=10, no_wrap=True)
    row.add_column(width=22, no_wrap=True)
    row.add_column(ratio=1)
    act = Text(event.type, style=_COLOURS[quad])
    if event.mode:
        act.append(f" {event.mode}", style="not bold")
    sides = Text.assemble(_side(event.actors), (" → ", "dim"), _side(event.recipients)) if event.recipients else _side(event.actors)
    facts = [_MARKS[event.status], _QUADS[quad]]
    facts += [f"at {event.place.name}"] if event.place else []
    facts += ["on the word of " + ", ".join(actor.name for actor in event.said_by)] if event.said_by else []
    facts += ["quoted"] if event.quote else []
    facts += [f"{event.confidence:.2f}"]
    row.add_row(Text(event.date or "no date", style="dim"), act, Group(sides, Text(" · ".join(filter(None, facts)), style="dim italic")))
    return row


def _evidence(article: Article, event: Event, span: Span) -> Text:
    """The words of a mention in their surroundings, the actors underlined."""
    line_start = article.text.rfind("\n", 0, span.start) + 1
    line_end = article.text.find("\n", span.end)
    line_end = line_end if line_end >= 0 else len(article.text)
    start, end = max(line_start, span.start - _AROUND), min(line_end, span.end + _AROUND)
    # Cut between words.
    start = start if start == line_start else article.text.find(" ", start, span.start) + 1 or span.start
    end = end if end == line_end else max(article.text.rfind(" ", span.end, end), span.end)
    shown = Text("“" + ("… " if start > line_start else ""))
    offset = len(shown.plain)
    shown.append(article.text[start:end].replace("\n", " "), style="dim")
    shown.stylize("not dim", span.start - start + offset, span.end - start + offset)
    for actor in (*event.actors, *event.recipients):
        if start <= actor.span.start and actor.span.end <= end:
            shown.stylize("underline cyan not dim", actor.span.start - start + offset, actor.span.end - start + offset)
    shown.append(" …”" if end < line_end else "”")
    return shown


def _trace(event: Event) -> Table:
    table = Table.grid(padding=(0, 2))
    for step in event.trace:
        table.add_row(Text(step.stage, style="magenta"), Text(step.rule), Text(step.text, style="dim"))
    return table
