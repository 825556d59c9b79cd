"""The whole system on one screen: an article becomes its events."""

from dragoman.events.code import code_sentence
from dragoman.events.merge import merge
from dragoman.events.topic import next_topic
from dragoman.mentions.find import find_mentions
from dragoman.sentences.parse import parse
from dragoman.types import Actor, Article, Event


def code(article: Article) -> list[Event]:
    """The political events of an article, in order of first mention, each with the words it stands on.

    >>> from dragoman.articles.read import article_from_text
    >>> [e.type for e in code(article_from_text("Russia condemned the French government on Monday."))]
    ['ACCUSE']
    """
    sentences = parse(article)
    mentions = find_mentions(article, sentences)
    events: list[Event] = []
    topic: tuple[Actor, ...] = ()
    for sentence, found in zip(sentences, mentions, strict=True):
        events.extend(code_sentence(article, sentence, found, inherited=topic))
        topic = next_topic(sentence, found, topic)
    return merge(events)
