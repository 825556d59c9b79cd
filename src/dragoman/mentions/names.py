"""Names in a sentence: the longest ones of the actor knowledge, from word boundary to word boundary."""

from dataclasses import dataclass

from dragoman.knowledge.actors import NOBODY, Actors, Sense, fold_with_offsets
from dragoman.types import Sentence

# What a name means first when it may mean several things.
_ORDER = (NOBODY, "person", "groups", "institutions", "organisations", "parties", "name", "metonym", "capital", "people", "former", "adj", "region")


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens ``first`` to ``last`` (inclusive) of a sentence and what they may mean, likeliest first.

    ``prefix`` is true where the name is only the first part of a hyphenated word ("US-Präsident").
    """

    first: int
    last: int
    form: str
    senses: tuple[Sense, ...]
    prefix: bool = False


def find_names(sentence: Sentence, actors: Actors) -> list[Name]:
    """The names of a sentence, in order, none inside another.

    Raises nothing; a sentence without names gives an empty list.
    """
    text, offsets = fold_with_offsets(sentence.text)
    hits = []
    for end, form in actors.automaton.iter(text):
        start, stop = end - len(form) + 1, end + 1
        if _is_boundary(text, start - 1) and _is_boundary(text, stop):
            hits.append((offsets[start], offsets[end] + 1, form))
    hits.sort(key=lambda hit: (hit[0], -hit[1]))
    names: list[Name] = []
    covered = -1
    for start, stop, form in hits:
        if start < covered:
            continue
        name = _on_tokens(sentence, start, stop, form, actors)
        if name is not None:
            names.append(name)
            covered = stop
    return names


def _is_boundary(text: str, at: int) -> bool:
    return not (0 <= at < len(text)) or not (text[at].isalnum())


def _on_tokens(sentence: Sentence, start: int, stop: int, form: str, actors: Actors) -> Name | None:
    base = sentence.span.start
    inside = [t for t in sentence.tokens if t.span.start < base + stop and t.span.end > base + start]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    starts, ends = first.span.start == base + start, last.span.end <= base + stop + 2
    senses = tuple(sorted(actors.names[form], key=lambda sense: _ORDER.index(sense.kind)))
    if not starts:
        return None
    hyphened = not ends and first is last and sentence.text[stop : stop + 1] in "-‑–" and stop < len(sentence.text)
    if not ends and not hyphened:
        return None
    return Name(first.i, last.i, sentence.text[start:stop], senses, prefix=hyphened)
