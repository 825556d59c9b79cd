import pytest

from dragoman.sentences.lemmas import lemmas


@pytest.mark.parametrize(
    ("language", "word", "pos", "lemma"),
    [
        ("de", "festgenommen", "VERB", "festnehmen"),
        ("de", "verhängten", "VERB", "verhängen"),
        ("de", "Militärschläge", "NOUN", "militärschlag"),
        ("en", "shot", "VERB", "shoot"),
        ("en", "struck", "VERB", "strike"),
        ("es", "detuvieron", "VERB", "detener"),
        ("es", "reunirse", "VERB", "reunir"),
        ("es", "reuniones", "NOUN", "reunión"),
        ("fr", "condamnées", "VERB", "condamner"),
        ("fr", "promis", "VERB", "promettre"),
        ("fr", "menacent", "VERB", "menacer"),
    ],
)
def test_the_dictionary_form_is_among_the_lemmas(language: str, word: str, pos: str, lemma: str) -> None:
    assert lemma in lemmas(word, pos, language)
