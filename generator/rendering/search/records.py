"""What can be found: pages of names, each by all its spellings, and the lines of briefs and of a user's own pages."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model import Analysis, Brief, Entity, Library, Page, Span
from generator.rendering.addresses import (
    HOME,
    Leaves,
    LinkStyle,
    address,
    block_anchor,
    entity_page,
    href,
    lay_out,
    sentence_anchor,
    text_page,
)
from generator.rendering.readable import counted, date_in_words, shortened
from generator.settings import Settings
from generator.text.unicode import one_line

LINE_CHARS = 1_000
"""Characters of a line that are searched and shown, at most."""
LINES = 150
"""Lines of one record; a longer text is several, so that a result never loads a book."""
_KINDS = {
    "person": "Person",
    "organization": "Organization",
    "place": "Place",
    "named_event": "Event",
    "event": "Event",
}
"""Kinds of pages that are found by what they are called."""
_UNSEARCHED = frozenset({"boilerplate", "title"})


@dataclass(frozen=True, slots=True)
class Called:
    """A page that is found by what it is called."""

    name: str
    kind: str
    note: str
    href: str
    """From the top of the site."""
    forms: tuple[str, ...]
    """Its name and all other spellings."""
    weight: int
    """How often it is named."""


@dataclass(frozen=True, slots=True)
class Told:
    """A text, or a part of one, that is found by its lines."""

    title: str
    kind: str
    note: str
    href: str
    lines: tuple[tuple[str, str], ...]
    """Pairs of an anchor, or an address where the line stands on another page, and the words."""


def find_called(library: Library, pages: Iterable[Page], style: LinkStyle) -> tuple[Called, ...]:
    """Every page of a name or an event, the most named first."""
    entities = {entity_page(entity): entity for entity in library.entities}
    found = [_call(page, entities, style) for page in pages if page.kind in _KINDS and page.searchable]
    return tuple(sorted(found, key=lambda called: (-called.weight, called.name, called.href)))


def _call(page: Page, entities: Mapping[str, Entity], style: LinkStyle) -> Called:
    entity, target = entities.get(page.path), str(href(page.path, HOME, style))
    if entity is None:
        return Called(page.title, _KINDS[page.kind], "", target, (page.title,), 0)
    role = next((shortened(role.title, 80) for role in entity.roles), None)
    note = " · ".join(filter(None, (role, str(counted(len(entity.mentions), "mention")))))
    forms = tuple(dict.fromkeys((page.title, *(one_line(alias) for alias in entity.aliases))))
    return Called(page.title, _KINDS[page.kind], note, target, forms, len(entity.mentions))


def find_told(library: Library, pages: Mapping[str, Page], settings: Settings, style: LinkStyle) -> Iterator[Told]:
    """The lines of every brief, the newest brief first; of briefs with one text, those of the first."""
    for brief in sorted(library.briefs, key=lambda brief: brief.analysis.metadata.published.value or "", reverse=True):
        page = pages.get(text_page(brief.id))
        if page and not brief.duplicate_of:
            yield from _tell(brief, page, settings, style)


def _tell(brief: Brief, page: Page, settings: Settings, style: LinkStyle) -> Iterator[Told]:
    metadata, target = brief.analysis.metadata, str(href(page.path, HOME, style))
    day = metadata.published.value
    note = [date_in_words(day) if day else "Date not stated", shortened(metadata.publisher.value or "", 100)]
    about = " · ".join(filter(None, (metadata.publisher.value, *metadata.authors.value, brief.analysis.document.path)))
    lines = [("", one_line(about, LINE_CHARS)), *_lines(brief, target, settings, style)]
    for start in range(0, len(lines), LINES):
        yield Told(page.title, "Brief", " · ".join(filter(None, note)), target, tuple(lines[start : start + LINES]))


def _lines(brief: Brief, target: str, settings: Settings, style: LinkStyle) -> Iterator[tuple[str, str]]:
    analysis = brief.analysis
    if settings.search_source_text is False:
        spans = [analysis.sentences[index] for index in analysis.summary]
        anchors = [sentence_anchor(index) for index in analysis.summary]
    else:
        spans, anchors = _whole_text(analysis)
    leaves = None
    if 0 < settings.source_page_chars < len(analysis.document.text):
        leaves = lay_out(brief.id, analysis, settings.source_page_chars)
    for span, anchor in zip(spans, anchors, strict=True):
        where = _elsewhere(leaves, span, target, style) if leaves else anchor
        yield where, one_line(span.of(analysis.document.text), LINE_CHARS)


def _whole_text(analysis: Analysis) -> tuple[list[Span], list[str]]:
    """Every sentence, and every block outside the sentences that was not cut, in the order of the text."""
    found = [(span, sentence_anchor(index)) for index, span in enumerate(analysis.sentences)]
    for index, block in enumerate(analysis.document.blocks):
        if not block.is_body and block.kind not in _UNSEARCHED:
            found.append((block.span, block_anchor(index)))
    found.sort()
    return [span for span, _ in found], [anchor for _, anchor in found]


def _elsewhere(leaves: Leaves, span: Span, target: str, style: LinkStyle) -> str:
    """The anchor of words on the brief's own page, the whole address where the text has gone on to another page."""
    path, _, anchor = str(href(address(leaves, span), HOME, style)).partition("#")
    return anchor if path == target else f"{path}#{anchor}"
