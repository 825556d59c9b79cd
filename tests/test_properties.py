"""What holds for any text: offsets give the evidence, and the same bytes give the same events."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman import Given, article_from_text, code, event_line
from dragoman.errors import InputError

SAMPLES = {
    "de": """Die mexikanische Präsidentin traf Donald Trump in Berlin am Montag . „ Russland griff die Ukraine an “ sagte US-Außenminister
        nicht wird verhaftet 8. Januar , der Festnahme Maduros durch""",
    "en": """The president of Mexico met Donald Trump in Washington on Monday . said “ that Russia attacked Ukraine ” Israel's army arrested
        protesters not will U.S. 3 May 2024 , who accused him of it""",
    "es": """La presidenta mexicana se reunió con Donald Trump en Bogotá el lunes . « Rusia atacó Ucrania » dijo no será detenido 8 de enero ,
        que condenó al ejército israelí""",
    "fr": """Le président français a rencontré Donald Trump à Paris lundi . « La Russie a attaqué l' Ukraine » selon ne pas sera arrêté
        8 janvier , qui a condamné l' armée israélienne""",
}
WORDS = {language: sample.split() for language, sample in SAMPLES.items()}
SLOW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
languages = st.sampled_from(sorted(WORDS))


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str]:
    language = draw(languages)
    words = draw(st.lists(st.sampled_from([*WORDS[language], "\n", "…", "😀", "é̄"]), min_size=1, max_size=60))
    return language, " ".join(words)


def lines(language: str, text: str) -> list[str]:
    try:
        article = article_from_text(text, given=Given(language=language, published="2024-05-06", language_is_sure=True))
    except InputError:
        return []
    return [event_line(article, event, why=True) for event in code(article)]


@SLOW
@given(texts())
def test_offsets_reproduce_the_words(sample: tuple[str, str]) -> None:
    language, text = sample
    for line in lines(language, text):
        event = json.loads(line)
        for part in (*event["mentions"], *event["actors"], *event["recipients"], *event["said_by"]):
            assert text[part["start"] : part["end"]] == part["text"]
        assert event["mentions"]


@SLOW
@given(texts())
def test_same_bytes_in_same_events_out(sample: tuple[str, str]) -> None:
    assert lines(*sample) == lines(*sample)


@SLOW
@given(st.text(max_size=300), languages)
def test_no_text_breaks_the_program(text: str, language: str) -> None:
    lines(language, text)
