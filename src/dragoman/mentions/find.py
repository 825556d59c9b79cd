"""All mentions of an article, sentence by sentence, each actor resolved as far as the text allows."""

from itertools import pairwise

from dragoman.knowledge.actors.load import actors, person
from dragoman.knowledge.actors.senses import BODIES, NOBODY, OF_COUNTRIES, country_of
from dragoman.knowledge.folding import fold
from dragoman.knowledge.grammar import grammar
from dragoman.knowledge.ontology import ontology
from dragoman.mentions.dates import find_dates
from dragoman.mentions.epithets import find_epithets
from dragoman.mentions.memory import Known, Memory, Seen
from dragoman.mentions.names import Name, find_names
from dragoman.mentions.pronouns import resolve_pronouns
from dragoman.mentions.roles import find_roles
from dragoman.mentions.scene import PLACES, Scene, scene
from dragoman.mentions.teaching import leader, teach, teach_person
from dragoman.mentions.titles import title
from dragoman.sentences.tree import SUBJECTS, children
from dragoman.types import Article, Mention, Sentence, Token, replace

_LONGEST_NAME = 4
# How the rule of a mention opens where a people stands for its government ("die Briten").
AS_ONE = "people as one"


def find_mentions(article: Article, sentences: list[Sentence]) -> list[list[Mention]]:
    """The mentions of each sentence, in text order: actors, places, nationality adjectives and dates.

    >>> from dragoman.articles.read import article_from_text
    >>> from dragoman.sentences.parse import parse
    >>> article = article_from_text("The Mexican foreign minister arrived in Bogotá.")
    >>> [m.actor.code for m in find_mentions(article, parse(article))[0] if m.actor]
    ['MEX.GOV']
    """
    who, words, memory = actors(article.language), grammar(article.language), Memory()
    named = [find_names(sentence, who, words, article.published) for sentence in sentences]
    for names in named:
        _count(names, memory)
    scenes = [scene(s, names, find_roles(s, who, words), article, who, words, memory) for s, names in zip(sentences, named, strict=True)]
    for one in scenes:
        _introduce(one)
    for one in scenes:
        teach(one)
    found: list[list[Mention]] = []
    for one in scenes:
        mentions = _mentions(one)
        mentions += find_dates(one.sentence, article)
        mentions += resolve_pronouns(one.sentence, mentions, found[-1] if found else [], words, memory)
        found.append(sorted(mentions, key=lambda m: (m.first, m.last, m.kind)))
    return found


def _count(names: list[Name], memory: Memory) -> None:
    """Count the countries that an article names, and note the bodies."""
    for name in names:
        sense = name.senses[0]
        if sense.kind in OF_COUNTRIES:
            memory.countries[country_of(sense.code)] += 1
        memory.bodies.update(sense.code for sense in name.senses if sense.kind in BODIES and "." not in sense.code)


def _introduce(one: Scene) -> None:
    """Note full names, so that surnames before and after them resolve: of known people, and of strangers."""
    for name in one.names.values():
        for sense in name.senses:
            if sense.kind == "person" and one.code_of_person(sense.key):
                one.memory.call(name.form, teach_person(one, person(sense.key)))
    tokens = one.sentence.tokens
    for before, token in pairwise(tokens):
        if before.pos == token.pos == "PROPN" and before.i not in one.roles and before.i not in one.names and token.i not in one.names:
            one.memory.strangers.add(fold(token.text))


def _mentions(one: Scene) -> list[Mention]:
    """The mentions of a sentence but dates and pronouns."""
    names = [mention for name in {name.first: name for name in one.names.values()}.values() if (mention := _name(one, name))]
    introduced = _introduced(one, names)
    _note(one, names + introduced)
    epithets = find_epithets(one)
    called = {mention.head for mention in epithets}
    titles = [mention for role in one.roles.values() if role.head not in called and (mention := title(one, role))]
    _note(one, titles)
    covered = {i for mention in titles for i in range(mention.first, mention.last + 1)}
    found = titles + names + [mention for mention in introduced if mention.head not in covered] + epithets
    return [_settled(one, mention) for mention in found]


def _note(one: Scene, mentions: list[Mention]) -> None:
    """Keep in mind whom a sentence names."""
    for mention in mentions:
        if mention.actor is not None:
            found = one.memory.person(mention.actor.name)
            known = found if found is not None and found.is_person else Known(mention.actor.code, mention.actor.name, is_person=False)
            subject = one.sentence.tokens[mention.head].dep in SUBJECTS
            one.memory.seen.append(Seen(known, one.sentence.index, mention.last, subject))
        elif mention.kind == "place" and mention.rule.startswith("name "):
            state = Known(f"{mention.value}.GOV", one.text(mention.first, mention.last), is_person=False)
            one.memory.seen.append(Seen(state, one.sentence.index, mention.last, False))


def _name(one: Scene, name: Name) -> Mention | None:
    head, sense = one.head(name.first, name.last), one.sense(name)
    country, index = country_of(sense.code), one.sentence.index
    if sense.kind == NOBODY:
        return None
    if name.prefix or sense.kind == "adj":
        return Mention("adjective", index, head, name.first, name.last, value=country, rule=f"{sense.kind} {name.form}")
    if sense.kind == "region" or (sense.kind in PLACES and one.is_place(head)):
        return Mention("place", index, head, name.first, name.last, value=country, rule=f"{sense.kind} {name.form}")
    if sense.kind == "people" and _acts_as_one(one, head):
        return one.actor(name.first, name.last, head, f"{country}.GOV", name.form, f"{AS_ONE} {name.form}")
    if sense.kind == "person":
        known = one.memory.person(name.form)
        return one.actor(name.first, name.last, head, known.code, known.name, "person on the article's date") if known else None
    if head in one.roles and one.roles[head].first != name.first:
        return None
    return one.actor(name.first, name.last, head, sense.code, name.form, f"{sense.kind} {name.form}")


def _acts_as_one(one: Scene, head: int) -> bool:
    """Whether a people is the subject and named as a whole: definite, in the plural, not counted or described."""
    below = children(one.sentence, head, "det", "nummod", "amod", "nmod", "acl")
    definite = any(t.dep == "det" and t.low not in one.words.indefinite for t in below) and all(t.dep == "det" for t in below)
    return definite and one.sentence.tokens[head].dep in {"nsubj", "obl:agent"} and "Number=Sing" not in one.sentence.tokens[head].features


def _introduced(one: Scene, found: list[Mention]) -> list[Mention]:
    """Names that the article has introduced before, found by their proper nouns, and leaders by their surnames."""
    taken = {i for mention in found for i in range(mention.first, mention.last + 1) if mention.kind != "adjective"}
    new: list[Mention] = []
    for token in one.sentence.tokens:
        if token.i in taken:
            continue
        last, known = _named_from(one, token, taken)
        if known is not None:
            new.append(one.actor(token.i, last, one.head(token.i, last), known.code, known.name, "name introduced in the article"))
            taken.update(range(token.i, last + 1))
    return new


def _named_from(one: Scene, token: Token, taken: set[int]) -> tuple[int, Known | None]:
    """The longest introduced name that begins with a token: its last token, and whom it means."""
    if one.memory.may_open(token.text):
        for part in (one.sentence.tokens[token.i : token.i + length] for length in range(_LONGEST_NAME, 0, -1)):
            if any(t.i in taken for t in part) or (len(part) == 1 and not _may_be_surname(token)):
                continue
            known = one.memory.person(" ".join(t.text for t in part))
            if known is not None:
                return part[-1].i, known
    return token.i, leader(one, token) if token.pos == "PROPN" else None


def _may_be_surname(token: Token) -> bool:
    """Whether a single word may be a surname that the article has introduced; parsers take rare ones for anything."""
    return token.text[:1].isupper() and (token.pos in {"PROPN", "NOUN", "X"} or (len(token.text) > 4 and token.pos in {"ADJ", "ADP", "ADV", "INTJ", "VERB"}))


def _settled(one: Scene, mention: Mention) -> Mention:
    """A people without a state is coded in the state where the sentence or the article finds it."""
    code = mention.actor.code if mention.actor else mention.value
    hosts = ontology().stateless.get(country_of(code))
    if hosts is None:
        return mention
    places = {country_of(n.senses[0].code) for n in one.names.values() if n.senses[0].kind in PLACES} & set(hosts)
    ranked = sorted(hosts, key=lambda host: -one.memory.countries[host])
    host = places.pop() if len(places) == 1 else ranked[0]
    if not one.memory.countries[host]:
        return mention
    moved = f"{host}.{code.partition('.')[2]}".rstrip(".")
    if mention.actor is None:
        return replace(mention, value=moved)
    return replace(mention, actor=replace(mention.actor, code=moved), rule=f"{mention.rule}, living in {host}")
