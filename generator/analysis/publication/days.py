"""The day of publication as the text says: in a line above the article, in how it opens, or labelled below it.

Never the day of another story: a day counts only beside the title or the article, and two that differ count for none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from generator.language.wording import (
    date_of,
    day_in_address,
    find_byline,
    find_date_line,
    find_lead,
    find_opening_date,
    parse_date,
)
from generator.model import BODY_KINDS, Block, Document, Field, Span

MISSING = Field(None, "missing")
MAIL = "header of the message"
"""The reason of the headers of a mail, and of those that are forwarded in it."""
_NEAR = 3
"""Blocks after the article in which a labelled date still is the article's."""
_TOP = 2
"""So many blocks may stand above a date that stands above the title: more of them are a page with other stories."""
_ZONE, _MOST_PARAGRAPHS = 10, 2
"""Blocks behind the title among which its date may stand, and paragraphs before it: a standfirst and a caption."""
_FURNITURE = frozenset({"byline", "credit", "boilerplate", "dateline"})
_SHORT_LINE = 3
"""Words of a line that is no headline."""
_LONGEST_LINE = 120
_OF_OTHERS = frozenset(
    {"related links", "list of other stories", "link to another story", "comments", "quoted reply", MAIL}
)
"""Reasons of lines that belong to other stories and messages."""
_NO_DATES = frozenset({"caption", "heading"})
_CLOCK = re.compile(r"\d[:.]\d{2}\b(?![.]\d)|\d ?[ap]\.?m\b", re.IGNORECASE)
"""The time of day."""
_ENTRY, _ENTRIES = re.compile(r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?\b", re.IGNORECASE), 2
"""How an entry of a live report begins, and how many show that it is one."""
_LABEL_LINE = re.compile(
    r"\W{0,3}(?:(?P<updated>(?:last |date )?(?:updated|modified)(?: on| at)?)"
    r"|(?:first )?(?:published|posted)(?: on| at)?|publish(?:ed)? date|publication date|date published)\W{0,3}",
    re.IGNORECASE,
)
"""A line that only says what the day on the next line is the day of."""

Dated = tuple[str | None, Field]
"""A day and what it is called: `published`, `updated` or nothing."""


def find_published(document: Document, url: str | None = None) -> Field:
    """The day of publication; missing where none is stated or two that are stated differ.

    Where none is stated, the day that the path of the text's address names, if no day of a change is before it.
    """
    title = next((n for n, block in enumerate(document.blocks) if block.kind == "title"), None)
    above = list(_dates_above(document, title))
    for dates in (above, list(_dates_after(document))):
        for label in ("published", None):
            fields = [field for kind, field in dates if kind == label]
            if fields:
                return fields[0] if len({field.value for field in fields}) == 1 else MISSING
    if (live := _day_of_live(document, above)) is not None:
        return live
    changed = [field.value or "" for label, field in above if label == "updated"]
    day = day_in_address(url) if url else None
    return Field(day, "derived") if day and all(value >= day for value in changed) else MISSING


def _day_of_live(document: Document, above: Sequence[Dated]) -> Field | None:
    """The day of the last change, where the text goes on hour by hour: a live report is of that day."""
    days = {field for label, field in above if label == "updated" and field.value}
    entries = sum(_ENTRY.match(document.text, *block.span) is not None for block in document.blocks)
    return replace(days.pop(), status="derived") if len(days) == 1 and entries >= _ENTRIES else None


def _dates_above(document: Document, title: int | None) -> Sequence[Dated]:
    """The dates between title and article and of its opening words; without any, the one directly above the title."""
    if title is None:
        dates = [found for block in before_article(document) for found in _dates_of(document, block)]
        return dates + _date_of_lead(document)
    below = document.blocks[title + 1 : _first_paragraph(document, title)]
    dates = [found for block in below for found in _dates_of(document, block, near=True)] + _date_of_lead(document)
    dates = dates or list(_dates_among_furniture(document, title))
    if any(label != "updated" for label, _ in dates):
        return dates
    if title <= _TOP + 1:
        above = document.blocks[max(0, title - 2) : title]
        return dates + [found for block in above for found in _dates_of(document, block, near=True)]
    return dates + list(_date_over_title(document, title))


def _dates_among_furniture(document: Document, title: int) -> Iterator[Dated]:
    """The dates behind a standfirst or a caption, beside an author or page controls or with the time of day.

    A date that stands alone between paragraphs heads an entry of a chronicle.
    """
    blocks, paragraphs = document.blocks, 0
    for n in range(title + 1, min(title + 1 + _ZONE, len(blocks))):
        dates = list(_dates_of(document, blocks[n], near=True))
        beside = [block.kind for block in blocks[n - 1 : n + 2] if block is not blocks[n]]
        alone = blocks[n].kind == "dateline" and not any(kind in _FURNITURE for kind in beside)
        is_labelled = any(label for label, _ in dates)
        is_its_own = not alone or _CLOCK.search(blocks[n].span.of(document.text))
        if dates and (is_labelled or is_its_own):
            yield from dates
        elif blocks[n].kind in BODY_KINDS and not _is_aside(document, blocks[n]):
            paragraphs += 1
            if paragraphs > _MOST_PARAGRAPHS:
                return


def _date_over_title(document: Document, title: int) -> Iterator[Dated]:
    """The date directly over a title on a page, under a short line or the title itself, with the time of day.

    A day without an hour may be today's, as mastheads show it; and under a headline it is another story's.
    """
    blocks, text = document.blocks, document.text
    own = " ".join(blocks[title].span.of(text).split())
    for n in range(title - 1, title - 3, -1):
        over = " ".join(blocks[n - 1].span.of(text).split())
        day = blocks[n].span.of(text)
        if over == own or (_CLOCK.search(day) and len(over.split()) <= _SHORT_LINE):
            yield from _dates_of(document, blocks[n], near=True)


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


def _dates_of(document: Document, block: Block, *, near: bool = False) -> Iterator[Dated]:
    """The dates that a date line or a byline states, with their labels; `near` the title whatever its label is."""
    text = block.span.of(document.text)
    free = near and len(text) <= _LONGEST_LINE and block.reason not in _OF_OTHERS and block.kind not in _NO_DATES
    line = (find_date_line(text) or find_opening_date(text)) if free or block.kind == "dateline" else None
    byline = find_byline(text) if block.kind == "byline" or (free and line is None) else None
    if line is not None and block.kind != "byline":
        yield (
            line.label or _label_over(document, block),
            Field(line.value, "stated", Span(block.span.start + line.start, block.span.start + line.end)),
        )
    elif byline is not None and byline.date:
        value = date_of(byline.date)
        if value is not None:
            start, end = byline.date.span()
            yield "published", Field(value, "stated", Span(block.span.start + start, block.span.start + end))


def _label_over(document: Document, block: Block) -> str | None:
    """What the line over a date says of it: `published`, `updated` or nothing."""
    over = next((b for b in reversed(document.blocks) if b.span.end <= block.span.start), None)
    label = _LABEL_LINE.fullmatch(document.text, *over.span) if over else None
    return None if label is None else "updated" if label["updated"] else "published"


def _dates_after(document: Document) -> Iterator[Dated]:
    """The dates of the blocks directly after the article that are labelled as its."""
    last = max((n for n, block in enumerate(document.blocks) if block.kind in BODY_KINDS), default=len(document.blocks))
    for block in document.blocks[last + 1 : last + 1 + _NEAR]:
        yield from (found for found in _dates_of(document, block) if found[0] == "published")


def _date_of_lead(document: Document) -> list[Dated]:
    """The full date that the first paragraph opens with: "GENEVA, January 7, 2022 (Xinhua) --"."""
    first = next((block for block in document.blocks if block.kind in BODY_KINDS), None)
    lead = find_lead(document.text, first.span.start) if first else None
    value = parse_date(lead.date.of(document.text)) if lead and lead.date else None
    return [(None, Field(value, "stated", lead.date))] if lead and value else []
