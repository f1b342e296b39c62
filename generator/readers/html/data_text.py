"""The text of a page that stands only in data for its scripts: `articleBody` of JSON-LD, `__NEXT_DATA__`. It is put
where a browser would show it; data that tell of several stories tell none.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from typing import Any

from lxml import etree, html

from generator.readers.html.linked_data import find_articles, text_of

_FEWEST = 400
"""Characters of a text; less may be a teaser."""
_SEEN, _WINDOW = 0.3, 30
"""Part of the text, in runs of so many letters, from which the page shows it."""
_MORE = 2
_WORD = re.compile(r"[^\W_]+")
_KEYS = frozenset({"body", "bodyhtml", "articlebody", "content", "contenthtml", "text", "html", "value", "paragraph"})
"""What data call a text, or a part of one."""
_OF_STORIES = frozenset({"title", "headline", "slug", "url", "href", "link"})
"""What each item of a list of stories has; no paragraph has one."""
_LONGEST = 2_000_000
_MOST_NODES = 100_000
_DEEPEST = 12
_PARAGRAPH, _FEW = 60, 3
_TAG = re.compile(r"<(?:p|br|div|h[1-6]|li)\b[^<>]{0,2000}>", re.IGNORECASE)
_ANY_TAG = re.compile(r"</?[a-z][^<>]{0,2000}>", re.IGNORECASE)
_END = ".!?…"
_AROUND = ("header", "hgroup", "nav", "aside")


def show_data_text(tree: Any, shown: Sequence[str], prose: int) -> bool:
    """Put the text into the page if the page shows next to nothing of it; whether that was so. `shown`: its pieces;
    `prose`: characters of those that read like an article, of which there must be less than in the data."""
    paragraphs = _find_in_linked_data(tree) or _find_in_state(tree)
    words, seen = _words_of(paragraphs), _words_of(shown)
    windows = [words[at : at + _WINDOW] for at in range(0, len(words) - _WINDOW + 1, _WINDOW)]
    is_more = len(words) >= _FEWEST and _MORE * prose < sum(map(len, paragraphs))
    if not is_more or sum(window in seen for window in windows) >= _SEEN * len(windows):
        return False
    _put(tree, paragraphs, _find_teasers(tree, words))
    return True


def _words_of(texts: Iterable[str]) -> str:
    """The letters and digits of texts: pages and data set their signs and paragraphs differently."""
    return "".join(_WORD.findall(" ".join(texts).casefold()))


def _find_in_linked_data(tree: Any) -> list[str]:
    """The paragraphs of the one article that the page states with its text."""
    bodies = {body for node in find_articles(tree) if isinstance(body := node.get("articleBody"), str)}
    return split_text(bodies.pop()) if len(bodies) == 1 else []


def _find_in_state(tree: Any) -> list[str]:
    """The paragraphs in the data of the program that makes the page (Next.js)."""
    script = next(iter(tree.xpath("//script[@id='__NEXT_DATA__']")), None)
    try:
        data = json.loads(script.text or "") if script is not None and len(script.text or "") < _LONGEST else None
    except (ValueError, RecursionError):
        return []
    found = sorted((text for text in _list_texts(data)), key=lambda text: -sum(map(len, text)))
    # The text may stand there twice, as words and as HTML; two texts are of two stories.
    others = [text for text in found[1:] if sum(map(len, text)) >= _FEWEST and not _is_same(text, found[0])]
    return [] if others or not found else found[0]


def _is_same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the paragraphs of one text are those of the other."""
    words = _words_of(other)
    return sum(_words_of([p]) in words for p in one) * 2 > len(one)


def _list_texts(data: Any) -> Iterator[list[str]]:
    """What may be the text: long strings of things that stand in no list, and lists of paragraphs."""
    waiting: list[tuple[Any, str, int]] = [(data, "", 0)]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value, key, depth = waiting.pop()
        if isinstance(value, str) and key in _KEYS and len(value) >= _FEWEST:
            yield split_text(value)
        elif isinstance(value, list):
            parts = _read_list(value) if key in _KEYS else []
            if sum(len(part) >= _PARAGRAPH and part[-1] in _END for part in parts) >= _FEW:
                yield parts
        elif isinstance(value, dict) and depth < _DEEPEST:
            waiting += [(inner, str(name).lower().replace("_", ""), depth + 1) for name, inner in value.items()]


def _read_list(items: list[Any]) -> list[str]:
    """The paragraphs of a list of them; none of a list of stories."""
    if any(isinstance(item, dict) and _OF_STORIES & item.keys() for item in items):
        return []
    joined = ("".join(_words_in(item, 0)) for item in items[:_MOST_NODES])
    return [part for text in joined for part in split_text(text)]


def _words_in(item: Any, depth: int) -> Iterator[str]:
    """The words of a part of a text and of what it holds, in order."""
    if isinstance(item, str):
        yield item
    elif isinstance(item, list):
        for inner in item if depth < _DEEPEST else ():
            yield from _words_in(inner, depth + 1)
    elif isinstance(item, dict) and depth < _DEEPEST:
        for key, inner in item.items():
            is_text = str(key).lower().replace("_", "") in _KEYS or key == "children"
            yield from _words_in(inner, depth + 1) if is_text else ()


def split_text(text: str) -> list[str]:
    """The paragraphs of a text, which may be HTML."""
    text = _TAG.sub("\n", unescape(text))
    if _ANY_TAG.search(text):
        try:
            text = html.fromstring(f"<div>{text}</div>").text_content()
        except (etree.ParserError, ValueError):
            return []
    # Some data are written as HTML twice.
    return [line for part in unescape(text).splitlines() if (line := " ".join(part.split()))]


def _find_teasers(tree: Any, words: str) -> list[Any]:
    """The paragraphs of the page that the text has too: it would stand there twice."""
    shown = ((element, _words_of(["".join(element.itertext())])) for element in tree.iter("p"))
    return [element for element, own in shown if len(own) >= _PARAGRAPH and own in words]


def _put(tree: Any, paragraphs: Sequence[str], teasers: Sequence[Any]) -> None:
    """The paragraphs in the place of a teaser, else behind the headline; where there is none, at the head of the page
    with the one that data state."""
    article = etree.Element("article")
    for words in paragraphs:
        etree.SubElement(article, "p").text = words
    if teasers:
        teasers[0].addprevious(article)
        for element in teasers:
            element.drop_tree()
        return
    headings = list(tree.iter("h1"))
    place = headings[0] if len(headings) == 1 else None
    if place is not None:
        around = [element for element in place.iterancestors() if element.tag in _AROUND]
        place = around[-1] if around else place
        article.tail, place.tail = place.tail, None
        place.addnext(article)
        return
    titles = [title for node in find_articles(tree) if (title := text_of(node.get("headline")))]
    if titles and not headings:
        heading = etree.Element("h1")
        heading.text = titles[0]
        article.insert(0, heading)
    body = tree.find("body")
    (tree if body is None else body).insert(0, article)
