"""The commands as a user types them, in a process of their own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
RUSSIAN = "Президент России встретился в понедельник с министром иностранных дел и обсудил с ним вопросы безопасности в регионе."


def dragoman(*arguments: str, data: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", "from dragoman.cli import run; run()", *arguments],
        input=data,
        capture_output=True,
        timeout=120,
        cwd=ROOT,
        env={**os.environ, **environment},
        check=False,
    )


def test_piped_events_are_json_lines() -> None:
    done = dragoman("read", "-", "--date", "2024-05-07", data=b"Russia accused the Ukrainian army of shelling the city on Monday.")
    event = json.loads(done.stdout.splitlines()[0])
    assert done.returncode == 0
    assert list(event) == [
        "id", "type", "quad", "mode", "contexts", "intensity", "actors", "recipients", "date", "place", "status", "said_by",
        "quote", "scope", "confidence", "mentions", "article",
    ]  # fmt: skip
    assert (event["type"], event["quad"], event["date"]) == ("ACCUSE", "VK", "2024-05-06")


def test_why_adds_the_trace() -> None:
    done = dragoman("read", "-", "--why", data=b"Russia condemned the French government on Monday.")
    assert {step["stage"] for step in json.loads(done.stdout)["trace"]} >= {"lexicon", "sides"}


def test_the_table_shows_type_sides_and_words() -> None:
    done = dragoman("read", "examples/en.txt", "--format", "pretty", "--why", COLUMNS="120")
    text = done.stdout.decode()
    assert done.returncode == 0
    assert "CONSULT" in text
    assert "USA.GOV" in text
    assert "lexicon" in text


@pytest.mark.parametrize("hash_seed", ["0", "1"])
def test_output_does_not_depend_on_hashing(hash_seed: str) -> None:
    done = dragoman("read", *(f"examples/{code}.txt" for code in ("de", "en", "es", "fr")), "--why", PYTHONHASHSEED=hash_seed)
    again = dragoman("read", *(f"examples/{code}.txt" for code in ("de", "en", "es", "fr")), "--why", PYTHONHASHSEED="7")
    assert done.stdout == again.stdout
    assert done.stdout


@pytest.mark.parametrize(
    ("arguments", "data", "code", "says"),
    [
        (["read", "-"], b"", 1, "is empty"),
        (["read", "-"], b"\x7fELF" + bytes(500), 1, "binary"),
        (["read", "-"], RUSSIAN.encode(), 1, "Russian"),
        (["read", "none.txt"], b"", 1, "no such file"),
        (["read", "http://127.0.0.1:9/"], b"", 1, "cannot be fetched"),
        (["read", "-", "--language", "it"], b"text", 2, "is not one of"),
        (["read", "-", "--date", "yesterday"], b"text", 2, "no ISO date"),
        (["read", "-", "--format", "xml"], b"text", 2, "xml"),
        (["read"], b"", 2, "Missing argument"),
    ],
)
def test_bad_input_is_one_line_and_an_exit_code(arguments: list[str], data: bytes, code: int, says: str) -> None:
    done = dragoman(*arguments, data=data)
    message = done.stderr.decode()
    assert done.returncode == code
    assert says in message
    assert "Traceback" not in message
    assert done.stdout == b""


def test_one_bad_input_does_not_lose_the_others() -> None:
    done = dragoman("read", "none.txt", "examples/en.txt")
    assert done.returncode == 0
    assert b"no such file" in done.stderr
    assert done.stdout
