"""Countries by any of their names: common and official names, spellings, short forms, capitals and demonyms.

From mledoze/countries (ODbL 1.0), trimmed; short forms from `country_forms.txt`, further demonyms from `demonyms.txt`.
"""

import json
import re
from dataclasses import dataclass
from functools import cache

from generator.text.wordlists import find_list, load_pairs, load_set

_SEVERAL = re.compile(r", | or ")
"""What parts the peoples of one country: "Antiguan, Barbudan"."""
_NO_PLURAL = ("s", "h", "ese")
"""Endings of names for a people that have no plural of their own."""


@dataclass(frozen=True, slots=True)
class Country:
    """One country or territory."""

    name: str
    """The common English name."""
    official: str
    code: str
    """ISO 3166-1 alpha-2, upper case."""
    region: str
    capitals: tuple[str, ...]
    demonyms: tuple[str, ...]
    """Adjectives and names for its people, singular."""


@cache
def _countries() -> tuple[tuple[Country, ...], dict[str, Country]]:
    """All countries, and each of their names with the country it names."""
    rows = json.loads(find_list("countries.json").read_text(encoding="utf-8"))
    found: list[Country] = []
    names: dict[str, Country] = {}
    for row in rows:
        country = Country(
            row["name"], row["official"], row["cca2"], row["region"], tuple(row["capitals"]), tuple(row["demonyms"])
        )
        found.append(country)
        spellings = [s for s in row["spellings"] if " " in s and "," not in s and "(" not in s]
        for name in (country.name, country.official, *spellings):
            names.setdefault(name, country)
    by_code = {country.code: country for country in found}
    names.update({form: by_code[code] for form, code in load_pairs("country_forms.txt").items()})
    return tuple(found), names


@cache
def _capitals() -> dict[str, Country]:
    """Each capital with its country, the larger-known first where two share a name."""
    return {capital: country for country in _countries()[0] for capital in country.capitals}


@cache
def _demonyms() -> frozenset[str]:
    """All demonyms, singular and plural."""
    listed = {d for country in _countries()[0] for words in country.demonyms for d in _SEVERAL.split(words)}
    singular = listed | load_set("demonyms.txt")
    return frozenset(singular | {d + "s" for d in singular if not d.endswith(_NO_PLURAL)})


@cache
def _peoples() -> dict[str, str]:
    """Each adjective of one country only, with the country's common name."""
    owners: dict[str, set[str]] = {}
    for country in _countries()[0]:
        for demonym in (d for words in country.demonyms for d in _SEVERAL.split(words)):
            owners.setdefault(demonym, set()).add(country.name)
    return {demonym: min(names) for demonym, names in owners.items() if len(names) == 1}


def find_country(name: str) -> Country | None:
    """The country of this name, spelling or short form, case as written: "US" is one, "us" is none."""
    return _countries()[1].get(name)


def find_capital(name: str) -> Country | None:
    """The country whose capital has this name."""
    return _capitals().get(name)


def is_demonym(word: str) -> bool:
    """Whether this word is the adjective or the people of a country or a larger region: "Russian", "Europeans"."""
    return word in _demonyms()


def country_names() -> frozenset[str]:
    """All names, spellings and short forms of countries."""
    return frozenset(_countries()[1])


@cache
def all_countries() -> dict[str, Country]:
    """All countries by code."""
    return {country.code: country for country in _countries()[0]}


def country_of(name: str) -> str | None:
    """The common name of the country that this name, spelling or short form names."""
    country = find_country(name)
    return country.name if country else None


def country_of_people(word: str) -> str | None:
    """The common name of the one country whose adjective this is: "Kenyan"; None for "Guinean" and other words."""
    return _peoples().get(word)
