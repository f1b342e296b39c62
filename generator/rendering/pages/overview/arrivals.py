"""What came with which build and on which day: the facts in the order in which they are told."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Fact, FactKind, News, PublishedBuild
from generator.rendering.catalog import Catalog
from generator.rendering.days import day_of
from generator.rendering.markup import Markdown
from generator.rendering.readable import counted, date_in_words, listed

NOUNS: Mapping[FactKind, tuple[str, str]] = {
    "brief": ("brief", "briefs"),
    "disagreement": ("disagreement", "disagreements"),
    "agreement": ("event told by several briefs", "events told by several briefs"),
    "person": ("person", "people"),
    "organization": ("organization", "organizations"),
    "role": ("role", "roles"),
    "quotation": ("quotation", "quotations"),
    "event": ("event", "events"),
}
"""What facts are called, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What came with a build."""

    build: PublishedBuild
    facts: tuple[Fact, ...]


def know_days(catalog: Catalog, news: News) -> Callable[[Fact], str | None]:
    """Tells of a fact the day on which it came: that of its build; of the first build, and of one without a day, that
    of its brief, if that came with it.
    """
    builds = {build.number: build for build in news.builds}
    since = {fact.brief: fact.build for fact in news.facts if fact.kind == "brief"}

    def find(fact: Fact) -> str | None:
        build = builds[fact.build]
        if build.number > 1 and build.date:
            return build.date
        value = catalog.briefs[fact.brief].analysis.metadata.published.value
        return day_of(value) if value and since.get(fact.brief, 1) <= fact.build else None

    return find


def shown_facts(catalog: Catalog, facts: Iterable[Fact]) -> list[Fact]:
    """The facts without older versions of briefs: they are listed and counted nowhere else either."""
    listed = {brief.id for brief in catalog.listed}
    return [fact for fact in facts if fact.kind != "brief" or fact.brief in listed]


def find_arrivals(catalog: Catalog, news: News) -> list[Arrival]:
    """All that came, the last build first."""
    builds = {build.number: build for build in news.builds}
    found: defaultdict[int, list[Fact]] = defaultdict(list)
    for fact in shown_facts(catalog, news.facts):
        found[fact.build].append(fact)
    return [Arrival(builds[number], tuple(found[number])) for number in sorted(found, reverse=True)]


def by_kind(facts: Iterable[Fact]) -> dict[FactKind, list[Fact]]:
    """The facts of each kind, in the order in which kinds are told."""
    found: dict[FactKind, list[Fact]] = {kind: [] for kind in NOUNS}
    for fact in facts:
        found[fact.kind].append(fact)
    return {kind: some for kind, some in found.items() if some}


def count_facts(facts: Sequence[Fact]) -> Markdown:
    """How many of each kind, in words: `2 briefs, 3 people and 1 event`."""
    counts = Counter(fact.kind for fact in facts)
    return Markdown(listed([str(counted(counts[kind], *nouns)) for kind, nouns in NOUNS.items() if counts[kind]]))


def name_build(build: PublishedBuild) -> Markdown:
    """What a build is called: `the build of 20 November 2026`, without a day `build 3`."""
    return Markdown(f"the build of {date_in_words(build.date)}" if build.date else f"build {build.number}")


def name_before(build: PublishedBuild) -> Markdown:
    """What the build before this one is called."""
    return name_build(build) if build.date else Markdown("the build before")


def before(news: News) -> PublishedBuild | None:
    """The build before this one."""
    return news.builds[-2] if len(news.builds) > 1 else None
