"""How sure the coder is of an event: a table of named weights."""

from dragoman.events.match import Predicate
from dragoman.events.sides import Side
from dragoman.knowledge.ontology import ontology

WEIGHTS = {
    "base": 0.45,  # a predicate of the lexicon with the sides that its type needs
    "both sides": 0.2,  # actor and recipient are found
    "fixed phrase": 0.1,  # the entry asked for further words and found them
    "direct sides": 0.1,  # no side was inherited or implied
    "occurred": 0.05,  # told as fact
}


def confidence(predicate: Predicate, sides: tuple[Side, Side], status: str) -> float:
    """A number between 0 and 1, the sum of the weights that apply. Not yet calibrated."""
    actor, other = sides
    symmetric = ontology().types[predicate.entry.type].symmetric and len(actor.actors) > 1
    applies = {
        "base": True,
        "both sides": bool(actor.actors and other.actors) or symmetric,
        "fixed phrase": bool(predicate.words),
        "direct sides": all(side.direct for side in sides),
        "occurred": status == "occurred",
    }
    return round(sum(WEIGHTS[name] for name, holds in applies.items() if holds), 2)
