"""What is new as a feed: an entry for each brief that came, one for each build that lost something."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from html import escape

from generator.model import Fact, News, PublishedBuild
from generator.rendering.addresses import NEWS, text_page
from generator.rendering.catalog import Catalog, newest_first, text_of
from generator.rendering.days import day_of
from generator.rendering.happenings import event_title
from generator.rendering.metadata.feeds import NO_DAY, Entry, Feed
from generator.rendering.pages.overview.arrivals import NOUNS, by_kind, count_facts, know_days
from generator.rendering.readable import shortened
from generator.text.unicode import one_line

_LINES = 12
_WORDS_CHARS = 300


def feed_of_news(catalog: Catalog) -> Feed:
    """What came with each build, the last one first."""
    news = catalog.library.news
    return Feed("", "what’s new", NEWS, partial(_entries, catalog, news) if news else tuple)


def _entries(catalog: Catalog, news: News) -> Iterator[Entry]:
    """The last build first: what it lost, then the briefs with which something came, the newest first."""
    day_of_fact = know_days(catalog, news)
    came: defaultdict[int, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    since = {fact.brief: fact.build for fact in news.facts if fact.kind == "brief"}
    for fact in news.facts:
        # What was known before the brief that now tells it first did not come with that brief.
        if fact.build >= since.get(fact.brief, fact.build):
            came[fact.build][fact.brief].append(fact)
    for build in reversed(news.builds):
        gone = [fact for fact in news.gone if fact.gone == build.number]
        if gone:
            yield _gone(build, gone, _day(build, news))
        for brief in newest_first(catalog.briefs[brief] for brief in came[build.number]):
            facts = came[build.number][brief.id]
            day = next(filter(None, map(day_of_fact, facts)), None) or _day(build, news)
            yield _brief(catalog, brief.id, facts, day)


def _day(build: PublishedBuild, news: News) -> str:
    """The day of a build, else of the newest brief that it or another build had."""
    return build.date or build.newest or max(filter(None, (one.newest for one in news.builds)), default=NO_DAY)


def _brief(catalog: Catalog, brief: str, facts: Sequence[Fact], day: str) -> Entry:
    """What came with a brief: the brief, or something that a known one tells since."""
    own = next((fact for fact in facts if fact.kind == "brief"), None)
    metadata = catalog.briefs[brief].analysis.metadata
    key = f"brief {own.id}" if own else "more " + " ".join(sorted(fact.id for fact in facts))
    title = catalog.cards[brief].title
    return Entry(
        key=key,
        title=title if own else f"{title}: {count_facts(facts)} more",
        day=day,
        published=day_of(metadata.published.value) if metadata.published.value else None,
        path=text_page(brief),
        authors=tuple(one_line(author, 200) for author in metadata.authors.value[:5]),
        content=_content(catalog, brief, facts),
    )


def _content(catalog: Catalog, brief: str, facts: Sequence[Fact]) -> str:
    lead = catalog.cards[brief].lead
    html = f"<p>{escape(lead)}</p>" if lead else ""
    for kind, found in by_kind(fact for fact in facts if fact.kind != "brief").items():
        lines = "".join(f"<li>{_show(catalog, fact)}</li>" for fact in found[:_LINES])
        more = f"<li>{len(found) - _LINES} more</li>" if len(found) > _LINES else ""
        html += f"<p>{NOUNS[kind][len(found) != 1].capitalize()}</p><ul>{lines}{more}</ul>"
    return html


def _show(catalog: Catalog, fact: Fact) -> str:
    if event := catalog.events.get(fact.subject or ""):
        return escape(event_title(catalog, event))
    if fact.kind == "quotation" and fact.evidence:
        speaker = catalog.entities.get(fact.subject or "")
        words = escape(shortened(text_of(catalog, fact.evidence), _WORDS_CHARS))
        return f"“{words}”" + (f" – {escape(speaker.name)}" if speaker else "")
    return escape(fact.words)


def _gone(build: PublishedBuild, facts: Sequence[Fact], day: str) -> Entry:
    """What a build had no more."""
    html = ""
    for kind, found in by_kind(facts).items():
        words = [fact.words for fact in found if fact.words][:_LINES]
        lines = "".join(f"<li>{escape(line)}</li>" for line in words)
        more = f"<li>{len(found) - len(words)} more</li>" if len(found) > len(words) else ""
        html += f"<p>{NOUNS[kind][len(found) != 1].capitalize()}</p><ul>{lines}{more}</ul>"
    key = "gone " + " ".join(sorted(fact.id for fact in facts))
    return Entry(key, f"No longer here: {count_facts(facts)}", day, None, NEWS, (), html)
