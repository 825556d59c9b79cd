"""All mentions of an article, sentence by sentence, each actor resolved as far as the text allows."""

from dragoman.knowledge.actors import NOBODY, Actors, actors, code_on, fold
from dragoman.knowledge.grammar import grammar
from dragoman.knowledge.ontology import ontology
from dragoman.mentions.dates import find_dates
from dragoman.mentions.memory import Known, Memory
from dragoman.mentions.names import Name, find_names
from dragoman.mentions.pronouns import resolve_pronouns
from dragoman.mentions.roles import find_roles
from dragoman.mentions.scene import PLACES, STATES, Scene, scene
from dragoman.mentions.titles import teach, title
from dragoman.types import Article, Mention, Sentence, replace

_LONGEST_NAME = 4


def find_mentions(article: Article, sentences: list[Sentence]) -> list[list[Mention]]:
    """The mentions of each sentence, in text order: actors, places, nationality adjectives and dates.

    >>> from dragoman.articles.read import article_from_text
    >>> from dragoman.sentences.parse import parse
    >>> article = article_from_text("The Mexican foreign minister arrived in Bogotá.")
    >>> [m.actor.code for m in find_mentions(article, parse(article))[0] if m.actor]
    ['MEX.GOV']
    """
    who, words, memory = actors(article.language), grammar(article.language), Memory()
    named = [find_names(sentence, who) for sentence in sentences]
    for names in named:
        _introduce(names, article, who, memory)
    scenes = [scene(s, names, find_roles(s, who, words), article, who, words, memory) for s, names in zip(sentences, named, strict=True)]
    for one in scenes:
        teach(one)
    found: list[list[Mention]] = []
    for one in scenes:
        mentions = _mentions(one)
        mentions += find_dates(one.sentence, article)
        mentions += resolve_pronouns(one.sentence, mentions, found[-1] if found else [], words, memory)
        found.append(sorted(mentions, key=lambda m: (m.first, m.last, m.kind)))
    return found


def _introduce(names: list[Name], article: Article, who: Actors, memory: Memory) -> None:
    """Note full names of known people, so that surnames before and after them resolve, and count countries."""
    for name in names:
        for sense in name.senses:
            if sense.kind == "person":
                code = code_on(who.terms.get(sense.key, ()), article.published)
                if code:
                    memory.teach(sense.key, Known(code, sense.key, who.genders.get(sense.key, "")))
                    memory.people[fold(name.form)] = memory.people[fold(sense.key)]
        sense = name.senses[0]
        if sense.kind in STATES | {"adj", "people", "region"}:
            memory.countries[sense.code.split(".")[0]] += 1


def _mentions(one: Scene) -> list[Mention]:
    """The mentions of a sentence but dates and pronouns."""
    found = [mention for role in one.roles.values() if (mention := title(one, role))]
    for name in {name.first: name for name in one.names.values()}.values():
        mention = _name(one, name)
        if mention is not None:
            found.append(mention)
    found.extend(_introduced(one, found))
    return [_settled(one, mention) for mention in found]


def _name(one: Scene, name: Name) -> Mention | None:
    head, sense = one.head(name.first, name.last), one.sense(name)
    country, index = sense.code.split(".")[0], one.sentence.index
    if sense.kind == NOBODY:
        return None
    if name.prefix or sense.kind == "adj":
        return Mention("adjective", index, head, name.first, name.last, value=country, rule=f"{sense.kind} {name.form}")
    if sense.kind == "region" or (sense.kind in PLACES and one.is_place(head)):
        return Mention("place", index, head, name.first, name.last, value=country, rule=f"{sense.kind} {name.form}")
    if sense.kind == "person":
        known = one.memory.person(name.form)
        return one.actor(name.first, name.last, head, known.code, known.name, "person on the article's date") if known else None
    if head in one.roles and one.roles[head].first != name.first:
        return None
    return one.actor(name.first, name.last, head, sense.code, name.form, f"{sense.kind} {name.form}")


def _introduced(one: Scene, found: list[Mention]) -> list[Mention]:
    """Names that the article has introduced before, found by their proper nouns."""
    taken = {i for mention in found for i in range(mention.first, mention.last + 1) if mention.kind != "adjective"}
    tokens, new, i = one.sentence.tokens, [], 0
    while i < len(tokens):
        for length in range(_LONGEST_NAME, 0, -1):
            part = tokens[i : i + length]
            if len(part) < length or any(t.i in taken for t in part):
                continue
            if length == 1 and (not part[0].text[:1].isupper() or part[0].pos not in {"PROPN", "NOUN", "X"}):
                continue
            known = one.memory.person(" ".join(t.text for t in part))
            if known is not None:
                last = i + length - 1
                new.append(one.actor(i, last, one.head(i, last), known.code, known.name, "name introduced in the article"))
                i = last
                break
        i += 1
    return new


def _settled(one: Scene, mention: Mention) -> Mention:
    """A people without a state is coded in the state where the sentence or the article finds it."""
    code = mention.actor.code if mention.actor else mention.value
    hosts = ontology().stateless.get(code.split(".")[0])
    if hosts is None:
        return mention
    places = {n.senses[0].code.split(".")[0] for n in one.names.values() if n.senses[0].kind in PLACES} & set(hosts)
    ranked = sorted(hosts, key=lambda host: -one.memory.countries[host])
    host = places.pop() if len(places) == 1 else ranked[0]
    if not one.memory.countries[host]:
        return mention
    moved = f"{host}.{code.partition('.')[2]}".rstrip(".")
    if mention.actor is None:
        return replace(mention, value=moved)
    return replace(mention, actor=replace(mention.actor, code=moved), rule=f"{mention.rule}, living in {host}")
