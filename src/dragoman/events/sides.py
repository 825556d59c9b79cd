"""From slots to actors: who stands on which side of a predicate."""

from dataclasses import dataclass

from dragoman.events.match import Predicate
from dragoman.events.slots import Slots
from dragoman.knowledge.grammar import Grammar
from dragoman.knowledge.lexicon import Lexicon
from dragoman.knowledge.ontology import ontology
from dragoman.mentions.find import AS_ONE
from dragoman.mentions.scene import is_place
from dragoman.mentions.titles import ANYBODY
from dragoman.sentences.tree import ancestors, children, conjuncts, subtree
from dragoman.types import Actor, Mention, Sentence, Step, replace

_BELOW = ("nmod", "compound", "amod", "appos", "flat", "nmod:poss", "det")
_DEEPEST = 3
_APPOSITION = 3
# Acts whose own words name things: oil that is cut off, arms that are sent.
_OF_THINGS = frozenset({"SANCTION", "AID", "AGREE", "COOPERATE", "CONCEDE"})
_DONE_TO_PEOPLE = frozenset({"ASSAULT", "COERCE", "SANCTION", "AID", "RETREAT"})
_OTHER_CLAUSES = frozenset({"acl:relcl", "advcl", "ccomp", "parataxis", "conj"})


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an event: its actors, in text order, how they were found, and whether in the predicate's own slots."""

    actors: tuple[Actor, ...] = ()
    steps: tuple[Step, ...] = ()
    direct: bool = True


class SideFinder:
    """Resolves the slots of one sentence's predicates to actors."""

    def __init__(self, sentence: Sentence, mentions: list[Mention], lexicon: Lexicon, words: Grammar):
        self.sentence, self.words, self.lexicon = sentence, words, lexicon
        self.slots = Slots(sentence, lexicon, words)
        self.at: dict[int, Mention] = {}
        self.adjectives: dict[int, Mention] = {}
        self.struck = {m.head: m for m in mentions if m.kind == "place"}
        for mention in mentions:
            if mention.actor is not None:
                for i in range(mention.first, mention.last + 1):
                    self.at.setdefault(i, mention)
        for mention in mentions:
            if mention.actor is not None:
                self.at[mention.head] = mention
            elif mention.kind == "adjective":
                for i in range(mention.first, mention.last + 1):
                    self.adjectives[i] = mention

    def side(self, predicate: Predicate, name: str, taken: frozenset[str] = frozenset()) -> Side:
        """The side ``from`` or ``to`` of a predicate: the first slot that holds an actor.

        Actors whose words are in ``taken`` already stand on the other side.
        """
        entry = predicate.entry
        slots = entry.from_slots if name == "from" else entry.to_slots
        wanted = entry.from_is if name == "from" else entry.to_is
        for slot in slots:
            if slot == "adj":
                found = self._adjective(predicate, name)
            else:
                found = self.resolve(self.slots.fill(predicate.head, slot), predicate, name)
            found = tuple(actor for actor in found if _key(actor) not in taken)
            if wanted:
                found = tuple(actor for actor in found if actor.sector in wanted or not actor.sector)
            if found:
                step = Step("sides", f"{name} = {slot}", found[0].text, found[0].span)
                return Side(found, (step,))
        if entry.pos == "noun" and name == "from":
            found = self.resolve(self.slots.fill(predicate.head, "subj"), predicate, name)
            found = tuple(actor for actor in found if _key(actor) not in taken)
            if found:
                return Side(found, (Step("sides", "from = subject of the light verb", found[0].text, found[0].span),))
        return Side()

    def only_other(self, predicate: Predicate, actor: Side, where: str = "clause") -> Side:
        """The recipient where the clause (or the sentence) names actors of one further country only, outside any slot."""
        own = {a.country for a in actor.actors}
        spans = {a.span.start for a in actor.actors}
        found: dict[str, Actor] = {}
        tokens = subtree(self.sentence, predicate.head, _OTHER_CLAUSES) if where == "clause" else self.sentence.tokens
        for token in tokens:
            mention = self.at.get(token.i)
            if mention is not None and mention.actor is not None and token.i == mention.head and not mention.rule.startswith(ANYBODY):
                # A body in a place phrase ("im Sicherheitsrat") is where it happened.
                if not mention.actor.sector and is_place(self.sentence, self.words, token.i):
                    continue
                if mention.actor.country not in own and mention.actor.span.start not in spans:
                    found.setdefault(mention.actor.country, mention.actor)
            elif token.i in self.adjectives and token.head not in predicate.words and self.adjectives[token.i].value.split(".")[0] not in own:
                adjective = self.adjectives[token.i]
                found.setdefault(adjective.value.split(".")[0], self._national(adjective, token.head if token.dep == "amod" else token.i, predicate, "to"))
        if len(found) != 1:
            return Side()
        [other] = found.values()
        return Side((other,), (Step("sides", f"to = the only other actor of the {where}", other.text, other.span),), direct=False)

    def resolve(self, tokens: list[int], predicate: Predicate | None = None, name: str = "from") -> tuple[Actor, ...]:
        """The actors that some tokens name, with all that is coordinated with them."""
        found: list[Actor] = []
        for i in tokens:
            for j in conjuncts(self.sentence, i):
                for actor in self._actors_at(j, predicate, name):
                    if not any(_is_same(actor, other) for other in found):
                        found.append(actor)
        return tuple(found)

    def _actors_at(self, i: int, predicate: Predicate | None, name: str, depth: int = 0) -> tuple[Actor, ...]:
        token = self.sentence.tokens[i]
        if i in self.at:
            mention = self.at[i]
            assert mention.actor is not None
            if mention.rule.startswith(ANYBODY) and not self._counts_anybody(predicate, name):
                return ()
            actor = self._fitted(mention.actor, mention, predicate, name)
            return (actor, *self._further_owners(i, actor))
        if i in self.struck and name == "to" and predicate is not None:
            return (self._place_as_patient(self.struck[i], predicate),)
        if self._is_relative(i):
            antecedent = self._antecedent(i)
            return self._actors_at(antecedent, predicate, name, depth + 1) if antecedent is not None and depth < _DEEPEST else ()
        if token.pos in {"PRON", "ADV"} or depth >= _DEEPEST:
            return ()
        # What the predicate itself is about ("cut off from Venezuelan oil") is nobody's name.
        own = set(predicate.words) if predicate is not None and predicate.entry.type in _OF_THINGS else set()
        if i in own:
            return ()
        for below in (t for t in children(self.sentence, i, *_BELOW) if t.i not in own):
            if below.i in self.at and below.dep != "amod":
                if below.dep == "nmod" and not self._belongs(below.i):
                    continue
                return self._actors_at(below.i, predicate, name, depth + 1)
            if below.i in self.adjectives or (i in self.adjectives):
                return (self._national(self.adjectives.get(below.i) or self.adjectives[i], i, predicate, name),)
        if i in self.adjectives:
            return (self._national(self.adjectives[i], i, predicate, name),)
        for below in children(self.sentence, i, "nmod", "appos"):
            if self._belongs(below.i) and below.i not in own:
                found = self._actors_at(below.i, predicate, name, depth + 1)
                if found:
                    return found
        return ()

    @staticmethod
    def _counts_anybody(predicate: Predicate | None, name: str) -> bool:
        """People in general are harmed or helped, and they demonstrate; otherwise they are no actors."""
        if predicate is None:
            return False
        return predicate.entry.type == "PROTEST" if name == "from" else predicate.entry.type in _DONE_TO_PEOPLE

    def _further_owners(self, i: int, actor: Actor) -> list[Actor]:
        """Those of further countries that one noun covers: "Thai and Cambodian troops", "leaders of Mali and Niger"."""
        found = []
        for below in children(self.sentence, i, "amod", "nmod", "compound"):
            group = conjuncts(self.sentence, below.i)
            countries = [country for j in group if (country := self._country_at(j))]
            if actor.country in countries:
                found += [replace(actor, code=f"{country}.{actor.sector}".rstrip(".")) for country in countries if country != actor.country]
        return found

    def _country_at(self, i: int) -> str | None:
        if i in self.adjectives:
            return self.adjectives[i].value.split(".")[0]
        if i in self.struck:
            return self.struck[i].value
        mention = self.at.get(i)
        return mention.actor.country if mention is not None and mention.actor is not None and mention.rule.startswith("name ") else None

    def _belongs(self, i: int) -> bool:
        """Whether a noun below another is its owner or its content rather than a circumstance."""
        marks = [self.words.preposition(m.low) for m in children(self.sentence, i, "case")]
        return not marks or any(mark in self.words.genitives or mark in {"in", "en", "dans", "gegen"} for mark in marks)

    def _is_relative(self, i: int) -> bool:
        token = self.sentence.tokens[i]
        return token.pos in {"PRON", "DET", "ADV"} and (
            "PronType=Rel" in token.features or any(t.dep == "acl:relcl" for t in [self.sentence.tokens[token.head]])
        )

    def _antecedent(self, i: int) -> int | None:
        for above in ancestors(self.sentence, i):
            if above.dep in {"acl:relcl", "acl"} and above.head != above.i:
                return above.head
        return None

    def _fitted(self, actor: Actor, mention: Mention, predicate: Predicate | None, name: str) -> Actor:
        """A country itself, or its people as one ("die Briten"), that strikes or moves troops acts through its forces
        (codebook, section 3); a people that protests is the people."""
        if predicate is None or name != "from" or actor.sector != "GOV":
            return actor
        as_one = mention.rule.startswith(AS_ONE)
        if predicate.entry.type in ontology().forces and (as_one or mention.rule.startswith(("name ", "capital "))):
            return replace(actor, code=f"{actor.country}.MIL")
        return replace(actor, code=f"{actor.country}.CVL") if as_one and predicate.entry.type == "PROTEST" else actor

    def _place_as_patient(self, place: Mention, predicate: Predicate) -> Actor:
        """A city that is struck stands for its people, one that is criticised for its government."""
        sector = "CVL" if predicate.entry.type in ontology().forces else "GOV"
        tokens = self.sentence.tokens[place.first : place.last + 1]
        span = replace(tokens[0].span, end=tokens[-1].span.end)
        text = self.sentence.text[span.start - self.sentence.span.start : span.end - self.sentence.span.start]
        return Actor(f"{place.value}.{sector}", text, text, span)

    def _national(self, adjective: Mention, head: int, predicate: Predicate | None, name: str) -> Actor:
        """Somebody known only by nationality: the country, its forces, or its people when harmed."""
        sector = "GOV"
        if predicate is not None and predicate.entry.type in ontology().forces:
            sector = "MIL" if name == "from" else "CVL"
        first, last = min(adjective.first, head), max(adjective.last, head)
        tokens = self.sentence.tokens[first : last + 1]
        span = replace(tokens[0].span, end=tokens[-1].span.end)
        text = self.sentence.text[span.start - self.sentence.span.start : span.end - self.sentence.span.start]
        code = adjective.value if "." in adjective.value or len(adjective.value) != 3 else f"{adjective.value}.{sector}"
        return Actor(code, text, text, span)

    def _adjective(self, predicate: Predicate, name: str) -> tuple[Actor, ...]:
        if predicate.head in self.adjectives:
            return (self._national(self.adjectives[predicate.head], predicate.head, predicate, name),)
        found = []
        for token in children(self.sentence, predicate.head, "amod", "compound", "nmod", "flat", "nmod:poss"):
            if token.i in self.adjectives:
                found.append(self._national(self.adjectives[token.i], token.i, predicate, name))
            elif token.dep in {"compound", "amod", "flat"} and token.i in self.at:
                mention = self.at[token.i]
                assert mention.actor is not None
                found.append(self._fitted(mention.actor, mention, predicate, name))
        return tuple(found)


def _is_same(one: Actor, two: Actor) -> bool:
    """The same organisation, the same words, or a title and the name directly behind it."""
    if one.code != two.code:
        return False
    if not one.sector:
        return True
    first, second = sorted((one.span, two.span))
    return first.start == second.start or second.start - first.end <= _APPOSITION


def _key(actor: Actor) -> str:
    return f"{actor.code}@{actor.span.start}"
