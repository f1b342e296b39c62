"""One build beside the last one: which pages are kept as they were finished, which are made anew."""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

import msgspec
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as SitePage

from generator.plugin.finished import Finished, Shelf, digest_of, page_key


class Site(Protocol):
    """Where the finished pages of the last build are, and those of this one come to be."""

    site: Path
    folder: Path

    def keep(self, path: str) -> bool:
        """Have a file of the last build in this one too; whether that could be done."""


class LastingPage(SitePage):
    """A page that need not be made again while nothing changes that it depends on."""

    is_sound = True
    """Whether each of its links is plainly one to a file of the site, or to another host."""
    targets: frozenset[str] = frozenset()
    """Paths of the files that it links to."""

    def __init__(self, title: str | None, file: File, config: MkDocsConfig, keeping: "Keeping") -> None:
        super().__init__(title, file, config)
        self.keeping = keeping

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the Markdown, unless the page is finished and all that it depends on is as it was."""
        if self.keeping.has(self, files):
            self.content = ""
        else:
            self.convert(config, files)

    def convert(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the Markdown."""
        super().render(config, files)

    def remake(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the Markdown of a page that was to be kept and cannot be."""
        self.convert(config, files)


class Keeping:
    """What is kept in one build. Until it begins nothing is."""

    def __init__(self, shelf: Shelf, site: Site) -> None:
        self._shelf, self._site = shelf, site
        self._key = ""
        self._in_nav: frozenset[str] = frozenset()
        self._keys: dict[str, str] = {}
        self._known: dict[str, Finished] = {}
        """What the last build left of the kept pages."""
        self._faulty: set[str] = set()
        """Those of which something is to be told at the next build too."""
        self.kept: dict[str, LastingPage] = {}
        """Pages of the last build that are in this one as they are, by path."""
        self._made: dict[str, tuple[LastingPage, str]] = {}
        """Pages that were made, with the hash of their HTML."""
        self._entries: dict[str, bytes] = {}
        """What the search knows of the pages that were made."""

    def begin(self, key: str, in_nav: Iterable[str]) -> None:
        """Keep pages from here on, except those in the navigation; `key` tells all that every page depends on."""
        self._key, self._in_nav = key, frozenset(in_nav)
        self._shelf.load()

    def has(self, page: LastingPage, files: Files) -> bool:
        """Whether the page is finished since the last build."""
        path = page.file.src_uri
        if not self._key or path in self._in_nav:
            return False
        key = self._keys[path] = page_key(self._key, path, page.title, page.url, page.meta, page.markdown)
        known = self._shelf.pages.get(path)
        if not known or known.key != key or not self._is_there(known, page):
            return False
        if not all(map(files.src_uris.__contains__, _lines(known.targets))):
            return False
        self._known[path], self.kept[path] = known, page
        return True

    def _is_there(self, known: Finished, page: LastingPage) -> bool:
        """Whether the file of the last build is as it was written."""
        file = self._site.site / page.file.dest_uri
        try:
            status = file.stat()
            same = status.st_size == known.size and status.st_mtime_ns == known.written
            return same or digest_of(file.read_bytes()) == known.digest
        except OSError:
            return False

    def take_over(self, config: MkDocsConfig, files: Files) -> None:
        """Take the kept pages into the new site, and out of what MkDocs makes."""
        whole = Files(files)
        for path, page in list(self.kept.items()):
            if self._site.keep(page.file.dest_uri):
                files.remove(page.file)
            else:
                del self.kept[path], self._known[path]
                page.remake(config, whole)
        for made in files.documentation_pages():
            for target in (made.page and made.page.links_to_anchors) or ():
                self._tell_anchors(target.src_uri)

    def _tell_anchors(self, path: str) -> None:
        """Give a kept page its anchors, so that links to them can be checked."""
        if path in self.kept and self.kept[path].present_anchor_ids is None:
            self.kept[path].present_anchor_ids = set(_lines(self._known[path].anchors))

    def add(self, page: LastingPage, output: str) -> None:
        """Note a page that was made, with its HTML."""
        if page.file.src_uri in self._keys:
            self._made[page.file.src_uri] = page, digest_of(output.encode("utf-8", errors="xmlcharrefreplace"))

    def add_entries(self, page: LastingPage, entries: bytes) -> None:
        """Note what the search knows of a page that was made."""
        self._entries[page.file.src_uri] = entries

    def entries(self, path: str) -> bytes:
        """What the search knows of a page, made or kept."""
        return self._known[path].entries if path in self._known else self._entries.get(path, b"")

    def check(self, files: Files, log_level: int) -> None:
        """Look at links of kept pages to anchors that may be gone, as MkDocs does with those of the others."""
        doubtful = {path for path, (page, _) in self._made.items() if self._lost(path, page)}
        doubtful |= {file.src_uri for file in files.documentation_pages() if not isinstance(file.page, LastingPage)}
        for path, page in list(self.kept.items()):
            if doubtful and not doubtful.isdisjoint(_lines(self._known[path].targets)):
                self._tell_links(path, files)
                page.validate_anchor_links(files=files, log_level=log_level)
                if not is_sound(page):
                    self._faulty.add(path)

    def _lost(self, path: str, page: LastingPage) -> bool:
        """Whether a page had an anchor at the last build that it has no more."""
        known = self._shelf.pages.get(path)
        return not known or not (page.present_anchor_ids or set()).issuperset(_lines(known.anchors))

    def _tell_links(self, path: str, files: Files) -> None:
        links: dict[str, dict[str, str]] = msgspec.json.decode(self._known[path].links)
        found = {
            target: self.kept[target].file if target in self.kept else files.get_file_from_path(target)
            for target in links
        }
        for target in links:
            self._tell_anchors(target)
        self.kept[path].links_to_anchors = {file: links[target] for target, file in found.items() if file}

    def _file(self, path: str, files: Files) -> File | None:
        return self.kept[path].file if path in self.kept else files.get_file_from_path(path)

    def finish(self) -> None:
        """Put what is finished on the shelf, once the new site stands in its place."""
        if not self._key:
            return
        made = {path: self._describe(page, digest) for path, (page, digest) in self._made.items() if is_sound(page)}
        kept = {path: page for path, page in self._known.items() if path not in self._faulty}
        self._shelf.store(kept | {path: page for path, page in made.items() if page})

    def _describe(self, page: LastingPage, digest: str) -> Finished | None:
        links = {file.src_uri: found for file, found in (page.links_to_anchors or {}).items()}
        try:
            status = (self._site.site / page.file.dest_uri).stat()
        except OSError:
            return None
        return Finished(
            key=self._keys[page.file.src_uri],
            digest=digest,
            size=status.st_size,
            written=status.st_mtime_ns,
            targets="\n".join(sorted(page.targets)),
            anchors="\n".join(sorted(page.present_anchor_ids or ())),
            links=msgspec.json.encode(links),
            entries=self._entries.get(page.file.src_uri, b""),
        )


def is_sound(page: LastingPage) -> bool:
    """Whether nothing is to be told of its links, so that it may be kept."""
    links = (page.links_to_anchors or {}).items()
    return page.is_sound and all(_anchors(file).issuperset(found) for file, found in links)


def _anchors(file: File) -> set[str]:
    return (file.page and file.page.present_anchor_ids) or set()


def _lines(text: str) -> list[str]:
    return text.split("\n") if text else []
