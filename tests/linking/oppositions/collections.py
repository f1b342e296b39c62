"""Small collections that are studied as sources are, to see what opposes each other in them."""

from functools import cache

from generator.analysis import analyse
from generator.cleaning import clean
from generator.curation import Curation, read_overrides
from generator.linking import link
from generator.model import Analysis, Evidence, Library, Opposition, Position, Side, Source
from generator.readers import read


@cache
def study(brief: str, day: str | None, text: str) -> Analysis:
    """All that is found in a brief that was published on a day."""
    published = f"published: {day}\n" if day else ""
    content = f"---\ntitle: Report\n{published}language: en\n---\n\n{text}\n"
    return analyse(clean(read(Source(f"{brief}.md", brief, content.encode()))))


def collect(*texts: str, days: tuple[str | None, ...] = (), overrides: str = "") -> Library:
    """The collection of some texts, of briefs one, two and three, with what the curator decided."""
    names = ("one", "two", "three")
    dated = days or ("2022-05-03",) * len(texts)
    found, problems = read_overrides(overrides, "_overrides.yml")
    analyses = [study(name, day, text) for name, day, text in zip(names, dated, texts, strict=False)]
    return link(analyses, curation=Curation(found, (), problems))


def tell(library: Library) -> list[str]:
    """Each opposition on one line: its kind, and who says what on each side."""
    return [f"{one.kind}: {' / '.join(tell_side(library, side) for side in one.sides)}" for one in library.oppositions]


def tell_side(library: Library, side: Side) -> str:
    """Who says what."""
    return "; ".join(tell_position(library, position) for position in side.positions)


def tell_position(library: Library, position: Position) -> str:
    """Who is where, in the words of the source."""
    holder = slice_of(library, position.holder) if position.holder else "-"
    return f"{holder} {position.act} {slice_of(library, position.words)}"


def slice_of(library: Library, place: Evidence) -> str:
    """The words of a place."""
    brief = next(brief for brief in library.briefs if brief.id == place.brief)
    return place.span.of(brief.analysis.document.text)


def the_one(library: Library) -> Opposition:
    """The only opposition of a collection."""
    (one,) = library.oppositions
    return one
