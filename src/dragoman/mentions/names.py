"""Names in a sentence: the longest ones of the actor knowledge, from word boundary to word boundary."""

from bisect import bisect_right
from dataclasses import dataclass

from dragoman.knowledge.actors.load import Actors
from dragoman.knowledge.actors.senses import ORDER, Sense, valid
from dragoman.knowledge.folding import fold, fold_with_offsets
from dragoman.knowledge.grammar import Grammar
from dragoman.types import Sentence


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens ``first`` to ``last`` (inclusive) of a sentence and what they may mean on the day, likeliest first.

    ``prefix`` is true where the name is only the first part of a hyphenated word ("US-Präsident").
    """

    first: int
    last: int
    form: str
    senses: tuple[Sense, ...]
    prefix: bool = False


def find_names(sentence: Sentence, actors: Actors, words: Grammar, day: str | None = None) -> list[Name]:
    """The names of a sentence that mean somebody on a day, in order, none inside another.

    Raises nothing; a sentence without names gives an empty list.
    """
    text, offsets = fold_with_offsets(sentence.text)
    starts = [i for i, character in enumerate(text) if not character.isspace() and (i == 0 or not text[i - 1].isalnum())]
    ends = [i for i in range(1, len(text) + 1) if not text[i - 1].isspace() and (i == len(text) or not text[i].isalnum())]
    names: list[Name] = []
    covered = first_end = 0
    for start in starts:
        while first_end < len(ends) and ends[first_end] <= start:
            first_end += 1
        last_end = bisect_right(ends, start + actors.longest_name + 1)
        name = None if start < covered else _longest_from(sentence, text, offsets, start, ends[first_end:last_end], actors, words, day)
        if name is not None:
            names.append(name)
            covered = start + len(fold(name.form))
    return names


def _longest_from(
    sentence: Sentence, text: str, offsets: list[int], start: int, ends: list[int], actors: Actors, words: Grammar, day: str | None
) -> Name | None:
    """The longest name that begins at a place of the folded text and ends at one of some others."""
    for end in reversed(ends):
        form = _known(text[start:end], actors, words)
        if form is not None and (senses := valid(actors.names[form], day)):
            name = _on_tokens(sentence, offsets[start], offsets[start + len(form) - 1] + 1, senses)
            if name is not None:
                return name
    return None


def _known(form: str, actors: Actors, words: Grammar) -> str | None:
    """The name that a form is; a person's may have an ending that names take in the language ("Merkels")."""
    if form in actors.names:
        return form
    for ending in words.name_endings:
        bare = form.removesuffix(ending)
        if bare != form and bare[-1:] not in "sxz'" and any(sense.kind == "person" for sense in actors.names.get(bare, ())):
            return bare
    return None


def _on_tokens(sentence: Sentence, start: int, stop: int, senses: list[Sense]) -> Name | None:
    base = sentence.span.start
    inside = [t for t in sentence.tokens if t.span.start < base + stop and t.span.end > base + start]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    starts, ends = first.span.start == base + start, last.span.end <= base + stop + 2
    if not starts:
        return None
    hyphened = not ends and first is last and sentence.text[stop : stop + 1] in "-‑–" and stop < len(sentence.text)
    if not ends and not hyphened:
        return None
    return Name(first.i, last.i, sentence.text[start:stop], tuple(sorted(senses, key=lambda sense: ORDER.index(sense.kind))), prefix=hyphened)
