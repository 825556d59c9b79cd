"""When and where an event happened."""

import datetime

from dragoman.sentences.tree import ancestors, subtree
from dragoman.types import Article, Mention, Place, Sentence

_CLAUSE = frozenset({"acl:relcl", "advcl", "ccomp", "parataxis", "conj"})


def find_date(sentence: Sentence, head: int, mentions: list[Mention], article: Article) -> tuple[str | None, Mention | None]:
    """The EDTF date of the event at ``head``, and the words that gave it.

    The date in the predicate's own clause comes first, then one above it, then the only one of the
    sentence. Where none attaches to it, a fresh report happened on the article's date.
    """
    dates = [mention for mention in mentions if mention.kind == "date"]
    if dates:
        own = {token.i for token in subtree(sentence, head, _CLAUSE)}
        inside = [m for m in dates if m.head in own]
        if not inside:
            above = [t.i for t in ancestors(sentence, head)]
            inside = [m for m in dates if sentence.tokens[m.head].head in above]
        if not inside and len(dates) == 1 and sentence.tokens[head].dep != "acl:relcl":
            inside = dates
        if inside:
            best = min(inside, key=lambda m: (-len(m.value), abs(m.head - head)))
            return best.value, best
    return article.published, None


def is_historical(date: str | None, article: Article) -> bool:
    """Whether an event lies more than a year before its article.

    >>> is_historical("2019", Article("a", "", "en", published="2026-01-13"))
    True
    """
    if not date or not article.published or date.startswith("X") or len(article.published) < 4:
        return False
    latest = (date.split("/")[-1] + "-12-28")[:10] if len(date) < 10 else date
    latest = latest if len(latest) == 10 else f"{date[:4]}-12-28"
    published = (article.published + "-01-01")[:10]
    return datetime.date.fromisoformat(latest) < datetime.date.fromisoformat(published) - datetime.timedelta(days=366)


def find_place(sentence: Sentence, head: int, mentions: list[Mention], article: Article) -> tuple[Place | None, Mention | None]:
    """Where the event at ``head`` happened: a place in its clause, else the nearest above."""
    places = [mention for mention in mentions if mention.kind == "place"]
    if not places:
        return None, None
    own = {token.i for token in subtree(sentence, head, _CLAUSE)}
    inside = [m for m in places if m.head in own] or [m for m in places if any(t.i == sentence.tokens[m.head].head for t in ancestors(sentence, head))]
    if not inside:
        return None, None
    best = min(inside, key=lambda m: abs(m.head - head))
    start, end = sentence.tokens[best.first].span.start, sentence.tokens[best.last].span.end
    text = article.text[start:end]
    return Place(text, best.value, text), best
