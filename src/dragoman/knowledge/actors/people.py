"""People and their terms of office: who held what on which day."""

from collections.abc import Iterable
from typing import NamedTuple

from dragoman.knowledge.actors.senses import FIGHTERS, before, country_of, sector_of, within
from dragoman.knowledge.actors.surnames import surnames_of

# Of several offices at once that of the state counts, then the seat in parliament, then the party's and others.
_RANKS = {"LEG": 1, "PTY": 2, "OPP": 2, "BUS": 2, "CVL": 2, "EDU": 2, "ELI": 2, "LAB": 2, "MED": 2, "NGO": 2, "REL": 2}
# Offices whose holders news names by the surname alone.
HEADS = frozenset({"president", "acting_president", "prime_minister", "chancellor", "supreme_leader", "head_of_junta", "secretary_general"})
# What somebody who has led a country does for a living afterwards says less than that.
_LIGHT = frozenset({"BUS", "CVL", "EDU", "MED", "NGO"})


class Term(NamedTuple):
    """A term of office: code, office, first and last day (empty where open or unknown); ``own`` if the user's own."""

    code: str
    office: str
    since: str
    until: str
    own: bool = False


class Person(NamedTuple):
    """A person's usual name, gender (m, f or empty), and terms of office by their first days."""

    name: str
    gender: str
    terms: tuple[Term, ...]
    aliases: tuple[str, ...] = ()

    @property
    def home(self) -> str:
        """The country of the first office known, before any organisation; empty if there is none."""
        return next((country_of(term.code) for term in self.terms if "." in term.code), "")

    @property
    def surnames(self) -> list[str]:
        """The forms under which the full names return, in every spelling."""
        return list(dict.fromkeys(s for name in (self.name, *self.aliases) for s in surnames_of(name, self.home)))


def held(terms: Iterable[Term], day: str | None) -> list[Term]:
    """The terms that hold on a day, the weightiest last and among equals the latest begun; where the user has terms
    for the day, only those.

    Where the day is unknown, the last term stands for it.
    """
    found = [term for term in terms if not day or within(day, term.since, term.until)]
    found = [term for term in found if term.own] or found
    found = found if day else found[-1:]
    return sorted(found, key=lambda term: -_RANKS.get(sector_of(term.code), 0))


def term_on(terms: tuple[Term, ...], day: str | None) -> Term | None:
    """The office held on a day, of several the weightiest; None where none is known.

    >>> chancellor, leader = Term("DEU.GOV", "chancellor", "2025-05-06", ""), Term("DEU.PTY", "party_leader", "2022-01-31", "")
    >>> term_on((leader, chancellor), "2026-01-12").office, term_on((leader, chancellor), "2021-01-01")
    ('chancellor', None)
    """
    found = held(terms, day)
    return found[-1] if found else None


def _is_former_head(terms: tuple[Term, ...], now: Term) -> bool:
    """Whether a term says less of somebody than having led a country: a trade, or the opposition to a former president,
    where no such office exists."""
    led = {term.office for term in terms if term.office in HEADS and term.until and term.since < now.since}
    return (bool(led) and sector_of(now.code) in _LIGHT) or ("president" in led and now.office == "opposition_leader")


def code_on(terms: tuple[Term, ...], day: str | None) -> str | None:
    """A person's code on a day: that of the office held then, ELI of the last country outside every known term.

    None where there are no terms. Before the first term, too, a person is ELI of the country of that term.

    >>> code_on((Term("USA.GOV", "president", "2009-01-20", "2017-01-20"),), "2018-05-01")
    'USA.ELI'
    """
    if not terms:
        return None
    now = term_on(terms, day)
    if now is not None and (now.own or not _is_former_head(terms, now)):
        return now.code
    earlier = [term for term in terms if day is None or not before(day, term.since)] or list(terms[:1])
    # Who has led a country stays one of its elite, and who has left an organisation is again somebody of a country.
    led = next((term for term in reversed(earlier) if term.office in HEADS and "." in term.code), None)
    last = led or next((term for term in reversed(earlier) if "." in term.code), earlier[-1])
    country, _, sector = last.code.partition(".")
    # Whoever led rebels or criminals stays what the group is; others are the elite once they are out of office.
    return last.code if not sector or sector in FIGHTERS else f"{country}.ELI"
