"""Role nouns ("minister", "troops", "Drohneneinheit") and the country that the words around them give."""

from dataclasses import dataclass

from dragoman.knowledge.actors import Actors
from dragoman.knowledge.grammar import Grammar
from dragoman.sentences.tree import children
from dragoman.types import Sentence, Token

_SHORTEST_SUFFIX = 5
# A spokesman, a leader, a member speaks and acts for the body that is named after the role.
_GOVERNMENT = {"GOV", "ELI", "CVL"}


@dataclass(frozen=True, slots=True)
class Role:
    """A role noun: tokens ``first`` to ``last``, the token that heads it, its lemma, and its sector."""

    first: int
    last: int
    head: int
    lemma: str
    sector: str


def find_roles(sentence: Sentence, actors: Actors, words: Grammar) -> dict[int, Role]:
    """The roles of a sentence by the index of their head token."""
    found: dict[int, Role] = {}
    tokens = sentence.tokens
    i = 0
    while i < len(tokens):
        role = _longest(tokens, i, actors) or _simple(tokens[i], actors, words)
        if role is None:
            i += 1
            continue
        found[role.head] = role
        i = role.last + 1
    return found


def _longest(tokens: tuple[Token, ...], i: int, actors: Actors) -> Role | None:
    for length in range(min(actors.longest_role, len(tokens) - i), 1, -1):
        words = " ".join(token.low for token in tokens[i : i + length])
        sector = actors.roles.get(words)
        if sector is None and tokens[i].pos in {"NOUN", "PROPN", "ADJ"}:
            for lemma in sorted(tokens[i].lemmas):
                words = " ".join([lemma, *(token.low for token in tokens[i + 1 : i + length])])
                sector = actors.roles.get(words)
                if sector is not None:
                    break
        if sector is not None:
            inside = range(i, i + length)
            head = next((j for j in inside if tokens[j].head not in inside or tokens[j].head == j), i)
            return Role(i, i + length - 1, head, words, sector)
    return None


def _simple(token: Token, actors: Actors, words: Grammar) -> Role | None:
    if token.pos not in {"NOUN", "PROPN", "ADJ"}:
        return None
    for lemma in sorted(token.lemmas):
        if lemma in actors.roles:
            if token.pos == "ADJ" and token.dep in {"amod", "advmod"}:
                return None
            return Role(token.i, token.i, token.i, lemma, actors.roles[lemma])
    return _compound(token, actors) if words.compounds or "-" in token.text else None


def _compound(token: Token, actors: Actors) -> Role | None:
    """A compound noun takes the role of its last part: "Vize-Außenminister", "Regierungssprecher"."""
    if token.pos not in {"NOUN", "PROPN"}:
        return None
    for lemma in sorted(token.lemmas, key=lambda lemma: (len(lemma), lemma)):
        for start in range(1, len(lemma) - _SHORTEST_SUFFIX + 1):
            if lemma[start:] in actors.roles:
                return Role(token.i, token.i, token.i, lemma, actors.roles[lemma[start:]])
    return None


def is_counterpart(role: Role, words: Grammar) -> bool:
    """Whether the role is that of an opposite number ("his Mexican counterpart")."""
    return any(role.lemma.endswith(word) for word in words.counterparts)


def is_former(sentence: Sentence, role: Role, words: Grammar) -> bool:
    """Whether the role is said to be past ("former minister", "Ex-Präsident")."""
    low = sentence.tokens[role.head].low
    if any(low.startswith(prefix) and len(low) > len(prefix) + 3 for prefix in words.former_prefixes):
        return True
    below = children(sentence, role.head, "amod", "compound", "det", "advmod", "nmod")
    return any(token.low in words.former or token.lemmas & words.former for token in below)


def combined(sector: str, inner: str) -> str:
    """The sector of a role within a body: an army's spokesman is MIL, a minister of a government GOV.

    >>> combined("GOV", "MIL"), combined("MIL", "GOV")
    ('MIL', 'MIL')
    """
    return inner if sector in _GOVERNMENT and inner and inner not in _GOVERNMENT else sector
