"""Storms have names, and are events: "Storm Hilda", "Hurricane Ida", and "Ida" in the rest of the text."""

import re
from collections.abc import Iterator, Sequence

from generator.language.name import Name, lay_over
from generator.language.rules.lexicon import is_common
from generator.model import Span

STORM = re.compile(
    r"(?:(?:Severe|Extremely|Very|Super|Post-) ?){0,2}(?:Tropical )?(?:Storm|Hurricane|Typhoon|Cyclone) "
    r"(?P<name>[A-Z][a-z]{2,15})\b(?! [A-Z])"
)
"""A kind of storm with its name."""


def settle_storms(text: str, spans: Sequence[Span], names: Sequence[Name]) -> tuple[Name, ...]:
    """The names in order, those of storms as events, with the kind of storm in them where it stands before them."""
    storms = [storm for span in spans for storm in find_storms(text, span)]
    called = {storm.span.of(text).rpartition(" ")[2] for storm in storms}
    laid = lay_over(names, storms)
    people = [name.span.of(text).split() for name in laid if name.type == "Person"]
    alone = called - {word for words in people if len(words) > 1 for word in words}
    return tuple(name._replace(type="Event") if name.span.of(text) in alone else name for name in laid)


def find_storms(text: str, block: Span) -> Iterator[Name]:
    """The storms that a block names with their kind."""
    for match in STORM.finditer(text, block.start, block.end):
        if not is_common(match["name"]):
            yield Name(Span(*match.span()), "Event")
