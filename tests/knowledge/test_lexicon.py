from pathlib import Path

import pytest

from dragoman.errors import DataError
from dragoman.knowledge.grammar import LANGUAGES
from dragoman.knowledge.lexicon import lexicon, read_lexicon
from dragoman.knowledge.ontology import ontology

GOOD = "words:\n  by: [by]\nCOERCE arrest:\n  - {verb: arrest}\n  - {noun: arrest, from: [by], to: [gen]}\n"


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "xx.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_entry_is_read_with_its_defaults(tmp_path: Path) -> None:
    verb, noun = read_lexicon(written(tmp_path, GOOD)).entries("arrest")
    assert (verb.from_slots, verb.to_slots, verb.needs) == (("subj",), ("obj", "iobj"), "from")
    assert (noun.from_slots, noun.to_slots, noun.mode, noun.line) == (("by",), ("gen",), "arrest", 5)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (GOOD.replace("COERCE", "COERCEE"), 'xx.yaml:3: unknown type "COERCEE"; did you mean COERCE'),
        (GOOD.replace("COERCE arrest", "COERCE arest"), 'xx.yaml:3: unknown mode "arest" of COERCE; did you mean arrest'),
        (GOOD.replace("{verb: arrest}", "{verb: arrest, wiht: [x]}"), 'xx.yaml:4: unknown field "wiht"; did you mean with'),
        (GOOD.replace("{verb: arrest}", "{verb: arrest, from_is: [MLI]}"), 'xx.yaml:4: unknown sector "MLI"; did you mean MIL'),
        (GOOD.replace("{verb: arrest}", "{to: [obj]}"), "xx.yaml:4: an entry opens with its head"),
        (GOOD.replace("by: [by]", "bye: [by]"), 'unknown word list "bye"; did you mean by'),
        (GOOD.replace("{verb: arrest}", "{verb: arrest, with: [x}"), "xx.yaml:4: no valid YAML"),
        (GOOD.replace("- {verb: arrest}", "- verb: arrest"), "xx.yaml:4: one entry a line"),
    ],
)
def test_errors_name_file_line_and_remedy(tmp_path: Path, wrong: str, message: str) -> None:
    with pytest.raises(DataError) as error:
        read_lexicon(written(tmp_path, wrong)).check()
    assert message in str(error.value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_has_verbs_and_nouns_in_every_language(language: str) -> None:
    entries = lexicon(language).check()
    for pos in ("verb", "noun"):
        assert {entry.type for entry in entries if entry.pos == pos} == set(ontology().types)
