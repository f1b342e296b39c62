"""The places of the collection on a map: those of which it is certain where they lie; the others are listed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.language.world.places import find_cities, find_country
from generator.model import Entity, PlaceReference
from generator.rendering.addresses import MAP, entity_index, href
from generator.rendering.catalog import Catalog
from generator.rendering.drafts import Draft, PageKind
from generator.rendering.labels import Text
from generator.rendering.layout import name_key
from generator.rendering.markup import Markdown
from generator.rendering.pictures.places import Pin, draw_places, find_crowds
from generator.rendering.readable import counted
from generator.rendering.views import Link, Rows, WayTo, first_rows, place_ways, show_link

_LISTED = 40
"""Names that are not on the map, of one reason."""
Placed = tuple[Entity, int]
"""A place, and the briefs that name it as a place."""


@dataclass(frozen=True, slots=True)
class MissingGroup:
    """Places that are not on the map, for one reason; of several of one name the one that most briefs name."""

    words: Markdown
    reason: Markdown
    anchor: Markdown
    places: Rows[Link]


@dataclass(frozen=True, slots=True)
class MapView:
    """The places on a map."""

    title: str
    ways: tuple[WayTo, ...]
    count: Markdown
    """`12 places`: those on the map."""
    picture: Markdown | None
    """None in Markdown, and where no place is known."""
    closer: tuple[Markdown, ...]
    """The regions of a wide map in which most places lie."""
    missing: tuple[MissingGroup, ...]


def view_map(catalog: Catalog) -> MapView:
    """Make the view of the page."""
    places = [(entity, _count(entity)) for entity in catalog.library.entities if entity.type == "Place"]
    places.sort(key=lambda placed: (-placed[1], name_key(placed[0])))
    pins = list(_pins(catalog, places))
    return MapView(
        title="Places on a map",
        ways=place_ways(MAP),
        count=counted(len(pins), "place"),
        picture=_draw(catalog, pins) if pins else None,
        closer=tuple(_draw_closer(catalog, pins)),
        missing=tuple(_missing(catalog, places)),
    )


def _draw(catalog: Catalog, pins: Sequence[Pin]) -> Markdown | None:
    text = catalog.labels.text
    return draw_places(pins, text("Places by the number of their briefs"), "brief", text=text)


def _draw_closer(catalog: Catalog, pins: Sequence[Pin]) -> Iterator[Markdown]:
    text = catalog.labels.text
    for number, some in enumerate(find_crowds(pins), 1):
        first = max(some, key=lambda pin: pin.count)
        title = text("Closer: {name} and around it", name=first.name)
        drawn = draw_places(some, title, "brief", f"closer-{number}", text)
        if drawn:
            yield drawn


def _count(entity: Entity) -> int:
    """The briefs that name a place, those left out in which it only stands for its government."""
    metonyms = set(entity.metonyms)
    return len({mention.brief for mention in entity.mentions if mention not in metonyms})


def _pins(catalog: Catalog, places: Sequence[Placed]) -> Iterator[Pin]:
    """One pin for each place on earth; where two names are held apart that mean one, the more named stands for it."""
    if catalog.style == "markdown":
        return
    taken = set()
    for entity, count in places:
        known = entity.reference
        if known is None or not count or (spot := (known.kind == "country", known.latitude, known.longitude)) in taken:
            continue
        taken.add(spot)
        place = href(catalog.addresses.entities[entity.id], MAP, catalog.style)
        what = tell_place(known, catalog.labels.text)
        yield Pin(
            entity.name,
            what,
            known.latitude,
            known.longitude,
            count,
            place,
            known.kind == "country",
        )


def tell_place(known: PlaceReference, text: Text) -> str:
    """What the atlas says that a place is: `country, Africa`, `capital of Kenya`."""
    if known.kind == "country":
        return text("country, {region}", region=text(known.region))
    if known.kind == "capital":
        return text("capital of {country}", country=known.country)
    return text("{kind} in {country}", kind=text(known.kind), country=known.country)


_GROUPS = (
    (
        "Not certain which place is meant",
        "uncertain",
        "The atlas has one or several places of the name, and no source says which of them is meant, or that one is.",
    ),
    (
        "Not in the atlas",
        "unknown",
        "Regions, states, rivers, districts and small places: the atlas has countries and cities only.",
    ),
    (
        "Named for its government only",
        "government",
        "Here the name of a capital stands for the government that sits there.",
    ),
)


def _missing(catalog: Catalog, places: Sequence[Placed]) -> Iterator[MissingGroup]:
    groups: tuple[list[Entity], list[Entity], list[Entity]] = ([], [], [])
    for entity, count in places:
        if entity.reference is None:
            groups[not _is_in_atlas(entity.name)].append(entity)
        elif not count:
            groups[-1].append(entity)
    for (words, anchor, reason), found in zip(_GROUPS, groups, strict=True):
        if found:
            named = list({entity.name: entity for entity in reversed(found)}.values())[::-1]
            rows = first_rows(named, _LISTED, lambda one: show_link(one.name, catalog.addresses.entities[one.id], MAP))
            yield MissingGroup(Markdown(words), Markdown(reason), Markdown(anchor), rows)


def _is_in_atlas(name: str) -> bool:
    return bool(find_cities(name) or find_country(name))


def draft_map(catalog: Catalog) -> Iterator[Draft]:
    """The page."""
    words = "The places of the collection of which it is certain where they lie, on a map and in a table."
    yield Draft(MAP, None, words, partial(view_map, catalog), searchable=False)


PAGE = PageKind("map", "map", draft_map, under=entity_index("Place"))
