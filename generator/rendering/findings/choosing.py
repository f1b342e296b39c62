"""Which findings of a brief are its key points: who wants, refuses, announces, denies, warns or promises what."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.model import Act, Brief, Claim, LocalEvent, Quotation, Span
from generator.text.spans import Spans

MOST = 6
_WEIGHTS: Mapping[Act, float] = {
    "denies": 6, "refuses": 6, "demands": 6, "warns": 5, "accuses": 5, "promises": 5, "proposes": 4, "admits": 4,
    "asks": 1, "states": 1,
}  # fmt: skip
"""How much it tells that somebody does this by saying something."""
_ANNOUNCED = 4.0
"""The weight of what somebody is told to be about to do."""
_THREATENED = 6.0
_LONGEST, _SHORTEST = 240, 20
"""Characters of what is said: more is no line, less tells nothing."""
_SAME = 0.5
"""The share of the shorter one's words from which two say the same."""
_WORD = re.compile(r"\w{4,}")
"""A word that tells what something is about."""
_POINTING = frozenset(
    (
        *("he", "she", "they", "it", "i", "we", "you", "who", "that", "this", "these", "those", "one", "another"),
        *("his", "her", "its", "their", "our", "my", "same", "other", "others"),
    )
)
"""With these a speaker is named by the sentence before."""
_VERBS = frozenset(
    (
        *("is", "are", "was", "were", "has", "had", "have"),
        *("can", "could", "will", "would", "may", "might", "must", "should"),
    )
)
"""With these what is said begins without its subject."""
_ARTICLES = frozenset({"the", "a", "an"})
_LONGEST_NAME = 6
"""Words that name a speaker."""
_ANEW = 2.0
"""How much each earlier point of the same speaker takes."""
_READ = 1.0
"""How much it takes that the summary has the sentence."""


class Point(NamedTuple):
    """What somebody does by saying it, or is about to do."""

    found: Quotation | Claim | LocalEvent
    number: int
    """Its number among its kind in the analysis."""
    sentence: int
    span: Span
    """The words that tell it."""
    who: str | None
    """`LocalEntity.id`."""
    words: Span | None
    """The words that name who says it, where he has no name."""
    act: Act | None
    weight: float


def choose_points(brief: Brief) -> list[Point]:
    """At most six, the most telling first, no two of one sentence or one content.

    What the summary tells too is listed as well: who denies or demands it, the summary alone does not say.
    """
    analysis = brief.analysis
    text = analysis.document.text
    summed = [_content(analysis.sentences[index].of(text)) for index in analysis.summary]
    waiting = list(_list_points(brief))
    told: list[frozenset[str]] = []
    chosen: list[Point] = []
    while waiting and len(chosen) < MOST:
        often = [point.who or point.words for point in chosen]
        best = max(waiting, key=lambda one: (_worth(brief, one, often), -one.sentence))
        waiting = [one for one in waiting if one is not best and one.sentence != best.sentence]
        content = _content(best.span.of(text))
        if not any(_is_same(content, other) for other in (told if in_summary(brief, best) else (*told, *summed))):
            chosen.append(best)
            told.append(content)
    return chosen


def _worth(brief: Brief, point: Point, often: Sequence[str | Span | None]) -> float:
    return point.weight - _ANEW * often.count(point.who or point.words) - _READ * in_summary(brief, point)


def in_summary(brief: Brief, point: Point) -> bool:
    """Whether the summary has the sentence of a point."""
    return point.sentence in brief.analysis.summary


def _content(words: str) -> frozenset[str]:
    return frozenset(word[:6].casefold() for word in _WORD.findall(words))


def _is_same(one: frozenset[str], other: frozenset[str]) -> bool:
    least = min(len(one), len(other))
    return least == 0 or len(one & other) > _SAME * least


def _list_points(brief: Brief) -> Iterator[Point]:
    """All that may be one, in the order of their kinds."""
    analysis = brief.analysis
    sentences = Spans(analysis.sentences)
    for number, said in enumerate(analysis.quotations):
        at = sentences.index_at(said.span.start)
        # A quotation that begins inside its sentence is half of one.
        if said.kind == "direct" and at is not None and said.span.of(analysis.document.text)[:1].isupper():
            yield from _said(brief, said, number, at)
    for number, claim in enumerate(analysis.claims):
        # What prosecutors say that somebody admitted is theirs to say.
        if not any(other.span.holds(claim.cue) for other in analysis.claims if claim.cue and other is not claim):
            yield from _said(brief, claim, number, claim.sentence)
    for number, event in enumerate(analysis.events):
        yield from _planned(brief, event, number)


def _said(brief: Brief, said: Quotation | Claim, number: int, at: int) -> Iterator[Point]:
    text = brief.analysis.document.text
    who = said.claimant if isinstance(said, Claim) else said.speaker
    words = said.claimant_span if isinstance(said, Claim) else said.speaker_span
    is_called = words is not None and _names_somebody(words.of(text), is_act=said.act != "states")
    is_told = who is not None or is_called
    if is_told and said.act and _is_whole(said, said.span.of(text)):
        lead = 1.0 - at / max(1, len(brief.analysis.sentences))
        known = 1.0 if who is not None else 0.0
        weight = _WEIGHTS[said.act] + lead + known - (0.5 if isinstance(said, Claim) and said.hedges else 0.0)
        yield Point(said, number, at, said.span, who, None if who else words, said.act, weight)


def _names_somebody(words: str, *, is_act: bool) -> bool:
    """Whether words name a speaker by themselves: "the ministry", not "he" or "his lawyer".

    Who only states something is told by more than one word: "the mayor of Holm", not "officials".
    """
    parts = words.casefold().split()
    own = parts[1:] if parts and parts[0] in _ARTICLES else parts
    if not own or len(parts) > _LONGEST_NAME or own[0] in _POINTING:
        return False
    return is_act or len(own) > 1


def _is_whole(said: Quotation | Claim, words: str) -> bool:
    """Whether what is said can stand in a line of its own."""
    is_balanced = words.count('"') % 2 == 0 and words.count("\u201c") == words.count("\u201d")
    is_headless = said.act == "states" and (words.split()[0] in _VERBS or words[0] in '"\u201c')
    return _SHORTEST <= len(words) <= _LONGEST and is_balanced and not is_headless


def _planned(brief: Brief, event: LocalEvent, number: int) -> Iterator[Point]:
    """What somebody who has a name is about to do, or threatens."""
    agent = next((one for one in event.arguments if one.role == "agent" and one.entity), None)
    weight = {"planned": _ANNOUNCED, "threatened": _THREATENED}.get(event.standing)
    if agent is None or weight is None or event.kind == "statement":
        return
    if event.clause and event.clause[-1].end - event.clause[0].start <= _LONGEST:
        lead = 1.0 - event.sentence / max(1, len(brief.analysis.sentences))
        span = Span(event.clause[0].start, event.clause[-1].end)
        yield Point(event, number, event.sentence, span, agent.entity, None, None, weight + lead)
