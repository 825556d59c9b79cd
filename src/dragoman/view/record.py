"""An event as the JSON object of the contract."""

import hashlib
import json

from dragoman.knowledge.ontology import ontology
from dragoman.types import Actor, Article, Event, Json, Span


def _actor(actor: Actor) -> Json:
    return {"code": actor.code, "name": actor.name, "text": actor.text, "start": actor.span.start, "end": actor.span.end}


def _span(article: Article, span: Span) -> Json:
    return {"start": span.start, "end": span.end, "text": span.of(article.text)}


def scope(event: Event) -> str:
    """``domestic`` where every actor shares one country, else ``international``."""
    return "domestic" if len({actor.country for actor in event.actors + event.recipients}) == 1 else "international"


def event_id(article: Article, event: Event) -> str:
    """A hash of what the event says and where, equal for equal input."""
    sides = [[(a.code, a.span.start) for a in side] for side in (event.actors, event.recipients)]
    said = json.dumps([article.id, event.type, event.mode, sides, event.date, event.status, [s.start for s in event.mentions]])
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def event_record(article: Article, event: Event, why: bool = False) -> Json:
    """The JSON object of an event; with ``why`` the trace, too.

    >>> from dragoman.articles.read import article_from_text
    >>> from dragoman.pipeline import code
    >>> article = article_from_text("Russia condemned the French government on Monday.")
    >>> event_record(article, code(article)[0])["quad"]
    'VK'
    """
    place = event.place
    record: Json = {
        "id": event_id(article, event),
        "type": event.type,
        "quad": ontology().types[event.type].quad,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "intensity": ontology().intensity(event.type, event.mode),
        "actors": [_actor(actor) for actor in event.actors],
        "recipients": [_actor(actor) for actor in event.recipients],
        "date": event.date,
        "place": {"text": place.text, "country": place.country, "name": place.name} if place else None,
        "status": event.status,
        "said_by": [_actor(actor) for actor in event.said_by],
        "quote": event.quote,
        "scope": scope(event),
        "confidence": event.confidence,
        "mentions": [_span(article, span) for span in event.mentions],
    }
    if why:
        record["trace"] = [{"stage": s.stage, "rule": s.rule, "text": s.text, "start": s.span.start, "end": s.span.end, "score": s.score} for s in event.trace]
    record["article"] = {
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "language": article.language,
        "published": article.published,
        "outlet": article.outlet,
    }
    return record


def event_line(article: Article, event: Event, why: bool = False) -> str:
    """One line of JSONL."""
    return json.dumps(event_record(article, event, why), ensure_ascii=False)
