"""What a machine wrote of a brief, apart from what is proven: each sentence with those of the source that it names."""

from collections import Counter
from dataclasses import dataclass

from generator.model import Brief, WrittenFault
from generator.rendering.catalog import Catalog
from generator.rendering.markup import Markdown
from generator.rendering.views import Way, show_way

_FAULTS: dict[WrittenFault, str] = {
    "unproved": "names no sentence of the source",
    "form": "is too short, too long or no sentence",
    "name": "has a name that its sentences do not have",
    "number": "has a number that its sentences do not have there",
    "date": "has a day that its sentences do not have",
    "quotation": "quotes what its sentences do not quote so",
    "denial": "denies what its sentences do not, or the reverse",
    "standing": "tells as a fact what its sentences leave open",
    "words": "has other words than its sentences",
    "surplus": "is one too many",
    "unread": "could not be read, as the whole answer",
}


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """A sentence of the machine."""

    text: str
    ways: tuple[Way, ...]
    """To the sentences on which it says that it rests."""


@dataclass(frozen=True, slots=True)
class WrittenView:
    """What a machine wrote of a brief."""

    model: str
    lines: tuple[WrittenLine, ...]
    dropped: int
    """Sentences that are not shown."""
    reasons: Markdown
    """Why: `1 has a number that its sentences do not have there; 2 …`."""
    read: int | None
    """How many sentences of the source the machine got, where it did not get all."""


def show_written(catalog: Catalog, brief: Brief, here: str) -> WrittenView | None:
    """What a machine wrote of the brief, for the page `here`; None where none did."""
    found = catalog.written.get(brief.id)
    if found is None:
        return None
    counts = Counter(found.dropped)
    return WrittenView(
        found.model,
        tuple(
            WrittenLine(one.text, tuple(show_way(catalog, evidence, here) for evidence in one.evidence))
            for one in found.sentences
        ),
        len(found.dropped),
        Markdown("; ".join(f"{count} {_FAULTS[fault]}" for fault, count in sorted(counts.items()))),
        found.read if found.read < len(brief.analysis.sentences) else None,
    )
