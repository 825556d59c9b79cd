"""The table of test sentences, one file a language in ``tests/cases``, and how a case is judged."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.articles.read import Given, article_from_text
from dragoman.knowledge.files import read_yaml
from dragoman.pipeline import code
from dragoman.types import Event, codes

FOLDER = Path(__file__).parents[1] / "cases"


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence, its article's date, the events expected, and why it is there."""

    name: str
    language: str
    text: str
    date: str
    why: str
    events: tuple[dict[str, Any], ...]


def read_cases(language: str) -> list[Case]:
    raw = read_yaml(FOLDER / f"{language}.yaml")
    return [Case(f"{language}-{i:03d}", language, item["text"], str(item["date"]), str(item["why"]), tuple(item["events"])) for i, item in enumerate(raw, 1)]


def countries(codes_: list[str] | tuple[str, ...]) -> frozenset[str]:
    return frozenset(code.split(".")[0] for code in codes_)


def code_case(case: Case) -> list[Event]:
    given = Given(language=case.language, published=case.date, language_is_sure=True)
    return code(article_from_text(case.text, case.name, given))


def problems(case: Case, got: list[Event]) -> list[str]:
    """What is missing and what is too much, in words; nothing where the case is right."""
    left = list(got)
    wrong = []
    for expected in case.events:
        match = next((event for event in left if agrees(expected, event)), None)
        if match is None:
            wrong.append(f"missing {expected}")
        else:
            left.remove(match)
    return wrong + [f"too much: {e.type} {codes(e.actors)} -> {codes(e.recipients)} {e.status} {e.date}" for e in left]


def agrees(expected: dict[str, Any], event: Event) -> bool:
    """Type, countries of both sides and status; date and quotation where the case names them."""
    one, two = countries(expected.get("from", [])), countries(expected.get("to", []))
    actors, recipients = countries(codes(event.actors)), countries(codes(event.recipients))
    sides = one | two == actors | recipients if event.type in {"CONSULT", "AGREE", "COOPERATE", "SUPPORT"} else (one, two) == (actors, recipients)
    return (
        event.type == expected["type"]
        and sides
        and event.status == expected.get("status", "occurred")
        and ("date" not in expected or str(expected["date"]) == event.date)
        and ("quote" not in expected or expected["quote"] == event.quote)
    )
