"""Happenings with the day that the text gives them, who takes part and where; told sentence by sentence.

A date alone is no event: its clause must name a happening, or somebody who does something. The day on which somebody
spoke makes an event of that speaker only.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.analysis.speech.quotations import Hearing
from generator.language.en.dates.tense import Verbs
from generator.language.en.events.clauses import Contents, find_cast, find_contents, split_by_dates, takes_part
from generator.language.en.events.happenings import Happening, Happenings
from generator.language.en.pages.leads import find_lead
from generator.language.en.speech.speakers import Speech
from generator.language.frames import Context
from generator.language.packs import is_english
from generator.model import TOLD, UNTOLD, DateMention, EventStatus, LocalEvent, Mention, Span, Standing
from generator.text.edtf import bounds
from generator.text.wordlists import load_set

_WORD = re.compile(r"[A-Za-z]+")
_AGAIN = re.compile(r"[^.;()]{0,12}\([^()]{0,12}")
"""What stands between a date and the same in other words, in brackets."""
_SHARED = re.compile(r"\s+(?:between|with|among|of)\b")
"""What follows "the meeting" where those who meet are named."""
NEAR = 80
"""Characters from a happening within which its place or participants stand, where no date holds them together."""


@dataclass(frozen=True, slots=True)
class _Scene:
    """What is needed of the whole document."""

    context: Context
    mentions: Sequence[Mention]
    dates: Sequence[DateMention]
    published: str | None
    happenings: Happenings | None
    """None where the text is in a language that has no parse."""

    @property
    def text(self) -> str:
        return self.context.document.text

    def mentions_in(self, span: Span) -> list[Mention]:
        """The mentions that begin in a span."""
        first = bisect_left(self.mentions, span.start, key=lambda m: m.span.start)
        last = bisect_left(self.mentions, span.end, key=lambda m: m.span.start)
        return [m for m in self.mentions[first:last] if not self.is_in_role(m.span)]

    def is_in_role(self, span: Span) -> bool:
        """Whether a name is part of somebody's title: the US of "US Secretary of State" takes part in nothing."""
        ends = self.context.role_ends
        at = bisect_left(ends, span.end)
        return at < len(ends) and self.context.roles[ends[at]].start <= span.start

    def dates_in(self, span: Span) -> list[int]:
        """The indexes of the dates that begin in a span."""
        first = bisect_left(self.dates, span.start, key=lambda d: d.span.start)
        return list(range(first, bisect_left(self.dates, span.end, key=lambda d: d.span.start)))

    def told_in(self, span: Span) -> list[int]:
        """The dates in a span without that of the head of a dispatch: "GENEVA, January 7, 2022 (Xinhua) --"."""
        found = self.dates_in(span)
        date = self.dates[found[0]] if found else None
        if date is None or date.value is None or date.value != (self.published or "")[:10]:
            return found
        lead = find_lead(self.text, self.context.sentences[self.sentence_at(date.span.start)].start)
        return found[1:] if lead and lead.date and lead.date.overlaps(date.span) else found

    def sentence_at(self, place: int) -> int:
        """The index of the sentence in which a place of the text lies."""
        return bisect_right(self.context.sentences, place, key=lambda s: s.start) - 1


def find_events(
    hearing: Hearing, dates: Sequence[DateMention], published: str | None, language: str = "en"
) -> tuple[LocalEvent, ...]:
    """The events that the body tells of, in order: at most one for each date, and few without a date."""
    context = hearing.context
    happenings = Happenings(context.document, context.mentions) if is_english(language) else None
    scene = _Scene(context, context.mentions, dates, published, happenings)
    found: list[LocalEvent] = []
    for speech in hearing.speeches:
        indexes = scene.told_in(speech.frame.span)
        found += _dated(scene, speech, indexes) if indexes else _undated(scene, speech)
    return tuple(found)


def _dated(scene: _Scene, speech: Speech, indexes: list[int]) -> Iterator[LocalEvent]:
    """The events of one frame with dates."""
    by_sentence: dict[int, list[int]] = {}
    for index in _told_once(scene, indexes):
        by_sentence.setdefault(scene.sentence_at(scene.dates[index].span.start), []).append(index)
    contents = find_contents(scene.context, speech)
    for sentence, inside in by_sentence.items():
        verbs = Verbs(scene.text, scene.context.sentences[sentence])
        for region, dated in _by_region(scene, speech, contents, sentence, verbs, inside).items():
            if region is None:
                yield from (_spoken(scene, speech, index) for index in dated)
                continue
            parts = split_by_dates(scene.text, region, [scene.dates[index].span for index in dated])
            for index, part in zip(dated, parts, strict=True):
                yield from _event(scene, index, part, sentence, verbs)


def _told_once(scene: _Scene, indexes: Sequence[int]) -> list[int]:
    """The dates without those in brackets that only say another again: "on Saturday (2024 Friday, UTC)"."""
    spans = [scene.dates[index].span for index in indexes]
    gaps = [Span(one.end, max(one.end, other.start)).of(scene.text) for one, other in pairwise(spans)]
    return [indexes[0], *(index for index, gap in zip(indexes[1:], gaps, strict=True) if not _AGAIN.fullmatch(gap))]


def _by_region(
    scene: _Scene, speech: Speech, contents: Contents, sentence: int, verbs: Verbs, indexes: list[int]
) -> dict[Span | None, list[int]]:
    """The dates of a sentence by what they belong to: the sentence, something said in it, or (None) the saying."""
    whole = scene.context.sentences[sentence]
    regions: dict[Span | None, list[int]] = {}
    for index in indexes:
        date = scene.dates[index].span
        region = contents.around(date)
        if region:
            # A quotation may run over several sentences.
            region = Span(max(region.start, whole.start), min(region.end, whole.end))
        is_of_saying = region is None and _dates_saying(speech, verbs, date)
        regions.setdefault(None if is_of_saying else region or whole, []).append(index)
    return regions


def _dates_saying(speech: Speech, verbs: Verbs, date: Span) -> bool:
    """Whether no other verb stands between a date and the nearest reporting verb: "said on Thursday"."""
    cues = [voice.statement.cue for voice in speech.voices]
    at = bisect_left(cues, date)
    before, after = cues[at - 1] if at else None, cues[at] if at < len(cues) else None
    if before and not verbs.is_any_in(Span(before.end, date.start)):
        return True
    return after is not None and not verbs.is_any_in(Span(date.end, after.start))


def _spoken(scene: _Scene, speech: Speech, index: int) -> LocalEvent:
    """The event that somebody spoke on a day."""
    speakers = tuple(dict.fromkeys(voice.entity for voice in speech.voices if voice.entity))
    sentence = scene.sentence_at(scene.dates[index].span.start)
    return LocalEvent(sentence, index, speakers[:1])


def _event(scene: _Scene, index: int, part: Span, sentence: int, verbs: Verbs) -> Iterator[LocalEvent]:
    """The event of one date, if its clause tells of one."""
    date = scene.dates[index]
    mentions = [m for m in scene.mentions_in(part) if not m.span.overlaps(date.span)]
    cast = find_cast(scene.text, mentions)
    tense = verbs.tense_at(date.span)
    acts = bool(cast.participants) and tense != "unknown"
    nouns = [] if acts else _happenings(scene.text, part)
    if not acts and (not nouns or _is_untold(scene, nouns)):
        return
    is_ahead = tense == "future" or _is_ahead(date.value, scene.published)
    event = LocalEvent(sentence, index, cast.participants, cast.place, "announced" if is_ahead else "reported")
    happening = scene.happenings.of_date(date.span) if scene.happenings else None
    yield from _told(scene, event, happening, date.span)


def _is_untold(scene: _Scene, nouns: Sequence[Span]) -> bool:
    """Whether the only happening that a clause without actors names is denied: "was kept from holding a rally"."""
    happening = scene.happenings.of_noun(nouns[0]) if scene.happenings and len(nouns) == 1 else None
    return happening is not None and happening.standing in UNTOLD


def _told(scene: _Scene, event: LocalEvent, happening: Happening | None, words: Span) -> Iterator[LocalEvent]:
    """The event with how it is told; none where it is denied, only asked about, or would have been."""
    standing: Standing = "asserted"
    if happening is not None:
        standing = happening.standing
    elif scene.happenings is not None:
        standing = scene.happenings.standing_at(words)
    date = scene.dates[event.date].value if event.date is not None else None
    if standing in UNTOLD or (standing not in TOLD and _is_over(date, scene.published)):
        return
    status = event.status if standing in ("asserted", "reported") else "announced"
    yield _named(scene, replace(event, standing=standing, status=status), happening)


def _named(scene: _Scene, event: LocalEvent, happening: Happening | None) -> LocalEvent:
    """The event with what the parse knows of it: its kind and words, whose it is, and whether it is called off."""
    if happening is None:
        return event
    named = [m for m in happening.hosts if not scene.is_in_role(m.span)]
    absent = {m.entity for m in scene.mentions_in(happening.absent)} if happening.absent else set()
    there = [who for who in event.participants if who not in absent]
    hosts = tuple(dict.fromkeys(m.entity for m in named if takes_part(scene.text, m)))
    return replace(
        event,
        kind=happening.kind,
        title=happening.title,
        hosts=hosts,
        participants=tuple(dict.fromkeys((*there, *(e for e in hosts if e != event.place)))),
        status=happening.end or event.status,
        ending=happening.ending,
    )


def _is_ahead(value: str | None, published: str | None) -> bool:
    """Whether a date lies wholly after the day of publication."""
    days, written = bounds(value or ""), bounds(published or "")
    return bool(days and written and days[0] > written[1])


def _is_over(value: str | None, published: str | None) -> bool:
    """Whether a date lies wholly before the day of publication: what was only possible then is told of no more."""
    days, written = bounds(value or ""), bounds(published or "")
    return bool(days and written and days[1] < written[0])


def _happenings(text: str, span: Span) -> list[Span]:
    """The nouns in a span that name a happening."""
    nouns = load_set("event_nouns.txt")
    found = []
    for match in _WORD.finditer(text, *span):
        word = match[0].lower()
        if word in nouns or (word.endswith("s") and word[:-1] in nouns):
            found.append(Span(*match.span()))
    return found


def _undated(scene: _Scene, speech: Speech) -> Iterator[LocalEvent]:
    """The event of a frame without a date, where a happening has a place or two participants close by."""
    quoted = [token.span for token in speech.frame.units if token.kind == "quotation"]
    for noun in _happenings(scene.text, speech.frame.span):
        if any(q.overlaps(noun) for q in quoted):
            continue
        sentence = scene.sentence_at(noun.start)
        around = scene.context.sentences[sentence]
        near = Span(max(around.start, noun.start - NEAR), min(around.end, noun.end + NEAR))
        cast = find_cast(scene.text, scene.mentions_in(near))
        has_place = find_cast(scene.text, scene.mentions_in(Span(noun.end, near.end))).place is not None
        is_shared = bool(_SHARED.match(scene.text, noun.end)) and len(cast.participants) > 1
        if not has_place and not is_shared:
            continue
        tense = Verbs(scene.text, around).tense_at(noun)
        status: EventStatus = "announced" if tense == "future" else "reported"
        event = LocalEvent(sentence, None, cast.participants, cast.place, status)
        happening = scene.happenings.of_noun(noun) if scene.happenings else None
        found = tuple(_told(scene, event, happening, noun))
        yield from found
        if found:
            return
