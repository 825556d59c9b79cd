"""What an event is about: the PLOVER contexts whose words stand in its sentence."""

from functools import cache

from dragoman.knowledge.files import DATA, read_yaml
from dragoman.types import Sentence


@cache
def _stems(language: str) -> tuple[tuple[str, str], ...]:
    raw = read_yaml(DATA / "contexts.yaml")
    return tuple((stem, context) for context, by_language in raw.items() for stem in by_language[language])


def find_contexts(sentence: Sentence, language: str) -> tuple[str, ...]:
    """The contexts of a sentence, in the order of ``data/contexts.yaml``, by the beginnings of its words."""
    low = [token.low for token in sentence.tokens if token.pos in {"NOUN", "ADJ", "PROPN", "VERB"}]
    lemmas = [lemma for token in sentence.tokens if token.pos in {"NOUN", "PROPN"} for lemma in token.lemmas]
    found = []
    for stem, context in _stems(language):
        if context not in found and any(word.startswith(stem) for word in (*low, *lemmas)):
            found.append(context)
    return tuple(found)
