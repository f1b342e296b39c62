"""Markdown of our templates to HTML, by a CommonMark converter of others, a hundred times as fast as Python-Markdown.

What comes out is what Python-Markdown makes of our templates with `md_in_html`, `tables` and `toc`. Markdown stands in
an HTML element where an empty line comes before it, and in a heading that is marked `markdown`. Headings get ids and
stand in the table of contents. The links of Markdown are looked up; those of raw HTML stay as they are.
"""

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from markdown.extensions.toc import nest_toc_tokens, slugify, unique
from markdown_it import MarkdownIt

plain_to_html: Callable[[str], str] = MarkdownIt("commonmark", {"html": True}).enable("table").render
try:
    import pyromark

    to_html: Callable[[str], str] = pyromark.Markdown(options=pyromark.Options.ENABLE_TABLES).html
except ImportError:  # no wheel for this machine
    to_html = plain_to_html

Resolve = Callable[[str], str]
"""From the address of a link as it is written to the one on the site."""

# A second space marks what stands in the Markdown as raw HTML: both converters keep it.
_RAW = re.compile(r"<(a|img|h[1-6])(?=[\s>])")
_MARKED = re.compile(r"(<|&lt;)(a|img|h[1-6]) (?=[\s>])")
_HEADING = re.compile(r"<h([1-6])( [^>]*)?>(.*?)</h\1>", re.DOTALL)
_LINK = re.compile(r'<(a href|img src)="([^"]*)"')
_READ_ON = re.compile(r' markdown(?:="(?:1|block|span)"(?=[\s/>])|(?=>))')
_ID = re.compile(r"""\sid\s*=\s*(?:"([^"]*)"|'([^']*)')""")
# Inside of a tag only: quotation marks of a text stand in HTML as they are.
_TAG_ID = re.compile(r"<[a-zA-Z][^<>]*?" + _ID.pattern)
_NAME = re.compile(r'<a\s[^>]*?name="([^"]*)"')
_INLINE = re.compile(r"[\[*_`!]")
_PARAGRAPH = re.compile(r"\s*<p>(.*)</p>\s*", re.DOTALL)
_TAG = re.compile(r"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading for the table of contents, its name as HTML without tags."""

    level: int
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Converted:
    """The HTML of a page and what the rest of the site asks about it."""

    content: str
    headings: tuple[Heading, ...]
    anchors: frozenset[str]


@dataclass(frozen=True, slots=True)
class Contents:
    """What the site's settings say of tables of contents."""

    top: int = 1
    bottom: int = 6
    slugify: Callable[[str, str], str] = slugify
    separator: str = "-"
    permalink: str = ""
    """HTML behind the words of a heading, with `{}` for its anchor."""


def read_contents(options: Mapping[str, Any]) -> Contents:
    """The settings of the extension `toc`, as mkdocs.yml has them."""
    top, _, bottom = str(options.get("toc_depth", 6)).rpartition("-")
    return Contents(
        top=int(top or 1),
        bottom=int(bottom),
        slugify=options.get("slugify") or slugify,
        separator=str(options.get("separator", "-")),
        permalink=_permalink(options),
    )


def _permalink(options: Mapping[str, Any]) -> str:
    sign = options.get("permalink")
    if not sign:
        return ""
    words = "&para;" if sign is True else html.escape(str(sign))
    kind = html.escape(str(options.get("permalink_class", "headerlink")))
    title = html.escape(str(options.get("permalink_title", "Permanent link")))
    return f'<a class="{kind}" href="#{{}}" title="{title}">{words}</a>'


def convert(markdown: str, resolve: Resolve, contents: Contents) -> Converted:
    """Convert the Markdown of one page; `resolve` is asked about each link."""
    text = to_html(_RAW.sub(r"<\1 ", markdown))
    taken = set(_ids(text))
    headings: list[Heading] = []
    text = _HEADING.sub(partial(_heading, headings=headings, taken=taken, contents=contents), text)
    text = _LINK.sub(partial(_link, resolve), text)
    anchors = frozenset(taken.union(_NAME.findall(text)))
    return Converted(_without_marks(_MARKED.sub(r"\1\2", text)).rstrip("\n"), tuple(headings), anchors)


def _without_marks(text: str) -> str:
    """The HTML without the attribute by which Markdown is read on inside an element."""

    def drop(match: re.Match[str]) -> str:
        tag = text.rfind("<", 0, match.start())
        is_open = tag >= 0 and text.find(">", tag, match.start()) < 0
        return "" if is_open and text[tag + 1 : tag + 2].isalpha() else match[0]

    return _READ_ON.sub(drop, text)


def nested(headings: tuple[Heading, ...]) -> list[Any]:
    """The headings as MkDocs takes them, those of a lower level inside those of a higher."""
    tokens = [{"level": heading.level, "id": heading.id, "name": heading.name} for heading in headings]
    return list(nest_toc_tokens(tokens))


def _heading(match: re.Match[str], headings: list[Heading], taken: set[str], contents: Contents) -> str:
    level, attributes, inner = int(match[1]), match[2] or "", match[3]
    if attributes and not _READ_ON.search(f"{attributes}>"):
        return match[0]
    if attributes and _INLINE.search(inner) and (paragraph := _PARAGRAPH.fullmatch(to_html(inner))):
        inner = paragraph[1]
    name = " ".join(_TAG.sub("", inner).split())
    given = _ID.search(attributes)
    anchor = html.unescape(given[1] or given[2] or "") if given else ""
    if not given:
        anchor = unique(contents.slugify(html.unescape(name), contents.separator), taken)
        attributes = f' id="{html.escape(anchor)}"{attributes}'
    if contents.top <= level <= contents.bottom:
        headings.append(Heading(level, anchor, name))
    return f"<h{level}{attributes}>{inner}{contents.permalink.format(html.escape(anchor))}</h{level}>"


def _link(resolve: Resolve, match: re.Match[str]) -> str:
    url = html.unescape(match[2]) if "&" in match[2] else match[2]
    new = resolve(url)
    return match[0] if new == url else f'<{match[1]}="{html.escape(new)}"'


def _ids(text: str) -> list[str]:
    return [html.unescape(one or other) for one, other in _TAG_ID.findall(text)]
