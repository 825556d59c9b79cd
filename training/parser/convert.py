"""Universal Dependencies treebanks as training sentences in one scheme.

    python -m training.parser.convert TREEBANKS OUT

TREEBANKS holds `train/*.conllu.gz`; the project's own trees (`training/parser/trees/*.txt`) join them. OUT
receives `train.msgpack` and `dev.msgpack`. Every thirtieth sentence of a treebank is held back as the
development set; the PUD test sets are never read here.
"""

import gzip
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import srsly
from spacy.training.converters import conllu_to_docs

from training.parser.scheme import Word, harmonise

OWN = Path(__file__).parent / "trees"
HELD_BACK = 30


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


def treebank_sentences(path: Path) -> Iterator[list[Word]]:
    """The sentences of a gzipped CoNLL-U file as the treebank has them, multiword tokens as in `split_where_possible`."""
    text = split_where_possible(gzip.decompress(path.read_bytes()).decode("utf-8"))
    for doc in conllu_to_docs(text, n_sents=1, merge_subtokens=True, no_print=True):
        yield [Word(t.i, t.text, t.pos_, str(t.morph), t.head.i, t.dep_.lower(), bool(t.whitespace_)) for t in doc]


def own_sentences(path: Path) -> Iterator[list[Word]]:
    """The sentences of one of the project's own tree files: `# text`, then number, word, class, head and relation a line."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        text, _, rows = block.strip().removeprefix("# ").partition("\n")
        words, at = [], 0
        for number, form, pos, head, dep in (row.split() for row in rows.splitlines()):
            at = text.index(form, at) + len(form)
            i = int(number) - 1
            words.append(Word(i, form, pos, "", int(head) - 1 if head != "0" else i, dep, text[at : at + 1] == " "))
        if words:
            yield words


def packed(words: list[Word], language: str, treebank: str) -> dict[str, Any]:
    """A sentence in the common scheme, as columns."""
    words = harmonise(words, language, treebank)
    # Trees annotated without features teach none, rather than that there are none.
    told = any(w.features for w in words)
    return {
        "treebank": treebank,
        "language": language,
        "words": [w.text for w in words],
        "spaces": [w.space for w in words],
        "pos": [w.pos for w in words],
        "features": [w.features for w in words] if told else None,
        "heads": [w.head for w in words],
        "deps": [w.dep if w.head != w.i else "root" for w in words],
    }


def main(treebanks: str, out: str) -> None:
    """Write the two files and print how many sentences and words each treebank gave."""
    parts: dict[str, list[dict[str, Any]]] = {"train": [], "dev": []}
    paths = [*sorted(Path(treebanks, "train").glob("*.conllu.gz")), *sorted(OWN.glob("*.txt"))]
    for path in paths:
        name = path.name.split(".")[0]
        treebank = name.split("-")[0] if path.suffix == ".gz" else f"{name[:2]}_own"
        sentences = treebank_sentences(path) if path.suffix == ".gz" else own_sentences(path)
        n = words = 0
        for n, sentence in enumerate(sentences, 1):
            parts["dev" if n % HELD_BACK == 0 else "train"].append(packed(sentence, name[:2], treebank))
            words += len(sentence)
        print(f"{name}: {n} sentences, {words} words")
    Path(out).mkdir(parents=True, exist_ok=True)
    for part, sentences_ in parts.items():
        srsly.write_msgpack(Path(out, f"{part}.msgpack"), sentences_)


if __name__ == "__main__":
    main(*sys.argv[1:])
