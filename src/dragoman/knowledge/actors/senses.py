"""What a name may mean, and when."""

from collections.abc import Sequence
from typing import NamedTuple

NOBODY = "nobody"
COUNTRY_KINDS = ("name", "adj", "people", "capital", "metonym", "region", "former")
NAMED_FILES = ("organisations", "institutions", "parties")
BODIES = frozenset({*NAMED_FILES, "groups"})
# What a name means first when it may mean several things.
ORDER = (
    NOBODY,
    "person",
    "groups",
    "institutions",
    "organisations",
    "parties",
    "name",
    "metonym",
    "capital",
    "people",
    "former",
    "adj",
    "region",
    "short",
    "city",
)
# Names that are a country's own, and all that count for which countries an article names.
STATES = frozenset({"name", "capital", "metonym", "former"})
OF_COUNTRIES = STATES | {"adj", "people", "region"}
# Sectors of those who fight or rob without a state.
FIGHTERS = frozenset({"CRM", "REB", "UAF"})
# The sector of a country's name, its seat, its people; regions and former states are places.
COUNTRY_SECTORS = {"name": "GOV", "capital": "GOV", "metonym": "GOV", "people": "CVL", "former": "GOV", "adj": "", "region": ""}


class Sense(NamedTuple):
    """What a name may mean: ``kind`` (name, adj, people, capital, metonym, region, former, organisations, groups,
    institutions, parties, short, city, person), the code with its sector, and the dates between which it holds.

    ``key`` is the name of a person in ``people.tsv``, whose code depends on the date, and the usual name of a group.
    """

    kind: str
    code: str
    key: str = ""
    since: str = ""
    until: str = ""


def country_of(code: str) -> str:
    """The country of a code, or the organisation's own code.

    >>> country_of("MEX.GOV"), country_of("UN")
    ('MEX', 'UN')
    """
    return code.partition(".")[0]


def sector_of(code: str) -> str:
    """The sector of a code; empty for an organisation.

    >>> sector_of("MEX.GOV"), sector_of("UN")
    ('GOV', '')
    """
    return code.partition(".")[2]


def within(day: str, since: str, until: str) -> bool:
    """Whether a day lies between two dates, each of whatever precision; empty bounds are open.

    >>> within("2021-08", "2021-08-15", ""), within("2020", "2021", "")
    (True, False)
    """
    return not (since and before(day, since)) and not (until and before(until, day))


def before(one: str, two: str) -> bool:
    """Whether one date lies before another as far as both are precise; an empty one lies nowhere."""
    known = min(len(one), len(two))
    return one[:known] < two[:known]


def valid(senses: Sequence[Sense], day: str | None) -> list[Sense]:
    """The senses that hold on a day. A body of which none does goes by the last code it had before, or its first:
    news names what has been dissolved, too.

    >>> [s.code for s in valid([Sense("groups", "ESP.REB", "ETA", "1959", "2018-05-03")], "2020-01-01")]
    ['ESP.REB']
    """
    found = [sense for sense in senses if holds(sense, day)]
    bodies = sorted((sense for sense in senses if sense.kind in BODIES), key=lambda sense: sense.since)
    if found or not bodies:
        return found
    earlier = [sense for sense in bodies if day is None or not before(day, sense.since)]
    return [earlier[-1] if earlier else bodies[0]]


def ends_early(since: str, until: str) -> bool:
    """Whether a spell would end before it begins.

    >>> ends_early("2015", "2014-05-01"), ends_early("2014-05-01", "2014")
    (True, False)
    """
    return bool(since and until) and before(until, since)


def holds(sense: Sense, day: str | None) -> bool:
    """Whether a sense holds on a day; on an unknown day, whether it holds without an end.

    >>> holds(Sense("groups", "AFG.REB", until="2021-08-15"), "2020-01-01")
    True
    """
    return within(day, sense.since, sense.until) if day else not sense.until
