"""What ``actors check`` finds: nothing in the shipped tables, and every kind of fault in tables made for it."""

from pathlib import Path

import pytest

from dragoman.errors import DataError
from dragoman.knowledge.actors.check import check
from dragoman.knowledge.actors.tables import COLUMNS

PEOPLE = ["Ada Muster\tf\t", "Bea Probe\tf\t"]
TERMS = ["Ada Muster\tNOR.GOV\tpresident\t2010\t2014-05-01", "Bea Probe\tNOR.GOV\tpresident\t2014-05-01\t"]


def tables(folder: Path, **rows: list[str]) -> Path:
    for table, lines in rows.items():
        (folder / f"{table}.tsv").write_text("\n".join(["\t".join(COLUMNS[table]), *lines]) + "\n", encoding="utf-8")
    return folder


def test_the_shipped_tables_are_clean() -> None:
    assert check() == []


def test_clean_tables_of_ones_own_are_clean(tmp_path: Path) -> None:
    assert check(tables(tmp_path, people=PEOPLE, terms=TERMS)) == []


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        (
            {"people": PEOPLE, "terms": [TERMS[0], TERMS[1].replace("2014-05-01", "2012-03-01")]},
            "terms.tsv:3: Bea Probe is president of NOR from 2012-03-01 on",
        ),
        ({"people": PEOPLE[:1], "terms": TERMS}, 'terms.tsv:3: "Bea Probe" is not in people.tsv'),
        ({"people": PEOPLE, "terms": TERMS[:1]}, 'people.tsv:3: "Bea Probe" is not in terms.tsv'),
        ({"people": [PEOPLE[0], "Bea Probe\tf\tAda Muster"], "terms": TERMS}, 'people.tsv:3: "Ada Muster" names Bea Probe and Ada Muster'),
        ({"people": PEOPLE[::-1], "terms": TERMS}, "people.tsv:3: out of order"),
        ({"people": [*PEOPLE, PEOPLE[1]], "terms": TERMS}, "people.tsv:4: the same line twice"),
        ({"people": PEOPLE, "terms": [TERMS[0].replace("2010", "2015"), TERMS[1]]}, "terms.tsv:2: ends on 2014-05-01, before it begins on 2015"),
        ({"groups": ["Band\tNOR.CRM\t\t"], "group_names": ["Band\t*\tB1", "Gang\t*\tG1"]}, '"Gang" is not in groups.tsv'),
        ({"groups": ["A\tNOR.CRM\t\t", "B\tNOR.CRM\t\t"], "group_names": ["A\t*\tX-Bande", "B\tde\tX-Bande"]}, '"X-Bande" names B and, in line 2, A'),
        ({"groups": ["A\tNOR.CRM\t\t", "A\tNOR.UAF\t2020\t"], "group_names": ["A\t*\tX-Bande"]}, "A has two codes at once"),
    ],
)
def test_a_fault_is_found(tmp_path: Path, rows: dict[str, list[str]], finding: str) -> None:
    found = check(tables(tmp_path, **rows))
    assert any(finding in line for line in found), found


def test_what_is_shipped_names_a_group_in_every_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = {"groups": ["Band\tNOR.CRM\t\t"], "group_names": ["Band\tde\tBande Eins"]}
    assert check(tables(tmp_path, **own)) == []
    monkeypatch.setattr("dragoman.knowledge.actors.tables.ACTORS", tmp_path)
    assert any("Band has no name in en, es, fr" in line for line in check(tmp_path))


def test_an_unknown_sector_is_an_error_with_its_line(tmp_path: Path) -> None:
    tables(tmp_path, people=PEOPLE, terms=[TERMS[0].replace("GOV", "GOVT"), TERMS[1]])
    with pytest.raises(DataError, match=r'terms\.tsv:2: unknown sector "GOVT"; did you mean GOV\?'):
        check(tmp_path)


def test_a_wrong_header_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "people.tsv").write_text("name\tsex\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"people\.tsv:1: the header is"):
        check(tmp_path)
