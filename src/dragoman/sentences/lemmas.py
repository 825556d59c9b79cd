"""Every dictionary form that a word may have, in lower case.

A lemmatiser gives one guess; the lexicon asks only whether one of its own heads may be meant, so all guesses
are kept: the word itself, the lemmatiser's form, and what the language's regular endings allow.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from dragoman.knowledge.files import DATA, read_text
from dragoman.knowledge.grammar import grammar

_CONTENT = {"VERB", "AUX", "NOUN", "ADJ", "ADV", "PROPN", "DET", "PRON"}
# Regular endings, for words that the tables miss: (pattern, dictionary ending), by language and part of speech.
_ENDINGS: dict[str, dict[str, list[tuple[re.Pattern[str], str]]]] = {
    "fr": {
        "VERB": [
            (re.compile(r"(é|ée|és|ées|ant|ait|aient|era|eront|erait|eraient|e|ent|a|èrent|ez|ons)$"), "er"),
            (re.compile(r"(i|ie|is|ies|issant|it|issent|issait|issaient|ira|iront|irent)$"), "ir"),
            (re.compile(r"(u|ue|us|ues|ant|ait|aient|ent|ra|ront|it|irent)$"), "re"),
            (re.compile(r"(is|ise|ises|it|ite|its|ites)$"), "ettre"),
        ],
    },
    "es": {
        "VERB": [
            (re.compile(r"(?<=[aei]r)(se|lo|la|los|las|le|les|nos|selo|sela)$"), ""),
            (re.compile(r"(ado|ada|ados|adas|ando|ó|aron|aba|aban|ará|arán|aría|arían|a|an|e|en)$"), "ar"),
            (re.compile(r"(ido|ida|idos|idas|iendo|ió|ieron|ía|ían|erá|erán|e|en|a|an)$"), "er"),
            (re.compile(r"(ido|ida|idos|idas|iendo|ió|ieron|ía|ían|irá|irán|e|en|a|an)$"), "ir"),
        ],
    },
    "en": {
        "VERB": [
            (re.compile(r"(ing|ed|s|es)$"), ""),
            (re.compile(r"(ing|ed)$"), "e"),
            (re.compile(r"([lpntrgbd])\1(ing|ed)$"), r"\1"),
            (re.compile(r"i(ed|es)$"), "y"),
        ],
        "NOUN": [(re.compile(r"s$"), ""), (re.compile(r"es$"), ""), (re.compile(r"ies$"), "y"), (re.compile(r"men$"), "man")],
    },
    "de": {},
}  # fmt: skip
_ENDINGS["fr"]["ADJ"] = _ENDINGS["fr"]["VERB"][:3]
_ENDINGS["es"]["ADJ"] = _ENDINGS["es"]["VERB"][1:]
_ENDINGS["en"]["ADJ"] = _ENDINGS["en"]["VERB"]


@cache
def _hanta() -> Any:
    from HanTa.HanoverTagger import HanoverTagger

    return HanoverTagger("morphmodel_ger.pgz")


def _german(word: str, pos: str, language: str) -> frozenset[str]:
    found = {_hanta().analyze(word)[0].lower()}
    if pos in {"VERB", "AUX", "ADJ"} and word[:1].isupper():
        found.add(_hanta().analyze(word.lower())[0].lower())
    if pos in {"VERB", "AUX", "ADJ"}:
        for tag, _ in _hanta().tag_word(word.lower(), cutoff=20):
            if tag.startswith("V"):
                found.add(_hanta().analyze(word.lower(), tag)[0].lower())
    return frozenset(found)


def _dictionary(word: str, pos: str, language: str) -> frozenset[str]:
    return _forms(language).get(word.lower(), frozenset())


@cache
def _forms(language: str) -> dict[str, frozenset[str]]:
    """The inflected forms of the words that the data ask for, made by ``training/lemmas``."""
    found: dict[str, frozenset[str]] = {}
    for line in read_text(DATA / "lemmas" / f"{language}.tsv").splitlines()[1:]:
        form, _, lemma = line.partition("\t")
        found[form] = found[form] | {lemma} if form in found else frozenset({lemma})
    return found


# A language with a lemmatiser of its own; the others are looked up in tables of forms.
_LEMMATISERS: dict[str, Callable[[str, str, str], frozenset[str]]] = {"de": _german}


@lru_cache(maxsize=100_000)
def lemmas(word: str, pos: str, language: str) -> frozenset[str]:
    """The dictionary forms that a word may have, in lower case, the word itself among them.

    >>> "festnehmen" in lemmas("festgenommen", "VERB", "de"), "menacer" in lemmas("menacées", "VERB", "fr")
    (True, True)
    """
    low = word.lower()
    if pos not in _CONTENT:
        return frozenset({low})
    found = {low}
    if low in grammar(language).irregular:
        found.add(grammar(language).irregular[low])
    found |= _LEMMATISERS.get(language, _dictionary)(word, pos, language)
    for pattern, ending in _ENDINGS[language].get(pos, ()):
        if pattern.search(low):
            found.add(pattern.sub(ending, low))
    return frozenset(found)
