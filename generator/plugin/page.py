"""A page of Briefs in MkDocs: it knows its title, converts its Markdown, and checks its links as MkDocs does."""

import posixpath
import re
import zlib
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.toc import TableOfContents, get_toc
from mkdocs.utils import get_relative_url

from generator.model import Page
from generator.plugin.converting import Contents, convert, nested
from generator.plugin.keeping import Keeping, LastingPage
from generator.plugin.search import OWN
from generator.rendering.exports.markdown import mkdocs_meta

_LINK = re.compile(r"\]\(([^()\s]{1,500})\)")
_LEFT_OUT = (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)

_QUICK = 1
"""Of a gigabyte of Markdown one page is needed at a time: packing it must cost little."""


def pack(markdown: str) -> bytes:
    """The text in about a sixth of its room."""
    return zlib.compress(markdown.encode("utf-8"), _QUICK)


def unpack(packed: bytes) -> str:
    """The text again."""
    return zlib.decompress(packed).decode("utf-8")


class PackedFile(File):
    """A file of the site whose Markdown is packed until somebody asks for it."""

    packed = b""

    @property
    def content_string(self) -> str:
        """The Markdown."""
        return unpack(self.packed)

    @content_string.setter
    def content_string(self, value: str) -> None:
        self.packed = pack(value)

    @property
    def content_bytes(self) -> bytes:
        """The Markdown as UTF-8."""
        return zlib.decompress(self.packed)

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        self.packed = zlib.compress(value, _QUICK)


def part_lines(content: str, config: MkDocsConfig) -> str:
    """The HTML with white space where a line ends: Material's search would take what stands around it for one word."""
    return content if config.theme.get(OWN) else content.replace("<br>", "<br>\n")


class BriefsPage(LastingPage):
    """A page that this program made. Converted by `fast`, or else by Python-Markdown and the site's extensions."""

    def __init__(self, title: str | None, file: File, config: MkDocsConfig, ours: Page, keeping: Keeping) -> None:
        super().__init__(title, file, config, keeping)
        self.ours = ours
        """Without its Markdown where the file has it, packed."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the Markdown as it is: no front matter is looked for in what a template made."""
        source = config.plugins.on_page_read_source(page=self, config=config)
        self.markdown = (self.ours.markdown or self.file.content_string) if source is None else source
        # MkDocs prints title and description as they are: they are escaped.
        self.meta = {**mkdocs_meta(self.ours), "kind": self.ours.kind, "machine": self.ours.head}
        if config.theme.get(OWN):
            self.meta["search"] = {"exclude": True}

    def convert(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the Markdown as MkDocs does."""
        super().convert(config, files)
        self.content = part_lines(self.content or "", config)
        self.targets = _targets(self.markdown or "", self.file.src_uri)
        self.is_sound = all(files.get_file_from_path(target) for target in self.targets)


class FastPage(BriefsPage):
    """A page that is converted by the fast converter."""

    contents = Contents()
    is_aside = False

    def convert(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the Markdown. Where a link leads nowhere, MkDocs converts the page too, to say so in its words."""
        links = Links(self.file, files)
        made = convert(self.markdown or "", links.resolve, self.contents)
        if links.unclear:
            super().convert(config, files)
        self.content = part_lines(made.content, config)
        self.toc = get_toc(nested(made.headings))
        self.present_anchor_ids = set(made.anchors)
        self.links_to_anchors = links.to_anchors
        self.targets, self.is_sound = links.targets(), not links.unclear

    def lay_aside(self) -> None:
        """Forget the text and what was made of it: all pages together are too much to hold."""
        self.markdown, self.content, self.toc, self.is_aside = "", "", TableOfContents([]), True

    def remake(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the Markdown, which may have been laid aside."""
        self.is_aside = True
        self.take_up(config, files)

    def take_up(self, config: MkDocsConfig, files: Files) -> None:
        """Make again what was laid aside, which is a matter of a fraction of a millisecond."""
        if self.is_aside:
            self.is_aside = False
            self.read_source(config)
            self.convert(config, files)


@dataclass(slots=True)
class Links:
    """The links of one page, resolved."""

    file: File
    files: Files
    to_anchors: dict[File, dict[str, str]] = field(default_factory=dict)
    """As MkDocs keeps them for its check: by file, each anchor with the link that names it."""
    unclear: bool = False
    """Whether one of them is not plainly the path of a file of the site."""
    _found: dict[str, tuple[File, str] | None] = field(default_factory=dict)

    def resolve(self, url: str) -> str:
        """The address on the site for a link as it is written; the link itself where it is none to a file."""
        path, hash_, anchor = url.partition("#")
        if not path:
            if anchor:
                self.to_anchors.setdefault(self.file, {}).setdefault(anchor, url)
            return url
        if path not in self._found:
            self._found[path] = self._find(path)
        if not (found := self._found[path]):
            return url
        target, address = found
        if anchor:
            self.to_anchors.setdefault(target, {}).setdefault(anchor, url)
        return address + hash_ + anchor

    def targets(self) -> frozenset[str]:
        """The paths of all files that it links to."""
        return frozenset(found[0].src_uri for found in self._found.values() if found)

    def _find(self, path: str) -> tuple[File, str] | None:
        """The file to which a path leads, and its address from here; None for another host, or where it is unclear."""
        parts = urlsplit(path)
        if parts.scheme or parts.netloc or not parts.path:
            return None
        here = posixpath.dirname(self.file.src_uri)
        target = self.files.get_file_from_path(posixpath.normpath(posixpath.join(here, unquote(parts.path))))
        if not target or target.inclusion in _LEFT_OUT or path.startswith(("/", "\\")):
            self.unclear = True
            return None
        query = f"?{parts.query}" if parts.query else ""
        return target, get_relative_url(target.url, self.file.url) + query


def _targets(markdown: str, path: str) -> frozenset[str]:
    """The paths of all files that the Markdown of the page at `path` links to."""
    parts = (urlsplit(link) for link in _LINK.findall(markdown))
    local = (unquote(part.path) for part in parts if part.path and not part.scheme and not part.netloc)
    return frozenset(posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) for target in local)
