"""Which language a text is in: clear function words first, then what is declared, then a statistical guess."""

import re
from collections import Counter
from functools import cache
from typing import Any

from dragoman.errors import LanguageError, UsageError
from dragoman.knowledge.files import DATA, read_yaml
from dragoman.knowledge.grammar import LANGUAGES

NAMES = {"de": "German", "en": "English", "es": "Spanish", "fr": "French"}
_SAMPLE = 6_000
_SHORT = 200
_SURE = 0.9
_ENOUGH_WORDS, _CLEAR_SHARE, _CLEAR_LEAD = 40, 0.12, 1.5


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def check_language(language: str) -> str:
    """A language given by the user, as its two letters.

    Raises UsageError for any but the four.

    >>> check_language("ES-mx")
    'es'
    """
    code = language.lower().replace("_", "-").split("-")[0]
    if code not in LANGUAGES:
        known = ", ".join(f"{code} ({NAMES[code]})" for code in LANGUAGES)
        raise UsageError(f'language "{language}" is not one of {known}')
    return code


def find_language(text: str, name: str, declared: str | None = None) -> str:
    """The language of a text, as two letters: what the page declares unless the text says otherwise.

    Raises LanguageError where the text is in none of the four languages.

    >>> find_language("El presidente viajó ayer a Bogotá para reunirse con su homóloga.", "page")
    'es'
    """
    sample = text[:_SAMPLE]
    clear = _by_function_words(sample)
    if clear is not None:
        return clear
    declared = (declared or "").lower().replace("_", "-").split("-")[0]
    guess, probability = _identifier().classify(sample)
    guess = str(guess)
    if guess in LANGUAGES:
        return declared if declared in LANGUAGES and probability < _SURE else guess
    if declared in LANGUAGES and (len(sample) < _SHORT or probability < _SURE):
        return declared
    from babel import Locale, UnknownLocaleError

    try:
        called = Locale(guess).get_display_name("en") or guess
    except (UnknownLocaleError, ValueError):
        called = guess
    raise LanguageError(f"{name}: is in {called} ({guess}); Dragoman reads German, English, Spanish and French. If the guess is wrong, give --language")


def _by_function_words(sample: str) -> str | None:
    """One of the four languages, where its function words are frequent and well ahead of any other language's.

    A word that several languages share counts for each by its part.
    """
    counts = Counter(re.findall(r"[^\W\d_]+", sample.lower()))
    total = sum(counts.values())
    if total < _ENOUGH_WORDS:
        return None
    words_of = _function_words()
    owners = Counter(word for words in words_of.values() for word in words)
    shares = {language: sum(counts[word] / owners[word] for word in words) / total for language, words in words_of.items()}
    best, second = sorted(shares, key=lambda language: (-shares[language], language))[:2]
    clear = shares[best] >= _CLEAR_SHARE and shares[best] >= _CLEAR_LEAD * shares[second]
    return best if clear and best in LANGUAGES else None


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {language: frozenset(words) for language, words in read_yaml(DATA / "function_words.yaml").items()}
