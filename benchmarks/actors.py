"""What the actor knowledge costs: loading it, and finding who is who, as shares of parsing the same text.

    python -m benchmarks.actors

Loading is timed in a fresh process for each language, without Python's own start. Finding is timed beside parsing in
one run; "names" is the search for known names alone, "mentions" everything from names and roles to pronouns and dates.
"""

import subprocess
import sys
from collections.abc import Callable

from benchmarks.stages import EXAMPLES, timed
from dragoman.articles.read import read_articles
from dragoman.knowledge.actors.load import actors
from dragoman.knowledge.grammar import LANGUAGES, grammar
from dragoman.mentions.dates import find_dates
from dragoman.mentions.find import find_mentions
from dragoman.mentions.names import find_names
from dragoman.mentions.roles import find_roles
from dragoman.sentences.parse import parse
from dragoman.types import Article

_LOAD = """
import time
from dragoman.knowledge.actors import load
start = time.perf_counter()
load.actors("{language}"), load.bearers("Merkel"), load.holders("USA", frozenset({{"president"}}), "2020")
print(time.perf_counter() - start)
"""


def loading(language: str) -> float:
    """Seconds to load all of a language's names, the index of surnames and that of offices; the fastest of three."""
    command = [sys.executable, "-c", _LOAD.format(language=language)]
    return min(float(subprocess.run(command, capture_output=True, text=True, check=True).stdout) for _ in range(3))


def finding(article: Article) -> dict[str, float]:
    """Seconds of finding names, roles, dates and all mentions, as shares of parsing the article."""
    sentences, parsing = timed(lambda: parse(article))
    who, words = actors(article.language), grammar(article.language)
    actions: dict[str, Callable[[], object]] = {
        "names": lambda: [find_names(s, who, words, article.published) for s in sentences],
        "roles": lambda: [find_roles(s, who, words) for s in sentences],
        "dates": lambda: [find_dates(s, article) for s in sentences],
        "mentions": lambda: find_mentions(article, sentences),
    }
    return {name: timed(action)[1] / parsing for name, action in actions.items()}


def main() -> None:
    """Prints two lines a language."""
    for language in LANGUAGES:
        print(f"{language}: names, people and roles loaded in {loading(language):.2f} s")
    for path in EXAMPLES:
        [article] = read_articles(str(path))
        assert isinstance(article, Article)
        print(f"{path.name}: share of the time of parsing: " + ", ".join(f"{name} {share:.1%}" for name, share in finding(article).items()))


if __name__ == "__main__":
    main()
