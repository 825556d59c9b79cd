"""Fetching a page."""

from dataclasses import dataclass

from dragoman.articles.decode import MAX_BYTES
from dragoman.errors import InputError

TIMEOUT_S = 20.0


@dataclass(frozen=True, slots=True)
class Fetched:
    """The bytes behind a URL, the encoding that the server declares, and the URL after redirects."""

    data: bytes
    encoding: str | None
    url: str


def is_url(source: str) -> bool:
    """Whether a source is fetched rather than opened.

    >>> is_url("https://example.org/a"), is_url("a.html")
    (True, False)
    """
    return source.lower().startswith(("http://", "https://"))


def fetch(url: str) -> Fetched:
    """The page behind a URL, at most `MAX_BYTES` of it.

    Raises InputError where the server is not reached, refuses, or sends too much.
    """
    import httpx

    headers = {"User-Agent": "dragoman (news reader; one page at a time)"}
    try:
        with httpx.Client(follow_redirects=True, timeout=TIMEOUT_S, headers=headers) as client, client.stream("GET", url) as answer:
            if answer.status_code >= 400:
                raise InputError(f"{url}: the server answered {answer.status_code} {answer.reason_phrase}; check the address")
            data = b""
            for part in answer.iter_bytes():
                data += part
                if len(data) > MAX_BYTES:
                    raise InputError(f"{url}: more than {MAX_BYTES / 1e6:.0f} MB; this is no article page")
            return Fetched(data, answer.charset_encoding, str(answer.url))
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise InputError(f"{url}: cannot be fetched ({error or type(error).__name__}); check the address and the network") from error
