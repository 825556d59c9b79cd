"""The documents say what is there: commands, options, JSON keys, packages, make targets, links."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import dragoman
from dragoman.knowledge.actors.importing import FIELDS as FIELDS_OF_IMPORT
from dragoman.knowledge.actors.tables import COLUMNS, LANGUAGE_COLUMNS
from dragoman.knowledge.files import DATA
from dragoman.knowledge.lexicon import FIELDS, WORD_LISTS

ROOT = Path(__file__).parents[1]


def read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def test_the_two_commands_stand_at_the_top_of_the_readme() -> None:
    assert read("README.md").index("make demo") < read("README.md").index("make test") < 800


def test_no_placeholder_is_left() -> None:
    for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *DATA.rglob("*.md")]:
        assert not re.search(r"@[A-Z]+@", path.read_text(encoding="utf-8")), path


def test_every_option_of_read_is_documented() -> None:
    text = subprocess.run([sys.executable, "-c", "from dragoman.cli import run; run()", "read", "--help"], capture_output=True, text=True, check=True).stdout
    options = set(re.findall(r"--[a-z]+", text)) - {"--help"}
    documents = read("README.md") + read("docs/json.md")
    assert options
    assert {option for option in options if option not in documents} == set()


def test_every_key_of_the_json_is_documented() -> None:
    article = dragoman.article_from_text("Russia condemned the French government on Monday.")
    record = dragoman.event_record(article, dragoman.code(article)[0], why=True)
    text = read("docs/json.md")
    assert [key for key in record if f"`{key}`" not in text] == []


def test_every_field_and_word_list_of_the_lexicon_is_documented() -> None:
    text = read("docs/lexicon.md")
    assert [name for name in (*FIELDS, *WORD_LISTS) if f"`{name}`" not in text] == []


def test_every_actor_table_and_its_columns_are_documented() -> None:
    text = read("docs/actors.md")
    for table, columns in [*COLUMNS.items(), *LANGUAGE_COLUMNS.items()]:
        assert f"{table}.tsv`" in text, table
        assert " ".join(columns) in text, table


def test_every_column_of_an_import_is_documented() -> None:
    text = read("docs/actors.md")
    assert [field for field in FIELDS_OF_IMPORT if f"`{field}`" not in text] == []


def test_every_dependency_is_justified() -> None:
    project = tomllib.loads(read("pyproject.toml"))
    packages = [re.split(r"[<>=]", item)[0] for item in (*project["project"]["dependencies"], *project["dependency-groups"]["dev"])]
    text = read("docs/dependencies.md")
    assert [name for name in packages if name not in text] == []


def test_links_in_the_documents_lead_somewhere() -> None:
    for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *DATA.rglob("*.md")]:
        for target in re.findall(r"\]\((?!http)([^)#]+)\)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path}: {target}"


def test_every_data_file_has_a_source() -> None:
    text = (DATA / "SOURCES.md").read_text(encoding="utf-8")
    named = ("ontology.yaml", "lexicon", "contexts.yaml", "grammar", "countries.tsv", "roles.tsv", "lookalikes.tsv", "function_words.yaml")
    named += ("people.tsv", "terms.tsv", "organisations.tsv", "groups.tsv", "institutions.tsv", "parties.tsv", "parser.npz")
    assert [name for name in named if name not in text] == []


def test_the_public_names_are_all_there() -> None:
    assert sorted(dragoman.__all__) == dragoman.__all__
    assert all(hasattr(dragoman, name) for name in dragoman.__all__)
