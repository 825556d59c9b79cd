"""Role nouns ("minister", "troops", "Drohneneinheit") and the country that the words around them give."""

from dataclasses import dataclass

from dragoman.knowledge.actors.load import Actors
from dragoman.knowledge.actors.tables import RoleNoun
from dragoman.knowledge.folding import fold
from dragoman.knowledge.grammar import Grammar
from dragoman.sentences.tree import children
from dragoman.types import Sentence, Token

_SHORTEST_SUFFIX = 5
# A spokesman, a leader, a member speaks and acts for the body that is named after the role.
_WITH_RANKS = {"COP", "CRM", "REB", "SPY", "UAF"}
_GOVERNMENT = {"GOV", "ELI", "CVL"}


@dataclass(frozen=True, slots=True)
class Role:
    """A role noun: tokens ``first`` to ``last``, the token that heads it, its lemma, and what it says."""

    first: int
    last: int
    head: int
    lemma: str
    noun: RoleNoun

    @property
    def sector(self) -> str:
        """The sector of whoever bears the role."""
        return self.noun.sector

    @property
    def offices(self) -> frozenset[str]:
        """The offices that the role names, as the terms of office call them; none where it names no single one."""
        return self.noun.offices


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
    openings = {tokens[i].low, *tokens[i].lemmas} & actors.role_openings.keys()
    if not openings:
        return None
    longest = max(actors.role_openings[opening] for opening in openings)
    for length in range(min(longest, len(tokens) - i), 1, -1):
        words = _joined(tokens[i : i + length])
        noun = actors.roles.get(words)
        if noun is None and tokens[i].pos in {"NOUN", "PROPN", "ADJ"}:
            for lemma in sorted(tokens[i].lemmas):
                words = f"{lemma} {_joined(tokens[i + 1 : i + length])}"
                noun = actors.roles.get(words)
                if noun is not None:
                    break
        if noun is not None:
            inside = range(i, i + length)
            head = next((j for j in inside if tokens[j].head not in inside or tokens[j].head == j), i)
            return Role(i, i + length - 1, head, words, noun)
    return None


def _joined(tokens: tuple[Token, ...]) -> str:
    return " ".join(token.low for token in tokens).replace("’", "'")


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
                noun = actors.roles[lemma[start:]]
                # "US-Präsident" is a president, "Vizepräsident" is not.
                known = lemma[start - 1] == "-" and fold(token.text[: start - 1]) in actors.names
                return Role(token.i, token.i, token.i, lemma, noun if known else noun._replace(offices=frozenset()))
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
    """The sector of a role within a body: an army's spokesman is MIL, a minister of a government GOV, a captain of the police COP.

    >>> combined("GOV", "MIL"), combined("MIL", "GOV"), combined("MIL", "COP")
    ('MIL', 'MIL', 'COP')
    """
    by_rank = sector == "MIL" and inner in _WITH_RANKS
    return inner if by_rank or (sector in _GOVERNMENT and inner and inner not in _GOVERNMENT) else sector
