"""Pronouns: whom they stand for, by gender, number and salience; open where nobody fits."""

from dragoman.knowledge.grammar import Grammar
from dragoman.mentions.memory import Memory
from dragoman.types import Actor, Mention, Sentence, replace

_PLURAL_SECTORS = {"MIL", "COP", "REB", "UAF", "CRM", "CVL", "REF", "PTY", "OPP", "LEG", "LAB", "NGO", "MED", "GOV"}
_SUBJECTS = {"nsubj", "nsubj:pass"}


def resolve_pronouns(sentence: Sentence, here: list[Mention], before: list[Mention], words: Grammar, memory: Memory) -> list[Mention]:
    """Mentions for the personal pronouns of a sentence that stand for an actor.

    ``here`` are the sentence's own mentions, ``before`` those of the sentence before it. Subjects come
    first, then what stands nearer; a pronoun with a gender takes only a person of that gender or of none
    that is known.
    """
    found: list[Mention] = []
    for token in sentence.tokens:
        shape = words.pronouns.get(token.low)
        if shape is None or token.pos not in {"PRON", "DET"} or token.dep in {"det", "expl", "expl:pv", "nmod"}:
            continue
        actor = _antecedent(sentence, token.i, shape, [*here, *found], before, memory)
        if actor is not None:
            own = replace(actor, text=token.text, span=token.span)
            found.append(Mention("actor", sentence.index, token.i, token.i, token.i, actor=own, rule=f"pronoun {token.low}"))
    return found


def _antecedent(sentence: Sentence, i: int, shape: tuple[str, str], here: list[Mention], before: list[Mention], memory: Memory) -> Actor | None:
    earlier = [m for m in here if m.actor and m.last < i and not _same_clause_object(sentence, i, m)]
    ranked = sorted(earlier, key=lambda m: (sentence.tokens[m.head].dep not in _SUBJECTS, -m.first))
    ranked += sorted((m for m in before if m.actor), key=lambda m: (m.rule.startswith("pronoun") is False and m.first, m.first))
    for mention in ranked:
        if mention.actor is not None and _fits(mention.actor, shape, memory):
            return mention.actor
    return None


def _same_clause_object(sentence: Sentence, i: int, mention: Mention) -> bool:
    """A pronoun and a noun that hang on the same verb are two different people."""
    return sentence.tokens[i].head == sentence.tokens[mention.head].head


def _fits(actor: Actor, shape: tuple[str, str], memory: Memory) -> bool:
    gender, number = shape
    known = memory.person(actor.name)
    titled = known or next((k for k in memory.roles.values() if k.name == actor.name), None)
    is_person = titled is not None
    if gender == "n":
        return known is None and actor.sector in {"", "GOV", "PTY", "UAF", "REB", "MIL", "LEG"} and not is_person
    if number == "plur":
        return known is None and (not actor.sector or actor.sector in _PLURAL_SECTORS)
    if titled is not None and titled.gender and gender in "mf" and titled.gender != gender:
        return False
    return is_person or number == "any"
