"""``dragoman read``: articles in, events out."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from dragoman.commands.console import complain, output, stop
from dragoman.errors import DragomanError, InputError


class Format(StrEnum):
    """How events are printed."""

    pretty = "pretty"
    jsonl = "jsonl"


def read(
    sources: Annotated[list[str], typer.Argument(metavar="PATH|URL|-...", help="Text, HTML or JSONL files, addresses of pages, or - for standard input.")],
    date: Annotated[str | None, typer.Option(help="The article's date: 2026-01-13, 2026-01 or 2026.")] = None,
    language: Annotated[str | None, typer.Option(help="The article's language: de, en, es or fr.")] = None,
    format: Annotated[Format | None, typer.Option(help="A table for people or one JSON object a line; the default is a table on a terminal.")] = None,
    why: Annotated[bool, typer.Option("--why", help="Show which rule gave every field, on which words.")] = False,
) -> None:
    """Code the political events of articles, each with the words it stands on."""
    from dragoman.articles.language import check_language
    from dragoman.knowledge.calendar import check_date

    try:
        language = check_language(language) if language else None
        date = check_date(date) if date else None
    except DragomanError as error:
        stop(error)
    form, code = format or (Format.pretty if sys.stdout.isatty() else Format.jsonl), 0
    with output():
        code = _read_all(sources, language, date, form, why)
    raise typer.Exit(code)


def _read_all(sources: list[str], language: str | None, date: str | None, form: Format, why: bool) -> int:
    """Reads the sources one by one; an article that cannot be read is reported and passed over."""
    from rich.console import Console
    from rich.progress import Progress

    from dragoman.articles.read import read_articles
    from dragoman.pipeline import code
    from dragoman.view.record import event_line
    from dragoman.view.terminal import print_events

    console, usable = Console(highlight=False), 0
    quiet = len(sources) < 2 or not sys.stderr.isatty()
    # Redirecting would send the events themselves to the progress bar's stream.
    progress = Progress(console=Console(stderr=True), transient=True, disable=quiet, redirect_stdout=False, redirect_stderr=False)
    with progress:
        task = progress.add_task("reading", total=len(sources))
        for source in sources:
            progress.update(task, description=source[-40:])
            try:
                for article in read_articles(source, language, date):
                    if isinstance(article, InputError):
                        complain(article)
                        continue
                    events = code(article)
                    usable += 1
                    if form is Format.pretty:
                        print_events(console, article, events, why)
                    else:
                        for event in events:
                            print(event_line(article, event, why), flush=True)
            except InputError as error:
                complain(error)
            except DragomanError as error:
                complain(error)
                return error.exit_code
            progress.advance(task)
    return 0 if usable else 1
