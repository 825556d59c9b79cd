"""Said or done: whether a predicate is told as fact, denied, possible, or still to come."""

from dataclasses import dataclass

from dragoman.events.match import Predicate
from dragoman.knowledge.grammar import Grammar
from dragoman.knowledge.lexicon import Lexicon
from dragoman.sentences.tree import ancestors, children
from dragoman.types import Sentence, Step, Token

_BINDING = {"xcomp", "ccomp", "obj", "nsubj", "nsubj:pass", "acl", "csubj", "obl", "conj", "nmod", "advcl", "iobj"}
_CLAUSES = {"acl:relcl", "advcl", "parataxis", "conj"}


@dataclass(frozen=True, slots=True)
class Status:
    """``value`` is occurred, negated or hypothetical; ``future`` says that the act is still to come."""

    value: str
    future: bool
    steps: tuple[Step, ...]


def find_status(sentence: Sentence, predicate: Predicate, lexicon: Lexicon, words: Grammar) -> Status:
    """The status of a predicate from its own words and from those that govern it."""
    head = sentence.tokens[predicate.head]
    steps: list[Step] = []
    negated = _negator(sentence, head, lexicon)
    if negated is not None and predicate.entry.negated:
        steps.append(_step("negation used up by the entry", negated))
        negated = None
    elif negated is not None:
        steps.append(_step("negated", negated))
    value = "negated" if negated else (predicate.entry.status or "occurred")
    maybe = _word_below(sentence, head, lexicon, "maybe") or _condition(sentence, head, lexicon)
    # "soll angegriffen haben" is hearsay of what is done, not a plan.
    done = any(t.lemmas & words.perfect and "VerbForm=Inf" in t.features for t in children(sentence, head.i, "aux"))
    future = None if done else _word_below(sentence, head, lexicon, "modal_future", "aux")
    for above, via in _governors(sentence, head):
        if above.i in predicate.words:
            continue
        if via in {"ccomp", "xcomp", "obj", "acl", "nsubj", "nsubj:pass", "csubj", "obl", "nmod"}:
            if lexicon.is_a("deny", sentence, above) or lexicon.is_a("fail", sentence, above):
                steps.append(_step("denied or not done", above))
                value = "occurred" if value == "negated" else "negated"
            if lexicon.is_a("plan", sentence, above) and future is None:
                future = above
            if lexicon.is_a("maybe", sentence, above) and maybe is None:
                maybe = above
        if above.pos in {"VERB", "AUX"} and via in {"xcomp", "obj", "nsubj", "nsubj:pass", "obl"}:
            if (no := _negator(sentence, above, lexicon)) is not None and value == "occurred" and above.i != predicate.head:
                steps.append(_step("negated above", no))
                value = "negated"
            if maybe is None:
                maybe = _word_below(sentence, above, lexicon, "maybe") or _condition(sentence, above, lexicon)
            future = future or (_word_below(sentence, above, lexicon, "modal_future", "aux") if via != "obl" else None)
        if above.pos in {"VERB", "AUX"} and via == "ccomp" and lexicon.is_a("speech", sentence, above):
            break
    conditional = maybe is not None and (maybe.low,) in lexicon.words["condition"]
    if value == "occurred" and maybe is not None and not (conditional and future is not None):
        steps.append(_step("hypothetical", maybe))
        value = "hypothetical"
    if value == "occurred" and sentence.text.rstrip("\"”“»’') ").endswith("?"):
        steps.append(_step("question", head))
        value = "hypothetical"
    if future is not None:
        steps.append(_step("still to come", future))
    return Status(value, future is not None, tuple(steps))


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
