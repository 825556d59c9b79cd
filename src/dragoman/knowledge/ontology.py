"""The PLOVER ontology: types, quad classes, modes, sectors, contexts."""

from dataclasses import dataclass
from functools import cache

from dragoman.errors import DataError
from dragoman.knowledge.files import DATA, read_yaml, suggest


@dataclass(frozen=True, slots=True)
class EventType:
    """One of the sixteen types.

    ``needs`` names the sides that must be found (``from`` or ``both``); ``future`` is what
    the act becomes when it is announced rather than done, as type and mode.
    """

    name: str
    quad: str
    intensity: float
    needs: str
    future: tuple[str, str | None]
    modes: dict[str, float]
    symmetric: bool


@dataclass(frozen=True, slots=True)
class Ontology:
    """The types by name, the sectors, the contexts, the types that a country does through its forces, and the
    peoples without a state with the states they live in."""

    types: dict[str, EventType]
    sectors: frozenset[str]
    contexts: tuple[str, ...]
    forces: frozenset[str]
    stateless: dict[str, tuple[str, ...]]

    def label(self, text: str, where: str) -> tuple[str, str | None]:
        """Type and mode of a label such as ``COERCE arrest``.

        Raises DataError, opening with ``where``, for an unknown type or mode.

        >>> ontology().label("COERCE arrest", "here")
        ('COERCE', 'arrest')
        """
        name, _, mode = text.partition(" ")
        if name not in self.types:
            raise DataError(f'{where}: unknown type "{name}"{suggest(name, self.types)}')
        modes = self.types[name].modes
        if mode and mode not in modes:
            raise DataError(f'{where}: unknown mode "{mode}" of {name}{suggest(mode, modes)}')
        return name, mode or None

    def intensity(self, name: str, mode: str | None) -> float:
        """How cooperative (10) or conflictive (-10) a type and mode is."""
        kind = self.types[name]
        return kind.modes.get(mode or "", kind.intensity)


@cache
def ontology() -> Ontology:
    """The ontology of ``data/ontology.yaml``.

    >>> ontology().types["ASSAULT"].quad
    'MK'
    """
    raw = read_yaml(DATA / "ontology.yaml")
    types = {}
    for name, entry in raw["types"].items():
        future, _, mode = entry["future"].partition(" ")
        types[name] = EventType(
            name=name,
            quad=entry["quad"],
            intensity=entry["intensity"],
            needs=entry["needs"],
            future=(future, mode or None),
            modes=entry.get("modes", {}),
            symmetric=entry.get("symmetric", False),
        )
    return Ontology(
        types, frozenset(raw["sectors"]), tuple(raw["contexts"]), frozenset(raw["forces"]), {code: tuple(hosts) for code, hosts in raw["stateless"].items()}
    )
