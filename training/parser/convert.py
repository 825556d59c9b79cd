"""Turn Universal Dependencies treebanks into spaCy training files, one relation scheme for four languages.

    python -m training.parser.convert TREEBANKS OUT

TREEBANKS holds `train/*.conllu.gz`; OUT receives `train.spacy` and `dev.spacy`. Every sentence becomes a
document of its own, because the program splits sentences before it parses. Every thirtieth sentence is
held back as the development set; the PUD test sets are never read here.
"""

import gzip
import sys
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.training.converters import conllu_to_docs
from spacy.vocab import Vocab

KEPT_SUBTYPES = {
    "nsubj:pass", "csubj:pass", "aux:pass", "obl:agent", "compound:prt", "expl:pass", "expl:pv", "acl:relcl",
}  # fmt: skip
KEPT_FEATURES = {
    "VERB": {"VerbForm", "Mood", "Tense", "Voice", "Number", "Person"},
    "AUX": {"VerbForm", "Mood", "Tense", "Number", "Person"},
    "PRON": {"PronType", "Number", "Gender", "Person", "Case", "Poss", "Reflex"},
    "DET": {"PronType", "Number", "Poss", "Case"},
    "NOUN": {"Number", "Gender", "Case"},
    "PROPN": {"Number", "Case"},
    "ADJ": {"VerbForm"},
}
HELD_BACK = 30
# German and the news of all languages are short of trees, so these are read twice.
TWICE = {"de_gsd-ud-dev", "de_gsd-ud-test", "de_news", "es_news", "fr_news"}


def relation(label: str) -> str:
    """The relation of the common scheme: subtypes dropped but for those the coder reads.

    >>> relation("obl:tmod"), relation("nsubj:pass")
    ('obl', 'nsubj:pass')
    """
    return label if label in KEPT_SUBTYPES else label.split(":")[0]


def features(pos: str, morph: str) -> str:
    """The morphological features of the common scheme for one word.

    >>> features("VERB", "Mood=Ind|Number=Sing|Aspect=Perf")
    'Mood=Ind|Number=Sing'
    """
    kept = KEPT_FEATURES.get(pos, set())
    return "|".join(f for f in morph.split("|") if f.split("=")[0] in kept)


def split_where_possible(conllu: str) -> str:
    """CoNLL-U in which a multiword token stays one only if its parts do not simply stand side by side.

    "don't" becomes "do" and "n't", as the tokenizer has them; "zum" (zu, dem) stays one word.

    >>> lines = ["1-2\\tdon't\\t_\\t_\\t_\\t_\\t_\\t_\\t_\\t_", "1\\tdo" + "\\t_" * 8, "2\\tn't" + "\\t_" * 8]
    >>> [line.split("\\t")[0] for line in split_where_possible("\\n".join(lines)).splitlines()]
    ['1', '2']
    """
    lines = conllu.splitlines()
    kept: list[str] = []
    for i, line in enumerate(lines):
        cells = line.split("\t")
        if not (len(cells) == 10 and "-" in cells[0]):
            kept.append(lines[i])
            continue
        first, last = (int(number) for number in cells[0].split("-"))
        size = last - first + 1
        parts = [part.split("\t") for part in lines[i + 1 : i + 1 + size]]
        if "".join(part[1] for part in parts) != cells[1]:
            kept.append(line)
            continue
        for part in parts[:-1]:
            part[9] = "SpaceAfter=No"
        parts[-1][9] = cells[9]
        lines[i + 1 : i + 1 + size] = ["\t".join(part) for part in parts]
    return "\n".join(kept) + "\n"


def documents(path: Path, vocab: Vocab) -> Iterator[Doc]:
    """One document a sentence of a gzipped CoNLL-U file."""
    text = split_where_possible(gzip.decompress(path.read_bytes()).decode("utf-8"))
    for doc in conllu_to_docs(text, n_sents=1, merge_subtokens=True, no_print=True):
        if len(doc) < 2:
            continue
        yield Doc(
            vocab,
            words=[t.text for t in doc],
            spaces=[bool(t.whitespace_) for t in doc],
            pos=[t.pos_ for t in doc],
            morphs=[features(t.pos_, str(t.morph)) for t in doc],
            heads=[t.head.i for t in doc],
            deps=[relation(t.dep_) for t in doc],
            sent_starts=[t.i == 0 for t in doc],
        )


def main(treebanks: str, out: str) -> None:
    """Write the two files and print how many words each treebank gave."""
    vocab = Vocab()
    train, held = DocBin(attrs=_ATTRS), DocBin(attrs=_ATTRS)
    for path in sorted(Path(treebanks, "train").glob("*.conllu.gz")):
        words = 0
        for i, doc in enumerate(documents(path, vocab)):
            if i % HELD_BACK == HELD_BACK - 1:
                held.add(doc)
            else:
                for _ in range(2 if path.name.split(".")[0] in TWICE else 1):
                    train.add(doc)
            words += len(doc)
        print(f"{path.name}: {words} words")
    Path(out).mkdir(parents=True, exist_ok=True)
    train.to_disk(Path(out, "train.spacy"))
    held.to_disk(Path(out, "dev.spacy"))


_ATTRS = ["ORTH", "SPACY", "POS", "MORPH", "HEAD", "DEP", "SENT_START"]

if __name__ == "__main__":
    main(*sys.argv[1:])
