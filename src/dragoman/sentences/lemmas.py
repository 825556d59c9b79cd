"""Every dictionary form that a word may have, in lower case.

A lemmatiser gives one guess; the lexicon asks only whether one of its own heads may be meant, so all guesses
are kept: the word itself, what the table of forms has for it, and what the language's regular endings allow.
"""

import re
from functools import cache, lru_cache

from dragoman.knowledge.files import DATA, read_text
from dragoman.knowledge.grammar import grammar

_CONTENT = {"VERB", "AUX", "NOUN", "ADJ", "ADV", "PROPN", "DET", "PRON"}
_SHORTEST_END = 4  # letters of the last part of a compound
# What parts from a German verb; the longer before what they begin with.
_PARTICLES = (
    "ab|an|auf|aus|bei|ein|entgegen|fest|fort|frei|gegenüber|heraus|her|hinaus|hin|los|mit|nach|nieder|statt|teil|voraus|vor|weg|weiter|"
    "wieder|zurück|zusammen|zu"
)
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
    "de": {
        "VERB": [
            (re.compile(rf"^({_PARTICLES})?ge(.+?)e?t(e[nmrs]?)?$"), r"\1\2en"),
            (re.compile(rf"^({_PARTICLES})zu(.+en)$"), r"\1\2"),
            (re.compile(r"^(.+?)(e?te|e?ten|e?tet|e?test|e?t|e?st|e|ende?[nmrs]?)$"), r"\1en"),
        ],
        "NOUN": [(re.compile(r"^(.+?)(e?s|e?n|er|ern|e)$"), r"\1")],
    },
}  # fmt: skip
# Pronouns written together with an infinitive or gerund, which may then carry an accent: "acusándolo", "entregárselo".
_CLITICS = {"es": re.compile(r"(.*(?:[aeiáéí]r|[aá]ndo|[iy][eé]ndo))(?:me|te|se|nos|os|l[ao]s?|les?){1,2}")}
_UNACCENTED = str.maketrans("áéí", "aei")
_ENDINGS["fr"]["ADJ"] = _ENDINGS["fr"]["VERB"][:3]
_ENDINGS["es"]["ADJ"] = _ENDINGS["es"]["VERB"]
_ENDINGS["en"]["ADJ"] = _ENDINGS["en"]["VERB"]
_ENDINGS["de"]["ADJ"] = _ENDINGS["de"]["VERB"]


def _dictionary(word: str, language: str) -> frozenset[str]:
    """What the table has for a form; in a language of compounds, for the longest end of one that it has."""
    forms = _forms(language)
    if word in forms or not grammar(language).compounds:
        return forms.get(word, frozenset())
    for start in range(1, len(word) - _SHORTEST_END + 1):
        if word[start:] in forms:
            return frozenset(word[:start] + lemma for lemma in forms[word[start:]])
    return frozenset()


@cache
def _forms(language: str) -> dict[str, frozenset[str]]:
    """The inflected forms of the words that the data ask for, made by ``training/lemmas``."""
    found: dict[str, frozenset[str]] = {}
    for line in read_text(DATA / "lemmas" / f"{language}.tsv").splitlines()[1:]:
        form, _, lemma = line.partition("\t")
        found[form] = found[form] | {lemma} if form in found else frozenset({lemma})
    return found


@lru_cache(maxsize=100_000)
def lemmas(word: str, pos: str, language: str) -> frozenset[str]:
    """The dictionary forms that a word may have, in lower case, the word itself among them.

    >>> "festnehmen" in lemmas("festgenommen", "VERB", "de"), "menacer" in lemmas("menacées", "VERB", "fr")
    (True, True)
    """
    low = word.lower()
    if pos not in _CONTENT:
        return frozenset({low})
    found = {low, _without_clitics(low, pos, language)}
    for form in tuple(found):
        if form in grammar(language).irregular:
            found.add(grammar(language).irregular[form])
        found |= _dictionary(form, language)
        for pattern, ending in _ENDINGS[language].get(pos, ()):
            if pattern.search(form):
                found.add(pattern.sub(ending, form))
    return frozenset(found)


def _without_clitics(word: str, pos: str, language: str) -> str:
    """A verb without the pronouns written to its end; any other word as it is."""
    together = _CLITICS[language].fullmatch(word) if pos == "VERB" and language in _CLITICS else None
    return together[1][:-4] + together[1][-4:].translate(_UNACCENTED) if together else word
