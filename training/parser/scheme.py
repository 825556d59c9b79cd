"""One scheme of relations and features for all treebanks, whatever the habits of each.

The treebanks follow Universal Dependencies, but not to the letter: AnCora calls prepositional complements
objects and marks no passive, German GSD writes dative objects as `obl:arg`, only some mark relative clauses.
What the guidelines say and what the coder reads is written here once, as functions over a sentence.
"""

import re
from dataclasses import dataclass, replace

KEPT_SUBTYPES = {
    "nsubj:pass", "csubj:pass", "aux:pass", "obl:agent", "compound:prt", "expl:pass", "expl:pv", "acl:relcl",
}  # fmt: skip
KEPT_FEATURES = {
    "VERB": {"VerbForm", "Mood", "Tense", "Voice", "Number", "Person"},
    "AUX": {"VerbForm", "Mood", "Tense", "Number", "Person"},
    "PRON": {"PronType", "Number", "Gender", "Person", "Case", "Poss", "Reflex"},
    "DET": {"PronType", "Number", "Poss", "Case"},
    "NOUN": {"Number", "Gender", "Case"},
    "PROPN": {"Number", "Case"},
    "ADJ": {"VerbForm"},
}
# Words that open a relative clause or stand in one for the noun; the articles among them are told by their class.
RELATIVE = {
    "de": re.compile("d(er|ie|as|en|em|essen|eren|enen)|welche[rsmn]?|wo|was|wer"),
    "en": re.compile("that|which|who|whom|whose|where|when|why"),
    "es": re.compile("que|quien(es)?|cual(es)?|donde|cuando|como|cuy[oa]s?"),
    "fr": re.compile("que|qu'|qui|dont|où|quoi|lequel|laquelle|lesquel(le)?s|auquel|auxquel(le)?s|duquel|desquel(le)?s"),
}
_RELATIVE_CLASSES = {"PRON", "ADV"}
_WHOSE = {"whose", "dessen", "deren", "cuyo", "cuya", "cuyos", "cuyas"}
# Treebanks that tell relative clauses from other clauses on nouns themselves.
_TELL_RELATIVES = {"en_ewt", "es_gsd", "fr_gsd", "fr_sequoia"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a treebank: its place, form, class, features, head (its own place for the root) and relation."""

    i: int
    text: str
    pos: str
    features: str
    head: int
    dep: str
    space: bool = True


def relation(label: str) -> str:
    """The relation of the common scheme: subtypes dropped but for those the coder reads.

    >>> relation("obl:tmod"), relation("nsubj:pass")
    ('obl', 'nsubj:pass')
    """
    return label if label in KEPT_SUBTYPES else label.split(":")[0]


def features(pos: str, morph: str) -> str:
    """The morphological features of the common scheme for one word.

    >>> features("VERB", "Mood=Ind|Number=Sing|Aspect=Perf")
    'Mood=Ind|Number=Sing'
    """
    kept = KEPT_FEATURES.get(pos, set())
    return "|".join(f for f in morph.split("|") if f.split("=")[0] in kept)


def harmonise(words: list[Word], language: str, treebank: str) -> list[Word]:
    """A sentence in the common scheme.

    >>> the_man = [Word(0, "el", "DET", "", 1, "det"), Word(1, "hombre", "NOUN", "", 1, "root")]
    >>> clause = [Word(2, "que", "PRON", "", 3, "nsubj"), Word(3, "habla", "VERB", "VerbForm=Fin", 1, "acl")]
    >>> harmonise(the_man + clause, "es", "es_ancora")[3].dep
    'acl:relcl'
    """
    below: dict[int, list[Word]] = {w.i: [] for w in words}
    for w in words:
        if w.head != w.i:
            below[w.head].append(w)
    return [replace(w, pos=_class(w, treebank), dep=_relation(w, words, below, language, treebank), features=features(w.pos, w.features)) for w in words]


def _class(w: Word, treebank: str) -> str:
    """The part of speech; empty where the treebank's is not to be taught."""
    if w.text.isdigit() and w.pos == "NOUN":
        return "NUM"
    if w.text == "%":
        return "SYM"
    # The tagger that classed the words of this set gave up at nouns made from adjectives and verbs.
    return "" if treebank == "de_news" and w.pos == "X" else w.pos


def _relation(w: Word, words: list[Word], below: dict[int, list[Word]], language: str, treebank: str) -> str:
    cases = [c.text.lower() for c in below[w.i] if c.dep == "case"]
    dep = w.dep
    if treebank.startswith("es_ancora"):
        dep = _ancora(w, cases, words[w.head], below)
    if dep == "obl:arg" and language == "de" and not cases and "Case=Dat" in w.features:
        return "iobj"
    if dep == "expl:impers":
        return "expl:pass"
    if dep.split(":")[0] == "acl" and treebank not in _TELL_RELATIVES:
        return "acl:relcl" if _is_relative(w, below, language) else "acl"
    return relation(dep)


def _ancora(w: Word, cases: list[str], head: Word, below: dict[int, list[Word]]) -> str:
    passive = head.pos == "VERB" and "VerbForm=Part" in head.features and any(c.dep.startswith("aux") and _SER.fullmatch(c.text.lower()) for c in below[head.i])
    reflexive = any(c.dep == "expl:pass" for c in below[head.i])
    if w.dep in {"obj", "obl", "iobj"} and "por" in cases and passive:
        return "obl:agent"
    if w.dep in {"obj", "iobj"} and cases and w.pos != "PRON" and not {"a", "al"} & set(cases):
        return "obl"
    if w.dep == "aux" and passive and _SER.fullmatch(w.text.lower()):
        return "aux:pass"
    if w.dep in {"nsubj", "csubj"} and (passive or reflexive):
        return w.dep + ":pass"
    return w.dep


_SER = re.compile("es|son|er(a|an)|fue(ron)?|ser(á|án|ía|ían)?|sea|sean|fuer(a|an)|fuese|fuesen|sido|siendo|soy|eres|somos")


def _is_relative(w: Word, below: dict[int, list[Word]], language: str) -> bool:
    """Whether a relative word stands in the clause itself, not in a clause below it."""
    return any(RELATIVE[language].fullmatch(c.text.lower()) and (c.pos in _RELATIVE_CLASSES or c.text.lower() in _WHOSE) for c in _clause(w, below))


def _clause(w: Word, below: dict[int, list[Word]]) -> list[Word]:
    found = []
    for c in below[w.i]:
        if c.dep.split(":")[0] not in {"acl", "advcl", "ccomp", "csubj", "parataxis", "conj"}:
            found += [c, *_clause(c, below)]
    return found
