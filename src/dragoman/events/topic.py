"""Whom a sentence without a subject goes on speaking of: the actor that the sentence before had as subject."""

from dragoman.types import Actor, Mention, Sentence


def next_topic(sentence: Sentence, mentions: list[Mention], before: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The subject of a sentence's main clause, where it is an actor; else what was the topic before, unless
    the sentence has a subject of another kind."""
    root = next((t for t in sentence.tokens if t.dep == "root"), None)
    if root is None:
        return before
    subjects = [sentence.tokens[i] for i in sentence.children[root.i] if sentence.tokens[i].dep in {"nsubj", "nsubj:pass"}]
    if not subjects:
        return before
    at = {mention.head: mention.actor for mention in mentions if mention.actor is not None}
    actor = at.get(subjects[0].i)
    return (actor,) if actor is not None else ()
