"""Where sentences begin and end, by offsets into the article's text."""

import re
from functools import cache

from dragoman.knowledge.calendar import month_names
from dragoman.knowledge.grammar import grammar
from dragoman.types import Article, Span

# A stop, whatever closes with it, white space, and the first character of what follows.
_STOP = re.compile(r"(?<![.!?…])([.!?…]+)((?:[\"”“’')\]]|\s?»)*)(\s+)(?=((?:[\"“„»‘'(\[¿¡–—-]|«\s?)*)(\w))")
_WORD_BEFORE = re.compile(r"[^\s(\"“„«»]+$")
_MAX_SENTENCE = 1500


@cache
def _abbreviations(language: str) -> frozenset[str]:
    return frozenset(word.lower() for word in grammar(language).sentences["abbreviations"])


def split(article: Article) -> list[Span]:
    """The sentences of an article's body.

    >>> from dragoman.types import Article
    >>> text = "Am 8. Januar ging Dr. Weber noch weiter. „Wir warten“, sagte er."
    >>> [s.of(text) for s in split(Article("a", text, "de", body=(Span(0, len(text)),)))]
    ['Am 8. Januar ging Dr. Weber noch weiter.', '„Wir warten“, sagte er.']
    """
    spans: list[Span] = []
    for part in article.body:
        spans.extend(_split_part(article.text, part, article.language))
    return spans


def _split_part(text: str, part: Span, language: str) -> list[Span]:
    spans, start = [], part.start
    for match in _STOP.finditer(text, part.start, part.end):
        if match.end() < part.end and _is_end(text, match, language):
            spans.append(Span(start, match.end(2)))
            start = match.end(3)
    if start < part.end:
        spans.append(Span(start, part.end))
    return [piece for span in spans for piece in _bounded(text, span)]


def _bounded(text: str, span: Span) -> list[Span]:
    """A sentence cut at white space where it is longer than any real one, so that cost stays linear."""
    pieces = []
    while span.end - span.start > _MAX_SENTENCE:
        cut = text.rfind(" ", span.start, span.start + _MAX_SENTENCE)
        cut = cut if cut > span.start else span.start + _MAX_SENTENCE
        pieces.append(Span(span.start, cut))
        span = Span(cut + 1 if text[cut : cut + 1] == " " else cut, span.end)
    return [*pieces, span] if span.end > span.start else pieces


def _is_end(text: str, match: re.Match[str], language: str) -> bool:
    stop, closing, follows = match[1], match[2], match[5]
    opening = match[4]
    if follows.islower() and not opening:
        return False
    if follows.islower() and closing:
        return False
    if stop != ".":
        return follows.isupper() or follows.isdigit() or bool(opening)
    before = _WORD_BEFORE.search(text, max(0, match.start() - 30), match.start())
    word = before.group() if before else ""
    after = re.compile(r"\w+").match(text, match.end() + len(opening))
    next_word = after.group() if after else ""
    if closing:
        return True
    if word.isdigit() and grammar(language).sentences["ordinals"] and len(word) <= 2:
        return next_word in grammar(language).sentences["starters"] and next_word.lower() not in month_names(language)
    if word.lower().rstrip(".") in _abbreviations(language):
        return False
    # A single capital is an initial ("George W. Bush"), unless it ends a name such as "Plan B".
    return not (len(word) == 1 and word.isupper())


def quoted(article: Article, opened_for: int = 1200) -> list[Span]:
    """The stretches of an article inside quotation marks, across sentences, in order.

    A mark that is not closed within ``opened_for`` characters is passed over.

    >>> text = 'Er sagte: „Nein. Niemals.“ Dann ging er.'
    >>> [s.of(text) for s in quoted(Article("a", text, "de"))]
    ['„Nein. Niemals.“']
    """
    spans: list[Span] = []
    closers: dict[str, set[str]] = {}
    for pair in grammar(article.language).sentences["quotes"]:
        closers.setdefault(pair[0], set()).add(pair[1])
    # Fonts mix: a low German mark may close with either high one.
    closers.setdefault("„", set()).update('“”"')
    closers.setdefault("“", set()).add("”")
    i = 0
    text = article.text
    while i < len(text):
        closing = closers.get(text[i])
        if closing and (text[i] not in "‘’" or i == 0 or not text[i - 1].isalnum()):
            ends = [_closed(text, mark, i + 1, i + opened_for) for mark in closing]
            end = min((e for e in ends if e > i + 1), default=-1)
            if end > 0:
                spans.append(Span(i, end + 1))
                i = end
        i += 1
    return spans


def _closed(text: str, mark: str, start: int, stop: int) -> int:
    """Where a mark closes a quotation, or -1; an apostrophe inside a word does not."""
    at = text.find(mark, start, stop)
    while at >= 0 and mark in "’'" and text[at + 1 : at + 2].isalnum():
        at = text.find(mark, at + 1, stop)
    return at
