from dragoman.articles.cleaning import body

PAGE = """Minister treffen sich in Oslo
Die Außenminister beider Länder trafen sich am Montag zu einem langen Gespräch in Oslo.
Streit um Fischerei
Im Mittelpunkt stand nach Angaben der Regierung der Streit um die Fangquoten im Norden.
Ein Ergebnis wollten beide Seiten am Abend noch nicht bekannt geben.
Gold jetzt sichern: der große Ratgeber
Keine Anmeldung erforderlich • Kostenlos
Ihre Experten im Webinar:
Max Beispiel
Der Edelmetall-Kenner
Jetzt gewinnen
- Startseite
- Wirtschaft
- Politik"""


def kept(text: str, language: str = "de") -> list[str]:
    return [span.of(text) for span in body(text, language)]


def test_advertising_and_breadcrumbs_behind_the_article_are_dropped() -> None:
    assert kept(PAGE) == PAGE.splitlines()[:5]


def test_headings_inside_the_article_stay() -> None:
    assert "Streit um Fischerei" in kept(PAGE)


def test_related_articles_are_dropped() -> None:
    text = "The two ministers met in Oslo on Monday to discuss the fishing quotas.\nRelated articles\nThe army shelled the border town again on Sunday night, officials said."
    assert kept(text, "en") == [text.splitlines()[0]]


def test_navigation_before_the_article_is_dropped() -> None:
    text = "Inicio | Política | Deportes\nSuscríbete\nEl ministro viajó ayer a Lima para hablar con su homólogo peruano sobre la frontera."
    assert kept(text, "es") == [text.splitlines()[2]]


def test_lines_broken_at_a_fixed_width_stay_together() -> None:
    text = "The foreign ministers of both countries met in Oslo on Monday\nto discuss the fishing quotas in the north\nand the price of salmon.\n\nA second meeting is to follow in the\nspring, the government said."
    assert len(kept(text, "en")) == 2


def test_a_text_of_headings_only_keeps_what_is_no_navigation() -> None:
    assert kept("Gipfel in Genf gescheitert") == ["Gipfel in Genf gescheitert"]


def test_a_single_short_sentence_is_an_article() -> None:
    assert kept("Alemania prometió a Ucrania más tanques.", "es") == ["Alemania prometió a Ucrania más tanques."]


def test_ordinary_words_do_not_make_a_paragraph_advertising() -> None:
    text = PAGE.splitlines()[1] + "\n" + "Mehr als 40 Experten haben jetzt das Angebot unterzeichnet.\n" + PAGE.splitlines()[3]
    assert len(kept(text)) == 3
