"""Where everything is on the site: the one place that knows paths and anchors.

A sentence has the anchor `s1`, `s2`, ... (index 0, 1, ...), a block `b1`, `b2`, ...; both count through the whole
source, also where its text goes on over several pages.
"""

import re
import urllib.parse
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Literal

from generator.model import Analysis, Entity, EntityType, Event, Evidence, Span, Theme
from generator.rendering.markup import Markdown
from generator.text.memo import remembered
from generator.text.spans import Spans

LinkStyle = Literal["directory", "file", "markdown"]
"""What links inside raw HTML look like: `../x/`, `../x.html` or, as Markdown, `../x.md`."""

HOME, ABOUT = "index.md", "about.md"
BRIEFS, BRIEFS_BY_MONTH = "briefs/index.md", "briefs/by-month"
EVENTS = "events/index.md"
TIMELINE, OPEN, CALENDAR = "timeline/index.md", "timeline/open.md", "timeline/calendar/index.md"
TIMELINE_OPEN = f"{TIMELINE}#open"
"""The open dates, where they are few."""
QUOTATIONS, QUOTATIONS_BY_SPEAKER, MATRIX = "quotations/index.md", "quotations/by-speaker", "quotations/matrix.md"
QUOTED, QUOTED_BY_MONTH = "quotations/by-date.md", "quotations/by-date"
DISPUTED = "quotations/disputed.md"
MEETINGS, MEETINGS_BY_PLACE, FIGURES = "meetings/index.md", "meetings/by-place.md", "figures/index.md"
SOURCES, ORIGINS, REVIEW = "sources/index.md", "sources/agencies.md", "review/index.md"
SOURCE_INDEXES = {"publisher": "Publishers", "author": "Authors", "format": "Formats", "year": "Years"}
"""What the sources are listed by, each with what the list is called."""
NEWS = "new/index.md"
OFFICES = "people/by-office.md"
DIGEST, NAMES, MAP = "digest.md", "names.md", "map.md"
EXPLORE = "explore/index.md"
THEMES = "themes/index.md"
ICS = "timeline/events.ics"
"""The calendar file of all events."""

FOLDERS: Mapping[EntityType, str] = {
    "Person": "people",
    "Organization": "organizations",
    "Place": "places",
    "Event": "events",
}
EXPLORED: Mapping[EntityType, str | None] = {
    "Person": "person",
    "Organization": "organization",
    "Place": "place",
    "Event": None,
}
"""The facets of Explore that hold names."""
_SAFE_PATH = "/.-_~"
_PLAIN = re.compile(r"[a-z0-9./-]*")
"""A path that needs no coding; nearly all are made of slugs."""


Numbered = tuple[int, Span]
"""A span with its index."""


@dataclass(frozen=True, slots=True)
class Leaves:
    """One brief's text, laid out over pages."""

    brief: str
    sentences: Spans[Numbered]
    blocks: Spans[Numbered]
    pages: Spans[Numbered]
    """What of the text each page shows; all of it together."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """The address of everything that has one."""

    leaves: Mapping[str, Leaves]
    entities: Mapping[str, str]
    """`Entity.id` to page, or to its line in the index where it has no page."""
    events: Mapping[str, str]
    """`Event.id` to page, or to the sentence where it has no page."""
    days: Mapping[str, str]
    """A day (`2022-01-12`) that something is dated to, to its place on the timeline."""

    def of(self, evidence: Evidence) -> str:
        """The sentence that holds the words, else the block: `path#fragment`."""
        return address(self.leaves[evidence.brief], evidence.span)


def has_page(address_: str) -> bool:
    """Whether an entity's or event's address is a page of its own."""
    return "#" not in address_


def entity_page(entity: Entity, number: int = 1) -> str:
    """The page of an entity, or page `number` of it."""
    return continued(f"{FOLDERS[entity.type]}/{entity.id}.md", number, "mentions")


def entity_index(type_: EntityType) -> str:
    """The index of the entities of one type."""
    return f"{FOLDERS[type_]}/index.md"


def name_anchor(entity: Entity) -> str:
    """Where the index has the line of a name without a page."""
    return f"n-{entity.id}"


def entity_letters(type_: EntityType) -> str:
    """The folder of the parts of such an index."""
    return f"{FOLDERS[type_]}/by-letter"


def source_index(facet: str) -> str:
    """The sources by one of `SOURCE_INDEXES`."""
    return f"sources/by-{facet}.md"


def source_letters(facet: str) -> str:
    """The folder of the parts of such a list."""
    return f"sources/by-{facet}"


def review_part(kind: str) -> str:
    """The questions of one kind."""
    return f"review/{kind.replace(' ', '-')}.md"


def theme_page(theme: Theme) -> str:
    """The page of a theme."""
    return f"themes/{theme.id}.md"


def event_page(event: Event, taken: Iterable[str] = ()) -> str:
    """The page of an event; a named event (an entity) may already be at that place."""
    path = f"events/{event.id}.md"
    return f"events/{event.id}/told.md" if path in taken else path


def calendar_file(page: str) -> str:
    """The calendar file of the event with this page."""
    return f"{page.removesuffix('.md')}.ics"


def timeline_part(name: str) -> str:
    """The part of a long timeline that holds a decade, a year or a month: `1990s`, `2020`, `2020-03`."""
    return f"timeline/{name}.md" if name else TIMELINE


def timeline_anchor(year: int, month: int | None) -> str:
    """Where the timeline tells of a month, or of what has a year only."""
    return f"y{year:04d}-{month:02d}" if month else f"y{year:04d}"


def calendar_year(year: str) -> str:
    """The part of a long calendar that shows a year."""
    return f"timeline/calendar/{year}.md"


def calendar_anchor(day: str) -> str:
    """Where the calendar shows the month of a day."""
    return f"m{day[:7]}"


def day_anchor(day: str) -> str:
    """Where the timeline tells of a day."""
    return f"d{day}"


def cut_place(leaves: Leaves, place: int) -> str:
    """Where what was cut at a place of the text is shown: on the page of that place."""
    return f"{page_of_place(leaves, place)}#cut"


def text_page(brief: str, number: int = 1) -> str:
    """The page that shows part `number` of a brief's text; the first is the brief's own page."""
    return f"briefs/{brief}.md" if number == 1 else f"briefs/{brief}/text-{number}.md"


def versions_page(older: str, newer: str) -> str:
    """The page that shows two briefs side by side."""
    return f"briefs/{older}/beside/{newer}.md"


def explore_file(name: str) -> str:
    """A file of the data of Explore."""
    return f"explore/{name}.js"


def explore_table(here: str, table: str) -> Markdown:
    """The link from the page `here` to a table of Explore: events, statements."""
    return Markdown(f"{relative(EXPLORE, here)}?show={table}")


def explore(here: str, facet: str | None, key: str, style: LinkStyle) -> Markdown | None:
    """The link from `here` to Explore with one value of a facet chosen; None where Explore finds nothing by it."""
    if not facet or style == "markdown":
        return None
    return Markdown(f"{relative(EXPLORE, here)}?{urllib.parse.urlencode({facet: key})}")


def index_of(path: str) -> str:
    """The index of the folder, at the top of the site, in which a page lies."""
    return f"{path.partition('/')[0]}/index.md"


def part_page(folder: str, name: str) -> str:
    """The part of a split index that holds one key: a month, a letter."""
    return f"{folder}/{name}.md"


def continued(path: str, number: int, word: str = "page") -> str:
    """The path of part `number` of a long page: `a/page-2.md` for `a.md`, `a/pages/2.md` for an index."""
    if number == 1:
        return path
    if path.endswith("/index.md"):
        return f"{path.removesuffix('index.md')}pages/{number}.md"
    return f"{path.removesuffix('.md')}/{word}-{number}.md"


def lay_out(brief: str, analysis: Analysis, limit: int) -> Leaves:
    """Divide a text into pages of about `limit` characters: before a block, else a sentence, else anywhere."""
    sentences, blocks = _number_all(analysis)
    size = len(analysis.document.text)
    starts = [0]
    while limit > 0 and size - starts[-1] > limit:
        at = starts[-1]
        starts.append(_last_start(blocks, at, limit) or _last_start(sentences, at, limit) or at + limit)
    return Leaves(brief, sentences, blocks, number(map(Span, starts, [*starts[1:], size])))


@remembered
def _number_all(analysis: Analysis) -> tuple[Spans[Numbered], Spans[Numbered]]:
    """The sentences and the blocks."""
    return number(analysis.sentences), number(block.span for block in analysis.document.blocks)


def number(spans: Iterable[Span]) -> Spans[Numbered]:
    """Spans with their indexes, to be asked what lies where."""
    return Spans(enumerate(spans), itemgetter(1))


def _last_start(pieces: Spans[Numbered], after: int, limit: int) -> int | None:
    """The last start within `limit` after a place, if the page is at least half full by then."""
    last = pieces.starting_by(after + limit)
    return last[1].start if last and last[1].start > after + limit // 2 else None


def address(leaves: Leaves, span: Span) -> str:
    """The address of words in a brief: their sentence, else their block, else the page."""
    if sentence := leaves.sentences.at(span.start):
        return f"{page_of_place(leaves, sentence[1].start)}#{sentence_anchor(sentence[0])}"
    if block := leaves.blocks.starting_by(span.start):
        return f"{page_of_place(leaves, block[1].start)}#{block_anchor(block[0])}"
    return text_page(leaves.brief)


def plain_file(brief: str) -> str:
    """The file that holds a brief as plain Markdown."""
    return f"briefs/{brief}.md"


def feed_files(page: str) -> tuple[str, str]:
    """The feed of a page, as Atom and as JSON."""
    folder = page.removesuffix(".md").removesuffix("/index")
    return f"{folder}/feed.xml", f"{folder}/feed.json"


def page_of_place(leaves: Leaves, place: int) -> str:
    """The page that shows a place of the text."""
    page = leaves.pages.starting_by(place)
    return text_page(leaves.brief, page[0] + 1 if page else 1)


def sentence_anchor(index: int) -> str:
    """The anchor of the sentence with this index: `s1` for 0."""
    return f"s{index + 1}"


def block_anchor(index: int) -> str:
    """The anchor of the block with this index: `b1` for 0."""
    return f"b{index + 1}"


def relative(target: str, here: str) -> Markdown:
    """The link from the page `here` to `target` (`path` or `path#fragment`), as Markdown writes it."""
    path, hash_, fragment = target.partition("#")
    if path == here and hash_:
        return Markdown(f"#{_quoted(fragment)}")
    return str.__new__(Markdown, _quoted(_between(here.rpartition("/")[0], path)) + hash_ + _quoted(fragment))


def href(target: str, here: str, style: LinkStyle) -> Markdown:
    """The link from `here` to `target`, as a browser needs it in raw HTML."""
    if style == "markdown":
        return relative(target, here)
    path, hash_, fragment = target.partition("#")
    if path == here and hash_:
        return Markdown(f"#{_quoted(fragment)}")
    if style == "file":
        link = _between(here.rpartition("/")[0], path).removesuffix(".md") + ".html"
    else:
        link = _between(_folder(here), _folder(path)) + "/"
    return Markdown(_quoted(link) + hash_ + _quoted(fragment))


def file_href(path: str, here: str, style: LinkStyle) -> Markdown:
    """The link from the page `here` to a file that is no page."""
    folder = _folder(here) if style == "directory" else here.rpartition("/")[0]
    return Markdown(_quoted(_between(folder, path)))


def page_url(site: str | None, target: str, style: LinkStyle) -> str | None:
    """The absolute address of a page (`path` or `path#fragment`); None where the site does not say its own."""
    return file_url(site, href(target, HOME, style).removeprefix("./")) if style != "markdown" else None


def file_url(site: str | None, path: str) -> str | None:
    """The absolute address of a file that is no page."""
    return f"{site.rstrip('/')}/{path}" if site else None


def _folder(path: str) -> str:
    """The folder that a page becomes under directory addresses."""
    stem = path.removesuffix(".md")
    return stem.removesuffix("index").rstrip("/") if stem == "index" or stem.endswith("/index") else stem


def _between(folder: str, path: str) -> str:
    """The way from a folder to a path, both relative to the site."""
    if folder and path.startswith(f"{folder}/"):
        return path[len(folder) + 1 :]
    here, there = folder.split("/") if folder else [], path.split("/") if path else []
    same = 0
    while same < min(len(here), len(there)) and here[same] == there[same]:
        same += 1
    return "/".join([".."] * (len(here) - same) + there[same:]) or "."


def _quoted(path: str) -> str:
    return path if _PLAIN.fullmatch(path) else urllib.parse.quote(path, safe=_SAFE_PATH)
