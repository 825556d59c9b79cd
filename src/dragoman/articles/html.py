"""The main text of a web page and what its metadata say, through trafilatura."""

import re
from dataclasses import dataclass
from typing import Any

from dragoman.errors import InputError


@dataclass(frozen=True, slots=True)
class Page:
    """A web page's main text and metadata; what the page does not say is None."""

    text: str
    title: str | None
    published: str | None
    language: str | None
    outlet: str | None
    url: str | None


def looks_like_html(text: str) -> bool:
    """Whether a text is a web page rather than plain text.

    >>> looks_like_html("<!DOCTYPE html><html>…"), looks_like_html("1 < 2")
    (True, False)
    """
    head = text[:2000].lstrip("\ufeff \t\r\n").lower()
    return head.startswith(("<!doctype html", "<html", "<?xml")) or ("<body" in head and head[:1] == "<")


def read_page(markup: str, name: str, url: str | None = None) -> Page:
    """The article in a web page.

    Raises InputError where the page holds no article text.
    """
    import trafilatura
    from trafilatura.meta import reset_caches

    # Duplicate detection stays off: it would make the text depend on what was read before.
    found = trafilatura.bare_extraction(markup, url=url, with_metadata=True, include_comments=False, include_tables=False, deduplicate=False)
    reset_caches()
    fields: dict[str, Any] = found if isinstance(found, dict) else found.as_dict() if found is not None else {}
    text = (fields.get("text") or "").strip()
    if not text:
        raise InputError(f"{name}: no article text found in the page")
    title = fields.get("title")
    if title and not text.startswith(title.strip()):
        text = f"{title.strip()}\n{text}"
    language = _declared_language(markup) or fields.get("language")
    return Page(text, title, fields.get("date"), language, fields.get("sitename"), url or fields.get("url"))


def _declared_language(markup: str) -> str | None:
    match = re.search(r"<html[^>]*?\slang\s*=\s*[\"']?([A-Za-z]{2})", markup[:5000])
    return match[1].lower() if match else None
