"""Whose a role is: the country or body that the words around it, or the article, give."""

from dragoman.knowledge.actors.senses import NOBODY, OF_COUNTRIES, Sense, country_of
from dragoman.mentions.roles import Role, combined, is_counterpart
from dragoman.mentions.scene import PLACES, Scene
from dragoman.sentences.tree import SUBJECTS, children
from dragoman.types import Token

# Prepositions under which a body's name says whose a role is ("president of", "ministre de", "Sprecher für").
_OF = frozenset({"de", "of", "von", "by", "for", "in", "für", "para", "pour", "en", "'s", "’s", "s", "'", "’", "der", "des"})
_DEPENDENTS = ("amod", "nmod", "compound", "flat", "appos", "det", "obl")
_NEAR = 3


def code_of(scene: Scene, owner: str, role: Role) -> str:
    """The code of a role within a country or body; ``owner`` may carry a sector of its own."""
    base, _, inner = owner.partition(".")
    return base if not inner and base in scene.who.bodies else f"{base}.{combined(role.sector, inner)}"


def owner_of(scene: Scene, role: Role, seen: frozenset[int] = frozenset()) -> str | None:
    """The country, or the code of the body, that a role belongs to by the words around it.

    ``seen`` are the roles whose owner is being looked for already: "the leader of his party" ends there.
    """
    if role.head in seen:
        return None
    seen |= {role.head}
    return _by_prefix(scene, role) or _by_dependents(scene, role, seen) or _by_possessive(scene, role, seen)


def country_around(scene: Scene) -> str | None:
    """The country of a sentence that names one alone, or has one place alone."""
    senses = [(name, name.senses[0]) for name in {id(n): n for n in scene.names.values()}.values()]
    places = {country_of(s.code) for n, s in senses if s.kind == "region" or (s.kind in PLACES and scene.is_place(scene.head(n.first, n.last)))}
    named = {country_of(s.code) for _, s in senses if s.kind in OF_COUNTRIES}
    known = (scene.memory.person(n.form) for n, s in senses if s.kind == "person")
    named |= {k.country for k in known if k is not None}
    if len(named) == 1:
        return named.pop()
    return places.pop() if len(places) == 1 else None


def _body(sense: Sense) -> str:
    """Country alone for a state's name, country and sector for a body of its own."""
    return country_of(sense.code) if sense.kind in OF_COUNTRIES else sense.code


def _by_prefix(scene: Scene, role: Role) -> str | None:
    prefixes = (scene.names.get(i) for i in range(role.first, role.last + 1))
    return next((_body(name.senses[0]) for name in prefixes if name is not None and name.prefix), None)


def _by_dependents(scene: Scene, role: Role, seen: frozenset[int]) -> str | None:
    around = range(max(0, role.first - _NEAR), role.last + 1)
    below = [t for i in {role.head, role.last} for t in children(scene.sentence, i, *_DEPENDENTS) if t.i != role.head]
    near = [t for t in below if t.i in around or t.dep != "compound"]
    for token in sorted(near, key=lambda t: (t.dep in {"obl", "appos"}, abs(t.i - role.head), t.i)):
        found = named_by(scene, token, role, seen)
        if found:
            return found
    # The parser may hang an adjective or a country elsewhere: take the one that stands directly before.
    name = scene.names.get(role.first - 1) if role.first else None
    if name is not None and name.senses[0].kind in {"adj", "name"} and not children(scene.sentence, name.last, "case"):
        return _body(name.senses[0])
    return None


def named_by(scene: Scene, token: Token, role: Role | None = None, seen: frozenset[int] = frozenset()) -> str | None:
    """The owner that a token names, by itself or as a role with an owner of its own; ``role`` is the one it hangs on."""
    name = scene.names.get(token.i)
    if name is None:
        inner = scene.roles.get(token.i)
        if inner is None or role is None or inner.head == role.head or token.dep not in {"nmod", "compound"} or not _is_of(scene, token):
            return None
        owner, known = owner_of(scene, inner, seen), scene.memory.roles.get(inner.lemma)
        return code_of(scene, owner, inner) if owner else (known.code if known else None)
    sense = name.senses[0]
    if sense.kind == NOBODY:
        return None
    if sense.kind == "person":
        known = scene.memory.person(name.form)
        return known.country if known and token.dep in {"nmod", "compound"} else None
    if sense.kind == "region" or token.dep == "obl":
        # "the court in Istanbul": a place right behind the role says whose it is.
        return _body(sense) if role is not None and scene.is_place(token.i) and role.last < token.i <= role.last + _NEAR else None
    if token.dep == "appos":
        return None
    return _body(sense) if token.dep != "nmod" or _is_of(scene, token) else None


def _is_of(scene: Scene, token: Token) -> bool:
    marks = [scene.words.preposition(t.low) for t in children(scene.sentence, token.i, "case")]
    return not marks or any(mark in _OF for mark in marks)


def _by_possessive(scene: Scene, role: Role, seen: frozenset[int]) -> str | None:
    """ "his minister": whose the sentence's subject before it is."""
    below = children(scene.sentence, role.head, "det", "nmod")
    if not any(t.low in scene.words.possessives for t in below) or is_counterpart(role, scene.words):
        return None
    subject = next((t for t in scene.sentence.tokens if t.dep in SUBJECTS and t.i < role.first), None)
    if subject is None:
        return None
    name, owner = scene.names.get(subject.i), scene.roles.get(subject.i)
    known = scene.memory.person(name.form if name is not None else subject.text)
    if known is not None:
        return known.country
    if name is not None and name.senses[0].kind not in {"region", "person", NOBODY}:
        return _body(name.senses[0])
    found = owner_of(scene, owner, seen) if owner is not None and owner is not role else None
    return country_of(found) if found else None
