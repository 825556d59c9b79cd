"""The command line: one command a verb."""

import sys
from typing import cast

import typer

from dragoman.commands.actors import actors
from dragoman.commands.read import read

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Reads news articles and codes the political events in them.",
)


@app.callback()
def main() -> None:
    """Reads news articles in German, English, Spanish and French and codes the political events in them."""


app.command()(read)
app.add_typer(actors, name="actors")

# Typer keeps its base class of usage errors to itself; BadParameter is the public member of the family.
_UsageError = cast(type[Exception], typer.BadParameter.__mro__[1])


def run() -> None:
    """The entry point: like `app`, but wrong usage is one line, and an interrupt ends it quietly."""
    try:
        code = app(standalone_mode=False)
    except _UsageError as error:
        message = " ".join(str(getattr(error, "format_message", error.__str__)()).split())
        print(f"dragoman: {message or 'nothing to do'} See dragoman --help.", file=sys.stderr)
        sys.exit(2)
    except (KeyboardInterrupt, typer.Abort):
        sys.exit(130)
    sys.exit(code if isinstance(code, int) else 0)
