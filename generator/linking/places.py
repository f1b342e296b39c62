"""Capitals that stand for their governments: "Moscow said", "talks between Washington and Tehran".

Which place of the atlas a place of the collection is. Where that is not certain, it is none.

country     by the list of countries, unless the name means something else too
stated      a text says which: "Cambridge, Massachusetts"
largest     a capital or a city of a million that is far larger than any other of its name
named near  the only city of its name in the countries that its briefs name
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from generator.language.world.atlas import Site, find_cities, find_site, is_state
from generator.language.world.countries import all_countries, find_capital, find_country
from generator.linking.identity.entities import Group, Member
from generator.linking.identity.forms import fold, list_ambiguous
from generator.model import Evidence, PlaceReference
from generator.text.wordlists import load_sections, load_set, load_words

LARGE = 1_000_000
SIZABLE = 200_000
"""People in a city that needs no more than its country named near: a smaller one may be a river or planet."""
FAR = 20
"""How many times larger than the next city of its name."""
MOST_WORDS = 4
"""Of the name of a country or state behind that of a city."""
LOOKED_AT = 45
"""Characters behind a name."""
WORD = re.compile(r"[^\W\d_]+")
"""A run of letters."""
BEHIND = re.compile(r", ((?:[A-Z][\w.'-]{0,20} ?){1,4})")
"""What stands behind a comma: up to four capitalized words."""
DISTRICT = re.compile(r"D\.? ?C\b")
"""The district of the capital of the United States."""


def find_reference(group: Group) -> PlaceReference | None:
    """What the atlas knows of a place; None for all else, and where it is not certain which place it is."""
    if group.key.type != "Place":
        return None
    country = find_country(group.name)
    if country:
        site = None if fold(group.name) in list_ambiguous() else find_site(country.code)
        return refer(site, "the country of this name") if site else None
    cities = find_cities(group.name)
    if not cities or group.name in load_set("region_names.txt") or is_region(group.members):
        return None
    return choose_city(group, cities)


def choose_city(group: Group, cities: Sequence[Site]) -> PlaceReference | None:
    """The city that a name means."""
    stated = [said for member in group.members for said in list_stated(member)]
    if is_state(group.name):
        # "Wyoming, United States" is the state; "Wyoming, Michigan" is a city.
        stated = [said for said in stated if is_state(said)]
    if stated:
        meant = {site for said in stated for site in cities if said in (site.code, site.state)}
        held = all(any(said in (site.code, site.state) for site in meant) for said in stated)
        return refer(meant.pop(), "a source says in which country or state") if held and len(meant) == 1 else None
    if is_state(group.name):
        return None
    first, *others = cities
    is_large = first.kind == "capital" or first.population >= LARGE
    if is_large and fold(group.name) not in list_ambiguous() and all(is_far(first, other) for other in others):
        return refer(first, "the only city of this name, or far larger than any other")
    sizable = [site for site in cities if site.population >= SIZABLE]
    near = (
        {site for member in group.members for site in sizable if site.code in list_near(member)} if sizable else set()
    )
    if len(near) == 1:
        return refer(near.pop(), "the only larger city of this name in a country that its briefs name")
    return None


def is_far(first: Site, other: Site) -> bool:
    """Whether the first is far larger; a capital may be small."""
    return first.population >= FAR * other.population


def refer(site: Site, rule: str) -> PlaceReference:
    """The reference to a city or country."""
    country = all_countries()[site.code]
    return PlaceReference(
        name=site.name,
        kind=site.kind,
        country=country.name,
        code=site.code,
        region=country.region,
        latitude=site.latitude,
        longitude=site.longitude,
        population=site.population or None,
        geonames=site.geonames,
        rule=rule,
    )


def list_stated(member: Member) -> Iterable[str]:
    """The codes of the countries, or the states, that stand behind a comma after the name."""
    text = member.analysis.document.text
    for mention in member.mentions:
        behind = text[mention.span.end : mention.span.end + LOOKED_AT]
        if (found := BEHIND.match(behind)) and (said := find_wider(found[1])):
            yield said


def find_wider(words: str) -> str | None:
    """The country's code or the state at the start of some words, the longest.

    A capitalized word that goes on belongs to it: in "Brussels, US Deputy Secretary" no country is stated.
    """
    if DISTRICT.match(words):
        return "District of Columbia"
    parts = words.split()
    for size in range(min(MOST_WORDS, len(parts)), 0, -1):
        if size < len(parts) and not ends_sentence(parts[size - 1]):
            continue
        name = " ".join(parts[:size])
        for form in (name, name.rstrip(".")):
            if is_state(form):
                return form
            if country := find_country(form):
                return country.code
    return None


def ends_sentence(word: str) -> bool:
    """Whether a word ends with a full stop that is not an acronym's."""
    return word.endswith(".") and "." not in word[:-1]


@cache
def demonym_codes() -> dict[str, str]:
    """The code of each country by the words for its people that no other country has."""
    found: dict[str, set[str]] = {}
    for country in all_countries().values():
        for demonym in country.demonyms:
            for word in (demonym, demonym + "s"):
                found.setdefault(word, set()).add(country.code)
    return {word: min(codes) for word, codes in found.items() if len(codes) == 1}


def list_near(member: Member) -> frozenset[str]:
    """The codes of the countries that a brief names, also by their people."""
    text, codes = member.analysis.document.text, demonym_codes()
    countries = (find_country(entity.name) for entity in member.analysis.entities if entity.type == "Place")
    people = {codes[word] for word in set(WORD.findall(text)) & codes.keys()}
    return frozenset(people | {country.code for country in countries if country})


def is_region(members: Iterable[Member]) -> bool:
    """Whether a text speaks of a province or the like of this name."""
    regions = dict(load_sections("metonym_words.txt"))["regions"]
    for member in members:
        text = member.analysis.document.text
        for mention in member.mentions:
            word = WORD.match(text, mention.span.end + 1)
            if word and word[0].lower() in regions:
                return True
    return False


VERB = re.compile(r"\s(?:(?:has|have|had|also|later|again|will|would|[a-z]{3,12}ly) ){0,2}([a-z]{3,15})\b")
"""The verb of a name that stands before it, behind an adverb or two."""
BEFORE = re.compile(r"([\w-]{1,30})\s$")
"""The word before a name."""
BETWEEN = re.compile(r"\b([a-z-]{3,15})(?: [a-z]{2,12}){0,3} (?:between|of) $")
"""What there is between two: "the talks held yesterday between "."""
OTHER = re.compile(r" and ((?:[A-Z][\w.]{0,20} ?){1,3})")
"""The second of two."""
REACH = 80
"""Characters before and behind a name that are looked at."""


def find_metonyms(group: Group) -> tuple[Evidence, ...]:
    """Those mentions of a capital that stand for its government, in their order; of anything else none."""
    if group.key.type != "Place" or not is_capital(group.name):
        return ()
    return tuple(list_metonyms(group))


def list_metonyms(group: Group) -> Iterator[Evidence]:
    """Each mention that has the grammar of one."""
    for member in group.members:
        text = member.analysis.document.text
        for mention in member.mentions:
            before = text[max(0, mention.span.start - REACH) : mention.span.start]
            behind = text[mention.span.end : mention.span.end + REACH]
            if is_subject(before, behind) or is_party(before, behind):
                yield mention


@cache
def is_capital(name: str) -> bool:
    """Whether a country's capital has this name, and no country."""
    if find_country(name):
        return False
    return find_capital(name) is not None or any(site.kind == "capital" for site in find_cities(name))


@cache
def list_section(name: str) -> frozenset[str]:
    """The words of one section of the list."""
    return frozenset(dict(load_sections("metonym_words.txt"))[name])


@cache
def list_verbs() -> frozenset[str]:
    """Finite forms of verbs of speech and negotiation."""
    speech = (line.split() for line in load_words("reporting_verbs.txt"))
    finite = {form for row in speech for form in row[2:4] if form.isalpha()}
    return frozenset(finite) | list_section("verbs")


def is_subject(before: str, behind: str) -> bool:
    """Whether the name is the subject of such a verb, and no part of a phrase before it."""
    verb, word = VERB.match(behind), BEFORE.search(before)
    if not verb or verb[1] not in list_verbs():
        return False
    if not word or word[1] in load_words("calendar_words.txt"):
        return True
    return word[1].islower() and word[1] not in list_section("before")


def is_party(before: str, behind: str) -> bool:
    """Whether the name is the first or second of two that have talks or the like, the other a capital or country."""
    first = OTHER.match(behind)
    if first and has_relation(before):
        return is_government(first[1])
    head, and_, rest = before.rpartition(" and ")
    if not and_ or rest:
        return False
    between = head.rfind("between ")
    return between >= 0 and is_government(head[between + 8 :]) and has_relation(head[: between + 8])


def has_relation(before: str) -> bool:
    """Whether words like "talks between" end here."""
    found = BETWEEN.search(before)
    words = found.group().split() if found else []
    return not list_section("relations").isdisjoint(words)


def is_government(words: str) -> bool:
    """Whether the words begin with a capital or a country."""
    parts = words.strip().split()
    names = (" ".join(parts[:size]) for size in range(min(3, len(parts)), 0, -1))
    return any(find_country(name) or is_capital(name.rstrip(".,")) for name in names)
