"""Reading data files: YAML that remembers its lines, and tab-separated tables."""

import difflib
import gc
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from dragoman.errors import DataError

DATA = Path(str(files("dragoman") / "data"))
_SAFE = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _WordLoader(_SAFE):  # type: ignore[misc, valid-type]
    """A safe YAML loader to which "no", "on" and "yes" are words; only "true" and "false" are truth values."""


_WordLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, resolvers in _SAFE.yaml_implicit_resolvers.items()
}


def read_text(path: Path) -> str:
    """The content of a data file. Raises DataError where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise DataError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: is not UTF-8 (byte {error.start}); save it as UTF-8") from error


def parse_yaml(text: str, path: Path, line: int = 1) -> Any:
    """What a piece of YAML says; ``path`` and ``line``, where it begins, stand in the DataError if it says nothing."""
    try:
        return yaml.load(text, Loader=_WordLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        at = line + (mark.line if mark else 0)
        raise DataError(f"{path}:{at}: no valid YAML ({getattr(error, 'problem', error)})") from error


def read_yaml(path: Path) -> Any:
    """The content of a YAML file. Raises DataError where the file is missing or is no YAML."""
    return parse_yaml(read_text(path), path)


def read_table(path: Path, *columns: str) -> Iterator[tuple[int, list[str]]]:
    """Line number and fields of each row of a tab-separated file whose header names these columns, in this order.

    Fields missing at a row's end are empty. Raises DataError where the file is missing, has another header, or a
    row has more fields than that.
    """
    header, *lines = read_text(path).split("\n")
    if header.split("\t") != list(columns):
        raise DataError(f"{path}:1: the header is {' '.join(header.split(chr(9)))!r}; it must be {' '.join(columns)!r}, separated by tabs")
    width = len(columns)
    for number, line in enumerate(lines, 2):
        cells = line.split("\t")
        if len(cells) != width:
            if line == "":
                continue
            if len(cells) > width:
                raise DataError(f"{path}:{number}: {len(cells)} fields where the header has {width}")
            cells += [""] * (width - len(cells))
        yield number, cells


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for garbage meanwhile: tables are all kept, and looking through them again and again takes a third of
    the time of loading them."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def suggest(word: str, known: Iterable[str]) -> str:
    """The tail of an error message: what may have been meant.

    >>> suggest("PROTST", ["PROTEST", "AID"])
    '; did you mean PROTEST?'
    """
    near = difflib.get_close_matches(word, list(known), n=1)
    return f"; did you mean {near[0]}?" if near else ""


def own_actors() -> Path:
    """The folder of the user's own actors: ``$DRAGOMAN_ACTORS``, else ``.dragoman/actors`` in the home folder."""
    return Path(os.environ.get("DRAGOMAN_ACTORS") or "~/.dragoman/actors").expanduser()


@cache
def data_digest() -> str:
    """A short digest of every data file but the model weights, the user's own actors included, to name a run's data."""
    import hashlib

    digest = hashlib.sha256()
    for folder in (DATA, own_actors()):
        for path in sorted(folder.rglob("*")):
            if path.suffix in {".yaml", ".tsv"}:
                digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
