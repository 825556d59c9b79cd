"""What the sentences before give to the next: whom they go on speaking of, and who was dealing with whom."""

from collections import Counter
from dataclasses import dataclass

from dragoman.types import Actor, Event, Mention, Sentence, replace

_REACH = 3


@dataclass(frozen=True, slots=True)
class Discourse:
    """``topic``: the subject of the sentence before; ``seen``: the actors named so far; ``speaker``: who spoke last;
    ``pairs``: sentence, and the two sides of events there."""

    topic: tuple[Actor, ...] = ()
    seen: tuple[Actor, ...] = ()
    speaker: tuple[Actor, ...] = ()
    pairs: tuple[tuple[int, tuple[Actor, ...], tuple[Actor, ...]], ...] = ()

    def partner(self, sentence: int, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """With whom these actors were dealing within the last sentences, where it was one other country alone."""
        own = {actor.country for actor in actors}
        for index, one, two in reversed(self.pairs):
            if sentence - index > _REACH:
                break
            for here, there in ((one, two), (two, one)):
                if own & {a.country for a in here} and len({a.country for a in there}) == 1 and not own & {a.country for a in there}:
                    return there
        return ()

    def rival(self, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """The government that the article so far names most beside the actors' own, where none comes near it."""
        own = {actor.country for actor in actors}
        counts = Counter(actor.country for actor in self.seen if actor.country not in own)
        ranked = counts.most_common(2)
        if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]):
            return ()
        last = next(actor for actor in reversed(self.seen) if actor.country == ranked[0][0])
        return (last,)

    def pair(self, sentence: int) -> tuple[tuple[Actor, ...], tuple[Actor, ...]] | None:
        """The two sides of the latest event within the last sentences."""
        if self.pairs and sentence - self.pairs[-1][0] <= 1:
            return self.pairs[-1][1], self.pairs[-1][2]
        return None

    def with_pair(self, sentence: int, one: tuple[Actor, ...], two: tuple[Actor, ...]) -> "Discourse":
        """The discourse after one more event with these sides; two actors of a symmetric act are its two sides."""
        if not two and len({a.country for a in one}) == 2:
            one, two = one[:1], one[1:]
        return replace(self, pairs=(*self.pairs, (sentence, one, two))[-8:]) if one and two else self


def after(discourse: Discourse, sentence: Sentence, mentions: list[Mention], events: list[Event]) -> Discourse:
    """The discourse as it stands after a sentence with these events."""
    for event in events:
        discourse = discourse.with_pair(sentence.index, event.actors, event.recipients)
    named = tuple(m.actor for m in mentions if m.actor is not None and not m.rule.startswith("pronoun"))
    spoken = next((event.said_by for event in reversed(events) if event.said_by), ())
    return replace(discourse, speaker=spoken or discourse.speaker, topic=_topic(sentence, mentions, discourse.topic), seen=discourse.seen + named)


def _topic(sentence: Sentence, mentions: list[Mention], before: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The subject of a sentence's main clause, where it is an actor; what was the topic before, where it has none."""
    root = next((t for t in sentence.tokens if t.dep == "root"), None)
    if root is None:
        return before
    subjects = [sentence.tokens[i] for i in sentence.children[root.i] if sentence.tokens[i].dep in {"nsubj", "nsubj:pass"}]
    if not subjects:
        return before
    at = {mention.head: mention.actor for mention in mentions if mention.actor is not None}
    actor = at.get(subjects[0].i)
    return (actor,) if actor is not None else ()
