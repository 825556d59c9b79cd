"""What the stages know of a language beside its lexicon and names: ``data/grammar/<language>.yaml``."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.knowledge.files import DATA, read_yaml

LANGUAGES = ("de", "en", "es", "fr")


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language's closed word classes; ``sentences``, ``dates`` and ``cleaning`` are read by the stages of that name."""

    language: str
    sentences: dict[str, Any]
    dates: dict[str, Any]
    cleaning: dict[str, Any]
    prepositions: dict[str, str]
    compounds: bool
    genitives: frozenset[str]
    datives: frozenset[str]
    places: frozenset[str]
    pronouns: dict[str, tuple[str, str]]
    possessives: frozenset[str]
    first_person: frozenset[str]
    reciprocal: tuple[tuple[str, ...], ...]
    perfect: frozenset[str]
    counterparts: frozenset[str]
    latter: dict[str, tuple[str, str]]
    leading: frozenset[str]
    former: frozenset[str]
    former_prefixes: tuple[str, ...]
    feminine: tuple[str, ...]
    name_endings: tuple[str, ...]
    indefinite: frozenset[str]
    irregular: dict[str, str]

    def preposition(self, word: str) -> str:
        """The dictionary form of a preposition.

        >>> grammar("es").preposition("del")
        'de'
        """
        low = word.lower()
        return self.prepositions.get(low, low)


@cache
def grammar(language: str) -> Grammar:
    """The grammar of one of the four languages.

    >>> grammar("fr").pronouns["elles"]
    ('f', 'plur')
    """
    raw = read_yaml(DATA / "grammar" / f"{language}.yaml")
    return Grammar(
        language=language,
        sentences=raw["sentences"],
        dates=raw["dates"],
        cleaning=raw["cleaning"],
        prepositions=raw["prepositions"],
        compounds=raw["compounds"],
        genitives=frozenset(raw["genitives"]),
        datives=frozenset(raw["datives"]),
        places=frozenset(raw["places"]),
        pronouns={word: (gender, number) for word, (gender, number) in raw["pronouns"].items()},
        possessives=frozenset(raw["possessives"]),
        first_person=frozenset(raw["first_person"]),
        reciprocal=tuple(tuple(phrase.split()) for phrase in raw["reciprocal"]),
        perfect=frozenset(raw["perfect"]),
        counterparts=frozenset(raw["counterparts"]),
        latter={words: (gender, number) for words, (gender, number) in raw["latter"].items()},
        leading=frozenset(raw["leading"]),
        former=frozenset(raw["former"]),
        former_prefixes=tuple(raw["former_prefixes"]),
        feminine=tuple(raw["feminine_endings"]),
        name_endings=tuple(raw["name_endings"]),
        indefinite=frozenset(raw["indefinite"]),
        irregular=raw["irregular"],
    )
