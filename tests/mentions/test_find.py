"""Who a sentence names: (language, text, date, the code expected, why)."""

import pytest

from dragoman.articles.read import Given, article_from_text
from dragoman.mentions.find import find_mentions
from dragoman.sentences.parse import parse
from dragoman.types import Mention

CASES = [
    ("de", "Der US-Außenminister reiste nach Oslo.", "2024-05-06", "USA.GOV", "country as a prefix"),
    ("de", "Er sprach mit seinem mexikanischen Amtskollegen.", "2024-05-06", "MEX.GOV", "counterpart"),
    ("de", "Merkel sprach in Berlin.", "2012-05-06", "DEU.GOV", "surname alone, in office"),
    ("de", "Merkel sprach in Berlin.", "2024-05-06", "DEU.ELI", "surname alone, out of office"),
    ("en", "Israeli troops entered the town.", "2024-05-06", "ISR.MIL", "adjective and role"),
    ("en", "The Colombian foreign minister resigned.", "2024-05-06", "COL.GOV", "title with a country"),
    ("en", "The Taliban took the city.", "2020-05-06", "AFG.REB", "a group before it governed"),
    ("en", "The Taliban took the city.", "2023-05-06", "AFG.GOV", "a group that governs"),
    ("es", "La presidenta mexicana habló.", "2026-01-13", "MEX.GOV", "feminine title"),
    ("es", "Un portavoz del ejército israelí habló.", "2024-05-06", "ISR.MIL", "spokesman of an army"),
    ("fr", "Les troupes françaises ont quitté la base.", "2023-05-06", "FRA.MIL", "feminine plural adjective"),
    ("fr", "Le ministre allemand a parlé.", "2024-05-06", "DEU.GOV", "adjective behind the title"),
]


def mentions(language: str, text: str, date: str) -> list[Mention]:
    article = article_from_text(text, given=Given(language, date, language_is_sure=True))
    return [mention for found in find_mentions(article, parse(article)) for mention in found]


@pytest.mark.parametrize(("language", "text", "date", "code", "why"), CASES, ids=[case[4] for case in CASES])
def test_who(language: str, text: str, date: str, code: str, why: str) -> None:
    assert code in {m.actor.code for m in mentions(language, text, date) if m.actor}


# Who is meant by words that name nobody: (language, text, date, the words, the code expected, why).
REFERENCES = [
    ("en", "Kenya's president William Ruto flew to Oslo. The president asked for loans.", "2023-05-06", "president", "KEN.GOV", "title of one named before"),
    ("en", "Prime Minister Kishida visited the port of Busan.", "2023-05-06", "Prime Minister Kishida", "JPN.GOV", "title and a surname that the office tells"),
    ("de", "Merz lehnte den Vorschlag ab.", "2025-06-06", "Merz", "DEU.GOV", "the surname of a head of government alone"),
    ("de", "Der Vereinschef Udo Merz lehnte ab. Merz will weitermachen.", "2025-06-06", "Merz", "", "a stranger of the same surname"),
    ("en", "Morocco closed the border. The kingdom recalled its envoy.", "2023-05-06", "kingdom", "MAR.GOV", "a state by what it is"),
    ("es", "Haití pidió ayuda. El país caribeño solicitó médicos.", "2023-05-06", "país caribeño", "HTI.GOV", "a state by where it lies"),
    ("fr", "Le ministre a reçu Emmanuel Macron. Ce dernier a promis une aide.", "2023-05-06", "Ce dernier", "FRA.GOV", "the one named last"),
    ("en", "The International Monetary Fund met in Lima. The Fund asked for cuts.", "2023-05-06", "Fund", "IMF", "a short name once the full one was given"),
    ("de", "Die Briten legten ihr Veto ein.", "2011-12-09", "Briten", "GBR.GOV", "a people as one is its government"),
    ("en", "Ida Sample, who heads Norway's border guard, spoke. Sample praised it.", "2023-05-06", "Sample", "NOR.COP", "what somebody heads"),
    (
        "es",
        "El coronel Washington Muestra, vocero de la Policía ecuatoriana, habló. Muestra pidió calma.",
        "2018-04-02",
        "Muestra",
        "ECU.COP",
        "a first name that is a city",
    ),
]


@pytest.mark.parametrize(("language", "text", "date", "words", "code", "why"), REFERENCES, ids=[case[5] for case in REFERENCES])
def test_who_is_referred_to(language: str, text: str, date: str, words: str, code: str, why: str) -> None:
    last = [m for m in mentions(language, text, date) if m.actor and words.lower() in m.actor.text.lower()][-1:]
    assert [m.actor.code for m in last if m.actor] == [code] * bool(code)


@pytest.mark.parametrize("text", ["The president of the Bundestag spoke.", "The leader of Hezbollah spoke.", "The president of Harvard University spoke."])
def test_who_heads_a_body_is_not_the_head_of_the_state(text: str) -> None:
    from dragoman.knowledge.actors.load import holders
    from dragoman.knowledge.actors.people import HEADS

    leaders = {p.name for country in ("DEU", "LBN", "USA") for p in holders(country, HEADS, "2023-05-02")}
    assert leaders & {m.actor.name for m in mentions("en", text, "2023-05-02") if m.actor} == set()


@pytest.mark.parametrize(("date", "code"), [("2020-05-06", "AFG.REB"), ("2023-05-06", "AFG.GOV")])
def test_who_speaks_for_a_group_has_its_code_on_the_day(date: str, code: str) -> None:
    assert {m.actor.code for m in mentions("en", "A spokesman for the Taliban denied it.", date) if m.actor} == {code}


def test_a_short_name_means_nobody_without_the_full_one() -> None:
    assert "IMF" not in {m.actor.code for m in mentions("en", "The pension fund met in Lima. The Fund asked for cuts.", "2023-05-06") if m.actor}


def test_an_office_without_a_name_names_its_holder() -> None:
    [actor] = [m.actor for m in mentions("en", "The US president called.", "2011-05-02") if m.actor]
    assert (actor.code, actor.name) == ("USA.GOV", "Barack Obama")


def test_a_city_lies_in_the_country_that_the_article_names() -> None:
    def places(text: str) -> set[str]:
        return {m.value for m in mentions("en", text, "2024-05-06") if m.kind == "place"}

    assert places("Three men were arrested in Cartagena.") == {"COL"}
    assert places("Spain sent a frigate, and Spain's fleet waited in Cartagena.") == {"ESP"}


def test_an_apposition_teaches_a_name() -> None:
    text = "The Norwegian trade minister, Kari Eksempel, met reporters. Later Eksempel left."
    assert [m.actor.code for m in mentions("en", text, "2024-05-06") if m.actor and m.sentence == 1] == ["NOR.GOV"]


@pytest.mark.parametrize(
    "text",
    [
        "The leader of his party criticised the government.",
        "The spokesman for her ministry resigned.",
        "The minister of his government attacked Russia.",
        "The spokeswoman of their army said it.",
    ],
)
def test_roles_that_belong_to_each_other_end(text: str) -> None:
    assert isinstance(mentions("en", text, "2024-05-06"), list)


@pytest.mark.parametrize("name", ["Frank\u00adreich", "Ko\u0308ln", "Köln"])
def test_soft_hyphens_and_combining_marks_do_not_hide_a_name(name: str) -> None:
    found = mentions("de", f"Der Minister reiste nach {name}.", "2024-05-06")
    assert {m.value for m in found if m.kind == "place"} <= {"FRA", "DEU"}
    assert any(m.kind == "place" for m in found)


def test_a_country_in_a_place_phrase_is_a_place() -> None:
    kinds = {m.kind for m in mentions("en", "They met in Norway.", "2024-05-06") if m.value == "NOR" or m.actor}
    assert kinds == {"place"}


def test_a_newspaper_is_no_country() -> None:
    assert not [m for m in mentions("en", "The Washington Post reported it.", "2024-05-06") if m.actor and m.actor.country == "USA"]


DATES = [
    ("de", "Er kam am vergangenen Dienstag.", "2026-01-14", "2026-01-13"),
    ("de", "Er kam vor drei Tagen.", "2026-01-14", "2026-01-11"),
    ("de", "Er kam am 8. Januar.", "2026-01-13", "2026-01-08"),
    ("de", "Er kam am 30. Dezember.", "2026-01-13", "2025-12-30"),
    ("de", "Er kam vorgestern.", "2026-01-14", "2026-01-12"),
    ("en", "He came two weeks ago.", "2026-01-14", "2025-12-31"),
    ("en", "He came on January 8, 2025.", "2026-01-14", "2025-01-08"),
    ("en", "He came last month.", "2026-01-14", "2025-12"),
    ("es", "Llegó anteayer.", "2026-01-14", "2026-01-12"),
    ("es", "Llegó hace dos días.", "2026-01-14", "2026-01-12"),
    ("es", "Llegó el 8 de enero de 2025.", "2026-01-14", "2025-01-08"),
    ("fr", "Il est venu il y a trois jours.", "2026-01-14", "2026-01-11"),
    ("fr", "Il est venu lundi.", "2026-01-14", "2026-01-12"),
    ("fr", "Il est venu en mars 2024.", "2026-01-14", "2024-03"),
]


@pytest.mark.parametrize(("language", "text", "date", "value"), DATES)
def test_when(language: str, text: str, date: str, value: str) -> None:
    assert [m.value for m in mentions(language, text, date) if m.kind == "date"] == [value]


def test_a_day_without_a_year_stays_open_where_the_article_has_no_date() -> None:
    article = article_from_text("Er kam am 12. Januar nach Berlin.", given=Given("de", language_is_sure=True))
    assert [m.value for m in find_mentions(article, parse(article))[0] if m.kind == "date"] == ["XXXX-01-12"]
