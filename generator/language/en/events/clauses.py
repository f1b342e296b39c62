"""Which part of a sentence a date belongs to, and who and where is named in that part."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from generator.language.en.speech.contents import find_content
from generator.language.en.speech.speakers import Speech
from generator.language.en.speech.words import group
from generator.language.frames import Context
from generator.language.world.countries import find_country
from generator.model import Mention, Span
from generator.text.wordlists import load_set


@dataclass(frozen=True, slots=True)
class Contents:
    """The parts of a frame that tell what somebody is said to have said."""

    claimed: tuple[Span, ...]
    quoted: tuple[Span, ...]
    """In order, not overlapping."""

    def around(self, date: Span) -> Span | None:
        """The part that holds a date."""
        at = bisect_right(self.quoted, date.start, key=lambda span: span.start) - 1
        quoted = self.quoted[at] if at >= 0 and self.quoted[at].holds(date) else None
        return next((content for content in self.claimed if content.holds(date)), quoted)


def find_contents(context: Context, speech: Speech) -> Contents:
    """The claimed and the quoted parts of one frame."""
    voices = [v for v in speech.voices if not v.statement.is_participle]
    # The first and the last verbs say what the sentence is about; those between lie in what is said.
    voices = voices[:4] + voices[4:][-1:]
    claimed = [find_content(context, speech.frame, voice.statement) for voice in voices]
    quoted = [token.span for token in speech.frame.units if token.kind == "quotation"]
    is_said = bool(voices) or speech.frame.stands_alone
    return Contents(tuple(span for span in claimed if span), tuple(quoted if is_said else ()))


def split_by_dates(text: str, within: Span, dates: Sequence[Span]) -> list[Span]:
    """The part of a stretch of text that each of its dates belongs to.

    Each date closes its part, as in "a meeting on January 12 and a summit on January 13"; where the first date stands
    at the very start, each opens its part. Clauses such as "where ..." and "amid ..." belong to none.
    """
    opening = text[within.start : dates[0].start].strip("“\"'‘ ").lower()
    if opening in group("prepositions") | {"", "the", "on", "since", "until", "earlier"}:
        starts = [within.start, *(date.start for date in dates[1:])]
        parts = [Span(a, b) for a, b in zip(starts, [*starts[1:], within.end], strict=True)]
    else:
        ends = [*(date.end for date in dates[:-1]), within.end]
        parts = [Span(a, b) for a, b in zip([within.start, *ends[:-1]], ends, strict=True)]
    return [_without_asides(text, part, date) for part, date in zip(parts, dates, strict=True)]


def _without_asides(text: str, part: Span, date: Span) -> Span:
    """The part cut at the nearest words before and after the date that open another clause."""
    openers = load_set("clause_openers.txt")
    start, end = part
    place = part.start
    for word in part.of(text).split():
        place = text.index(word, place)
        bare = word.strip(",;:—–").lower()
        is_opener = bare in openers or word in ("—", "–", ";") or text.startswith("as well as ", place)
        if is_opener and place < date.start:
            comma = text.find(",", place, date.start)
            if comma < 0:
                start = place
            elif bare not in group("relatives"):
                start = comma + 1
        elif is_opener and place >= date.end:
            end = place
            break
        place += len(word)
    return Span(start, max(start, end))


@dataclass(frozen=True, slots=True)
class Cast:
    """Who takes part and where."""

    participants: tuple[str, ...]
    place: str | None


def find_cast(text: str, mentions: Sequence[Mention]) -> Cast:
    """The persons, organizations and countries among the mentions of one clause, and the place behind "in" or "at"."""
    participants: list[str] = []
    place: str | None = None
    previous: Mention | None = None
    for mention in mentions:
        if mention.type == "Place" and _is_location(text, mention, previous):
            place = place or mention.entity
            previous = mention
        elif takes_part(text, mention):
            participants.append(mention.entity)
    return Cast(tuple(e for e in dict.fromkeys(participants) if e != place), place)


def takes_part(text: str, mention: Mention) -> bool:
    """Whether a name can be that of one who acts: a person, an organization or a country."""
    return mention.type in ("Person", "Organization") or bool(find_country(mention.span.of(text)))


_GOING = frozenset(
    {"travel", "travels", "traveled", "travelled", "trip", "trips", "visit", "fly", "flew", "went", "arrive", "return"}
)
"""Words after which "to" leads to a place."""


def _is_location(text: str, mention: Mention, previous: Mention | None) -> bool:
    """Whether "in", "at" or "near" leads to the place, or another location that stands right before it."""
    before = text[max(0, mention.span.start - 60) : mention.span.start].split()
    if before and before[-1].lower() == "the":
        before.pop()
    if previous and text[previous.span.end : mention.span.start].strip() in (",", "and", ", and"):
        return True
    if not before or (len(before) > 1 and before[-2].endswith(")")):
        # "Organization for Security and Cooperation (OSCE) in Europe": part of a name.
        return False
    return before[-1].lower() in ("in", "at", "near") or (
        before[-1].lower() == "to" and any(word.lower() in _GOING for word in before[-5:-1])
    )
