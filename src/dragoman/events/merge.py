"""Mentions of one occasion become one event: the first mention leads, later ones add what it lacks."""

from collections.abc import Container

from dragoman.knowledge.ontology import ontology
from dragoman.types import Actor, Event, Step, replace


def merge(events: list[Event], people: Container[str] = ()) -> list[Event]:
    """The events of an article with repeated mentions joined, in order of first mention.

    ``people`` are the names of known people: what two different people of one country do is two occasions.
    """
    merged: list[Event] = []
    for event in events:
        for i, earlier in enumerate(merged):
            if _same_occasion(earlier, event) and not _different_people(earlier, event, people):
                merged[i] = _joined(earlier, event)
                break
        else:
            merged.append(event)
    return merged


def _countries(actors: tuple[Actor, ...]) -> frozenset[str]:
    return frozenset(actor.country for actor in actors)


def _same_sides(one: Event, two: Event) -> bool:
    a, b = _countries(one.actors), _countries(one.recipients)
    c, d = _countries(two.actors), _countries(two.recipients)
    if ontology().types[one.type].symmetric:
        return bool((a | b) & (c | d)) and ((a | b) <= (c | d) or (c | d) <= (a | b))
    return _one_in_other(a, c) and _one_in_other(b, d)


def _one_in_other(a: frozenset[str], b: frozenset[str]) -> bool:
    return a == b or (bool(a) and bool(b) and (a <= b or b <= a)) or not a or not b


def _same_date(one: str | None, two: str | None) -> bool:
    if not one or not two:
        return True
    return one == two or one.startswith(two) or two.startswith(one)


def _same_occasion(one: Event, two: Event) -> bool:
    if one.type != two.type or one.status != two.status or (one.mode and two.mode and one.mode != two.mode):
        return False
    return _same_sides(one, two) and _same_date(one.date, two.date)


def _different_people(one: Event, two: Event, people: Container[str]) -> bool:
    """Whether for some country the events name different people, and no common one."""
    for country in _countries(one.actors + one.recipients):
        here = {a.name for a in one.actors + one.recipients if a.country == country and a.name in people}
        there = {a.name for a in two.actors + two.recipients if a.country == country and a.name in people}
        if here and there and not here & there:
            return True
    return False


def _finer(one: str | None, two: str | None) -> str | None:
    return two if one is None or (two is not None and two.startswith(one)) else one


def _joined(one: Event, two: Event) -> Event:
    gave = Step("merge", "later mention of the same occasion", "", two.mentions[0])
    return replace(
        one,
        mode=one.mode or two.mode,
        actors=one.actors or two.actors,
        recipients=one.recipients or two.recipients,
        date=_finer(one.date, two.date),
        place=one.place or two.place,
        said_by=one.said_by or two.said_by,
        mentions=one.mentions + tuple(span for span in two.mentions if span not in one.mentions),
        sentences=tuple(sorted({*one.sentences, *two.sentences})),
        contexts=tuple(dict.fromkeys(one.contexts + two.contexts)),
        confidence=max(one.confidence, two.confidence),
        trace=(*one.trace, gave, *two.trace),
    )
