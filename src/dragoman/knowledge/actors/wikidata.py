"""Wikidata's JSON, in the three forms in which people save it, as records of persons and their offices."""

import re
from collections.abc import Iterator
from typing import Any

from dragoman.knowledge.actors.load import actors
from dragoman.knowledge.actors.senses import country_of
from dragoman.knowledge.folding import fold
from dragoman.knowledge.grammar import LANGUAGES
from dragoman.knowledge.iso import three_letters

# What queries call their variables, with and without "Label".
_VARIABLES = {
    "name": ("personLabel", "itemLabel", "officeholderLabel", "humanLabel", "name"),
    "office": ("positionLabel", "officeLabel", "position_heldLabel", "position", "office"),
    "country": ("iso3", "countryCode", "code", "countryLabel", "country"),
    "since": ("start", "since", "startTime", "start_time", "startDate", "begin"),
    "until": ("end", "until", "endTime", "end_time", "endDate"),
    "aliases": ("aliases", "altLabel", "personAltLabel", "itemAltLabel"),
    "gender": ("genderLabel", "gender", "sex_or_genderLabel"),
}
# Wikidata's numbers: held office, began, ended, sex or gender, and two of its values.
_HELD, _BEGAN, _ENDED, _GENDER = "P39", "P580", "P582", "P21"
_GENDERS = {"Q6581097": "m", "Q6581072": "f"}
_PRECISION = {9: 4, 10: 7, 11: 10}


def records(raw: Any) -> Iterator[dict[str, str] | str] | None:
    """Records of a Wikidata file; a string in place of one says why it cannot be used. None if it is no such file."""
    if isinstance(raw, dict) and isinstance(raw.get("entities"), dict):
        return _entities(raw["entities"])
    bindings = raw.get("results", {}).get("bindings") if isinstance(raw, dict) and isinstance(raw.get("results"), dict) else raw
    if isinstance(bindings, list) and all(isinstance(row, dict) for row in bindings):
        return map(_answer, bindings)
    return None


def _answer(row: dict[str, Any]) -> dict[str, str] | str:
    """One row of an answer of the query service, in the SPARQL form or the plain one."""
    plain = {key: str(value.get("value", "") if isinstance(value, dict) else value or "") for key, value in row.items()}
    values = {name: next((plain[v] for v in variables if plain.get(v)), "") for name, variables in _VARIABLES.items()}
    return _record(values)


def _entities(entities: dict[str, Any]) -> Iterator[dict[str, str] | str]:
    """Every office that the people among exported entities have held; offices must be among the entities, too."""
    for number, entity in sorted(entities.items()):
        claims, labels = _mapping(_mapping(entity).get("claims")), _labels(entity)
        for claim in _list(claims.get(_HELD)):
            office = _item(claim)
            if office not in entities:
                yield f"{labels.get('en', number)}: the office {office} is not among the file's entities; export it along with the person"
                continue
            qualifiers = _mapping(_mapping(claim).get("qualifiers"))
            gender = next((_GENDERS.get(_item(c), "") for c in _list(claims.get(_GENDER))), "")
            aliases = _mapping(_mapping(entity).get("aliases"))
            names = [*labels.values(), *(str(_mapping(alias).get("value", "")) for lang in LANGUAGES for alias in _list(aliases.get(lang)))]
            yield _record(
                {
                    "name": labels.get("en") or next(iter(labels.values()), ""),
                    "office": _labels(entities[office]).get("en", ""),
                    "country": "",
                    "since": _time(qualifiers.get(_BEGAN)),
                    "until": _time(qualifiers.get(_ENDED)),
                    "aliases": "|".join(name for name in names if " " in name),
                    "gender": gender,
                }
            )


def _mapping(value: Any) -> dict[str, Any]:
    """An object of the JSON; Wikidata writes an empty one as a list."""
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _labels(entity: Any) -> dict[str, str]:
    labels = _mapping(_mapping(entity).get("labels"))
    return {lang: str(_mapping(labels[lang]).get("value", "")) for lang in LANGUAGES if lang in labels}


def _item(claim: Any) -> str:
    """The number of the item that a claim names."""
    snak = _mapping(_mapping(claim).get("mainsnak"))
    return str(_mapping(_mapping(snak.get("datavalue")).get("value")).get("id", ""))


def _time(snaks: Any) -> str:
    """A Wikidata time as far as it is precise: "+2025-05-06T00:00:00Z" of precision 11 is 2025-05-06."""
    for snak in _list(snaks):
        value = _mapping(_mapping(_mapping(snak).get("datavalue")).get("value"))
        precision = value.get("precision")
        return str(value.get("time", ""))[1 : 1 + (_PRECISION.get(precision, 4) if isinstance(precision, int) else 4)]
    return ""


def _record(values: dict[str, str]) -> dict[str, str] | str:
    """A record for the import: the office's label in English gives office, sector and, if need be, the country."""
    if not values["name"]:
        return "no name; a query must return personLabel or itemLabel"
    label = values["office"]
    country = _country(values["country"]) or _country_in(label)
    if not country:
        return f'{values["name"]}: no country; a query must return iso3, countryCode or countryLabel, or the office must name it ("{label}")'
    sector, office = _office(label)
    if not sector:
        return f'{values["name"]}: the office "{label}" is not known; give a CSV file with its code'
    since, until = (_day(values[key]) for key in ("since", "until"))
    code = country if country in actors("en").bodies else f"{country}.{sector}"
    aliases = values["aliases"] if "|" in values["aliases"] else values["aliases"].replace(", ", "|")
    return {
        "name": values["name"],
        "code": code,
        "office": office,
        "since": since,
        "until": until,
        "aliases": aliases,
        "gender": {"male": "m", "female": "f", "m": "m", "f": "f"}.get(values["gender"], ""),
    }


def _day(text: str) -> str:
    """A day of an answer; Wikidata writes the first of January where only the year is known, which cannot be told."""
    match = re.match(r"\d{4}(-\d{2}(-\d{2})?)?", text)
    return match[0] if match else ""


def _country(text: str) -> str:
    """A country's or organisation's code, by its code of two or three letters or its English name."""
    senses = actors("en").names.get(fold(text.removeprefix("the ")), ())
    found = next((country_of(s.code) for s in senses if s.kind == "name" or (s.kind == "organisations" and "." not in s.code)), "")
    known = text in three_letters().values() or text in actors("en").bodies
    return three_letters().get(text, "") or (text if known else found)


def _country_in(label: str) -> str:
    """The country that an office's label ends with, and nothing beside it ("Minister of Defence of Norway")."""
    parts = label.split(" of ")
    return _country(parts[-1]) if len(parts) > 1 else ""


def _office(label: str) -> tuple[str, str]:
    """Sector and office of an office's English label, by the longest role noun in it."""
    roles, words = actors("en").roles, label.lower().split()
    stretches = ((j - i, " ".join(words[i:j])) for i in range(len(words)) for j in range(len(words), i, -1))
    for _, stretch in sorted(stretches, key=lambda found: -found[0]):
        if stretch in roles:
            role = roles[stretch]
            return role.sector, sorted(role.offices)[0] if role.offices else stretch.replace(" ", "_")
    return "", ""
