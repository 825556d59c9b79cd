"""From a path, a URL or standard input to articles."""

import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.articles.cleaning import body
from dragoman.articles.decode import MAX_BYTES, MAX_BYTES_OF_MANY, decode
from dragoman.articles.html import looks_like_html, read_page
from dragoman.articles.language import check_language, find_language
from dragoman.articles.published import date_in, find_published
from dragoman.articles.web import fetch, is_url
from dragoman.errors import InputError, UsageError
from dragoman.knowledge.calendar import check_date
from dragoman.types import Article, Json

MAX_CHARS = 1_000_000


@dataclass(frozen=True, slots=True)
class Given:
    """What the user or a file declares of an article; None where nothing is declared."""

    language: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    language_is_sure: bool = False


def article_from_text(text: str, name: str = "text", given: Given = Given()) -> Article:
    """An article from plain text, which stays as it is, so that offsets hold.

    Raises InputError where there is no text, LanguageError where it is in another language, and UsageError where
    a given language or date is none.

    >>> article = article_from_text("The president of Chile met the president of Peru in Lima on Monday.")
    >>> article.language, article.body[0].of(article.text)[:13]
    ('en', 'The president')
    """
    if not text.strip():
        raise InputError(f"{name}: is empty; nothing to read")
    if len(text) > MAX_CHARS:
        raise InputError(f"{name}: {len(text):,} characters are more than one article; split it (limit {MAX_CHARS:,})")
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise InputError(f"{name}: holds half a character (a lone surrogate); save it again as UTF-8")
    if not any(character.isalpha() for character in text):
        raise InputError(f"{name}: has no words; nothing to read")
    language = check_language(given.language) if given.language and given.language_is_sure else None
    published = check_date(given.published) if given.published else None
    language = language or find_language(text, name, given.language)
    spans = body(text, language)
    title = given.title or (spans[0].of(text) if spans and spans[0].end - spans[0].start < 200 else None)
    return Article(
        id=hashlib.sha256(f"{given.url or ''}\0{text}".encode()).hexdigest()[:16],
        text=text,
        language=language,
        body=spans,
        published=published or find_published(text, language),
        title=title,
        url=given.url,
        outlet=given.outlet,
    )


def read_articles(source: str, language: str | None = None, date: str | None = None) -> Iterator[Article | InputError]:
    """The articles of one source: a path, a URL, or ``-`` for standard input.

    ``language`` and ``date`` override what the source says. A JSONL file may hold many articles; where one
    of them cannot be read its place is taken by the error, and the others are read all the same.

    Raises InputError where the source as a whole cannot be read, UsageError for a wrong language or date.
    """
    sure = Given(language=check_language(language) if language else None, published=check_date(date) if date else None, language_is_sure=bool(language))
    data, declared, name, url = _bytes(source)
    many = name.lower().endswith((".jsonl", ".ndjson"))
    text = decode(data, name, declared, MAX_BYTES_OF_MANY if many else MAX_BYTES)
    if looks_like_html(text) or name.lower().endswith((".html", ".htm")):
        page = read_page(text, name, url)
        yield article_from_text(
            page.text, name, _merge(sure, page.language, _stated_date(page.published) if page.published else None, page.title, page.url, page.outlet)
        )
    elif many or _is_jsonl(text):
        yield from _from_jsonl(text, name, sure)
    else:
        yield article_from_text(text, name, _merge(sure, None, None, None, url, None))


def _stated_date(text: str) -> str | None:
    """The date that a record or a page states of itself, or None where it is no date."""
    try:
        return check_date(text.strip().split(" ")[0])
    except UsageError:
        return date_in(text, "en")


def _merge(sure: Given, language: str | None, published: str | None, title: str | None, url: str | None, outlet: str | None) -> Given:
    return Given(sure.language or language, sure.published or published, title, url, outlet, sure.language_is_sure)


def _bytes(source: str) -> tuple[bytes, str | None, str, str | None]:
    """Bytes, declared encoding, name for messages, and URL."""
    if source == "-":
        return sys.stdin.buffer.read(), None, "standard input", None
    if is_url(source):
        page = fetch(source)
        return page.data, page.encoding, source, page.url
    path = Path(source)
    try:
        return path.read_bytes(), None, source, None
    except FileNotFoundError as error:
        raise InputError(f"{source}: no such file") from error
    except IsADirectoryError as error:
        raise InputError(f"{source}: is a folder; give a file") from error
    except OSError as error:
        raise InputError(f"{source}: cannot be read ({error.strerror})") from error


def _is_jsonl(text: str) -> bool:
    line = text.lstrip().split("\n", 1)[0]
    if not line.startswith("{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except json.JSONDecodeError:
        return False


def _from_jsonl(text: str, name: str, sure: Given) -> Iterator[Article | InputError]:
    seen = False
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            seen = True
            try:
                yield _from_json(line, f"{name}:{number}", sure)
            except InputError as error:
                yield error
    if not seen:
        raise InputError(f"{name}: is empty; nothing to read")


def _from_json(line: str, name: str, sure: Given) -> Article:
    try:
        record: Json = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{name}: no valid JSON ({error})") from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise InputError(f'{name}: an object with a string "text" was expected')
    fields = {
        key: value if isinstance(value := record.get(key), str) and value else None for key in ("language", "published", "date", "title", "url", "outlet")
    }
    published = fields["published"] or fields["date"]
    date = _stated_date(published) if published and not sure.published else None
    return article_from_text(record["text"], name, _merge(sure, fields["language"], date, fields["title"], fields["url"], fields["outlet"]))
