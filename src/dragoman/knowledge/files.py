"""Reading data files: YAML that remembers its lines, and tab-separated tables."""

import difflib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from dragoman.errors import DataError

DATA = Path(str(files("dragoman") / "data"))
LINE = "__line__"
_SAFE = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _WordLoader(_SAFE):  # type: ignore[misc, valid-type]
    """A safe YAML loader to which "no", "on" and "yes" are words; only "true" and "false" are truth values."""


_WordLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, resolvers in _SAFE.yaml_implicit_resolvers.items()
}


class _LineLoader(_WordLoader):
    """A YAML loader that notes on every mapping the line on which it starts."""


def read_yaml(path: Path, loader: Any = _WordLoader) -> Any:
    """The content of a YAML file.

    Raises DataError where the file is missing or is no YAML.
    """
    try:
        return yaml.load(path.read_bytes(), Loader=loader)
    except OSError as error:
        raise DataError(f"{path}: cannot be read ({error.strerror})") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise DataError(f"{path}:{line}: no valid YAML ({getattr(error, 'problem', error)})") from error


def _mapping_with_line(loader: Any, node: Any) -> dict[str, Any]:
    mapping: dict[str, Any] = loader.construct_mapping(node, deep=True)
    mapping[LINE] = node.start_mark.line + 1
    return mapping


_LineLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping_with_line)


def read_yaml_with_lines(path: Path) -> Any:
    """Like `read_yaml`, but every mapping carries its line number under ``__line__``."""
    return read_yaml(path, _LineLoader)


def read_table(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and fields of each row of a tab-separated file with a header.

    Raises DataError where the file is missing or a row has more fields than the header.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise DataError(f"{path}: cannot be read ({error.strerror})") from error
    header = lines[0].split("\t") if lines else []
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if len(cells) > len(header):
            raise DataError(f"{path}:{number}: {len(cells)} fields where the header has {len(header)}")
        yield number, dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))


def suggest(word: str, known: Iterable[str]) -> str:
    """The tail of an error message: what may have been meant.

    >>> suggest("PROTST", ["PROTEST", "AID"])
    '; did you mean PROTEST?'
    """
    near = difflib.get_close_matches(word, list(known), n=1)
    return f"; did you mean {near[0]}?" if near else ""


@cache
def data_digest() -> str:
    """A short digest of every data file but the model weights, to name a run's data."""
    import hashlib

    digest = hashlib.sha256()
    for path in sorted(DATA.rglob("*")):
        if path.suffix in {".yaml", ".tsv"}:
            digest.update(path.relative_to(DATA).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
