"""The frame of a page, filled by the theme once for all pages that have the same: it is most of what a page costs.

Pages of a class differ in a few words only. The theme makes the first two, and of the second one more, with marks in
the place of those words. If both come out the same to the byte when their words are put there, so are all others made.
Else, and where a template is the user's own or another plug-in listens, the theme makes every page.
"""

import copy
import posixpath
import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils.templates import TemplateContext

from generator.plugin.finished import has_own_templates, is_steady
from generator.plugin.page import BriefsPage

_PAGE, _TOC, _WORDS = "main.html", "partials/toc.html", "partials/language.html"
_MARK = "BRIEFS-SLOT-{}-END"
_SLOT = re.compile(_MARK.format("([a-z]+)"))
_H1 = "<h1"
"""Material sets a heading above what has none."""
_OWN = ("title", "description", "machine")
"""What of the metadata is in slots; the rest tells classes apart."""


class _Headed(str):
    """A mark for what has a heading."""

    __slots__ = ()

    def __contains__(self, words: object) -> bool:
        return words == _H1 or super().__contains__(str(words))


@dataclass(frozen=True, slots=True)
class Frame:
    """A page in pieces: words that stand, and between them names of slots."""

    pieces: tuple[str, ...]

    def fill(self, values: dict[str, str]) -> str:
        """The page with these words."""
        return "".join(values[piece] if index % 2 else piece for index, piece in enumerate(self.pieces))


class Framed:
    """The template of pages."""

    def __init__(self, env: Environment, config: MkDocsConfig) -> None:
        self._template, self._toc = env.get_template(_PAGE), env.get_template(_TOC)
        self._words, self._config = env.get_template(_WORDS).make_module({"config": config}), config
        self._firsts: dict[Hashable, tuple[dict[str, str], str]] = {}
        self.frames: dict[Hashable, Frame | None] = {}

    def render(self, context: TemplateContext) -> str:
        """One page."""
        page = context["page"]
        if not isinstance(page, BriefsPage) or any(entry is page for entry in context["nav"].pages):
            return self._template.render(context)
        kind = _class_of(page, context)
        if frame := self.frames.get(kind):
            return frame.fill(self._values(page))
        made = self._template.render(context)
        if kind in self.frames:
            return made
        here = self._values(page), made
        if kind not in self._firsts:
            self._firsts[kind] = here
        else:
            self.frames[kind] = self._make(page, context, (here, self._firsts.pop(kind)))
        return made

    def _make(
        self, page: BriefsPage, context: TemplateContext, proofs: tuple[tuple[dict[str, str], str], ...]
    ) -> Frame | None:
        """The frame of the page's class, if it gives what the theme gives."""
        marked = _mark(page)
        toc = self._contents(marked)
        text = self._template.render({**context, "page": marked})
        if text.count(toc) != 1:
            return None
        frame = Frame(tuple(_SLOT.split(text.replace(toc, _MARK.format("toc")))))
        return frame if all(frame.fill(values) == made for values, made in proofs) else None

    def _values(self, page: BriefsPage) -> dict[str, str]:
        first = next(iter(page.toc), None)
        return {
            "title": str(page.meta.get("title", "")),
            "description": str(page.meta.get("description", "")),
            "machine": str(page.meta.get("machine", "")),
            "name": str(page.title),
            "address": page.canonical_url or "",
            "content": page.content or "",
            "skip": first.id if first else "",
            "toc": self._contents(page),
        }

    def _contents(self, page: SitePage) -> str:
        return self._toc.render(page=page, config=self._config, lang=self._words)


def _class_of(page: BriefsPage, context: TemplateContext) -> Hashable:
    """All that tells the frame of one page from that of another."""
    rest = {key: value for key, value in page.meta.items() if key not in _OWN}
    own = (page.meta.get(key) for key in _OWN)
    words = *own, page.title, page.canonical_url, page.toc.items
    lit = tuple(entry.url for entry in context["nav"].pages if entry.active)
    place = posixpath.dirname(page.url), context["base_url"], page.is_homepage, page.edit_url
    around = page.parent, page.previous_page, page.next_page, page.file.inclusion
    return place, lit, tuple(map(bool, words)), _H1 in (page.content or ""), tuple(map(str, around)), repr(rest)


def _mark(page: BriefsPage) -> SitePage:
    """The page with a mark in the place of each of its words."""
    marked: Any = copy.copy(page)
    marked.meta = {key: _MARK.format(key) if key in _OWN and value else value for key, value in page.meta.items()}
    marked.title = _MARK.format("name") if page.title else page.title
    marked.canonical_url = page.canonical_url and _MARK.format("address")
    marked.content = _Headed(_MARK.format("content")) if _H1 in (page.content or "") else _MARK.format("content")
    link = AnchorLink("", "skip", 2)
    link.id = _MARK.format("skip")
    marked.toc = [link] if page.toc.items else []
    result: SitePage = marked
    return result


def frame_pages(env: Environment, config: MkDocsConfig) -> Environment:
    """Have MkDocs fill pages by their frames, where no plug-in or template of others has a say in them."""
    if config.theme.name != "material" or not is_steady(config) or has_own_templates(config):
        return env
    get: Callable[..., Any] = env.get_template
    framed = Framed(env, config)

    def get_template(name: Any, *given: Any, **named: Any) -> Any:
        return framed if name == _PAGE and not given and not named else get(name, *given, **named)

    setattr(env, "get_template", get_template)  # noqa: B010
    return env
