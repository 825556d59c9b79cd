"""The lexicon of a language: predicates to PLOVER types, with their conditions. Format: docs/lexicon.md."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.errors import DataError
from dragoman.knowledge.files import DATA, parse_yaml, read_text, suggest
from dragoman.knowledge.ontology import Ontology, ontology
from dragoman.types import Sentence, Token

HEADS = ("verb", "noun", "adj")
FIELDS = (*HEADS, "with", "without", "from", "to", "mutual", "needs", "from_is", "to_is", "negated", "future", "status")
NEEDS = ("from", "both")
STATUSES = ("hypothetical", "negated")
WORD_LISTS = (
    "speech", "speech_nouns", "source", "deny", "light", "plan", "maybe", "fail",
    "modal_future", "duty", "negation", "condition", "by", "unpolitical",
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


_LABEL = re.compile(r"^([A-Z]\S*(?: \S+)?):\s*(?:#.*)?$")
_ENTRY = re.compile(r"^\s*- (\{.*\})\s*(?:#.*)?$")
_HEAD = re.compile(r"\{\s*(?:verb|noun|adj):\s*[\"']?([^\s,}\"']+)")
_TOP = re.compile(r"^\S")


class Lexicon:
    """All entries of a language by head lemma, and its lists of words that change what a predicate means.

    An article uses a small part of a lexicon, so an entry's line is read when its head is first asked for;
    `check` reads them all.
    """

    def __init__(self, path: Path, lines: dict[str, list[tuple[int, str, str]]], words: dict[str, frozenset[Phrase]]):
        self.path, self.language, self.words = path, path.stem, words
        self._lines = lines
        self._by = tuple(sorted(" ".join(phrase) for phrase in words["by"]))
        self._read: dict[str, tuple[Entry, ...]] = {}

    def entries(self, lemma: str) -> tuple[Entry, ...]:
        """The entries that a lemma heads, in the order of the file.

        Raises DataError with file and line where one of them is wrong.
        """
        if lemma not in self._lines:
            return ()
        if lemma not in self._read:
            self._read[lemma] = tuple(self._entry(*line) for line in self._lines[lemma])
        return self._read[lemma]

    def check(self) -> list[Entry]:
        """Every entry of the file, each read and checked."""
        return [entry for lemma in self._lines for entry in self.entries(lemma)]

    def _entry(self, line: int, label: str, text: str) -> Entry:
        raw = parse_yaml(text, self.path, line)
        return _entry(raw, line, label, self._by, ontology(), self.path)

    def is_a(self, kind: str, sentence: Sentence, token: Token) -> bool:
        """Whether a token is a word of a list such as ``speech``, or begins a fixed phrase of it there.

        Of a phrase the first word may be inflected; the others stand within a few words behind it.
        """
        for lemma in (*token.lemmas, token.low):
            for phrase in _index(self.words[kind]).get(lemma, ()):
                after = [t.low for t in sentence.tokens[token.i + 1 : token.i + 2 * len(phrase)]]
                if all(word in after for word in phrase[1:]):
                    return True
        return False


@cache
def _index(phrases: frozenset[Phrase]) -> dict[str, list[Phrase]]:
    found: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in sorted(phrases):
        found[phrase[0]].append(phrase)
    return found


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


def _entry(raw: dict[str, Any], line: int, label: str, by: tuple[str, ...], plover: Ontology, path: Path) -> Entry:
    where = f"{path}:{line}"
    name, mode = plover.label(label, where)
    for key in raw:
        if key not in FIELDS:
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
        line=line,
    )


def read_lexicon(path: Path) -> Lexicon:
    """Reads a lexicon file: the word lists at once, the entries as they are asked for.

    Raises DataError with file and line for an unknown word list, a wrong label, or a line that is no entry.
    """
    plover, label = ontology(), ""
    lines: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    header: list[str] = []
    for number, line in enumerate(read_text(path).splitlines(), 1):
        if _TOP.match(line) and not line.startswith("#"):
            label = line.split(":")[0]
            if label != "words":
                plover.label(label, f"{path}:{number}")
        if label in {"", "words"}:
            header.append(line)
        elif match := _ENTRY.match(line):
            head = _HEAD.match(match[1])
            if head is None:
                raise DataError(f"{path}:{number}: an entry opens with its head: {{verb: …}}, {{noun: …}} or {{adj: …}}")
            lines[head[1].lower()].append((number, label, match[1]))
        elif line.strip() and not line.lstrip().startswith("#") and not _LABEL.match(line):
            raise DataError(f"{path}:{number}: one entry a line was expected: - {{verb: …, with: […]}}")
    return Lexicon(path, dict(lines), _word_lists(header, path))


def _word_lists(header: list[str], path: Path) -> dict[str, frozenset[Phrase]]:
    raw = (parse_yaml("\n".join(header), path, 1) or {}).get("words") or {}
    for key in raw:
        if key not in WORD_LISTS:
            raise DataError(f'{path}: words: unknown word list "{key}"{suggest(key, WORD_LISTS)}')
    return {key: frozenset(_phrases(raw.get(key, []), f"{path}: words: {key}")) for key in WORD_LISTS}


@cache
def lexicon(language: str) -> Lexicon:
    """The shipped lexicon of a language.

    >>> lexicon("en").entries("condemn")[0].type
    'ACCUSE'
    """
    return read_lexicon(DATA / "lexicon" / f"{language}.yaml")
