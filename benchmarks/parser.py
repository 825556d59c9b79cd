"""How fast the parser reads, on one core: the project's own trees, words given.

    python -m benchmarks.parser

Prints words a second for orientation, and as a ratio to compare: the time of 1,000 words in products of two
matrices of 1024 by 1024, measured in the same run.
"""

import time
from collections.abc import Callable

import numpy as np
from threadpoolctl import threadpool_limits

from dragoman.sentences.parse import network
from training.parser.convert import OWN, own_sentences

ROUNDS = 3


def fastest(action: Callable[[], object]) -> float:
    """The shortest of some rounds, in seconds, after a warm-up."""
    action()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Prints a line a language."""
    matrix = np.ones((1024, 1024), np.float32)
    with threadpool_limits(limits=1, user_api="blas"):
        unit = fastest(lambda: matrix @ matrix)
        for language in sorted({path.name[:2] for path in OWN.glob("*.txt")}):
            trees = [s for path in sorted(OWN.glob(f"{language}_*.txt")) for s in own_sentences(path)]
            words = sum(map(len, trees))
            sentences = [([w.text for w in s], [w.space for w in s]) for s in trees]

            def parse(sentences: list[tuple[list[str], list[bool]]] = sentences, language: str = language) -> object:
                return network().parse(sentences, language)

            seconds = fastest(parse)
            print(f"parser {language}: {words} words, {words / seconds:,.0f} words/s; 1,000 words = {1000 * seconds / words / unit:.1f} matrix products")


if __name__ == "__main__":
    main()
