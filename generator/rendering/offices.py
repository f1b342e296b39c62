"""Who is named with which office of a country or body: the roles of people whose words name both.

"Russian foreign minister" and "foreign minister of Russia" are one office; "president" alone is none: it does not say
of what. Who is told to have held it formerly, or to be about to, is left out.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from generator.language.world.places import country_of, country_of_people
from generator.model import Brief, Entity, Evidence, Library, StatedRole
from generator.text.spans import Spans
from generator.text.wordlists import load_sections

HEADS = "last words of what one person holds at a time"
"""Before "of" and "for"."""
PAIRS = "last two words of such"
SEVERAL = "words that alone do not say which of several offices of a country is meant"
BESIDE = "words before an office that do not belong to it"
NOT_HELD = "words that say that somebody held an office or may hold it"
_OWNED = re.compile(r"(?P<owner>.{2,60}?)['’]s? (?P<office>.{3,120})")
_OF = (
    re.compile(r"(?P<office>.{3,120}) of (?:the )?(?P<owner>.{2,60})"),
    re.compile(r"(?P<office>.{3,120}?) of (?:the )?(?P<owner>.{2,60})"),
)
"""An office and whose it is, parted at the last "of", or at the first."""
_OF_A_FIELD = re.compile(r"(?:minister|secretary|ambassador|commissioner)(?: of| for| to|$)")
"""Heads behind which "of" may name the field of a country's office; behind others it names another body."""
_JOINTS = re.compile(r"(?:^(?:the|['’]s?)\s+|\s+(?:of|for|at|to|in)(?:\s+the)?$|['’]s?$)")
"""What is left of a role at the place where the name of its body stood."""
_PLAIN = re.compile(r"[^\W\d_]+(?:[ .]+[^\W\d_]+)*\.?")
"""Words only: nobody's wife or envoy, no rest of another name."""
_COUNTRY_WORDS = 4


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who is named with an office."""

    person: str
    stated: tuple[StatedRole, ...]
    """Each brief once, the oldest first, those without a date last."""
    first: str | None
    last: str | None
    """The day of the oldest and of the newest brief that says so: no days of taking or leaving it, and one may tell of
    the past."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office of a country or body, with all who are named with it."""

    words: str
    """Without what it is of, as most sources write it."""
    of: str
    """The common name of the country, else the name of the body."""
    body: str | None
    """`Entity.id` of what it is an office of, where the collection names it."""
    holders: tuple[Holder, ...]
    """The one who is told of first stands first."""


@cache
def _words(heading: str) -> frozenset[str]:
    return frozenset(dict(load_sections("office_words.txt"))[heading])


def read_office(role: str) -> tuple[str, str] | None:
    """The office and the country that a role names: `("foreign minister", "Russia")`; None where it names none.

    >>> read_office("Russian Foreign Minister") == read_office("the foreign minister of Russia")
    True
    >>> read_office("president"), read_office("Russian journalist"), read_office("former president of Kenya")
    (None, None, None)
    """
    read = _read(role)
    return (fold_office(read[0]) or "", read[1]) if read else None


def _read(role: str) -> tuple[str, str] | None:
    """The same with the office in the words of the source."""
    plain = " ".join(role.split()).removeprefix("the ").removeprefix("The ")
    for office, owner in _readings(plain):
        if (country := country_of(owner) or country_of_people(owner)) and (head := fold_office(office)):
            return None if _words(SEVERAL).issuperset(head.split()) else (office, country)
    return None


def _readings(role: str) -> Iterator[tuple[str, str]]:
    """The ways to part an office from whose it is."""
    if owned := _OWNED.fullmatch(role):
        yield owned["office"], owned["owner"].removeprefix("the ")
    words = role.split(" ")
    for size in range(min(len(words) - 1, _COUNTRY_WORDS), 0, -1):
        yield " ".join(words[size:]), " ".join(words[:size])
    for parted in _OF:
        if behind := parted.fullmatch(role):
            yield behind["office"], behind["owner"]
    for at, word in enumerate(words[1:], 1):
        if country_of_people(word):
            yield " ".join([*words[:at], *words[at + 1 :]]), word


def fold_office(words: str) -> str | None:
    """What the spellings of an office have in common; None for what one person does not hold at a time."""
    parts = words.casefold().replace("-", " ").split()
    while parts and parts[0] in _words(BESIDE):
        parts.pop(0)
    folded = " ".join(parts)
    head = re.split(r" (?:of|for|to|on)\b", folded)[0].split()
    if not _PLAIN.fullmatch(folded) or {"and", "or"}.intersection(head):
        return None
    if _words(NOT_HELD).intersection(folded.split()):
        return None
    is_other_bodys = len(head) < len(folded.split()) and not _OF_A_FIELD.search(folded)
    if is_other_bodys or folded.endswith((" of", " for", " to")):
        return None
    return folded if head[-1] in _words(HEADS) or " ".join(head[-2:]) in _words(PAIRS) else None


def find_offices(library: Library) -> tuple[Office, ...]:
    """The offices that roles of people name, by what they are of, then by their words."""
    briefs = {brief.id: brief for brief in library.briefs}
    bodies = {entity.id: entity for entity in library.entities if entity.type in ("Organization", "Place")}
    countries = {country: id_ for id_, body in bodies.items() if (country := country_of(body.name))}
    owners = _owners(library.briefs)
    found: dict[tuple[str, str], dict[str, list[StatedRole]]] = {}
    spellings: dict[tuple[str, str], Counter[str]] = {}
    for person in library.entities:
        for role in person.roles if person.type == "Person" else ():
            if not role.by_editor and (office := _office_of(role, bodies, owners)):
                key = fold_office(office[0]) or "", office[1]
                found.setdefault(key, {}).setdefault(person.id, []).append(role)
                spellings.setdefault(key, Counter())[office[0]] += 1
    names = {key: min(words, key=lambda one: (-words[one], one)) for key, words in spellings.items()}
    offices = [_tell(names[key], key[1], held, briefs, bodies, countries) for key, held in found.items()]
    return tuple(sorted(offices, key=lambda office: (office.of.casefold(), office.words.casefold(), office.of)))


Owner = tuple[str, str]
"""What remains of a role without the name of its body, and the body's `Entity.id`."""


def _owners(briefs: Iterable[Brief]) -> Mapping[Evidence, Owner]:
    """For each role in whose words an organization or place is named: its other words and the name."""
    found: dict[Evidence, Owner] = {}
    for brief in briefs:
        known, text, mentions = dict(brief.entities), brief.analysis.document.text, Spans(brief.analysis.mentions)
        for entity in brief.analysis.entities:
            for role in entity.roles:
                named = [one.span for one in mentions.inside(role.span) if one.entity == role.of]
                if len(named) == 1 and role.of in known:
                    (name,) = named
                    parts = (text[role.span.start : name.start], text[name.end : role.span.end])
                    # Words on both sides of a name are no phrase of the source.
                    before, behind = (_JOINTS.sub("", part.strip()).strip() for part in parts)
                    if not (before and behind):
                        found[Evidence(brief.id, role.span)] = (before or behind, known[role.of])
    return found


def _office_of(
    role: StatedRole, bodies: Mapping[str, Entity], owners: Mapping[Evidence, Owner]
) -> tuple[str, str] | None:
    """The words of the office, and what it is of: the name of a country or the id of a body."""
    if read := _read(role.title):
        return read
    words, body = owners.get(role.evidence, ("", ""))
    if body not in bodies or not fold_office(words):
        return None
    return words, country_of(bodies[body].name) or f"#{body}"


def _tell(
    words: str,
    of: str,
    held: Mapping[str, list[StatedRole]],
    briefs: Mapping[str, Brief],
    bodies: Mapping[str, Entity],
    countries: Mapping[str, str],
) -> Office:
    body = of[1:] if of.startswith("#") else countries.get(of)
    holders = [_holder(person, roles, briefs) for person, roles in held.items()]
    return Office(
        words=words,
        of=bodies[of[1:]].name if of.startswith("#") else of,
        body=body,
        holders=tuple(sorted(holders, key=lambda one: (one.first is None, one.first or "", one.person))),
    )


def _holder(person: str, roles: Iterable[StatedRole], briefs: Mapping[str, Brief]) -> Holder:
    def day(role: StatedRole) -> str:
        return briefs[role.evidence.brief].analysis.metadata.published.value or ""

    each = {role.evidence.brief: role for role in sorted(roles, key=lambda role: role.evidence.span, reverse=True)}
    stated = sorted(each.values(), key=lambda role: (not day(role), day(role), role.evidence.brief))
    days = [day(role) for role in stated if day(role)]
    return Holder(person, tuple(stated), days[0] if days else None, days[-1] if days else None)
