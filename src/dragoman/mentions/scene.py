"""One sentence with its names and roles, and what the article and the knowledge say about them."""

from dataclasses import dataclass

from dragoman.knowledge.actors import NAMED_FILES, NOBODY, Actors, Sense, holds
from dragoman.knowledge.grammar import Grammar
from dragoman.mentions.memory import Memory
from dragoman.mentions.names import Name
from dragoman.mentions.roles import Role
from dragoman.sentences.tree import ancestors, children
from dragoman.types import Actor, Article, Mention, Sentence, Span

PLACES = frozenset({"region", "name", "capital", "former"})
STATES = frozenset({"name", "capital", "metonym", "former"})
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
        tokens, inside = self.sentence.tokens, range(first, last + 1)
        return next((i for i in inside if tokens[i].head not in inside or tokens[i].head == i), last)

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
        """Whether a country or capital stands in a place phrase, by its preposition."""
        tokens = self.sentence.tokens
        joined = tokens[i].dep in {"conj", "flat", "appos"}
        for token in (tokens[i], *(t for t in ancestors(self.sentence, i) if t.dep == "conj" or joined)):
            if token.i != i and token.pos not in {"PROPN", "NOUN"}:
                return False
            marks = children(self.sentence, token.i, "case") if token.dep in _PLACE_RELATIONS else []
            if any(self.words.preposition(mark.low) in self.words.places for mark in marks):
                return True
        return False

    def sense(self, name: Name) -> Sense:
        """What a name means here: before a noun the adjective, in a place phrase the place, else what holds on the date."""
        head = self.head(name.first, name.last)
        token = self.sentence.tokens[head]
        before_noun = token.dep in {"amod", "compound", "nmod", "flat"} and token.head > head
        if (before_noun or token.pos == "ADJ") and (adjective := next((s for s in name.senses if s.kind == "adj"), None)):
            return adjective
        if any(s.kind in PLACES for s in name.senses) and self.is_place(head):
            return next(s for s in name.senses if s.kind in PLACES)
        day = self.article.published
        return next((s for s in name.senses if holds(s, day)), name.senses[0] if day is None else Sense(NOBODY, ""))


def scene(sentence: Sentence, names: list[Name], roles: dict[int, Role], article: Article, who: Actors, words: Grammar, memory: Memory) -> Scene:
    """The scene of a sentence, without names that are part of other names and roles that are part of names."""
    kept: dict[int, Name] = {}
    for name in names:
        if not _is_part_of_other_name(sentence, name, kept):
            kept.update(dict.fromkeys(range(name.first, name.last + 1), name))
    outside = {i: role for i, role in roles.items() if not _is_inside_name(role, kept)}
    return Scene(sentence, article, who, words, memory, kept, outside)


def _is_inside_name(role: Role, names: dict[int, Name]) -> bool:
    name = names.get(role.head)
    if name is None or name.prefix or name.senses[0].kind in {"adj", "people"}:
        return False
    return name.last > name.first or name.senses[0].kind in NAMED_FILES


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
