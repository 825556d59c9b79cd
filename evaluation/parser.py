"""How well the parser does on the PUD treebanks, which it has never seen.

    python -m evaluation.parser [TREEBANKS] [WEIGHTS]

The treebanks lie outside the project; where they are missing, this says so and passes.

PUD was annotated by those who made the GSD treebanks (Zeman and others 2017), the program parses in the style of its own
trees: the first figures are the program's, the second what the same network gives in the style of GSD (EWT for English).

Gold words in; then part-of-speech accuracy, labelled attachment without punctuation, and F1 of subjects
(active and passive) and objects. Relations are compared without subtypes, but for those in `COMPARED`.
"""

import sys
from collections import Counter
from pathlib import Path

from dragoman.sentences.network import Network, read
from dragoman.sentences.parse import MODEL
from training.parser.convert import treebank_sentences
from training.parser.scheme import KEPT_SUBTYPES

COMPARED = KEPT_SUBTYPES - {"acl:relcl"}
GROUPS = {"nsubj": {"nsubj", "nsubj:pass"}, "obj": {"obj"}}


def compared(relation: str) -> str:
    """A relation as the comparison sees it.

    >>> compared("acl:relcl"), compared("nsubj:pass")
    ('acl', 'nsubj:pass')
    """
    return relation if relation in COMPARED else relation.split(":")[0]


def evaluate(network: Network, path: Path, style: int = 0) -> dict[str, float]:
    """Scores of one gzipped CoNLL-U file, its language the first two letters of its name: pos, las, and F1 of nsubj and obj."""
    gold = list(treebank_sentences(path))
    parsed = network.parse([([w.text for w in s], [w.space for w in s]) for s in gold], path.name[:2], style)
    n: Counter[str] = Counter()
    for sentence, found in zip(gold, parsed, strict=True):
        for w, pos, head, dep in zip(sentence, found.pos, found.heads, found.deps, strict=True):
            wanted, got = compared(w.dep), compared(dep)
            n["words"] += 1
            n["pos"] += w.pos == pos
            same = w.head == head
            if wanted != "punct":
                n["arcs"] += 1
                n["las"] += same and wanted == got
            for name, group in GROUPS.items():
                n[name + " gold"] += wanted in group
                n[name + " got"] += got in group
                n[name + " hit"] += same and wanted in group and got in group
    scores = {"pos": n["pos"] / n["words"], "las": n["las"] / n["arcs"]}
    return scores | {name: 2 * n[name + " hit"] / (n[name + " gold"] + n[name + " got"]) for name in GROUPS}


def main(treebanks: str = "../shared/treebanks", weights: str = str(MODEL)) -> None:
    """Prints a line a language."""
    paths = sorted(Path(treebanks, "test").glob("*.conllu.gz"))
    if not paths:
        print(f"{treebanks}: no treebanks here; the parser is not measured.")
        return
    network = read(Path(weights))
    print("parser    POS    LAS    nsubj  obj     in PUD's own style")
    for path in paths:
        language = path.name[:2]
        own_style = network.styles.index("en_ewt" if language == "en" else f"{language}_gsd")
        scores = [*evaluate(network, path).values(), *evaluate(network, path, own_style).values()]
        print(f"{language:8}", *(f"{score:6.3f}" for score in scores[:4]), " ", *(f"{score:6.3f}" for score in scores[4:]))


if __name__ == "__main__":
    main(*sys.argv[1:])
