"""Scores of heads to trees: the best tree with one root (Chu and Liu 1965; Edmonds 1967)."""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
_NEVER = np.float32(-1e9)


def best_tree(scores: Scores) -> list[int]:
    """The heads of the best tree with exactly one root.

    `scores` is (n + 1, n + 1): row a word, column its head; row and column 0 are the root's. Returns n + 1
    heads; the root's own is 0.

    >>> best_tree(np.array([[0, 0, 0], [5, 0, 9], [4, 9, 0]], dtype=np.float32))
    [0, 0, 1]
    """
    heads = _greedy(scores)
    if _cycle(heads) is not None:
        heads = _arborescence(scores)
    roots = np.flatnonzero(heads[1:] == 0) + 1
    if len(roots) <= 1:
        return [int(h) for h in heads]
    trees = []
    for root in roots:
        alone = scores.copy()
        alone[1:, 0] = _NEVER
        alone[root] = _NEVER
        alone[root, 0] = 0
        tree = _arborescence(alone)
        trees.append((float(scores[root, 0]) + float(sum(scores[d, tree[d]] for d in range(1, len(tree)) if d != root)), -int(root), tree))
    return [int(h) for h in max(trees, key=lambda t: t[:2])[2]]


def _greedy(scores: Scores) -> NDArray[np.intp]:
    scores = scores.copy()
    np.fill_diagonal(scores, _NEVER)
    heads = np.asarray(scores.argmax(axis=1))
    heads[0] = 0
    return heads


def _cycle(heads: NDArray[np.intp]) -> list[int] | None:
    """The nodes of a cycle, or None."""
    done = {0}
    for start in range(1, len(heads)):
        path: list[int] = []
        at = start
        while at not in done and at not in path:
            path.append(at)
            at = int(heads[at])
        if at in path:
            return path[path.index(at) :]
        done.update(path)
    return None


def _arborescence(scores: Scores) -> NDArray[np.intp]:
    heads = _greedy(scores)
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(len(scores), bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    nodes = np.array(cycle)
    # One node stands for the cycle: entering it breaks one of its arcs, leaving it takes its best member.
    gain = scores[nodes] - scores[nodes, heads[nodes]][:, None]
    small = np.full((len(rest) + 1, len(rest) + 1), _NEVER, np.float32)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    small[-1, :-1] = gain[:, rest].max(axis=0)
    small[:-1, -1] = scores[np.ix_(rest, nodes)].max(axis=1)
    entered_at = nodes[gain[:, rest].argmax(axis=0)]
    left_from = nodes[scores[np.ix_(rest, nodes)].argmax(axis=1)]
    found = _arborescence(small)
    result = heads.copy()
    for i, node in enumerate(rest):
        if node:
            result[node] = left_from[i] if found[i] == len(rest) else rest[found[i]]
    result[entered_at[found[-1]]] = rest[found[-1]]
    return result
