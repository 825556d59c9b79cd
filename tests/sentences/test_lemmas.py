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
        ("es", "decirle", "VERB", "decir"),
        ("es", "entregárselo", "VERB", "entregar"),
        ("es", "acusándolo", "VERB", "acusar"),
        ("es", "pidiéndoles", "VERB", "pedir"),
        ("es", "expulsadas", "VERB", "expulsar"),
        ("es", "reuniones", "NOUN", "reunión"),
        ("fr", "condamnées", "VERB", "condamner"),
        ("fr", "soumises", "VERB", "soumettre"),
        ("fr", "convaincue", "VERB", "convaincre"),
        ("fr", "élue", "VERB", "élire"),
        ("fr", "dissous", "VERB", "dissoudre"),
        ("fr", "promis", "VERB", "promettre"),
        ("fr", "menacent", "VERB", "menacer"),
    ],
)
def test_the_dictionary_form_is_among_the_lemmas(language: str, word: str, pos: str, lemma: str) -> None:
    assert lemma in lemmas(word, pos, language)
