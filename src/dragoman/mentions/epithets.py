"""Countries by what they are called ("the kingdom", "el país caribeño"), and bodies by their short names."""

from functools import partial

from dragoman.mentions.memory import Known
from dragoman.mentions.scene import Scene
from dragoman.sentences.tree import children
from dragoman.types import Mention, Token

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "obl:agent"})
# What every state may be called; it means one only as the subject, for elsewhere it is a place.
_ANY = "country"


def find_epithets(scene: Scene) -> list[Mention]:
    """Mentions of the states that a sentence names by what they are; open where none or several fit."""
    found = []
    for token in scene.sentence.tokens:
        if token.pos != "NOUN" or token.i in scene.names or not _is_definite(scene, token):
            continue
        first, last, epithet = _epithet(scene, token)
        if epithet is None or (epithet == _ANY and token.dep not in _SUBJECTS) or scene.is_place(token.i):
            continue
        known = scene.memory.recent(scene.sentence.index, first, partial(_is_called, scene, epithet))
        if known is not None:
            found.append(scene.actor(first, last, token.i, known.code, known.name, "state called by what it is"))
    return found


def _is_called(scene: Scene, epithet: str, known: Known) -> bool:
    if known.is_person or not known.code.endswith(".GOV") or known.country in scene.who.bodies:
        return False
    return epithet == _ANY or epithet in scene.who.epithets.get(known.country, ())


def _epithet(scene: Scene, token: Token) -> tuple[int, int, str | None]:
    """The words of an epithet around its noun, and what it says; the longest known."""
    tokens, words = scene.sentence.tokens, scene.who.epithet_words
    adjectives = [t.i for t in children(scene.sentence, token.i, "amod", "compound") if t.i in {token.i - 1, token.i + 1}]
    for first, last in ((min(i, token.i), max(i, token.i)) for i in adjectives):
        if (found := words.get(" ".join(t.low for t in tokens[first : last + 1]))) is not None:
            return first, last, found
    if adjectives:
        return token.i, token.i, None
    return token.i, token.i, next((words[form] for form in sorted({token.low, *token.lemmas}) if form in words), None)


def _is_definite(scene: Scene, token: Token) -> bool:
    return any("Definite=Def" in t.features or "PronType=Art" in t.features for t in children(scene.sentence, token.i, "det")) and not any(
        t.low in scene.words.indefinite for t in children(scene.sentence, token.i, "det")
    )
