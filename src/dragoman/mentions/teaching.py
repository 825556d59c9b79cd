"""How an article introduces people: by a role beside a name, by what somebody heads, by a leader's surname alone."""

from collections.abc import Callable

from dragoman.knowledge.actors.load import bearers
from dragoman.knowledge.actors.people import HEADS, Person, Term, held
from dragoman.knowledge.actors.senses import STATES, country_of
from dragoman.knowledge.folding import fold
from dragoman.mentions.memory import Known
from dragoman.mentions.owners import code_of, named_by, owner_of
from dragoman.mentions.roles import Role, is_former
from dragoman.mentions.scene import PLACES, Scene
from dragoman.sentences.tree import children, subtree
from dragoman.types import Token

_CLAUSES = frozenset({"acl:relcl", "acl", "advcl", "parataxis"})
_NAMED_ALONE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "conj", "root", "appos", "compound"})


def teach(scene: Scene) -> None:
    """Let a role introduce the name beside it: a known person by surname, an unknown one by whose role it is
    ("der Minister Juan Ejemplo")."""
    for role in scene.roles.values():
        name = person_beside(scene, role)
        text = " ".join(token.text for token in name)
        if not name or scene.memory.person(text) or any(_is_known(scene, token) for token in name):
            continue
        owner, former = owner_of(scene, role) or _country_below(scene, role), is_former(scene.sentence, role, scene.words)
        person = _titled(scene, role, text, owner, former) if len(name) == 1 else None
        if person is not None:
            teach_person(scene, person)
        elif owner and former and role.sector == "GOV":
            scene.memory.teach(text, Known(f"{country_of(owner)}.ELI", text, gender(scene, role)))
        elif owner:
            scene.memory.teach(text, Known(code_of(scene, owner, role), text, gender(scene, role), role.offices))
    for token in scene.sentence.tokens:
        if token.pos == "PROPN" and token.dep not in {"flat", "compound"}:
            _teach_head(scene, token)


def leader(scene: Scene, token: Token) -> Known | None:
    """The head of a state, government or organisation whom a surname alone means on the article's date."""
    if (
        token.dep not in _NAMED_ALONE
        or fold(token.text) in scene.memory.strangers
        or scene.memory.named_in_part(token.text)
        or any(t.pos == "PROPN" for t in _neighbours(scene, token))
    ):
        return None
    person = _bearer(scene, token.text, lambda term: term.office in HEADS)
    if person is None:
        return None
    return teach_person(scene, person)


def teach_person(scene: Scene, person: Person) -> Known:
    """Introduces a person of the knowledge, as the article's date finds them, to the article."""
    now = held(person.terms, scene.article.published)
    known = Known(scene.code_of_person(person.name) or "", person.name, person.gender, frozenset(term.office for term in now))
    scene.memory.teach(person.name, known, person.surnames)
    return known


def person_beside(scene: Scene, role: Role) -> list[Token]:
    """The proper name in apposition to a role, or the one that the role stands before as a title."""
    sentence = scene.sentence
    head = sentence.tokens[role.head]
    near = children(sentence, head.i, "appos", "flat", "nmod", "compound")
    candidates = [t for t in near if t.pos == "PROPN" and t.i not in scene.roles and t.i > role.last and not children(sentence, t.i, "case")]
    if not candidates and head.dep in {"compound", "flat", "amod", "appos", "nmod"}:
        above = sentence.tokens[head.head]
        if head.dep == "appos" and above.i in scene.roles and above.i != role.head:
            return person_beside(scene, scene.roles[above.i])
        candidates = [above] if above.pos == "PROPN" and above.i not in scene.roles else []
    candidates = candidates or _right_behind(scene, role) or _fronted(scene, role)
    if not candidates:
        return []
    name = candidates[0]
    between = sentence.tokens[role.last + 1 : name.i] if role.first else ()
    if len(between) > 2 and any(t.pos in {"VERB", "PUNCT"} and t.text != "," for t in between):
        return []
    rest = (t for t in children(sentence, name.i, "flat", "compound") if t.pos in {"PROPN", "ADP", "X", "DET"} and t.i not in scene.roles)
    return sorted([name, *rest], key=lambda token: token.i)


def gender(scene: Scene, role: Role) -> str:
    """The gender of whoever bears a role, by the noun's own."""
    token = scene.sentence.tokens[role.head]
    if "Gender=Fem" in token.features or token.low.endswith(scene.words.feminine):
        return "f"
    return "m" if "Gender=Masc" in token.features else ""


def _is_known(scene: Scene, token: Token) -> bool:
    """Whether a token of a name is named by the knowledge already; a place may be somebody's first name."""
    name = scene.names.get(token.i)
    return name is not None and (name.senses[0].kind not in PLACES or name.last > name.first or not children(scene.sentence, token.i, "flat"))


def _right_behind(scene: Scene, role: Role) -> list[Token]:
    """A proper name directly behind a role, or behind its comma, that the parser hung beside instead of below it."""
    tokens, at = scene.sentence.tokens, role.last + 1
    at += at < len(tokens) and tokens[at].text == ","
    if at < len(tokens) and tokens[at].pos == "PROPN" and at not in scene.roles and tokens[at].head == tokens[role.head].head:
        return [tokens[at]]
    return []


def _country_below(scene: Scene, role: Role) -> str | None:
    """The one country that anything said of an apposed role names ("obispo de una diócesis del sur de Filipinas")."""
    if scene.sentence.tokens[role.head].dep not in {"advcl", "appos", "dislocated", "nsubj", "nmod", "conj"}:
        return None
    below = subtree(scene.sentence, role.head, _CLAUSES)
    named = {country_of(n.senses[0].code) for t in below if (n := scene.names.get(t.i)) is not None and n.senses[0].kind in STATES | {"adj", "region", "city"}}
    return named.pop() if len(named) == 1 else None


def _fronted(scene: Scene, role: Role) -> list[Token]:
    """The subject's proper name where a role without an article opens the sentence ("Patronne d'un café, Ida Exemple …")."""
    tokens, head = scene.sentence.tokens, scene.sentence.tokens[role.head]
    if role.first > 0 or head.dep not in {"advcl", "dislocated", "nmod", "appos"}:
        return []
    for subject in children(scene.sentence, head.head, "nsubj", "nsubj:pass"):
        names = [t for t in (subject, *children(scene.sentence, subject.i, "appos", "flat")) if t.pos == "PROPN" and t.i not in scene.roles]
        if subject.i > role.last and names and any(t.text == "," for t in tokens[role.last : names[0].i]):
            return names[:1]
    return []


def _titled(scene: Scene, role: Role, surname: str, owner: str | None, former: bool) -> Person | None:
    """Who of this surname holds, on the article's date, the office that the title names, or one of the title's sector;
    of a former office, who has held it."""
    country = country_of(owner) if owner else None

    def fits(term: Term) -> bool:
        base, _, sector = term.code.partition(".")
        return country in {None, base} and (term.office in role.offices if role.offices else sector == role.sector)

    return _bearer(scene, surname, fits, former)


def _bearer(scene: Scene, surname: str, fits: Callable[[Term], bool], former: bool = False) -> Person | None:
    """The one person of a surname with a fitting office on the article's date (or, if former, ever); of several the one
    of a country named."""
    day = scene.article.published
    if day is None:
        return None
    found = [p for p in bearers(surname) or bearers(surname.rstrip("s'’")) if any(fits(term) for term in (p.terms if former else held(p.terms, day)))]
    if len(found) > 1:
        found = [p for p in found if any(scene.memory.countries[country_of(term.code)] for term in held(p.terms, day))]
    return found[0] if len(found) == 1 else None


def _teach_head(scene: Scene, token: Token) -> None:
    """ "Aino Esimerkki, who heads Finland's border guard": a name takes the sector of what its bearer leads."""
    for clause in children(scene.sentence, token.i, "acl:relcl", "acl"):
        if not clause.lemmas & scene.words.leading:
            continue
        name = sorted([token, *children(scene.sentence, token.i, "flat")], key=lambda t: t.i)
        text = " ".join(t.text for t in name)
        for led in children(scene.sentence, clause.i, "obj"):
            role = scene.roles.get(led.i)
            owner = owner_of(scene, role) if role is not None else named_by(scene, led)
            if owner and not scene.memory.person(text):
                scene.memory.teach(text, Known(code_of(scene, owner, role) if role is not None else owner, text))


def _neighbours(scene: Scene, token: Token) -> list[Token]:
    tokens = scene.sentence.tokens
    return [tokens[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(tokens) and i not in scene.roles]
