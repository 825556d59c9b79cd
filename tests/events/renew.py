"""Write down which cases of the table are missed today: ``python -m tests.events.renew``. Read the diff before you commit it."""

from dragoman.knowledge.grammar import LANGUAGES
from tests.events.cases import FOLDER, code_case, problems, read_cases


def main() -> None:
    missed = [case.name for language in LANGUAGES for case in read_cases(language) if problems(case, code_case(case))]
    (FOLDER / "known_misses.txt").write_text("".join(f"{name}\n" for name in missed), encoding="utf-8")
    print(f"{len(missed)} cases are missed")


if __name__ == "__main__":
    main()
