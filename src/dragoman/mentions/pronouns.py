"""Pronouns: whom they stand for, by gender, number and salience; open where nobody fits."""

from collections.abc import Iterator

from dragoman.knowledge.grammar import Grammar
from dragoman.mentions.memory import Memory
from dragoman.mentions.scene import head_of
from dragoman.sentences.tree import SUBJECTS
from dragoman.types import Actor, Mention, Sentence, replace

_PLURAL_SECTORS = {"MIL", "COP", "REB", "UAF", "CRM", "CVL", "REF", "PTY", "OPP", "LEG", "LAB", "NGO", "MED", "GOV"}
# A state by its name or seat is one.
_SINGLE = ("name ", "capital ", "metonym ")


def resolve_pronouns(sentence: Sentence, here: list[Mention], before: list[Mention], words: Grammar, memory: Memory) -> list[Mention]:
    """Mentions for the personal pronouns of a sentence, and for words like "the latter", that stand for an actor.

    ``here`` are the sentence's own mentions, ``before`` those of the sentence before it. In its own sentence subjects
    come first, then what stands nearer; in the one before, what stands first. A pronoun with a gender takes only a
    person of that gender or of none that is known.
    """
    found: list[Mention] = []
    for first, last, shape in _latter(sentence, words):
        earlier = sorted((m for m in [*before, *here] if m.actor and (m.sentence < sentence.index or m.last < first)), key=lambda m: (m.sentence, m.first))
        actor = next((m.actor for m in reversed(earlier) if m.actor is not None and _fits(m, shape, memory)), None)
        if actor is not None:
            found.append(_standing_for(actor, sentence, first, last))
    taken = {i for m in found for i in range(m.first, m.last + 1)}
    for token in sentence.tokens:
        if token.low not in words.pronouns or token.i in taken or token.pos not in {"PRON", "DET"} or token.dep in {"det", "expl", "expl:pv", "nmod"}:
            continue
        actor = _antecedent(sentence, token.i, words.pronouns[token.low], [*here, *found], before, memory)
        if actor is not None:
            found.append(_standing_for(actor, sentence, token.i, token.i))
    return found


def _standing_for(actor: Actor, sentence: Sentence, first: int, last: int) -> Mention:
    tokens = sentence.tokens[first : last + 1]
    span = replace(tokens[0].span, end=tokens[-1].span.end)
    text = sentence.text[span.start - sentence.span.start : span.end - sentence.span.start]
    return Mention(
        "actor", sentence.index, head_of(sentence, first, last), first, last, actor=replace(actor, text=text, span=span), rule=f"pronoun {text.lower()}"
    )


def _latter(sentence: Sentence, words: Grammar) -> Iterator[tuple[int, int, tuple[str, str]]]:
    """First and last token of each phrase that means whoever was named last, and its gender and number."""
    lows = [token.low for token in sentence.tokens]
    for phrase, shape in words.latter.items():
        parts = phrase.split()
        for i in range(len(lows) - len(parts) + 1):
            last = i + len(parts) - 1
            if lows[i : last + 1] == parts and sentence.tokens[last].dep != "amod":
                yield i, last, shape


def _antecedent(sentence: Sentence, i: int, shape: tuple[str, str], here: list[Mention], before: list[Mention], memory: Memory) -> Actor | None:
    earlier = [m for m in here if m.actor and m.last < i and not _same_clause_object(sentence, i, m)]
    ranked = sorted(earlier, key=lambda m: (sentence.tokens[m.head].dep not in SUBJECTS, -m.first))
    ranked += sorted((m for m in before if m.actor), key=lambda m: (not m.rule.startswith("pronoun"), m.first))
    for mention in ranked:
        if mention.actor is not None and _fits(mention, shape, memory):
            return mention.actor
    return None


def _same_clause_object(sentence: Sentence, i: int, mention: Mention) -> bool:
    """A pronoun and a noun that hang on the same verb are two different people."""
    return sentence.tokens[i].head == sentence.tokens[mention.head].head


def _fits(mention: Mention, shape: tuple[str, str], memory: Memory) -> bool:
    actor, (gender, number) = mention.actor, shape
    if actor is None:
        return False
    known = memory.person(actor.name)
    known = known if known is not None and known.is_person else None
    titled = known or next((k for k in memory.roles.values() if k.name == actor.name), None)
    is_person = titled is not None
    if gender == "n":
        return known is None and actor.sector in {"", "GOV", "PTY", "UAF", "REB", "MIL", "LEG"} and not is_person
    if number == "plur":
        return known is None and not mention.rule.startswith(_SINGLE) and (not actor.sector or actor.sector in _PLURAL_SECTORS)
    if titled is not None and titled.gender and gender in "mf" and titled.gender != gender:
        return False
    return is_person or number == "any"
