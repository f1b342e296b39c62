"""Which part of a sentence a date belongs to, and who and where is named in that part."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.language.dates.expression import Verbs
from generator.language.en.speech.claims import find_content
from generator.language.en.speech.speakers import Speech
from generator.language.en.speech.words import group
from generator.language.frames import Context
from generator.language.world.places import find_country
from generator.model import Mention, Span
from generator.text.edtf import bounds
from generator.text.rules import Chain, Rule
from generator.text.spans import Spans
from generator.text.wordlists import load_set


@dataclass(frozen=True, slots=True)
class Contents:
    """The parts of a frame that tell what somebody is said to have said."""

    claimed: tuple[Span, ...]
    quoted: tuple[Span, ...]
    """In order, not overlapping."""

    def around(self, date: Span) -> Span | None:
        """The part that holds a date."""
        quoted = Spans(self.quoted).at(date.start)
        claimed = next((content for content in self.claimed if content.holds(date)), None)
        return claimed or (quoted if quoted and quoted.holds(date) else None)


def find_contents(context: Context, speech: Speech) -> Contents:
    """The claimed and the quoted parts of one frame."""
    voices = [v for v in speech.voices if not v.statement.is_participle]
    # The first and the last verbs say what the sentence is about; those between lie in what is said.
    voices = voices[:4] + voices[4:][-1:]
    claimed = [find_content(context, speech.frame, voice.statement) for voice in voices]
    quoted = [token.span for token in speech.frame.units if token.kind == "quotation"]
    is_said = bool(voices) or speech.frame.stands_alone
    return Contents(tuple(span for span in claimed if span), tuple(quoted if is_said else ()))


def dates_saying(speech: Speech, verbs: Verbs, date: Span) -> bool:
    """Whether no other verb stands between a date and the nearest reporting verb: "said on Thursday"."""
    before, after = cues_around(speech, date)
    if before and not verbs.is_any_in(Span(before.end, date.start)):
        return True
    return after is not None and not verbs.is_any_in(Span(date.end, after.start))


def cues_around(speech: Speech, date: Span) -> tuple[Span | None, Span | None]:
    """The reporting verbs before and behind a date."""
    cues = [voice.statement.cue for voice in speech.voices]
    at = bisect_left(cues, date)
    return cues[at - 1] if at else None, cues[at] if at < len(cues) else None


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


_NAME = re.compile(r"[A-Z]\w+")
_REACH = 60
"""Characters before a place that are looked at."""


class _Place(NamedTuple):
    """Where a place is named."""

    before: Sequence[str]
    """The words before it, in lower case, without an article right before it."""
    gap: str | None
    """What stands between it and the location before it; None where there was none."""


_IsLocation = Callable[[_Place], bool | None]
"""Whether something happens at a place; None where the rule does not say."""


def _is_listed(place: _Place) -> bool | None:
    return True if place.gap in (",", "and", ", and") else None


def _is_of_name(place: _Place) -> bool | None:
    is_behind_bracket = len(place.before) > 1 and place.before[-2].endswith(")")
    return False if not place.before or is_behind_bracket else None


def _is_behind_in(place: _Place) -> bool | None:
    return True if place.before and place.before[-1] in ("in", "at", "near") else None


def _is_behind_to(place: _Place) -> bool | None:
    is_reached = place.before[-1:] == ["to"] and not _GOING.isdisjoint(place.before[-5:-1])
    return True if is_reached else None


def _look_before(text: str, place: Span, previous: Span | None) -> _Place:
    words = text[max(0, place.start - _REACH) : place.start].lower().split()
    if words[-1:] == ["the"]:
        words.pop()
    return _Place(words, text[previous.end : place.start].strip() if previous else None)


def _try_rule(rule: Rule[_IsLocation], text: str) -> Iterator[Span]:
    previous: Span | None = None
    for match in _NAME.finditer(text):
        span = Span(*match.span())
        if rule.find(_look_before(text, span, previous)) is not None:
            yield span
        previous = span


LOCATIONS: Chain[_IsLocation] = Chain(
    "locations",
    (
        Rule(
            "beside another location",
            _is_listed,
            yes=("in Lima and |Cork|", "in Lima, |Peru|"),
            no=("from Lima to Cork", "between the sea and Cork"),
        ),
        Rule(
            "part of a name",
            _is_of_name,
            yes=("the council for safety (cfs) in |Europe|", "|Cork| voted."),
            no=("the council in Europe",),
            reason="Behind an acronym in brackets a name goes on; nothing leads to the first word of a text.",
        ),
        Rule(
            "behind in, at or near",
            _is_behind_in,
            yes=("the meeting in |Cork|", "the talks at the |Hague|"),
            no=("the mayor of Cork", "the road to Cork"),
        ),
        Rule(
            "behind to, where somebody goes",
            _is_behind_to,
            yes=("She will travel again to |Cork|.",),
            no=("a threat to Cork", "the road to Cork"),
        ),
    ),
    _try_rule,
)
"""Whether a place is where something happens: the first rule that says."""


def _is_location(text: str, mention: Mention, previous: Mention | None) -> bool:
    """Whether words lead to the place as to where something happens, or to another that stands right before it."""
    place = _look_before(text, mention.span, previous.span if previous else None)
    return next((said for rule in LOCATIONS if (said := rule.find(place)) is not None), False)


def is_ahead(value: str | None, published: str | None) -> bool:
    """Whether a date lies wholly after the day of publication."""
    days, written = bounds(value or ""), bounds(published or "")
    return bool(days and written and days[0] > written[1])


def is_over(value: str | None, published: str | None) -> bool:
    """Whether a date lies wholly before the day of publication: what was only possible then is told of no more."""
    days, written = bounds(value or ""), bounds(published or "")
    return bool(days and written and days[1] < written[0])
