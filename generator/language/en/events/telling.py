"""Happenings with the day that the text gives them, who takes part and where; told sentence by sentence.

A date alone is no event: its clause must name a happening, or somebody who does something. The day on which somebody
spoke makes an event of that speaker only.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from generator.language.dates.expression import Dating, Tense, Verbs
from generator.language.dates.finding import find_dates
from generator.language.en.dates.chain import find_expressions
from generator.language.en.dates.tense import read_verbs
from generator.language.en.events.clauses import (
    Cast,
    Contents,
    cues_around,
    dates_saying,
    find_cast,
    find_contents,
    is_ahead,
    is_over,
    split_by_dates,
    takes_part,
)
from generator.language.en.events.happenings import Happening, Happenings, find_nouns, names_those_who_meet
from generator.language.en.names.chain import find_english_names
from generator.language.en.pages.leads import find_lead
from generator.language.en.speech.speakers import Hearing, Speech, listen
from generator.language.frames import Context, read_context
from generator.language.sentences import split_block
from generator.language.trees import read_trees
from generator.model import (
    TOLD,
    UNTOLD,
    Block,
    DateMention,
    Document,
    EventStatus,
    LocalEntity,
    LocalEvent,
    Mention,
    Span,
    Standing,
)
from generator.text.rules import Chain, Rule
from generator.text.spans import Spans

_AGAIN = re.compile(r"[^.;()]{0,12}\([^()]{0,12}")
"""What stands between a date and the same in other words, in brackets."""
NEAR = 80
"""Characters from a happening within which its place or participants stand, where no date holds them together."""


@dataclass(frozen=True)
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

    @cached_property
    def _mentions(self) -> Spans[Mention]:
        return Spans(self.mentions)

    @cached_property
    def _dates(self) -> Spans[tuple[int, Span]]:
        return Spans(enumerate(date.span for date in self.dates), lambda pair: pair[1])

    def mentions_in(self, span: Span) -> list[Mention]:
        """The mentions that begin in a span."""
        return [m for m in self._mentions.starting_in(span) if not self.is_in_role(m.span)]

    def is_in_role(self, span: Span) -> bool:
        """Whether a name is part of somebody's title: the US of "US Secretary of State" takes part in nothing."""
        ends = self.context.role_ends
        at = bisect_left(ends, span.end)
        return at < len(ends) and self.context.roles[ends[at]].start <= span.start

    def dates_in(self, span: Span) -> list[int]:
        """The indexes of the dates that begin in a span."""
        return [at for at, _ in self._dates.starting_in(span)]

    def told_in(self, span: Span) -> list[int]:
        """The dates in a span without that of the head of a dispatch: "GENEVA, January 7, 2022 (Xinhua) --"."""
        found = self.dates_in(span)
        date = self.dates[found[0]] if found else None
        if date is None or date.value is None or date.value != (self.published or "")[:10]:
            return found
        lead = find_lead(self.text, self.context.sentences[self.sentence_at(date.span.start)].start)
        return found[1:] if lead and lead.date and lead.date.overlaps(date.span) else found

    def cast_in(self, part: Span, date: Span) -> Cast:
        """Who takes part and where, in what belongs to a date."""
        doer = self.happenings.doer_behind(date) if self.happenings else None
        named = {*self.mentions_in(part), *(self.mentions_in(doer) if doer else ())}
        return find_cast(self.text, [m for m in sorted(named, key=lambda m: m.span) if not m.span.overlaps(date)])

    def happening_of(self, clue: "_Clue") -> Happening | None:
        """The happening that the words of a clue date or name."""
        if self.happenings is None:
            return None
        return self.happenings.of_noun(clue.words) if clue.date is None else self.happenings.of_date(clue.words)

    def verbs_of(self, sentence: int) -> Verbs:
        """The verbs of a sentence."""
        return read_verbs(self.text, self.context.sentences[sentence])

    def tense_of(self, clue: "_Clue") -> Tense:
        """The tense of the clause around the words of a clue."""
        return self.verbs_of(clue.sentence).tense_at(clue.words)

    def sentence_at(self, place: int) -> int:
        """The index of the sentence in which a place of the text lies."""
        return bisect_right(self.context.sentences, place, key=lambda s: s.start) - 1


class _Clue(NamedTuple):
    """Words that may tell of an event: a date, or a noun that names a happening."""

    words: Span
    sentence: int
    speech: Speech
    date: int | None
    """The index of the date; None of a noun."""
    part: Span | None
    """What belongs to the words; None of a date that dates who spoke."""


_FindEvent = Callable[[_Scene, _Clue], LocalEvent | None]


def _of_speaking(scene: _Scene, clue: _Clue) -> LocalEvent | None:
    if clue.part is not None:
        return None
    speakers = tuple(dict.fromkeys(voice.entity for voice in clue.speech.voices if voice.entity))
    return LocalEvent(clue.sentence, clue.date, speakers[:1])


def _of_actors(scene: _Scene, clue: _Clue) -> LocalEvent | None:
    if clue.date is None or clue.part is None or scene.tense_of(clue) == "unknown":
        return None
    cast = scene.cast_in(clue.part, clue.words)
    return _at_date(scene, clue, cast) if cast.participants else None


def _of_happening(scene: _Scene, clue: _Clue) -> LocalEvent | None:
    if clue.date is None or clue.part is None:
        return None
    nouns = find_nouns(scene.text, clue.part)
    if not nouns or _is_untold(scene, nouns):
        return None
    return _at_date(scene, clue, scene.cast_in(clue.part, clue.words))


def _at_date(scene: _Scene, clue: _Clue, cast: Cast) -> LocalEvent:
    """The event of a date: announced where the tense or the date itself looks ahead."""
    date = scene.dates[clue.date or 0].value
    looks_ahead = scene.tense_of(clue) == "future" or is_ahead(date, scene.published)
    status: EventStatus = "announced" if looks_ahead else "reported"
    return LocalEvent(clue.sentence, clue.date, cast.participants, cast.place, status)


def _with_place(scene: _Scene, clue: _Clue) -> LocalEvent | None:
    if clue.date is not None or clue.part is None:
        return None
    behind = find_cast(scene.text, scene.mentions_in(Span(clue.words.end, clue.part.end)))
    return _at_noun(scene, clue, clue.part) if behind.place is not None else None


def _among_several(scene: _Scene, clue: _Clue) -> LocalEvent | None:
    if clue.date is not None or clue.part is None or not names_those_who_meet(scene.text, clue.words):
        return None
    event = _at_noun(scene, clue, clue.part)
    return event if len(event.participants) > 1 else None


def _at_noun(scene: _Scene, clue: _Clue, near: Span) -> LocalEvent:
    """The event of a noun, with whom and where it stands."""
    cast = find_cast(scene.text, scene.mentions_in(near))
    status: EventStatus = "announced" if scene.tense_of(clue) == "future" else "reported"
    return LocalEvent(clue.sentence, None, cast.participants, cast.place, status)


def _try_rule(rule: Rule[_FindEvent], text: str) -> Iterator[Span]:
    """The dates and nouns of an English text, without a day of publication, of which a rule makes events."""
    whole = Span(0, len(text))
    document = Document("", "", "", text, (Block("paragraph", whole),))
    names = find_english_names(text, [whole])
    mentions = [Mention(name.span, name.type, name.span.of(text)) for name in names]
    entities = [LocalEntity(mention.entity, mention.type, mention.entity) for mention in mentions]
    sentences = tuple(split_block(text, whole, "en"))
    hearing = listen(read_context(document, sentences, entities, mentions, read_trees(text, [whole])))
    dates = find_dates(document, sentences, None, Dating(find_expressions, read_verbs))
    scene = _stage(hearing, dates, None, has_parse=True)
    clues = (clue for speech in hearing.speeches for clue in _find_clues(scene, speech))
    return (clue.words for clue in clues if rule.find(scene, clue))


EVENTS: Chain[_FindEvent] = Chain(
    "events",
    (
        Rule(
            "the day of speaking",
            _of_speaking,
            yes=(
                "Jane Roe said on |Thursday| that the dam was safe.",
                "On |Thursday|, Jane Roe said that the dam was safe.",
            ),
            no=(
                "Jane Roe met Max Poe on Thursday.",
                "Jane Roe said that the dam broke on Thursday.",
                "The Wexby Club, founded in 1923, demanded that the council pay.",
                "Had the storm come in March, Jane Roe said, the dam would have broken.",
                "We met Jane Roe in January, and she told us that the dam was safe.",
            ),
            reason="A date that hangs on another verb before the reporting verb is that verb's.",
        ),
        Rule(
            "somebody acts in the clause of a date",
            _of_actors,
            yes=("Jane Roe met Max Poe on |Thursday|.", "Jane Roe, who retired in |2019|, said that the dam was safe."),
            no=("Rents have been low since 2014.", "The meeting in Cork was long."),
        ),
        Rule(
            "a happening in the clause of a date",
            _of_happening,
            yes=("The meeting is on |Thursday|.",),
            no=("Rents have been low since 2014.", "The meeting in Cork was long."),
        ),
        Rule(
            "a happening with a place behind it",
            _with_place,
            yes=("After the |meeting| in Brussels, it rained.",),
            no=("The meeting was long.", "They met in Brussels."),
        ),
        Rule(
            "a happening of several",
            _among_several,
            yes=("The |meeting| between France and Spain was long.",),
            no=("The meeting of France was long.", "The meeting was long."),
        ),
    ),
    _try_rule,
)
"""What makes an event of a date or of a noun: the first rule that does."""


def find_events(
    hearing: Hearing, dates: Sequence[DateMention], published: str | None, *, has_parse: bool = True
) -> tuple[LocalEvent, ...]:
    """The events that the body tells of, in order: at most one for each date, and few without a date."""
    scene = _stage(hearing, dates, published, has_parse=has_parse)
    found: list[LocalEvent] = []
    for speech in hearing.speeches:
        for clue in _find_clues(scene, speech):
            event = _tell(scene, clue)
            found += [event] if event else []
            if event and clue.date is None:
                # Of a frame without a date one happening is told.
                break
    return tuple(found)


def _stage(hearing: Hearing, dates: Sequence[DateMention], published: str | None, *, has_parse: bool) -> _Scene:
    context = hearing.context
    happenings = Happenings(context.document, context.mentions) if has_parse else None
    return _Scene(context, context.mentions, dates, published, happenings)


def _tell(scene: _Scene, clue: _Clue) -> LocalEvent | None:
    """The event of a clue, as its sentence tells it; None where no rule makes one, or where it is not to be told."""
    for rule in EVENTS:
        if event := rule.find(scene, clue):
            event = replace(event, rule=rule.name)
            return event if clue.part is None else _told(scene, event, scene.happening_of(clue), clue.words)
    return None


def _find_clues(scene: _Scene, speech: Speech) -> Iterator[_Clue]:
    """The dates of a frame; of one without dates the nouns that name a happening."""
    indexes = scene.told_in(speech.frame.span)
    return _dated(scene, speech, indexes) if indexes else _undated(scene, speech)


def _dated(scene: _Scene, speech: Speech, indexes: list[int]) -> Iterator[_Clue]:
    """The dates of one frame, each with the part of its sentence that belongs to it."""
    by_sentence: dict[int, list[int]] = {}
    for index in _told_once(scene, indexes):
        by_sentence.setdefault(scene.sentence_at(scene.dates[index].span.start), []).append(index)
    contents = find_contents(scene.context, speech)
    for sentence, inside in by_sentence.items():
        verbs = scene.verbs_of(sentence)
        for region, dated in _by_region(scene, speech, contents, sentence, verbs, inside).items():
            spans = [scene.dates[index].span for index in dated]
            parts = split_by_dates(scene.text, region, spans) if region else [None] * len(dated)
            for index, date, part in zip(dated, spans, parts, strict=True):
                yield _Clue(date, sentence, speech, index, part)


def _undated(scene: _Scene, speech: Speech) -> Iterator[_Clue]:
    """The nouns of a frame that name a happening, each with what stands near it; none of what is quoted."""
    quoted = [token.span for token in speech.frame.units if token.kind == "quotation"]
    for noun in find_nouns(scene.text, speech.frame.span):
        if not any(quotation.overlaps(noun) for quotation in quoted):
            sentence = scene.sentence_at(noun.start)
            around = scene.context.sentences[sentence]
            near = Span(max(around.start, noun.start - NEAR), min(around.end, noun.end + NEAR))
            yield _Clue(noun, sentence, speech, None, near)


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
        elif dates_saying(speech, verbs, date):
            region = _before_saying(scene, speech, date, whole)
        else:
            region = whole
        regions.setdefault(region, []).append(index)
    return regions


def _before_saying(scene: _Scene, speech: Speech, date: Span, sentence: Span) -> Span | None:
    """What belongs to a date before a reporting verb that hangs on another verb: "founded in 1923, demanded"."""
    before, after = cues_around(speech, date)
    is_apart = after is not None and scene.happenings is not None and scene.happenings.hangs_before(date, after)
    return Span(sentence.start, after.start) if after and is_apart and not before else None


def _is_untold(scene: _Scene, nouns: Sequence[Span]) -> bool:
    """Whether the only happening that a clause without actors names is denied: "was kept from holding a rally"."""
    happening = scene.happenings.of_noun(nouns[0]) if scene.happenings and len(nouns) == 1 else None
    return happening is not None and happening.standing in UNTOLD


def _told(scene: _Scene, event: LocalEvent, happening: Happening | None, words: Span) -> LocalEvent | None:
    """The event with how it is told; None where it is denied, only asked about, or would have been."""
    standing: Standing = "asserted"
    if happening is not None:
        standing = happening.standing
    elif scene.happenings is not None:
        standing = scene.happenings.standing_at(words)
    date = scene.dates[event.date].value if event.date is not None else None
    if standing in UNTOLD or (standing not in TOLD and is_over(date, scene.published)):
        return None
    status = event.status if standing in ("asserted", "reported") else "announced"
    return _named(scene, replace(event, standing=standing, status=status), happening)


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
        rule=f"{event.rule}: {happening.rule}" if happening.rule else event.rule,
    )
