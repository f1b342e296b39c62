"""Cities and countries with their place on the earth, by name. From GeoNames (CC BY 4.0); see `data/NOTICE.md`."""

import re
from functools import cache
from typing import Literal, NamedTuple, cast

from generator.text.names import fold_name
from generator.text.wordlists import find_list, load_pairs

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
