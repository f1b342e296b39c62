"""Feeds in two forms, Atom (RFC 4287) and JSON Feed 1.1, and those of people and themes: the briefs that tell of them.

Ids are made of content and days are those of builds and briefs: the same collection gives the same bytes. Addresses
stand in them only where the site says what its own is; without one an entry has its words and no link.
"""

import json
import re
import uuid
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from html import escape

from generator.model import Brief, Entity, Evidence, Theme
from generator.rendering.addresses import entity_page, feed_files, file_url, page_url, text_page, theme_page
from generator.rendering.catalog import Catalog, text_of
from generator.rendering.days import day_of
from generator.rendering.readable import shortened
from generator.text.unicode import one_line

_ATOM, _JSON = "http://www.w3.org/2005/Atom", "https://jsonfeed.org/version/1.1"
_ENTRIES = 60
_LEAST = 3
"""Briefs with a day from which on somebody has a feed."""
_WORDS_CHARS, _AUTHORS = 300, 5
NO_DAY = "1970-01-01"
"""Where nothing in the collection has a day: the form wants one."""
_SPACE = uuid.UUID("5a1de0b5-6f0e-5b7e-9a53-0b1ef5b0c0de")
"""The name space of the ids; chance once, and never to be changed."""
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that came."""

    key: str
    """What its id is made of."""
    title: str
    day: str
    published: str | None
    path: str
    authors: tuple[str, ...]
    content: str
    """HTML."""


@dataclass(frozen=True, slots=True)
class Feed:
    """What comes in one place of the site."""

    key: str
    """What its id is made of, beside the site."""
    title: str
    page: str
    entries: Callable[[], Iterable[Entry]]
    """The newest first."""

    @property
    def atom(self) -> str:
        """Where it is as Atom."""
        return feed_files(self.page)[0]

    @property
    def json(self) -> str:
        """Where it is as JSON Feed."""
        return feed_files(self.page)[1]


def offer_feed(catalog: Catalog, feed: Feed | None) -> tuple[tuple[str, Callable[[], bytes]], ...]:
    """Both forms, as a page offers them."""
    if feed is None:
        return ()
    return (feed.atom, partial(write_atom, catalog, feed)), (feed.json, partial(write_json, catalog, feed))


def write_atom(catalog: Catalog, feed: Feed) -> bytes:
    """The feed as Atom, as UTF-8."""
    entries, name = list(feed.entries())[:_ENTRIES], one_line(catalog.settings.site_name, 200)
    root = ET.Element("feed", {"xmlns": _ATOM})
    _add(root, "id", _urn(_key(catalog, feed)))
    _add(root, "title", f"{name}: {feed.title}")
    _add(root, "updated", _time(max([entry.day for entry in entries], default=NO_DAY)))
    _add(_add(root, "author"), "name", name or "Briefs")
    _add(root, "generator", "Briefs")
    page = page_url(catalog.settings.site_url, feed.page, catalog.style)
    if page and (address := file_url(catalog.settings.site_url, feed.atom)):
        ET.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": address})
        ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": page})
    for entry in entries:
        _write(root, entry, _address(catalog, entry))
    ET.indent(root, " ")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode").encode() + b"\n"


def _write(feed: ET.Element, entry: Entry, address: str | None) -> None:
    element = _add(feed, "entry")
    _add(element, "id", _urn(entry.key))
    _add(element, "title", entry.title)
    _add(element, "updated", _time(entry.day))
    if entry.published:
        _add(element, "published", _time(entry.published))
    for author in entry.authors:
        _add(_add(element, "author"), "name", author)
    if address:
        ET.SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": address})
    content = _add(element, "content", entry.content)
    content.set("type", "html")


def _add(parent: ET.Element, name: str, text: str | None = None) -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = None if text is None else _UNWRITABLE.sub("\ufffd", text)
    return element


def write_json(catalog: Catalog, feed: Feed) -> bytes:
    """The feed as JSON Feed, as UTF-8."""
    name = one_line(catalog.settings.site_name, 200)
    page = page_url(catalog.settings.site_url, feed.page, catalog.style)
    record = {
        "version": _JSON,
        "title": f"{name}: {feed.title}",
        "home_page_url": page,
        "feed_url": page and file_url(catalog.settings.site_url, feed.json),
        "items": [
            _item(entry, page_url(catalog.settings.site_url, entry.path, catalog.style))
            for entry in list(feed.entries())[:_ENTRIES]
        ],
    }
    known = {key: value for key, value in record.items() if value is not None}
    return _UNWRITABLE.sub("\ufffd", json.dumps(known, ensure_ascii=False, indent=1)).encode("utf-8") + b"\n"


def _item(entry: Entry, address: str | None) -> dict[str, object]:
    item = {
        "id": _urn(entry.key),
        "url": address,
        "title": entry.title,
        "content_html": entry.content,
        "date_published": _time(entry.published or entry.day),
        "date_modified": _time(entry.day),
        "authors": [{"name": author} for author in entry.authors],
    }
    return {key: value for key, value in item.items() if value}


def _address(catalog: Catalog, entry: Entry) -> str | None:
    return page_url(catalog.settings.site_url, entry.path, catalog.style)


def _key(catalog: Catalog, feed: Feed) -> str:
    return f"feed {catalog.settings.site_url or catalog.settings.site_name}{feed.key}"


def _urn(key: str) -> str:
    return uuid.uuid5(_SPACE, key.encode("utf-8", "replace").decode()).urn


def _time(day: str) -> str:
    return f"{day}T00:00:00Z"


def feed_of_person(catalog: Catalog, person: Entity) -> Feed | None:
    """The briefs that name somebody, each with the first sentence that does; None where too few have a day, and for
    what is nobody."""
    if person.type != "Person":
        return None
    first: dict[str, Evidence] = {}
    for mention in person.mentions:
        first.setdefault(mention.brief, mention)
    briefs = [catalog.briefs[brief] for brief in first if catalog.briefs[brief].duplicate_of is None]
    return _feed_of_briefs(catalog, person.name, entity_page(person), briefs, first)


def feed_of_theme(catalog: Catalog, theme: Theme) -> Feed | None:
    """The briefs of a theme, each with its lead; None where too few have a day."""
    return _feed_of_briefs(catalog, theme.name, theme_page(theme), [catalog.briefs[one] for one in theme.briefs], {})


def _feed_of_briefs(
    catalog: Catalog, name: str, page: str, briefs: Iterable[Brief], first: dict[str, Evidence]
) -> Feed | None:
    dated = [brief for brief in briefs if _day(brief)]
    if len(dated) < _LEAST:
        return None
    return Feed(f" {page}", shortened(name, 200), page, partial(_entries, catalog, page, dated, first))


def _entries(catalog: Catalog, page: str, briefs: Iterable[Brief], first: dict[str, Evidence]) -> Iterator[Entry]:
    """The newest first."""
    for brief in sorted(briefs, key=lambda brief: (_day(brief) or "", brief.id), reverse=True):
        card, mention = catalog.cards[brief.id], first.get(brief.id)
        words = _sentence(catalog, mention) if mention else card.lead or ""
        authors = tuple(one_line(author, 200) for author in brief.analysis.metadata.authors.value[:_AUTHORS])
        day = _day(brief) or NO_DAY
        content = f"<p>{escape(words)}</p>" if words else ""
        yield Entry(f"{page} {brief.id}", card.title, day, day, text_page(brief.id), authors, content)


def _day(brief: Brief) -> str | None:
    published = brief.analysis.metadata.published.value
    return day_of(published) if published else None


def _sentence(catalog: Catalog, mention: Evidence) -> str:
    """The sentence that holds a mention, else its words."""
    found = catalog.addresses.leaves[mention.brief].sentences.at(mention.span.start)
    return shortened(text_of(catalog, Evidence(mention.brief, found[1] if found else mention.span)), _WORDS_CHARS)
