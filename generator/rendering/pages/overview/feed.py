"""What is new as a feed (Atom, RFC 4287): an entry for each brief that came, one for each build that lost something.

Ids are made of content and days are those of builds and briefs: the same collection gives the same bytes. Addresses
stand in it only where the site says what its own is; without one an entry has its words and no link.
"""

import re
import uuid
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from generator.model import Fact, News, PublishedBuild
from generator.rendering.addresses import FEED, HOME, NEWS, href, text_page
from generator.rendering.catalog import Catalog, newest_first, text_of
from generator.rendering.days import day_of
from generator.rendering.happenings import event_title
from generator.rendering.pages.overview.arrivals import NOUNS, by_kind, count_facts, know_days
from generator.rendering.readable import shortened
from generator.text.unicode import one_line

ATOM = "http://www.w3.org/2005/Atom"
_ENTRIES = 60
_LINES = 12
_WORDS_CHARS = 300
_NO_DAY = "1970-01-01"
"""Where nothing in the collection has a day: the form wants one."""
_SPACE = uuid.UUID("5a1de0b5-6f0e-5b7e-9a53-0b1ef5b0c0de")
"""The name space of the ids; chance once, and never to be changed."""
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold."""


@dataclass(frozen=True, slots=True)
class _Entry:
    key: str
    """What its id is made of."""
    title: str
    day: str
    published: str | None
    path: str
    authors: tuple[str, ...]
    content: str
    """HTML."""


def write_feed(catalog: Catalog) -> bytes:
    """The feed, as UTF-8."""
    news = catalog.library.news
    entries = list(_entries(catalog, news))[:_ENTRIES] if news else []
    site = catalog.settings.site_url
    feed = ET.Element("feed", {"xmlns": ATOM})
    _add(feed, "id", _urn(f"feed {site or catalog.settings.site_name}"))
    _add(feed, "title", f"{one_line(catalog.settings.site_name, 200)}: what’s new")
    _add(feed, "updated", _time(max([entry.day for entry in entries], default=_NO_DAY)))
    _add(_add(feed, "author"), "name", one_line(catalog.settings.site_name, 200) or "Briefs")
    _add(feed, "generator", "Briefs")
    if address := _address(catalog, FEED):
        ET.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": address})
        ET.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": _address(catalog, NEWS) or ""})
    for entry in entries:
        _write(feed, entry, _address(catalog, entry.path))
    ET.indent(feed, " ")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="unicode").encode() + b"\n"


def _write(feed: ET.Element, entry: _Entry, address: str | None) -> None:
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


def _urn(key: str) -> str:
    return uuid.uuid5(_SPACE, key).urn


def _time(day: str) -> str:
    return f"{day}T00:00:00Z"


def _address(catalog: Catalog, path: str) -> str | None:
    """The absolute address of a page or file; None where the site does not say its own."""
    site = catalog.settings.site_url
    if not site or catalog.style == "markdown":
        return None
    target = path if path == FEED else href(path, HOME, catalog.style)
    return f"{site.rstrip('/')}/{target.removeprefix('./')}"


def _entries(catalog: Catalog, news: News) -> Iterator[_Entry]:
    """The last build first: what it lost, then the briefs with which something came, the newest first."""
    day_of_fact = know_days(catalog, news)
    came: defaultdict[int, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    since = {fact.brief: fact.build for fact in news.facts if fact.kind == "brief"}
    for fact in news.facts:
        # What was known before the brief that now tells it first did not come with that brief.
        if fact.build >= since.get(fact.brief, fact.build):
            came[fact.build][fact.brief].append(fact)
    for build in reversed(news.builds):
        gone = [fact for fact in news.gone if fact.gone == build.number]
        if gone:
            yield _gone(build, gone, _day(build, news))
        for brief in newest_first(catalog.briefs[brief] for brief in came[build.number]):
            facts = came[build.number][brief.id]
            day = next(filter(None, map(day_of_fact, facts)), None) or _day(build, news)
            yield _brief(catalog, brief.id, facts, day)


def _day(build: PublishedBuild, news: News) -> str:
    """The day of a build, else of the newest brief that it or another build had."""
    return build.date or build.newest or max(filter(None, (one.newest for one in news.builds)), default=_NO_DAY)


def _brief(catalog: Catalog, brief: str, facts: Sequence[Fact], day: str) -> _Entry:
    """What came with a brief: the brief, or something that a known one tells since."""
    own = next((fact for fact in facts if fact.kind == "brief"), None)
    metadata = catalog.briefs[brief].analysis.metadata
    key = f"brief {own.id}" if own else "more " + " ".join(sorted(fact.id for fact in facts))
    title = catalog.cards[brief].title
    return _Entry(
        key=key,
        title=title if own else f"{title}: {count_facts(facts)} more",
        day=day,
        published=day_of(metadata.published.value) if metadata.published.value else None,
        path=text_page(brief),
        authors=tuple(one_line(author, 200) for author in metadata.authors.value[:5]),
        content=_content(catalog, brief, facts),
    )


def _content(catalog: Catalog, brief: str, facts: Sequence[Fact]) -> str:
    lead = catalog.cards[brief].lead
    html = f"<p>{escape(lead)}</p>" if lead else ""
    for kind, found in by_kind(fact for fact in facts if fact.kind != "brief").items():
        lines = "".join(f"<li>{_show(catalog, fact)}</li>" for fact in found[:_LINES])
        more = f"<li>{len(found) - _LINES} more</li>" if len(found) > _LINES else ""
        html += f"<p>{NOUNS[kind][len(found) != 1].capitalize()}</p><ul>{lines}{more}</ul>"
    return html


def _show(catalog: Catalog, fact: Fact) -> str:
    if event := catalog.events.get(fact.subject or ""):
        return escape(event_title(catalog, event))
    if fact.kind == "quotation" and fact.evidence:
        speaker = catalog.entities.get(fact.subject or "")
        words = escape(shortened(text_of(catalog, fact.evidence), _WORDS_CHARS))
        return f"“{words}”" + (f" – {escape(speaker.name)}" if speaker else "")
    return escape(fact.words)


def _gone(build: PublishedBuild, facts: Sequence[Fact], day: str) -> _Entry:
    """What a build had no more."""
    html = ""
    for kind, found in by_kind(facts).items():
        words = [fact.words for fact in found if fact.words][:_LINES]
        lines = "".join(f"<li>{escape(line)}</li>" for line in words)
        more = f"<li>{len(found) - len(words)} more</li>" if len(found) > len(words) else ""
        html += f"<p>{NOUNS[kind][len(found) != 1].capitalize()}</p><ul>{lines}{more}</ul>"
    key = "gone " + " ".join(sorted(fact.id for fact in facts))
    return _Entry(key, f"No longer here: {count_facts(facts)}", day, None, NEWS, (), html)
