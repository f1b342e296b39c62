"""The head of a page as programs read it: the source for reference managers, what it is about as JSON-LD of schema.org.

What a source states is said of the source, which the page is based on; the page claims nothing itself. JSON-LD stands
in a block of data, which no browser runs.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from html import escape

from generator.model import TOLD, Brief, Entity, EntityType, Event
from generator.rendering.addresses import file_href, has_page, href, plain_file, text_page
from generator.rendering.catalog import Catalog, places_of
from generator.rendering.exports.citations import Work, parts_of, read_work
from generator.rendering.happenings import event_title
from generator.rendering.metadata.beside import Offered
from generator.rendering.metadata.feeds import Feed, feed_of_person, offer_feed
from generator.rendering.readable import shortened
from generator.text.addresses import is_web_address
from generator.text.unicode import one_line

_CONTEXT = "https://schema.org"
_TYPES: Mapping[EntityType, str] = {
    "Person": "Person",
    "Organization": "Organization",
    "Place": "Place",
    "Event": "Event",
}
_STATUSES = {
    "announced": "EventScheduled",
    "cancelled": "EventCancelled",
    "postponed": "EventPostponed",
}
_WORDS_CHARS = 200
_NAMES, _SOURCES, _ALIASES, _AUTHORS = 8, 3, 4, 10
"""How many names a brief is said to mention; how many sources, other forms and authors are named."""
_INERT = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def data_block(record: Mapping[str, object]) -> str:
    """A record as a block of data: nothing in it can end the block."""
    text = json.dumps(_known({"@context": _CONTEXT, **record}), ensure_ascii=False, separators=(",", ":"))
    return f'<script type="application/ld+json">{text.translate(_INERT)}</script>'


def _known(value: object) -> object:
    """A value without what is empty, each text on one line."""
    if isinstance(value, str):
        return shortened(one_line(value), _WORDS_CHARS) if not is_web_address(value) else value
    if isinstance(value, Mapping):
        return {name: _known(one) for name, one in value.items() if one not in (None, "", [], {})}
    return [_known(one) for one in value] if isinstance(value, list) else value


def _meta(name: str, content: str | None) -> str:
    return f'<meta name="{name}" content="{escape(content)}">' if content else ""


def _link(kind: str, address: str) -> str:
    # Material takes a `rel` of this word alone for the site in another language, and asks there for a sitemap.
    return f'<link rel="alternate " type="{kind}" href="{escape(address)}">'


def head_of_brief(catalog: Catalog, brief: Brief) -> str:
    """The source as Zotero and search engines read it, and the way to the brief as plain Markdown."""
    work, here = read_work(brief), text_page(brief.id)
    beside = _link("text/markdown", file_href(plain_file(brief.id), here, catalog.style))
    kind = '<meta property="og:type" content="article">'
    return "".join((kind, *_citation(work), beside, data_block(_article(catalog, brief, work, here))))


def _citation(work: Work) -> Iterator[str]:
    yield _meta("citation_title", shortened(work.title, _WORDS_CHARS))
    for author in work.authors[:_AUTHORS]:
        yield _meta("citation_author", shortened(author, _WORDS_CHARS))
    if dates := parts_of(work.published):
        yield _meta("citation_publication_date", "/".join(f"{number:02d}" for number in dates[0][0]))
    yield _meta("citation_publisher", work.publisher and shortened(work.publisher, _WORDS_CHARS))
    yield _meta("citation_language", work.language)
    yield _meta("citation_public_url", work.url if work.url and is_web_address(work.url) else None)


def _article(catalog: Catalog, brief: Brief, work: Work, here: str) -> dict[str, object]:
    source = {
        "@type": "Article",
        "headline": work.title,
        "author": list(work.authors[:_AUTHORS]),
        "publisher": {"@type": "Organization", "name": work.publisher} if work.publisher else None,
        "datePublished": _day(work.published),
        "url": work.url if work.url and is_web_address(work.url) else None,
    }
    return {
        "@type": "Article",
        "headline": catalog.cards[brief.id].title,
        "abstract": catalog.cards[brief.id].lead,
        "inLanguage": work.language,
        "isBasedOn": source,
        "mentions": [_thing(catalog, entity, here) for entity in _most_named(catalog, brief)],
    }


def _day(edtf: str | None) -> str | None:
    """A day, month or year that is certain."""
    dates = parts_of(edtf)
    return edtf if len(dates) == 1 and not dates[0][1] else None


def _most_named(catalog: Catalog, brief: Brief) -> list[Entity]:
    """The names with a page that the brief mentions most."""
    known = catalog.known_as[brief.id]
    counts = Counter(known.get(mention.entity, "") for mention in brief.analysis.mentions)
    found = [catalog.entities[id_] for id_, _ in counts.most_common() if id_ in catalog.entities]
    return [entity for entity in found if has_page(catalog.addresses.entities[entity.id])][:_NAMES]


def _thing(catalog: Catalog, entity: Entity, here: str) -> dict[str, object]:
    page = href(catalog.addresses.entities[entity.id], here, catalog.style)
    return {"@type": _TYPES[entity.type], "name": entity.name, "url": str(page)}


def tell_entity(catalog: Catalog, entity: Entity, here: str) -> tuple[Offered, Callable[[], str]]:
    """The files of its page, and what makes the head of it."""
    feed = feed_of_person(catalog, entity)
    return offer_feed(catalog, feed), partial(head_of_entity, catalog, entity, here, feed)


def head_of_entity(catalog: Catalog, entity: Entity, here: str, feed: Feed | None) -> str:
    """Who or what it is, and the sources that tell of it."""
    briefs = dict.fromkeys(mention.brief for mention in entity.mentions)
    reference = entity.reference.geonames if entity.reference else None
    record = {
        "@type": _TYPES[entity.type],
        "name": entity.name,
        "alternateName": list(entity.aliases[:_ALIASES]),
        "sameAs": f"https://www.geonames.org/{reference}" if reference else None,
        "subjectOf": _sources(catalog, briefs, here),
    }
    return (head_of_feed(catalog, feed, here) if feed else "") + data_block(record)


def _sources(catalog: Catalog, briefs: Iterable[str], here: str) -> list[object]:
    """The first briefs, each with what it is based on."""
    return [
        {
            "@type": "Article",
            "headline": catalog.cards[brief].title,
            "url": str(href(text_page(brief), here, catalog.style)),
            "isBasedOn": catalog.briefs[brief].analysis.metadata.url.value,
        }
        for brief in list(briefs)[:_SOURCES]
    ]


def head_of_event(catalog: Catalog, event: Event, here: str) -> str:
    """A happening that is told to have been or to come; of any other nothing is said."""
    if event.standing not in TOLD:
        return ""
    dates = (event.date or "").split("/")
    places = [catalog.entities[place] for place in places_of(event) if place in catalog.entities]
    status = _STATUSES.get(event.status)
    record = {
        "@type": "Event",
        "name": event_title(catalog, event),
        "startDate": _day(dates[0]),
        "endDate": _day(dates[-1]) if len(dates) > 1 else None,
        "eventStatus": f"{_CONTEXT}/{status}" if status else None,
        "location": [{"@type": "Place", "name": place.name} for place in places],
        "subjectOf": _sources(catalog, dict.fromkeys(part.evidence.brief for part in event.parts), here),
    }
    return data_block(record)


def head_of_feed(catalog: Catalog, feed: Feed, here: str) -> str:
    """The way to a feed in both its forms."""
    atom, other = (file_href(path, here, catalog.style) for path in (feed.atom, feed.json))
    return _link("application/atom+xml", atom) + _link("application/feed+json", other)
