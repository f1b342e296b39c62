"""Who wrote the article of a page, as the page states it: in data, in links to pages of authors, in classes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, takewhile
from typing import Any

from generator.language.people.authors import is_person, split_authors
from generator.readers.html.headlines import read_headline
from generator.readers.html.linked_data import Node, names_of
from generator.text.wordlists import load_sections, load_set

_META = dict(load_sections("page_metadata.txt"))
PARAGRAPH = 120
"""Characters of a paragraph of the article: what stands behind it may be of anything."""
_LONGEST_BYLINE, _BEFORE_NAME = 90, 60
"""Characters of a byline, and of it those in which the first name stands."""
_AUTHOR_CLASS = re.compile(
    r"(?:\A|[ _-])(?:authors?|autor|byline)(?:[_-]?(?:names?|list|item|link|\d))*(?:\Z|[ ])", re.IGNORECASE
)
"""How pages class the name of an author."""
_BY = re.compile(r"(?:(?:text|ein bericht) )?(?:von|by|par|por|door|av|af|di)[: \u00a0]", re.IGNORECASE)
"""How a byline begins: then its names need not be known."""
_ASIDE = frozenset({"aside", "footer", "nav"})
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:a|en|es|innen)?|auteurs?|autori|autore|penulis|yazar(?:lar)?|forfatter|skribent|reporters?|"
    r"journalists?|journalisten?|contributors?|columnists?|redakteure?)/[^/?#\s]{3,}",
    re.IGNORECASE,
)
"""Where sites have a page for each author."""
_WRITTEN_BY = frozenset(
    {"written by", "verfasst von", "geschrieben von", "écrit par", "rédigé par", "escrito por", "scritto da", "autor"}
    | {"geschreven door", "skriven av", "skrevet af", "skrevet av", "автор", "yazan", "作者", "投稿者", "執筆者"}
    | {"كُتب بواسطة", "كتبه", "ditulis oleh", "napisane przez", "napsal(a)", "द्वारा लिखित"}
)
"""The label of the author in a card for networks, as WordPress writes it."""
_BESIDE = 3
"""Elements around a link to an author in which those of the same article stand."""


def find_authors(
    tree: Any, nodes: Sequence[Node], meta: Mapping[str, list[str]], sites: Sequence[str | None], title: str
) -> tuple[str, ...]:
    """The authors that the page states: the first people that it names so, or else the first house."""
    found = [names for each in _author_lists(tree, nodes, meta, title) if (names := split_authors(each, site=sites))]
    return next((names for names in found if any(map(is_person, names))), next(iter(found), ()))


def _author_lists(
    tree: Any, nodes: Sequence[Node], meta: Mapping[str, list[str]], title: str
) -> Iterator[Sequence[str]]:
    for node in nodes:
        yield names_of(node.get("author")) or names_of(node.get("creator"))
    for name in _META["authors"]:
        yield meta.get(name, [])
    headline = _find_headline(tree, title)
    yield [_words(e) for e in _author_links(tree, headline)]
    yield _labelled_authors(meta)
    yield _linked_authors(headline)
    yield _classed_authors(headline)


def _find_headline(tree: Any, title: str) -> Any:
    """The heading that says the title, or else the first of the first level."""
    same = (e for e in tree.iter("h1", "h2") if title and read_headline(e, [title]) == title)
    return next(same, next(tree.iter("h1"), None))


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _labelled_authors(meta: Mapping[str, list[str]]) -> list[str]:
    """Who a card for networks says wrote the article, in the language of the page."""
    label = (meta.get("twitter:label1") or [""])[0].casefold().strip(" :")
    return meta.get("twitter:data1", []) if label in _WRITTEN_BY else []


def _until_article(headline: Any) -> Iterator[Any]:
    """The elements behind the headline, up to the first paragraph of the article."""
    behind = headline.xpath("following::*") if headline is not None else ()
    return takewhile(lambda e: e.tag != "p" or len("".join(e.itertext())) <= PARAGRAPH, behind)


def _linked_authors(headline: Any) -> list[str]:
    """The people whom links under the headline name that lead to a page of an author."""
    links = (e for e in _until_article(headline) if e.tag == "a" and _AUTHOR_PAGE.search(e.get("href") or ""))
    words = (_words(link).partition(",")[0] for link in links if not is_aside(link, _ASIDE))
    return [name for each in words for name in split_authors([each]) if _may_be_name(name)]


def _classed_authors(headline: Any) -> list[str]:
    """The people whom the first short element under the headline names whose class or schema says that it does."""
    for element in _until_article(headline):
        kind = f"{element.get('class') or ''} {element.get('itemprop') or ''}" if isinstance(element.tag, str) else ""
        is_named = _AUTHOR_CLASS.search(kind) is not None and not is_aside(element)
        words = _words(element) if is_named else ""
        if 5 <= len(words) <= _LONGEST_BYLINE:
            # Behind a comma stands where an author reports from.
            names = [name.partition(",")[0] for name in split_authors([words], is_byline=True)]
            is_signed = _BY.match(words) is not None
            people = [name for name in names if _is_full_name(name) or (is_signed and _may_be_name(name))]
            return people if people and people[0] in words[:_BEFORE_NAME] else []
    return []


def _author_links(tree: Any, headline: Any) -> Iterator[Any]:
    """The links to authors that stand beside the first one under the headline: others are of other stories."""
    start = tree if headline is None else headline
    links = list(start.xpath("following::a[@rel='author'] | descendant::a[@rel='author']"))
    around = set(islice(links[0].iterancestors(), _BESIDE)) if links else set()
    return (link for link in links if not around.isdisjoint(islice(link.iterancestors(), _BESIDE)))


def is_aside(element: Any, around: frozenset[str] = _ASIDE | {"li"}) -> bool:
    """Whether an element stands beside the article, or in a list."""
    return any(above.tag in around for above in element.iterancestors())


def _is_full_name(name: str) -> bool:
    """Whether it is a known given name with a surname, and nothing else."""
    words = name.split()
    return 2 <= len(words) <= 4 and words[0].title() in load_set("given_names.txt") and not any(map(str.isdigit, name))


def _may_be_name(name: str) -> bool:
    return is_person(name) and name[:1].isupper()


def names_in_host(host: str | None) -> list[str]:
    """The parts of a host that can be the name of its site: "lto" of "www.lto.de"."""
    return [part for part in (host or "").split(".")[:-1] if part not in ("www", "co", "com", "org")]
