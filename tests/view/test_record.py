import json

from rich.console import Console

from dragoman import Given, article_from_text, code, event_line
from dragoman.view.record import scope
from dragoman.view.terminal import print_events

TEXT = "Russia accused the Ukrainian army of shelling the city on Monday."
ARTICLE = article_from_text(TEXT, given=Given("en", "2024-05-07", "A title", "https://example.org/a", "The Paper", language_is_sure=True))


def test_the_article_stands_in_every_line() -> None:
    event = json.loads(event_line(ARTICLE, code(ARTICLE)[0]))
    assert event["article"] == {
        "id": ARTICLE.id,
        "url": "https://example.org/a",
        "title": "A title",
        "language": "en",
        "published": "2024-05-07",
        "outlet": "The Paper",
    }
    assert "trace" not in event


def test_scope_follows_the_countries() -> None:
    assert scope(code(ARTICLE)[0]) == "international"


def test_the_table_quotes_the_evidence_and_marks_the_actors() -> None:
    console = Console(record=True, width=100, file=open("/dev/null", "w"))  # noqa: SIM115 - closed with the process
    print_events(console, ARTICLE, code(ARTICLE), why=True)
    text = console.export_text()
    assert "ACCUSE" in text
    assert "RUS.GOV" in text
    assert "“Russia accused the Ukrainian army" in text


def test_an_article_without_events_says_so() -> None:
    console = Console(record=True, width=100, file=open("/dev/null", "w"))  # noqa: SIM115 - closed with the process
    article = article_from_text("The sun shone all day and the children played in the garden.", given=Given("en", language_is_sure=True))
    print_events(console, article, code(article))
    assert "no political event found" in console.export_text()
