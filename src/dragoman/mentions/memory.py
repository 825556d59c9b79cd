"""What an article has said so far of who is who: surnames, roles, who was named last, and which country it is about."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from dragoman.knowledge.actors.senses import country_of
from dragoman.knowledge.actors.surnames import surnames_of
from dragoman.knowledge.folding import fold

# Over how many sentences a title or an epithet finds whom it means.
_REACH = 3


@dataclass(frozen=True, slots=True)
class Known:
    """An actor as an article knows it: code, full name, gender (m, f or empty), offices held; whether a person."""

    code: str
    name: str
    gender: str = ""
    offices: frozenset[str] = frozenset()
    is_person: bool = True

    @property
    def country(self) -> str:
        """The country, or the organisation's own code."""
        return country_of(self.code)


@dataclass(frozen=True, slots=True)
class Seen:
    """Who was named in which sentence, by which token at last, and whether as its subject."""

    known: Known
    sentence: int
    last: int
    subject: bool


@dataclass(slots=True)
class Memory:
    """Grows as an article is read; one object an article, never shared."""

    people: dict[str, Known] = field(default_factory=dict)
    roles: dict[str, Known] = field(default_factory=dict)
    countries: Counter[str] = field(default_factory=Counter)
    bodies: set[str] = field(default_factory=set)
    parts: dict[str, Known] = field(default_factory=dict)
    openings: set[str] = field(default_factory=set)
    strangers: set[str] = field(default_factory=set)
    seen: list[Seen] = field(default_factory=list)

    def teach(self, name: str, known: Known, surnames: list[str] | None = None) -> None:
        """From now on the name, and the surnames alone, mean this actor; they follow from the name where not given."""
        self.call(name, known)
        for word in fold(name).split():
            self.parts.setdefault(word, known)
        for surname in surnames_of(name, known.country) if surnames is None else surnames:
            if len(surname) > 2 and fold(surname) not in self.people:
                self.call(surname, known)

    def call(self, form: str, known: Known) -> None:
        """From now on this form means the actor."""
        folded = fold(form)
        self.people[folded] = known
        self.openings.add(folded.split()[0])

    def person(self, words: str) -> Known | None:
        """Whom these words name, if the article has introduced them; a German genitive is understood."""
        folded = fold(words)
        found = self.people.get(folded)
        if found is None and folded.endswith(("s", "'")):
            found = self.people.get(folded[:-1].rstrip("'"))
        return found

    def may_open(self, word: str) -> bool:
        """Whether a name that the article has introduced begins with a word."""
        folded = fold(word)
        return folded in self.openings or folded.rstrip("s'") in self.openings or folded[:-1] in self.openings

    def named_in_part(self, word: str) -> Known | None:
        """The person one of whose names this word is, if the article has introduced one."""
        return self.parts.get(fold(word))

    def recent(self, sentence: int, token: int, fits: Callable[[Known], bool]) -> Known | None:
        """Whom a token of a sentence means by what it says of somebody: the last one named before it that fits, the
        subject before others.

        None where nobody fits, or where the last sentence that names such actors names two of them, none as its subject.
        """
        for at in range(sentence, sentence - _REACH - 1, -1):
            fitting = [one for one in self._of(at) if fits(one.known) and (at < sentence or one.last < token)]
            subjects = {one.known.name: one.known for one in fitting if one.subject}
            found = subjects or {one.known.name: one.known for one in fitting}
            if len(found) == 1:
                return next(iter(found.values()))
            if found:
                return None
        return None

    def _of(self, sentence: int) -> Iterator[Seen]:
        return (one for one in reversed(self.seen) if one.sentence == sentence)

    def main_country(self) -> str | None:
        """The country that an article is about: named clearly more often than any other."""
        ranked = self.countries.most_common(2)
        if not ranked or ranked[0][1] < 2:
            return None
        if len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]:
            return None
        return ranked[0][0]
