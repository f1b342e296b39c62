"""The title of a web page without the name of its site, in the words of its headline where they are alike."""

import html
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import lxml.html

from generator.model import Span
from generator.readers.html.headlines import read_headline
from generator.text.rules import Chain, Rule

_BORDER = re.compile(r"\s+[|\u2502\uff5c\u2013\u2014:\u00b7\u2022»«✩-]+\s+|\s*[|\u2502\uff5c»]\s*")
_BAR = re.compile(r"\s*[|\u2502\uff5c»«]\s*")
"""What stands before the name of a site only."""
_AFTER_KICKER = re.compile(r"[\w\"'“”’»?!] ?(?:[:|/]|[–—-](?= )) ?\Z")
_CLASSES = frozenset({"entry-title", "post-title", "article-title", "article-headline", "story-headline", "headline"})
_LONGEST_SITE, _SHORTEST_TITLE = 5, 3
"""Words in the name of a site or a section; words that a title keeps."""
_LONGEST_LINE = 300
_LETTERS = re.compile(r"\w+")
_FRONT = re.compile(r"(?:https?://[^/]{1,200})?/?(?:index\.\w{2,5})?")
"""An address of the front page of a site."""


class Site(NamedTuple):
    """What is known of the site of a page."""

    publisher: str | None
    host: str | None


class Titled(NamedTuple):
    """What a page says of its title."""

    tree: Any
    site: Site
    own: tuple[str, ...]
    """What the page states or marks as the headline of its article."""
    titles: tuple[str, ...]
    """These and its `<title>`, without the name of the site; none that breaks off where another goes on."""
    headlines: tuple[str, ...]

    @property
    def alike(self) -> Sequence[str]:
        """The headlines that are like the first title that has any."""
        return next(filter(None, ([line for line in self.headlines if are_alike(line, t)] for t in self.titles)), [])


FindTitle = Callable[[Titled], str | None]


def find_title(tree: Any, stated: Sequence[str], site: Site) -> tuple[str, str] | None:
    """The title of the page, with the rules that gave it."""
    page = read_titles(tree, stated, site)
    for rule in TITLES:
        chosen = rule.find(page)
        if chosen is not None:
            return _refine(page, chosen, rule.name)
    return None


def _refine(page: Titled, chosen: str, name: str) -> tuple[str, str]:
    """The title by the rules for what else stands in its headline."""
    for rule in WITHOUT:
        shorter = rule.find(page._replace(headlines=(chosen,)))
        if shorter is not None:
            chosen, name = shorter, f"{name}; {rule.name}"
    return chosen, name


def read_titles(tree: Any, stated: Sequence[str], site: Site) -> Titled:
    """What may be the title of a page."""
    said = [html.unescape(title) for title in stated]
    seen = (element for element in tree.iter("h1", "h2") if not _is_in_menu(element))
    headlines = [line for element in seen if (line := read_headline(element, said))]
    own = [*said, *_marked(tree, said)]
    whole = " ".join((tree.findtext(".//title") or "").split())
    lines = frozenset(_lines(tree)) if any(map(_BORDER.search, [*own, whole])) else frozenset[str]()
    titles = [without_site(title, site, headlines, lines) for title in [*own, whole] if title]
    titles = [title for title in titles if not _is_cut_short(title, titles)]
    return Titled(tree, site, tuple(own), tuple(titles), tuple(headlines))


def _find_in_article(page: Titled) -> str | None:
    """The headline of the only article, where nothing else tells the page from its site."""
    found = [*(title for title in page.titles if title in page.headlines), *page.alike]
    is_short = len(page.titles[0].split()) < _SHORTEST_TITLE if page.titles else True
    is_told = not (is_short or found) or any(_is_in_article(page.tree, title) for title in found)
    return None if page.own or is_told else next(_headline_of_article(page.tree), None)


def _find_shown(page: Titled) -> str | None:
    return next((title for title in page.titles if title in page.headlines), None)


def _find_alike(page: Titled) -> str | None:
    return next(iter(page.alike), None)


def _find_only(page: Titled) -> str | None:
    lines = _only_headline(page.tree)
    # Where the page states another title, only what heads its article is one.
    is_free = not page.own or len(list(page.tree.iterfind(".//article//h1"))) == 1
    return next((line for line in lines if is_free and not _is_site(line, page.site)), None)


def _find_stated(page: Titled) -> str | None:
    return next(iter(page.titles), None)


def _try_title(rule: Rule[FindTitle], text: str) -> Iterator[Span]:
    """Where the words last stand in a small page of the Westport Daily."""
    tree = lxml.html.document_fromstring(text)
    found = rule.find(read_titles(tree, (), Site("Westport Daily", "westportdaily.example")))
    if found is not None:
        start = max(text.rfind(f">{found}"), text.rfind(f" {found}<")) + 1
        yield Span(start, start + len(found))


TITLES: Chain[FindTitle] = Chain(
    "title of a page",
    (
        Rule(
            "headline of the only article",
            _find_in_article,
            yes=("<title>Westport Daily</title><h1>News</h1><article><h1>|Westport opens its harbour|</h1></article>",),
            no=(
                "<title>The harbour is open</title><article><h1>The harbour is open</h1></article>",
                "<title>Westport Daily</title><article><h1>The harbour</h1><h1>The pier</h1></article>",
            ),
            reason="A page that is called by the name of its site.",
        ),
        Rule(
            "title that is a headline",
            _find_shown,
            yes=("<title>The harbour is open - Westport Daily</title><h1>|The harbour is open|</h1>",),
            no=("<title>The harbour is open</title><h1>Harbour opens</h1>", "<title>The harbour is open</title>"),
        ),
        Rule(
            "headline like the title",
            _find_alike,
            yes=("<title>Harbour of Westport opens again</title><h1>|The harbour of Westport opens|</h1>",),
            no=("<title>Harbour of Westport opens again</title><h1>Lost cat found in Hull</h1>",),
        ),
        Rule(
            "only long headline",
            _find_only,
            yes=(
                "<title>News</title><h1>|The harbour of Westport is open|</h1>",
                "<article><h1>|The harbour of Westport is open|</h1></article><b itemprop='headline'>Cat is found</b>",
            ),
            no=(
                "<title>News</title><h1>The harbour of Westport is open</h1><h1>Lost cat found in the harbour</h1>",
                "<title>News</title><nav><h1>The harbour of Westport is open</h1></nav>",
                "<h1>The harbour of Westport is open</h1><b itemprop='headline'>Lost cat found in Hull</b>",
            ),
        ),
        Rule(
            "title that is stated",
            _find_stated,
            yes=("<title>|The harbour is open| - Westport Daily</title><h2>Lost cat found</h2>",),
            no=("<h1>The harbour of Westport is open</h1>",),
        ),
    ),
    _try_title,
)
"""The first of them that finds any: a headline that people see, before words that only stand in the head."""


def _without_kicker(page: Titled) -> str | None:
    return next((title for title in page.titles if _is_under_kicker(page.headlines[0], title)), None)


def _without_name(page: Titled) -> str | None:
    return next((title for title in page.titles if _is_with_site(page.headlines[0], title, page.site)), None)


WITHOUT: Chain[FindTitle] = Chain(
    "title without what stands beside it",
    (
        Rule(
            "without the kicker",
            _without_kicker,
            yes=("<h1>Storm at Holm: The pier is gone</h1><b itemprop='headline'>|The pier is gone|</b>",),
            no=("<title>The pier is gone</title><h1>Now the pier is gone</h1>",),
        ),
        Rule(
            "without the site",
            _without_name,
            yes=("<h1>The pier is gone - Westport Daily</h1><i itemprop='headline'>|The pier is gone|</i>",),
            no=("<title>The pier is gone</title><h1>The pier is gone for ever</h1>",),
        ),
    ),
    _try_title,
)
"""What a headline says beside a title that the page states."""


def _is_cut_short(title: str, titles: Sequence[str]) -> bool:
    """Whether a title breaks off where another one goes on."""
    begin = title.rstrip(" .…")
    return title.endswith(("…", "...")) and any(other.startswith(begin) and len(other) > len(title) for other in titles)


def _only_headline(tree: Any) -> Iterator[str]:
    """The only long heading of the first level, unless it links to the front page or stands in the menu or the foot."""
    lines = dict.fromkeys(read_headline(element) for element in tree.iter("h1") if not _is_of_site(element))
    long = [line for line in lines if len(line.split()) > _SHORTEST_TITLE and len(line) <= _LONGEST_LINE]
    yield from long if len(long) == 1 else ()


def _is_in_menu(element: Any) -> bool:
    """Whether a heading stands in a path or menu through the site, for search engines only."""
    return any(above.tag == "nav" for above in element.iterancestors())


def _is_of_site(element: Any) -> bool:
    """Whether a heading is the name of the site: a link to the front page, or outside of what can be an article."""
    links = [link for link in [element.getparent(), *element.iter("a")] if link is not None and link.tag == "a"]
    around = (above.tag for above in element.iterancestors())
    return any(_FRONT.fullmatch(link.get("href") or "") for link in links) or not {"nav", "footer", "aside"}.isdisjoint(
        around
    )


def _is_with_site(headline: str, title: str, site: Site) -> bool:
    """Whether the headline is the title with the name of the site before or behind it."""
    if len(title.split()) < _SHORTEST_TITLE or len(headline) <= len(title):
        return False
    rest = headline.removeprefix(title) if headline.startswith(title) else headline.removesuffix(title)
    return rest != headline and _is_site(rest.strip(" |-:–—"), site)


def _is_under_kicker(headline: str, title: str) -> bool:
    """Whether the headline is the title with a kicker and a mark before it: "Storm at Holm: The pier is gone"."""
    kicker = headline.removesuffix(title)
    return kicker != headline and len(title.split()) >= _SHORTEST_TITLE and _AFTER_KICKER.search(kicker) is not None


def _marked(tree: Any, stated: Sequence[str]) -> Iterator[str]:
    """The headline that the page marks as its own: by microdata, or by a class that stands once."""
    marked = tree.xpath("//*[@itemprop='headline']")
    classed = [e for e in tree.iter() if isinstance(e.tag, str) and _CLASSES & set((e.get("class") or "").split())]
    for elements in (marked, classed):
        lines = dict.fromkeys(e.get("content") or read_headline(e, stated) for e in elements)
        if len(lines) == 1:
            yield from (line for line in lines if 0 < len(line) <= _LONGEST_LINE)


def _lines(tree: Any) -> Iterator[str]:
    """The short lines that can be seen on the page, each in an element of its own."""
    for element in tree.iter("h1", "h2", "h3", "p", "div", "span", "a", "li", "strong"):
        if len(element) == 0 and element.text and len(element.text) <= _LONGEST_LINE:
            yield " ".join(element.text.split())


def _headline_of_article(tree: Any) -> Iterator[str]:
    """The first heading of the only article or main part of the page, where there is no other of its level."""
    for tag in ("article", "main"):
        parts = list(tree.iter(tag))
        for level in ("h1", "h2") if len(parts) == 1 else ():
            lines = [line for element in parts[0].iter(level) if (line := read_headline(element))]
            if lines:
                yield from lines if len(lines) == 1 else ()
                break


def _is_in_article(tree: Any, title: str) -> bool:
    """Whether a heading with these words stands in an article, or there is no article to stand in."""
    parts = list(tree.iter("article", "main"))
    return not parts or any(title == read_headline(e) for part in parts for e in part.iter("h1", "h2"))


def without_site(title: str, site: Site, headlines: Sequence[str], lines: Iterable[str] = ()) -> str:
    """The title without the parts before or after a border that are the name of the site or of a section."""
    for border in _BORDER.finditer(title):
        before, after = title[: border.start()], title[border.end() :]
        is_site = "»" in border[0] and len(before.split()) <= _SHORTEST_TITLE < len(title.split())
        if before in headlines and not is_site:
            return before
        if after in headlines and len(after.split()) >= _SHORTEST_TITLE:
            return after
    while borders := list(_BORDER.finditer(title)):
        last = borders[-1]
        before, after = title[: last.start()], title[last.end() :]
        if not (_is_site(after, site) or _may_be_site(before, after, last[0], lines)):
            break
        title = before
    first = _BORDER.search(title)
    if first and "»" in first[0] and title[: first.start()] in headlines:
        # Old blogs: "Name » Blog Archive » Headline".
        return title.rpartition("»")[2].strip()
    return title[first.end() :] if first and _is_site(title[: first.start()], site) else title


def _is_site(words: str, site: Site) -> bool:
    """Whether these words are the publisher's name or make its host name."""
    name = "".join(_LETTERS.findall(words.casefold()))
    host = "".join(_LETTERS.findall((site.host or "").casefold().removeprefix("www.")))
    return bool(name) and (words.casefold() == (site.publisher or "").casefold() or (len(name) > 3 and name in host))


def _may_be_site(before: str, after: str, border: str, lines: Iterable[str]) -> bool:
    """Whether what stands behind a border is short and stands alone on the page too, or behind a bar."""
    if len(after.split()) > _LONGEST_SITE or len(before.split()) < _SHORTEST_TITLE:
        return False
    return _BAR.fullmatch(border) is not None or after in lines or before in lines


def are_alike(one: str, other: str) -> bool:
    """Whether two titles share most of their words."""
    first, second = set(_LETTERS.findall(one.casefold())), set(_LETTERS.findall(other.casefold()))
    return bool(first and second) and 2 * len(first & second) > max(len(first), len(second))
