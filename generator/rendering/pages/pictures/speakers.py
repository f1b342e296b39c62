"""The picture of who said what: those who speak most in the collection, over time."""

from collections.abc import Mapping, Sequence

from generator.model import Evidence
from generator.rendering.addresses import href
from generator.rendering.catalog import Catalog
from generator.rendering.markup import Markdown
from generator.rendering.pictures.lanes import Dot, Lane, draw_lanes
from generator.rendering.readable import first_day

_SPEAKERS = 12
Words = Mapping[str, Sequence[tuple[Evidence, bool]]]
"""For each speaker of a brief, where his words stand, and whether they are quoted."""


def draw_speakers(catalog: Catalog, cells: Mapping[str, Words], here: str) -> Markdown | None:
    """Those who speak in most briefs, then those with most words, by the day of publication."""
    if catalog.style == "markdown":
        return None
    found: dict[str, list[list[Evidence]]] = {}
    for words in cells.values():
        for who, said in words.items():
            found.setdefault(who, []).append([evidence for evidence, _ in said])
    first = sorted(found, key=lambda who: (-len(found[who]), -sum(map(len, found[who])), who))[:_SPEAKERS]
    lanes = [_lane(catalog, who, sorted(place for said in found[who] for place in said), here) for who in first]
    text = catalog.labels.text
    return draw_lanes(lanes, text("Who said how much, by day of publication"), "statement", "speakers", text)


def _lane(catalog: Catalog, who: str, said: Sequence[Evidence], here: str) -> Lane:
    dots = []
    for evidence in said:
        if day := first_day(catalog.briefs[evidence.brief].analysis.metadata.published.value):
            dots.append(Dot(day, href(catalog.addresses.of(evidence), here, catalog.style)))
    return Lane(catalog.entities[who].name, href(catalog.addresses.entities[who], here, catalog.style), tuple(dots))
