"""What one actor says that another must do is a demand, whatever the deed is."""

from dragoman.events.attribution import find_attribution
from dragoman.events.match import Predicate
from dragoman.events.sides import Side, SideFinder
from dragoman.knowledge.lexicon import Entry, Lexicon
from dragoman.sentences.tree import ancestors, children
from dragoman.types import Sentence, Step, Token

_DEMAND = Entry(
    lemma="what another must do",
    pos="verb",
    type="REQUEST",
    mode="change",
    given=(),
    without=(),
    from_slots=(),
    to_slots=(),
    needs="both",
    mutual=False,
    from_is=frozenset(),
    to_is=frozenset(),
    negated=False,
    future=("REQUEST", "change"),
    status=None,
    line=0,
)


def duty_of(sentence: Sentence, head: int, lexicon: Lexicon) -> Token | None:
    """The word of obligation over a predicate: its modal, or the noun or verb that its infinitive hangs on."""
    for token in children(sentence, head, "aux"):
        if lexicon.is_a("duty", sentence, token):
            return token
    via = sentence.tokens[head].dep
    for above in ancestors(sentence, head):
        if via not in {"acl", "xcomp", "conj", "ccomp", "csubj"}:
            break
        if via != "conj" and lexicon.is_a("duty", sentence, above):
            return above
        if via == "conj" and (modal := next((t for t in children(sentence, above.i, "aux") if lexicon.is_a("duty", sentence, t)), None)):
            return modal
        if via == "ccomp":
            break
        via = above.dep
    return None


def find_demands(sentence: Sentence, finder: SideFinder, lexicon: Lexicon) -> list[tuple[Predicate, Side, Side]]:
    """Predicates under an obligation that somebody else than their subject states, with speaker and subject."""
    found = []
    for token in sentence.tokens:
        if token.pos not in {"VERB", "AUX", "ADJ", "NOUN"} or token.dep in {"aux", "cop", "conj"}:
            continue
        modal = next((t for t in children(sentence, token.i, "aux") if lexicon.is_a("duty", sentence, t)), None)
        if modal is None:
            continue
        speaker = find_attribution(sentence, token.i, finder, lexicon).said_by
        subject = finder.resolve(finder.slots.grammatical_subject(token.i))
        if not speaker or not subject or {a.country for a in speaker} & {a.country for a in subject}:
            continue
        sides = (Side(speaker, (_step("from = who says what must be done", modal),)), Side(subject, (_step("to = who must do it", modal),)))
        found.append((Predicate(token.i, _DEMAND, (modal.i,)), *sides))
    return found


def _step(rule: str, token: Token) -> Step:
    return Step("sides", rule, token.text, token.span)
