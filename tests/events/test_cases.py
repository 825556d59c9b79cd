"""Every sentence of the table is coded as expected, but for those that are known to be missed.

A case that is listed in ``known_misses.txt`` and is right fails, too: then take it off the list.
"""

import pytest

from dragoman.knowledge.grammar import LANGUAGES
from tests.events.cases import FOLDER, Case, code_case, problems, read_cases

MISSES = set((FOLDER / "known_misses.txt").read_text(encoding="utf-8").split())
CASES = [
    pytest.param(case, id=case.name, marks=[pytest.mark.xfail(strict=True, reason="known miss")] if case.name in MISSES else [])
    for language in LANGUAGES
    for case in read_cases(language)
]


@pytest.mark.parametrize("case", CASES)
def test_case(case: Case) -> None:
    assert problems(case, code_case(case)) == [], f"{case.why}: {case.text}"


def test_the_list_of_misses_names_cases_that_exist() -> None:
    assert {case.name for language in LANGUAGES for case in read_cases(language)} >= MISSES
