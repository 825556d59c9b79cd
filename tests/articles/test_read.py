import json
from pathlib import Path

import pytest

from dragoman.articles.read import Given, article_from_text, read_articles
from dragoman.errors import InputError, LanguageError, UsageError
from dragoman.types import Article

GERMAN = "Die Außenministerin reiste am Montag nach Warschau, um mit ihrem polnischen Kollegen über die Grenze zu sprechen."
FRENCH = "Le président français a reçu lundi à l'Élysée la présidente moldave pour parler de la sécurité du pays."
HTML = f"""<!DOCTYPE html><html lang="fr"><head><title>Visite à Paris</title>
<meta property="article:published_time" content="2024-03-07T10:00:00+01:00"><meta property="og:site_name" content="Le Journal"></head>
<body><nav><a href="/">Accueil</a></nav><article><h1>Visite à Paris</h1><p>{FRENCH}</p><p>Les deux dirigeants ont signé un accord sur la formation des douaniers,
selon un communiqué publié dans la soirée par le ministère des Affaires étrangères.</p></article><footer>Mentions légales</footer></body></html>"""


def only(source: Path, **options: str) -> Article:
    [article] = read_articles(str(source), **options)
    assert isinstance(article, Article)
    return article


def test_plain_text_goes_in_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(("  \r\n" + GERMAN + "\r\n").encode())
    assert only(path).text == "  \r\n" + GERMAN + "\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_found(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(FRENCH.encode(encoding))
    assert "à l'Élysée" in only(path).text


def test_html_gives_text_title_date_language_and_outlet(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(HTML, encoding="utf-8")
    article = only(path)
    assert (article.title, article.published, article.language, article.outlet) == ("Visite à Paris", "2024-03-07", "fr", "Le Journal")
    assert "Mentions légales" not in article.text
    assert "Accueil" not in article.text


def test_jsonl_gives_many_articles_and_reports_the_bad_one(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join([json.dumps({"text": GERMAN, "date": "2024-05-06"}), "{broken", json.dumps({"text": FRENCH})]), encoding="utf-8")
    first, bad, last = read_articles(str(path))
    assert isinstance(first, Article)
    assert first.published == "2024-05-06"
    assert isinstance(bad, InputError)
    assert f"{path}:2" in str(bad)
    assert isinstance(last, Article)
    assert last.language == "fr"


def test_options_override_what_the_text_says(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(GERMAN, encoding="utf-8")
    article = only(path, language="en", date="2020-02-03")
    assert (article.language, article.published) == ("en", "2020-02-03")


def test_a_dateline_gives_the_date() -> None:
    assert article_from_text("Berlin, 6. Mai 2024\n" + GERMAN).published == "2024-05-06"


def test_a_declared_language_yields_to_a_clear_text() -> None:
    assert article_from_text(FRENCH * 3, given=Given(language="en")).language == "fr"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"\x7fELF\x02\x01\x01" + bytes(200), "binary"),
        (b"%PDF-1.7 text", "binary"),
        (b"12345 67890 !!", "no words"),
        (b"\xff\xfe\x00", "encoding is broken"),
        ("Der Präsident fährt über die Brücke".encode() + b"\xff\xe4 nach Norden", "damaged bytes"),
        (b"Der Pr\x81sident f\x8dhrt weg", "encoding is broken"),
        (b"<html><body></body></html>", "no article text"),
    ],
)
def test_bad_input_is_one_clear_error(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(InputError, match=says):
        list(read_articles(str(path)))


def test_a_huge_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"word " * 10_000_000)
    with pytest.raises(InputError, match="50 MB"):
        list(read_articles(str(path)))


def test_another_language_is_named() -> None:
    with pytest.raises(LanguageError, match="Italian"):
        article_from_text(
            "Il presidente della Repubblica ha incontrato ieri a Roma il ministro degli Esteri per discutere della crisi e degli aiuti che il governo vuole inviare."
        )


@pytest.mark.parametrize("options", [{"language": "xx"}, {"date": "13.01.2026"}, {"date": "2026-13-01"}])
def test_wrong_options_are_usage_errors(tmp_path: Path, options: dict[str, str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(GERMAN, encoding="utf-8")
    with pytest.raises(UsageError):
        list(read_articles(str(path), **options))


def test_a_missing_file_and_a_folder_say_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        list(read_articles(str(tmp_path / "none.txt")))
    with pytest.raises(InputError, match="is a folder"):
        list(read_articles(str(tmp_path)))


def test_odd_records_do_not_end_the_run(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    records = [
        json.dumps({"text": GERMAN, "date": "2024-05-07 10:00:00"}),
        json.dumps({"text": FRENCH + "\u2028" + FRENCH, "date": "Tue, 07 May 2024 10:00:00 GMT"}, ensure_ascii=False),
        '{"text": "half \\ud83d"}',
        "[" * 100_000,
        json.dumps({"text": FRENCH, "date": "soon"}),
    ]
    path.write_text("\n".join(records), encoding="utf-8")
    first, second, half, deep, last = read_articles(str(path))
    assert isinstance(first, Article)
    assert first.published == "2024-05-07"
    assert isinstance(second, Article)
    assert second.published == "2024-05-07"
    assert isinstance(half, InputError)
    assert isinstance(deep, InputError)
    assert isinstance(last, Article)
    assert last.published is None


def test_a_date_in_the_story_is_not_the_date_of_the_article() -> None:
    assert (
        article_from_text("Ein Rückblick\nAm 24. Februar 2022 überfiel Russland die Ukraine, und seither ist Krieg in Europa, wie jeder weiß.").published
        is None
    )


@pytest.mark.parametrize("given", [Given(published="13.01.2026"), Given(published="0001-01-01"), Given("it", language_is_sure=True)])
def test_what_a_program_gives_is_checked(given: Given) -> None:
    with pytest.raises(UsageError):
        article_from_text(GERMAN, given=given)


def test_a_text_that_opens_like_an_old_file_mark_is_a_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("MZ-Interview: " + GERMAN, encoding="utf-8")
    assert only(path).language == "de"


def test_many_articles_may_be_more_than_one(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    record = json.dumps({"text": GERMAN + " " * 900_000})
    path.write_text("\n".join([record] * 25), encoding="utf-8")
    assert sum(isinstance(article, Article) for article in read_articles(str(path))) == 25
