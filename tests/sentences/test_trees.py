import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.sentences.trees import best_tree


def is_tree(heads: list[int]) -> bool:
    for node in range(1, len(heads)):
        seen = set()
        while node:
            if node in seen:
                return False
            seen.add(node)
            node = heads[node]
    return True


def total(scores: np.ndarray, heads: list[int]) -> float:
    return sum(float(scores[d, heads[d]]) for d in range(1, len(heads)))


def best_by_trying_all(scores: np.ndarray) -> float:
    n = len(scores)
    trees = ([0, *heads] for heads in itertools.product(range(n), repeat=n - 1))
    return max(total(scores, t) for t in trees if t[1:].count(0) == 1 and is_tree(t))


@settings(max_examples=150, deadline=None)
@given(st.integers(2, 5).flatmap(lambda n: st.lists(st.integers(-50, 50), min_size=n * n, max_size=n * n)))
def test_it_finds_a_tree_with_one_root(values: list[int]) -> None:
    n = int(len(values) ** 0.5)
    scores = np.array(values, dtype=np.float32).reshape(n, n)
    heads = best_tree(scores)
    assert is_tree(heads)
    assert heads[1:].count(0) == 1


@settings(max_examples=150, deadline=None)
@given(st.permutations(range(20)))
def test_where_one_word_alone_wants_the_root_the_tree_is_the_best_of_all(values: list[int]) -> None:
    scores = np.array([*values[:5] * 5], dtype=np.float32).reshape(5, 5) + np.array([*values, *values[:5]], dtype=np.float32).reshape(5, 5)
    scores[1:, 0] = -100
    scores[2, 0] = 50
    assert total(scores, best_tree(scores)) == pytest.approx(best_by_trying_all(scores))


def test_a_cycle_is_broken_where_it_costs_least() -> None:
    # Each of the words 1 and 2 likes the other best; 1 gives up less by taking the root.
    assert best_tree(np.array([[0, 0, 0], [8, 0, 9], [1, 9, 0]], dtype=np.float32)) == [0, 0, 1]


def test_no_words_no_tree() -> None:
    assert best_tree(np.zeros((1, 1), dtype=np.float32)) == [0]
