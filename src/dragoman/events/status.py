"""Said or done: whether a predicate is told as fact, denied, possible, or still to come."""

from dataclasses import dataclass

from dragoman.events.match import Predicate
from dragoman.knowledge.grammar import Grammar
from dragoman.knowledge.lexicon import Lexicon
from dragoman.sentences.tree import ancestors, children
from dragoman.types import Sentence, Step, Token

_BINDING = {"xcomp", "ccomp", "obj", "nsubj", "nsubj:pass", "acl", "csubj", "obl", "conj", "nmod", "advcl", "iobj"}
# What a verb says, denies or plans; and what shares its negation and modals.
_CONTENT = {"ccomp", "xcomp", "obj", "acl", "nsubj", "nsubj:pass", "csubj", "obl", "nmod"}
_CARRIED = {"xcomp", "obj", "nsubj", "nsubj:pass", "obl"}


@dataclass(frozen=True, slots=True)
class Status:
    """``value`` is occurred, negated or hypothetical; ``future`` says that the act is still to come; ``used_up`` that
    the entry asked for the negation that stands there."""

    value: str
    future: bool
    steps: tuple[Step, ...]
    used_up: bool = False


@dataclass(slots=True)
class _Draft:
    """A status in the making: the words that deny, doubt or postpone the act, as they are found."""

    value: str
    maybe: Token | None
    future: Token | None
    steps: list[Step]


def find_status(sentence: Sentence, predicate: Predicate, lexicon: Lexicon, words: Grammar) -> Status:
    """The status of a predicate from its own words and from those that govern it."""
    head = sentence.tokens[predicate.head]
    draft = _own(sentence, predicate, lexicon, words)
    for above, via in _governors(sentence, head):
        if above.i not in predicate.words:
            _governed(sentence, above, via, lexicon, draft)
        if above.pos in {"VERB", "AUX"} and via == "ccomp" and lexicon.is_a("speech", sentence, above):
            break
    conditional = draft.maybe is not None and (draft.maybe.low,) in lexicon.words["condition"]
    if draft.value == "occurred" and draft.maybe is not None and not (conditional and draft.future is not None):
        draft.steps.append(_step("hypothetical", draft.maybe))
        draft.value = "hypothetical"
    if draft.value == "occurred" and sentence.text.rstrip("\"”“»’') ").endswith("?"):
        draft.steps.append(_step("question", head))
        draft.value = "hypothetical"
    if draft.future is not None:
        draft.steps.append(_step("still to come", draft.future))
    return Status(draft.value, draft.future is not None, tuple(draft.steps), used_up=predicate.entry.negated and _negator(sentence, head, lexicon) is not None)


def _own(sentence: Sentence, predicate: Predicate, lexicon: Lexicon, words: Grammar) -> _Draft:
    """What the predicate's own clause says of it."""
    head, entry = sentence.tokens[predicate.head], predicate.entry
    negated = None if entry.negated else _negator(sentence, head, lexicon)
    # "soll angegriffen haben" is hearsay of what is done, not a plan.
    done = any(t.lemmas & words.perfect and "VerbForm=Inf" in t.features for t in children(sentence, head.i, "aux"))
    return _Draft(
        value="negated" if negated else (entry.status or "occurred"),
        maybe=_word_below(sentence, head, lexicon, "maybe") or _condition(sentence, head, lexicon),
        future=None if done else _word_below(sentence, head, lexicon, "modal_future", "aux"),
        steps=[_step("negated", negated)] if negated else [],
    )


def _governed(sentence: Sentence, above: Token, via: str, lexicon: Lexicon, draft: _Draft) -> None:
    """What a word above the predicate adds: denial, failure, a plan, doubt, a negation of its own."""
    if via in _CONTENT:
        if lexicon.is_a("deny", sentence, above) or lexicon.is_a("fail", sentence, above):
            draft.steps.append(_step("denied or not done", above))
            draft.value = "occurred" if draft.value == "negated" else "negated"
        if draft.future is None and lexicon.is_a("plan", sentence, above):
            draft.future = above
        if draft.maybe is None and lexicon.is_a("maybe", sentence, above):
            draft.maybe = above
    if above.pos in {"VERB", "AUX"} and via in _CARRIED:
        negator = _negator(sentence, above, lexicon)
        if negator is not None and draft.value == "occurred":
            draft.steps.append(_step("negated above", negator))
            draft.value = "negated"
        draft.maybe = draft.maybe or _word_below(sentence, above, lexicon, "maybe") or _condition(sentence, above, lexicon)
        if via != "obl":
            draft.future = draft.future or _word_below(sentence, above, lexicon, "modal_future", "aux")


def _step(rule: str, token: Token) -> Step:
    return Step("status", rule, token.text, token.span)


def _governors(sentence: Sentence, head: Token) -> list[tuple[Token, str]]:
    """The tokens above a predicate with the relation by which each is reached, up to its clause's edge."""
    found = []
    via = head.dep
    for above in ancestors(sentence, head.i):
        if via not in _BINDING:
            break
        if via != "conj":
            found.append((above, via))
        via = above.dep
    return found


def _negator(sentence: Sentence, head: Token, lexicon: Lexicon) -> Token | None:
    for token in children(sentence, head.i):
        if token.dep in {"advmod", "det", "cc", "case", "mark", "aux", "obl", "nmod"} and (token.low,) in lexicon.words["negation"] | {("n't",)}:
            return token
        if token.dep in {"obj", "nsubj", "nsubj:pass"} and head.pos in {"VERB", "AUX"}:
            for below in children(sentence, token.i, "det", "advmod"):
                if (below.low,) in lexicon.words["negation"]:
                    return below
            if (token.low,) in lexicon.words["negation"]:
                return token
    return None


def _word_below(sentence: Sentence, head: Token, lexicon: Lexicon, kind: str, *deps: str) -> Token | None:
    for token in children(sentence, head.i, *(deps or ("advmod", "amod", "aux", "det", "acl"))):
        if lexicon.is_a(kind, sentence, token):
            return token
    return None


def _condition(sentence: Sentence, head: Token, lexicon: Lexicon) -> Token | None:
    for token in children(sentence, head.i, "mark", "advmod", "case"):
        if (token.low,) in lexicon.words["condition"]:
            return token
    return None
