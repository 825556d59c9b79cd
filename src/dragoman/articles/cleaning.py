"""Which stretches of a plain text are the article itself, and which are navigation, advertising or author boxes.

A page saved as text loses its markup, so the lines themselves must tell. Prose comes in long lines that end
like sentences; what surrounds it comes in short ones that do not. A block of two or more short lines at
either end of the text, or behind a heading such as "Related articles", is not the article.
"""

import re
from dataclasses import dataclass

from dragoman.knowledge.grammar import grammar
from dragoman.types import Span

_LINE = re.compile(r"[^\r\n]+")
_PARAGRAPH = re.compile(r"\S(?:(?!\r?\n[ \t]*\r?\n)[\s\S])*")
_WRAP = re.compile(r"[^\s.!?:]\r?\n(?=[a-zäöüßáéíóúñàâçèêëîïôùûœ])")
_ENDS_LIKE_PROSE = re.compile(r"[.!?…:;,][\"”“»«’')\]]*\s*$")
_LIST_MARK = re.compile(r"^\s*(?:[-*•·|>»–—]\s|\d+[.)]\s)|[•|›]|https?://|www\.|@\w+|^\s*©")
_FULL_STOP = re.compile(r"[.!?][\"”“»«’')\]]*$")
_PROSE_WORDS, _SHORT_PROSE_WORDS = 8, 5
_HEADING_WORDS = 14


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    text: str
    words: int
    prose: bool
    cue: bool
    head: bool


def _read(match: re.Match[str], cues: frozenset[str], heads: frozenset[str]) -> _Line:
    text = match.group().strip()
    words = re.findall(r"[^\W\d_]+", text.lower())
    ends = bool(_ENDS_LIKE_PROSE.search(text))
    hits = sum(word in cues for word in words)
    cue = bool(_LIST_MARK.search(text)) or hits >= max(1, len(words) / 6)
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    bare = " ".join(words)
    return _Line(
        span=Span(start, start + len(text)),
        text=text,
        words=len(words),
        prose=_is_prose(text, len(words), hits, ends),
        cue=cue,
        head=any(bare == h or (bare.startswith(h) and len(words) <= len(h.split()) + 2) for h in heads),
    )


def _is_prose(text: str, words: int, hits: int, ends: bool) -> bool:
    """A long line that ends like a sentence, or a shorter one that ends with a full stop."""
    if words < _SHORT_PROSE_WORDS or _LIST_MARK.search(text):
        return False
    if _FULL_STOP.search(text):
        return hits < words / 3
    return ends and words >= _PROSE_WORDS and hits < max(2, words / 5)


def body(text: str, language: str) -> tuple[Span, ...]:
    """The lines of a text that belong to the article, as spans, in order.

    >>> page = "Gipfel in Genf\\nDie Minister trafen sich am Montag in Genf zu Gesprächen.\\n- Politik\\n- Sport"
    >>> [span.of(page) for span in body(page, "de")]
    ['Gipfel in Genf', 'Die Minister trafen sich am Montag in Genf zu Gesprächen.']
    """
    words = grammar(language).cleaning
    cues, heads = frozenset(words["cues"]), frozenset(words["heads"])
    # Lines broken at a fixed width are joined by their paragraphs.
    wrapped = 3 * len(_WRAP.findall(text)) > text.count("\n")
    pattern = _PARAGRAPH if wrapped else _LINE
    lines = [_read(match, cues, heads) for match in pattern.finditer(text) if match.group().strip()]
    if not any(line.prose for line in lines):
        return tuple(line.span for line in lines if not line.cue)
    first = next(i for i, line in enumerate(lines) if line.prose)
    last = max(i for i, line in enumerate(lines) if line.prose)
    kept = []
    for i, line in enumerate(lines):
        if line.head:
            # What follows such a heading is other articles' text, up to the next stretch of prose lines.
            if i > first and not _prose_follows(lines, i):
                break
            continue
        before, after = i < first, i > last
        if after and not _quoted(line):
            continue
        if line.prose or (not line.cue and (not before or (first - i <= 3 and line.words <= _HEADING_WORDS * 2))):
            kept.append(line.span)
    return tuple(kept)


def _prose_follows(lines: list[_Line], i: int) -> bool:
    """Whether two of the next four lines are prose: then the heading stood in the middle of the article."""
    return sum(line.prose for line in lines[i + 1 : i + 5]) >= 2


def _quoted(line: _Line) -> bool:
    return line.text[:1] in '"“„«»' and line.words >= 4
