"""The views of what a source says of itself: publisher, date, authors and credits, each with the words that say so."""

from dataclasses import dataclass

from generator.model import Authors, Brief, Credit, Evidence, Field, Status
from generator.rendering.addresses import text_page
from generator.rendering.catalog import Catalog
from generator.rendering.markup import Markdown
from generator.rendering.readable import When, shortened, show_date
from generator.rendering.views import SENTENCE_CHARS, Way, show_way

_CREDITS_SHOWN = 100
_CREDIT_WORDS = {"wire": "wire service", "image": "image", "cited": "cited"}
_NOTES: dict[Status, str] = {
    "stated": "",
    "missing": "",
    "derived": "derived from the text",
    "override": "given by the editor of this collection",
}
_OF_ADDRESS = "taken from the address of the page"
"""Where a date comes from that no words state."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A piece of metadata; `text` is None where it is not stated."""

    text: str | None
    when: When | None
    """The text as a date, where it is one."""
    way: Way | None
    """To the words that say so."""
    note: Markdown
    """Where it comes from, if not from the text itself; empty else."""


@dataclass(frozen=True, slots=True)
class CreditLine:
    """A wire service, an image's owner or a medium cited."""

    kind: Markdown
    name: str
    way: Way


def show_fact(catalog: Catalog, brief: Brief, field: Field | Authors, *, is_date: bool = False) -> Fact:
    """A piece of metadata for the brief's own page."""
    value = ", ".join(field.value) if isinstance(field, Authors) else field.value
    return Fact(
        text=shortened(value, SENTENCE_CHARS) if value else None,
        when=show_date(value) if is_date else None,
        way=show_way(catalog, Evidence(brief.id, field.span), text_page(brief.id)) if field.span else None,
        note=Markdown(_OF_ADDRESS if is_date and field.status == "derived" else _NOTES[field.status]),
    )


def credits_of(catalog: Catalog, brief: Brief, here: str) -> tuple[CreditLine, ...]:
    """The credits of a brief for the page `here`: each kind and name once, leading to where it first stands."""
    first: dict[tuple[str, str], Credit] = {}
    for credit in brief.analysis.credits:
        first.setdefault((credit.kind, credit.name), credit)
    return tuple(
        CreditLine(
            Markdown(_CREDIT_WORDS[credit.kind]),
            shortened(credit.name, SENTENCE_CHARS),
            show_way(catalog, Evidence(brief.id, credit.span), here),
        )
        for credit in list(first.values())[:_CREDITS_SHOWN]
    )
