"""Ministries by what they are for and whose they are: "Health Ministry" is the "Ministry of Health", say Kenya's."""

import re
from functools import lru_cache
from typing import NamedTuple

from generator.text.countries import country_of, country_of_people
from generator.text.names import fold_name

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
