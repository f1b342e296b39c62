"""What an atlas knows of a place, as its page shows it: apart from what the sources say."""

from dataclasses import dataclass

from generator.model import PlaceReference
from generator.rendering.markup import Markdown


@dataclass(frozen=True, slots=True)
class AtlasLine:
    """What an atlas knows of a place; not from the sources."""

    what: str
    """`Capital of Kenya, Africa`."""
    numbers: Markdown
    """Code, coordinates, population and GeoNames number."""
    rule: str
    """Why it is held for this place."""


def show_atlas(reference: PlaceReference | None) -> AtlasLine | None:
    """The line of a place; None where the atlas says nothing."""
    if reference is None:
        return None
    head = "Country" if reference.kind == "country" else f"{reference.kind.capitalize()} in {reference.country}"
    parts = [
        f"ISO {reference.code}",
        f"{abs(reference.latitude):.2f}° {'S' if reference.latitude < 0 else 'N'}, "
        f"{abs(reference.longitude):.2f}° {'W' if reference.longitude < 0 else 'E'}",
    ]
    if reference.population:
        parts.append(f"{reference.population:,} people")
    if reference.geonames:
        parts.append(f"GeoNames {reference.geonames}")
    return AtlasLine(f"{head}, {reference.region}", Markdown(" · ".join(parts)), reference.rule)
