"""Make ``data/lemmas/<language>.tsv``: the inflected forms of the words that the project's data ask for.

    python -m training.lemmas.build

For every word that the lexicon, the role nouns or the grammar name, the forms that simplemma's dictionaries
(MIT) give it, and for German those of its strong verbs: small enough to load at once, where the whole
dictionaries take most of a second. To be run again when words are added.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from dragoman.knowledge.actors.load import actors
from dragoman.knowledge.files import DATA, read_text
from dragoman.knowledge.grammar import grammar

LANGUAGES = ("de", "en", "es", "fr")


def vocabulary(language: str) -> set[str]:
    """Every word that the data of a language asks for, in lower case."""
    text = "\n".join(line.split("#")[0] for line in read_text(DATA / "lexicon" / f"{language}.yaml").splitlines())
    words = set(re.findall(r"[^\W\d_]+", text.lower()))
    words |= {word for role in actors(language).roles for word in re.findall(r"[^\W\d_]+", role)}
    words |= grammar(language).former | grammar(language).counterparts
    # A separated verb is found by its bare part ("lehnte … ab"), a compound by its last.
    return words | {word[i:] for word in words for i in range(1, len(word) - 3)} if grammar(language).compounds else words


def forms(language: str) -> Iterator[tuple[str, str]]:
    """Form and dictionary form of the words in question, in alphabetical order."""
    wanted = vocabulary(language)
    dictionary = DefaultDictionaryFactory().get_dictionary(language)
    pairs = {(form.lower(), str(dictionary[form]).lower()) for form in dictionary} | set(strong(language, wanted))
    for form, lemma in sorted(pairs):
        if form != lemma and lemma in wanted and form.isalpha():
            yield form, lemma


def strong(language: str, wanted: set[str]) -> Iterator[tuple[str, str]]:
    """The forms of strong verbs and of the verbs made from them, where a table of their stems is there.

    >>> {("vernommen", "vernehmen"), ("festnahm", "festnehmen")} <= set(strong("de", {"vernehmen", "festnehmen"}))
    True
    """
    table = Path(__file__).with_name(f"strong.{language}.tsv")
    rows = table.read_text(encoding="utf-8").splitlines()[1:] if table.exists() else []
    for infinitive, preterite, participle, third in (row.split("\t") for row in rows):
        for lemma in (word for word in wanted if word.endswith(infinitive)):
            prefix = lemma.removesuffix(infinitive)
            stems = [participle, participle.removeprefix("ge")] if prefix else [participle]
            found = [third, preterite, preterite + ("n" if preterite.endswith("e") else "en")]
            found += [stem + ending for stem in stems for ending in ("", "e", "en", "em", "er", "es")]
            yield from ((prefix + form, lemma) for form in found)


def main() -> None:
    """Writes the tables and prints their sizes."""
    for language in LANGUAGES:
        rows = list(forms(language))
        (DATA / "lemmas" / f"{language}.tsv").write_text("form\tlemma\n" + "".join(f"{form}\t{lemma}\n" for form, lemma in rows), encoding="utf-8")
        print(language, len(rows), "forms")


if __name__ == "__main__":
    main()
