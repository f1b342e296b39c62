"""The page of a theme: its summary, its parts, what happened, who is in it, and on whose word it rests."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.model import EntityType, Event, Evidence, Independence, Lineage, Opposition, Strand, Theme
from generator.rendering.addresses import THEMES, relative, theme_page
from generator.rendering.catalog import TITLE_CHARS, Catalog, text_of
from generator.rendering.disputes import DisputeLine, order_disputes, show_dispute
from generator.rendering.drafts import Draft, PageKind, attempt_view
from generator.rendering.happenings import EventLine, show_event
from generator.rendering.markup import Markdown
from generator.rendering.metadata.feeds import feed_of_theme, offer_feed
from generator.rendering.metadata.heads import head_of_feed
from generator.rendering.pages.overview.theme_list import ThemeCard, show_theme
from generator.rendering.pages.pictures.themes import draw_names, draw_origins
from generator.rendering.readable import counted, listed, shortened
from generator.rendering.views import (
    BriefLine,
    EntityLine,
    Rows,
    SentenceLine,
    first_rows,
    show_brief,
    show_entity,
    show_sentence,
)
from generator.text.origins import count_origins, trace_origins

_EVENTS, _SINGLE = 24, 8
_FEWEST = 3
"""Events of several origins that are a story; where there are fewer, all that have a day are told together."""
_NAMES = 12
_DISPUTES = 8
_ORIGINS, _BRIEFS = 50, 25
_STRANDS, _STRAND_BRIEFS = 8, 10
_OTHERS: tuple[EntityType, ...] = ("Organization", "Place", "Event")
_INDEPENDENCE: Mapping[Independence, str] = {
    "one source": "one source",
    "one origin": "one origin",
    "not established": "their independence is not established",
    "several origins": "independent of each other",
}


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """A sentence of the summary with its source."""

    sentence: SentenceLine
    brief: BriefLine


@dataclass(frozen=True, slots=True)
class StrandLine:
    """A part into which the story splits."""

    name: str
    count: Markdown
    briefs: Rows[BriefLine]


@dataclass(frozen=True, slots=True)
class OriginLine:
    """The briefs of one origin."""

    names: str | None
    """The agencies or papers that are named as it; None: none is. Those of which each stands alone are one line."""
    briefs: Rows[BriefLine]


@dataclass(frozen=True, slots=True)
class ThemeView:
    """A theme."""

    card: ThemeCard
    summary: tuple[SummaryLine, ...]
    strands: Rows[StrandLine]
    events: Rows[EventLine]
    """What several origins tell, by day; where that is little, all that has a day."""
    lanes: Markdown | None
    """Who takes part in what, each name in a lane of its own; none in Markdown."""
    single: Rows[EventLine]
    """What only one of its origins tells, the latest first."""
    disputes: Rows[DisputeLine]
    """What its briefs tell that opposes each other."""
    people: Rows[EntityLine]
    others: Rows[EntityLine]
    """Organizations, places and named events."""
    origin_count: Markdown
    """`3 origins`, or `12 origins, their independence is not established`."""
    origins: Rows[OriginLine]
    origins_drawn: Markdown | None
    """How many briefs each origin has; none in Markdown."""
    themes_href: Markdown


Held = Mapping[str, Sequence[Lineage]]
"""The lineages that hold each brief."""


def view_theme(catalog: Catalog, theme: Theme, held: Held) -> ThemeView:
    """Make the view of a theme's page."""
    here = theme_page(theme)
    names = [catalog.entities[entity] for entity in theme.entities]
    people = [entity for entity in names if entity.type == "Person"]
    told = [catalog.events[event] for event in theme.events]
    shared = _shared(told)
    count, drawn, origins = _origins(catalog, theme, held, here)
    single = [event for event in reversed(told) if not _is_shared(event)] if shared else []
    return ThemeView(
        card=show_theme(catalog, theme, here),
        summary=tuple(_summary(catalog, evidence, here) for evidence in theme.summary),
        strands=first_rows(theme.strands, _STRANDS, lambda strand: _strand(catalog, strand, here)),
        events=first_rows(shared or told, _EVENTS, lambda event: show_event(catalog, event, here)),
        lanes=draw_names(catalog, theme, here),
        single=first_rows(single, _SINGLE, lambda event: show_event(catalog, event, here)),
        disputes=first_rows(_disputes(catalog, theme), _DISPUTES, lambda one: show_dispute(catalog, one, here)),
        people=first_rows(people, _NAMES, lambda entity: show_entity(catalog, entity, here)),
        others=first_rows(
            [entity for entity in names if entity.type in _OTHERS],
            _NAMES,
            lambda entity: show_entity(catalog, entity, here),
        ),
        origin_count=count,
        origins=origins,
        origins_drawn=drawn,
        themes_href=relative(THEMES, here),
    )


def _shared(told: Sequence[Event]) -> list[Event]:
    """What several origins tell, where that is enough for a story."""
    shared = [event for event in told if _is_shared(event)]
    return shared if len(shared) >= _FEWEST else []


def _is_shared(event: Event) -> bool:
    """Whether more than one origin tells of it; more than one brief where that was not counted."""
    if event.corroboration:
        return len(event.corroboration.origins) > 1
    return len({part.evidence.brief for part in event.parts}) > 1


def _disputes(catalog: Catalog, theme: Theme) -> Sequence[Opposition]:
    """The oppositions of which all sides stand in its briefs."""
    briefs = frozenset(theme.briefs)
    return order_disputes([one for one in catalog.library.oppositions if briefs.issuperset(one.briefs)])


def _summary(catalog: Catalog, evidence: Evidence, here: str) -> SummaryLine:
    return SummaryLine(show_sentence(catalog, evidence, here), show_brief(catalog, evidence.brief, here))


def _strand(catalog: Catalog, strand: Strand, here: str) -> StrandLine:
    return StrandLine(
        name=shortened(strand.name, TITLE_CHARS),
        count=counted(len(strand.briefs), "brief"),
        briefs=first_rows(strand.briefs, _STRAND_BRIEFS, lambda brief: show_brief(catalog, brief, here)),
    )


def _origins(
    catalog: Catalog, theme: Theme, held: Held, here: str
) -> tuple[Markdown, Markdown | None, Rows[OriginLine]]:
    """How many origins its briefs have, a picture of them, and which; those of most briefs first."""
    lineages = {lineage.id: lineage for brief in theme.briefs for lineage in held.get(brief, ())}
    analyses = [catalog.briefs[brief].analysis for brief in theme.briefs]
    counted_ = count_origins(trace_origins(analyses, lineages.values(), {}), theme.briefs)
    found = counted_.origins if counted_ else ()
    rank = {brief: at for at, brief in enumerate(theme.briefs)}
    last = catalog.labels.text("and")
    lines = [(listed(origin.names, last), sorted(origin.briefs, key=rank.__getitem__)) for origin in found]
    lines.sort(key=lambda line: (-len(line[1]), rank[line[1][0]]))
    words = counted(len(found), "origin")
    if counted_ and len(found) > 1:
        words = Markdown(f"{words}, {_INDEPENDENCE[counted_.independence]}")
    alone = [brief for names, briefs in lines if not names and len(briefs) == 1 for brief in briefs]
    lines = [line for line in lines if line[0] or len(line[1]) > 1] + ([("", alone)] if alone else [])
    drawn = draw_origins(catalog, theme, [(names, len(briefs)) for names, briefs in lines])
    return words, drawn, first_rows(lines, _ORIGINS, lambda line: _origin(catalog, *line, here))


def _origin(catalog: Catalog, names: str, briefs: Sequence[str], here: str) -> OriginLine:
    return OriginLine(names or None, first_rows(briefs, _BRIEFS, lambda brief: show_brief(catalog, brief, here)))


def draft_each_theme(catalog: Catalog) -> Iterator[Draft]:
    """One page for each theme."""
    held = hold_lineages(catalog.library.lineages)
    for theme in catalog.library.themes:
        path = theme_page(theme)
        lead = shortened(text_of(catalog, theme.lead), TITLE_CHARS)
        view, feed = attempt_view(path, view_theme, catalog, theme, held), feed_of_theme(catalog, theme)
        head = partial(head_of_feed, catalog, feed, path) if feed else str
        yield Draft(path, theme.name, lead, view, files=offer_feed(catalog, feed), head=head)


def hold_lineages(lineages: Iterable[Lineage]) -> Held:
    """The lineages by the briefs that they hold."""
    held: defaultdict[str, list[Lineage]] = defaultdict(list)
    for lineage in lineages:
        for brief in lineage.briefs:
            held[brief].append(lineage)
    return held


PAGE = PageKind("theme", "theme", draft_each_theme, is_called=True)
