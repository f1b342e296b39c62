"""The day of publication as the text says: in a line above the article, in how it opens, or labelled below it.

Never the day of another story: a day counts only beside the title or the article, and two that differ count for none.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from generator.analysis.publication.rules import MAIL, MISSING, PIER, STORY, agree, name_rule, read_scene, source
from generator.language.wording import (
    begins_entry,
    date_of,
    day_in_address,
    find_byline,
    find_date_line,
    find_lead,
    find_opening_date,
    parse_date,
    read_label,
    tells_hour,
)
from generator.model import BODY_KINDS, Block, Document, Field, Span
from generator.text.rules import Chain, Rule

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
_ENTRIES = 2
"""So many entries show that a text is a live report."""

Dated = tuple[str | None, Field]
"""A day and what it is called: `published`, `updated` or nothing."""
FindDates = Callable[[Document, int | None, Sequence[Dated]], Iterable[Dated]]
"""The days at one kind of place, by the title's block and the days that the rules before have found."""


class Shown(NamedTuple):
    """What a text shows of its days, by where it stands."""

    document: Document
    url: str | None
    above: Sequence[Dated]
    """Between title and article, or in the opening words of the article."""
    behind: Sequence[Dated]
    """Directly behind the article, and called its day."""


def find_published(document: Document, url: str | None = None) -> Field:
    """The day of publication; missing where none is stated or two that are stated differ.

    Where none is stated, the day that the path of the text's address names, if no day of a change is before it.
    """
    shown = read_shown(document, url)
    for rule in SHOWN:
        found = rule.find(shown)
        if found:
            return name_rule(agree(found) or MISSING, rule)
    return MISSING


def read_shown(document: Document, url: str | None) -> Shown:
    """The days of a text."""
    return Shown(document, url, find_above(document), list(_dates_behind(document)))


def find_above(document: Document) -> Sequence[Dated]:
    """The dates above the article: what each rule finds where those before it leave something open."""
    title = next((n for n, block in enumerate(document.blocks) if block.kind == "title"), None)
    dates: list[Dated] = []
    for rule in PLACES:
        found = rule.find(document, title, tuple(dates))
        dates += [(label, name_rule(field, rule)) for label, field in found]
    return dates


def _with_label(dates: Sequence[Dated], label: str | None) -> Sequence[Field]:
    return [field for found, field in dates if found == label]


def _last_change(shown: Shown) -> Sequence[Field]:
    """The day of the last change, where the text goes on hour by hour: a live report is of that day."""
    text, blocks = shown.document.text, shown.document.blocks
    days = {field for field in _with_label(shown.above, "updated") if field.value}
    entries = sum(begins_entry(block.span.of(text)) for block in blocks)
    return [replace(days.pop(), status="derived")] if len(days) == 1 and entries >= _ENTRIES else []


def _in_address(shown: Shown) -> Sequence[Field]:
    """The day in the address, if no day of a change is before it."""
    day = day_in_address(shown.url) if shown.url else None
    changed = [field.value or "" for field in _with_label(shown.above, "updated")]
    return [Field(day, "derived")] if day and all(value >= day for value in changed) else []


def _try_shown(rule: Rule[Callable[[Shown], Sequence[Field]]], text: str) -> Iterator[Span]:
    scene = read_scene(text)
    return (field.span or Span(0, 0) for field in rule.find(read_shown(scene.document, scene.url)))


SHOWN: Chain[Callable[[Shown], Sequence[Field]]] = Chain(
    "day that is shown",
    (
        Rule(
            "called the day of publication",
            lambda shown: _with_label(shown.above, "published"),
            yes=(source(PIER, "dateline> Published |4 March 2021|", "dateline> Updated 5 March 2021"),),
            no=(
                source(PIER, "dateline> 4 March 2021"),
                source(PIER, "Updated 4 March 2021"),
            ),
        ),
        Rule(
            "day above the article",
            lambda shown: _with_label(shown.above, None),
            yes=(source(PIER, "dateline> |4 March 2021|"),),
            no=(source(PIER, "dateline> Updated 4 March 2021"), source(PIER, STORY)),
        ),
        Rule(
            "called so behind the article",
            lambda shown: _with_label(shown.behind, "published"),
            yes=(source(PIER, STORY, "dateline> Published: |4 March 2021|"),),
            no=(source(PIER, STORY, "dateline> 4 March 2021"),),
        ),
        Rule(
            "last change of a live report",
            _last_change,
            yes=(source(PIER, "dateline> Updated |4 March 2021|", "12:30 Ships come in.", "11:00 It rains."),),
            no=(source(PIER, "dateline> Updated 4 March 2021", "Ships come in.", "It rains."),),
        ),
        Rule(
            "day in the address",
            _in_address,
            yes=("sidecar: url = https://a.example/2021/03/04/pier",),
            no=(
                "sidecar: url = https://a.example/events/2021/03/04/pier",
                source("sidecar: url = https://a.example/2021/03/04/pier", PIER, "dateline> Updated 3 March 2021"),
            ),
        ),
    ),
    _try_shown,
)
"""Which of the days that a text shows is that of its publication. The first rule that finds any decides; where its days
differ, none counts."""


def _before_article(document: Document, title: int | None, before: Sequence[Dated]) -> Iterable[Dated]:
    if title is None:
        yield from (found for block in before_article(document) for found in _dates_of(document, block))


def _below_title(document: Document, title: int | None, before: Sequence[Dated]) -> Iterable[Dated]:
    if title is not None:
        below = document.blocks[title + 1 : _first_paragraph(document, title)]
        yield from (found for block in below for found in _dates_of(document, block, near=True))


def _in_opening(document: Document, title: int | None, before: Sequence[Dated]) -> Iterable[Dated]:
    """The full date that the first paragraph opens with: "GENEVA, January 7, 2022 (Xinhua) --"."""
    first = next((block for block in document.blocks if block.kind in BODY_KINDS), None)
    lead = find_lead(document.text, first.span.start) if first else None
    value = parse_date(lead.date.of(document.text)) if lead and lead.date else None
    if lead and value:
        yield None, Field(value, "stated", lead.date)


def _among_furniture(document: Document, title: int | None, before: Sequence[Dated]) -> Iterable[Dated]:
    if title is not None and not before:
        yield from _dates_among_furniture(document, title)


def _above_title(document: Document, title: int | None, before: Sequence[Dated]) -> Iterable[Dated]:
    if title is not None and title <= _TOP + 1 and _are_of_changes(before):
        above = document.blocks[max(0, title - 2) : title]
        yield from (found for block in above for found in _dates_of(document, block, near=True))


def _above_title_on_page(document: Document, title: int | None, before: Sequence[Dated]) -> Iterable[Dated]:
    if title is not None and title > _TOP + 1 and _are_of_changes(before):
        yield from _date_over_title(document, title)


def _are_of_changes(dates: Sequence[Dated]) -> bool:
    """Whether no date tells more than when the text was changed."""
    return all(label == "updated" for label, _ in dates)


def _try_place(rule: Rule[FindDates], text: str) -> Iterator[Span]:
    document = read_scene(text).document
    title = next((n for n, block in enumerate(document.blocks) if block.kind == "title"), None)
    return (field.span for _, field in rule.find(document, title, ()) if field.span)


PLACES: Chain[FindDates] = Chain(
    "place of a day",
    (
        Rule(
            "before the article",
            _before_article,
            yes=(source("dateline> |4 March 2021|", STORY),),
            no=(source(PIER, "dateline> 4 March 2021", STORY), source(STORY, "dateline> 4 March 2021")),
        ),
        Rule(
            "between title and article",
            _below_title,
            yes=(
                source(PIER, "|4 March 2021|", STORY),
                source(PIER, "byline> By Ann Lee, |4 March 2021|"),
            ),
            no=(
                source("4 March 2021", PIER, STORY),
                source(PIER, "caption> 4 March 2021", STORY),
            ),
        ),
        Rule(
            "opening of the report",
            _in_opening,
            yes=("GENEVA, |January 7, 2022| (Xinhua) -- The pier is open.",),
            no=("GENEVA, Jan. 7 (Xinhua) -- The pier is open.", "On January 7, 2022 the pier was open."),
        ),
        Rule(
            "behind standfirst and caption",
            _among_furniture,
            yes=(source(PIER, STORY, "byline> By Ann Lee", "dateline> |4 March 2021|"),),
            no=(source(PIER, STORY, "dateline> 4 March 2021", STORY),),
            reason="A date that stands alone between paragraphs heads an entry of a chronicle.",
        ),
        Rule(
            "above the title",
            _above_title,
            yes=(source("|4 March 2021|", PIER, STORY),),
            no=(source("4 March 2021", "Town", "Sport", PIER),),
            reason="So many blocks above the title are a page with other stories.",
        ),
        Rule(
            "above the title of a page, with the hour",
            _above_title_on_page,
            yes=(
                source("Home", "Sport", "Town", "News", "4 March 2021, 10:15", PIER).replace(
                    "4 March 2021", "|4 March 2021|"
                ),
            ),
            no=(
                source("Home", "Sport", "Town", "News", "4 March 2021", PIER),
                source("Home", "Sport", "Town", "Bridge to close in May", "4 March 2021, 10:15", PIER),
            ),
            reason="A day without an hour may be today's, as mastheads show it; under a headline it is another's.",
        ),
    ),
    _try_place,
)
"""Where days of a text stand; each sees what those before it found."""


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
        is_its_own = not alone or tells_hour(blocks[n].span.of(document.text))
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
        if over == own or (tells_hour(day) and len(over.split()) <= _SHORT_LINE):
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
    if block.kind == "byline":
        line = find_opening_date(text) if byline is not None and byline.date is None else None
    if line is not None:
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
    return read_label(over.span.of(document.text)) if over else None


def _dates_behind(document: Document) -> Iterator[Dated]:
    """The dates of the blocks directly after the article that are labelled as its."""
    last = max((n for n, block in enumerate(document.blocks) if block.kind in BODY_KINDS), default=len(document.blocks))
    for block in document.blocks[last + 1 : last + 1 + _NEAR]:
        yield from (found for found in _dates_of(document, block) if found[0] == "published")
