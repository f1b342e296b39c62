"""What is new: what came with this build and with those before it, what is gone, and the same as a feed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import compress
from operator import not_

from generator.model import Fact, FactKind, News
from generator.rendering.addresses import (
    BRIEFS,
    DIGEST,
    DISPUTED,
    EVENTS,
    NEWS,
    QUOTATIONS,
    TIMELINE,
    entity_index,
    feed_files,
    relative,
    text_page,
)
from generator.rendering.catalog import Catalog, text_of
from generator.rendering.drafts import Draft, PageKind
from generator.rendering.happenings import event_title
from generator.rendering.labels import Text
from generator.rendering.markup import Markdown
from generator.rendering.metadata.feeds import offer_feed
from generator.rendering.metadata.heads import head_of_feed
from generator.rendering.pages.overview.arrivals import (
    Arrival,
    before,
    by_kind,
    count_facts,
    find_arrivals,
    know_days,
    name_before,
    name_build,
    shown_facts,
)
from generator.rendering.pages.overview.feed import feed_of_news
from generator.rendering.readable import When, figure, shortened, show_date
from generator.rendering.views import BriefLine, Link, Way, show_brief, show_link, show_way

_HEADINGS: Mapping[FactKind, str] = {
    "disagreement": "Disagreements",
    "agreement": "Told by several briefs",
    "brief": "Briefs",
    "person": "People",
    "organization": "Organizations",
    "role": "Roles",
    "quotation": "Quotations",
    "event": "Events",
}
_WHERE: Mapping[FactKind, str] = {
    "disagreement": DISPUTED,
    "agreement": EVENTS,
    "brief": BRIEFS,
    "person": entity_index("Person"),
    "organization": entity_index("Organization"),
    "role": entity_index("Person"),
    "quotation": QUOTATIONS,
    "event": TIMELINE,
}
"""Where all of a kind are."""
_BRIEFS, _LATEST, _EARLIER = 20, 40, 8
"""Briefs of this build that are shown, lines of another kind of it, and of a kind of an earlier build, at most."""
_OPEN = 10
"""Lines of a kind of this build that stand open; more of them are folded."""
_BUILDS, _LOSSES = 8, 5
"""Earlier builds that are told of, and builds that lost something, at most."""
_WORDS_CHARS = 300


@dataclass(frozen=True, slots=True)
class NewsLine:
    """Something that came."""

    day: Markdown
    """The day on which it came, for the choice of a date; empty: not known."""
    text: str
    href: Markdown
    who: Link | None
    """Of a role and a quotation, whose."""
    way: Way | None
    """To the words that tell it; of a brief and a name nothing."""
    brief: BriefLine | None
    """The brief that it came with; of a brief itself."""


@dataclass(frozen=True, slots=True)
class NewsGroup:
    """What came of one kind."""

    kind: str
    heading: Markdown
    count: Markdown
    lines: tuple[NewsLine, ...]
    more: int
    href: Markdown
    """Where all are."""


@dataclass(frozen=True, slots=True)
class NewsSection:
    """What came at one time."""

    heading: Markdown
    anchor: Markdown
    count: Markdown
    """Empty for this build: the page has it above."""
    groups: tuple[NewsGroup, ...]
    folded: tuple[NewsGroup, ...]
    """What is not the first that a reader looks for, or is long."""


@dataclass(frozen=True, slots=True)
class GoneGroup:
    """What is gone of one kind."""

    heading: Markdown
    words: tuple[str, ...]
    more: int
    """How many more, or of which no words were kept."""


@dataclass(frozen=True, slots=True)
class GoneSection:
    """What is gone since one build."""

    heading: Markdown
    groups: tuple[GoneGroup, ...]


@dataclass(frozen=True, slots=True)
class NewsView:
    """The page of what is new."""

    title: str
    is_known: bool
    """Whether it is known what was published before."""
    is_first: bool
    """Whether nothing was published before."""
    is_empty: bool
    """Whether nothing came or went with this build."""
    since: Markdown | None
    """The build before: `the build of 20 November 2026`."""
    when: When | None
    """The day of this build."""
    count: Markdown
    sections: tuple[NewsSection, ...]
    gone: tuple[GoneSection, ...]
    gone_before: Markdown | None
    """How much earlier builds have lost that are not told of: `2 roles and 1 event`."""
    digest_href: Markdown
    feed_href: Markdown
    json_feed_href: Markdown
    briefs_href: Markdown
    is_cut: bool
    """Whether older facts are not on the page."""


@dataclass(frozen=True, slots=True)
class NewsBox:
    """What is new, in a few words, for another page."""

    since: Markdown
    count: Markdown
    """Empty: nothing."""
    gone: Markdown
    href: Markdown


def view_news(catalog: Catalog) -> NewsView:
    """Make the view of the page."""
    news = catalog.library.news
    arrivals = find_arrivals(catalog, news) if news else []
    this = [arrival for arrival in arrivals if news and arrival.build == news.builds[-1]]
    sections = list(_sections(catalog, news, arrivals)) if news else []
    old = before(news) if news else None
    gone = [fact for fact in news.gone if fact.gone == news.builds[-1].number] if news else []
    losses, before_them = _gone(news) if news else ((), None)
    return NewsView(
        title="What’s new",
        is_known=news is not None,
        is_first=news is not None and old is None,
        is_empty=not this and not gone,
        since=name_before(old) if old else None,
        when=show_date(news.builds[-1].date) if news else None,
        count=count_facts([fact for arrival in this for fact in arrival.facts]),
        sections=tuple(sections),
        gone=losses,
        gone_before=before_them,
        digest_href=relative(DIGEST, NEWS),
        feed_href=relative(feed_files(NEWS)[0], NEWS),
        json_feed_href=relative(feed_files(NEWS)[1], NEWS),
        briefs_href=relative(BRIEFS, NEWS),
        is_cut=len(sections) < len(arrivals),
    )


def show_box(catalog: Catalog, here: str) -> NewsBox | None:
    """What is new since the last published build; None where this is the first."""
    news = catalog.library.news
    old = before(news) if news else None
    if not news or not old:
        return None
    number = news.builds[-1].number
    came = [fact for fact in shown_facts(catalog, news.facts) if fact.build == number]
    gone = [fact for fact in news.gone if fact.gone == number]
    return NewsBox(name_before(old), count_facts(came), count_facts(gone), relative(NEWS, here))


def _sections(catalog: Catalog, news: News, arrivals: Sequence[Arrival]) -> Iterator[NewsSection]:
    day_of_fact = know_days(catalog, news)
    for arrival in arrivals[: _BUILDS + 1]:
        is_last = arrival.build == news.builds[-1]
        is_latest = is_last and len(news.builds) > 1
        groups = list(_groups(catalog, arrival.facts, day_of_fact, is_latest=is_latest))
        is_open = [_stands_open(group, is_latest=is_latest) for group in groups]
        yield NewsSection(
            heading=_name(arrival, is_last=is_last),
            anchor=Markdown(f"build-{arrival.build.number}"),
            count=Markdown("") if is_latest else count_facts(arrival.facts),
            groups=tuple(compress(groups, is_open)),
            folded=tuple(compress(groups, map(not_, is_open))),
        )


def _stands_open(group: NewsGroup, *, is_latest: bool) -> bool:
    return group.kind == "brief" or (is_latest and len(group.lines) <= _OPEN)


def _name(arrival: Arrival, *, is_last: bool) -> Markdown:
    """What stands above what came at one time."""
    if is_last:
        return Markdown("New in this build" if arrival.build.number > 1 else "What there is")
    name = name_build(arrival.build)
    return Markdown(name[:1].upper() + name[1:])


def _groups(
    catalog: Catalog, facts: Iterable[Fact], day_of_fact: Callable[[Fact], str | None], *, is_latest: bool
) -> Iterator[NewsGroup]:
    for kind, found in by_kind(facts).items():
        limit = (_BRIEFS if kind == "brief" else _LATEST) if is_latest else _EARLIER
        shown = _rank(catalog, found)[:limit]
        lines = tuple(_line(catalog, fact, day_of_fact(fact)) for fact in shown)
        href = relative(_WHERE[kind], NEWS)
        yield NewsGroup(kind, Markdown(_HEADINGS[kind]), figure(len(found)), lines, max(0, len(found) - limit), href)


def _rank(catalog: Catalog, facts: Sequence[Fact]) -> list[Fact]:
    """Names by how often they are named, all else by its brief, the newest first, and its place there."""
    age = {brief.id: at for at, brief in enumerate(catalog.newest)} if facts else {}

    def order(fact: Fact) -> tuple[int, int, int, str]:
        entity = catalog.entities.get(fact.subject or "") if fact.kind in ("person", "organization") else None
        place = fact.evidence.span.start if fact.evidence else 0
        return -len(entity.mentions) if entity else 0, age[fact.brief], place, fact.id

    return sorted(facts, key=order)


def _line(catalog: Catalog, fact: Fact, day: str | None) -> NewsLine:
    brief = show_brief(catalog, fact.brief, NEWS)
    entity = catalog.entities.get(fact.subject or "")
    who = show_link(entity.name, catalog.addresses.entities[entity.id], NEWS) if entity else None
    way = show_way(catalog, fact.evidence, NEWS) if fact.evidence else None
    is_name = fact.kind in ("person", "organization")
    return NewsLine(
        day=Markdown(day or ""),
        text=brief.title if fact.kind == "brief" else _text(catalog, fact),
        href=_href(catalog, fact, who),
        who=None if is_name else who,
        way=way,
        brief=brief,
    )


def _text(catalog: Catalog, fact: Fact) -> str:
    """The words of the source, more of them than the list of what was published keeps."""
    if event := catalog.events.get(fact.subject or ""):
        return event_title(catalog, event)
    if fact.evidence and fact.kind in ("role", "quotation"):
        return shortened(text_of(catalog, fact.evidence), _WORDS_CHARS)
    return fact.words


def _href(catalog: Catalog, fact: Fact, who: Link | None) -> Markdown:
    if fact.kind == "brief":
        return relative(text_page(fact.brief), NEWS)
    if fact.kind == "disagreement":
        return relative(DISPUTED, NEWS)
    if event := catalog.addresses.events.get(fact.subject or ""):
        return relative(event, NEWS)
    if fact.kind in ("person", "organization") and who:
        return who.href
    return relative(catalog.addresses.of(fact.evidence), NEWS) if fact.evidence else Markdown("")


def _gone(news: News) -> tuple[tuple[GoneSection, ...], Markdown | None]:
    """What is gone, the last first; and how much more is."""
    numbers = sorted({fact.gone or 0 for fact in news.gone}, reverse=True)
    rest = [fact for fact in news.gone if (fact.gone or 0) in numbers[_LOSSES:]]
    return tuple(_loss(news, number) for number in numbers[:_LOSSES]), count_facts(rest) if rest else None


def _loss(news: News, number: int) -> GoneSection:
    """What a build has lost."""
    builds = {build.number: build for build in news.builds}
    heading = "With this build" if number == news.builds[-1].number else f"With {name_build(builds[number])}"
    groups = by_kind(fact for fact in news.gone if fact.gone == number)
    return GoneSection(Markdown(heading), tuple(_gone_group(kind, found) for kind, found in groups.items()))


def _gone_group(kind: FactKind, facts: Sequence[Fact]) -> GoneGroup:
    words = tuple(fact.words for fact in facts if fact.words)[:_EARLIER]
    return GoneGroup(Markdown(_HEADINGS[kind]), words, len(facts) - len(words))


def draft_news(catalog: Catalog) -> Iterator[Draft]:
    """The page, with the feed."""
    feed = feed_of_news(catalog)
    yield Draft(
        NEWS,
        "What’s new",
        _describe,
        partial(view_news, catalog),
        searchable=False,
        files=offer_feed(catalog, feed),
        head=partial(head_of_feed, catalog, feed, NEWS),
    )


def _describe(view: NewsView, text: Text) -> str:
    if not view.since:
        return text("What came with each build.")
    return text("Since {build}: {number}.", build=view.since, number=view.count or Markdown("nothing new"))


PAGE = PageKind("news", "news", draft_news)
