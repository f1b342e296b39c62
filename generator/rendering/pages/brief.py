"""One brief: what its source says, each finding with the way to its sentence."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from generator.formats import file_of
from generator.model import (
    ENTITY_TYPES,
    TOLD,
    Brief,
    Document,
    Evidence,
    LocalEntity,
    Reason,
    Related,
    Role,
    Span,
    Theme,
)
from generator.rendering.addresses import has_page, href, relative, text_page, theme_page
from generator.rendering.catalog import Catalog
from generator.rendering.disputes import DisputedLines, show_disputed_in
from generator.rendering.drafts import Draft, PageKind, attempt_view
from generator.rendering.findings.gist import Gist, view_gist
from generator.rendering.findings.leading import choose_leading
from generator.rendering.findings.written import WrittenView, show_written
from generator.rendering.happenings import (
    EventLine,
    ToldLine,
    event_title,
    group_happenings,
    show_happening,
    show_statement,
)
from generator.rendering.layout import briefs_of
from generator.rendering.markup import Markdown, outside_link
from generator.rendering.metadata.beside import offer_plain
from generator.rendering.metadata.heads import head_of_brief
from generator.rendering.pages.sources.versions import Kin, show_kin
from generator.rendering.pages.text import TextView, view_text
from generator.rendering.pictures.strip import Tick, draw_strip
from generator.rendering.readable import counted, first_day, shortened
from generator.rendering.said import (
    CreditLine,
    Fact,
    HeadlineLine,
    SaidLine,
    credits_of,
    show_fact,
    show_headlines,
    show_said,
)
from generator.rendering.views import (
    HEADINGS,
    SENTENCE_CHARS,
    BriefLine,
    Link,
    ProblemLine,
    Rows,
    SummaryLine,
    first_rows,
    show_brief,
    show_link,
    show_problems_of,
    show_summary,
    show_way,
)
from generator.text.languages import name_language

_ROWS = 100
"""Rows of one list on a brief's page; what is beyond stands in the text."""
_ROLES_SHOWN = 3
_OPEN_SENTENCES = 3
"""Sentences of the summary that stand open, and how many of a text one of them stands for at least."""
_LEAST_DRAWN = 4
"""Dates from which on a strip shows them."""
_REASONS = {"entity": "Both name", "event": "Both tell of", "wording": "Both use the words"}


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A role as stated."""

    text: str
    href: Markdown
    door: Markdown
    """What the link to its sentence is called."""


@dataclass(frozen=True, slots=True)
class NameLine:
    """Somebody or something that the brief names."""

    name: str
    href: Markdown | None
    """Its page, or its line in the index; None where that leads to this brief only."""
    roles: tuple[RoleLine, ...]
    """As stated, each leading to its sentence."""
    mentions: Markdown
    first: Markdown
    """The way to the first mention."""
    briefs: Markdown | None
    """`2 briefs`, where several name it."""


@dataclass(frozen=True, slots=True)
class NameGroup:
    """The names of one type."""

    words: Markdown
    names: tuple[NameLine, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """What two briefs share."""

    label: str
    href: Markdown | None
    """Its page, of a name its line where it has none; None for words and for an event without a page."""


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """Why two briefs are related: what they share of one kind, the strongest first."""

    kind: Markdown
    shared: tuple[Shared, ...]


@dataclass(frozen=True, slots=True)
class RelatedLine:
    """A related brief with the reasons."""

    brief: BriefLine
    reasons: tuple[ReasonLine, ...]


@dataclass(frozen=True, slots=True)
class BriefView:
    """One brief."""

    title: str
    is_derived: bool
    path: str
    """Of an article of several the file and its place in it: `alerts.csv, row 17`."""
    kin: Kin
    """Copies, versions and briefs that share its wording."""
    publisher: Fact
    published: Fact
    authors: Fact
    url: Markdown | None
    section: Fact
    language: str | None
    credits: tuple[CreditLine, ...]
    duplicate_of: BriefLine | None
    summary: tuple[SummaryLine, ...]
    gist: Gist
    """Its key points, figures and meetings."""
    leading: tuple[NameLine, ...]
    """Who matters: at most six of the names."""
    names: tuple[NameGroup, ...]
    quotations: Rows[SaidLine]
    headlines: tuple[HeadlineLine, ...]
    claims: Rows[SaidLine]
    disputed: DisputedLines
    """What it tells that opposes what is told in it or elsewhere."""
    events: Rows[EventLine]
    """What happened, in the order of the text; what is not told as a fact says so in its tags."""
    strip: Markdown | None
    """Their days over time, where there are several."""
    dated: Rows[ToldLine]
    """The sentences that have a date and tell of no happening."""
    related: tuple[RelatedLine, ...]
    problems: tuple[ProblemLine, ...]
    text: TextView
    sentences: int
    """How many its text has."""
    newer: BriefLine | None = None
    older: BriefLine | None = None
    theme: Link | None = None
    """The theme that it belongs to."""
    number: Fact | None = None
    """Its docket number or symbol."""
    is_recognized: bool = False
    """Whether text of it was recognized in an image (OCR)."""
    written: WrittenView | None = None
    """What a machine wrote of it, where the settings name one; none of it is evidence."""

    @property
    def dated_words(self) -> Markdown:
        """How many sentences with a date tell of no happening: `4 sentences`."""
        return counted(len(self.dated.rows) + self.dated.more, "sentence")

    @property
    def opening(self) -> tuple[SummaryLine, ...]:
        """The sentences of the summary that stand open: three, of a short text one in three."""
        return self.summary[: max(1, min(_OPEN_SENTENCES, self.sentences // _OPEN_SENTENCES))]

    @property
    def further(self) -> tuple[SummaryLine, ...]:
        """The others."""
        return self.summary[len(self.opening) :]

    @property
    def further_words(self) -> Markdown:
        """How many they are: `2 more sentences`."""
        return counted(len(self.further), "more sentence")

    @property
    def has_findings(self) -> bool:
        """Whether anything is listed by kind."""
        found = (self.quotations, self.claims, self.events, self.dated)
        is_told = self.names or self.headlines or self.problems or self.disputed.denials or self.disputed.disputes
        return bool(is_told or any(rows.rows for rows in found) or self.gist.has_rows)

    @property
    def shared_words(self) -> Markdown:
        """With how many briefs it shares wording: `2 briefs`."""
        return counted(len(self.kin.sharing) + self.kin.more, "brief")

    @property
    def named(self) -> int:
        """How many names there are."""
        return sum(len(group.names) for group in self.names)

    @property
    def is_explained(self) -> bool:
        """Whether anything in the summary is added by the editor."""
        return any(line.is_explained for line in self.summary)


def view_brief(catalog: Catalog, brief: Brief) -> BriefView:
    """Make the view of a brief's own page, without its theme, its neighbours and what a machine wrote."""
    here, analysis, metadata = text_page(brief.id), brief.analysis, brief.analysis.metadata
    return BriefView(
        title=catalog.cards[brief.id].title,
        is_derived=catalog.cards[brief.id].is_derived,
        path=_name_file(analysis.document),
        kin=show_kin(catalog, brief, here),
        publisher=show_fact(catalog, brief, metadata.publisher),
        published=show_fact(catalog, brief, metadata.published, is_date=True),
        authors=show_fact(catalog, brief, metadata.authors),
        url=_url(metadata.url.value),
        section=show_fact(catalog, brief, metadata.section),
        language=None if analysis.language == "und" else name_language(analysis.language),
        credits=credits_of(catalog, brief, here),
        duplicate_of=_line(catalog, brief.duplicate_of, here),
        summary=show_summary(catalog, brief, here),
        gist=view_gist(catalog, brief, here),
        leading=tuple(_leading(catalog, brief)),
        names=tuple(_name_groups(catalog, brief)),
        quotations=first_rows(analysis.quotations, _ROWS, lambda said: show_said(catalog, brief, said, here)),
        headlines=show_headlines(catalog, brief, here),
        claims=first_rows(analysis.claims, _ROWS, lambda said: show_said(catalog, brief, said, here)),
        disputed=show_disputed_in(catalog, [brief], here),
        events=_events(catalog, brief, here),
        strip=_strip(catalog, brief, here),
        dated=first_rows(range(len(analysis.dated)), _ROWS, lambda at: show_statement(catalog, brief, at, here)),
        related=tuple(_related(catalog, related, here) for related in brief.related),
        problems=show_problems_of(catalog, brief, here),
        text=view_text(catalog, brief, 1),
        sentences=len(analysis.sentences),
    )


def _events(catalog: Catalog, brief: Brief, here: str) -> Rows[EventLine]:
    """What happened, in the order of the text."""
    happenings = group_happenings(brief.analysis.events)
    return first_rows(happenings, _ROWS, lambda group: show_happening(catalog, brief, group, here))


def _name_file(document: Document) -> str:
    return f"{file_of(document.path)}, {document.place}" if document.place else document.path


def _strip(catalog: Catalog, brief: Brief, here: str) -> Markdown | None:
    """The brief's own timeline: each bar leads to the sentence. For a few dates the list is enough."""
    analysis = brief.analysis
    told = [
        (day, Evidence(brief.id, analysis.sentences[event.sentence]))
        for event in analysis.events
        if event.standing in TOLD and event.date is not None and (day := first_day(analysis.dates[event.date].value))
    ]
    ticks = [Tick(day, href(catalog.addresses.of(sentence), here, catalog.style)) for day, sentence in told]
    if catalog.style == "markdown" or len({tick.day for tick in ticks}) < _LEAST_DRAWN:
        return None
    return draw_strip(ticks, catalog.labels.text("Dates in this brief"), text=catalog.labels.text)


def _url(url: str | None) -> Markdown | None:
    return outside_link(shortened(url, 120), url) if url else None


def _line(catalog: Catalog, brief: str | None, here: str) -> BriefLine | None:
    return show_brief(catalog, brief, here) if brief and brief in catalog.briefs else None


def _count_names(brief: Brief) -> tuple[Counter[str], dict[str, Span]]:
    """How often each name is mentioned, and where first."""
    mentions = brief.analysis.mentions
    counts = Counter(mention.entity for mention in mentions)
    return counts, {mention.entity: mention.span for mention in reversed(mentions)}


def _leading(catalog: Catalog, brief: Brief) -> Iterator[NameLine]:
    counts, firsts = _count_names(brief)
    return (_name(catalog, brief, one, counts[one.id], firsts[one.id]) for one in choose_leading(brief))


def _name_groups(catalog: Catalog, brief: Brief) -> Iterator[NameGroup]:
    """Those of each type, the most mentioned first, then in the order of the text."""
    counts, firsts = _count_names(brief)
    for type_ in ENTITY_TYPES:
        local = [entity for entity in brief.analysis.entities if entity.type == type_ and entity.id in firsts]
        local.sort(key=lambda entity: -counts[entity.id])
        lines = tuple(_name(catalog, brief, e, counts[e.id], firsts[e.id]) for e in local[:_ROWS])
        if lines:
            yield NameGroup(Markdown(HEADINGS[type_]), lines)


def _name(catalog: Catalog, brief: Brief, entity: LocalEntity, count: int, first: Span) -> NameLine:
    known = catalog.entities.get(catalog.known_as[brief.id].get(entity.id, ""))
    page = catalog.addresses.entities[known.id] if known else None
    others = briefs_of(known) if known else ()
    leads_on = page and (has_page(page) or len(others) > 1)
    roles = {" ".join(role.title.lower().split()): role for role in reversed(entity.roles) if role.kind == "role"}
    stated = sorted(roles.values(), key=lambda role: role.span)[:_ROLES_SHOWN]
    return NameLine(
        name=shortened(entity.name, SENTENCE_CHARS),
        href=relative(page, text_page(brief.id)) if page and leads_on else None,
        roles=tuple(_role(catalog, brief, role) for role in stated),
        mentions=counted(count, "mention"),
        first=_way(catalog, brief, first),
        briefs=counted(len(others), "brief") if len(others) > 1 else None,
    )


def _role(catalog: Catalog, brief: Brief, role: Role) -> RoleLine:
    way = show_way(catalog, Evidence(brief.id, role.span), text_page(brief.id))
    return RoleLine(shortened(role.title, SENTENCE_CHARS), way.href, way.door)


def _way(catalog: Catalog, brief: Brief, span: Span) -> Markdown:
    return relative(catalog.addresses.of(Evidence(brief.id, span)), text_page(brief.id))


def _related(catalog: Catalog, related: Related, here: str) -> RelatedLine:
    return RelatedLine(show_brief(catalog, related.brief, here), tuple(_reasons(catalog, related.reasons, here)))


def _reasons(catalog: Catalog, reasons: Iterable[Reason], here: str) -> Iterable[ReasonLine]:
    kinds: dict[str, list[Shared]] = {}
    for reason in reasons:
        name, event = (known.get(reason.id or "") for known in (catalog.addresses.entities, catalog.addresses.events))
        target = name or (event if event and has_page(event) else None)
        page = relative(target, here) if target else None
        label = event_title(catalog, catalog.events[reason.id]) if reason.id and event else reason.label
        kinds.setdefault(reason.kind, []).append(Shared(shortened(label, SENTENCE_CHARS), page))
    return (ReasonLine(Markdown(_REASONS[kind]), tuple(shared)) for kind, shared in kinds.items())


def draft_each_brief(catalog: Catalog) -> Iterator[Draft]:
    """One page for each brief, newest first."""
    briefs, themes = catalog.newest, {brief: theme for theme in catalog.library.themes for brief in theme.briefs}
    for newer, brief, older in zip((None, *briefs), briefs, (*briefs[1:], None), strict=False):
        card, path = catalog.cards[brief.id], brief.analysis.document.path
        view = attempt_view(path, _view_in_theme, catalog, brief, newer, older, themes.get(brief.id))
        yield Draft(
            text_page(brief.id),
            card.title,
            card.lead or card.title,
            view,
            files=offer_plain(catalog, brief),
            head=partial(head_of_brief, catalog, brief),
        )


def _view_in_theme(
    catalog: Catalog, brief: Brief, newer: Brief | None, older: Brief | None, theme: Theme | None
) -> BriefView:
    here = text_page(brief.id)
    return replace(
        view_brief(catalog, brief),
        newer=_line(catalog, newer.id if newer else None, here),
        older=_line(catalog, older.id if older else None, here),
        theme=show_link(theme.name, theme_page(theme), here) if theme else None,
        written=show_written(catalog, brief, here),
        number=show_fact(catalog, brief, brief.analysis.metadata.number),
        is_recognized=any(block.certainty is not None for block in brief.analysis.document.blocks),
    )


PAGE = PageKind("brief", "brief", draft_each_brief, is_wide=True, is_called=True)
