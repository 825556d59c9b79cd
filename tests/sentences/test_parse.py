from pathlib import Path

import pytest

from dragoman.articles.read import read_articles
from dragoman.sentences.parse import network, parse
from dragoman.types import Article, Span

EXAMPLES = Path(__file__).parents[2] / "examples"


def article(text: str, language: str) -> Article:
    return Article("a", text, language, body=(Span(0, len(text)),))


@pytest.mark.parametrize(
    ("language", "text", "word", "dep", "head"),
    [
        ("de", "Den Botschafter bestellte das Außenministerium noch am Abend ein.", "Außenministerium", "nsubj", "bestellte"),
        ("de", "Den Botschafter bestellte das Außenministerium noch am Abend ein.", "Botschafter", "obj", "bestellte"),
        ("de", "Die Verhandlungen wurden von der Opposition abgebrochen.", "Opposition", "obl:agent", "abgebrochen"),
        ("en", "The strikes that Israel launched on Friday killed two officers.", "strikes", "nsubj", "killed"),
        ("en", "Two officers were killed by rebels.", "officers", "nsubj:pass", "killed"),
        ("es", "Según la agencia, el ejército detuvo a dos ministros.", "ministros", "obj", "detuvo"),
        ("es", "Dos ministros fueron detenidos por el ejército.", "ejército", "obl:agent", "detenidos"),
        ("fr", "Lundi, Paris a rappelé son ambassadeur à Alger.", "Paris", "nsubj", "rappelé"),
        ("fr", "Le président, que l'armée a renversé mardi, est en exil.", "armée", "nsubj", "renversé"),
    ],
)
def test_who_does_what(language: str, text: str, word: str, dep: str, head: str) -> None:
    [sentence] = parse(article(text, language))
    token = next(t for t in sentence.tokens if t.text == word)
    assert (token.dep, sentence.tokens[token.head].text) == (dep, head)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_a_sentence_is_parsed_alike_alone_and_among_others(path: Path) -> None:
    [found] = read_articles(str(path))
    assert isinstance(found, Article)
    sentences = parse(found)
    raw = [([t.text for t in s.tokens], [a.span.end < b.span.start for a, b in zip(s.tokens, s.tokens[1:], strict=False)] + [False]) for s in sentences]
    together = network().parse(raw, found.language)
    assert together == [network().parse([one], found.language)[0] for one in raw]
    assert together == list(reversed(network().parse(raw[::-1], found.language)))


@pytest.mark.parametrize("text", ["a", "…", "?!", "§ 12", "\u200b", "x" * 3000, "ja " * 900, "日本 и Россия"])
def test_odd_text_is_parsed(text: str) -> None:
    for language in ("de", "en", "es", "fr"):
        for sentence in parse(article(text, language)):
            assert sum(t.head == t.i for t in sentence.tokens) == 1


def test_separated_particles_are_joined_to_their_verb() -> None:
    [sentence] = parse(article("Die Regierung lehnte den Vorschlag der Rebellen am Montag ab.", "de"))
    assert "ablehnen" in next(t.lemmas for t in sentence.tokens if t.text == "lehnte")
