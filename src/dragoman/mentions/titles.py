"""Roles as mentions: with a name beside them, with a country, as before in the article, or by what it is about."""

from dragoman.knowledge.actors.load import holders
from dragoman.knowledge.actors.senses import FIGHTERS, country_of, sector_of
from dragoman.mentions.memory import Known
from dragoman.mentions.owners import code_of, country_around, owner_of
from dragoman.mentions.roles import Role, is_counterpart, is_former
from dragoman.mentions.scene import Scene
from dragoman.mentions.teaching import gender, person_beside, teach_person
from dragoman.sentences.tree import children
from dragoman.types import Mention, replace

# How the rule of a mention opens that names just people: they count only where they are harmed or helped.
ANYBODY = "anybody"
_OUT_OF_OFFICE = frozenset({"BUS", "CVL", "OPP", "PTY"})
# "The rebels", "the gang", "the group" are those that were named before.
_BANDS = FIGHTERS | {"UNK"}


def title(scene: Scene, role: Role) -> Mention | None:
    """The mention that a role makes, or None where nothing says whose it is."""
    found = _with_name(scene, role) or _with_owner(scene, role)
    if found is not None and role.noun.anyone and not person_beside(scene, role):
        return replace(found, rule=f"{ANYBODY}, {found.rule}")
    return found


def _with_name(scene: Scene, role: Role) -> Mention | None:
    person = person_beside(scene, role)
    named = [name for t in person if (name := scene.names.get(t.i)) is not None and name.senses[0].kind == "person"]
    known = scene.memory.person(named[0].form if named else " ".join(token.text for token in person)) if person else None
    known = known or next((k for t in person if (k := scene.memory.person(t.text))), None)
    if known is None:
        return None
    if role.offices and is_former(scene.sentence, role, scene.words) and sector_of(known.code) in _OUT_OF_OFFICE:
        # Whoever is introduced by a former office speaks as its former holder.
        known = replace(known, code=f"{known.country}.ELI")
        scene.memory.teach(known.name, known)
    last = max([role.last, *(token.i for token in person if token.i > role.last), *(name.last for name in named)])
    scene.memory.roles[role.lemma] = known
    return scene.actor(_first(scene, role), last, role.head, known.code, known.name, "title with a name")


def _with_owner(scene: Scene, role: Role) -> Mention | None:
    former = is_former(scene.sentence, role, scene.words)
    first, owner = _first(scene, role), owner_of(scene, role)
    if not former and not _is_indefinite(scene, role):
        before = _as_before(scene, role, owner)
        if before is not None:
            return scene.actor(first, role.last, role.head, before.code, before.name, "title as before in the article")
    owner, rule = (owner, "title with a country") if owner is not None else _owner_around(scene, role)
    if owner is None:
        return None
    code, text = code_of(scene, owner, role), scene.text(first, role.last)
    if former and role.sector in {"GOV", "ELI"}:
        code = f"{country_of(owner)}.ELI"
    elif not former and rule == "title with a country":
        known = _holder(scene, role, owner) or Known(code, text, gender(scene, role), role.offices, bool(role.offices))
        scene.memory.roles[role.lemma] = known
        return scene.actor(first, role.last, role.head, code, known.name, rule if known.name == text else f"{rule}, in office on the day")
    return scene.actor(first, role.last, role.head, code, text, rule)


def _owner_around(scene: Scene, role: Role) -> tuple[str | None, str]:
    """Whose a role is where its own words do not say: the country of the sentence, else that of the article.

    A counterpart or guest is of another country, and whose a weapon is, only its own words can tell.
    """
    if is_counterpart(role, scene.words) or role.noun.thing:
        return None, ""
    owner = country_around(scene)
    # Criminals and rebels need not be of the country that an article is about.
    if owner is None and role.sector not in FIGHTERS:
        return scene.memory.main_country(), "title in the article's main country"
    return owner, "title in the only country of the sentence"


def _as_before(scene: Scene, role: Role, owner: str | None) -> Known | None:
    """Whom the article has called so before, or whom it named last of those who hold such an office."""
    if is_counterpart(role, scene.words):
        return None
    known = scene.memory.roles.get(role.lemma)
    if known is not None and (owner is None or (country_of(owner) == known.country and _is_singular(scene, role))):
        return known
    if owner is not None:
        return None
    if role.sector in _BANDS:
        wanted = FIGHTERS if role.sector == "UNK" else {role.sector}
        return scene.memory.recent(scene.sentence.index, role.first, lambda k: not k.is_person and sector_of(k.code) in wanted)
    if not role.offices or not _is_singular(scene, role):
        return None
    own = gender(scene, role)
    return scene.memory.recent(scene.sentence.index, role.first, lambda k: bool(k.offices & role.offices) and not (k.gender and own == "f" and k.gender != own))


def _holder(scene: Scene, role: Role, owner: str) -> Known | None:
    """The person who holds a country's office on the article's date, where it is one alone; taught to the article."""
    offices = role.offices
    if is_counterpart(role, scene.words):
        other = scene.memory.recent(scene.sentence.index, role.first, lambda k: bool(k.offices) and k.country != country_of(owner))
        offices = other.offices if other is not None else frozenset()
    if not offices or not _is_singular(scene, role) or _is_indefinite(scene, role):
        return None
    code = code_of(scene, owner, role)
    found = holders(country_of(owner), offices, scene.article.published)
    # The president of a parliament is not that of the state: the office must be one of the owner's own.
    found = [p for p in found if "." not in owner or any(term.code == code for term in p.terms)]
    return teach_person(scene, found[0]) if len(found) == 1 else None


def _first(scene: Scene, role: Role) -> int:
    """The role with the adjectives that stand directly before it, joined ones too, each with the whole of its name."""
    first, tokens = role.first, scene.sentence.tokens
    while first > 0 and (_is_before(scene, first - 1, role.head) or (first > 1 and tokens[first - 1].dep == "cc" and _is_before(scene, first - 2, role.head))):
        first -= 1
    name = scene.names.get(first)
    return min(first, name.first) if name is not None else first


def _is_before(scene: Scene, i: int, head: int) -> bool:
    """Whether a token is an adjective of the head, or joined to one."""
    tokens = scene.sentence.tokens
    above = tokens[tokens[i].head] if tokens[i].dep == "conj" else tokens[i]
    return tokens[i].pos in {"ADJ", "PROPN"} and above.pos in {"ADJ", "PROPN"} and above.head == head


def _is_singular(scene: Scene, role: Role) -> bool:
    return "Number=Plur" not in scene.sentence.tokens[role.head].features


def _is_indefinite(scene: Scene, role: Role) -> bool:
    return any(t.low in scene.words.indefinite for t in children(scene.sentence, role.head, "det"))
