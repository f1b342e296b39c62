"""Which place of the atlas a place of the collection is, and where a capital stands for its government.

Where it is not certain which place is meant, it is none.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from generator.language.wording import REACH, find_wider, is_region_before, is_seat, stands_for_government
from generator.language.world.places import Site, all_countries, find_cities, find_country, find_site, is_state
from generator.linking.identity.entities import Group, Member
from generator.linking.identity.forms import fold, list_ambiguous
from generator.model import Evidence, PlaceReference, Span
from generator.text.rules import Chain, Rule
from generator.text.wordlists import load_set

LARGE = 1_000_000
SIZABLE = 200_000
"""People in a city that needs no more than its country named near: a smaller one may be a river or planet."""
FAR = 20
"""How many times larger than the next city of its name."""
WORD = re.compile(r"[^\W\d_]+")
"""A run of letters."""
_NAME = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)*")


@dataclass(frozen=True, slots=True)
class Scene:
    """One brief that names a place."""

    text: str
    behind: tuple[str, ...]
    """What stands behind each mention."""
    places: tuple[str, ...]
    """The names of all places of the brief."""


@dataclass(frozen=True)
class Named:
    """A name of a place, with all that is known of it."""

    name: str
    scenes: Sequence[Scene]

    @cached_property
    def cities(self) -> Sequence[Site]:
        """The cities of this name, the largest first."""
        return find_cities(self.name)

    @cached_property
    def stated(self) -> tuple[str, ...]:
        """The codes of the countries, or the states, that stand behind a comma after the name."""
        found = tuple(said for scene in self.scenes for text in scene.behind if (said := find_wider(text)))
        # "Wyoming, United States" is the state; "Wyoming, Michigan" is a city.
        return tuple(filter(is_state, found)) if is_state(self.name) else found

    @cached_property
    def is_ambiguous(self) -> bool:
        """Whether well-known places of different countries share the name."""
        return fold(self.name) in list_ambiguous()


Found = Site | Literal["none"] | None
"""The place that is meant; "none": it is not certain which; None: the rule says nothing."""
FindPlace = Callable[[Named], Found]


def _as_country(named: Named) -> Found:
    country = find_country(named.name)
    if country is None:
        return None
    return "none" if named.is_ambiguous else find_site(country.code) or "none"


def _as_region(named: Named) -> Found:
    is_region = any(is_region_before(text) for scene in named.scenes for text in scene.behind)
    return "none" if is_region or named.name in load_set("region_names.txt") else None


def _as_stated(named: Named) -> Found:
    if not named.stated:
        return None
    meant = {site for said in named.stated for site in named.cities if said in (site.code, site.state)}
    is_one = all(any(said in (site.code, site.state) for site in meant) for said in named.stated)
    return meant.pop() if is_one and len(meant) == 1 else "none"


def _as_state(named: Named) -> Found:
    return "none" if is_state(named.name) else None


def _as_largest(named: Named) -> Found:
    if not named.cities or named.is_ambiguous:
        return None
    first, *others = named.cities
    is_large = first.kind == "capital" or first.population >= LARGE
    return first if is_large and all(is_far(first, other) for other in others) else None


def _as_near(named: Named) -> Found:
    sizable = [site for site in named.cities if site.population >= SIZABLE]
    codes = [list_near(scene) for scene in named.scenes] if sizable else []
    near = {site for site in sizable if any(site.code in named_here for named_here in codes)}
    return near.pop() if len(near) == 1 else None


def _try_rule(rule: Rule[FindPlace], text: str) -> Iterator[Span]:
    """The place with which the text begins, where the rule decides which it is, or that it is none."""
    names = list(_NAME.finditer(text))
    scene = Scene(text, (text[names[0].end() :],), tuple(name[0] for name in names[1:]))
    if rule.find(Named(names[0][0], [scene])):
        yield Span(*names[0].span())


PLACES: Chain[FindPlace] = Chain(
    "places",
    (
        Rule(
            "the country of this name",
            _as_country,
            yes=("|Kenya| is dry.", "|Georgia| is dry."),
            no=("Nairobi is dry.", "Upper Wexcombe is dry."),
            reason="Georgia is a state too: it is none.",
        ),
        Rule(
            "a region of this name",
            _as_region,
            yes=("|Kandahar| province is dry.",),
            no=("Kandahar is dry.", "Kandahar, a province, is dry."),
            reason="The city of the name is another place, so it is none.",
        ),
        Rule(
            "a source says in which country or state",
            _as_stated,
            yes=(
                "|Cambridge|, Massachusetts, is old.",
                "|Leeds|, United Kingdom, is wet.",
                "|Springfield|, Kenya, is new.",
            ),
            no=("Cambridge is old.", "Brussels, US Secretary Ann Bell said, is wet."),
            reason="A place that the atlas does not have there is none.",
        ),
        Rule(
            "a state of this name",
            _as_state,
            yes=("|Wyoming| is dry.",),
            no=("Nairobi is dry.",),
        ),
        Rule(
            "the only city of this name, or far larger than any other",
            _as_largest,
            yes=("|Nairobi| is dry.", "|Brussels| is wet."),
            no=("Cambridge is old.", "Leeds is wet."),
            reason="Of a million people or a capital; twenty times larger, so that nobody means the other.",
        ),
        Rule(
            "the only larger city of this name in a country that its briefs name",
            _as_near,
            yes=("|Leeds| lies in Britain.", "|Leeds| has British rain."),
            no=("Leeds lies in Kenya.", "Cambridge lies in Peru."),
        ),
    ),
    _try_rule,
)
"""Which place is meant: the first rule that decides it."""


def find_reference(group: Group) -> PlaceReference | None:
    """What the atlas knows of a place; None for all else, and where it is not certain which place it is."""
    if group.key.type != "Place":
        return None
    named = Named(group.name, tuple(map(read_scene, group.members)))
    for rule in PLACES:
        if site := rule.find(named):
            return None if site == "none" else refer(site, rule.name)
    return None


def read_scene(member: Member) -> Scene:
    """What one brief says of the place."""
    text, spans = member.analysis.document.text, (mention.span for mention in member.mentions)
    places = tuple(entity.name for entity in member.analysis.entities if entity.type == "Place")
    return Scene(text, tuple(text[span.end : span.end + REACH] for span in spans), places)


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


@cache
def demonym_codes() -> dict[str, str]:
    """The code of each country by the words for its people that no other country has."""
    found: dict[str, set[str]] = {}
    for country in all_countries().values():
        for demonym in country.demonyms:
            for word in (demonym, demonym + "s"):
                found.setdefault(word, set()).add(country.code)
    return {word: min(codes) for word, codes in found.items() if len(codes) == 1}


def list_near(scene: Scene) -> frozenset[str]:
    """The codes of the countries that a brief names, also by their people."""
    codes = demonym_codes()
    countries = map(find_country, scene.places)
    people = {codes[word] for word in set(WORD.findall(scene.text)) & codes.keys()}
    return frozenset(people | {country.code for country in countries if country})


def find_metonyms(group: Group) -> tuple[Evidence, ...]:
    """Those mentions of a capital that stand for its government, in their order; of anything else none."""
    if group.key.type != "Place" or not is_seat(group.name):
        return ()
    return tuple(
        mention
        for member in group.members
        for mention in member.mentions
        if stands_for_government(member.analysis.document.text, mention.span)
    )
