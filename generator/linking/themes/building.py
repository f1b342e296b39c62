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
PRINTED = 3
"""Versions of one text from which on it is a story by itself: one was printed by several, two may be a correction."""


@dataclass(frozen=True, slots=True)
class Known:
    """What themes are made of."""

    analyses: Mapping[str, Analysis]
    """By brief; newest first."""
    pairs: Mapping[str, Sequence[Pair]]
    namer: Namer

    @property
    def versions(self) -> Mapping[str, str]:
        """For each brief of which there is a newer version the newest."""
        return self.namer.field.versions

    def leave_newest(self, briefs: Sequence[str]) -> Sequence[str]:
        """Some briefs without older versions of a text; all where they are versions of one."""
        texts = [brief for brief in briefs if brief not in self.versions]
        return texts if len(texts) > 1 else briefs


def find_themes(known: Known, events: Iterable[Event]) -> tuple[Theme, ...]:
    """The themes, those of most briefs first, of equals the newest."""
    newest = {brief: rank for rank, brief in enumerate(known.analyses)}
    groups = [sorted(group, key=newest.__getitem__) for group in group_texts(known)]
    groups = [group for group in groups if any(known.analyses[brief].sentences for brief in group)]
    names = [name_theme(known.leave_newest(group), known.namer) for group in groups]
    ids = unique_slugs({min(group): name for group, name in zip(groups, names, strict=True)})
    told = list_events(events)
    themes = [build_theme(group, ids[min(group)], name, told, known) for group, name in zip(groups, names, strict=True)]
    return tuple(sorted(themes, key=lambda theme: (-len(theme.briefs), newest[theme.briefs[0]], theme.id)))


def group_texts(known: Known) -> list[list[str]]:
    """The briefs of each story. A text is of one story in all its versions; from `PRINTED` on they make one alone."""
    versions = known.versions
    pairs = {brief: found for brief, found in known.pairs.items() if brief not in versions}
    groups = group_stories(pairs)
    grouped = {brief for group in groups for brief in group}
    older: defaultdict[str, list[str]] = defaultdict(list)
    for brief, newest in versions.items():
        older[newest].append(brief)
    groups += [[newest] for newest in older if newest not in grouped and len(older[newest]) + 1 >= PRINTED]
    return sorted([one for brief in group for one in (brief, *older[brief])] for group in groups)


def build_theme(briefs: list[str], address: str, name: str, told: Mapping[str, Sequence[Event]], known: Known) -> Theme:
    """One theme; its briefs come newest first."""
    told_here = {event.id: event for brief in briefs for event in told.get(brief, ())}
    by_day = sorted(told_here.values(), key=lambda event: (event.date or event.assumed or "", event.id))
    days = sorted(filter(None, (known.analyses[brief].metadata.published.value for brief in briefs)))
    texts = known.leave_newest(briefs)
    told_by = texts if any(brief not in known.versions for brief in texts[1:]) else texts[:1]
    with_words = [brief for brief in told_by if known.analyses[brief].sentences] or briefs
    lead, summary = tell_theme(with_words, known.analyses, known.namer.field)
    return Theme(
        id=address,
        name=name,
        briefs=tuple(briefs),
        entities=tuple(rank_entities(texts, known.namer)),
        events=tuple(event.id for event in by_day),
        lead=lead,
        summary=summary,
        strands=split_theme(briefs, known),
        begins=days[0] if days else None,
        ends=days[-1] if days else None,
    )


def split_theme(briefs: Sequence[str], known: Known) -> tuple[Strand, ...]:
    """The parts of a large theme, the largest first."""
    texts = known.leave_newest(briefs)
    if len(texts) < LARGE:
        return ()
    parts = [
        Strand(
            name_strand(part, texts, known.namer),
            tuple(brief for brief in briefs if known.versions.get(brief, brief) in part),
        )
        for part in split_story(texts, known.pairs)
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
