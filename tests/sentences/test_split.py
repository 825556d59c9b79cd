import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.sentences.split import quoted, split
from dragoman.types import Article, Span


def sentences(text: str, language: str) -> list[str]:
    return [span.of(text) for span in split(Article("a", text, language, body=(Span(0, len(text)),)))]


CASES = [
    # language, text, expected, why
    ("de", "Am 8. Januar kam er. Am 9. Januar ging er.", ["Am 8. Januar kam er.", "Am 9. Januar ging er."], "ordinals"),
    ("de", "Es war im 21. Jahrhundert. Dr. Weber sprach mit Prof. Klein.", ["Es war im 21. Jahrhundert.", "Dr. Weber sprach mit Prof. Klein."], "titles"),
    ("de", "Die Zahl stieg auf 12. Die Polizei schwieg.", ["Die Zahl stieg auf 12.", "Die Polizei schwieg."], "a number may end a sentence"),
    ("de", "„Wir gehen.“ Dann schwieg sie.", ["„Wir gehen.“", "Dann schwieg sie."], "a quotation that ends"),
    ("de", "„Gehen wir?“, fragte er.", ["„Gehen wir?“, fragte er."], "a question inside a sentence"),
    ("en", "Gen. Smith met U.S. officials at 5 p.m. on Monday. He left.", ["Gen. Smith met U.S. officials at 5 p.m. on Monday.", "He left."], "abbreviations"),
    ("en", "George W. Bush spoke. Nobody listened!", ["George W. Bush spoke.", "Nobody listened!"], "initials"),
    ("en", "It cost $3.5 million. They paid.", ["It cost $3.5 million.", "They paid."], "decimals"),
    ("es", "El Sr. Pérez viajó a EE.UU. el lunes. ¿Volverá?", ["El Sr. Pérez viajó a EE.UU. el lunes.", "¿Volverá?"], "inverted marks"),
    ("es", "Lo dijo la Dra. Ruiz. «No habrá guerra.» Así terminó.", ["Lo dijo la Dra. Ruiz.", "«No habrá guerra.»", "Así terminó."], "guillemets"),
    ("fr", "M. Dupont a vu Mme Durand. Il est parti.", ["M. Dupont a vu Mme Durand.", "Il est parti."], "monsieur"),
    ("fr", "« Non », dit-il. « Jamais ! » Elle partit.", ["« Non », dit-il.", "« Jamais ! »", "Elle partit."], "spaced guillemets"),
]


@pytest.mark.parametrize(("language", "text", "expected", "why"), CASES, ids=[case[3] for case in CASES])
def test_sentences(language: str, text: str, expected: list[str], why: str) -> None:
    assert sentences(text, language) == expected


@given(st.text(alphabet=st.sampled_from("abcÄß .!?„“\"'\n08éñ"), max_size=200), st.sampled_from(["de", "en", "es", "fr"]))
def test_sentences_cover_the_text_in_order(text: str, language: str) -> None:
    spans = split(Article("a", text, language, body=(Span(0, len(text)),) if text else ()))
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert "".join(s.of(text) for s in spans).replace(" ", "").replace("\n", "") == text.replace(" ", "").replace("\n", "")


def test_a_quotation_may_span_sentences() -> None:
    text = "Er sagte: „Nein. Niemals.“ Sie lachte."
    assert [s.of(text) for s in quoted(Article("a", text, "de"))] == ["„Nein. Niemals.“"]


def test_a_mark_left_open_is_passed_over() -> None:
    assert quoted(Article("a", 'He said "no and left.', "en")) == []


def test_a_text_without_stops_is_cut() -> None:
    text = "word " * 2000
    assert max(len(s) for s in sentences(text, "en")) <= 1500


def test_an_apostrophe_does_not_close_a_quotation() -> None:
    text = "‘We don’t accept this,’ he said."
    assert [s.of(text) for s in quoted(Article("a", text, "en"))] == ["‘We don’t accept this,’"]


def test_long_rows_of_dots_take_no_time() -> None:
    assert len(sentences("Chapter one " + "." * 100_000 + " 12", "en")) > 1
