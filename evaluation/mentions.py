"""How often the program knows who is meant: the sentences of `evaluation/who`, written for this project.

Each folder there is a set, written blind; the figures of a set are blind only until its misses have been read; the
README there says of which they have been.

    python -m evaluation.mentions [--errors]

An item names a text, its date, a mention in it and the actor code expected. The mention is right on its primary
code if its country or organisation is, and with sector if the whole code is. Where the mention is a side of a coded
event, the code is the one that it has there: a country acts as its government, and strikes as its army.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.articles.read import Given, article_from_text
from dragoman.knowledge.files import read_yaml
from dragoman.mentions.find import find_mentions
from dragoman.pipeline import code
from dragoman.sentences.parse import parse
from dragoman.types import Actor, Article

WHO = Path(__file__).parent / "who"


@dataclass(frozen=True, slots=True)
class Item:
    """A mention and who is expected behind it."""

    set: str
    language: str
    text: str
    date: str
    mention: str
    code: str
    why: str


def items() -> Iterator[Item]:
    """All items, by set and language and in the order of their files."""
    for path in sorted(WHO.glob("*/*.yaml")):
        for raw in read_yaml(path):
            yield Item(path.parent.name, path.stem, raw["text"], str(raw["date"]), raw["mention"], raw["code"], raw["why"])


def found(item: Item) -> str:
    """The code the program gives the mention, as a side of an event or else as a mention; empty if there is none.

    Of several that overlap it the one with the most of its words counts.
    """
    article = article_from_text(item.text, given=Given(language=item.language, published=item.date))
    start = article.text.rindex(item.mention)
    end = start + len(item.mention)
    for found_in in (_sides, _named):
        actors = found_in(article)
        shared = [(min(end, actor.span.end) - max(start, actor.span.start), actor.code) for actor in actors]
        best = max(shared, key=lambda one: one[0], default=(0, ""))
        if best[0] > 0:
            return best[1]
    return ""


def _sides(article: Article) -> list[Actor]:
    return [actor for event in code(article) for actor in (*event.actors, *event.recipients)]


def _named(article: Article) -> list[Actor]:
    return [m.actor for mentions in find_mentions(article, parse(article)) for m in mentions if m.actor]


def main(arguments: list[str]) -> None:
    """Prints a line a set and language, and with `--errors` every item that is not right."""
    rights: dict[tuple[str, str], list[tuple[bool, bool]]] = {}
    for item in items():
        given = found(item)
        primary = given.split(".")[0] == item.code.split(".")[0]
        rights.setdefault((item.set, item.language), []).append((primary, given == item.code))
        if "--errors" in arguments and given != item.code:
            print(f"{item.set} {item.language} {item.date} {item.mention!r}: {item.code} expected, {given or 'nobody'} found ({item.why}): {item.text}")
    print("who              primary  with sector  items")
    for (name, language), pairs in rights.items():
        print(f"{name + ' ' + language:15} {sum(p for p, _ in pairs) / len(pairs):8.2f} {sum(s for _, s in pairs) / len(pairs):12.2f} {len(pairs):6}")


if __name__ == "__main__":
    main(sys.argv[1:])
