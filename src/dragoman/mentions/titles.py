"""Roles as mentions: with a name beside them, with a country, as before in the article, or by what it is about."""

from dragoman.mentions.memory import Known
from dragoman.mentions.owners import code_of, country_around, owner_of
from dragoman.mentions.roles import Role, is_former
from dragoman.mentions.scene import Scene
from dragoman.sentences.tree import children
from dragoman.types import Mention, Token, replace

# How the rule of a mention opens that names just people: they count only where they are harmed or helped.
ANYBODY = "anybody"
# Criminals and rebels need not be of the country that an article is about.
_NOT_AT_HOME = frozenset({"CRM", "REB", "UAF"})


def teach(scene: Scene) -> None:
    """Let a role with a country introduce the unknown name beside it ("der Minister Juan Ejemplo")."""
    for role in scene.roles.values():
        name = _person_beside(scene, role)
        text = " ".join(token.text for token in name)
        if not name or scene.memory.person(text) or any(token.i in scene.names for token in name):
            continue
        owner = owner_of(scene, role)
        if owner:
            scene.memory.teach(text, Known(code_of(scene, owner, role), text, _gender(scene, role)))


def title(scene: Scene, role: Role) -> Mention | None:
    """The mention that a role makes, or None where nothing says whose it is."""
    found = _with_name(scene, role) or _with_owner(scene, role)
    if found is not None and role.lemma in scene.who.anyone and not _person_beside(scene, role):
        return replace(found, rule=f"{ANYBODY}, {found.rule}")
    return found


def _person_beside(scene: Scene, role: Role) -> list[Token]:
    """The proper name in apposition to a role, or the one that the role stands before as a title."""
    sentence = scene.sentence
    head = sentence.tokens[role.head]
    near = children(sentence, head.i, "appos", "flat", "nmod", "compound")
    candidates = [t for t in near if t.pos == "PROPN" and t.i not in scene.roles and t.i > role.last and not children(sentence, t.i, "case")]
    if not candidates and head.dep in {"compound", "flat", "amod", "appos", "nmod"}:
        above = sentence.tokens[head.head]
        candidates = [above] if above.pos == "PROPN" and above.i not in scene.roles else []
    candidates = candidates or _right_behind(scene, role)
    if not candidates:
        return []
    name = candidates[0]
    between = sentence.tokens[role.last + 1 : name.i]
    if len(between) > 2 and any(t.pos in {"VERB", "PUNCT"} and t.text != "," for t in between):
        return []
    rest = (t for t in children(sentence, name.i, "flat", "compound") if t.pos in {"PROPN", "ADP", "X", "DET"} and t.i not in scene.roles)
    return sorted([name, *rest], key=lambda token: token.i)


def _right_behind(scene: Scene, role: Role) -> list[Token]:
    """A proper name directly behind a role, or behind its comma, that the parser hung beside instead of below it."""
    tokens, at = scene.sentence.tokens, role.last + 1
    at += at < len(tokens) and tokens[at].text == ","
    if at < len(tokens) and tokens[at].pos == "PROPN" and at not in scene.roles and tokens[at].head == tokens[role.head].head:
        return [tokens[at]]
    return []


def _with_name(scene: Scene, role: Role) -> Mention | None:
    person = _person_beside(scene, role)
    named = [name for t in person if (name := scene.names.get(t.i)) is not None and name.senses[0].kind == "person"]
    known = scene.memory.person(named[0].form if named else " ".join(token.text for token in person)) if person else None
    known = known or next((k for t in person if (k := scene.memory.person(t.text))), None)
    if known is None:
        return None
    last = max([role.last, *(token.i for token in person if token.i > role.last), *(name.last for name in named)])
    scene.memory.roles[role.lemma] = known
    return scene.actor(_first(scene, role), last, role.head, known.code, known.name, "title with a name")


def _with_owner(scene: Scene, role: Role) -> Mention | None:
    former = is_former(scene.sentence, role, scene.words)
    first, owner, rule = _first(scene, role), owner_of(scene, role), "title with a country"
    before = None if former or _is_indefinite(scene, role) else scene.memory.roles.get(role.lemma)
    if before is not None and (owner is None or (owner == before.code.split(".")[0] and _is_singular(scene, role))):
        return scene.actor(first, role.last, role.head, before.code, before.name, "title as before in the article")
    if owner is None and _is_metonym(scene, role):
        return None
    if owner is None:
        owner, rule = country_around(scene), "title in the only country of the sentence"
    if owner is None and role.sector not in _NOT_AT_HOME:
        owner, rule = scene.memory.main_country(), "title in the article's main country"
    if owner is None:
        return None
    code, text = code_of(scene, owner, role), scene.text(first, role.last)
    if former and role.sector in {"GOV", "ELI"}:
        code = f"{owner.partition('.')[0]}.ELI"
    if rule == "title with a country" and not former:
        scene.memory.roles[role.lemma] = Known(code, text, _gender(scene, role))
    return scene.actor(first, role.last, role.head, code, text, rule)


def _is_metonym(scene: Scene, role: Role) -> bool:
    """Whether the role is a seat or house that says by itself whose it is ("the Kremlin")."""
    name = scene.names.get(role.head)
    return name is not None and name.first <= role.first and role.last <= name.last and scene.sense(name).kind == "metonym"


def _first(scene: Scene, role: Role) -> int:
    """The role with the adjectives that stand directly before it, each with the whole of its name."""
    first, tokens = role.first, scene.sentence.tokens
    while first > 0 and tokens[first - 1].pos in {"ADJ", "PROPN"} and tokens[first - 1].head == role.head:
        first -= 1
    name = scene.names.get(first)
    return min(first, name.first) if name is not None else first


def _gender(scene: Scene, role: Role) -> str:
    token = scene.sentence.tokens[role.head]
    if "Gender=Fem" in token.features or token.low.endswith(scene.words.feminine):
        return "f"
    return "m" if "Gender=Masc" in token.features else ""


def _is_singular(scene: Scene, role: Role) -> bool:
    return "Number=Plur" not in scene.sentence.tokens[role.head].features


def _is_indefinite(scene: Scene, role: Role) -> bool:
    return any(t.low in scene.words.indefinite for t in children(scene.sentence, role.head, "det"))
