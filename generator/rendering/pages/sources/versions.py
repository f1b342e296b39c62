"""Two versions of one report side by side, and what a brief's own page says of its versions and copies."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.model import Brief, Evidence, Lineage, Span
from generator.rendering.addresses import BRIEFS, relative, text_page, versions_page
from generator.rendering.catalog import Catalog
from generator.rendering.drafts import Draft, PageKind, attempt_view
from generator.rendering.labels import Text
from generator.rendering.markup import Markdown, joined, md_part
from generator.rendering.pages.sources.alignment import MOST_SENTENCES, Beside, align, find_differences
from generator.rendering.readable import counted
from generator.rendering.views import SENTENCE_CHARS, BriefLine, Link, Way, show_brief, show_way

_SHOWN = 20
"""Briefs of one lineage that are compared with the newest."""


@dataclass(frozen=True, slots=True)
class VersionLine:
    """Another version of a brief, or another brief with the same wording."""

    brief: BriefLine
    compared: Link | None
    """The page that shows both side by side."""


@dataclass(frozen=True, slots=True)
class Kin:
    """The briefs of one origin with a brief, by its wording."""

    copies: tuple[Link, ...]
    """The other files that hold the same text, each with its page."""
    newest: VersionLine | None
    """The newest version; None: it is this brief, or there is no other."""
    older: tuple[VersionLine, ...]
    """The other versions, where this is the newest."""
    sharing: tuple[VersionLine, ...]
    """Briefs that share a large part of its wording."""
    more: int
    """Of those that share it, how many are not shown."""


@dataclass(frozen=True, slots=True)
class SideView:
    """A sentence of one of two texts."""

    marked: Markdown
    """With `<del>` around what only the older one has, or `<ins>` around what only the newer one has."""
    way: Way
    is_moved: bool
    """The other text has it at another place."""


@dataclass(frozen=True, slots=True)
class RowView:
    """What stands side by side; a side is None where the other text has nothing like it."""

    older: SideView | None
    newer: SideView | None


@dataclass(frozen=True, slots=True)
class VersionsView:
    """Two briefs side by side."""

    title: str
    is_version: bool
    """They are versions of one report; else one shares a large part of its wording with the other."""
    older: BriefLine
    newer: BriefLine
    rows: tuple[RowView, ...]
    same: Markdown
    """`12 sentences`: those that stand in both word for word, at the same place."""
    more: int
    """Sentences that are not compared."""


def show_kin(catalog: Catalog, brief: Brief, here: str) -> Kin:
    """The briefs of one origin with this one."""
    copies = catalog.kin.copies_of.get(brief.id, ())
    lineages = catalog.kin.lineages_of.get(brief.id, ())
    others = [other for lineage in lineages if lineage.kind == "version" for other in lineage.briefs[1:]]
    sharing = [other for lineage in lineages if lineage.kind == "wording" for other in lineage.briefs]
    shared = [other for other in dict.fromkeys(sharing) if other != brief.id]
    return Kin(
        copies=tuple(Link(copy.analysis.document.path, relative(text_page(copy.id), here)) for copy in copies),
        newest=_line(catalog, brief.id, brief.version_of, here) if brief.version_of else None,
        older=() if brief.version_of else tuple(_line(catalog, brief.id, older, here) for older in others[:_SHOWN]),
        sharing=tuple(_line(catalog, brief.id, other, here) for other in shared[:_SHOWN]),
        more=max(0, len(shared) - _SHOWN),
    )


def _line(catalog: Catalog, brief: str, other: str, here: str) -> VersionLine:
    pairs = list_compared(catalog.kin.lineages_of[brief])
    pair = next((pair for pair in ((brief, other), (other, brief)) if pair in pairs), None)
    compared = Link("side by side", relative(versions_page(*pair), here)) if pair else None
    return VersionLine(show_brief(catalog, other, here), compared)


def list_compared(lineages: Iterable[Lineage]) -> dict[tuple[str, str], Lineage]:
    """The pairs of briefs, the older one first, that have a page, each with its lineage."""
    found = dict[tuple[str, str], Lineage]()
    for lineage in lineages:
        if lineage.kind in ("version", "wording"):
            for older in lineage.briefs[1 : _SHOWN + 1]:
                found.setdefault((older, lineage.briefs[0]), lineage)
    return found


def view_versions(catalog: Catalog, older: str, newer: str, lineage: Lineage) -> VersionsView:
    """Make the view of two briefs side by side."""
    here = versions_page(older, newer)
    texts = [_sentences(catalog, brief) for brief in (older, newer)]
    rows = align(*texts)
    return VersionsView(
        title=_TITLES[lineage.kind == "version"],
        is_version=lineage.kind == "version",
        older=show_brief(catalog, older, here),
        newer=show_brief(catalog, newer, here),
        rows=tuple(_row(catalog, (older, newer), row, here) for row in rows),
        same=counted(sum(_is_same(texts, row) for row in rows), "sentence"),
        more=sum(max(0, len(text) - MOST_SENTENCES) for text in texts),
    )


def _is_same(texts: list[list[str]], row: Beside) -> bool:
    return row.left is not None and row.right is not None and texts[0][row.left] == texts[1][row.right]


_TITLES = {True: "Two versions of one report", False: "Two briefs that share wording"}


def _sentences(catalog: Catalog, brief: str) -> list[str]:
    analysis = catalog.briefs[brief].analysis
    return [" ".join(span.of(analysis.document.text).split()) for span in analysis.sentences]


def _row(catalog: Catalog, briefs: tuple[str, str], row: Beside, here: str) -> RowView:
    texts = [_shown(catalog, brief, at) for brief, at in zip(briefs, (row.left, row.right), strict=True)]
    marks = find_differences(*texts) if row.left is not None and row.right is not None else _whole(texts, row)
    sides = [
        None
        if at is None
        else SideView(
            marked=_mark(text, spans, tag),
            way=show_way(catalog, Evidence(brief, catalog.briefs[brief].analysis.sentences[at]), here),
            is_moved=row.elsewhere is not None,
        )
        for brief, at, text, spans, tag in zip(briefs, (row.left, row.right), texts, marks, ("del", "ins"), strict=True)
    ]
    return RowView(*sides)


def _shown(catalog: Catalog, brief: str, at: int | None) -> str:
    analysis = catalog.briefs[brief].analysis
    return "" if at is None else analysis.sentences[at].of(analysis.document.text)[:SENTENCE_CHARS]


def _whole(texts: list[str], row: Beside) -> tuple[list[Span], list[Span]]:
    """A sentence of one text only differs as a whole; what only stands at another place does not."""
    marks = [[] if row.elsewhere is not None else [Span(0, len(text))] for text in texts]
    return marks[0], marks[1]


def _mark(text: str, spans: list[Span], tag: str) -> Markdown:
    """The words with what differs between tags."""
    parts, at = list[Markdown](), 0
    for span in spans:
        parts += [md_part(text[at : span.start]), Markdown(f"<{tag}>{md_part(span.of(text))}</{tag}>")]
        at = span.end
    return joined([*parts, md_part(text[at:])]).strip()


def draft_versions(catalog: Catalog) -> Iterator[Draft]:
    """One page for each pair."""
    for (older, newer), lineage in list_compared(catalog.library.lineages).items():
        path = versions_page(older, newer)
        title = f"{_TITLES[lineage.kind == 'version']}: {catalog.cards[newer].title}"
        view = attempt_view(path, view_versions, catalog, older, newer, lineage)
        yield Draft(path, title, partial(_describe, title), view, searchable=False)


def _describe(title: str, view: VersionsView, text: Text) -> str:
    return text("{title}: {number} in both.", title=title, number=view.same)


PAGE = PageKind("versions", "versions", draft_versions, under=BRIEFS, is_called=True)
