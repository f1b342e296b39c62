"""Ministries and companies by their names: whose ministry it is and for what, and what a company is called for short.

"Health Ministry" is the "Ministry of Health", say Kenya's; "Nissan" is "Nissan Motor Co". Names are compared folded,
never by likeness.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from generator.language.world.countries import country_of, country_of_people
from generator.text.names import fold_name
from generator.text.wordlists import load_sections

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
