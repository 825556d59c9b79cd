"""Codes the development articles and prints the scores, overall and by language.

    python -m evaluation.scoreboard [--gold DIR] [--errors [NAME]]

The gold articles and their scorer lie outside the project; where they are missing, this says so and passes.
"""

import argparse
import importlib.util
import json
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.articles.read import Given, article_from_text
from dragoman.pipeline import code
from dragoman.types import Article, Event, Json, codes

GOLD = Path("../shared/gold")


@dataclass(frozen=True, slots=True)
class Coded:
    """A gold article and what the program made of it, in the scorer's form."""

    name: str
    language: str
    gold: Json
    article: Article
    events: list[Event]
    predicted: list[Json]


def load_scorer(folder: Path) -> Any:
    """The module ``score.py`` beside the gold articles."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None:
        sys.exit(f"{folder / 'score.py'}: cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def code_gold(path: Path) -> Coded:
    """Reads and codes one gold article."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    sentences: list[str] = gold["sentences"]
    article = article_from_text("\n".join(sentences), path.stem, Given(published=gold["published"]))
    starts, at = [], 0
    for sentence in sentences:
        starts.append(at)
        at += len(sentence) + 1
    events = code(article)
    predicted = [
        {
            "type": event.type,
            "actors": list(codes(event.actors)),
            "recipients": list(codes(event.recipients)),
            "status": event.status,
            "date": event.date,
            "mentions": sorted({max(i for i, s in enumerate(starts) if s <= span.start) for span in event.mentions}),
        }
        for event in events
    ]
    return Coded(path.stem, gold["language"], gold, article, events, predicted)


def board(coded: list[Coded], scorer: Any) -> dict[str, Any]:
    """The scorer's report for all articles and for each language."""
    total: dict[str, Counter[str]] = defaultdict(Counter)
    for item in coded:
        counts = scorer.score(item.gold["events"], item.predicted)
        total[item.language].update(counts)
        total["all"].update(counts)
    return {name: scorer.report(counts) for name, counts in sorted(total.items())}


def matched(item: Coded, scorer: Any) -> list[tuple[int, int, int]]:
    """Level, gold event and predicted event of each match, as the scorer pairs them: most agreement first."""
    gold = item.gold["events"]
    pairs = sorted(((scorer.agreement(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(item.predicted)), key=lambda x: (-x[0], x[1], x[2]))
    found: list[tuple[int, int, int]] = []
    for level, i, j in pairs:
        if level and not any(i == gi or j == pj for _, gi, pj in found):
            found.append((level, i, j))
    return found


def sides(coded: list[Coded], scorer: Any) -> Counter[str]:
    """How many sides the matched, undisputed events have, and how many of them have the right set of countries.

    Where the two sides of an act may be swapped or merged, they are right together or not at all.
    """
    counts: Counter[str] = Counter()
    for item in coded:
        for _, i, j in matched(item, scorer):
            gold, got = item.gold["events"][i], item.predicted[j]
            if gold.get("optional"):
                continue
            pairs = [(scorer.side(gold, name), scorer.side(got, name)) for name in ("actors", "recipients")]
            if gold["type"] in scorer.SYMMETRIC and got["type"] in scorer.SYMMETRIC:
                pairs = [(pairs[0][0] | pairs[1][0], pairs[0][1] | pairs[1][1])] * 2
            counts["sides"] += len(pairs)
            counts["right"] += sum(expected == found for expected, found in pairs)
    return counts


def print_board(report: dict[str, Any]) -> None:
    """One line a language."""
    print("language  found P/R/F1         typed P/R/F1         exact P/R/F1         status  date   gold  coded")
    for name, row in report.items():
        levels = "  ".join("/".join(f"{row[level][key]:.3f}" for key in ("P", "R", "F1")) for level in ("found", "typed", "exact"))
        status, date = (f"{row[key]:.3f}" if row[key] is not None else "  -  " for key in ("status", "date"))
        print(f"{name:8}  {levels}    {status}   {date}  {row['gold']:4}  {row['predicted']:4}")


def print_errors(item: Coded, scorer: Any) -> None:
    """Misses and false alarms of an article with their sentences."""
    sentences, gold = item.gold["sentences"], item.gold["events"]
    levels = {i: level for level, i, _ in matched(item, scorer)}
    used = {j for _, _, j in matched(item, scorer)}
    print(f"\n=== {item.name} ({item.language}, {item.article.published})")
    for i, event in enumerate(gold):
        if levels.get(i, 0) >= 2 or event.get("optional"):
            continue
        print(f"  {'TYPE' if i in levels else 'MISS'} {event['type']} {event['actors']} -> {event['recipients']} {event['status']} {event.get('evidence', '')}")
        for s in event["mentions"][:2]:
            print(f"       [{s}] {sentences[s]}")
    for j, event in enumerate(item.predicted):
        if j not in used:
            entry = next((step.rule for step in item.events[j].trace if step.stage == "lexicon"), "")
            print(f"  FALSE {event['type']} {event['actors']} -> {event['recipients']} {event['status']}  by {entry}")
            print(f"       {event['mentions']} {sentences[event['mentions'][0]]}")


def main(arguments: list[str]) -> int:
    """Prints the scoreboard; returns 0 also where there is no gold to measure against."""
    parser = argparse.ArgumentParser(description="Score the program on the development articles.")
    parser.add_argument("--gold", type=Path, default=GOLD, help="folder with dev/*.json and score.py")
    parser.add_argument("--errors", nargs="?", const="", help="list misses and false alarms, of articles whose name contains this")
    options = parser.parse_args(arguments)
    paths = sorted((options.gold / "dev").glob("*.json"))
    if not paths:
        print(f"evaluate: no gold articles in {options.gold}; passed over")
        return 0
    scorer = load_scorer(options.gold)
    coded = [code_gold(path) for path in paths if not options.errors or options.errors in path.stem]
    print_board(board(coded, scorer))
    counted = sides(coded, scorer)
    print(f"sides of matched events with the right countries: {counted['right']} of {counted['sides']} ({counted['right'] / max(1, counted['sides']):.3f})")
    if options.errors is not None:
        for item in coded:
            print_errors(item, scorer)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
