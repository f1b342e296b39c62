"""What the curator says of single statements: who speaks, which role is none, what day some words mean."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.curation import OVERRIDES, Override, Ref, SetDate, SetRole, SetSpeaker
from generator.linking.editing.rewriting import (
    Directory,
    Lookup,
    Place,
    find_keys,
    find_locals,
    sentence_of,
    suggest_name,
)
from generator.linking.identity.keys import Local
from generator.model import Analysis, Evidence, Problem, StatedRole
from generator.text.spans import Spans
from generator.text.unicode import Wanted, fold_line


@dataclass(frozen=True, slots=True)
class State:
    """All such decisions, by what they are about."""

    speakers: Mapping[Place, str | None]
    claimants: Mapping[Place, str | None]
    dropped: Mapping[Local, frozenset[str]]
    """Folded titles."""
    roles: Mapping[Local, tuple[StatedRole, ...]]
    """In the curator's wording."""
    dates: Mapping[Place, str | None]
    problems: tuple[Problem, ...]


@dataclass
class _Work:
    """The decisions while they are gathered; nothing outside sees it."""

    directory: Directory
    analyses: Mapping[str, Analysis]
    speakers: dict[Place, str | None] = field(default_factory=dict)
    claimants: dict[Place, str | None] = field(default_factory=dict)
    dropped: dict[Local, set[str]] = field(default_factory=dict)
    roles: dict[Local, list[StatedRole]] = field(default_factory=dict)
    dates: dict[Place, str | None] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def state(analyses: Sequence[Analysis], directory: Directory, overrides: Iterable[Override]) -> State:
    """Look up what each decision is about."""
    work = _Work(directory, {analysis.document.id: analysis for analysis in analyses})
    overrides = tuple(overrides)
    set_speakers(work, [o for o in overrides if isinstance(o, SetSpeaker)])
    for role in (o for o in overrides if isinstance(o, SetRole)):
        set_role(work, role)
    set_dates(work, [o for o in overrides if isinstance(o, SetDate)])
    dropped = {local: frozenset(titles) for local, titles in work.dropped.items()}
    roles = {local: tuple(found) for local, found in work.roles.items()}
    return State(work.speakers, work.claimants, dropped, roles, work.dates, tuple(work.problems))


def warn(line: int, what: str, cure: str) -> Problem:
    """A decision that cannot be carried out."""
    return Problem(f"{OVERRIDES}:{line}", what, cure)


def set_speakers(work: _Work, overrides: Sequence[SetSpeaker]) -> None:
    """Find the quotations and claims, and the speakers in their briefs."""
    if not overrides:
        return
    analyses = work.analyses.values()
    quotations = Lookup(analyses, lambda analysis: [said.span for said in analysis.quotations])
    claims = Lookup(analyses, lambda analysis: [said.span for said in analysis.claims])
    for override in overrides:
        found = quotations.find(override.words, override.brief)
        places, target = (found, work.speakers) if found else ([], work.claimants)
        places = places or claims.find(override.words, override.brief)
        if not places:
            what = f"no source has the quotation '{override.words[:80]}'" + _where(override.brief)
            work.problems.append(warn(override.line, what, "copy its words from the brief, or delete the entry"))
        for brief, at in places:
            speaker = find_speaker(work, override.speaker, brief)
            if override.speaker and speaker is None:
                what = f"'{override.speaker}' is not named in {brief}"
                work.problems.append(warn(override.line, what, "name somebody whom that brief names, or 'unknown'"))
            else:
                target[brief, at] = speaker


def find_speaker(work: _Work, speaker: Ref | None, brief: str) -> str | None:
    """The local entity that a reference means in one brief."""
    if speaker is None:
        return None
    keys = find_keys(work.directory, Ref(speaker.name, speaker.type, brief), forms=True)
    found = find_locals(work.directory, keys, brief)
    return found[0][1] if found else None


def set_role(work: _Work, override: SetRole) -> None:
    """Find the role of a person; drop it, and put the curator's words in its place."""
    keys = find_keys(work.directory, override.holder, forms=True)
    if not keys:
        what = f"nobody is called '{override.holder}'"
        work.problems.append(warn(override.line, what, suggest_name(work.directory, override.holder)))
        return
    title, is_found = fold_line(override.title).casefold(), False
    for local in find_locals(work.directory, keys, override.holder.brief):
        for entity in work.analyses[local[0]].entities:
            for role in entity.roles if entity.id == local[1] else ():
                if fold_line(role.title).casefold() == title:
                    is_found = True
                    work.dropped.setdefault(local, set()).add(title)
                    if override.instead:
                        instead = StatedRole(override.instead, Evidence(local[0], role.span), by_editor=True)
                        work.roles.setdefault(local, []).append(instead)
    if not is_found:
        what = f"'{override.holder}' has no role '{override.title[:80]}'"
        work.problems.append(warn(override.line, what, "copy its words from the page, or delete the entry"))


def set_dates(work: _Work, overrides: Sequence[SetDate]) -> None:
    """Find the date expressions."""
    if not overrides:
        return
    lookup = Lookup(work.analyses.values(), lambda analysis: [date.span for date in analysis.dates])
    for override in overrides:
        places = lookup.find(override.words, override.brief)
        if override.sentence:
            is_meant = _in_sentence(work, Wanted([override.sentence]))
            places = [place for place in places if is_meant(place)]
        if not places:
            what = f"no sentence has the date '{override.words[:80]}'" + _where(override.brief)
            work.problems.append(warn(override.line, what, "copy the words from the brief, or delete the entry"))
        work.dates.update(dict.fromkeys(places, override.value))


def _in_sentence(work: _Work, wanted: Wanted) -> Callable[[Place], bool]:
    def is_meant(place: Place) -> bool:
        analysis = work.analyses[place[0]]
        sentence = sentence_of(Spans(analysis.sentences), analysis.dates[place[1]].span)
        return fold_line(sentence.of(analysis.document.text)) in wanted

    return is_meant


def _where(brief: str | None) -> str:
    return f" in {brief}" if brief else ""
