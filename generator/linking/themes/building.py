"""The themes of a collection, made of groups of briefs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.linking.likeness.pairs import Pair
from generator.linking.themes.grouping import group_stories, split_story
from generator.linking.themes.naming import Namer, name_strand, name_theme, rank_entities
from generator.linking.themes.telling import tell_theme
from generator.model import Analysis, Event, Strand, Theme
from generator.text.addresses import unique_slugs

LARGE = 6
"""Briefs of a theme that may split."""


@dataclass(frozen=True, slots=True)
class Known:
    """What themes are made of."""

    analyses: Mapping[str, Analysis]
    """By brief; newest first."""
    pairs: Mapping[str, Sequence[Pair]]
    namer: Namer


def find_themes(known: Known, events: Iterable[Event]) -> tuple[Theme, ...]:
    """The themes, those of most briefs first, of equals the newest."""
    newest = {brief: rank for rank, brief in enumerate(known.analyses)}
    groups = [sorted(group, key=newest.__getitem__) for group in group_stories(known.pairs)]
    groups = [group for group in groups if any(known.analyses[brief].sentences for brief in group)]
    names = [name_theme(group, known.namer) for group in groups]
    ids = unique_slugs({min(group): name for group, name in zip(groups, names, strict=True)})
    told = list_events(events)
    themes = [build_theme(group, ids[min(group)], name, told, known) for group, name in zip(groups, names, strict=True)]
    return tuple(sorted(themes, key=lambda theme: (-len(theme.briefs), newest[theme.briefs[0]], theme.id)))


def build_theme(briefs: list[str], address: str, name: str, told: Mapping[str, Sequence[Event]], known: Known) -> Theme:
    """One theme; its briefs come newest first."""
    told_here = {event.id: event for brief in briefs for event in told.get(brief, ())}
    by_day = sorted(told_here.values(), key=lambda event: (event.date or event.assumed or "", event.id))
    days = sorted(filter(None, (known.analyses[brief].metadata.published.value for brief in briefs)))
    with_words = [brief for brief in briefs if known.analyses[brief].sentences]
    lead, summary = tell_theme(with_words, known.analyses, known.namer.field)
    return Theme(
        id=address,
        name=name,
        briefs=tuple(briefs),
        entities=tuple(rank_entities(briefs, known.namer)),
        events=tuple(event.id for event in by_day),
        lead=lead,
        summary=summary,
        strands=split_theme(briefs, known),
        begins=days[0] if days else None,
        ends=days[-1] if days else None,
    )


def split_theme(briefs: Sequence[str], known: Known) -> tuple[Strand, ...]:
    """The parts of a large theme, the largest first."""
    if len(briefs) < LARGE:
        return ()
    parts = [
        Strand(
            name_strand(part, briefs, known.namer),
            tuple(brief for brief in briefs if brief in part),
        )
        for part in split_story(briefs, known.pairs)
    ]
    return tuple(sorted(parts, key=lambda part: (-len(part.briefs), part.briefs)))


def list_events(events: Iterable[Event]) -> Mapping[str, Sequence[Event]]:
    """The events with a day, by the briefs that tell them."""
    told: defaultdict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.date or event.assumed:
            for brief in dict.fromkeys(part.evidence.brief for part in event.parts):
                told[brief].append(event)
    return told
