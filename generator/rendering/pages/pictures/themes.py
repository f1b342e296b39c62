"""The pictures of a theme, and of the themes beside each other: what happened when, by whom, and on whose word."""

from collections.abc import Iterable, Iterator, Sequence

from generator.model import Event, Theme
from generator.rendering.addresses import href, theme_page
from generator.rendering.catalog import TITLE_CHARS, Catalog
from generator.rendering.days import date_of, day_of_event
from generator.rendering.markup import Markdown
from generator.rendering.pages.overview.theme_list import weigh_themes
from generator.rendering.pictures.lanes import Dot, Lane, draw_lanes
from generator.rendering.pictures.rows import Row, draw_rows
from generator.rendering.readable import first_day, shortened

_THEMES, _NAMES = 8, 8


def draw_themes(catalog: Catalog, here: str) -> Markdown | None:
    """The events of the themes of most weight; a mark leads to its event, or to the day of the first of several."""
    if catalog.style == "markdown":
        return None
    text = catalog.labels.text
    lanes = [_theme(catalog, theme, here) for theme in weigh_themes(catalog)[:_THEMES]]
    return draw_lanes(lanes, text("Events of the themes over time"), "event", text=text)


def _theme(catalog: Catalog, theme: Theme, here: str) -> Lane:
    told = [catalog.events[event] for event in theme.events]
    return Lane(theme.name, href(theme_page(theme), here, catalog.style), tuple(_dots(catalog, told, here)))


def draw_names(catalog: Catalog, theme: Theme, here: str) -> Markdown | None:
    """The events of a theme, by the people and organizations that take part in most of them."""
    if catalog.style == "markdown":
        return None
    told = [catalog.events[event] for event in theme.events]
    names = [name for name in theme.entities if catalog.entities[name].type in ("Person", "Organization")]
    found = {name: [event for event in told if name in event.participants] for name in names}
    shown = sorted(found, key=lambda name: -len(found[name]))[:_NAMES]
    lanes = [_name(catalog, name, found[name], here) for name in shown]
    title = catalog.labels.text("Who takes part in what, over time: {name}", name=shortened(theme.name, TITLE_CHARS))
    return draw_lanes(lanes, title, "part", text=catalog.labels.text)


def _name(catalog: Catalog, name: str, told: Sequence[Event], here: str) -> Lane:
    place = href(catalog.addresses.entities[name], here, catalog.style)
    return Lane(catalog.entities[name].name, place, tuple(_dots(catalog, told, here)))


def draw_origins(catalog: Catalog, theme: Theme, origins: Iterable[tuple[str, int]]) -> Markdown | None:
    """How many briefs of a theme each origin has; those whose origin nobody names stand in one bar."""
    if catalog.style == "markdown":
        return None
    counts: dict[str, int] = {}
    for names, briefs in origins:
        counts[names] = counts.get(names, 0) + briefs
    text = catalog.labels.text
    rows = [Row(name or text("Origin not named"), count, None) for name, count in counts.items()]
    title = text("Briefs by origin: {name}", name=shortened(theme.name, TITLE_CHARS))
    return draw_rows(rows, title, "Origin", "briefs", "origins", text)


def _dots(catalog: Catalog, told: Iterable[Event], here: str) -> Iterator[Dot]:
    for event in told:
        if day := first_day(date_of(event)):
            on_timeline = catalog.addresses.days.get(day_of_event(event) or "")
            yield Dot(
                day,
                href(catalog.addresses.events[event.id], here, catalog.style),
                href(on_timeline, here, catalog.style) if on_timeline else None,
            )
