"""Countries by any of their names and cities, with their place on the earth; ministries by what they are for and whose
they are; companies and what they are called for short. Places are from GeoNames (CC BY 4.0); see `data/NOTICE.md`.
"""

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, NamedTuple, cast

from generator.text.names import fold_name
from generator.text.wordlists import find_list, load_pairs, load_sections, load_set

DISTRICT = re.compile(r",? D\.? ?C\.?$")
"""The district behind the name of the capital of the United States."""
COLUMBIA = "District of Columbia"


Kind = Literal["country", "capital", "city"]


class Site(NamedTuple):
    """A city or country."""

    name: str
    code: str
    """ISO 3166-1 alpha-2."""
    state: str
    """Of a city in the United States; else empty."""
    latitude: float
    longitude: float
    population: int
    geonames: int
    kind: Kind


@cache
def _sites() -> dict[str, tuple[Site, ...]]:
    """All sites by folded name, the largest first; countries by their code."""
    found: dict[str, list[Site]] = {}
    for line in find_list("atlas.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, code, state, latitude, longitude, population, number, kind = line.split("\t")
        site = Site(
            name, code, state, float(latitude), float(longitude), int(population), int(number), cast(Kind, kind)
        )
        found.setdefault(code if kind == "country" else fold_name(name), []).append(site)
    return {name: tuple(sorted(sites, key=lambda s: (-s.population, s.geonames))) for name, sites in found.items()}


@cache
def _states() -> frozenset[str]:
    return frozenset(site.state for sites in _sites().values() for site in sites if site.state)


def find_cities(name: str) -> tuple[Site, ...]:
    """The cities of this name, the largest first; of "Washington, D.C." that in the district only."""
    plain = DISTRICT.sub("", name)
    sites = _sites().get(fold_name(load_pairs("city_forms.txt").get(plain, plain)), ())
    if plain != name:
        return tuple(site for site in sites if site.state == COLUMBIA)
    return sites


def find_site(code: str) -> Site | None:
    """The country of this code."""
    sites = _sites().get(code, ())
    return sites[0] if sites else None


def is_state(name: str) -> bool:
    """Whether a state of the United States has this name."""
    return name in _states()


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


NAMED = re.compile(
    r"(?:(?P<field>.{3,60}) (?P<kind>ministry|department)|(?P<first>ministry|department) (?:of|for) (?P<rest>.{3,60}))"
)
"""A folded name of a ministry, in either order."""
OWNER = re.compile(r"(?P<owner>[A-Z][\w.-]{0,20}(?: (?:of |the |and )?[A-Z][\w.-]{1,20}){0,3})['\u2019]s? $")
"""Who owns what follows: "Kenya's "."""
PEOPLE = re.compile(r"(?P<people>[A-Z][a-z]{2,20}) $")
"""The adjective of a country in front of what follows: "Kenyan "."""
REACH = 60
"""Characters before a name in which its owner stands."""
UNSAID = frozenset({"the", "and"})
"""Words that a field of work has or leaves out."""
AFFAIRS = frozenset({"foreign", "home", "interior"})
"""Fields that "affairs" is added to or not."""
MOST_WORDS = 4
"""Of the name of a country."""


class Ministry(NamedTuple):
    """What a ministry is."""

    country: str
    """The common name; empty where the name does not tell."""
    kind: str
    """ "ministry" or "department"."""
    field: str
    """What it is for, folded: "health"."""


@lru_cache(maxsize=1 << 16)
def read_ministry(name: str) -> Ministry | None:
    """The ministry that a name names; None where it names none."""
    plain, _, behind = name.rpartition(" of ")
    country = country_of(behind.removeprefix("the ")) if plain else None
    words = (plain if country else name).split()
    for size in range(min(len(words) - 2, MOST_WORDS), 0, -1):
        first = " ".join(words[:size])
        if before := country_of(first) or (country_of_people(first) if size == 1 else None):
            country, words = before, words[size:]
            break
    match = NAMED.fullmatch(fold_name(" ".join(words)))
    if match is None:
        return None
    field = [word for word in (match["field"] or match["rest"]).split() if word not in UNSAID]
    if len(field) == 2 and field[0] in AFFAIRS and field[1] == "affairs":
        field.pop()
    return Ministry(country or "", match["kind"] or match["first"], " ".join(field))


def owner_before(text: str, start: int) -> str:
    """The country that owns what begins at `start`, by the words right before it; empty where they tell none."""
    owner = OWNER.search(text, max(0, start - REACH), start)
    if owner:
        words = owner["owner"].split()
        return next((c for at in range(len(words)) if (c := country_of(" ".join(words[at:])))), "")
    people = PEOPLE.search(text, max(0, start - REACH), start)
    return (people and country_of_people(people["people"])) or ""


@cache
def legal_words(heading: str) -> frozenset[str]:
    """The words under one heading of `legal_forms.txt`."""
    return frozenset(dict(load_sections("legal_forms.txt"))[heading])


@cache
def legal_forms() -> frozenset[str]:
    """The legal forms of companies, folded, those that are words besides too."""
    return legal_words("legal forms") | legal_words("legal forms that are words too")


@cache
def company_words() -> frozenset[str]:
    """All words at the end of a company's name that its short form leaves out, folded: legal forms among them."""
    return legal_forms() | legal_words("words that short forms leave out")


def is_company_of(long: str, short: str) -> bool:
    """Whether `long` is `short` and then only words that a company's short form leaves out; both folded."""
    begin, _, rest = long.partition(f"{short} ")
    return not begin and bool(rest) and company_words().issuperset(rest.split())
