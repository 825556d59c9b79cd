"""The lexicon of a language: predicates to PLOVER types, with their conditions. Format: docs/lexicon.md."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.errors import DataError
from dragoman.knowledge.files import DATA, LINE, read_yaml_with_lines, suggest
from dragoman.knowledge.ontology import Ontology, ontology

HEADS = ("verb", "noun", "adj")
FIELDS = (*HEADS, "with", "without", "from", "to", "mutual", "needs", "from_is", "to_is", "negated", "future", "status")
NEEDS = ("from", "to", "both", "any")
STATUSES = ("hypothetical", "negated")
WORD_LISTS = (
    "speech", "speech_nouns", "source", "deny", "light", "plan", "maybe", "fail",
    "modal_future", "negation", "condition", "by", "unpolitical",
)  # fmt: skip

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One reading of a predicate.

    ``pos`` is verb, noun or adj; ``given`` and ``without`` are alternatives of word sequences in lower case;
    ``from_slots`` and ``to_slots`` say where the sides stand.
    """

    lemma: str
    pos: str
    type: str
    mode: str | None
    given: tuple[Phrase, ...]
    without: tuple[Phrase, ...]
    from_slots: tuple[str, ...]
    to_slots: tuple[str, ...]
    needs: str
    mutual: bool
    from_is: frozenset[str]
    to_is: frozenset[str]
    negated: bool
    future: tuple[str, str | None]
    status: str | None
    line: int

    @property
    def name(self) -> str:
        """How the trace calls this entry."""
        given = " + " + "|".join(" ".join(p) for p in self.given[:3]) if self.given else ""
        return f"{self.lemma} ({self.pos}){given}"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries of a language by head lemma, and its lists of words that change what a predicate means."""

    language: str
    entries: dict[str, tuple[Entry, ...]]
    words: dict[str, frozenset[Phrase]]

    def has(self, kind: str, *lemmas: str) -> bool:
        """Whether one of the lemmas is a word of a list such as ``speech``."""
        return any((lemma,) in self.words[kind] for lemma in lemmas)


def _phrases(value: Any, where: str) -> tuple[Phrase, ...]:
    if value is None:
        return ()
    items = value if isinstance(value, list) else [value]
    if not all(isinstance(item, str) for item in items):
        raise DataError(f"{where}: a list of words was expected, not {value!r}; quote words such as 'no' and 'on'")
    return tuple(tuple(item.lower().split()) for item in items)


def _choice(raw: dict[str, Any], key: str, known: tuple[str, ...], default: str | None, where: str) -> str | None:
    value = raw.get(key, default)
    if value is not None and value not in known:
        raise DataError(f'{where}: unknown {key} "{value}"{suggest(str(value), known)}')
    return value


def _slots(raw: dict[str, Any], key: str, default: tuple[str, ...], where: str) -> tuple[str, ...]:
    if key not in raw:
        return default
    return tuple(" ".join(phrase) for phrase in _phrases(raw[key], where))


def _entry(raw: dict[str, Any], label: str, by: tuple[str, ...], plover: Ontology, path: Path) -> Entry:
    where = f"{path}:{raw[LINE]}"
    name, mode = plover.label(label, where)
    for key in raw:
        if key != LINE and key not in FIELDS:
            raise DataError(f'{where}: unknown field "{key}"{suggest(key, FIELDS)}')
    pos = [head for head in HEADS if head in raw]
    if len(pos) != 1 or not isinstance(raw[pos[0]], str):
        raise DataError(f"{where}: an entry needs exactly one of verb, noun, adj, with one word")
    verbal = pos[0] != "noun"
    for key in ("from_is", "to_is"):
        for sector in raw.get(key, ()):
            if sector not in plover.sectors:
                raise DataError(f'{where}: unknown sector "{sector}"{suggest(sector, plover.sectors)}')
    head, *rest = raw[pos[0]].lower().split()
    given = _phrases(raw.get("with"), where)
    if rest:
        given = tuple((*rest, *phrase) for phrase in given) or (tuple(rest),)
    return Entry(
        lemma=head,
        pos=pos[0],
        type=name,
        mode=mode,
        given=given,
        without=_phrases(raw.get("without"), where),
        from_slots=_slots(raw, "from", ("subj",) if verbal else (*by, "gen", "adj"), where),
        to_slots=_slots(raw, "to", ("obj", "iobj") if pos[0] == "verb" else (), where),
        needs=_choice(raw, "needs", NEEDS, plover.types[name].needs, where) or "from",
        mutual=bool(raw.get("mutual", False)),
        from_is=frozenset(raw.get("from_is", ())),
        to_is=frozenset(raw.get("to_is", ())),
        negated=bool(raw.get("negated", False)),
        future=plover.label(raw["future"], where) if "future" in raw else plover.types[name].future,
        status=_choice(raw, "status", STATUSES, None, where),
        line=raw[LINE],
    )


def read_lexicon(path: Path) -> Lexicon:
    """Reads and checks one lexicon file.

    Raises DataError with file and line for an unknown type, mode, field, sector or word list.
    """
    raw = read_yaml_with_lines(path)
    raw_words = raw.pop("words", {LINE: 1})
    line = raw_words.pop(LINE)
    for key in raw_words:
        if key not in WORD_LISTS:
            raise DataError(f'{path}:{line}: unknown word list "{key}"{suggest(key, WORD_LISTS)}')
    words = {key: frozenset(_phrases(raw_words.get(key, []), f"{path}:{line} ({key})")) for key in WORD_LISTS}
    by = tuple(sorted(" ".join(phrase) for phrase in words["by"]))
    raw.pop(LINE)
    found: dict[str, list[Entry]] = defaultdict(list)
    for label, items in raw.items():
        for item in items or ():
            if not isinstance(item, dict):
                raise DataError(f"{path}: under {label}: {item!r} is no entry; write {{verb: …}} or {{noun: …}}")
            entry = _entry(item, str(label), by, ontology(), path)
            found[entry.lemma].append(entry)
    return Lexicon(path.stem, {lemma: tuple(entries) for lemma, entries in found.items()}, words)


@cache
def lexicon(language: str) -> Lexicon:
    """The shipped lexicon of a language.

    >>> lexicon("en").language
    'en'
    """
    return read_lexicon(DATA / "lexicon" / f"{language}.yaml")
