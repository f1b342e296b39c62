"""The pictures of names: one name over time and with those beside it, those of the whole collection on a page."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from generator.model import Entity
from generator.rendering.addresses import NAMES, entity_index, href, relative, text_page
from generator.rendering.catalog import TITLE_CHARS, Catalog, ties
from generator.rendering.drafts import Draft, PageKind
from generator.rendering.layout import briefs_of
from generator.rendering.markup import Markdown
from generator.rendering.pictures.arcs import Node, draw_graph, draw_together
from generator.rendering.pictures.lanes import Dot, Lane, draw_lanes
from generator.rendering.pictures.strip import Tick, draw_strip
from generator.rendering.readable import first_day, shortened
from generator.text.origins import origin_key

_LEAST_DRAWN = 3
"""Two names beside one need no figure, nor do the mentions of two briefs."""
_OVER_TIME, _TOGETHER = 12, 24


@dataclass(frozen=True, slots=True)
class NamesView:
    """Who is named when, and with whom, in the whole collection."""

    title: str
    over_time: Markdown | None
    """The names of most briefs, by the day on which their briefs were published."""
    together: Markdown | None
    """Who is named in the same briefs."""
    people_href: Markdown
    organizations_href: Markdown


def draw_mentions(catalog: Catalog, entity: Entity, here: str) -> Markdown | None:
    """The mentions over time; a bar leads to the first of them, the table to the briefs."""
    if catalog.style == "markdown":
        return None
    ticks = []
    for mention in entity.mentions:
        if day := first_day(catalog.briefs[mention.brief].analysis.metadata.published.value):
            place = href(catalog.addresses.of(mention), here, catalog.style)
            brief = href(text_page(mention.brief), here, catalog.style)
            ticks.append(Tick(day, place, (catalog.cards[mention.brief].title, brief)))
    if len({tick.source for tick in ticks}) < _LEAST_DRAWN:
        return None
    text = catalog.labels.text
    title = text("Mentions of {name} by day of publication", name=shortened(entity.name, TITLE_CHARS))
    return draw_strip(ticks, title, "mention", text=text)


def draw_neighbours(catalog: Catalog, entity: Entity, near: Sequence[tuple[str, int]], here: str) -> Markdown | None:
    """The figure of an entity with those beside it; Markdown has no figure, since links in it need raw HTML."""
    if catalog.style == "markdown" or len(near) < _LEAST_DRAWN:
        return None
    counts = [(entity.id, len(entity.mentions)), *near]
    nodes = [
        Node(
            id=id_,
            name=catalog.entities[id_].name,
            kind=Markdown(catalog.entities[id_].type.lower()),
            href=href(catalog.addresses.entities[id_], here, catalog.style),
            count=count,
        )
        for id_, count in counts
    ]
    return draw_graph(nodes, ties(catalog, entity, {id_ for id_, _ in near}), catalog.labels.text)


def view_names(catalog: Catalog) -> NamesView:
    """Make the view of the page; in Markdown it has no pictures."""
    found = {entity.id: briefs_of(entity) for entity in _drawn(catalog)}
    first = sorted(found, key=lambda name: (-len(found[name]), -len(catalog.entities[name].mentions), name))
    is_drawn = catalog.style != "markdown"
    return NamesView(
        title="Names over time and together",
        over_time=_over_time(catalog, first[:_OVER_TIME]) if is_drawn else None,
        together=_together(catalog, first[:_TOGETHER], found) if is_drawn else None,
        people_href=relative(entity_index("Person"), NAMES),
        organizations_href=relative(entity_index("Organization"), NAMES),
    )


def _drawn(catalog: Catalog) -> list[Entity]:
    """The people and organizations, without media where there are enough others."""
    media = {origin_key(credit.name) for brief in catalog.library.briefs for credit in brief.analysis.credits}
    told = [entity for entity in catalog.library.entities if entity.type in _TYPES]
    others = [entity for entity in told if not _is_one_of(entity, media)]
    return others if len(others) >= _TOGETHER else told


def _is_one_of(entity: Entity, media: Collection[str]) -> bool:
    """Whether it is an agency or medium that briefs credit or cite: they name it for where they have it from."""
    return any(origin_key(name) in media for name in (entity.name, *entity.aliases))


_TYPES = ("Person", "Organization")
"""A place stands in a brief for where it was written too; it says little of who has to do with whom."""


def _over_time(catalog: Catalog, names: Sequence[str]) -> Markdown | None:
    lanes = [_lane(catalog, catalog.entities[name]) for name in names]
    title = catalog.labels.text("Mentions of the most named, by day of publication")
    return draw_lanes(lanes, title, "mention", "over-time", catalog.labels.text)


def _lane(catalog: Catalog, entity: Entity) -> Lane:
    dots = []
    for mention in entity.mentions:
        if day := first_day(catalog.briefs[mention.brief].analysis.metadata.published.value):
            dots.append(Dot(day, href(catalog.addresses.of(mention), NAMES, catalog.style)))
    return Lane(entity.name, href(catalog.addresses.entities[entity.id], NAMES, catalog.style), tuple(dots))


def _together(catalog: Catalog, names: Sequence[str], found: Mapping[str, Sequence[str]]) -> Markdown | None:
    """Who stands in the same briefs; one brief in common says little, so two are asked for where any names have two."""
    by_brief: dict[str, list[str]] = {}
    for name in names:
        for brief in found[name]:
            by_brief.setdefault(brief, []).append(name)
    counts = Counter(pair for some in by_brief.values() for pair in combinations(sorted(some), 2))
    often = {pair: count for pair, count in counts.items() if count > 1} or counts
    tied = {name for pair in often for name in pair}
    text = catalog.labels.text
    nodes = [_node(catalog, name, len(found[name])) for name in names if name in tied]
    return draw_together(nodes, often, text("Who is named in the same briefs"), text)


def _node(catalog: Catalog, name: str, count: int) -> Node:
    entity = catalog.entities[name]
    place = href(catalog.addresses.entities[name], NAMES, catalog.style)
    return Node(name, entity.name, Markdown(entity.type.lower()), place, count)


def draft_names(catalog: Catalog) -> Iterator[Draft]:
    """The page."""
    words = "The people and organizations named most, over time and in the same briefs."
    yield Draft(NAMES, None, words, partial(view_names, catalog), searchable=False)


PAGE = PageKind("names", "names", draft_names, under=entity_index("Person"))
