"""The roles of somebody, by office; and who is named with the offices of a country or body."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model import Entity, StatedRole
from generator.rendering.addresses import NAMES, OFFICES, entity_index, relative
from generator.rendering.catalog import Catalog
from generator.rendering.markup import Markdown
from generator.rendering.offices import Holder, Office
from generator.rendering.readable import When, counted, shortened, show_date
from generator.rendering.views import (
    SENTENCE_CHARS,
    BriefLine,
    Link,
    Rows,
    Way,
    WayTo,
    first_rows,
    show_brief,
    show_link,
    show_way,
    show_ways,
)

_STATED_SHOWN = 5
"""Places where one role is stated."""
_ROLES_SHOWN, _SPELLINGS, _OFFICES, _HOLDERS = 50, 6, 20, 12


@dataclass(frozen=True, slots=True)
class StatedIn:
    """Where a role is stated."""

    way: Way
    brief: BriefLine


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A role as stated, or an office in all its spellings, with the briefs that state it, the newest first."""

    title: str
    """As most of these briefs have it."""
    is_by_editor: bool
    """The words are the curator's; the way leads to what the source says in their place."""
    spellings: tuple[str, ...]
    """What else the briefs call the office."""
    first: When | None
    last: When | None
    """The day of the oldest and newest of several briefs that state it; None where they are of one day."""
    stated: Rows[StatedIn]


@dataclass(frozen=True, slots=True)
class HolderLine:
    """Somebody who is named with an office."""

    person: Link
    first: When | None
    last: When | None
    """The day of the oldest and newest brief that says so; no last where they are of one day."""
    briefs: Markdown
    ways: tuple[Way, ...]
    """To the oldest and the newest words that say so."""


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """An office with those who are named with it."""

    words: str
    of: Link | None
    """What it is an office of, where the collection names it."""
    of_name: str
    holders: Rows[HolderLine]


@dataclass(frozen=True, slots=True)
class OfficesPart:
    """The offices of one country or body."""

    offices: Rows[OfficeLine]
    href: Markdown
    """All offices of the collection."""


def people_ways(here: str) -> tuple[WayTo, ...]:
    """What shows the people of the collection."""
    return show_ways([("By name", entity_index("Person")), ("By office", OFFICES), ("Over time", NAMES)], here)


def show_roles(catalog: Catalog, entity: Entity, here: str) -> Rows[RoleLine]:
    """The roles of an entity: what names one office of one country or body together, else those of one wording."""
    offices = {
        role: (office.of, office.words)
        for office in catalog.offices()
        for holder in office.holders
        if holder.person == entity.id
        for role in holder.stated
    }
    titles = {role.title: offices[role] for role in entity.roles if role in offices}
    found: dict[tuple[bool, object], dict[str, StatedRole]] = {}
    for role in entity.roles:
        wording = " ".join(role.title.lower().split())
        office = None if role.by_editor else titles.get(role.title)
        found.setdefault((role.by_editor, office or wording), {}).setdefault(role.evidence.brief, role)
    return first_rows(
        [list(same.values()) for same in found.values()], _ROLES_SHOWN, lambda same: _role(catalog, same, here)
    )


def _role(catalog: Catalog, same: Sequence[StatedRole], here: str) -> RoleLine:
    def stated(role: StatedRole) -> StatedIn:
        return StatedIn(show_way(catalog, role.evidence, here), show_brief(catalog, role.evidence.brief, here))

    titles = _by_use(role.title for role in same)
    days = sorted(filter(None, (_day(catalog, role) for role in same)))
    spans = len(days) > 1 and days[0] != days[-1]
    return RoleLine(
        title=shortened(titles[0], SENTENCE_CHARS),
        is_by_editor=same[0].by_editor,
        spellings=tuple(shortened(title, SENTENCE_CHARS) for title in titles[1 : 1 + _SPELLINGS]),
        first=show_date(days[0]) if spans else None,
        last=show_date(days[-1]) if spans else None,
        stated=first_rows(same, _STATED_SHOWN, stated),
    )


def _by_use(titles: Iterable[str]) -> list[str]:
    """The wordings, the one of most briefs first, then in their order; such as differ in case only are one."""
    found: dict[str, list[str]] = {}
    for title in titles:
        found.setdefault(" ".join(title.lower().split()), []).append(title)
    return [same[0] for same in sorted(found.values(), key=lambda same: -len(same))]


def _day(catalog: Catalog, role: StatedRole) -> str | None:
    return catalog.briefs[role.evidence.brief].analysis.metadata.published.value


def show_offices_of(catalog: Catalog, entity: Entity, here: str) -> OfficesPart | None:
    """The offices of a country or body, with who is named with each; None where no role of a person names one."""
    offices = [office for office in catalog.offices() if office.body == entity.id]
    if not offices:
        return None
    rows = first_rows(offices, _OFFICES, lambda office: show_office(catalog, office, here))
    return OfficesPart(rows, relative(OFFICES, here))


def show_office(catalog: Catalog, office: Office, here: str) -> OfficeLine:
    """An office as a line of the page `here`."""
    body = catalog.entities.get(office.body or "")
    return OfficeLine(
        words=shortened(office.words, SENTENCE_CHARS),
        of=show_link(office.of, catalog.addresses.entities[body.id], here) if body else None,
        of_name=office.of,
        holders=first_rows(office.holders, _HOLDERS, lambda holder: _holder(catalog, holder, here)),
    )


def _holder(catalog: Catalog, holder: Holder, here: str) -> HolderLine:
    person = catalog.entities[holder.person]
    ends = dict.fromkeys((holder.stated[0], holder.stated[-1]))
    return HolderLine(
        person=show_link(person.name, catalog.addresses.entities[person.id], here),
        first=show_date(holder.first),
        last=show_date(holder.last) if holder.last != holder.first else None,
        briefs=counted(len(holder.stated), "brief"),
        ways=tuple(show_way(catalog, role.evidence, here) for role in ends),
    )
