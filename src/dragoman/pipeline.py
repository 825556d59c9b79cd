"""The whole system on one screen: an article becomes its events."""

from dragoman.events.code import code_sentence
from dragoman.events.discourse import Discourse, after
from dragoman.events.merge import merge
from dragoman.knowledge.actors.load import people
from dragoman.mentions.find import find_mentions
from dragoman.sentences.parse import parse
from dragoman.types import Article, Event


def code(article: Article) -> list[Event]:
    """The political events of an article, in order of first mention, each with the words it stands on.

    >>> from dragoman.articles.read import article_from_text
    >>> [e.type for e in code(article_from_text("Russia condemned the French government on Monday."))]
    ['ACCUSE']
    """
    sentences = parse(article)
    mentions = find_mentions(article, sentences)
    events: list[Event] = []
    discourse = Discourse()
    for sentence, found in zip(sentences, mentions, strict=True):
        coded = code_sentence(article, sentence, found, discourse)
        discourse = after(discourse, sentence, found, coded)
        events.extend(coded)
    return merge(events, people=people())
