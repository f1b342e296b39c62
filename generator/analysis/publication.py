"""The day of publication as the text says: in a line above the article, in how it opens, or labelled below it.

Never the day of another story: a day counts only beside the title or the article, and two that differ count for none.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from generator.model import BODY_KINDS, Block, Document, Field, Span
from generator.text.bylines import find_byline
from generator.text.calendar import date_of, parse_date
from generator.text.datelines import find_date_line, find_lead
from generator.text.opening_dates import find_opening_date

MISSING = Field(None, "missing")
_NEAR = 3
"""Blocks after the article in which a labelled date still is the article's."""
_TOP = 2
"""So many blocks may stand above a date that stands above the title: more of them are a page with other stories."""
_ADDRESS_DAY = re.compile(r"/(\d{4})[/-](\d{2})[/-](\d{2})(?=[/-]|\Z)")

Dated = tuple[str | None, Field]
"""A day and what it is called: `published`, `updated` or nothing."""


def find_published(document: Document) -> Field:
    """The day of publication; missing where none is stated or two that are stated differ."""
    title = next((n for n, block in enumerate(document.blocks) if block.kind == "title"), None)
    above = list(_dates_above(document, title))
    for dates in (above, list(_dates_after(document))):
        for label in ("published", None):
            fields = [field for kind, field in dates if kind == label]
            if fields:
                return fields[0] if len({field.value for field in fields}) == 1 else MISSING
    return _date_of_address(document)


def _dates_above(document: Document, title: int | None) -> Sequence[Dated]:
    """The dates between title and article and of its opening words; without any, the one directly above the title."""
    if title is None:
        dates = [found for block in before_article(document) for found in _dates_of(document, block)]
        return dates + _date_of_lead(document)
    below = document.blocks[title + 1 : _first_paragraph(document, title)]
    dates = [found for block in below for found in _dates_of(document, block)] + _date_of_lead(document)
    if any(label != "updated" for label, _ in dates):
        return dates
    above = document.blocks[max(0, title - 2) : title] if title <= _TOP + 1 else ()
    return dates + [found for block in above for found in _dates_of(document, block)]


def _first_paragraph(document: Document, start: int) -> int:
    """The index of the first block of the article behind `start`; past the end where there is none."""
    behind = range(start + 1, len(document.blocks))
    found = (n for n in behind if document.blocks[n].kind in BODY_KINDS and not _is_aside(document, document.blocks[n]))
    return next(found, len(document.blocks))


def before_article(document: Document) -> Iterator[Block]:
    """The blocks before the first one of the article."""
    return takewhile(lambda block: block.kind not in BODY_KINDS or _is_aside(document, block), document.blocks)


def _is_aside(document: Document, block: Block) -> bool:
    """A short line that is no part of the article: an address or a line that cleaning left alone."""
    return len(block.span.of(document.text).split()) < 5


def _dates_of(document: Document, block: Block) -> Iterator[Dated]:
    """The dates that a date line or a byline states, with their labels."""
    text = block.span.of(document.text)
    if block.kind == "dateline" and (line := find_date_line(text) or find_opening_date(text)) is not None:
        yield line.label, Field(line.value, "stated", Span(block.span.start + line.start, block.span.start + line.end))
    elif block.kind == "byline" and (byline := find_byline(text)) is not None and byline.date:
        value = date_of(byline.date)
        if value is not None:
            start, end = byline.date.span()
            yield "published", Field(value, "stated", Span(block.span.start + start, block.span.start + end))


def _dates_after(document: Document) -> Iterator[Dated]:
    """The dates of the blocks directly after the article that are labelled as its."""
    last = max((n for n, block in enumerate(document.blocks) if block.kind in BODY_KINDS), default=len(document.blocks))
    for block in document.blocks[last + 1 : last + 1 + _NEAR]:
        yield from (found for found in _dates_of(document, block) if found[0] == "published")


def _date_of_lead(document: Document) -> list[Dated]:
    """The full date that the first paragraph opens with: "GENEVA, January 7, 2022 (Xinhua) --"."""
    first = next((block for block in document.blocks if block.kind in BODY_KINDS), None)
    lead = find_lead(document.text, first.span.start) if first else None
    value = parse_date(lead["date"]) if lead and lead["date"] else None
    if lead is None or value is None:
        return []
    return [(None, Field(value, "stated", Span(*lead.span("date"))))]


def _date_of_address(document: Document) -> Field:
    """The day in the address that was declared for the article ("/2022/01/07/")."""
    urls = [declaration.values[0] for declaration in document.declarations if declaration.field == "url"]
    match = _ADDRESS_DAY.search(urls[-1]) if urls else None
    value = parse_date("-".join(match.groups())) if match else None
    return Field(value, "derived") if value else MISSING
