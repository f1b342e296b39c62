"""The sources by publisher, author, format and year: each value with its sources, long lists by letter.

Where all rows fit on one page, that is the list. Else its front has the values of most sources and the way to each
letter, and nothing that grows with the collection.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import NamedTuple

from generator.formats import name_format
from generator.model import Brief
from generator.rendering.addresses import SOURCE_INDEXES, relative, source_index, source_letters
from generator.rendering.catalog import TITLE_CHARS, Catalog
from generator.rendering.drafts import Draft, PageKind
from generator.rendering.labels import Text
from generator.rendering.layout import letter_of, pages_of, split
from generator.rendering.markup import Markdown, md
from generator.rendering.pages.sources.files import ROWS
from generator.rendering.readable import counted, first_day, shortened
from generator.rendering.views import BriefLine, Part, Shelf, WayTo, show_brief, show_part, source_ways

MOST = 50
"""Values that the front of a long list names."""
NOT_STATED = "not-stated"
"""The part that holds the sources that do not say."""
_LACKS = {
    "publisher": "Publisher not stated",
    "author": "Author not stated",
    "format": "Format not known",
    "year": "Date not stated",
}
_NOUNS = {
    "publisher": ("publisher", "publishers"),
    "author": ("author", "authors"),
    "format": ("format", "formats"),
    "year": ("year", "years"),
}


class Row(NamedTuple):
    """A source under one of its values."""

    key: str
    """What the spellings of a value have in common; empty where the source does not say."""
    words: str
    brief: Brief


@dataclass(frozen=True, slots=True)
class ValueGroup:
    """A value with its sources on one page."""

    name: str | None
    """None: not stated."""
    said: Markdown
    """What stands in its place; also the words of a value that is one of the program's own."""
    anchor: Markdown
    count: Markdown
    """`3 sources`, on whatever page they stand."""
    sources: tuple[BriefLine, ...]


@dataclass(frozen=True, slots=True)
class ValueLine:
    """A value with the way to its sources."""

    name: str | None
    said: Markdown
    href: Markdown
    count: Markdown


@dataclass(frozen=True, slots=True)
class SourceIndexView:
    """The sources by one property, or one page of them."""

    title: str
    count: Markdown
    """`12 publishers`."""
    sources: Markdown
    ways: tuple[WayTo, ...]
    shelves: tuple[Shelf, ...]
    """The letters, where the list is long."""
    values: tuple[ValueLine, ...]
    """The values of this page; on the front of a long list those of most sources."""
    is_front: bool
    is_by_publisher: bool
    groups: tuple[ValueGroup, ...]
    up: Markdown | None
    part: Part


Placed = tuple[str, str, list[str], int, Sequence[Row]]
"""A page of rows: its path, what it is called, the pages that it is one of, its number, its rows."""


def find_rows(catalog: Catalog, facet: str) -> list[Row]:
    """Each source under each of its values, in the order of the values, the newest source first."""
    rows = [Row(_key(facet, words), words, brief) for brief in catalog.newest for words in _values(brief, facet)]
    if facet == "year":
        return sorted(rows, key=lambda row: (not row.key, -int(row.key or 0)))
    return sorted(rows, key=lambda row: (not row.key, letter_of(row.words)[0] == "other", row.key))


def _values(brief: Brief, facet: str) -> tuple[str, ...]:
    metadata = brief.analysis.metadata
    if facet == "author":
        return tuple(dict.fromkeys(metadata.authors.value)) or ("",)
    if facet == "publisher":
        return (metadata.publisher.value or "",)
    if facet == "format":
        return (name_format(brief.analysis.document.path),)
    day = first_day(metadata.published.value)
    return (f"{day.year:04d}" if day else "",)


def _key(facet: str, words: str) -> str:
    return " ".join(words.casefold().split()).removeprefix("the ") if facet != "format" else words


def _part_of(facet: str, row: Row) -> tuple[str, str]:
    """The part of a long list that a row stands in: its file name and words."""
    if not row.key:
        return NOT_STATED, _LACKS[facet]
    return (row.key, row.words) if facet == "year" else letter_of(row.key)


def place_rows(catalog: Catalog, facet: str) -> list[Placed]:
    """The rows on their pages; the first of them is the index itself where there is one page."""
    rows, index, size = find_rows(catalog, facet), source_index(facet), min(ROWS, catalog.settings.index_split)
    if len(rows) <= size:
        return [(index, "", [index], 1, rows)]
    return [
        (paths[number - 1], words, paths, number, shown)
        for path, words, found in split(rows, source_letters(facet), partial(_part_of, facet))
        for paths, number, shown in pages_of(path, found, size)
    ]


def find_missing(catalog: Catalog, facet: str) -> tuple[int, str | None]:
    """How many sources do not say, and where they are listed."""
    for path, _, _, _, rows in place_rows(catalog, facet):
        if any(not row.key for row in rows):
            missing = sum(not row.key for row in find_rows(catalog, facet))
            return missing, f"{path}#{NOT_STATED}"
    return 0, None


def view_index(catalog: Catalog, facet: str) -> Iterator[tuple[str, Callable[[], SourceIndexView]]]:
    """The list of one property, over as many pages as it needs."""
    placed, index = place_rows(catalog, facet), source_index(facet)
    counts = dict[str, int]()
    for _, _, _, _, rows in placed:
        for row in rows:
            counts[row.key] = counts.get(row.key, 0) + 1
    if placed[0][0] != index:
        yield index, partial(_front, catalog, facet, placed, counts)
    for page in placed:
        yield page[0], partial(_page, catalog, facet, page, counts, up=None if page[0] == index else index)


def _page(catalog: Catalog, facet: str, page: Placed, counts: Mapping[str, int], up: str | None) -> SourceIndexView:
    here, words, paths, number, rows = page
    groups = tuple(_groups(catalog, facet, rows, counts, here))
    title = SOURCE_INDEXES[facet] + (f", {words}" if words else "")
    return SourceIndexView(
        title=title,
        count=counted(sum(map(bool, counts)), *_NOUNS[facet]),
        sources=counted(len(catalog.library.briefs), "source"),
        ways=source_ways(here),
        shelves=(),
        values=tuple(ValueLine(g.name, g.said, Markdown(f"#{g.anchor}"), g.count) for g in groups),
        is_front=False,
        is_by_publisher=facet == "publisher",
        groups=groups,
        up=relative(up, here) if up else None,
        part=show_part(paths, number),
    )


def _front(catalog: Catalog, facet: str, placed: Sequence[Placed], counts: Mapping[str, int]) -> SourceIndexView:
    """The values of most sources, and the way to each letter."""
    index = source_index(facet)
    empty = _page(catalog, facet, (index, "", [index], 1, ()), counts, None)
    shelves = [
        Shelf(md(words), relative(path, index), counted(sum(len(page[4]) for page in same), "source"))
        for (path, words), same in ((key, list(pages)) for key, pages in groupby(placed, key=lambda p: (p[2][0], p[1])))
    ]
    most = sorted(filter(None, counts), key=lambda key: (-counts[key], key))[:MOST]
    return replace(
        empty,
        shelves=tuple(shelves),
        values=tuple(_most(facet, placed, counts, most)),
        is_front=True,
    )


def _most(facet: str, placed: Sequence[Placed], counts: Mapping[str, int], most: Iterable[str]) -> Iterator[ValueLine]:
    first = dict[str, tuple[str, str]]()
    for path, _, _, _, rows in placed:
        for at, (key, same) in enumerate(groupby(rows, key=lambda row: row.key), 1):
            first.setdefault(key, (next(same).words, f"{path}#{_anchor(key, at)}"))
    for key in most:
        words, place = first[key]
        yield ValueLine(*_call(facet, words), relative(place, source_index(facet)), _count(counts[key]))


def _call(facet: str, words: str) -> tuple[str | None, Markdown]:
    """What a value is called: in the words of the source, or in those of the program."""
    if facet == "format":
        return None, Markdown(words)
    return (shortened(words, TITLE_CHARS), Markdown("")) if words else (None, Markdown(_LACKS[facet]))


def _anchor(key: str, at: int) -> str:
    return f"value-{at}" if key else NOT_STATED


def _count(number: int) -> Markdown:
    return counted(number, "source")


def _groups(
    catalog: Catalog, facet: str, rows: Iterable[Row], counts: Mapping[str, int], here: str
) -> Iterator[ValueGroup]:
    for at, (key, found) in enumerate(groupby(rows, key=lambda row: row.key), 1):
        same = list(found)
        name, said = _call(facet, same[0].words)
        yield ValueGroup(
            name=name,
            said=said,
            anchor=Markdown(_anchor(key, at)),
            count=_count(counts[key]),
            sources=tuple(show_brief(catalog, row.brief.id, here) for row in same),
        )


def draft_indexes(catalog: Catalog) -> Iterator[Draft]:
    """The lists and their parts."""
    for facet in SOURCE_INDEXES:
        for path, view in view_index(catalog, facet):
            yield Draft(path, None, _describe, view, searchable=False)


def _describe(view: SourceIndexView, text: Text) -> str:
    return text("{number} of {all}.", number=view.count, all=view.sources)


PAGE = PageKind("source_index", "index", draft_indexes)
