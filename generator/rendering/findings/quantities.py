"""Figures: the numbers of a brief in their sentences, and those of all briefs by what they count and about what."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.model import Brief, Entity, Event, Evidence, Quantity
from generator.rendering.catalog import Catalog, unit_of
from generator.rendering.happenings import event_title, show_source
from generator.rendering.markup import Markdown
from generator.rendering.readable import When, shortened
from generator.rendering.views import (
    Link,
    SentenceLine,
    Way,
    show_link,
    show_sentence,
    show_way,
)

_PEOPLE = frozenset({"killed", "injured", "arrested"})
"""Measures that say what is counted better than the noun: of "nine people" and of "nine"."""
_WORDS_CHARS = 120
_ABOUT_CHARS = 100


@dataclass(frozen=True, slots=True)
class FigureLine:
    """The figures of one sentence of a brief."""

    words: tuple[str, ...]
    """Each as written: "at least 126,000 cases"."""
    tags: tuple[Markdown, ...]
    """What is counted where the words do not say: `killed`."""
    sentence: SentenceLine | None
    """With the figures set off; None where the page has the sentence already."""
    way: Way


class Told(NamedTuple):
    """A figure of the collection."""

    brief: Brief
    quantity: Quantity
    what: str
    """What it counts: `killed`, `cases`, `% of voters`."""
    about: str
    """The id of the event or, behind "in ", of the one place of its sentence; empty where neither is sure."""

    @property
    def key(self) -> str:
        """What it has in common with others that count the same."""
        return self.what.casefold()


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A figure of the collection as a line."""

    words: str
    published: When | None
    """The day of its brief."""
    way: Way
    """To its sentence, called after the publisher or title."""


@dataclass(frozen=True, slots=True)
class About:
    """The figures of one thing about one event or place, side by side."""

    words: str
    """The event or place; empty where it is not sure."""
    link: Link | None
    figures: tuple[ToldLine, ...]


def words_of(brief: Brief, one: Quantity) -> str:
    """A figure as it is written."""
    return shortened(" ".join(one.span.of(brief.analysis.document.text).split()), _WORDS_CHARS)


def weigh(one: Quantity) -> int:
    """How much a figure tells, for the order in a brief: what happened to people, large and measured numbers first."""
    is_of_people = 4 if one.measure in _PEOPLE else 2 if one.measure else 0
    size = sum(one.value >= least for least in (10, 100, 1_000, 100_000))
    is_money = one.unit is not None and one.counted is None and one.unit not in _DISTANCES
    return is_of_people + size + 2 * (one.comparator is not None) + (one.unit == "%" or is_money)


_DISTANCES = frozenset({"km", "m", "cm", "mm", "miles", "nautical miles", "yards", "feet", "inches", "km/h", "mph"})
LEAST = 3
"""The weight from which a figure stands open on the page of its brief; "two letters" is folded away."""


def figures_of(brief: Brief) -> tuple[list[list[Quantity]], list[list[Quantity]]]:
    """The figures of a brief by sentence: those that tell much, the most telling first, and the others in order."""
    sentences: dict[int, list[Quantity]] = {}
    for one in brief.analysis.quantities:
        sentences.setdefault(one.sentence, []).append(one)
    rows = list(sentences.values())
    strong = [row for row in rows if max(map(weigh, row)) >= LEAST]
    strong.sort(key=lambda row: -max(map(weigh, row)))
    return strong, [row for row in rows if max(map(weigh, row)) < LEAST]


def show_figures(catalog: Catalog, brief: Brief, row: Sequence[Quantity], here: str) -> FigureLine:
    """The figures of one sentence as a line; without the sentence where the summary has it."""
    sentence = Evidence(brief.id, brief.analysis.sentences[row[0].sentence])
    is_shown = row[0].sentence in brief.analysis.summary
    return FigureLine(
        tuple(words_of(brief, one) for one in row),
        tuple(Markdown(one.measure) for one in row if one.measure in _PEOPLE and one.counted is None),
        None if is_shown else show_sentence(catalog, sentence, here, [one.span for one in row]),
        show_way(catalog, sentence, here),
    )


def list_figures(catalog: Catalog) -> Iterator[Told]:
    """The figures of the collection of which it is told what they count, the newest brief first."""
    for brief in catalog.originals:
        for one in brief.analysis.quantities:
            if what := _what(brief, one):
                yield Told(brief, one, what, _about(catalog, brief, one))


def _what(brief: Brief, one: Quantity) -> str:
    """What a figure counts: the measure of people, else its noun with its unit; empty where the words do not say."""
    if one.measure in _PEOPLE:
        return one.measure or ""
    noun = " ".join(one.noun.of(brief.analysis.document.text).split()) if one.noun else ""
    return f"{one.unit} of {noun}" if one.unit and noun else noun


def find_about(catalog: Catalog, brief: Brief, one: Quantity) -> tuple[Entity | None, Event | None]:
    """What a figure is about, where that is sure: the one place that its sentence names, or the event that it is a part
    of."""
    told = catalog.event_told.get((brief.id, one.event)) if one.event is not None else None
    if told is not None:
        return None, told[0]
    named = catalog.units().get(unit_of(catalog.addresses, Evidence(brief.id, one.span)), ())
    places = [catalog.entities[name] for name in named if catalog.entities[name].type == "Place"]
    return (places[0] if len(places) == 1 else None), None


def _about(catalog: Catalog, brief: Brief, one: Quantity) -> str:
    place, event = find_about(catalog, brief, one)
    return event.id if event else f"in {place.id}" if place else ""


def show_about(catalog: Catalog, about: str, figures: Iterable[Told], here: str) -> About:
    """The figures of one thing about one event or place."""
    place = catalog.entities.get(about.removeprefix("in ")) if about.startswith("in ") else None
    event = catalog.events.get(about)
    lines = tuple(
        ToldLine(
            words_of(one.brief, one.quantity),
            catalog.cards[one.brief.id].published,
            show_source(catalog, Evidence(one.brief.id, one.quantity.span), here),
        )
        for one in figures
    )
    if event is not None:
        title = shortened(event_title(catalog, event), _ABOUT_CHARS)
        return About(title, show_link(title, catalog.addresses.events[event.id], here), lines)
    if place is not None:
        return About(place.name, show_link(place.name, catalog.addresses.entities[place.id], here), lines)
    return About("", None, lines)
