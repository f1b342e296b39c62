"""What the tellings of one event say together, and whether two such accounts speak of one event.

Two accounts differ where others fill a part, and where places or days are different ones. What speaks for one event is
weighed: a shared person or body counts one, a country a half; so do the place, words for what it is about and a number.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal, NamedTuple, TypeVar

from generator.linking.events.bodies import match
from generator.linking.events.tellings import Held, Telling
from generator.linking.identity.entities import Key
from generator.text.edtf import Days, bounds

T = TypeVar("T")
Dating = Literal["day", "assumed", "range", "open"]
DATINGS: tuple[Dating, ...] = ("day", "assumed", "range", "open")
"""How surely the day is known, the surest first."""
FAMILIES: Mapping[str, str] = {"disaster": "accident", "election": "vote", "verdict": "ruling"}
"""Kinds by which different texts tell of one happening: a train derails, a rail disaster."""
MUTUAL = frozenset(
    {"meeting", "call", "agreement", "clash", "war", "match", "wedding", "death", "birth", "resignation"}
)
"""Of these one sentence has as the doer whom another has beside him; who dies or resigns does it or undergoes it."""
ONE_PARTY = frozenset({"meeting", "call"})
"""Who meets another on the same day is at another meeting."""
SCENES = frozenset({"accident", "attack", "clash", "protest"})
"""What happens to a place: two in one town on one day are one, unless the texts tell them apart."""
AT_PLACES = SCENES | {"visit"}
"""Of these a place to which it is done is where it is done."""
REPEATED = frozenset(
    {"vote", "law", "ruling", "publication", "launch", "award", "agreement", "sanction", "purchase", "charge", "match"}
)
"""What one body may do several times a day: the same doer is not enough."""
ABOUT = REPEATED | {"statement", "appointment"}
"""What is about something: that must not be something else."""
NATIONAL = frozenset({"election"})
"""What a country does once a day, unless a person is named to whom it is done."""
WEEK = timedelta(days=7)
SLACK = timedelta(days=1)
"""A day that is assumed may be the one before or after it."""
FEW, FAR = 3, 2.0
"""Two counts of the dead of one event differ by so few, or by so many times at most."""
LARGE = 13
"""Two texts that tell so large a number, and no round one, hardly do so by chance."""


@dataclass(frozen=True, slots=True)
class Atlas:
    """What is known of places, and of bodies called after them."""

    countries: frozenset[Key]
    codes: Mapping[Key, str]
    """The country in which a place lies, or which it is."""
    members: Mapping[Key, frozenset[Key]] = field(default_factory=dict)
    """After whom a body is called."""

    def find_land(self, key: Key) -> str | None:
        """The country of a place, as one word for each; None where it is not known."""
        return self.codes.get(key) or (key.name if key in self.countries else None)


@dataclass(frozen=True, slots=True)
class Account:
    """What the tellings of one event say together."""

    tellings: frozenset[int]
    """Their numbers."""
    family: str
    kinds: frozenset[str]
    places_told: frozenset[tuple[str, int]]
    """Their sentences, by brief and number."""
    dating: Dating
    when: Days | None
    """The days that all of them allow."""
    cast: Mapping[str, frozenset[Key]]
    """Who and what, by part."""
    about: frozenset[str]
    """Words for what it is about that has no name."""
    towns: frozenset[Key]
    lands: frozenset[str]
    """The countries of all its places."""
    counts: Mapping[str, frozenset[float]]
    """How many, by measure."""

    @property
    def briefs(self) -> frozenset[str]:
        """The briefs that tell it."""
        return frozenset(brief for brief, _ in self.places_told)


def make_account(number: int, telling: Telling, atlas: Atlas) -> Account:
    """What one sentence says."""
    family = make_family(telling.kind)
    cast: defaultdict[str, set[Key]] = defaultdict(set)
    counts: defaultdict[str, set[float]] = defaultdict(set)
    about, places = set[str](), set(telling.places)
    for held in telling.arguments:
        part = find_part(held, family)
        if part == "quantity":
            counts[held.argument.measure or ""] |= {held.number} if held.number is not None else set()
        elif held.key is not None:
            (places if part == "place" else cast[part]).add(held.key)
        elif part == "object":
            about |= held.stems
        elif part != "place":
            cast[part] |= {key for key in held.bodies if key.type == "Organization" or key in atlas.countries}
    dating, when = find_days(telling)
    return Account(
        frozenset({number}),
        family,
        frozenset({telling.kind}),
        frozenset({(telling.brief, telling.sentence)}),
        dating,
        when,
        {part: frozenset(keys) for part, keys in cast.items() if keys},
        frozenset(about),
        frozenset(key for key in places if key not in atlas.countries),
        frozenset(land for key in places if (land := atlas.find_land(key))),
        {measure: frozenset(told) for measure, told in counts.items()},
    )


def make_family(kind: str) -> str:
    """The kind that stands for those by which texts tell of one happening."""
    return FAMILIES.get(kind, kind)


def find_part(held: Held, family: str) -> str:
    """The part that an argument has, with those made one that texts interchange."""
    role = held.argument.role
    if role in ("place", "quantity"):
        return role
    if role != "agent" and family in AT_PLACES and _is_place(held):
        return "place"
    if family in MUTUAL and role != "theme":
        return "side"
    return "object" if role in ("patient", "theme") else role


def _is_place(held: Held) -> bool:
    return held.key is not None and held.key.type == "Place"


def find_days(telling: Telling) -> tuple[Dating, Days | None]:
    """How surely its day is known, and the days that it allows."""
    if telling.day and (days := bounds(telling.day)):
        return ("day" if days[0] == days[1] else "range"), days
    if telling.assumed and (days := bounds(telling.assumed.rstrip("~?%"))):
        return "assumed", (days[0] - SLACK, days[1] + SLACK)
    return "open", None


def combine(one: Account, other: Account) -> Account:
    """What both say."""
    return Account(
        one.tellings | other.tellings,
        one.family,
        one.kinds | other.kinds,
        one.places_told | other.places_told,
        min(one.dating, other.dating, key=DATINGS.index),
        meet(one, other),
        _unite(one.cast, other.cast),
        one.about | other.about,
        one.towns | other.towns,
        one.lands | other.lands,
        _unite(one.counts, other.counts),
    )


def _unite(one: Mapping[str, frozenset[T]], other: Mapping[str, frozenset[T]]) -> Mapping[str, frozenset[T]]:
    return {part: one.get(part, frozenset()) | other.get(part, frozenset()) for part in (*one, *other)}


def meet(one: Account, other: Account) -> Days | None:
    """The days that both allow; of one that says nothing those of the other. None: no day is left, or none is told."""
    if one.when is None or other.when is None:
        return one.when or other.when
    first, last = max(one.when[0], other.when[0]), min(one.when[1], other.when[1])
    return (first, last) if first <= last else None


class Likeness(NamedTuple):
    """What speaks for it that two accounts speak of one event."""

    weight: float = 0.0
    names: int = 0
    """How many names are shared that are no countries, the place among them."""
    lands: int = 0
    """How many countries are shared that have a part in it."""
    words: int = 0
    """How many words and numbers."""
    parties: int = 0
    """How many that have a part in it, countries and bodies too."""
    is_doubted: bool = False
    """Whether something speaks against it that may be two ways to put it."""

    @property
    def is_telling(self) -> bool:
        """Whether more is shared than one country, or one word."""
        return self.names > 0 or self.lands > 1 or self.words > 1


def compare(one: Account, other: Account, atlas: Atlas) -> Likeness | None:
    """What two accounts share; None where they tell of two events."""
    return weigh(one, other, atlas) if one.family == other.family and agree_in_time(one, other) else None


def weigh(one: Account, other: Account, atlas: Atlas) -> Likeness | None:
    """What two accounts of one family share, whatever their days; None where they tell of two events."""
    found = [weigh_place(one, other, atlas), weigh_words(one, other), weigh_counts(one, other)]
    found += [Likeness(1.5, 1)] if are_national(one, other, atlas) else []
    found += [weigh_cast(one, other, part, atlas) for part in sorted(one.cast.keys() & other.cast.keys())]
    told = [likeness for likeness in found if likeness]
    if len(told) < len(found):
        return None
    return Likeness(
        sum(likeness.weight for likeness in told),
        sum(likeness.names for likeness in told),
        sum(likeness.lands for likeness in told),
        sum(likeness.words for likeness in told),
        sum(likeness.parties for likeness in told),
        any(likeness.is_doubted for likeness in told),
    )


def are_national(one: Account, other: Account, atlas: Atlas) -> bool:
    """Whether both tell what one country does once, on a day that both state."""
    if not one.kinds | other.kinds <= NATIONAL or (one.dating, other.dating) != ("day", "day"):
        return False
    objects = one.cast.get("object", frozenset()) | other.cast.get("object", frozenset())
    lands = list_lands(one, atlas) & list_lands(other, atlas)
    return bool(lands) and all(key.type != "Person" for key in objects)


def list_lands(account: Account, atlas: Atlas) -> set[str]:
    """The countries of its places and those that have a part in it."""
    parties = set[Key]().union(*account.cast.values()) & atlas.countries
    return {*account.lands, *(land for key in parties if (land := atlas.find_land(key)))}


def agree_in_time(one: Account, other: Account) -> bool:
    """Whether some day is left that both allow; of two that are assumed more than the edge of both."""
    if one.when is None or other.when is None:
        return True
    days = meet(one, other)
    return days is not None and (one.dating != "assumed" or other.dating != "assumed" or days[0] < days[1])


def weigh_cast(one: Account, other: Account, part: str, atlas: Atlas) -> Likeness | None:
    """What speaks for one event in one part that both fill; None where others fill it."""
    left, right = one.cast[part], other.cast[part]
    found = match(left, right, atlas.members)
    rivals = any(are_rivals(ours, theirs, atlas) for ours in left - found.used for theirs in right - found.used)
    count = len(found.shared) + len(found.bodies)
    if rivals and count < (2 if one.family in ONE_PARTY else 1):
        return None
    # A ministry of a country says no more than the country; a council of two says that both have a part.
    lands = [key for key in found.shared if key in atlas.countries]
    lands += [key for key in found.bodies if len(atlas.members[key]) == 1]
    names = [key for key in (*found.shared, *found.bodies) if key not in lands]
    light = 0.5 if part == "agent" else 1.0
    weight = sum(1.0 if key.type in ("Person", "Event") else light for key in names) + 0.5 * len(lands)
    return Likeness(weight, len(names), len(lands), parties=count, is_doubted=rivals)


def are_rivals(one: Key, other: Key, atlas: Atlas) -> bool:
    """Whether who fills a part is another than who fills it in the other account."""
    if (one.type == "Person") != (other.type == "Person"):
        return False
    if one.type == "Person":
        # A surname alone may be that of the person whom the other text names in full.
        is_short = bool(one.brief or other.brief)
        return not (is_short and one.name.split()[-1] == other.name.split()[-1])
    if one.type != other.type:
        return False
    lands = {atlas.find_land(key) for key in (one, other)}
    return not (one.type == "Place" and len(lands) == 1 and not atlas.countries.isdisjoint((one, other)))


def weigh_place(one: Account, other: Account, atlas: Atlas) -> Likeness | None:
    """What the places say; None where they are different ones."""
    towns = one.towns & other.towns
    if towns:
        return Likeness(1.0 if one.family in SCENES else 0.5, 1)
    if one.lands and other.lands and one.lands.isdisjoint(other.lands):
        return None
    if one.towns and other.towns:
        is_known = all(key in atlas.codes for key in one.towns | other.towns)
        return None if is_known else Likeness(is_doubted=True)
    return Likeness(0.5 if one.lands & other.lands else 0.0)


def weigh_words(one: Account, other: Account) -> Likeness:
    """What the words say of what it is about: nothing in common where both say it is doubted."""
    shared = len(one.about & other.about)
    objects = one.cast.get("object", frozenset()) & other.cast.get("object", frozenset())
    is_doubted = one.family in ABOUT and bool(one.about and other.about) and not shared and not objects
    return Likeness(min(shared, 2) / 2, words=shared, is_doubted=is_doubted)


def weigh_counts(one: Account, other: Account) -> Likeness:
    """What the numbers say: the same one speaks for it, one many times as large against it."""
    weight, words, is_doubted = 0.0, 0, False
    for measure in one.counts.keys() & other.counts.keys():
        left, right = one.counts[measure], other.counts[measure]
        if shared := {count for count in left & right if count > 1}:
            is_rare = any(count >= LARGE and count % 10 for count in shared)
            weight, words = max(weight, 1.0 if is_rare else 0.5), words + 2
        elif left and right and measure:
            is_doubted |= not any(is_near(a, b) for a in left for b in right)
    return Likeness(weight, words=words, is_doubted=is_doubted)


def is_near(one: float, other: float) -> bool:
    """Whether two counts may be of one event, told early and late."""
    return abs(one - other) <= FEW or max(one, other) <= FAR * min(one, other)


def find_need(one: Account, other: Account) -> float:
    """How much two accounts must share for one event."""
    is_one_text = not one.briefs.isdisjoint(other.briefs)
    if one.family == "statement":
        need = 1.5 if is_one_text else 2.0
    else:
        need = 1.5 if one.family in REPEATED and not is_one_text else 1.0
    return need + _wide(one, other)


def _wide(one: Account, other: Account) -> float:
    """What is asked for where the days are not surely one: a day beside it is assumed; much happens in a week.

    Less in one text, which tells of one week once.
    """
    if one.when is None or other.when is None:
        return 0.0
    stretches = [
        days[1] - days[0] for days, dating in ((one.when, one.dating), (other.when, other.dating)) if dating == "range"
    ]
    if stretches and not one.briefs.isdisjoint(other.briefs):
        return 0.0 if max(stretches) < WEEK else 0.5
    if stretches:
        return 1.0 if max(stretches) < WEEK else 1.5
    return 0.0 if _middle(one.when) == _middle(other.when) else 0.5


def _middle(days: Days) -> date:
    return days[0] + (days[1] - days[0]) / 2


MOST_KEYS = 12
"""Of an account with more names only the first so many are compared in pairs."""


def list_keys(account: Account, atlas: Atlas) -> Iterator[Key | str]:
    """By what an account is looked up: its names, after whom they are called, its places; of a scene the country."""
    names = set[Key]().union(*account.cast.values())
    yield from sorted(names.union(account.towns, *(atlas.members.get(name, ()) for name in names)))
    if account.family in SCENES or account.kinds <= NATIONAL:
        yield from sorted(list_lands(account, atlas))


def list_days(days: Days) -> Sequence[date]:
    """Each of some days."""
    return [days[0] + timedelta(days=at) for at in range((days[1] - days[0]).days + 1)]
