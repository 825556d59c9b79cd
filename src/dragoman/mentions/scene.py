"""One sentence with its names and roles, and what the article and the knowledge say about them."""

from dataclasses import dataclass

from dragoman.knowledge.actors.load import Actors, person
from dragoman.knowledge.actors.people import code_on
from dragoman.knowledge.actors.senses import NOBODY, Sense, country_of
from dragoman.knowledge.grammar import Grammar
from dragoman.mentions.memory import Memory
from dragoman.mentions.names import Name
from dragoman.mentions.roles import Role
from dragoman.sentences.tree import ancestors, children
from dragoman.types import Actor, Article, Mention, Sentence, Span

PLACES = frozenset({"region", "city", "name", "capital", "former"})
_PLACE_RELATIONS = {"obl", "nmod", "advmod", "root", "parataxis", "dep", "conj", "appos"}


@dataclass(frozen=True, slots=True)
class Scene:
    """``names`` by every token they cover, ``roles`` by their head token; ``memory`` grows with the article."""

    sentence: Sentence
    article: Article
    who: Actors
    words: Grammar
    memory: Memory
    names: dict[int, Name]
    roles: dict[int, Role]

    def head(self, first: int, last: int) -> int:
        """The token by which a stretch of tokens hangs in the parse."""
        return head_of(self.sentence, first, last)

    def text(self, first: int, last: int) -> str:
        """The article's own words from one token to another."""
        tokens = self.sentence.tokens
        return Span(tokens[first].span.start, tokens[last].span.end).of(self.article.text)

    def actor(self, first: int, last: int, head: int, code: str, name: str, rule: str) -> Mention:
        """A mention of an actor by the tokens from ``first`` to ``last``."""
        tokens = self.sentence.tokens
        span = Span(tokens[first].span.start, tokens[last].span.end)
        return Mention("actor", self.sentence.index, head, first, last, actor=Actor(code, name, span.of(self.article.text), span), rule=rule)

    def is_place(self, i: int) -> bool:
        """Whether a country or city stands in a place phrase, by its preposition."""
        return is_place(self.sentence, self.words, i)

    def sense(self, name: Name) -> Sense:
        """What a name means here: before a noun the adjective, in a place phrase the place, else what holds on the date."""
        head = self.head(name.first, name.last)
        token = self.sentence.tokens[head]
        before_noun = token.dep in {"amod", "compound", "nmod", "flat"} and token.head > head
        if (before_noun or token.pos == "ADJ") and (adjective := next((s for s in name.senses if s.kind == "adj"), None)):
            return adjective
        if any(s.kind in PLACES for s in name.senses) and self.is_place(head):
            return self._at_home([s for s in name.senses if s.kind in PLACES])
        found = [s for s in name.senses if s.kind != "short" or s.code in self.memory.bodies]
        return self._at_home(found) if found else Sense(NOBODY, "")

    def _at_home(self, senses: list[Sense]) -> Sense:
        """The first sense; of several of its kind the one whose country the article names most."""
        alike = [s for s in senses if s.kind == senses[0].kind or (s.kind in PLACES and senses[0].kind in PLACES)]
        return max(alike, key=lambda s: self.memory.countries[country_of(s.code)])

    def code_of_person(self, name: str) -> str | None:
        """The code on the article's date of a person by the usual name; None where no term is known."""
        return code_on(person(name).terms, self.article.published)


def scene(sentence: Sentence, names: list[Name], roles: dict[int, Role], article: Article, who: Actors, words: Grammar, memory: Memory) -> Scene:
    """The scene of a sentence, without names that are part of other names and roles that are part of names."""
    kept: dict[int, Name] = {}
    for name in names:
        if not _is_part_of_other_name(sentence, name, kept) and _may_stand(sentence, name, words, memory):
            kept.update(dict.fromkeys(range(name.first, name.last + 1), name))
    outside = {i: role for i, role in roles.items() if not _is_inside_name(role, kept)}
    return Scene(sentence, article, who, words, memory, kept, outside)


def head_of(sentence: Sentence, first: int, last: int) -> int:
    """The token by which a stretch of tokens hangs in the parse."""
    tokens, inside = sentence.tokens, range(first, last + 1)
    return next((i for i in inside if tokens[i].head not in inside or tokens[i].head == i), last)


def is_place(sentence: Sentence, words: Grammar, i: int) -> bool:
    """Whether a token stands in a place phrase, by its own preposition or that of the noun it is joined to."""
    tokens = sentence.tokens
    joined = tokens[i].dep in {"conj", "flat", "appos"}
    for token in (tokens[i], *(t for t in ancestors(sentence, i) if t.dep == "conj" or joined)):
        if token.i != i and token.pos not in {"PROPN", "NOUN"}:
            return False
        marks = children(sentence, token.i, "case") if token.dep in _PLACE_RELATIONS else []
        if any(words.preposition(mark.low) in words.places for mark in marks):
            return True
    return False


def _may_stand(sentence: Sentence, name: Name, words: Grammar, memory: Memory) -> bool:
    """A short name counts once its body has been named, a city that is no more than that only as a place, and a person
    with one more name than is known ("Claudia Sheinbaum Pardo") where the article names the person's country."""
    kinds = {sense.kind for sense in name.senses}
    if kinds == {"short"}:
        named = [sense for sense in name.senses if sense.code in memory.bodies]
        # "the agency" in small letters could be any: only where the article has named one such body.
        return bool(named) and (name.form[:1].isupper() or (len(named) == 1 and _is_definite(sentence, name)))
    if kinds == {"person"} and _goes_on(sentence, name):
        return any(memory.countries[person(sense.key).home] for sense in name.senses)
    return kinds != {"city"} or is_place(sentence, words, head_of(sentence, name.first, name.last))


def _is_definite(sentence: Sentence, name: Name) -> bool:
    return name.first > 0 and "PronType=Art" in sentence.tokens[name.first - 1].features and "Definite=Ind" not in sentence.tokens[name.first - 1].features


def _goes_on(sentence: Sentence, name: Name) -> bool:
    """Whether one more proper name follows that belongs to a name."""
    behind = sentence.tokens[name.last + 1 : name.last + 2]
    return any(t.pos == "PROPN" and t.dep == "flat" and name.first <= t.head <= name.last for t in behind)


def _is_inside_name(role: Role, names: dict[int, Name]) -> bool:
    name = names.get(role.head)
    return name is not None and not name.prefix and name.senses[0].kind not in {"adj", "people"}


def _is_part_of_other_name(sentence: Sentence, name: Name, names: dict[int, Name]) -> bool:
    """Whether a country or place is only a part of some unknown proper name ("Paris Hilton", "Hotel Wien")."""
    if name.senses[0].kind not in PLACES or name.prefix:
        return False
    tokens = sentence.tokens
    last = tokens[name.last]
    if any(t.i > name.last and t.pos == "PROPN" for t in children(sentence, last.i, "flat")):
        return True
    before = tokens[last.head]
    return last.dep == "flat" and before.pos == "PROPN" and before.i == name.first - 1 and before.i not in names
