"""The key points of a brief as lines."""

from dataclasses import dataclass

from generator.model import Brief, Claim, Evidence, LocalEvent, Quotation
from generator.rendering.catalog import Catalog, speaker_of
from generator.rendering.findings.choosing import Point, in_summary
from generator.rendering.happenings import tag_telling
from generator.rendering.markup import Markdown
from generator.rendering.readable import shortened
from generator.rendering.views import Link, Way, show_link, show_way
from generator.text.clauses import join_clause

_CHARS = 300


@dataclass(frozen=True, slots=True)
class PointLine:
    """A key point."""

    who: Link | None
    called: str | None
    """Who says it where the collection has no name: "the ministry"."""
    cue: str | None
    """The verb that tells it: "refuted"."""
    tags: tuple[Markdown, ...]
    """What is done by it, and how it stands: `denies`, `planned`, `hedged`; none of what is only stated."""
    is_quoted: bool
    text: str
    way: Way
    is_summed: bool
    """Whether the summary has its sentence."""


def show_point(catalog: Catalog, brief: Brief, point: Point, here: str) -> PointLine:
    """A key point as a line of the page `here`."""
    text, found = brief.analysis.document.text, point.found
    known = speaker_of(catalog, brief, point.who)
    local = next((one.name for one in brief.analysis.entities if one.id == point.who), None)
    called = local or (" ".join(point.words.of(text).split()) if point.words else None)
    words = join_clause(text, found.clause) if isinstance(found, LocalEvent) else found.span.of(text)
    cue = None if isinstance(found, LocalEvent) or found.cue is None else found.cue.of(text)
    return PointLine(
        who=show_link(known.name, catalog.addresses.entities[known.id], here) if known else None,
        called=None if known else called,
        cue=cue if cue and " " not in cue else None,
        tags=tag_telling(found) if isinstance(found, LocalEvent) else _tag(found),
        is_quoted=isinstance(found, Quotation),
        text=shortened(words, _CHARS),
        way=show_way(catalog, Evidence(brief.id, brief.analysis.sentences[point.sentence]), here),
        is_summed=in_summary(brief, point),
    )


def _tag(said: Quotation | Claim) -> tuple[Markdown, ...]:
    act = (Markdown(said.act),) if said.act and said.act != "states" else ()
    return (*act, Markdown("hedged")) if isinstance(said, Claim) and said.hedges else act
