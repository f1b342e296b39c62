"""What a web page states of itself in its head: schema.org, OpenGraph, Dublin Core. Never what it hints at.

A date counts only where it is named as that of publication; two that differ count for none.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from generator.readers.linked_data import Node, find_articles, names_of, text_of
from generator.readers.pieces import Stated
from generator.text.addresses import is_web_address
from generator.text.calendar import parse_date, parse_edtf
from generator.text.wordlists import load_sections

_META = dict(load_sections("page_metadata.txt"))
"""By field, the names of <meta> elements (lower case) that state it, the best first."""
_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?![\d])")
_BY = re.compile(r"\A(?:by|written by)[ \u00a0:]+", re.IGNORECASE)
_SITE_BORDER = re.compile(r"\s+[|\u2013\u2014:\u00b7\u2022»«-]+\s+")
_NO_AUTHORS = frozenset({"admin", "administrator", "editor", "staff", "unknown", "guest", "root", "author"})
_LONGEST_NAME = 8
"""Words in an author's name, at most."""


def find_stated(tree: Any) -> list[Stated]:
    """Title, publisher, date of publication, authors and address, as far as the page states them."""
    nodes, meta = find_articles(tree), _read_meta(tree)
    publisher = _first([*(text_of(node.get("publisher")) for node in nodes), *_named(meta, "publisher")])
    title = _find_title(tree, nodes, meta, publisher)
    published = _agreed(_dates(tree, nodes, meta))
    authors = next((found for found in map(_clean_authors, _author_lists(tree, nodes, meta)) if found), ())
    url = _find_address(tree, nodes, meta)
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


def _find_title(tree: Any, nodes: list[Node], meta: Mapping[str, list[str]], publisher: str | None) -> str | None:
    """The stated title without the name of the site; in the words of the page's headline where these are nearly it."""
    headlines = [text for e in tree.iter("h1", "h2") if (text := " ".join("".join(e.itertext()).split()))]
    stated = [text_of(node.get(key)) for node in nodes for key in ("headline", "name")]
    given = [*stated, *_named(meta, "title"), " ".join((tree.findtext(".//title") or "").split())]
    titles = [_without_site(title, publisher, headlines) for title in given if title]
    same = [title for title in titles if title in headlines]
    alike = [headline for title in titles[:1] for headline in headlines if _are_alike(headline, title)]
    return _first([*same, *dict.fromkeys(alike), *titles])


def _without_site(title: str, publisher: str | None, headlines: list[str]) -> str:
    """The title without what follows its last border, where that is the publisher or the rest is the headline."""
    for border in _SITE_BORDER.finditer(title):
        before, after = title[: border.start()], title[border.end() :]
        if before in headlines or after.casefold() == (publisher or "").casefold():
            return before
    return title


def _are_alike(one: str, other: str) -> bool:
    """Whether two titles share most of their words."""
    first, second = set(re.findall(r"\w+", one.casefold())), set(re.findall(r"\w+", other.casefold()))
    return bool(first and second) and 2 * len(first & second) > max(len(first), len(second))


def _dates(tree: Any, nodes: list[Node], meta: Mapping[str, list[str]]) -> Iterator[list[str]]:
    """Dates of publication, from the surest kind of statement on."""
    yield [text for node in nodes if (text := text_of(node.get("datePublished")))]
    for name in _META["published"]:
        yield meta.get(name, [])
    yield [e.get("content") or e.get("datetime") or "" for e in tree.iterfind(".//*[@itemprop='datePublished']")]
    yield [e.get("datetime") or "" for e in tree.iterfind(".//time[@pubdate]")]
    times = [e for e in tree.iterfind(".//time[@datetime]") if f" {e.get('class') or ''} ".find("updated") < 0]
    yield [e.get("datetime") or "" for e in times if "publish" in (e.get("class") or "")]


def _agreed(groups: Iterable[list[str]]) -> str | None:
    """The day that the first group with any day in it agrees on."""
    for group in groups:
        days = {day for value in group if (day := _day_of(value))}
        if days:
            return days.pop() if len(days) == 1 else None
    return None


def _day_of(value: str) -> str | None:
    match = _DAY.match(value.strip())
    return parse_edtf("-".join(match.groups())) if match else parse_date(value.strip()[:60])


def _author_lists(tree: Any, nodes: list[Node], meta: Mapping[str, list[str]]) -> Iterator[list[str]]:
    for node in nodes:
        yield names_of(node.get("author"))
    for name in _META["authors"]:
        yield meta.get(name, [])
    yield [" ".join("".join(e.itertext()).split()) for e in tree.iterfind(".//a[@rel='author']")]


def _clean_authors(names: Iterable[str]) -> tuple[str, ...]:
    """Names only: no addresses, no handles, no user names, each once."""
    bare = [_BY.sub("", " ".join(name.split())) for name in names]
    kept = (
        name
        for name in bare
        if name and "/" not in name and "@" not in name and "{" not in name and name.casefold() not in _NO_AUTHORS
    )
    return tuple(name for name in dict.fromkeys(kept) if len(name.split()) <= _LONGEST_NAME)[:20]


def _find_address(tree: Any, nodes: list[Node], meta: Mapping[str, list[str]]) -> str | None:
    """The page's own address; the bare address of a site says nothing of one of its pages."""
    canonical = [link.get("href") for link in tree.iterfind(".//link[@rel='canonical']")]
    stated = [text_of(node.get(key)) for node in nodes for key in ("url", "mainEntityOfPage")]
    return _first([*canonical, *_named(meta, "url"), *stated], lambda url: is_web_address(url) and url.count("/") > 2)
