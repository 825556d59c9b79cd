from pathlib import Path

import pytest

from training.parser.convert import OWN, own_sentences
from training.parser.scheme import KEPT_SUBTYPES, Word

CLASSES = {"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"}
RELATIONS = KEPT_SUBTYPES | {
    "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "compound", "conj", "cop", "csubj", "det", "discourse", "dislocated",
    "expl", "fixed", "flat", "iobj", "list", "mark", "nmod", "nsubj", "nummod", "obj", "obl", "orphan", "parataxis", "punct", "root", "vocative", "xcomp",
}  # fmt: skip


def faults(words: list[Word]) -> list[str]:
    found = [f"{w.text}: {w.pos} {w.dep}" for w in words if w.pos not in CLASSES or w.dep not in RELATIONS]
    found += [f"{w.text}: root and head" for w in words if (w.dep == "root") != (w.head == w.i)]
    if sum(w.head == w.i for w in words) != 1:
        found.append("not one root")
    for w in words:
        at, steps = w, 0
        while at.head != at.i and steps <= len(words):
            at, steps = words[at.head], steps + 1
        if steps > len(words):
            found.append(f"{w.text}: cycle")
    return found


@pytest.mark.parametrize("path", sorted(OWN.glob("*.txt")), ids=lambda path: path.stem)
def test_every_tree_is_one(path: Path) -> None:
    sentences = list(own_sentences(path))
    assert len(sentences) >= 300
    assert [(" ".join(w.text for w in s), faults(s)) for s in sentences if faults(s)] == []


def test_no_sentence_twice() -> None:
    texts = [" ".join(w.text for w in s) for path in sorted(OWN.glob("*.txt")) for s in own_sentences(path)]
    assert len(texts) == len(set(texts))
