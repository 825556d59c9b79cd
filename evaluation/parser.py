"""How well the packed parser does on the PUD treebanks, which it has never seen.

    python -m evaluation.parser TREEBANKS

Gold words in, then part-of-speech accuracy, labelled attachment, and F1 of subjects and objects.
"""

import gzip
import sys
from collections import Counter
from pathlib import Path

import spacy
import srsly
from spacy.training.converters import conllu_to_docs
from spacy.util import load_model_from_config

from dragoman.sentences.parse import MODEL
from training.parser.convert import relation, split_where_possible

GROUPS = {"nsubj": {"nsubj", "nsubj:pass"}, "obj": {"obj"}}


def evaluate(path: Path) -> dict[str, float]:
    """Scores of one gzipped CoNLL-U file: pos, las (without punctuation), and F1 of nsubj and obj."""
    packed = srsly.read_msgpack(MODEL)
    nlp = load_model_from_config(packed["config"], auto_fill=False, validate=False).from_bytes(packed["weights"])
    text = split_where_possible(gzip.decompress(path.read_bytes()).decode("utf-8"))
    gold = list(conllu_to_docs(text, n_sents=1, merge_subtokens=True, no_print=True))
    blank = [spacy.tokens.Doc(nlp.vocab, words=[t.text for t in d], spaces=[bool(t.whitespace_) for t in d], sent_starts=[t.i == 0 for t in d]) for d in gold]
    n: Counter[str] = Counter()
    for g, p in zip(gold, nlp.pipe(blank), strict=True):
        for a, b in zip(g, p, strict=True):
            wanted, got = relation(a.dep_).lower(), b.dep_.lower()
            n["words"] += 1
            n["pos"] += a.pos_ == b.pos_
            same = a.head.i == b.head.i
            if wanted != "punct":
                n["arcs"] += 1
                n["las"] += same and wanted == got
            for name, group in GROUPS.items():
                n[name + " gold"] += wanted in group
                n[name + " got"] += got in group
                n[name + " hit"] += same and wanted in group and got in group
    scores = {"pos": n["pos"] / n["words"], "las": n["las"] / n["arcs"]}
    return scores | {name: 2 * n[name + " hit"] / (n[name + " gold"] + n[name + " got"]) for name in GROUPS}


def main(treebanks: str) -> None:
    """Prints a line a language."""
    for path in sorted(Path(treebanks, "test").glob("*.conllu.gz")):
        print(path.name[:2], *(f"{name} {score:.3f}" for name, score in evaluate(path).items()))


if __name__ == "__main__":
    main(*sys.argv[1:])
