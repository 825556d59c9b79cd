"""Dragoman reads news and codes the political events in it: who did what to whom, when, where, on whose word.

>>> import dragoman
>>> article = dragoman.article_from_text("Russia condemned the French government on Monday.")
>>> [event.type for event in dragoman.code(article)]
['ACCUSE']
"""

from dragoman.articles.read import Given, article_from_text, read_articles
from dragoman.errors import DataError, DragomanError, InputError, LanguageError, UsageError
from dragoman.pipeline import code
from dragoman.types import Actor, Article, Event, Place, Span, Step
from dragoman.view.record import event_line, event_record

__all__ = [
    "Actor",
    "Article",
    "DataError",
    "DragomanError",
    "Event",
    "Given",
    "InputError",
    "LanguageError",
    "Place",
    "Span",
    "Step",
    "UsageError",
    "article_from_text",
    "code",
    "event_line",
    "event_record",
    "read_articles",
]
