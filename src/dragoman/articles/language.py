"""Which language a text is in: declared first, then guessed from the body."""

from functools import cache
from typing import Any

from dragoman.errors import LanguageError, UsageError
from dragoman.knowledge.grammar import LANGUAGES

NAMES = {"de": "German", "en": "English", "es": "Spanish", "fr": "French"}
_SAMPLE = 6_000
_FEW = 40


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
    declared = (declared or "").lower().replace("_", "-").split("-")[0]
    guess, probability = _identifier().classify(sample)
    guess = str(guess)
    if guess in LANGUAGES:
        return declared if declared in LANGUAGES and probability < 0.9 else guess
    if declared in LANGUAGES and (len(sample) < _FEW * 5 or probability < 0.9):
        return declared
    among_ours = _among_ours(sample)
    if among_ours and (probability < 0.9 or len(sample) < _FEW):
        return among_ours
    from babel import Locale, UnknownLocaleError

    try:
        called = Locale(guess).get_display_name("en") or guess
    except (UnknownLocaleError, ValueError):
        called = guess
    raise LanguageError(f"{name}: is in {called} ({guess}); Dragoman reads German, English, Spanish and French. If the guess is wrong, give --language")


def _among_ours(sample: str) -> str | None:
    """The likeliest of the four languages where their stop words clearly stand in the text."""
    import collections

    words = collections.Counter(sample.lower().split())
    hits = {code: sum(words[w] for w in common) for code, common in _COMMON.items()}
    best = max(hits, key=lambda code: (hits[code], code))
    return best if hits[best] >= max(2, sum(words.values()) // 12) else None


_COMMON = {
    "de": ("der", "die", "das", "und", "ist", "nicht", "mit", "von", "dem", "den", "ein", "eine", "im", "zu", "auf"),
    "en": ("the", "and", "of", "to", "in", "is", "was", "that", "for", "with", "on", "has", "by", "at", "said"),
    "es": ("el", "la", "los", "las", "que", "de", "y", "en", "del", "se", "por", "con", "una", "su", "al"),
    "fr": ("le", "la", "les", "des", "et", "du", "dans", "est", "que", "une", "pour", "au", "par", "sur", "qui"),
}
