"""schema.org in JSON-LD: which of the nodes is the article of the page, and what its references name."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.text.addresses import is_web_address
from generator.text.wordlists import load_set

Node = dict[str, Any]

_ARTICLES = load_set("schema_articles.txt")
_NAMED = ("author", "creator", "publisher", "sourceOrganization")
"""What of an article names somebody, perhaps by a reference to another node."""
_MOST_NODES = 2_000
_MOST_CHARS = 1_000_000
_IS_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{0,20}:(?:[/#_\w]|\Z)|www\.|[/#_][^\s]{0,300}\Z", re.IGNORECASE)
"""An address or a number of a node ("_:b0"), which names nobody."""
_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 4
_IN_COMMON = 0.4
"""A headline shares this part of its words at least with a title of its own page."""


def find_articles(tree: Any) -> list[Node]:
    """The nodes that describe the page's article; none where several describe different ones or another story."""
    names = _names_of_page(tree)
    nodes = [node for node in _find_nodes(tree) if _ARTICLES & set(_types(node)) and not _is_of_other(node, names)]
    own = [node for node in nodes if "mainEntityOfPage" in node] or nodes
    if len({text_of(node.get("headline")) for node in own}) > 1:
        own = [node for node in nodes if names & {text_of(node.get(key)) for key in ("url", "@id", "headline")}]
    return own if len({text_of(node.get("headline")) for node in own}) <= 1 else []


def find_pages(tree: Any) -> list[Node]:
    """The nodes that describe the page as a page."""
    names = _names_of_page(tree)
    return [node for node in _find_nodes(tree) if "WebPage" in _types(node) and not _is_of_other(node, names)]


def _names_of_page(tree: Any) -> frozenset[str]:
    """What the page calls itself: its addresses and titles."""
    links = [link.get("href") for link in tree.iterfind(".//link[@rel='canonical']")]
    metas = [meta.get("content") for meta in tree.iter("meta") if meta.get("property") in ("og:url", "og:title")]
    headings = ["".join(heading.itertext()) for heading in tree.iter("title", "h1")]
    return frozenset(" ".join(name.split()) for name in [*links, *metas, *headings] if name)


def _is_of_other(node: Node, names: frozenset[str]) -> bool:
    """Whether the headline has next to nothing in common with any title of the page: it is another story's.

    A page without a title, and a headline of few words, prove nothing.
    """
    if names & {text_of(node.get(key)) for key in ("url", "@id", "mainEntityOfPage")}:
        return False
    words = _words_of(text_of(node.get("headline")) or text_of(node.get("name")) or "")
    titles = [title for name in names if not is_web_address(name) and len(title := _words_of(name)) >= _FEWEST_WORDS]
    if len(words) < _FEWEST_WORDS or not titles:
        return False
    return all(len(words & title) < _IN_COMMON * min(len(words), len(title)) for title in titles)


def _words_of(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _find_nodes(tree: Any) -> Iterator[Node]:
    """All nodes of all scripts, those inside `@graph` included; references in them are followed."""
    scripts = list(_load_scripts(tree))
    named = _index(scripts)
    waiting = scripts
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting += item
        elif isinstance(item, dict):
            waiting.append(item.get("@graph"))
            waiting.append(item.get("mainEntity"))
            yield item | {key: _follow(item[key], named) for key in _NAMED if key in item}


def _load_scripts(tree: Any) -> Iterator[Any]:
    """What each script of the page holds, if it can be read."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        text = script.text or ""
        try:
            yield json.loads(text, strict=False) if len(text) < _MOST_CHARS else None
        except (ValueError, RecursionError):
            continue


def _index(scripts: list[Any]) -> dict[str, Node]:
    """The nodes with a name by their `@id`, wherever they stand."""
    named: dict[str, Node] = {}
    waiting = list(scripts)
    for _ in range(_MOST_NODES * 10):
        if not waiting:
            break
        item = waiting.pop()
        if isinstance(item, dict):
            key = item.get("@id")
            if isinstance(key, str) and names_of(item):
                named.setdefault(key, item)
        inner = item.values() if isinstance(item, dict) else item if isinstance(item, list) else ()
        waiting += [value for value in inner if isinstance(value, dict | list)]
    return named


def _follow(value: Any, named: Mapping[str, Node]) -> Any:
    """The value with the nodes that it refers to in their places."""
    if isinstance(value, list):
        return [_follow(item, named) for item in value[:_MOST_NODES]]
    key = value.get("@id") if isinstance(value, dict) else value
    if isinstance(value, dict) and names_of(value):
        return value
    return named.get(key, value) if isinstance(key, str) else value


def _types(node: Node) -> list[str]:
    found = node.get("@type")
    return [kind for kind in (found if isinstance(found, list) else [found]) if isinstance(kind, str)]


def text_of(value: Any) -> str | None:
    """A plain value, or the name or address of a node."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("@id")
    return " ".join(html.unescape(value).split()) if isinstance(value, str) else None


def names_of(value: Any) -> list[str]:
    """The names of one thing or several; the address of a node is no name."""
    if isinstance(value, list):
        return [name for item in value[:_MOST_NODES] for name in names_of(item)]
    if isinstance(value, dict):
        parts = (value.get("givenName"), value.get("familyName"))
        whole = " ".join(part for part in parts if isinstance(part, str))
        found = next((value[key] for key in ("name", "@value", "@list") if value.get(key)), whole)
        return names_of(found) if not isinstance(found, dict) else []
    name = text_of(value)
    return [name] if name and not _IS_ADDRESS.match(name) else []
