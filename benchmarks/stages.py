"""The share of each stage in the time of coding the example articles, and of start-up.

    python -m benchmarks.stages

Prints seconds for orientation and ratios to compare: machines differ, ratios hold.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from dragoman.articles.read import read_articles
from dragoman.events.code import code_sentence
from dragoman.events.merge import merge
from dragoman.mentions.find import find_mentions
from dragoman.sentences.parse import parse
from dragoman.types import Article

EXAMPLES = sorted(Path("examples").glob("*.txt"))
ROUNDS = 5
T = TypeVar("T")


def timed(action: Callable[[], T]) -> tuple[T, float]:
    """What an action gives, and its fastest time over some rounds after a warm-up."""
    result, best = action(), float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        result = action()
        best = min(best, time.perf_counter() - start)
    return result, best


def stages(article: Article) -> dict[str, float]:
    """Seconds of each stage for one article."""
    sentences, parsing = timed(lambda: parse(article))
    mentions, finding = timed(lambda: find_mentions(article, sentences))
    events, coding = timed(lambda: [e for s, m in zip(sentences, mentions, strict=True) for e in code_sentence(article, s, m)])
    _, merging = timed(lambda: merge(events))
    return {"parse": parsing, "mentions": finding, "events": coding, "merge": merging}


def cold_start(path: Path) -> tuple[float, float]:
    """Seconds and megabytes of `dragoman read` on one article in a fresh process."""
    start = time.perf_counter()
    child = subprocess.Popen([sys.executable, "-c", "from dragoman.cli import run; run()", "read", str(path)], stdout=subprocess.DEVNULL)
    # The usage of this child alone; that of all children so far would repeat the largest.
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, child.args)
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def main() -> None:
    """Prints a table."""
    # Before this process grows: a child's peak begins at that of its parent.
    starts = {path: cold_start(path) for path in EXAMPLES}
    for path in EXAMPLES:
        [article] = read_articles(str(path))
        assert isinstance(article, Article)
        words, times = len(article.text.split()), stages(article)
        total = sum(times.values())
        shares = "  ".join(f"{name} {seconds / total:.0%}" for name, seconds in times.items())
        cold, memory = starts[path]
        print(f"{path.name}: {words} words, {words / total:,.0f} words/s; {shares}; cold start {cold:.2f} s = {cold / total:.0f} x warm; {memory:.0f} MB")


if __name__ == "__main__":
    main()
