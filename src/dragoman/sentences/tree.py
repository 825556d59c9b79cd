"""Walking a parsed sentence."""

from collections.abc import Iterator

from dragoman.types import Sentence, Token

# Relations of whoever does, or in the passive undergoes.
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def children(sentence: Sentence, i: int, *deps: str) -> list[Token]:
    """The tokens that hang on token ``i``, by one of the relations if any are named, in text order."""
    found = (sentence.tokens[j] for j in sentence.children[i])
    return [token for token in found if not deps or token.dep in deps]


def subtree(sentence: Sentence, i: int, stop: frozenset[str] = frozenset()) -> Iterator[Token]:
    """Token ``i`` and all below it, not entering relations in ``stop``."""
    yield sentence.tokens[i]
    for j in sentence.children[i]:
        if sentence.tokens[j].dep not in stop:
            yield from subtree(sentence, j, stop)


def ancestors(sentence: Sentence, i: int) -> Iterator[Token]:
    """The tokens above ``i``, nearest first."""
    seen = {i}
    while sentence.tokens[i].head != i:
        i = sentence.tokens[i].head
        if i in seen:
            return
        seen.add(i)
        yield sentence.tokens[i]


def conjuncts(sentence: Sentence, i: int) -> list[int]:
    """Token ``i`` and what is coordinated with it, in text order."""
    found = [i]
    for token in children(sentence, i, "conj"):
        found.extend(conjuncts(sentence, token.i))
    return sorted(found)
