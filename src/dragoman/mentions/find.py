"""All mentions of an article, sentence by sentence, each actor resolved as far as the text allows."""

from collections import defaultdict

from dragoman.knowledge.actors import NAMED_FILES, NOBODY, Actors, Sense, actors, code_on, fold, holds
from dragoman.knowledge.grammar import Grammar, grammar
from dragoman.knowledge.ontology import ontology
from dragoman.mentions.dates import find_dates
from dragoman.mentions.memory import Known, Memory
from dragoman.mentions.names import Name, find_names
from dragoman.mentions.pronouns import resolve_pronouns
from dragoman.mentions.roles import Role, combined, find_roles, is_counterpart, is_former
from dragoman.sentences.tree import ancestors, children
from dragoman.types import Actor, Article, Mention, Sentence, Span, Token, replace

# How the rule of a mention opens that names just people: they count only where they are harmed or helped.
ANYBODY = "anybody"
_PLACES = {"region", "name", "capital", "former"}
_STATES = {"name", "capital", "metonym", "former"}
# Criminals and rebels need not be of the country that an article is about.
_NOT_AT_HOME = {"CRM", "REB", "UAF"}
_OF = {"de", "of", "von", "d'", "d’", "by", "for", "in", "für", "para", "pour", "en"}


def find_mentions(article: Article, sentences: list[Sentence]) -> list[list[Mention]]:
    """The mentions of each sentence, in text order: actors, places, nationality adjectives and dates.

    >>> from dragoman.articles.read import article_from_text
    >>> from dragoman.sentences.parse import parse
    >>> article = article_from_text("The Mexican foreign minister arrived in Bogotá.")
    >>> [m.actor.code for m in find_mentions(article, parse(article))[0] if m.actor]
    ['MEX.GOV']
    """
    who, words = actors(article.language), grammar(article.language)
    named = [find_names(sentence, who) for sentence in sentences]
    roles = [find_roles(sentence, who) for sentence in sentences]
    memory = Memory()
    for sentence, names in zip(sentences, named, strict=True):
        _introduce(sentence, names, article, who, memory)
    readers = [_Reader(s, n, r, article, who, words, memory) for s, n, r in zip(sentences, named, roles, strict=True)]
    for reader in readers:
        reader.teach()
    found: list[list[Mention]] = []
    for reader in readers:
        mentions = reader.read()
        mentions += find_dates(reader.sentence, article)
        mentions += resolve_pronouns(reader.sentence, mentions, found[-1] if found else [], words, memory)
        found.append(sorted(mentions, key=lambda m: (m.first, m.last, m.kind)))
    return found


def _introduce(sentence: Sentence, names: list[Name], article: Article, who: Actors, memory: Memory) -> None:
    """Note full names of known people, so that surnames before and after them resolve, and count countries."""
    for name in names:
        for sense in name.senses:
            if sense.kind == "person":
                code = code_on(who.terms.get(sense.key, ()), article.published)
                if code:
                    memory.teach(sense.key, Known(code, sense.key, who.genders.get(sense.key, "")))
                    memory.people[fold(name.form)] = memory.people[fold(sense.key)]
        sense = name.senses[0]
        if sense.kind in _STATES | {"adj", "people", "region"}:
            memory.countries[sense.code.split(".")[0]] += 1


class _Reader:
    """Resolves the names and roles of one sentence."""

    def __init__(self, sentence: Sentence, names: list[Name], roles: dict[int, Role], article: Article, who: Actors, words: Grammar, memory: Memory):
        self.sentence, self.article, self.who, self.words, self.memory = sentence, article, who, words, memory
        self.names: dict[int, Name] = {}
        for name in names:
            if not self._is_part_of_other_name(name):
                for i in range(name.first, name.last + 1):
                    self.names[i] = name
        self.roles = {i: role for i, role in roles.items() if not self._is_inside_name(role)}
        self.below: dict[int, list[int]] = defaultdict(list)

    def _is_inside_name(self, role: Role) -> bool:
        name = self.names.get(role.head)
        if name is None or name.prefix or name.senses[0].kind in {"adj", "people"}:
            return False
        return name.last > name.first or name.senses[0].kind in NAMED_FILES

    def _is_part_of_other_name(self, name: Name) -> bool:
        """Whether a country or place is only a part of some unknown proper name ("Paris Hilton", "Hotel Wien")."""
        if name.senses[0].kind not in _PLACES or name.prefix:
            return False
        tokens = self.sentence.tokens
        last = tokens[name.last]
        after = [t for t in children(self.sentence, last.i, "flat") if t.i > name.last and t.pos == "PROPN"]
        return bool(after) or (
            last.dep == "flat" and tokens[last.head].pos == "PROPN" and last.head < name.first and last.head not in self.names and last.head == name.first - 1
        )

    # -- teaching -----------------------------------------------------------------------------------------

    def teach(self) -> None:
        """Let a role with a country introduce the unknown name beside it ("der Minister Juan Ejemplo")."""
        for role in self.roles.values():
            name = self._person_beside(role)
            if not name:
                continue
            text = " ".join(token.text for token in name)
            if self.memory.person(text) or any(self._is_state(token.i) for token in name):
                continue
            country = self._country_of(role)
            if country:
                code = self._code(country, role)
                self.memory.teach(text, Known(code, text, self._gender(role)))

    def _is_state(self, i: int) -> bool:
        name = self.names.get(i)
        return name is not None and name.senses[0].kind != "person"

    def _person_beside(self, role: Role) -> list[Token]:
        """The proper name in apposition to a role, or the one that the role stands before as a title."""
        head = self.sentence.tokens[role.head]
        near = children(self.sentence, head.i, "appos", "flat", "nmod", "compound")
        candidates = [t for t in near if t.pos == "PROPN" and t.i not in self.roles and t.i > role.last and not children(self.sentence, t.i, "case")]
        if not candidates and head.dep in {"compound", "flat", "amod", "appos", "nmod"}:
            above = self.sentence.tokens[head.head]
            candidates = [above] if above.pos == "PROPN" and above.i not in self.roles else []
        if not candidates:
            return []
        name = candidates[0]
        between = self.sentence.tokens[role.last + 1 : name.i]
        if len(between) > 2 and any(t.pos in {"VERB", "PUNCT"} and t.text != "," for t in between):
            return []
        parts = [name, *(t for t in children(self.sentence, name.i, "flat", "compound") if t.pos in {"PROPN", "ADP", "X", "DET"} and t.i not in self.roles)]
        return sorted(parts, key=lambda token: token.i)

    def _gender(self, role: Role) -> str:
        token = self.sentence.tokens[role.head]
        if "Gender=Fem" in token.features or (self.words.language == "de" and token.text.endswith("in")):
            return "f"
        return "m" if "Gender=Masc" in token.features else ""

    # -- reading ------------------------------------------------------------------------------------------

    def read(self) -> list[Mention]:
        """The mentions of the sentence but dates and pronouns."""
        found = [mention for role in self.roles.values() if (mention := self._role(role))]
        done: set[int] = set()
        for i in sorted(self.names):
            name = self.names[i]
            if name.first in done:
                continue
            done.add(name.first)
            found.extend(self._name(name))
        found.extend(self._surnames(found))
        return [self._settled(mention) for mention in found]

    def _settled(self, mention: Mention) -> Mention:
        """A people without a state is coded in the state where the sentence or the article finds it."""
        code = mention.actor.code if mention.actor else mention.value
        hosts = ontology().stateless.get(code.split(".")[0])
        if hosts is None:
            return mention
        places = {n.senses[0].code.split(".")[0] for n in self.names.values() if n.senses[0].kind in _PLACES} & set(hosts)
        ranked = sorted(hosts, key=lambda host: -self.memory.countries[host])
        host = places.pop() if len(places) == 1 else ranked[0]
        if not self.memory.countries[host]:
            return mention
        moved = f"{host}.{code.partition('.')[2]}".rstrip(".")
        if mention.actor is None:
            return replace(mention, value=moved)
        return replace(mention, actor=replace(mention.actor, code=moved), rule=f"{mention.rule}, living in {host}")

    def _mention(self, first: int, last: int, head: int, code: str, name: str, rule: str) -> Mention:
        tokens = self.sentence.tokens
        span = Span(tokens[first].span.start, tokens[last].span.end)
        actor = Actor(code, name, span.of(self.article.text), span)
        return Mention("actor", self.sentence.index, head, first, last, actor=actor, rule=rule)

    def _head(self, first: int, last: int) -> int:
        inside = range(first, last + 1)
        return next((i for i in inside if self.sentence.tokens[i].head not in inside or self.sentence.tokens[i].head == i), last)

    def _name(self, name: Name) -> list[Mention]:
        head = self._head(name.first, name.last)
        sense = self._sense(name, head)
        country = sense.code.split(".")[0]
        if sense.kind == NOBODY:
            return []
        if name.prefix or sense.kind == "adj":
            return [Mention("adjective", self.sentence.index, head, name.first, name.last, value=country, rule=f"{sense.kind} {name.form}")]
        if sense.kind == "region" or (sense.kind in _PLACES and self._is_place(head)):
            return [Mention("place", self.sentence.index, head, name.first, name.last, value=country, rule=f"{sense.kind} {name.form}")]
        if sense.kind == "person":
            known = self.memory.person(name.form)
            if known is None:
                return []
            return [self._mention(name.first, name.last, head, known.code, known.name, "person on the article's date")]
        if head in self.roles and self.roles[head].first != name.first:
            return []
        return [self._mention(name.first, name.last, head, sense.code, name.form, f"{sense.kind} {name.form}")]

    def _sense(self, name: Name, head: int) -> Sense:
        """What a name means here: what holds on the date; before a noun the adjective, else the noun."""
        token = self.sentence.tokens[head]
        before_noun = token.dep in {"amod", "compound", "nmod", "flat"} and token.head > head
        if (before_noun or token.pos == "ADJ") and (adjective := next((s for s in name.senses if s.kind == "adj"), None)):
            return adjective
        if any(s.kind in _PLACES for s in name.senses) and self._is_place(head):
            return next(s for s in name.senses if s.kind in _PLACES)
        day = self.article.published
        return next((s for s in name.senses if holds(s, day)), name.senses[0] if day is None else Sense(NOBODY, ""))

    def _is_place(self, i: int) -> bool:
        """Whether a country or capital stands in a place phrase, by its preposition."""
        for token in (
            self.sentence.tokens[i],
            *(t for t in ancestors(self.sentence, i) if t.dep == "conj" or self.sentence.tokens[i].dep in {"conj", "flat", "appos"}),
        ):
            if token.i != i and token.pos not in {"PROPN", "NOUN"}:
                break
            if token.dep in {"obl", "nmod", "advmod", "root", "parataxis", "dep", "conj", "appos"}:
                marks = children(self.sentence, token.i, "case")
                if any(self.words.preposition(mark.low) in self.words.places for mark in marks):
                    return True
        return False

    def _surnames(self, found: list[Mention]) -> list[Mention]:
        """Names that the article has introduced before, found by their proper nouns."""
        taken = {i for mention in found for i in range(mention.first, mention.last + 1) if mention.kind != "adjective"}
        tokens, new = self.sentence.tokens, []
        i = 0
        while i < len(tokens):
            for length in (4, 3, 2, 1):
                part = tokens[i : i + length]
                if len(part) < length or any(t.i in taken for t in part) or (not part[0].text[:1].isupper() and length == 1):
                    continue
                if length == 1 and part[0].pos not in {"PROPN", "NOUN", "X"}:
                    continue
                known = self.memory.person(" ".join(t.text for t in part))
                if known is not None:
                    new.append(self._mention(i, i + length - 1, self._head(i, i + length - 1), known.code, known.name, "name introduced in the article"))
                    i += length - 1
                    break
            i += 1
        return new

    def _role(self, role: Role) -> Mention | None:
        found = self._resolved(role)
        if found is not None and role.lemma in self.who.anyone and not self._person_beside(role):
            return replace(found, rule=f"{ANYBODY}, {found.rule}")
        return found

    def _resolved(self, role: Role) -> Mention | None:
        person = self._person_beside(role)
        last = role.last
        known = None
        if person:
            known = self.memory.person(" ".join(token.text for token in person)) or next((k for t in person if (k := self.memory.person(t.text))), None)
            last = max([last, *(token.i for token in person if token.i > role.last)])
        former = is_former(self.sentence, role, self.words)
        first = self._first(role)
        if known is not None:
            self.memory.roles[role.lemma] = known
            return self._mention(first, last, role.head, known.code, known.name, "title with a name")
        country = self._country_of(role)
        rule = "title with a country"
        if country is None and not former and (before := self.memory.roles.get(role.lemma)) and not self._is_indefinite(role):
            return self._mention(first, last, role.head, before.code, before.name, "title as before in the article")
        if country is None:
            country, rule = self._country_around(), "title in the only country of the sentence"
        if country is None:
            country = None if role.sector in _NOT_AT_HOME else self.memory.main_country()
            rule = "title in the article's main country"
        if country is None:
            return None
        code = self._code(country, role)
        if former and not person:
            code = f"{country.partition('.')[0]}.ELI" if role.sector in {"GOV", "ELI"} else code
        text = Span(self.sentence.tokens[first].span.start, self.sentence.tokens[last].span.end).of(self.article.text)
        if rule == "title with a country" and not former:
            self.memory.roles[role.lemma] = Known(code, text, self._gender(role))
        return self._mention(first, last, role.head, code, text, rule)

    def _first(self, role: Role) -> int:
        """The role with the adjectives that stand directly before it."""
        first = role.first
        while first > 0 and self.sentence.tokens[first - 1].pos in {"ADJ", "PROPN"} and self.sentence.tokens[first - 1].head == role.head:
            first -= 1
        return first

    def _is_singular(self, role: Role) -> bool:
        return "Number=Plur" not in self.sentence.tokens[role.head].features

    def _is_indefinite(self, role: Role) -> bool:
        below = children(self.sentence, role.head, "det")
        return any(t.low in self.words.articles and t.low[:2] in {"ei", "a", "an", "un"} for t in below)

    def _code(self, country: str, role: Role) -> str:
        """The code of a role within a country or body; ``country`` may carry a sector of its own."""
        base, _, inner = country.partition(".")
        if base.isupper() and len(base) != 3 and not inner:
            return base
        if not inner and base in _ORGANISATIONS_OF_THREE:
            return base
        return f"{base}.{combined(role.sector, inner)}"

    def _country_around(self) -> str | None:
        """The country of a sentence that names one alone, or has one place alone."""
        senses = [(name, name.senses[0]) for name in {id(n): n for n in self.names.values()}.values()]
        places = {s.code.split(".")[0] for n, s in senses if s.kind == "region" or (s.kind in _PLACES and self._is_place(self._head(n.first, n.last)))}
        named = {s.code.split(".")[0] for _, s in senses if s.kind in _STATES | {"adj", "people", "region"}}
        known = (self.memory.person(n.form) for n, s in senses if s.kind == "person")
        named |= {k.code.split(".")[0] for k in known if k is not None}
        if len(named) == 1:
            return named.pop()
        return places.pop() if len(places) == 1 else None

    def _country_of(self, role: Role) -> str | None:
        """The country, or the code of the body, that a role belongs to."""
        return self._by_prefix(role) or self._by_dependents(role) or self._by_possessive(role)

    def _by_prefix(self, role: Role) -> str | None:
        for i in range(role.first, role.last + 1):
            name = self.names.get(i)
            if name is not None and name.prefix:
                return self._body(name.senses[0])
        return None

    def _by_dependents(self, role: Role) -> str | None:
        before_and_after = range(max(0, role.first - 3), role.last + 1)
        dependents = [t for i in {role.head, role.last} for t in children(self.sentence, i, "amod", "nmod", "compound", "flat", "appos", "det", "obl")]
        near = [t for t in dependents if t.i in before_and_after or t.dep in {"nmod", "obl", "flat", "amod", "appos"}]
        for token in sorted(near, key=lambda t: (t.dep in {"obl", "appos"}, abs(t.i - role.head))):
            if token.i == role.head:
                continue
            found = self._body_of(token, role)
            if found:
                return found
        # The parser may hang an adjective or a country elsewhere: take the one that stands directly before.
        name = self.names.get(role.first - 1) if role.first else None
        if name is not None and name.senses[0].kind in {"adj", "name"} and not children(self.sentence, name.last, "case"):
            return self._body(name.senses[0])
        return None

    def _body_of(self, token: Token, role: Role) -> str | None:
        name = self.names.get(token.i)
        if name is None:
            inner = self.roles.get(token.i)
            if inner is not None and inner.head != role.head and token.dep in {"nmod", "compound"} and self._is_of(token):
                country = self._country_of(inner)
                known = self.memory.roles.get(inner.lemma)
                return self._code(country, inner) if country else (known.code if known else None)
            return None
        sense = name.senses[0]
        if sense.kind == NOBODY:
            return None
        if sense.kind == "person":
            known = self.memory.person(name.form)
            return known.code.split(".")[0] if known and token.dep in {"nmod", "compound"} else None
        if sense.kind == "region" or token.dep == "obl":
            # "the court in Istanbul": a place right behind the role says whose it is.
            return self._body(sense) if self._is_place(token.i) and role.last < token.i <= role.last + 3 else None
        if token.dep == "appos":
            return None
        return self._body(sense) if token.dep != "nmod" or self._is_of(token) else None

    def _is_of(self, token: Token) -> bool:
        marks = [self.words.preposition(t.low) for t in children(self.sentence, token.i, "case")]
        return not marks or any(mark in _OF or mark in {"'s", "’s", "s", "'", "’"} for mark in marks)

    @staticmethod
    def _body(sense: Sense) -> str:
        """Country alone for a state's name, country and sector for a body of its own."""
        return sense.code.split(".")[0] if sense.kind in _STATES | {"adj", "people", "region"} else sense.code

    def _by_possessive(self, role: Role) -> str | None:
        below = children(self.sentence, role.head, "det", "nmod")
        if not any(t.low in self.words.possessives for t in below) or is_counterpart(role, self.words):
            return None
        subject = next((t for t in self.sentence.tokens if t.dep in {"nsubj", "nsubj:pass"} and t.i < role.first), None)
        if subject is None:
            return None
        name, owner = self.names.get(subject.i), self.roles.get(subject.i)
        known = self.memory.person(name.form if name is not None else subject.text)
        if known is not None:
            return known.code.split(".")[0]
        if name is not None and name.senses[0].kind not in {"region", "person"}:
            return self._body(name.senses[0])
        return (self._country_of(owner) or "").split(".")[0] or None if owner is not None and owner is not role else None


_ORGANISATIONS_OF_THREE = frozenset({"OAS", "ICC", "ICJ", "IMF", "WHO", "WTO", "COE", "OIC", "GCC"})
