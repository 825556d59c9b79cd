"""Bytes to text."""

import re

from dragoman.errors import InputError

_MULTIBYTE = re.compile(rb"[\xc3\xc2\xe2][\x80-\xbf]+")
MAX_BYTES = 20_000_000
MAX_BYTES_OF_MANY = 500_000_000
_BINARY = (b"\x7fELF", b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"OggS")


def decode(data: bytes, name: str, declared: str | None = None, limit: int = MAX_BYTES) -> str:
    """The text of an article's bytes: UTF-8 or UTF-16 by its mark, the declared encoding, or Windows' Western one.

    Line ends are left as they are, so that offsets hold. Raises InputError for empty, binary, oversized or
    undecodable input; ``name`` is what the message calls it.

    >>> decode("¡Hola!".encode("latin-1"), "page", declared="latin-1")
    '¡Hola!'
    """
    if not data.strip():
        raise InputError(f"{name}: is empty; nothing to read")
    if len(data) > limit:
        raise InputError(f"{name}: {len(data) / 1e6:.0f} MB is too much at once; split it (limit {limit / 1e6:.0f} MB)")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strict(data, "utf-16", name)
    if data.startswith(_BINARY) or b"\0" in data[:100_000]:
        raise InputError(f"{name}: is a binary file; give text, HTML or JSONL")
    for encoding in ("utf-8-sig", declared):
        if encoding:
            try:
                return data.decode(encoding)
            except (UnicodeDecodeError, LookupError):
                continue
    return _western(data, name)


def _western(data: bytes, name: str) -> str:
    """Text in Windows' Western encoding, unless it is UTF-8 that was damaged on its way."""
    damaged = data.decode("utf-8", errors="replace")
    whole = len(_MULTIBYTE.findall(data))
    if whole > damaged.count("\ufffd"):
        raise InputError(f"{name}: the encoding is broken: UTF-8 with damaged bytes, the first near {_near(damaged)}; save it again as UTF-8")
    text = _strict(data, "cp1252", name)
    if sum(character < " " and character not in "\t\n\r\f" for character in text) > len(text) // 100:
        raise InputError(f"{name}: is a binary file; give text, HTML or JSONL")
    return text


def _near(text: str) -> str:
    at = text.index("\ufffd")
    return repr(text[max(0, at - 15) : at + 15])


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: the encoding is broken at byte {error.start}; save it as UTF-8") from error
