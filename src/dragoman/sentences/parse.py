"""Article to parsed sentences: tokens, lemmas, parts of speech, dependencies.

One model for the four languages, trained by ``training/parser`` on Universal Dependencies; its card stands
beside the weights in ``data/models``. Parsing copies everything to the project's own types, so that nothing
outside this folder knows spaCy.
"""

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge.files import DATA
from dragoman.sentences.lemmas import lemmas
from dragoman.sentences.split import quoted, split
from dragoman.sentences.tokenize import blank
from dragoman.types import Article, Sentence, Span, Token, replace

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = DATA / "models" / "parser.msgpack"
_SILENT = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\ufeff"))
# The treebanks write plain quotation marks and apostrophes; one character for one, so that offsets hold.
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "\u00a0": " "})


@cache
def _model() -> "Language":
    import srsly
    from spacy.util import load_model_from_config

    packed = srsly.read_msgpack(MODEL)
    nlp = load_model_from_config(packed["config"], auto_fill=False, validate=False)
    return nlp.from_bytes(packed["weights"])


def parse(article: Article) -> list[Sentence]:
    """The parsed sentences of an article's body, in order; token spans are offsets into its text.

    >>> text = "The army arrested two ministers."
    >>> [s] = parse(Article("a", text, "en", body=(Span(0, len(text)),)))
    >>> [t.dep for t in s.tokens if t.text == "army"]
    ['nsubj']
    """
    nlp = _model()
    spans = split(article)
    marks = quoted(article)
    with nlp.memory_zone(), blank(article.language).memory_zone():
        docs = [_doc(article, span) for span in spans]
        parsed = nlp.pipe(docs)
        return [_sentence(article, i, span, doc, marks) for i, (span, doc) in enumerate(zip(spans, parsed, strict=True))]


def _doc(article: Article, span: Span) -> "Doc":
    from spacy.tokens import Doc

    # Line breaks and runs of blanks inside a sentence would be tokens of their own.
    raw = blank(article.language).tokenizer(span.of(article.text))
    words = [token for token in raw if not token.is_space]
    return Doc(
        _model().vocab,
        words=[_plain(token.text) for token in words],
        spaces=[bool(token.whitespace_) for token in words],
        sent_starts=[i == 0 for i in range(len(words))],
        user_data={"offsets": [(token.idx, len(token.text)) for token in words]},
    )


def _plain(word: str) -> str:
    """A word as the treebanks write it: plain quotation marks, composed letters, no soft hyphens."""
    if word.isascii():
        return word
    composed = unicodedata.normalize("NFC", word).translate(_PLAIN)
    return composed.translate(_SILENT) or word


def _sentence(article: Article, index: int, span: Span, doc: "Doc", marks: list[Span]) -> Sentence:
    tokens = []
    for token, (offset, length) in zip(doc, doc.user_data["offsets"], strict=True):
        start = span.start + offset
        tokens.append(
            Token(
                i=token.i,
                text=article.text[start : start + length],
                span=Span(start, start + length),
                pos=token.pos_,
                dep=token.dep_ if token.head.i != token.i else "root",
                head=token.head.i,
                lemmas=lemmas(token.text, token.pos_, article.language),
                features=frozenset(f for f in str(token.morph).split("|") if f),
                low=token.text.lower(),
            )
        )
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
