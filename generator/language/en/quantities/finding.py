"""What the numbers of a text count or measure, rule by rule, and the quantities that come of it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.language.en.events.arguments.phrases import phrase_of
from generator.language.en.quantities.cases import Case, list_cases, read_cases
from generator.language.en.quantities.refusals import refuse
from generator.language.en.quantities.words import load_comparators, load_endings, load_units, words_of
from generator.language.en.speech.speakers import Hearing
from generator.language.frames import Context
from generator.model import Comparator, DateMention, LocalEvent, Quantity, Span
from generator.text.rules import Chain, Rule

_LONGEST = 4
"""Words of a unit or comparator."""
_DIGIT = re.compile(r"\d")
_PER = frozenset({"a", "an", "per", "each"})
_DISTANCES = frozenset({"km", "m", "miles", "nautical miles", "yards", "feet"})
"""Behind these "of the ..." says from where."""
_QUOTES = frozenset({'"', "“", "”"})
_PEOPLE = frozenset({"killed", "injured", "arrested", "people"})
"""Measures of which a number alone counts people."""


class Counted(NamedTuple):
    """What a number counts or measures."""

    first: int
    """The first word: of the number, or the sign before it."""
    last: int
    unit: str | None = None
    words: tuple[int, int] | None = None
    """First and last word of what is counted."""
    noun: int | None = None


class Told(NamedTuple):
    """What a happening counts."""

    span: Span
    measure: str | None
    event: int
    """Index of the happening."""


Find = Callable[[Case], Counted | None]


def _by_sign(case: Case) -> Counted | None:
    """Money behind its sign: "$3 million"."""
    sign = case.sign
    return _measured(case, case.trees.inside(Span(0, sign.start + 1)).stop - 1, case.last, sign.unit) if sign else None


def _by_currency(case: Case) -> Counted | None:
    """Money before its name: "300,000 euros", "20 Australian dollars"."""
    return _by_unit(case, load_units("money"))


def _by_measure(case: Case) -> Counted | None:
    """Per cent, lengths, areas, weights: "12%", "15 km of road"."""
    return _by_unit(case, load_units("measures"))


def _by_unit(case: Case, units: Mapping[tuple[str, ...], str]) -> Counted | None:
    for size in range(_LONGEST, 0, -1):
        words = tuple(case.behind(by) for by in range(1, size + 1))
        unit = units.get(words)
        at = case.last + size
        if unit and not (size == 1 and len(words[0]) == 1 and case.trees.word(at).isupper()):
            if unit == "km" and (case.word(at + 1), case.word(at + 2)) == ("/", "h"):
                unit, at = "km/h", at + 2
            return None if _is_attribute(case, at) else _measured(case, case.first, at, unit)
    return None


def _is_attribute(case: Case, unit: int) -> bool:
    """Whether what is measured names something: "the 400 m hurdles"; "a 12% rise" tells how much."""
    trees, end = case.trees, case.trees.tokens[unit].span.end
    is_tied = case.text[end : end + 1] in ("-", "\u2013")
    is_share = trees.lower(unit) in ("%", "percent", "cent") or trees.pos(unit) == "SYM"
    is_part = trees.relation(unit) in ("compound", "amod", "nmod") and trees.head(unit) == unit + 1
    return is_tied or (is_part and not is_share)


def _measured(case: Case, first: int, last: int, unit: str | None) -> Counted:
    """Of what it is so much: "of gold", "in aid"; "a barrel" is told with it."""
    trees = case.trees
    if case.word(last + 1) in _PER and trees.pos(last + 2) == "NOUN":
        return Counted(first, last + 2, unit)
    at = last + 2
    if case.word(last + 1) == "of" and case.word(at):
        while (
            trees.relation(at) in ("det", "amod", "compound", "nummod", "nmod:poss", "advmod") and trees.head(at) > at
        ):
            at = trees.head(at)
        words, end = phrase_of(trees, case.names, at, frozenset()), _end_of(case, at)
        is_distance = unit in _DISTANCES and (words[0] > last + 2 or trees.pos(at) == "PROPN")
        if trees.pos(at) in ("NOUN", "PROPN") and last + 1 < words[0] <= last + 3 and not is_distance:
            return Counted(first, end, unit, (words[0], end), at)
    return Counted(first, last, unit)


def _by_noun(case: Case) -> Counted | None:
    """What a number stands before: "126,000 confirmed cases of measles"."""
    noun = case.noun
    is_measured = any((case.behind(),) in load_units(section) for section in ("measures", "money"))
    if noun is None or is_measured:
        return None
    if case.number.value <= 1 or not case.is_plural(noun):
        return None
    mention = case.names.at(noun)
    if mention is not None and mention.type != "Organization" and not case.trees.word(noun).endswith("s"):
        return None
    last = _end_of(case, noun)
    return Counted(case.first, last, None, (case.last + 1, last), noun)


def _end_of(case: Case, noun: int) -> int:
    """The last word of what a noun names: with "of ...", without all that says where or which."""
    others = [word for word in case.trees.having(noun, "nmod", "acl") if word > noun and case.word(noun + 1) != "of"]
    words = phrase_of(case.trees, case.names, noun, frozenset(others))
    marks = (word for word in words if word > noun and case.trees.word(word) in (",", ":", "("))
    return _closed(case, noun, max(noun, min(marks, default=words[-1] + 1) - 1))


def _closed(case: Case, noun: int, last: int) -> int:
    """The last word with the closing mark of a quotation that opens behind the noun, or the one before it opens."""
    trees = case.trees
    quotes = [word for word in range(noun + 1, last + 1) if trees.word(word) in _QUOTES]
    if len(quotes) % 2 == 0:
        return last
    if case.word(last + 1) in _QUOTES:
        return last + 1
    before = (word for word in range(quotes[-1] - 1, noun, -1) if trees.pos(word) not in ("ADP", "DET"))
    return next(before, noun)


def _by_happening(case: Case) -> Counted | None:
    """A number alone that a happening counts: "nine were killed", "killing 12"."""
    return Counted(case.first, case.last) if set(case.measures) & _PEOPLE else None


def _try(rule: Rule[Find], text: str) -> Iterable[Span]:
    for case in read_cases(text):
        if refuse(case) is None and (counted := rule.find(case)):
            yield _span_of(case, counted)[0]


QUANTITIES: Chain[Find] = Chain(
    "quantities",
    (
        Rule(
            "money behind its sign",
            _by_sign,
            yes=(
                "It cost |$3 million|.",
                "It cost |about €40m| in all.",
                "She lent them |US$20bn|.",
                "It rose to |$55 a barrel|.",
                "The ring is worth |nearly CDN$11,000| now.",
                "They owe |MX$300| and |NT$5,000| to it.",
                "The fine was |RM5,000|, the fee |Rs. 2,000| and |Rs.500|.",
                "It is worth |USD 5m|, |at least EUR 3bn| with debts.",
                "The grant was |over Rs 3.5 cr| in all.",
                "The lot went for |R20 million| then.",
            ),
            no=(
                "It cost 3 million.",
                "It cost 40 euros.",
                "It is a $3-a-day tax.",
                "The R20 is closed.",
                "He ran 5m.",
                "The ARM 5 chips failed.",
            ),
        ),
        Rule(
            "money before its name",
            _by_currency,
            yes=("It cost |300,000 euros|.", "It cost |20 Australian dollars|.", "They pay |5 crore rupees of tax|."),
            no=("It cost 300,000 hens.", "Dollars cost 12 hens."),
        ),
        Rule(
            "measure",
            _by_measure,
            yes=(
                "It grew by |12%|.",
                "Some won |62 per cent of the vote|.",
                "They built |at least 15 km of road|.",
                "It burned |2,500 square miles|.",
                "The storm was within |100 miles| of the town.",
                "It ran at |100 km/h|.",
            ),
            no=(
                "The 100-metre race was long.",
                "She won the 400 m hurdles.",
                "They built 12 roads.",
                "It took 12 hours.",
            ),
        ),
        Rule(
            "count",
            _by_noun,
            yes=(
                "Peru had |at least 126,000 confirmed cases of measles|.",
                "Police arrested |twenty-five men|.",
                "|Some 20 to 30 people| died.",
                "|Nearly 2,000 houses| burned down.",
                "She wrote |two books|: Old Roads and Far Roads.",
                'The shop has |400 copies of "Old Roads"| left.',
                'The flood took |nearly "4,000 tents"| there.',
                'He had "|nearly 4,000 tents|" there.',
            ),
            no=(
                "The two leaders met.",
                "The 2012 elections were held.",
                "She gave one reason.",
                "The bloc of 27 met.",
                "He lives at 10 Mill Street.",
            ),
        ),
    ),
    _try,
)
"""What a number counts is told by the first that finds something."""


def find_quantities(
    hearing: Hearing, dates: Sequence[DateMention], events: Sequence[LocalEvent]
) -> tuple[Quantity, ...]:
    """The quantities of the body, in order."""
    context, days = hearing.context, [date.span for date in dates]
    parts = _told_by(events)
    found: list[Quantity] = []
    for index, sentence in _with_numbers(context):
        told = parts.get(index, [])
        counted = [(one.span, one.measure or "") for one in told]
        for case in list_cases(context.trees, context.mentions.things, days, sentence, counted):
            quantity = _find(case, index, sentence, told)
            if quantity and (not found or found[-1].span.end <= quantity.span.start):
                found.append(quantity)
    return tuple(found)


def _told_by(events: Sequence[LocalEvent]) -> dict[int, list[Told]]:
    """What happenings count, by sentence; of "nine were killed in the attack" the attack before the deaths."""
    parts: dict[int, list[Told]] = {}
    for at, event in sorted(enumerate(events), key=lambda pair: pair[1].kind == "death"):
        for one in event.arguments:
            if one.role == "quantity":
                parts.setdefault(event.sentence, []).append(Told(one.span, one.measure, at))
    return parts


def _with_numbers(context: Context) -> Iterator[tuple[int, Span]]:
    """The sentences with a number, by the parse or in digits, in order; the others are not looked through."""
    trees = context.trees
    places = [one.span.start for one in trees.tokens if one.pos == "NUM" or _DIGIT.search(trees.text, *one.span)]
    indexes = dict.fromkeys(context.sentences.index_at(place) for place in places)
    return ((index, context.sentences[index]) for index in indexes if index is not None)


def _find(case: Case, index: int, sentence: Span, told: Sequence[Told]) -> Quantity | None:
    if refuse(case) is not None:
        return None
    readings = ((rule, rule.find(case)) for rule in QUANTITIES)
    rule, counted = next(((rule, found) for rule, found in readings if found), (None, _by_happening(case)))
    if counted is None:
        return None
    trees = case.trees
    span, comparator = _span_of(case, counted)
    part = next((one for one in told if one.span.overlaps(case.number.span)), None)
    return (
        None
        if not sentence.holds(span)
        else Quantity(
            sentence=index,
            span=span,
            number=case.number.span,
            value=case.number.value,
            until=case.number.until,
            unit=counted.unit,
            counted=trees.span_of(counted.words) if counted.words else None,
            noun=trees.tokens[counted.noun].span if counted.noun is not None else None,
            comparator=comparator,
            event=part.event if part else None,
            measure=part.measure if part else None,
            rule=rule.name if rule else "told by a happening",
        )
    )


def _span_of(case: Case, counted: Counted) -> tuple[Span, Comparator | None]:
    """All words of a quantity, with its comparator before or behind."""
    first, last = counted.first, counted.last
    size, comparator = _compared_before(case, first, last)
    last += int(case.word(first - 1) in _QUOTES and size > 1 and case.word(last + 1) in _QUOTES)
    if comparator is None:
        endings = {at: load_endings().get((case.word(at + 1), case.word(at + 2))) for at in (case.last, last)}
        comparator = next(filter(None, endings.values()), None)
        last = max([last, *(at + 2 for at, found in endings.items() if found)])
        size = int(case.word(first - 1) == "another")
    first -= size
    if case.number.until is not None and case.word(first - 1) == "between":
        first -= 1
    return case.trees.span_of((first, last)), comparator


def _compared_before(case: Case, first: int, last: int) -> tuple[int, Comparator | None]:
    """How many words before a number compare, and how; also before a quotation: `nearly "4,000 tents"`."""
    quoted = int(case.word(first - 1) in _QUOTES and case.word(last + 1) in _QUOTES)
    for size in range(_LONGEST, 0, -1):
        start = first - quoted - size
        words = tuple(case.word(at) for at in range(start, first - quoted))
        found = load_comparators().get(words)
        if found and _compares(case, start, words):
            return size + quoted, found
    return 0, None


def _compares(case: Case, first: int, words: Sequence[str]) -> bool:
    """Whether "over" or "about" belongs to the number, by the parse."""
    if len(words) > 1 or words[0] not in words_of("unsure"):
        return True
    return case.trees.pos(first) == "ADV" or case.trees.relation(first) == "advmod"
