import pytest

from dragoman.knowledge.actors.load import actors, holders, people, person
from dragoman.knowledge.actors.people import Term, code_on
from dragoman.knowledge.files import data_digest
from dragoman.knowledge.folding import fold, fold_with_offsets
from dragoman.knowledge.grammar import LANGUAGES, grammar
from dragoman.knowledge.ontology import ontology
from dragoman.types import Event, Span

TERMS = (Term("USA.LEG", "senator", "2005-01-03", "2008-11-16"), Term("USA.GOV", "president", "2009-01-20", "2017-01-20"))


@pytest.mark.parametrize(
    ("day", "code"),
    [("2006-05-01", "USA.LEG"), ("2009-01-20", "USA.GOV"), ("2008-12-01", "USA.ELI"), ("2020-01-01", "USA.ELI"), (None, "USA.GOV")],
)
def test_a_person_has_the_code_of_the_office_held_on_the_day(day: str | None, code: str) -> None:
    assert code_on(TERMS, day) == code


def test_folding_keeps_offsets() -> None:
    text = "Erdo\u00adğan – Peru\u0301’s œuvre, ß"
    folded, offsets = fold_with_offsets(text)
    assert folded == fold(text) == "Erdogan - Peru's œuvre, ß"
    assert [text[offsets[i]] for i in (0, 4)] == ["E", "ğ"]
    assert len(offsets) == len(folded) + 1


@pytest.mark.parametrize("day", ["2025", "2025-01", "2025-01-20"])
def test_a_coarse_day_is_compared_as_far_as_it_is_known(day: str) -> None:
    terms = (Term("USA.OPP", "candidate", "2022-11-15", "2025-01-20"), Term("USA.GOV", "president", "2025-01-20", ""))
    assert code_on(terms, day) == "USA.GOV"


def test_who_leaves_an_organisation_is_again_somebody_of_a_country() -> None:
    terms = (Term("GBR.GOV", "prime_minister", "1997-05-02", "2007-06-27"), Term("UN", "quartet_envoy", "2007-06-27", "2015-05-27"))
    assert code_on(terms, "2018-01-25") == "GBR.ELI"
    assert code_on(terms, "2010-01-25") == "UN"


def test_of_two_offices_at_once_that_of_the_state_counts() -> None:
    terms = (Term("DEU.GOV", "chancellor", "2005-11-22", "2021-12-08"), Term("DEU.PTY", "party_leader", "2010-04-10", "2018-12-07"))
    assert code_on(terms, "2015-01-01") == "DEU.GOV"


def test_the_shipped_people_are_as_many_as_promised() -> None:
    terms = [term for name in people() for term in person(name).terms]
    assert len(terms) >= 2500
    for office, states in (("foreign_minister", 60), ("defence_minister", 60), ("spokesperson", 60), ("army_chief", 60)):
        since_2015 = {t.code.split(".")[0] for t in terms if t.office == office and (not t.until or t.until >= "2015")}
        assert len({code for code in since_2015 if len(code) == 3}) >= states, office


@pytest.mark.parametrize(("country", "day", "name"), [("FRA", "2010-05-01", "Nicolas Sarkozy"), ("MEX", "2026-01-12", "Claudia Sheinbaum")])
def test_who_holds_an_office_on_a_day(country: str, day: str, name: str) -> None:
    assert [p.name for p in holders(country, frozenset({"president"}), day)] == [name]


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_and_grammar_of_every_language_load(language: str) -> None:
    assert len(actors(language).names) > 5000
    assert grammar(language).language == language


@pytest.mark.parametrize(
    ("language", "form", "code"),
    [
        ("de", "mexikanischen", "MEX"),
        ("de", "Weißen Haus", "USA.GOV"),
        ("en", "Kremlin", "RUS.GOV"),
        ("es", "francesas", "FRA"),
        ("fr", "Élysée", "FRA.GOV"),
        ("fr", "colombiennes", "COL"),
    ],
)
def test_forms_that_news_uses_are_known(language: str, form: str, code: str) -> None:
    assert code in {sense.code for sense in actors(language).names[fold(form)]}


def test_quad_classes_hold_four_types_each_but_for_the_codebook() -> None:
    counts = {quad: sum(kind.quad == quad for kind in ontology().types.values()) for quad in ("VC", "MC", "VK", "MK")}
    assert counts == {"VC": 4, "MC": 3, "VK": 4, "MK": 5}


def test_the_digest_names_the_data() -> None:
    assert len(data_digest()) == 12
    assert Event("AID", None, (), (), None, "occurred", (Span(0, 1),)).quote is False
