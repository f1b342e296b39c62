"""What a web page states of itself in its head: schema.org, OpenGraph, Dublin Core. Never what it hints at.

A date counts only where it is named as that of publication (`page_dates`).
"""

import html
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from generator.language.people.authors import split_authors
from generator.readers.html.dates import find_published_day
from generator.readers.html.linked_data import Node, find_articles, names_of, text_of
from generator.readers.html.titles import Site, find_title
from generator.readers.pieces import Stated
from generator.text.addresses import is_web_address
from generator.text.wordlists import load_sections

_META = dict(load_sections("page_metadata.txt"))
"""By field, the names of <meta> elements (lower case) that state it, the best first."""
_BESIDE = 3
"""Elements around a link to an author in which those of the same article stand."""


def find_stated(tree: Any) -> list[Stated]:
    """Title, publisher, date of publication, authors and address, as far as the page states them."""
    nodes, meta = find_articles(tree), _read_meta(tree)
    publisher = _find_publisher(nodes, meta)
    stated = [*(text_of(node.get(key)) for node in nodes for key in ("headline", "name")), *_named(meta, "title")]
    url = _find_address(tree, nodes, meta)
    host = urlsplit(url or "").hostname
    title = find_title(tree, [title for title in stated if title], Site(publisher, host))
    published = find_published_day(tree, nodes, meta, host)
    sites = (publisher, *meta.get("og:site_name", ()), *_names_in_host(host))
    lists = (split_authors(names, site=sites) for names in _author_lists(tree, nodes, meta))
    authors = next((found for found in lists if found), ())
    section = _first([*(text_of(node.get("articleSection")) for node in nodes), *_named(meta, "section")])
    fields = {"title": title, "publisher": publisher, "published": published, "url": url, "section": section}
    found = [Stated(field, (value,)) for field, value in fields.items() if value]
    return [*found, Stated("authors", authors)] if authors else found


def find_description(tree: Any) -> str | None:
    """The summary that the page states: often its standfirst, word by word."""
    meta = _read_meta(tree)
    return _first(meta.get(name, [""])[0] for name in ("og:description", "description", "twitter:description"))


def _read_meta(tree: Any) -> dict[str, list[str]]:
    """The contents of the <meta> elements by name, lower case."""
    meta: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        for key in f"{element.get('property') or ''} {element.get('name') or ''}".lower().split():
            if content:
                meta.setdefault(key, []).append(content)
    return meta


def _named(meta: Mapping[str, list[str]], field: str) -> Iterator[str]:
    return (meta[name][0] for name in _META[field] if name in meta)


def _first(values: Iterable[str | None], fits: Callable[[str], bool] = bool) -> str | None:
    return next((value for value in values if value and fits(value)), None)


def _author_lists(tree: Any, nodes: list[Node], meta: Mapping[str, list[str]]) -> Iterator[list[str]]:
    for node in nodes:
        yield names_of(node.get("author")) or names_of(node.get("creator"))
    for name in _META["authors"]:
        yield meta.get(name, [])
    yield [" ".join("".join(e.itertext()).split()) for e in _author_links(tree)]


def _author_links(tree: Any) -> Iterator[Any]:
    """The links to authors that stand beside the first one under the headline: others are of other stories."""
    headline = next(tree.iter("h1"), None)
    start = tree if headline is None else headline
    links = list(start.xpath("following::a[@rel='author'] | descendant::a[@rel='author']"))
    around = set(islice(links[0].iterancestors(), _BESIDE)) if links else set()
    return (link for link in links if not around.isdisjoint(islice(link.iterancestors(), _BESIDE)))


def _names_in_host(host: str | None) -> list[str]:
    """The parts of a host that can be the name of its site: "lto" of "www.lto.de"."""
    return [part for part in (host or "").split(".")[:-1] if part not in ("www", "co", "com", "org")]


def _find_publisher(nodes: list[Node], meta: Mapping[str, list[str]]) -> str | None:
    """The publisher by name: an address is none."""
    named = [name for node in nodes for key in ("publisher", "sourceOrganization") for name in names_of(node.get(key))]
    stated = map(html.unescape, _named(meta, "publisher"))
    return _first([*named, *stated], lambda name: not is_web_address(name))


def _find_address(tree: Any, nodes: list[Node], meta: Mapping[str, list[str]]) -> str | None:
    """The page's own address; the bare address of a site says nothing of one of its pages."""
    canonical = [link.get("href") for link in tree.iterfind(".//link[@rel='canonical']")]
    stated = [text_of(node.get(key)) for node in nodes for key in ("url", "mainEntityOfPage")]
    return _first([*canonical, *_named(meta, "url"), *stated], lambda url: is_web_address(url) and url.count("/") > 2)
