"""Pages of a live server: what was converted to HTML once is not converted again until its Markdown changes.

Converting is more than half of a rebuild. A page is kept with the files that it links to; one that links to a file
that is not there is never kept, so that its warning comes with every build.
"""

import hashlib
import posixpath
import re
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.toc import TableOfContents

from generator.plugin.page import BriefsPage

_LINK = re.compile(r"\]\(([^()\s]{1,500})\)")


@dataclass(frozen=True, slots=True)
class Kept:
    """What converting one page gave."""

    key: str
    content: str
    toc: TableOfContents
    anchors: frozenset[str]
    targets: frozenset[str]
    """Paths of the files that it links to."""
    links: Mapping[str, Mapping[str, str]] | None
    """Links to anchors, by the path of the file that they lead to."""


class KeptPage(BriefsPage):
    """A page that remembers in `kept`, by its path, what converting it gave."""

    kept: MutableMapping[str, Kept]

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the Markdown, unless it was converted before and all that it depends on is as it was."""
        key = _key(self.markdown or "", config)
        known = self.kept.get(self.file.src_uri)
        if known and known.key == key and _all_there(known.targets, files):
            self._take(known, files)
            return
        super().render(config, files)
        targets = _targets(self.markdown or "", self.file.src_uri)
        if _all_there(targets, files):
            self.kept[self.file.src_uri] = self._result(key, targets)

    def _take(self, known: Kept, files: Files) -> None:
        self.content = known.content
        self.toc = known.toc
        self.present_anchor_ids = set(known.anchors)
        if known.links is not None:
            found = {files.get_file_from_path(path): dict(links) for path, links in known.links.items()}
            self.links_to_anchors = {file: links for file, links in found.items() if file}

    def _result(self, key: str, targets: frozenset[str]) -> Kept:
        links = None
        if self.links_to_anchors is not None:
            links = {file.src_uri: dict(found) for file, found in self.links_to_anchors.items()}
        anchors = frozenset(self.present_anchor_ids or ())
        return Kept(key, self.content or "", self.toc, anchors, targets, links)


def _key(markdown: str, config: MkDocsConfig) -> str:
    """Everything in the page and the settings that the HTML depends on, as SHA-256 in hex."""
    parts = (markdown, repr(config.markdown_extensions), repr(config.mdx_configs), str(config.use_directory_urls))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _targets(markdown: str, path: str) -> frozenset[str]:
    """The paths of all files that the Markdown of the page at `path` links to."""
    parts = (urlsplit(link) for link in _LINK.findall(markdown))
    local = (unquote(part.path) for part in parts if part.path and not part.scheme and not part.netloc)
    return frozenset(posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) for target in local)


def _all_there(targets: frozenset[str], files: Files) -> bool:
    return all(files.get_file_from_path(target) for target in targets)
