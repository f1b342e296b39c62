"""An event of the collection, out of the tellings that speak of it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, get_args

from generator.language.wording import begins_open, is_pronoun
from generator.linking.events.accounts import MUTUAL, Atlas
from generator.linking.events.tellings import Held, Telling
from generator.linking.identity.entities import Key
from generator.linking.identity.forms import fold
from generator.model import ArgumentRole, Event, EventArgument, EventPart, EventStatus, Evidence, Standing
from generator.text.addresses import MAX_LENGTH
from generator.text.edtf import bounds

WORD = re.compile(r"[^\W_]+")
SIDES: frozenset[ArgumentRole] = frozenset({"agent", "partner", "patient"})
MAIN: Sequence[frozenset[ArgumentRole]] = tuple(
    frozenset({role}) for role in ("patient", "agent", "theme", "partner", "recipient")
)
"""The parts of which the first that is filled by a name is named in the address of an event."""
LONGEST_CLAUSE = 140
"""Characters of a short sentence that still reads as a title."""
ORDER: Sequence[EventStatus] = ("cancelled", "postponed", "reported", "under way", "announced")


def list_participants(group: Iterable[Telling]) -> tuple[Key, ...]:
    """The participants of an event, in the order of the tellings, each once."""
    return tuple(dict.fromkeys(key for telling in group for key in telling.participants))


def list_places(group: Iterable[Telling], atlas: Atlas) -> tuple[Key, ...]:
    """All places of an event: towns before their countries, those that most tellings name first."""
    told = [key for telling in group for key in telling.places]
    return tuple(sorted(set(told), key=lambda place: (place in atlas.countries, -told.count(place), place)))


def choose_day(group: Iterable[Telling]) -> str | None:
    """The date of an event as EDTF: its day where a telling gives one, else the fewest days that one gives."""
    dates = [telling.day for telling in group if telling.day]
    return min(dates, key=lambda date: (count_days(date), dates.index(date)), default=None)


def count_days(date: str) -> int:
    """How many days an EDTF value covers; of one that is uncertain very many."""
    days = bounds(date)
    return (days[1] - days[0]).days if days else 10**6


def choose_assumed(group: Iterable[Telling]) -> str | None:
    """The day that most tellings are given by a rule; of equals the first."""
    days = [telling.assumed for telling in group if telling.assumed]
    return min(days, key=lambda day: (-days.count(day), day), default=None)


def choose_kind(group: Iterable[Telling]) -> str | None:
    """The kind that most tellings name; of equals the first by alphabet."""
    kinds = [telling.kind for telling in group if telling.kind]
    return min(kinds, key=lambda kind: (-kinds.count(kind), kind), default=None)


def choose_standing(group: Iterable[Telling]) -> Standing:
    """How the telling tells the event that is surest of it."""
    return min((telling.part for telling in group), key=rank_standing).standing


def rank_standing(part: EventPart) -> tuple[int, bool]:
    """How sure a sentence is of an event, the less the surer: what somebody who is named tells goes before what is
    planned."""
    order = get_args(Standing).index
    return (order("asserted"), True) if part.teller else (order(part.standing), False)


def choose_status(group: Iterable[Telling]) -> EventStatus:
    """Called off if a telling says so, else reported if one does."""
    stated = {telling.part.status for telling in group}
    return next(status for status in ORDER if status in stated)


def choose_clause(group: Iterable[Telling], texts: Mapping[str, str]) -> tuple[Evidence, ...]:
    """The short sentence that tells the event best: as a fact, naming who does it, with a date, whole and short.

    None that begins with a pronoun, which says nothing by itself.
    """
    told = [t for t in group if t.clause and not begins_open(t.clause[0].of(texts[t.brief]))]
    best = min(told, key=rank_clause, default=None)
    return tuple(Evidence(best.brief, span) for span in best.clause) if best else ()


def rank_clause(telling: Telling) -> tuple[object, ...]:
    """How well a telling's short sentence tells its event; the less the better."""
    clause, roles = telling.clause, set[str]()
    for held in telling.arguments:
        if any(span.overlaps(held.argument.span) for span in clause):
            roles.add(held.argument.role)
    length = sum(span.end - span.start for span in clause)
    return (
        rank_standing(telling.part),
        length > LONGEST_CLAUSE,
        -len(roles & SIDES),
        telling.day is None,
        -len(roles),
        length,
        telling.part.evidence,
    )


def build_arguments(group: Sequence[Telling], ids: Mapping[Key, str]) -> tuple[EventArgument, ...]:
    """All who and what has a part, each once, in the order of the tellings."""
    doers = {held.key for telling in group for held in telling.arguments if held.argument.role == "agent"}
    found: dict[tuple[object, ...], list[tuple[Held, Evidence]]] = {}
    for telling in group:
        for held in telling.arguments:
            argument = held.argument
            if held.key is None and is_pronoun(held.words):
                continue
            # Both sides of a meeting do it: who is beside another in one sentence and does it in the next does it.
            role = "agent" if argument.role == "partner" and held.key and held.key in doers else argument.role
            what = held.key or (held.number if held.number is not None else held.words)
            evidence = Evidence(telling.brief, argument.span)
            found.setdefault((role, argument.measure, what), []).append((held, evidence))
    return tuple(
        EventArgument(
            role,  # type: ignore[arg-type]  # as of the first of its key
            tuple(sorted({evidence for _, evidence in told})),
            ids[told[0][0].key] if told[0][0].key else None,
            told[0][0].argument.measure,
        )
        for (role, *_), told in found.items()
    )


def build_parts(group: Sequence[Telling], day: str | None) -> tuple[EventPart, ...]:
    """The tellings; those without a date of their own say which briefs give it."""
    briefs = tuple(sorted({telling.brief for telling in group if telling.day == day}))
    if day is None:
        return tuple(telling.part for telling in group)
    return tuple(
        telling.part if telling.day else replace(telling.part, rule=_known(telling, day, briefs), known_from=briefs)
        for telling in group
    )


def _known(telling: Telling, day: str, briefs: Sequence[str]) -> str:
    """Where the day of an event is known from that a sentence does not give."""
    if telling.brief in briefs:
        return f"{day} by another sentence of this brief; not stated here"
    return f"date known from {', '.join(briefs[:3])}: {day}; not stated here"


def choose_words(group: Sequence[Telling], names: Mapping[Key, Sequence[str]], atlas: Atlas) -> list[Sequence[str]]:
    """Who or what the event is called by: both who meet; else to whom it is done, who does it, or where.

    For each the name, and an acronym where it has one.
    """
    is_mutual = group[0].kind in MUTUAL
    for roles in (SIDES, *MAIN) if is_mutual else MAIN:
        held = [one for telling in group for one in telling.arguments if one.argument.role in roles]
        told = [one.key for one in held if one.key]
        if told:
            within = set[Key]().union(*(atlas.members.get(key, ()) for key in told))
            ordered = sorted(set(told) - within, key=lambda key: (key in atlas.countries, -told.count(key), key))
            return [names[key] for key in ordered[: 1 + is_mutual]]
    places = list_places(group, atlas)
    if places:
        return [names[places[0]]]
    words = (held.words for telling in group for held in telling.arguments if not begins_open(held.words))
    return [(next(words, group[0].words),)]


def word_id(group: Sequence[Telling], names: Mapping[Key, Sequence[str]], atlas: Atlas) -> str:
    """The address that an event asks for: its date, its kind, and by whom or what it is called."""
    day = choose_day(group) or choose_assumed(group) or "undated"
    head = f"{day} {choose_kind(group) or ''} "
    return head + fit_words(head, choose_words(group, names, atlas))


def fit_words(head: str, said: Sequence[Sequence[str]]) -> str:
    """Names behind the head of an address; of what is too long the acronyms, the longest first, else fewer words."""
    words = [forms[0] for forms in said]
    for at in sorted(range(len(said)), key=lambda at: -len(words[at])):
        if len(slugify_all(head, words)) > MAX_LENGTH:
            words[at] = said[at][-1]
    kept = " ".join(words).split()
    while len(kept) > 1 and len(slugify_all(head, kept)) > MAX_LENGTH:
        kept.pop()
    return " ".join(kept)


def slugify_all(head: str, words: Iterable[str]) -> str:
    """How an address reads that is not cut, near enough."""
    return "-".join(WORD.findall(fold(" ".join((head, *words)))))


class Built(NamedTuple):
    """What an event is built with, beside its tellings."""

    ids: Mapping[Key, str]
    texts: Mapping[str, str]
    """By brief."""
    atlas: Atlas


def build_event(group: Sequence[Telling], event_id: str, within: str | None, built: Built) -> Event:
    """The event as the site shows it."""
    day = choose_day(group)
    places = tuple(built.ids[key] for key in list_places(group, built.atlas))
    return Event(
        id=event_id,
        date=day,
        place=places[0] if places else None,
        participants=tuple(built.ids[key] for key in list_participants(group)),
        parts=build_parts(group, day),
        kind=choose_kind(group),
        status=choose_status(group),
        standing=choose_standing(group),
        arguments=build_arguments(group, built.ids),
        places=places,
        clause=choose_clause(group, built.texts),
        within=within,
        assumed=None if day else choose_assumed(group),
    )


def find_wholes(tellings: Sequence[Telling], groups: Sequence[Sequence[int]]) -> dict[int, int]:
    """For the groups that are part of another event the group of that event; of several the one most often told."""
    owners = {number: at for at, group in enumerate(groups) for number in group}
    numbers = {(telling.brief, telling.at): number for number, telling in enumerate(tellings)}
    found: dict[int, int] = {}
    for at, group in enumerate(groups):
        told = [
            owners[numbers[telling.brief, telling.within]]
            for telling in (tellings[number] for number in group)
            if telling.within is not None and numbers.get((telling.brief, telling.within)) in owners
        ]
        wholes = [whole for whole in told if whole != at and not _leads_to(whole, at, found)]
        if wholes:
            found[at] = min(wholes, key=lambda whole: (-wholes.count(whole), whole))
    return found


def _leads_to(whole: int, part: int, found: Mapping[int, int]) -> bool:
    """Whether an event is, over others, a part of its own part."""
    at: int | None = whole
    while at is not None and at != part:
        at = found.get(at)
    return at == part
