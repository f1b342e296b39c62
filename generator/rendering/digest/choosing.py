"""What a digest tells of: the themes, the other briefs and the coming events of some days, in order of weight."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model import Brief, Event, Evidence, Theme
from generator.rendering.catalog import Catalog
from generator.rendering.days import day_of, day_of_event

PERIODS, ENOUGH = (7, 30, 90, 365), 6
"""Where no days are given: the shortest of these periods, in days, that has so many briefs or all, else the longest."""
STORIES, SENTENCES, OTHERS, COMING = 8, 3, 8, 6
"""What fits on two pages: themes, sentences of each, briefs of no theme, events to come."""


@dataclass(frozen=True, slots=True)
class Period:
    """From a day to a day, both among them (ISO 8601)."""

    first: str
    last: str

    def __contains__(self, day: object) -> bool:
        return isinstance(day, str) and self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Story:
    """A theme with what its briefs of these days tell."""

    theme: Theme
    briefs: tuple[str, ...]
    """`Brief.id`s of these days, newest first."""
    sentences: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """The state of things in some days."""

    period: Period | None
    """None where no source states its day: it then tells of all."""
    briefs: int
    undated: int
    """Briefs whose source states no day: of no period."""
    stories: tuple[Story, ...]
    more_stories: int
    others: tuple[Evidence, ...]
    """A sentence each of briefs that are of no theme, newest first."""
    more_others: int
    coming: tuple[Event, ...]
    """By day."""


def choose(catalog: Catalog, first: str | None = None, last: str | None = None) -> Digest:
    """The digest of the days from `first` to `last`; left out, the last week up to the newest source, or longer where
    that week has hardly a brief.
    """
    period = find_period(catalog, first, last)
    among = {b.id: b for b in catalog.listed if period is None or _published(b) in period}
    stories = sorted(_stories(catalog.library.themes, among), key=_weight)
    told = {brief for theme in catalog.library.themes for brief in theme.briefs}
    others = [said for brief in among.values() if brief.id not in told for said in _summary(brief)[:1]]
    return Digest(
        period=period,
        briefs=len(among),
        undated=sum(_published(brief) is None for brief in catalog.listed) if period else 0,
        stories=tuple(stories[:STORIES]),
        more_stories=max(0, len(stories) - STORIES),
        others=tuple(others[:OTHERS]),
        more_others=max(0, len(others) - OTHERS),
        coming=tuple(_coming(catalog, period))[:COMING],
    )


def find_period(catalog: Catalog, first: str | None, last: str | None) -> Period | None:
    """The days that are meant; None where none are and no source states its day."""
    days = sorted(filter(None, map(_published, catalog.listed)))
    if last is None:
        last = max(filter(None, [*days[-1:], first]), default=None)
    if last is None:
        return None
    if first:
        return Period(first, last)
    least = min(ENOUGH, sum(day <= last for day in days))
    begins = [
        (date.fromisoformat(last) - timedelta(days=min(length, _reach(last)) - 1)).isoformat() for length in PERIODS
    ]
    enough = (begin for begin in begins if sum(begin <= day <= last for day in days) >= least)
    return Period(next(enough, begins[-1]), last)


def _reach(last: str) -> int:
    """The days from the first of the calendar to this one."""
    return (date.fromisoformat(last) - date.min).days + 1


def _published(brief: Brief) -> str | None:
    value = brief.analysis.metadata.published.value
    return day_of(value) if value else None


def _stories(themes: Iterable[Theme], among: dict[str, Brief]) -> Iterator[Story]:
    for theme in themes:
        briefs = [among[brief] for brief in theme.briefs if brief in among]
        if briefs:
            yield Story(theme, tuple(brief.id for brief in briefs), _sentences(theme, briefs))


def _weight(story: Story) -> tuple[int, int, str]:
    """Most briefs of these days first, then most briefs at all."""
    return -len(story.briefs), -len(story.theme.briefs), story.theme.id


def _sentences(theme: Theme, briefs: Sequence[Brief]) -> tuple[Evidence, ...]:
    """Those of the theme that these briefs have, the lead among them; then the first of each brief's summary, or more
    of the only one. By day of publication and place in the text.
    """
    places = {brief.id: (_published(brief) or "", brief.id) for brief in briefs}
    own = [said for said in (theme.lead, *theme.summary) if said.brief in places]
    chosen = list(dict.fromkeys(own))
    for brief in briefs:
        if all(said.brief != brief.id for said in chosen):
            chosen += _summary(brief)[:1]
    if len(briefs) == 1:
        chosen += [said for said in _summary(briefs[0]) if said not in chosen]
    return tuple(sorted(chosen[:SENTENCES], key=lambda said: (places[said.brief], said.span)))


def _summary(brief: Brief) -> list[Evidence]:
    return [Evidence(brief.id, brief.analysis.sentences[index]) for index in brief.analysis.summary]


def _coming(catalog: Catalog, period: Period | None) -> Iterator[Event]:
    """Events for a day after the period, unless they are called off."""
    for entry in catalog.dated:
        if period and entry.event and entry.event.status != "cancelled":
            day = day_of_event(entry.event)
            if day and day > period.last:
                yield entry.event
