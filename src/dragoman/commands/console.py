"""What all commands share: how they complain, and how they write."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import typer

from dragoman.errors import DragomanError


def complain(message: object) -> None:
    """One line on standard error."""
    print(f"dragoman: {message}".replace("\n", " "), file=sys.stderr)


def stop(error: DragomanError) -> NoReturn:
    """Ends the command with the error's line and exit code."""
    complain(error)
    raise typer.Exit(error.exit_code)


@contextmanager
def output() -> Iterator[None]:
    """Standard output as UTF-8 with the same bytes on every system; a reader who has seen enough ("| head") is no error."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
