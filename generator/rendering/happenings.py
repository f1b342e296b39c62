"""The views of what happens: one line a happening, in the words of its source, and the sentences that tell it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model import Argument, Brief, Event, EventPart, Evidence, LocalEvent, Span, Standing
from generator.rendering.addresses import has_page, relative, text_page
from generator.rendering.catalog import Catalog, places_of, telling, text_of, unit_of, unit_span
from generator.rendering.days import date_of
from generator.rendering.markup import Markdown, md
from generator.rendering.readable import When, counted, shortened, show_date
from generator.rendering.said import show_backing
from generator.rendering.views import (
    BriefLine,
    Link,
    SentenceLine,
    Way,
    show_brief,
    show_link,
    show_sentence,
    show_way,
)
from generator.text.clauses import join_clause

STANDINGS: dict[Standing, str] = {
    "planned": "planned",
    "reported": "hearsay",
    "possible": "possible",
    "threatened": "threatened",
    "demanded": "demanded",
    "conditional": "if \u2026",
    "asked": "in question",
    "denied": "said not to be so",
    "counterfactual": "did not come about",
}
ATTRIBUTED = "attributed"
"""What the text has somebody tell whom it names."""
STATUSES = {"announced": "planned", "under way": "under way", "cancelled": "called off", "postponed": "postponed"}
ENDINGS = {"cancelled": "cancellation", "postponed": "postponement"}
_COURSE = {
    "announced": "announced",
    "under way": "under way",
    "reported": "reported",
    "postponed": "postponed",
    "cancelled": "called off",
}
"""In the order in which things go."""
_CLAUSE_CHARS = 240
_TITLE_CHARS = 140
_MARKS = '"\u201c\u201d\u201e\u00ab\u00bb'
"""Quotation marks; not those that are apostrophes too."""
"""Of a title that has to be made of a whole sentence."""
_PLACES_SHOWN = 2
_KNOWN_SHOWN = 3
"""Briefs that are named for a day which a sentence does not give."""
_SOURCE_CHARS = 40
_PLAIN = "as stated"
"""The rule of a date that the sentence gives in full: the page need not explain it."""


@dataclass(frozen=True, slots=True)
class KnownFrom:
    """Where the day of an event stands that a sentence does not give."""

    when: When
    briefs: tuple[Link, ...]
    """Empty: another sentence of the same brief gives it."""


@dataclass(frozen=True, slots=True)
class Reached:
    """When something is, and how that is known."""

    when: When | None
    is_assumed: bool
    """It is the day of publication, by a rule of newsrooms; the sentence states none."""
    expression: str | None
    """The date as the source writes it; where `when` is none it stayed open."""
    rule: str | None
    """How the date was reached; the words of the analysis; none where the sentence gives it in full."""
    known: KnownFrom | None
    """The briefs that give the day which this sentence does not; then `when` and `rule` are none."""


@dataclass(frozen=True, slots=True)
class EventLine:
    """A happening in a list."""

    words: str
    """What happens, in the words of the source: its clause; where there is none, its sentence, shortened."""
    kind: Markdown | None
    """`meeting`, `arrest`, ..."""
    reached: Reached
    tags: tuple[Markdown, ...]
    """How it stands where that is no plain report: `planned`, `denied`, `called off`, `cancellation demanded`."""
    places: tuple[Link, ...]
    way: Way
    """To the sentence; in a list of several briefs with the publisher or title of its own."""
    href: Markdown
    """Its own page, else the sentence."""
    told: Markdown | None
    """`3 sentences`, where it has a page of its own."""
    backing: Markdown | None = None
    """By how many origins it is told, where several briefs tell it."""
    inner: tuple["EventLine", ...] = ()
    """What the text tells as a part of it."""


@dataclass(frozen=True, slots=True)
class ToldLine:
    """One sentence that tells of an event, or states a date."""

    reached: Reached
    tags: tuple[Markdown, ...]
    sentence: SentenceLine
    brief: BriefLine


def tag_telling(told: EventPart | LocalEvent) -> tuple[Markdown, ...]:
    """The tags of one sentence: what becomes of the event, how sure it is, and what is only said of its end."""
    status = STATUSES.get(told.status)
    standing = name_standing(told) if told.standing not in ("asserted", "planned") else None
    is_open = standing is not None and told.status == "announced"
    ending = f"{ENDINGS[told.ending.kind]} {STANDINGS[told.ending.standing]}" if told.ending else None
    return tuple(Markdown(tag) for tag in (None if is_open else status, standing, ending) if tag)


def name_standing(told: EventPart | LocalEvent) -> str:
    """How one sentence tells of an event: of what others tell whether it says who they are."""
    return ATTRIBUTED if told.teller else STANDINGS[told.standing]


def name_status(event: Event) -> str:
    """Each status that a sentence gives it, in the order in which things go; how it is told where it is no fact."""
    if event.standing not in ("asserted", "planned"):
        return next((ATTRIBUTED for part in event.parts if part.teller), STANDINGS[event.standing])
    stated = {str(part.status) for part in event.parts if part.standing in ("asserted", "planned") or part.teller}
    return ", then ".join(words for status, words in _COURSE.items() if status in stated)


def _tag_event(event: Event, part: EventPart) -> tuple[Markdown, ...]:
    """The tags of its telling sentence; of what was announced and came about later both."""
    course = name_status(event)
    return (Markdown(course),) if ", then " in course else tag_telling(part)


def event_title(catalog: Catalog, event: Event) -> str:
    """What an event is called: the clause that tells it best, with a capital, else the sentence, shortened."""
    if not event.clause:
        return drop_half_quotation(_sentence(catalog, telling(event).evidence))
    text = catalog.briefs[event.clause[0].brief].analysis.document.text
    words = join_clause(text, [evidence.span for evidence in event.clause])
    title = words[:1].upper() + words[1:] if words.partition(" ")[0].islower() else words
    return drop_half_quotation(shortened(title, _CLAUSE_CHARS))


def drop_half_quotation(title: str) -> str:
    """A title without a quotation mark at its edge that has no partner in it.

    A sentence of a longer quotation begins or ends with one.
    """
    marks = [mark for mark in title if mark in _MARKS]
    if len(marks) != 1:
        return title
    return title.removeprefix(marks[0]).removesuffix(marks[0])


def _sentence(catalog: Catalog, evidence: Evidence) -> str:
    return shortened(text_of(catalog, evidence), _TITLE_CHARS)


def show_event(catalog: Catalog, event: Event, here: str) -> EventLine:
    """An event of the collection as a line of the page `here`."""
    part = telling(event)
    return EventLine(
        words=event_title(catalog, event),
        kind=md(event.kind) if event.kind else None,
        reached=_reached_of(catalog, event, part, here),
        tags=_tag_event(event, part),
        places=_places(catalog, places_of(event), here),
        way=show_source(catalog, part.evidence, here),
        href=relative(catalog.addresses.events[event.id], here),
        told=_told(catalog, event),
        backing=backing.words if (backing := show_backing(event.corroboration)) and backing.briefs > 1 else None,
    )


def _told(catalog: Catalog, event: Event) -> Markdown | None:
    return counted(len(event.parts), "sentence") if has_page(catalog.addresses.events[event.id]) else None


def _places(catalog: Catalog, places: Iterable[str], here: str) -> tuple[Link, ...]:
    known = [catalog.entities[place] for place in places if place in catalog.entities][:_PLACES_SHOWN]
    return tuple(show_link(place.name, catalog.addresses.entities[place.id], here) for place in known)


def _reached_of(catalog: Catalog, event: Event, part: EventPart, here: str) -> Reached:
    """When a sentence says that an event is. A day that only another brief gives is not shown as its own."""
    is_own = not part.known_from
    return Reached(
        when=show_date(date_of(event)) if is_own else None,
        is_assumed=event.date is None and event.assumed is not None,
        expression=text_of(catalog, part.date) if part.date else None,
        rule=part.rule if is_own and part.rule != _PLAIN else None,
        known=_known(catalog, event, part, here),
    )


def _known(catalog: Catalog, event: Event, part: EventPart, here: str) -> KnownFrom | None:
    when = show_date(event.date)
    if not part.known_from or when is None:
        return None
    briefs = () if part.evidence.brief in part.known_from else part.known_from[:_KNOWN_SHOWN]
    return KnownFrom(when, tuple(show_link(catalog.cards[brief].title, text_page(brief), here) for brief in briefs))


def show_source(catalog: Catalog, evidence: Evidence, here: str) -> Way:
    """The way to the words, called after the publisher of their brief, else its title: `Valley Post, sentence 4`."""
    card, way = catalog.cards[evidence.brief], show_way(catalog, evidence, here)
    return Way(Markdown(f"{md(shortened(card.publisher or card.title, _SOURCE_CHARS))}, {way.door}"), way.href)


def group_happenings(events: Sequence[LocalEvent]) -> list[list[int]]:
    """What a brief tells, by number, in the order of its text: each that is no part of another, with its parts."""
    groups: dict[int, list[int]] = {}
    for at in range(len(events)):
        groups.setdefault(_outermost(events, at), []).append(at)
    return [[outer, *(at for at in group if at != outer)] for outer, group in groups.items()]


def _outermost(events: Sequence[LocalEvent], at: int) -> int:
    """The happening of which one is a part, or a part of a part."""
    seen = {at}
    while (outer := events[at].within) is not None and 0 <= outer < len(events) and outer not in seen:
        at = outer
        seen.add(at)
    return at


def show_happening(catalog: Catalog, brief: Brief, group: Sequence[int], here: str) -> EventLine:
    """What a brief tells, with its parts, as a line of the page `here`."""
    at, *parts = group
    analysis, event = brief.analysis, brief.analysis.events[at]
    sentence = Evidence(brief.id, analysis.sentences[event.sentence])
    known = catalog.event_told.get((brief.id, at))
    way = show_way(catalog, sentence, here)
    clause = shortened(join_clause(analysis.document.text, event.clause), _CLAUSE_CHARS)
    return EventLine(
        words=clause or _sentence(catalog, sentence),
        kind=md(event.kind) if event.kind else None,
        reached=_reached_in(catalog, brief, event, known, here),
        tags=tag_telling(event),
        places=_places(catalog, _local_places(catalog, brief, event), here),
        way=way,
        href=relative(catalog.addresses.events[known[0].id], here) if known else way.href,
        told=_told(catalog, known[0]) if known else None,
        inner=tuple(show_happening(catalog, brief, [part], here) for part in parts),
    )


def _local_places(catalog: Catalog, brief: Brief, event: LocalEvent) -> Iterable[str]:
    """The places of one sentence's happening, each once, as the collection knows them."""
    local = [event.place, *(one.entity for one in event.arguments if one.role == "place")]
    return dict.fromkeys(catalog.known_as[brief.id].get(place or "", "") for place in local)


def _reached_in(
    catalog: Catalog, brief: Brief, event: LocalEvent, known: tuple[Event, EventPart] | None, here: str
) -> Reached:
    """When one sentence says that its happening is."""
    date = brief.analysis.dates[event.date] if event.date is not None else None
    value = date.value if date else event.assumed
    return Reached(
        when=show_date(value),
        is_assumed=date is None and event.assumed is not None,
        expression=date.span.of(brief.analysis.document.text) if date else None,
        rule=date.rule if date and date.rule != _PLAIN else None,
        known=_known(catalog, *known, here) if known and value is None else None,
    )


def show_statement(catalog: Catalog, brief: Brief, at: int, here: str) -> ToldLine:
    """One sentence with a date, by its number among those of its brief."""
    analysis = brief.analysis
    stated = analysis.dated[at]
    date = analysis.dates[stated.date]
    rule = date.rule if date.rule != _PLAIN else None
    return ToldLine(
        reached=Reached(show_date(date.value), False, date.span.of(analysis.document.text), rule, None),
        tags=(),
        sentence=show_sentence(catalog, Evidence(brief.id, analysis.sentences[stated.sentence]), here, [date.span]),
        brief=show_brief(catalog, brief.id, here),
    )


def show_telling(catalog: Catalog, event: Event, part: EventPart, here: str) -> ToldLine:
    """One sentence that tells of an event, its date and the word for what happens set off."""
    marks = [*([part.date.span] if part.date else []), *_trigger(catalog, part)]
    return ToldLine(
        reached=_reached_of(catalog, event, part, here),
        tags=tag_telling(part),
        sentence=show_sentence(catalog, part.evidence, here, marks),
        brief=show_brief(catalog, part.evidence.brief, here),
    )


def _trigger(catalog: Catalog, part: EventPart) -> list[Span]:
    told = local_event(catalog, part)
    sentence = unit_span(catalog, unit_of(catalog.addresses, part.evidence))
    return [told.trigger] if told and told.trigger and sentence.holds(told.trigger) else []


def local_event(catalog: Catalog, part: EventPart) -> LocalEvent | None:
    """What the sentence of an event tells, as the analysis of its brief has it."""
    events = catalog.briefs[part.evidence.brief].analysis.events
    return events[part.event] if part.event is not None and part.event < len(events) else None


def name_argument(catalog: Catalog, brief: Brief, argument: Argument) -> str:
    """Whom or what an argument names: as the collection calls it, else in the words of its sentence."""
    known = catalog.entities.get(catalog.known_as[brief.id].get(argument.entity or "", ""))
    return known.name if known else " ".join(argument.span.of(brief.analysis.document.text).split())
