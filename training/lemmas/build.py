"""Make ``data/lemmas/<language>.tsv``: the inflected forms of the words that the project's data ask for.

    python -m training.lemmas.build

For every word that the lexicon, the role nouns or the grammar name, the forms that simplemma's dictionaries
(MIT) give it: small enough to load at once, where the whole dictionaries take most of a second. To be run again
when words are added.
"""

import re
from collections.abc import Iterator

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from dragoman.knowledge.actors import actors
from dragoman.knowledge.files import DATA, read_text
from dragoman.knowledge.grammar import grammar

LANGUAGES = ("en", "es", "fr")


def vocabulary(language: str) -> set[str]:
    """Every word that the data of a language asks for, in lower case."""
    text = "\n".join(line.split("#")[0] for line in read_text(DATA / "lexicon" / f"{language}.yaml").splitlines())
    words = set(re.findall(r"[^\W\d_]+", text.lower()))
    words |= {word for role in actors(language).roles for word in re.findall(r"[^\W\d_]+", role)}
    return words | grammar(language).former | grammar(language).counterparts


def forms(language: str) -> Iterator[tuple[str, str]]:
    """Form and dictionary form of the words in question, in alphabetical order."""
    wanted = vocabulary(language)
    dictionary = DefaultDictionaryFactory().get_dictionary(language)
    for form, lemma in sorted({(form.lower(), str(dictionary[form]).lower()) for form in dictionary}):
        if form != lemma and lemma in wanted and form.isalpha():
            yield form, lemma


def main() -> None:
    """Writes the tables and prints their sizes."""
    for language in LANGUAGES:
        rows = list(forms(language))
        (DATA / "lemmas" / f"{language}.tsv").write_text("form\tlemma\n" + "".join(f"{form}\t{lemma}\n" for form, lemma in rows), encoding="utf-8")
        print(language, len(rows), "forms")


if __name__ == "__main__":
    main()
