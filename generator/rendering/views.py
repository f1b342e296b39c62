"""What templates see: frozen views, prepared in full. A template loops over them and places their fields, no more.

A `str` comes from a source and escapes itself; a `Markdown` is made by this program and passes as it is. `None` is
"not stated". Every `href` is relative to the page that the view was made for.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.formats import name_page
from generator.model import Block, Brief, Entity, EntityType, Evidence, Problem, Referent, Span
from generator.rendering.addresses import (
    CALENDAR,
    DISPUTED,
    EVENTS,
    EXPLORE,
    FIGURES,
    MAP,
    MATRIX,
    MEETINGS,
    OPEN,
    ORIGINS,
    QUOTATIONS,
    QUOTED,
    SOURCE_INDEXES,
    SOURCES,
    TIMELINE,
    TIMELINE_OPEN,
    entity_index,
    explore_table,
    relative,
    source_index,
    text_page,
)
from generator.rendering.catalog import TITLE_CHARS, Catalog, Unit, unit_of, unit_span
from generator.rendering.layout import BRIEFS_IN_LINE, briefs_of
from generator.rendering.markup import Markdown, joined, md_part
from generator.rendering.readable import When, counted, shortened

BY_OCR = "by OCR"
"""How a place is called that a program recognized in an image."""
SENTENCE_CHARS = 1_200
"""Longest sentence shown outside the source text itself; the rest is behind its link."""

HEADINGS: dict[EntityType, str] = {
    "Person": "People",
    "Organization": "Organizations",
    "Place": "Places",
    "Event": "Events",
}
KIND_WORDS: dict[EntityType, str] = {
    "Person": "person",
    "Organization": "organization",
    "Place": "place",
    "Event": "named event",
}

_PROBLEMS_SHOWN = 100

Item = TypeVar("Item")
Line = TypeVar("Line")


@dataclass(frozen=True, slots=True)
class Rows(Generic[Line]):
    """The first rows of a list, and how many there are beyond."""

    rows: tuple[Line, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    text: str
    href: Markdown


@dataclass(frozen=True, slots=True)
class Way:
    """The way to the words that say so."""

    door: Markdown
    """What the link is called: `sentence 4`, `p. 2, sentence 4`, `title`, `credit`, ..."""
    href: Markdown


@dataclass(frozen=True, slots=True)
class SentenceLine:
    """A sentence of a source with the way to it."""

    text: str
    marked: Markdown
    """The sentence with what it is shown for between `<mark>` and `</mark>`."""
    door: Markdown
    """What the link is called: `sentence 4`, `title`, `heading`, ..."""
    href: Markdown
    odd: str | None
    """What is odd in these words of the source, which are shown as they stand."""


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """A sentence of a summary with the way to it."""

    text: str
    """The source's words alone."""
    shown: Markdown
    """The same with what the editor adds in square brackets: whom a pronoun or surname means, leading to the name."""
    is_explained: bool
    """Whether anything is added."""
    door: Markdown
    href: Markdown
    odd: str | None
    """As of a `SentenceLine`."""


@dataclass(frozen=True, slots=True)
class BriefLine:
    """A brief in a list."""

    title: str
    href: Markdown
    is_derived: bool
    """The title is made of the first sentence."""
    published: When | None
    publisher: str | None
    lead: str | None
    versions: Markdown | None
    """`2 versions`, where it is the newest of several."""


@dataclass(frozen=True, slots=True)
class EntityLine:
    """A person, organization, place or named event in a list."""

    name: str
    href: Markdown
    """Its page; of a name without one its line in the index, and there the sentence that first names it."""
    anchor: Markdown | None
    """Of the line of a name without a page, in the index."""
    kind: Markdown
    role: str | None
    role_href: Markdown | None
    """Where the role is stated, on the line of a name without a page."""
    mentions: Markdown
    briefs: Markdown
    named_in: tuple[Link, ...]
    """The briefs of a name without a page; in a small collection there is one."""


@dataclass(frozen=True, slots=True)
class Part:
    """Where a page stands among those that it goes on over; `number` of 1 and `count` of 1 for a page by itself."""

    number: int
    count: int
    previous: Markdown | None
    next: Markdown | None
    first: Markdown


def first_rows(items: Sequence[Item], limit: int, show: Callable[[Item], Line]) -> Rows[Line]:
    """Show the first `limit` items."""
    return Rows(tuple(show(item) for item in items[:limit]), max(0, len(items) - limit))


def show_link(text: str, target: str, here: str) -> Link:
    """A link from the page `here` to an address."""
    return Link(shortened(text, TITLE_CHARS), relative(target, here))


def show_way(catalog: Catalog, evidence: Evidence, here: str) -> Way:
    """The way from the page `here` to the sentence or block that holds the words."""
    door = door_of(catalog, unit_of(catalog.addresses, evidence))
    return Way(door, relative(catalog.addresses.of(evidence), here))


def show_brief(catalog: Catalog, brief: str, here: str) -> BriefLine:
    """A brief as a line of the page `here`."""
    card = catalog.cards[brief]
    return BriefLine(
        title=card.title,
        href=relative(text_page(brief), here),
        is_derived=card.is_derived,
        published=card.published,
        publisher=card.publisher,
        lead=card.lead,
        versions=counted(1 + len(older), "version") if (older := catalog.kin.versions_of.get(brief)) else None,
    )


def show_entity(catalog: Catalog, entity: Entity, here: str) -> EntityLine:
    """An entity as a line of the page `here`."""
    target, role, briefs = catalog.addresses.entities[entity.id], next(iter(entity.roles), None), briefs_of(entity)
    path, _, anchor = target.partition("#")
    is_line = bool(anchor) and path == here
    return EntityLine(
        name=shortened(entity.name, TITLE_CHARS),
        href=relative(catalog.addresses.of(entity.mentions[0]) if is_line else target, here),
        anchor=Markdown(anchor) if is_line else None,
        kind=Markdown(KIND_WORDS[entity.type]),
        role=role.title if role else None,
        role_href=relative(catalog.addresses.of(role.evidence), here) if role and is_line else None,
        mentions=counted(len(entity.mentions), "mention"),
        briefs=counted(len(briefs), "brief"),
        named_in=tuple(
            show_link(catalog.cards[brief].title, text_page(brief), here) for brief in briefs[:BRIEFS_IN_LINE]
        )
        if anchor
        else (),
    )


def show_sentence(catalog: Catalog, evidence: Evidence, here: str, marks: Sequence[Span] = ()) -> SentenceLine:
    """The sentence or block that holds the words, with `marks` (spans of the source) set off."""
    unit = unit_of(catalog.addresses, evidence)
    text = catalog.briefs[evidence.brief].analysis.document.text
    span = unit_span(catalog, unit)
    return SentenceLine(
        text=shortened(span.of(text), SENTENCE_CHARS),
        marked=mark(text, span, marks),
        door=door_of(catalog, unit),
        href=relative(catalog.addresses.of(evidence), here),
        odd=_odd_in(catalog.briefs[evidence.brief], span),
    )


def show_summary(catalog: Catalog, brief: Brief, here: str) -> tuple[SummaryLine, ...]:
    """The summary of a brief, each sentence with whom its pronouns and short names mean where that is certain."""
    analysis = brief.analysis
    lines = []
    for index in analysis.summary:
        span = analysis.sentences[index]
        line = show_sentence(catalog, Evidence(brief.id, span), here)
        added = [referent for referent in analysis.referents if referent.sentence == index]
        shown = _explain(catalog, brief, span, added, here) if added else line.marked
        lines.append(SummaryLine(line.text, shown, bool(added), line.door, line.href, line.odd))
    return tuple(lines)


def _explain(catalog: Catalog, brief: Brief, span: Span, added: Sequence[Referent], here: str) -> Markdown:
    """The words of a sentence, behind some of them a name in square brackets; cut after `SENTENCE_CHARS`."""
    text, at, parts = brief.analysis.document.text, span.start, list[Markdown]()
    end = min(span.end, span.start + SENTENCE_CHARS)
    for referent in added:
        if referent.span.end <= end:
            way = relative(catalog.addresses.of(Evidence(brief.id, referent.name)), here)
            name = md_part(" ".join(referent.name.of(text).split()))
            parts += [
                md_part(text[at : referent.span.end]),
                Markdown(f' <span class="briefs-added">\\[[{name}]({way})\\]</span>'),
            ]
            at = referent.span.end
    return joined([*parts, md_part(text[at:end]), Markdown("…" if end < span.end else "")]).strip()


def _odd_in(brief: Brief, span: Span) -> str | None:
    """The notes on words of this sentence or block."""
    notes = [note.what for note in brief.analysis.problems if note.span and span.holds(note.span)]
    return "; ".join(dict.fromkeys(notes)) or None


def mark(text: str, span: Span, marks: Sequence[Span]) -> Markdown:
    """The words of `span` with some of them between `<mark>` and `</mark>`; cut after `SENTENCE_CHARS`."""
    end, at, parts = min(span.end, span.start + SENTENCE_CHARS), span.start, []
    for words in sorted(marks):
        if at <= words.start < words.end <= end:
            parts += [md_part(text[at : words.start]), Markdown(f"<mark>{md_part(words.of(text))}</mark>")]
            at = words.end
    return joined([*parts, md_part(text[at:end]), Markdown("…" if end < span.end else "")]).strip()


def door_of(catalog: Catalog, unit: Unit) -> Markdown:
    """What the link to a sentence or block is called: `sentence 12`, in a source with pages `p. 4, sentence 12`, in one
    with slides `slide 4, sentence 12`, and `by OCR` behind what was read so."""
    brief, index = unit
    document = catalog.briefs[brief].analysis.document
    block = block_of(catalog, unit)
    if block is None:
        return Markdown(f"sentence {index + 1}" if index >= 0 else "source")
    page = [name_page(document.path, block.page)] if block.page is not None else []
    words = f"sentence {index + 1}" if index >= 0 else document.blocks[-1 - index].kind.replace("_", " ")
    return Markdown(", ".join([*page, words, *([BY_OCR] if block.certainty is not None else [])]))


def block_of(catalog: Catalog, unit: Unit) -> Block | None:
    """The block in which a sentence or block begins; None for a source without any."""
    blocks = catalog.briefs[unit[0]].analysis.document.blocks
    found = catalog.addresses.leaves[unit[0]].blocks.starting_by(unit_span(catalog, unit).start)
    return blocks[found[0] if found else 0] if blocks else None


def show_part(paths: Sequence[str], number: int) -> Part:
    """Where the page `paths[number - 1]` stands among `paths`."""
    here = paths[number - 1]
    return Part(
        number=number,
        count=len(paths),
        previous=relative(paths[number - 2], here) if number > 1 else None,
        next=relative(paths[number], here) if number < len(paths) else None,
        first=relative(paths[0], here),
    )


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """A fault in what was given."""

    path: str
    what: str
    cure: str | None
    severity: Markdown
    way: Way | None
    """To the words that it is about, where it names some."""


def show_problem(problem: Problem, way: Way | None = None) -> ProblemLine:
    """A problem as a line."""
    return ProblemLine(
        path=problem.path,
        what=shortened(problem.what, SENTENCE_CHARS),
        cure=shortened(problem.cure, SENTENCE_CHARS) if problem.cure else None,
        severity=Markdown(problem.severity),
        way=way,
    )


def show_problems_of(catalog: Catalog, brief: Brief, here: str) -> tuple[ProblemLine, ...]:
    """The problems of one source, with the way to the words that each is about."""
    return tuple(
        show_problem(problem, show_way(catalog, Evidence(brief.id, problem.span), here) if problem.span else None)
        for problem in brief.analysis.problems[:_PROBLEMS_SHOWN]
    )


FIRST_ROWS = 50
"""Rows that a split index shows itself: the newest, or the most mentioned."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """One key of an index: a month, a letter, a year."""

    words: Markdown
    href: Markdown
    rows: Markdown
    """How many: `12 briefs`."""


@dataclass(frozen=True, slots=True)
class WayTo:
    """A page beside this one."""

    words: Markdown
    href: Markdown
    is_here: bool


def are_open_apart(catalog: Catalog) -> bool:
    """Whether the open dates have a page of their own: they or the dates are more than one page has."""
    return max(len(catalog.open_dates), len(catalog.dated)) > catalog.settings.index_split


def open_place(catalog: Catalog) -> str:
    """Where the open dates are listed."""
    return OPEN if are_open_apart(catalog) else TIMELINE_OPEN


def timeline_ways(catalog: Catalog, here: str) -> tuple[WayTo, ...]:
    """What shows the dates of the collection."""
    pages = [("Timeline", TIMELINE), ("Calendar", CALENDAR), ("Events", EVENTS), ("Meetings", MEETINGS)]
    if catalog.open_dates:
        pages.append(("Open dates", open_place(catalog)))
    return (*show_ways(pages, here), WayTo(Markdown("Explore"), explore_table(here, "events"), is_here=False))


def said_ways(here: str) -> tuple[WayTo, ...]:
    """What shows who said what, and which figures."""
    pages = [("Statements", QUOTATIONS), ("By date", QUOTED), ("Who said what", MATRIX)]
    pages += [("Disputed", DISPUTED), ("Figures", FIGURES)]
    return (*show_ways(pages, here), WayTo(Markdown("Explore"), explore_table(here, "statements"), is_here=False))


def place_ways(here: str) -> tuple[WayTo, ...]:
    """What shows the places."""
    return show_ways([("By name", entity_index("Place")), ("On a map", MAP)], here)


def source_ways(here: str) -> tuple[WayTo, ...]:
    """What shows where the collection comes from."""
    indexes = [(words, source_index(facet)) for facet, words in SOURCE_INDEXES.items()]
    return show_ways([("Files", SOURCES), *indexes, ("Agencies and media", ORIGINS), ("Explore", EXPLORE)], here)


def show_ways(pages: Sequence[tuple[str, str]], here: str) -> tuple[WayTo, ...]:
    """The pages beside each other, by words and path, from the page `here`."""
    return tuple(WayTo(Markdown(words), relative(path, here), path == here) for words, path in pages)
