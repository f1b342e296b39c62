"""The view of one brief: what its source says, each finding with the way to its sentence."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Brief, Claim, Credit, Evidence, Quotation, Reason, Related, Span, Status
from generator.rendering.addresses import has_page, relative, text_page
from generator.rendering.catalog import Catalog
from generator.rendering.markup import Markdown, outside_link
from generator.rendering.readable import When, counted, shortened, show_date
from generator.rendering.source_text import write_cuts, write_source
from generator.rendering.views import (
    SENTENCE_CHARS,
    BriefLine,
    EventLine,
    Link,
    Part,
    ProblemLine,
    SentenceLine,
    Way,
    show_brief,
    show_event,
    show_link,
    show_part,
    show_problems_of,
    show_sentence,
    show_way,
)

LIST_ROWS = 100
"""Rows of one list on a brief's page; what is beyond stands in the text."""
_ROLES_SHOWN = 3

_CREDIT_WORDS = {"wire": "wire service", "image": "image", "cited": "cited"}
_REASONS = {"entity": "Both name", "event": "Both tell of", "wording": "Both use the words"}
_NOTES: dict[Status, str] = {
    "stated": "",
    "missing": "",
    "derived": "derived from the text",
    "override": "given by the editor of this collection",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A piece of metadata; `text` is None where it is not stated."""

    text: str | None
    way: Way | None
    """To the words that say so."""
    note: Markdown
    """Where it comes from, if not from the text itself; empty else."""


@dataclass(frozen=True, slots=True)
class CreditLine:
    """A wire service, an image's owner or a medium cited."""

    kind: Markdown
    name: str
    way: Way


@dataclass(frozen=True, slots=True)
class NameLine:
    """Somebody or something that the brief names."""

    name: str
    href: Markdown | None
    """Its page; None where it has none."""
    roles: tuple[Link, ...]
    """As stated, each leading to its sentence."""
    mentions: Markdown
    first: Markdown
    """The way to the first mention."""


@dataclass(frozen=True, slots=True)
class SaidLine:
    """A quotation or a claim."""

    text: str
    is_fragment: bool
    speaker: Link | None
    called: str | None
    """The words that name the speaker in that place, where they are not his name."""
    via: str | None
    is_hedged: bool
    sentence: SentenceLine
    brief: BriefLine


@dataclass(frozen=True, slots=True)
class Shared:
    """What two briefs share."""

    label: str
    href: Markdown | None
    """Its page; None where it has none."""


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
class TextView:
    """A part of the source's text."""

    markup: Markdown
    """The text, ready: one raw block, or paragraphs."""
    cuts: Markdown | None
    part: Part
    is_searched: bool


@dataclass(frozen=True, slots=True)
class BriefView:
    """One brief."""

    title: str
    is_derived: bool
    path: str
    publisher: Fact
    published: Fact
    published_when: When | None
    authors: Fact
    url: Markdown | None
    language: str | None
    credits: tuple[CreditLine, ...]
    duplicate_of: BriefLine | None
    summary: tuple[SentenceLine, ...]
    people: tuple[NameLine, ...]
    organizations: tuple[NameLine, ...]
    places: tuple[NameLine, ...]
    named_events: tuple[NameLine, ...]
    quotations: tuple[SaidLine, ...]
    more_quotations: int
    claims: tuple[SaidLine, ...]
    more_claims: int
    events: tuple[EventLine, ...]
    more_events: int
    open_dates: tuple[EventLine, ...]
    related: tuple[RelatedLine, ...]
    problems: tuple[ProblemLine, ...]
    text: TextView
    newer: BriefLine | None
    older: BriefLine | None


@dataclass(frozen=True, slots=True)
class TextPageView:
    """The page that a long text goes on on."""

    brief: BriefLine
    text: TextView


def view_brief(catalog: Catalog, brief: Brief, newer: Brief | None, older: Brief | None) -> BriefView:
    """Make the view of a brief's own page."""
    here, analysis, metadata = text_page(brief.id), brief.analysis, brief.analysis.metadata
    told = sorted(catalog.events_in.get(brief.id, ()), key=lambda pair: pair[0].date or "")
    events = [show_event(catalog, event, part, here) for event, part in told]
    dated = [event for event in events if event.when]
    return BriefView(
        title=catalog.cards[brief.id].title,
        is_derived=metadata.title.status == "derived",
        path=analysis.document.path,
        publisher=_fact(catalog, brief, metadata.publisher.value, metadata.publisher.status, metadata.publisher.span),
        published=_fact(catalog, brief, metadata.published.value, metadata.published.status, metadata.published.span),
        published_when=show_date(metadata.published.value),
        authors=_fact(
            catalog, brief, ", ".join(metadata.authors.value) or None, metadata.authors.status, metadata.authors.span
        ),
        url=_url(metadata.url.value),
        language=None if analysis.language == "und" else analysis.language,
        credits=credits_of(catalog, brief, here),
        duplicate_of=_line(catalog, brief.duplicate_of, here),
        summary=tuple(
            show_sentence(catalog, Evidence(brief.id, analysis.sentences[index]), here) for index in analysis.summary
        ),
        people=_names(catalog, brief, "Person"),
        organizations=_names(catalog, brief, "Organization"),
        places=_names(catalog, brief, "Place"),
        named_events=_names(catalog, brief, "Event"),
        quotations=tuple(show_said(catalog, brief, said, here) for said in analysis.quotations[:LIST_ROWS]),
        more_quotations=max(0, len(analysis.quotations) - LIST_ROWS),
        claims=tuple(show_said(catalog, brief, said, here) for said in analysis.claims[:LIST_ROWS]),
        more_claims=max(0, len(analysis.claims) - LIST_ROWS),
        events=tuple(dated[:LIST_ROWS]),
        more_events=max(0, len(dated) - LIST_ROWS),
        open_dates=tuple(event for event in events if not event.when and event.expression)[:LIST_ROWS],
        related=tuple(_related(catalog, related, here) for related in brief.related),
        problems=show_problems_of(catalog, brief, here),
        text=view_text(catalog, brief, 1),
        newer=show_brief(catalog, newer.id, here) if newer else None,
        older=show_brief(catalog, older.id, here) if older else None,
    )


def view_text_page(catalog: Catalog, brief: Brief, number: int) -> TextPageView:
    """Make the view of page `number` (2 or more) of a long text."""
    return TextPageView(show_brief(catalog, brief.id, text_page(brief.id, number)), view_text(catalog, brief, number))


def view_text(catalog: Catalog, brief: Brief, number: int) -> TextView:
    """Make the view of part `number` of a text."""
    here = text_page(brief.id, number)
    count = len(catalog.addresses.leaves[brief.id].pages)
    return TextView(
        markup=write_source(catalog, brief, number, here),
        cuts=write_cuts(catalog, brief, number),
        part=show_part([text_page(brief.id, n) for n in range(1, count + 1)], number),
        is_searched=is_text_searched(catalog),
    )


def is_text_searched(catalog: Catalog) -> bool:
    """Whether source texts are to be in the search index."""
    asked = catalog.settings.search_source_text
    return len(catalog.library.briefs) <= catalog.settings.search_limit if asked is None else asked


def show_said(catalog: Catalog, brief: Brief, said: Quotation | Claim, here: str) -> SaidLine:
    """A quotation or claim as a line of the page `here`."""
    text = brief.analysis.document.text
    who = said.speaker if isinstance(said, Quotation) else said.claimant
    words = said.speaker_span if isinstance(said, Quotation) else said.claimant_span
    entity = catalog.entities.get(catalog.known_as[brief.id].get(who or "", ""))
    called = words.of(text) if words else None
    return SaidLine(
        text=shortened(said.span.of(text), SENTENCE_CHARS),
        is_fragment=isinstance(said, Quotation) and said.kind == "fragment",
        speaker=show_link(entity.name, catalog.addresses.entities[entity.id], here) if entity else None,
        called=None if entity and called in (entity.name, *entity.aliases) else called,
        via=said.via,
        is_hedged=isinstance(said, Claim) and bool(said.hedges),
        sentence=show_sentence(catalog, Evidence(brief.id, said.span), here, [said.span]),
        brief=show_brief(catalog, brief.id, here),
    )


def _fact(catalog: Catalog, brief: Brief, value: str | None, status: Status, span: Span | None) -> Fact:
    way = show_way(catalog, Evidence(brief.id, span), text_page(brief.id)) if span else None
    return Fact(shortened(value, SENTENCE_CHARS) if value else None, way, Markdown(_NOTES[status]))


def _url(url: str | None) -> Markdown | None:
    return outside_link(shortened(url, 120), url) if url else None


def _line(catalog: Catalog, brief: str | None, here: str) -> BriefLine | None:
    return show_brief(catalog, brief, here) if brief and brief in catalog.briefs else None


def credits_of(catalog: Catalog, brief: Brief, here: str) -> tuple[CreditLine, ...]:
    """The credits of a brief for the page `here`: each kind and name once, leading to where it first stands."""
    first: dict[tuple[str, str], Credit] = {}
    for credit in brief.analysis.credits:
        first.setdefault((credit.kind, credit.name), credit)
    return tuple(
        CreditLine(
            Markdown(_CREDIT_WORDS[credit.kind]),
            shortened(credit.name, SENTENCE_CHARS),
            show_way(catalog, Evidence(brief.id, credit.span), here),
        )
        for credit in list(first.values())[:LIST_ROWS]
    )


def _names(catalog: Catalog, brief: Brief, kind: str) -> tuple[NameLine, ...]:
    """Those of one type, the most mentioned first, then in the order of the text."""
    analysis, here = brief.analysis, text_page(brief.id)
    counts = Counter(mention.entity for mention in analysis.mentions)
    firsts = {mention.entity: mention.span for mention in reversed(analysis.mentions)}
    local = [entity for entity in analysis.entities if entity.type == kind and entity.id in firsts]
    lines = []
    for entity in sorted(local, key=lambda entity: -counts[entity.id])[:LIST_ROWS]:
        known = catalog.known_as[brief.id].get(entity.id)
        page = catalog.addresses.entities[known] if known else None
        roles = {" ".join(role.title.lower().split()): role for role in reversed(entity.roles)}
        lines.append(
            NameLine(
                name=shortened(entity.name, SENTENCE_CHARS),
                href=relative(page, here) if page and has_page(page) else None,
                roles=tuple(
                    Link(shortened(role.title, SENTENCE_CHARS), _way(catalog, brief, role.span))
                    for role in sorted(roles.values(), key=lambda role: role.span)[:_ROLES_SHOWN]
                ),
                mentions=counted(counts[entity.id], "mention"),
                first=_way(catalog, brief, firsts[entity.id]),
            )
        )
    return tuple(lines)


def _way(catalog: Catalog, brief: Brief, span: Span) -> Markdown:
    return relative(catalog.addresses.of(Evidence(brief.id, span)), text_page(brief.id))


def _related(catalog: Catalog, related: Related, here: str) -> RelatedLine:
    return RelatedLine(show_brief(catalog, related.brief, here), tuple(_reasons(catalog, related.reasons, here)))


def _reasons(catalog: Catalog, reasons: Iterable[Reason], here: str) -> Iterable[ReasonLine]:
    kinds: dict[str, list[Shared]] = {}
    for reason in reasons:
        target = catalog.addresses.entities.get(reason.id or "") or catalog.addresses.events.get(reason.id or "")
        page = relative(target, here) if target and has_page(target) else None
        kinds.setdefault(reason.kind, []).append(Shared(shortened(reason.label, SENTENCE_CHARS), page))
    return (ReasonLine(Markdown(_REASONS[kind]), tuple(shared)) for kind, shared in kinds.items())
