"""Which predicates of a sentence the lexicon knows, and under which of its entries."""

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.knowledge.grammar import Grammar
from dragoman.knowledge.lexicon import Entry, Lexicon, Phrase
from dragoman.sentences.tree import children, subtree
from dragoman.types import Sentence, Token, replace

# Clauses of their own below a predicate: their words are not the predicate's.
_OTHER_CLAUSES = frozenset({"acl:relcl", "advcl", "ccomp", "parataxis", "acl"})
_POS = {"verb": {"VERB", "AUX", "ADJ"}, "noun": {"NOUN", "PROPN"}, "adj": {"ADJ", "ADV", "VERB", "NOUN"}}
_FILLERS = {"DET", "ADJ", "NUM", "ADV", "PUNCT"}
_SHORTEST_SUFFIX = 5
_GAP = 2


@dataclass(frozen=True, slots=True)
class Predicate:
    """A token read under a lexicon entry; ``words`` are the further tokens that the entry asked for.

    ``others`` are the same token's next best readings, for the case that this one's sides do not fit.
    """

    head: int
    entry: Entry
    words: tuple[int, ...]
    others: tuple["Predicate", ...] = ()


def find_predicates(sentence: Sentence, lexicon: Lexicon, words: Grammar, dates: frozenset[int]) -> list[Predicate]:
    """The best reading of every token that heads a lexicon entry, in text order.

    ``dates`` are the tokens of date phrases, whose prepositions are nobody's condition.
    """
    found: dict[int, Predicate] = {}
    for token in sentence.tokens:
        ranked = _ranked(sentence, token, lexicon, words, dates)
        if ranked:
            found[token.i] = replace(ranked[0], others=tuple(ranked[1:]))
    return list(found.values())


def _ranked(sentence: Sentence, token: Token, lexicon: Lexicon, words: Grammar, dates: frozenset[int]) -> list[Predicate]:
    """The readings of a token, best first: longest condition met, most conditions, first in the file."""
    ranked: list[tuple[tuple[int, int, int], Predicate]] = []
    for order, entry in enumerate(_entries(token, lexicon, words)):
        if token.pos not in _POS[entry.pos] or not _form_fits(token, entry):
            continue
        given: tuple[int, ...] = ()
        if entry.given:
            matches = [m for phrase in entry.given if (m := _phrase(sentence, token, phrase, words, dates))]
            if not matches:
                continue
            given = max(matches, key=len)
        if any(_phrase(sentence, token, phrase, words, dates) for phrase in entry.without):
            continue
        if entry.pos == "verb" and _is_pronominal(sentence, token, given):
            continue
        conditions = sum(map(bool, (entry.without, entry.negated, entry.from_is, entry.to_is)))
        ranked.append(((len(given), conditions, -order), Predicate(token.i, entry, given)))
    return [predicate for _, predicate in sorted(ranked, key=lambda item: item[0], reverse=True)]


def _is_pronominal(sentence: Sentence, token: Token, given: tuple[int, ...]) -> bool:
    """Whether a verb stands with a pronoun that changes its meaning ("encargarse") and the entry asks for nothing."""
    return not given and bool(children(sentence, token.i, "expl:pv"))


def _form_fits(token: Token, entry: Entry) -> bool:
    """A participle that the tagger calls an adjective is its verb's; other adjectives are not."""
    if entry.pos == "verb" and token.dep == "amod":
        # "the occupying power", "der inhaftierte Präsident": a description, not an occasion.
        return False
    if entry.pos == "verb" and token.pos == "ADJ":
        return token.low != entry.lemma and ("VerbForm=Part" in token.features or token.dep in {"root", "acl", "conj", "xcomp", "ccomp", "advcl", "acl:relcl"})
    if entry.pos == "verb" and token.pos == "AUX":
        return token.dep not in {"aux", "aux:pass", "cop"}
    if entry.pos == "adj" and token.pos in {"VERB", "NOUN"}:
        return entry.lemma in token.lemmas
    return True


def _entries(token: Token, lexicon: Lexicon, words: Grammar) -> Iterable[Entry]:
    seen = [entry for lemma in sorted(token.lemmas) for entry in lexicon.entries(lemma)]
    if seen or token.pos not in {"NOUN", "PROPN"}:
        return seen
    return _by_last_part(token, lexicon, words)


def _by_last_part(token: Token, lexicon: Lexicon, words: Grammar) -> list[Entry]:
    """Where compounds are one word, a noun is read by its last part: "Raketenangriff" is an "Angriff"."""
    if any((lemma,) in lexicon.words["unpolitical"] for lemma in token.lemmas):
        return []
    for lemma in sorted(token.lemmas, key=lambda lemma: (len(lemma), lemma)):
        for start in range(1, len(lemma) - _SHORTEST_SUFFIX + 1):
            part = lemma[start:]
            before = lemma[start - 1]
            if not words.compounds and before != "-":
                continue
            nouns = [entry for entry in lexicon.entries(part) if entry.pos == "noun"]
            if nouns:
                return nouns
    return []


def _phrase(sentence: Sentence, head: Token, phrase: Phrase, words: Grammar, dates: frozenset[int]) -> tuple[int, ...]:
    """The tokens below a head that make a phrase, or nothing. Articles and adjectives may stand between."""
    if len(phrase) == 1 and (marker := _marker(sentence, head, phrase[0], words, dates)) is not None:
        return (marker,) if marker >= 0 else ()
    # A phrase of several words may reach into what is said or demanded ("said it would not accept").
    stop = _OTHER_CLAUSES - {"ccomp", "acl"} if len(phrase) > 1 and head.pos == "VERB" else _OTHER_CLAUSES
    region = {token.i for token in subtree(sentence, head.i, stop)} - {head.i}
    region |= {token.i for token in children(sentence, head.i) if token.dep in {"mark", "advmod"}}
    for start in sorted(region):
        found = _from(sentence, start, phrase, words, head.i)
        if found and any(i in region for i in found) and found[-1] in region:
            return found
    return ()


def _from(sentence: Sentence, start: int, phrase: Phrase, words: Grammar, head: int) -> tuple[int, ...]:
    found: list[int] = []
    i = start
    for number, word in enumerate(phrase):
        gap = 0
        while i < len(sentence.tokens) and not _is(sentence.tokens[i], word, words):
            if number == 0 or gap >= _GAP or sentence.tokens[i].pos not in _FILLERS:
                return ()
            gap += 1
            i += 1
        if i >= len(sentence.tokens) or i == head:
            return ()
        found.append(i)
        i += 1
    return tuple(found)


def _is(token: Token, word: str, words: Grammar) -> bool:
    low = token.low
    if low == word or word in token.lemmas or words.preposition(low) == word:
        return True
    return words.compounds and token.pos in {"NOUN", "PROPN"} and len(word) >= _SHORTEST_SUFFIX and any(lemma.endswith(word) for lemma in token.lemmas)


def _marker(sentence: Sentence, head: Token, word: str, words: Grammar, dates: frozenset[int]) -> int | None:
    """Where the head's own particle or preposition stands: -1 if it has none, None if the word is neither."""
    same = [t for t in sentence.tokens if t.pos in {"ADP", "PART", "PRON"} and _is(t, word, words)]
    if not same:
        return None
    for token in same:
        if token.head == head.i and token.dep in {"compound:prt", "advmod", "mark", "expl:pv", "expl", "obj", "expl:pass", "iobj", "case", "obl"}:
            return token.i
        above = sentence.tokens[token.head]
        if token.dep in {"case", "mark"} and above.head == head.i and above.i not in dates:
            return token.i
    return -1
