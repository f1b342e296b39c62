"""Date expressions of the body with the days they mean, never a day that the text does not settle."""

from collections.abc import Iterator, Mapping, Sequence

from generator.language.dates.expression import Dating, Expression, Tense, Value, Verbs
from generator.language.dates.nearness import Found, count_from_told
from generator.language.dates.values import resolve
from generator.language.wording import find_date_line
from generator.model import DateMention, Document, Span
from generator.text.edtf import Days, bounds
from generator.text.quotes import find_passages
from generator.text.spans import Spans

OTHER_YEAR = "the text states this month of another year"
OWN_LINE = "as stated: the day of publication"
IN_SPEECH = "in a quotation, whose day is not stated"


def find_dates(
    document: Document, sentences: Sequence[Span], published: str | None, dating: Dating
) -> tuple[DateMention, ...]:
    """All date expressions of the body sentences, in order.

    `published` is the EDTF of the publication date, perhaps only to the month, or None. A date without a year, a
    weekday, or "next week" is reckoned from it; without it such an expression stays open.
    """
    anchor = bounds(published) if published else None
    quoted: Spans[Span] | None = None
    found: list[Found] = []
    for number, sentence in enumerate(sentences):
        expressions = dating.find_expressions(document.text, sentence)
        if not expressions:
            continue
        if quoted is None:
            quoted = _quoted(document)
        verbs = dating.read_verbs(document.text, sentence)
        found += [Found(e, _value(e, anchor, verbs, quoted), number) for e in expressions]
    told = _stated_months(found)
    found = [f._replace(value=_unless_told(f.expression, f.value, told)) for f in found]
    settled = [(f.expression.span, f.value) for f in count_from_told(found)]
    dates = [DateMention(span, value.edtf, value.rule, value.status) for span, value in settled]
    return tuple(sorted([*_own_lines(document, sentences, published), *dates], key=lambda date: date.span))


def _own_lines(document: Document, sentences: Sequence[Span], published: str | None) -> Iterator[DateMention]:
    """The dates of lines above the text that say when it was published, where they say what is known of that day."""
    first = sentences[0].start if sentences else len(document.text)
    for block in document.blocks:
        if block.kind != "dateline" or block.span.start > first:
            continue
        line = find_date_line(block.span.of(document.text))
        if line and line.value == (published or "")[:10]:
            span = Span(block.span.start + line.start, block.span.start + line.end)
            yield DateMention(span, line.value, OWN_LINE, "stated")


def _stated_months(found: Sequence[Found]) -> Mapping[int, frozenset[int]]:
    """The years that the text states for a month, by month."""
    years: dict[int, set[int]] = {}
    for expression, value, _ in found:
        if expression.year and expression.month and value.status == "stated":
            years.setdefault(expression.month, set()).add(expression.year)
    return {month: frozenset(told) for month, told in years.items()}


def _unless_told(expression: Expression, value: Value, told: Mapping[int, frozenset[int]]) -> Value:
    """The value, left open where it was reckoned to a year and the text states that month of other years only."""
    years = told.get(expression.month or 0)
    is_reckoned = value.status == "resolved" and not expression.year and not expression.shift
    if years and is_reckoned and int((value.edtf or "0")[:4]) not in years:
        return Value(None, OTHER_YEAR, "open")
    return value


def _value(expression: Expression, anchor: Days | None, verbs: Verbs, quoted: Spans[Span]) -> Value:
    """What the expression means; "today" in somebody's words counts from the day of speaking, which may be another."""
    if expression.kind in ("near day", "nowadays") and anchor and _is_inside(expression.span, quoted):
        return Value(None, IN_SPEECH, "open")
    return resolve(expression, anchor, _tense(expression, verbs, quoted))


def _tense(expression: Expression, verbs: Verbs, quoted: Spans[Span]) -> Tense:
    """The tense that counts for an expression: of words in quotation marks their own, not of who says them."""
    passage = quoted.at(expression.span.start) if expression.kind == "weekday" else None
    if passage and passage.holds(expression.span) and not verbs.is_any_in(passage):
        return "unknown"
    tense = verbs.tense_at(expression.span)
    if expression.kind == "day" and tense == "past" and verbs.is_aimed_at(expression.span):
        # The year only: "agreed on Thursday" and "agreed to meet on Thursday" are written alike.
        return "unknown"
    if expression.kind == "near day" and tense == "unknown" and not verbs.is_empty:
        # "Today" is the day of writing whether the flight "was delayed today" or "may be"; only "the club has 300
        # members today" tells of none.
        return "past"
    return tense


def _quoted(document: Document) -> Spans[Span]:
    """The quoted passages of the body."""
    paragraphs = [block.span for block in document.blocks if block.is_body]
    return Spans(passage.span for passage in find_passages(document.text, paragraphs)[0])


def _is_inside(span: Span, quoted: Spans[Span]) -> bool:
    """Whether a span lies in one of the passages."""
    passage = quoted.at(span.start)
    return passage is not None and passage.holds(span)
