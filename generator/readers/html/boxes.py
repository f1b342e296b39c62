"""What stands among the paragraphs of an article and is none of it: boxes of other stories, newsletters, authors.

They are known by what pages class them, or by a look: a list of nothing but links.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby, islice
from typing import Any, NamedTuple

import lxml.html

from generator.model import Span
from generator.readers.html.looks import points_elsewhere
from generator.readers.html.visible import Seen, find_seen
from generator.text.rules import Chain, Rule

_DEEPEST = 8
"""Elements around a piece whose classes are looked at."""
_MOST = 0.3
"""A box that holds more than this part of the article is the article."""
_LINKED = 0.1
"""The part of a box of other stories that is links."""
_CLASS_LENGTH = 300


class _Box(NamedTuple):
    """How pages class boxes of one kind."""

    classes: re.Pattern[str]


def _classed(pattern: str) -> _Box:
    return _Box(re.compile(pattern, re.IGNORECASE))


def _try_box(rule: Rule[_Box], text: str) -> Iterator[Span]:
    """The words of a small page that a rule takes for a box."""
    for item in find_seen(lxml.html.document_fromstring(text)):
        if any(rule.find.classes.search(name) for name in _names_around(item)):
            start = text.find(f">{item.piece.text}") + 1
            yield Span(start, start + len(item.piece.text))


BOXES: Chain[_Box] = Chain(
    "boxes in an article",
    (
        Rule(
            "newsletter or subscription",
            _classed(
                r"newsletter|subscri(?:be|ption)[-_]?(?:box|banner|cta|promo)|\bapp-?hint|paywall-?(?:banner|teaser)"
            ),
            yes=("<div class='NewsletterBox_root'><p>|All of Westport in the morning.|</p></div>",),
            no=("<div class='news'><p>The pier is open.</p></div>",),
        ),
        Rule(
            "about the author",
            _classed(
                r"author[-_]{0,2}(?:bio|box|card|desc|about|profile|note|blurb)|about-?(?:the-?)?author|"
                r"(?:writer|contributor|guest)[-_]{0,2}bio"
            ),
            yes=("<div class='author__biography'><p>|Ann Lee has covered the coast since 1999.|</p></div>",),
            no=("<div class='authority'><p>The pier is open.</p></div>", "<p class='author'>Ann Lee</p>"),
        ),
        Rule(
            "related links",
            _classed(
                r"(?<![a-z])related|more-?(?:topic|stor|from|news)|read-?(?:more|also|next)|(?:see|also)-?(?:also|like|read)|"
                r"recommend(?:ed|ation)|most-?(?:read|popular|viewed)|trending|(?<![a-z])teaser(?!-?(?:text|content))|(?<![a-z])promo(?![a-z])|"
                r"(?:post|story|collections?)[-_]{1,2}card|link-?list|cross-?link"
            ),
            yes=(
                "<section class='more-topic'><p>|Matt Lee keeps his hotel.|</p></section>",
                "<p class='c-related'>|Lost cat found|</p>",
            ),
            no=("<div class='unrelated'><p>The pier is open.</p></div>", "<p class='teaser-text'>The pier opens.</p>"),
        ),
        Rule(
            "form",
            _classed(r"(?<![a-z])poll(?![a-z])|element-?poll|(?<![a-z])(?:quiz|survey)(?![a-z])"),
            yes=("<div class='Article_elementPoll__0I'><p>|Do you like the pier?|</p></div>",),
            no=("<div class='polling-station'><p>The pier is open.</p></div>",),
        ),
        Rule(
            "beside the article",
            _classed(r"ai-?_?(?:article-?)?summary|summary-?ai(?![a-z])"),
            yes=("<div class='aiSummaryContent'><p>|The pier opens, a program says.|</p></div>",),
            no=("<div class='article-summary'><p>The pier is open.</p></div>",),
            reason="What a program sums up are not the words of the article.",
        ),
    ),
    _try_box,
)
"""The name of a rule is the reason that its box is no part of the article."""


def find_boxes(seen: Sequence[Seen], inside: Collection[int]) -> dict[int, str]:
    """The pieces among those of the article that stand in a box, or only lead elsewhere, each with the reason."""
    whole = sum(len(seen[n].piece.text) for n in inside)
    boxes: dict[int, list[int]] = defaultdict(list)
    reasons: dict[int, str] = {}
    known: dict[str, str | None] = {}
    for n in sorted(inside):
        for element in _around(seen[n]):
            reason = _read(_name(element), known)
            if reason is not None:
                boxes[id(element)].append(n)
                reasons[id(element)] = reason
    found = dict.fromkeys(_find_pointers(seen, inside), "related links")
    for key, places in boxes.items():
        is_box = reasons[key] != "related links" or _is_linked([seen[n] for n in places])
        if is_box and sum(len(seen[n].piece.text) for n in places) <= _MOST * whole:
            found |= dict.fromkeys(places, reasons[key])
    return found


def _is_linked(items: Sequence[Seen]) -> bool:
    """Whether part of what a box says are links, as where it names other stories."""
    elements = {id(item.element): item.element for item in items}.values()
    links = (e.iterfind(".//a") if next(e.iterancestors("a"), None) is None else [e] for e in elements)
    linked = sum(len("".join(link.itertext()).strip()) for each in links for link in each)
    return linked >= _LINKED * sum(len(item.piece.text) for item in items)


def _find_pointers(seen: Sequence[Seen], inside: Collection[int]) -> Iterator[int]:
    """Lines that are but a link, and lists of nothing else."""
    for (_, is_item), run in groupby(
        sorted(inside), key=lambda n: (id(seen[n].parent), seen[n].piece.kind == "list_item")
    ):
        places = [n for n in run if seen[n].piece.kind != "heading" and not seen[n].piece.is_row]
        point = [n for n in places if points_elsewhere(seen[n])]
        yield from point if not is_item or len(point) == len(places) else ()


def _read(name: str, known: dict[str, str | None]) -> str | None:
    """The reason that a class or an id gives; each is read once."""
    if name not in known:
        known[name] = next((rule.name for rule in BOXES if name and rule.find.classes.search(name)), None)
    return known[name]


def _around(item: Seen) -> Iterator[Any]:
    if item.element is not None:
        yield from (e for e in islice((item.element, *item.element.iterancestors()), _DEEPEST) if e.tag != "body")


def _name(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()[:_CLASS_LENGTH]


def _names_around(item: Seen) -> Iterator[str]:
    return (name for element in _around(item) if (name := _name(element)))
