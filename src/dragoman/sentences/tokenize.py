"""Words of a sentence, by spaCy's rules for each language.

spaCy's own French rules take two seconds to import and keep thousands of compounds that the treebanks split;
the rules here are spaCy's general ones with French elision and inversion.
"""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

_ELISION = r"(?<=\b[cdjlmnstCDJLMNST]['’])(?=\w)|(?<=\b[qQ]u['’])(?=\w)|(?<=\b[lL]orsqu['’])(?=\w)|(?<=\b[pP]uisqu['’])(?=\w)|(?<=\b[jJ]usqu['’])(?=\w)"
_INVERSION = r"(?<=\w)-t-(?:il|elle|on|ils|elles)", r"(?<=\w)-(?:il|elle|on|ils|elles|ce|je|tu|nous|vous|moi|toi|lui|leur|le|la|les)"
_WHOLE = ("aujourd'hui", "aujourd’hui", "Aujourd'hui", "Aujourd’hui", "quelqu'un", "quelqu’un", "M.", "MM.", "Mme", "Mmes")


@cache
def blank(language: str) -> "Language":
    """A pipeline without components, for its tokenizer.

    >>> [token.text for token in blank("fr").tokenizer("L'armée a-t-elle attaqué aujourd'hui ?")]
    ["L'", 'armée', 'a', '-t-elle', 'attaqué', "aujourd'hui", '?']
    """
    import spacy

    return _BUILDERS[language]() if language in _BUILDERS else spacy.blank(language)


def _french() -> "Language":
    import spacy
    from spacy.lang.punctuation import TOKENIZER_INFIXES, TOKENIZER_PREFIXES, TOKENIZER_SUFFIXES
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    nlp = spacy.blank("xx")
    hyphened = r"(?<=[a-zA-Z\u00C0-\u024F])(?:-|–|—|--|---|——|~)(?=[a-zA-Z\u00C0-\u024F])"
    infixes = [rule for rule in TOKENIZER_INFIXES if "(?:-|" not in rule or rule == hyphened]
    nlp.tokenizer = Tokenizer(
        nlp.vocab,
        rules={word: [{"ORTH": word}] for word in _WHOLE},
        prefix_search=compile_prefix_regex(TOKENIZER_PREFIXES).search,
        suffix_search=compile_suffix_regex([*TOKENIZER_SUFFIXES, *_INVERSION]).search,
        infix_finditer=compile_infix_regex([*infixes, _ELISION]).finditer,
    )
    return nlp


_BUILDERS: dict[str, Callable[[], "Language"]] = {"fr": _french}
