"""Facts of one's own: from tables and from Wikidata's JSON, and how they win over what is shipped."""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.knowledge.actors.importing import import_facts
from dragoman.knowledge.actors.overlay import Facts, read_own, write_own

CSV = """name,code,office,since,until,gender,aliases
Ada Muster,NOR.GOV,president,2030-01-01,,f,Ada M. Muster|Ada Mustér
Bea Probe,NOR.GOVT,minister,,,f,
Cid Beispiel,NOR.MIL,army_chief,31.12.2029,,,
,NOR.GOV,,,,,
"""


def imported(tmp_path: Path, text: str, name: str = "facts.csv") -> tuple[Facts, list[str]]:
    (tmp_path / name).write_text(text, encoding="utf-8")
    facts = Facts()
    return facts, import_facts(tmp_path / name, facts).refused


def test_good_rows_are_taken_and_bad_ones_refused_with_their_line(tmp_path: Path) -> None:
    facts, refused = imported(tmp_path, CSV)
    assert facts.rows["people"] == {("Ada Muster", "f", "Ada M. Muster|Ada Mustér")}
    assert facts.rows["terms"] == {("Ada Muster", "NOR.GOV", "president", "2030-01-01", "")}
    assert [line.split("facts.csv:")[1] for line in refused] == [
        '3: unknown sector "GOVT"; did you mean GOV?',
        '4: date "31.12.2029" is no ISO date; write 2026-01-13, 2026-01 or 2026',
        "5: no name",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nome,code\n", 'facts.csv:1: unknown column "nome"; did you mean name?'),
        ("name,office\n", 'facts.csv:1: no column "code"'),
        ("{", "facts.csv:1: no valid JSON"),
        ('{"a": 1}', "neither an answer of the Wikidata Query Service nor exported Wikidata entities"),
    ],
)
def test_a_file_that_cannot_be_used_at_all_is_one_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError) as error:
        imported(tmp_path, text)
    assert message in str(error.value)


def test_a_file_that_is_no_text_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "facts.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="cannot be read as UTF-8"):
        import_facts(tmp_path / "facts.csv", Facts())


def test_groups_and_bodies_can_be_imported_too(tmp_path: Path) -> None:
    facts, refused = imported(tmp_path, "kind;name;code;aliases;language\ngroup;Muster Gang;NOR.CRM;Muster-Bande;de\norganisation;Musterbund;MB;;\n")
    assert not refused
    assert facts.rows["groups"] == {("Muster Gang", "NOR.CRM", "", "")}
    assert ("Muster Gang", "de", "Muster-Bande") in facts.rows["group_names"]
    assert facts.rows["organisations"] == {("MB", "*", "Musterbund", "", "")}


def binding(**values: str) -> dict[str, dict[str, str]]:
    return {key: {"type": "literal", "value": value} for key, value in values.items()}


def test_an_answer_of_the_query_service(tmp_path: Path) -> None:
    rows = [
        binding(personLabel="Ada Muster", positionLabel="Minister of Defence of Norway", start="2029-03-04T00:00:00Z", genderLabel="female"),
        binding(personLabel="Bea Probe", positionLabel="president", countryCode="NO", start="2030-01-01T00:00:00Z"),
        binding(personLabel="Dora Ejemplo", positionLabel="Minister of Finance", countryCode="DE", start="2030-01-01T00:00:00Z"),
        binding(personLabel="Cid Beispiel", positionLabel="keeper of the seals of nowhere", iso3="NOR"),
    ]
    facts, refused = imported(tmp_path, json.dumps({"head": {}, "results": {"bindings": rows}}), "facts.json")
    assert ("Ada Muster", "NOR.GOV", "defence_minister", "2029-03-04", "") in facts.rows["terms"]
    assert ("Bea Probe", "NOR.GOV", "president", "2030-01-01", "") in facts.rows["terms"]
    assert ("Dora Ejemplo", "DEU.GOV", "finance_minister", "2030-01-01", "") in facts.rows["terms"]
    assert len(refused) == 1
    assert "facts.json:record 4: " in refused[0]
    assert 'Cid Beispiel: the office "keeper of the seals of nowhere" is not known' in refused[0]


def test_exported_entities(tmp_path: Path) -> None:
    def snak(number: str) -> dict[str, object]:
        return {"datavalue": {"value": {"id": number}}}

    time = {"datavalue": {"value": {"time": "+2031-05-00T00:00:00Z", "precision": 10}}}
    person = {
        "labels": {"en": {"value": "Ada Muster"}, "es": {"value": "Ada Mústera"}},
        "aliases": {},
        "claims": {
            "P21": [{"mainsnak": snak("Q6581072")}],
            "P39": [{"mainsnak": snak("Q2"), "qualifiers": {"P580": [time]}}, {"mainsnak": snak("Q3")}],
        },
    }
    entities = {"Q1": person, "Q2": {"labels": {"en": {"value": "Prime Minister of Norway"}}}}
    facts, refused = imported(tmp_path, json.dumps({"entities": entities}), "facts.json")
    assert facts.rows["terms"] == {("Ada Muster", "NOR.GOV", "prime_minister", "2031-05", "")}
    assert facts.rows["people"] == {("Ada Muster", "f", "Ada Mústera")}
    assert "the office Q3 is not among the file's entities" in refused[0]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["labels", "claims", "aliases", "en", "P39", "P21", "mainsnak", "datavalue", "value", "id", "qualifiers", "P580", "time", "personLabel"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(["entities", "results"]), st.dictionaries(st.sampled_from(["Q1", "Q2", "bindings"]), JSON, max_size=3))
def test_no_json_breaks_the_import(key: str, content: dict[str, object]) -> None:
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(InputError):
        path = Path(folder, "facts.json")
        path.write_text(json.dumps({key: content}), encoding="utf-8")
        import_facts(path, Facts())


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80))
def test_no_table_breaks_the_import(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(InputError):
        path = Path(folder, "facts.csv")
        path.write_text("name,code\n" + text, encoding="utf-8")
        import_facts(path, Facts())


def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    done = dragoman(tmp_path, "check", str(tmp_path / "nowhere"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "no such folder" in done.stderr


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    facts, _ = imported(tmp_path, CSV)
    write_own(tmp_path / "own", facts)
    assert read_own(tmp_path / "own").rows["terms"] == facts.rows["terms"]
    again = read_own(tmp_path / "own")
    import_facts(tmp_path / "facts.csv", again)
    assert again.rows["people"] == facts.rows["people"]


def dragoman(own: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "DRAGOMAN_ACTORS": str(own)}
    command = [sys.executable, "-c", "from dragoman.cli import run; run()", "actors", *arguments]
    return subprocess.run(command, capture_output=True, env=environment, encoding="utf-8", timeout=120, check=False)


def test_ones_own_facts_win(tmp_path: Path) -> None:
    facts = tmp_path / "facts.csv"
    facts.write_text("name,code,office,since,until\nAngela Merkel,DEU.EDU,professor,2023-01-01,2024-01-01\n", encoding="utf-8")
    own = tmp_path / "own"
    assert json.loads(dragoman(own, "show", "Angela Merkel", "--on", "2023-06-01", "--format", "json").stdout)["code"] == "DEU.ELI"
    done = dragoman(own, "import", str(facts))
    assert done.returncode == 0
    assert "1 taken, 0 refused" in done.stdout
    shown = json.loads(dragoman(own, "show", "Merkel", "--on", "2023-06-01", "--format", "json").stdout)
    assert shown == {"name": "Angela Merkel", "code": "DEU.EDU", "office": "professor", "since": "2023-01-01", "until": "2024-01-01"}
    assert json.loads(dragoman(own, "show", "Angela Merkel", "--on", "2015-06-01", "--format", "json").stdout)["office"] == "chancellor"


def test_ones_own_facts_replace_what_is_shipped_of_a_name_a_group_or_an_office(tmp_path: Path) -> None:
    facts, own = tmp_path / "facts.csv", tmp_path / "own"
    facts.write_text(
        "name,code,office,since,until,kind\nJean Castex,JCX,,,,organisation\nHamas,PSE.GOV,,1987,,group\nIda Neu,FRA.GOV,president,2020-01-01,,person\n",
        encoding="utf-8",
    )
    assert dragoman(own, "import", str(facts)).returncode == 0
    assert json.loads(dragoman(own, "show", "Jean Castex", "--on", "2021-01-01").stdout)["code"] == "JCX"
    assert json.loads(dragoman(own, "show", "Islamic Resistance Movement", "--on", "2021-01-01", "--language", "en").stdout)["code"] == "PSE.GOV"
    assert dragoman(own, "check", str(own)).stdout == ""
    script = "from dragoman.knowledge.actors.load import holders; print([p.name for p in holders('FRA', frozenset({'president'}), '2021-01-01')])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, env={**os.environ, "DRAGOMAN_ACTORS": str(own)}, encoding="utf-8", check=True)
    assert done.stdout == "['Ida Neu']\n"


def test_a_table_that_is_no_utf8_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "people.tsv").write_bytes("name\tgender\taliases\nJosé Muestra\tm\t\n".encode("latin-1"))
    done = dragoman(tmp_path, "show", "Merkel")
    assert done.returncode == 2
    assert "people.tsv: is not UTF-8" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("code", ["XYZQ.GOV", "fra.GOV", ".GOV", "", "FRA."])
def test_what_is_no_code_is_refused(tmp_path: Path, code: str) -> None:
    _, refused = imported(tmp_path, f"name,code\nAda Muster,{code}\n")
    assert len(refused) == 1


@pytest.mark.parametrize("text", ["[" * 5000, '[{"personLabel": ' + "9" * 5000 + "}]"])
def test_json_beyond_measure_is_one_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError):
        imported(tmp_path, text, "facts.json")


def test_nobody_is_null(tmp_path: Path) -> None:
    done = dragoman(tmp_path / "own", "show", "Nobody Atall", "--format", "json")
    assert (done.returncode, done.stdout) == (0, "null\n")
    assert done.stderr.startswith('dragoman: nobody is known as "Nobody Atall"')


def test_the_shipped_tables_pass_the_check_command(tmp_path: Path) -> None:
    done = dragoman(tmp_path / "own", "check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
