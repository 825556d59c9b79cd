"""Article to parsed sentences: tokens, lemmas, parts of speech, dependencies.

One network for the four languages, trained by ``training/parser`` on Universal Dependencies; its card stands
beside the weights in ``data/models``.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from threadpoolctl import threadpool_limits

from dragoman.knowledge.files import DATA
from dragoman.sentences.lemmas import lemmas
from dragoman.sentences.network import Network, Parsed, read
from dragoman.sentences.split import quoted, split
from dragoman.sentences.tokenize import blank
from dragoman.types import Article, Sentence, Span, Token, replace

MODEL = DATA / "models" / "parser.npz"
_SILENT = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\ufeff"))
# The treebanks write plain quotation marks and apostrophes; one character for one, so that offsets hold.
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "\u00a0": " "})


@cache
def network() -> Network:
    """The network with the program's weights, read on first use."""
    return read(MODEL)


@dataclass(frozen=True, slots=True)
class _Tokens:
    """The tokens of a sentence before parsing: words as the treebanks write them, blanks after them, places in the sentence."""

    words: list[str]
    spaces: list[bool]
    places: list[Span]


def parse(article: Article) -> list[Sentence]:
    """The parsed sentences of an article's body, in order; token spans are offsets into its text.

    >>> text = "The army arrested two ministers."
    >>> [s] = parse(Article("a", text, "en", body=(Span(0, len(text)),)))
    >>> [t.dep for t in s.tokens if t.text == "army"]
    ['nsubj']
    """
    spans = split(article)
    marks = quoted(article)
    with blank(article.language).memory_zone():
        tokens = [_tokens(article, span) for span in spans]
    # One thread: on few cores more are slower, and the figures do not depend on how many there are.
    with threadpool_limits(limits=1, user_api="blas"):
        parsed = network().parse([(t.words, t.spaces) for t in tokens], article.language)
    return [_sentence(article, i, *parts, marks) for i, parts in enumerate(zip(spans, tokens, parsed, strict=True))]


def _tokens(article: Article, span: Span) -> _Tokens:
    # Line breaks and runs of blanks inside a sentence would be tokens of their own.
    words = [token for token in blank(article.language).tokenizer(span.of(article.text)) if not token.is_space]
    places = [Span(span.start + token.idx, span.start + token.idx + len(token.text)) for token in words]
    spaces = [place.end < after.start for place, after in pairwise(places)]
    return _Tokens([_plain(token.text) for token in words], [*spaces, False], places)


def _plain(word: str) -> str:
    """A word as the treebanks write it: plain quotation marks, composed letters, no soft hyphens."""
    if word.isascii():
        return word
    composed = unicodedata.normalize("NFC", word).translate(_PLAIN)
    return composed.translate(_SILENT) or word


def _sentence(article: Article, index: int, span: Span, raw: _Tokens, parsed: Parsed, marks: list[Span]) -> Sentence:
    tokens = [
        Token(
            i=i,
            text=place.of(article.text),
            span=place,
            pos=parsed.pos[i],
            dep=parsed.deps[i],
            head=parsed.heads[i],
            lemmas=lemmas(word, parsed.pos[i], article.language),
            features=frozenset(f for f in parsed.features[i].split("|") if f),
            low=word.lower(),
        )
        for i, (word, place) in enumerate(zip(raw.words, raw.places, strict=True))
    ]
    below: list[list[int]] = [[] for _ in tokens]
    for token_ in tokens:
        if token_.head != token_.i:
            below[token_.head].append(token_.i)
    joined = tuple(_with_particle(token_, tokens, below) for token_ in tokens)
    inside = tuple(mark for mark in marks if mark.start < span.end and mark.end > span.start)
    return Sentence(index, span, span.of(article.text), joined, tuple(tuple(js) for js in below), inside)


def _with_particle(token: Token, tokens: list[Token], below: list[list[int]]) -> Token:
    """A verb whose separated particle stands elsewhere takes the joined lemmas in place of the bare ones."""
    if token.pos not in {"VERB", "AUX"}:
        return token
    particles = [tokens[j] for j in below[token.i] if tokens[j].dep == "compound:prt"]
    if not particles:
        return token
    joined = {p.low + lemma for p in particles for lemma in token.lemmas if p.i > token.i}
    # English keeps its particle apart: the lexicon writes it as a condition on the bare verb.
    return replace(token, lemmas=token.lemmas | joined)
