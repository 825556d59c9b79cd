"""On whose word: the speaker of a clause, the source of a sentence, and quotation."""

from dataclasses import dataclass

from dragoman.events.sides import SideFinder
from dragoman.knowledge.lexicon import Lexicon
from dragoman.sentences.tree import ancestors, children
from dragoman.types import Actor, Sentence, Span, Step, Token

_REPORTED = {"ccomp", "parataxis", "advcl", "conj", "obj", "root", "acl", "dep", "xcomp"}


@dataclass(frozen=True, slots=True)
class Attribution:
    """The actors on whose word an event stands, and how they were found."""

    said_by: tuple[Actor, ...] = ()
    steps: tuple[Step, ...] = ()


def find_attribution(sentence: Sentence, head: int, finder: SideFinder, lexicon: Lexicon) -> Attribution:
    """Who says what the predicate at ``head`` tells; nobody where the author tells it."""
    via = sentence.tokens[head].dep
    for above in ancestors(sentence, head):
        if above.pos in {"VERB", "AUX"} and via in _REPORTED and lexicon.is_a("speech", sentence, above):
            return _speaker(above, finder, "subject of the verb of saying")
        if above.pos == "NOUN" and via in _REPORTED and lexicon.is_a("speech_nouns", sentence, above):
            owners = finder.resolve(finder.slots.fill(above.i, "gen"))
            if owners:
                return Attribution(owners, (Step("attribution", "owner of the noun of saying", above.text, above.span),))
        via = above.dep
    for token in sentence.tokens:
        # "…, teilte die Armee mit": the parser may hang the verb of saying below what is said.
        beside = token.pos == "VERB" and token.dep == "parataxis" and token.i != head and lexicon.is_a("speech", sentence, token)
        if beside and not _is_above(sentence, token.i, head):
            return _speaker(token, finder, "subject of the verb of saying beside")
    return _source(sentence, finder, lexicon)


def _is_above(sentence: Sentence, i: int, head: int) -> bool:
    return any(above.i == i for above in ancestors(sentence, head))


def _speaker(verb: Token, finder: SideFinder, rule: str) -> Attribution:
    actors = finder.resolve(finder.slots.subject(verb.i))
    if not actors:
        return Attribution()
    return Attribution(actors, (Step("attribution", rule, verb.text, verb.span),))


def _source(sentence: Sentence, finder: SideFinder, lexicon: Lexicon) -> Attribution:
    """``laut …``, ``according to …``: the nearest actor behind (or before) the phrase."""
    low = [token.low for token in sentence.tokens]
    for phrase in sorted(lexicon.words["source"], key=lambda p: (-len(p), p)):
        for i in range(len(low) - len(phrase) + 1):
            if tuple(low[i : i + len(phrase)]) != phrase:
                continue
            last = i + len(phrase) - 1
            actors = _governed(sentence, i, last, finder)
            if actors:
                span = Span(sentence.tokens[i].span.start, sentence.tokens[last].span.end)
                return Attribution(actors, (Step("attribution", "source phrase", " ".join(phrase), span),))
    return Attribution()


def _governed(sentence: Sentence, first: int, last: int, finder: SideFinder) -> tuple[Actor, ...]:
    inside = set(range(first, last + 1))
    candidates = [
        sentence.tokens[i].head for i in sorted(inside) if sentence.tokens[i].head not in inside and sentence.tokens[i].dep in {"case", "mark", "fixed"}
    ]
    candidates += [t.i for i in sorted(inside) for t in children(sentence, i, "nmod", "obl", "obj", "flat") if t.i not in inside]
    return finder.resolve([i for i in candidates if sentence.tokens[i].pos not in {"VERB", "AUX"}])


_SHORTEST_QUOTE = 15


def is_quoted(sentence: Sentence, span: Span) -> bool:
    """Whether the words of a span stand, wholly or for a good part, inside quotation marks."""
    if any(mark.start <= span.start and span.end <= mark.end for mark in sentence.quoted):
        return True
    return any(min(mark.end, span.end) - max(mark.start, span.start) >= _SHORTEST_QUOTE for mark in sentence.quoted)
