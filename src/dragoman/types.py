"""All types that pass from stage to stage: frozen, slotted, without behaviour beyond reading themselves."""

from dataclasses import dataclass, field, replace
from typing import Any

__all__ = ["Actor", "Article", "Event", "Mention", "Place", "Sentence", "Span", "Step", "Token", "replace"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` to ``end`` (exclusive) of an article's text.

    >>> Span(3, 7).of("Die Nato tagt")
    ' Nat'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its text as it came and what is known about it.

    ``body`` lists the stretches of ``text`` that belong to the article itself; navigation, advertising and
    the like lie outside. ``published`` is an EDTF date or None where unknown.

    >>> Article(id="a", text="Hola.", language="es").published is None
    True
    """

    id: str
    text: str
    language: str
    body: tuple[Span, ...] = ()
    published: str | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Token:
    """One word with its place in the parse. ``head`` is an index into the sentence; the root heads itself.

    ``low`` is the word in lower case with plain apostrophes; ``lemmas`` holds every dictionary form the word
    may have, in lower case; ``features`` its UD features.
    """

    i: int
    text: str
    span: Span
    pos: str
    dep: str
    head: int
    lemmas: frozenset[str] = frozenset()
    features: frozenset[str] = frozenset()
    low: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed sentence. ``children[i]`` are the indices of the tokens that token ``i`` heads."""

    index: int
    span: Span
    text: str
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    quoted: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """A political actor where the text names it: PLOVER code, name, and the words.

    >>> Actor("USA.GOV", "Donald Trump", "Trump", Span(0, 5)).country
    'USA'
    """

    code: str
    name: str
    text: str
    span: Span

    @property
    def country(self) -> str:
        """The country, or the organisation's own code."""
        return self.code.split(".")[0]

    @property
    def sector(self) -> str:
        """The sector, or the empty string for an organisation."""
        return self.code.partition(".")[2]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a sentence that name an actor, a place or a date.

    ``kind`` is one of ``actor``, ``place``, ``adjective`` (a nationality) or ``date``; ``head`` the token that
    carries it in the parse; ``value`` an EDTF date for dates, an ISO 3166-1 alpha-3 code for places;
    ``rule`` says how it was found.
    """

    kind: str
    sentence: int
    head: int
    first: int
    last: int
    value: str = ""
    actor: Actor | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event happened, if the text says so."""

    text: str
    country: str
    name: str


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the trace: which rule decided what, on which words."""

    stage: str
    rule: str
    text: str
    span: Span
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, said or done, when, where, on whose word; labels as in the codebook."""

    type: str
    mode: str | None
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    date: str | None
    status: str
    mentions: tuple[Span, ...]
    contexts: tuple[str, ...] = ()
    place: Place | None = None
    said_by: tuple[Actor, ...] = ()
    quote: bool = False
    confidence: float = 0.5
    sentences: tuple[int, ...] = ()
    trace: tuple[Step, ...] = field(default=())


def codes(actors: tuple[Actor, ...]) -> tuple[str, ...]:
    """The codes of a side, sorted and without repeats.

    >>> codes((Actor("USA.GOV", "US", "US", Span(0, 2)),))
    ('USA.GOV',)
    """
    return tuple(sorted({actor.code for actor in actors}))


Json = dict[str, Any]
