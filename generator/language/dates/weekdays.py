"""What the words beside a weekday say of its week, where the tense alone would give another one."""

import datetime
import re
from collections.abc import Iterator, Sequence

from generator.language.dates.expression import ONE_DAY, Expression, Value
from generator.language.dates.nearness import Found
from generator.text.edtf import Days

BESIDE = "the day named beside it"
LOCAL = "the weekday of another time zone"
STRADDLES = "days that begin before the publication date and may end behind it"
_APPOSED = re.compile(r",? ?\(?(?:an? )?")
"""Between a near day and the weekday that it is: "tomorrow, a Tuesday", "yesterday (Friday"."""
_RANGE = re.compile(r" ?(?:through|thru|until|till|to|–|—|-) ?")
"""Between two weekdays from one of which to the other something lasts."""
_LOCAL = re.compile(r"[^.\n]{0,25}\blocal time\b")
"""Behind a weekday that is told as it was there."""


def settle_weekdays(text: str, found: Sequence[Found], anchor: Days | None) -> Iterator[Found]:
    """The same dates in order; a weekday as the words beside it say, open where they make it doubtful."""
    before: Found | None = None
    for one in found:
        if _is_bare(one.expression):
            one = one._replace(value=_settle(text, before, one, anchor))
        yield one
        before = one


def _settle(text: str, before: Found | None, one: Found, anchor: Days | None) -> Value:
    """The value of a bare weekday behind another date of the text, if any."""
    beside = text[before.expression.span.end : one.expression.span.start] if before else ""
    if before and before.expression.kind == "near day" and _APPOSED.fullmatch(beside):
        return before.value._replace(rule=BESIDE) if _is_on(before.value, one.expression) else one.value
    if not one.value.edtf or anchor is None:
        return one.value
    day = datetime.date.fromisoformat(one.value.edtf)
    if day + 7 * ONE_DAY == anchor[0] + ONE_DAY and _LOCAL.match(text, one.expression.span.end):
        return Value(None, LOCAL, "open")
    return _unless_straddling(before, beside, day) or one.value


def _unless_straddling(before: Found | None, beside: str, day: datetime.date) -> Value | None:
    """Open, where the end of a few days was reckoned to lie before their start; else None."""
    if before is None or not before.value.edtf or not _is_bare(before.expression):
        return None
    is_early = _RANGE.fullmatch(beside) is not None and day < datetime.date.fromisoformat(before.value.edtf)
    return Value(None, STRADDLES, "open") if is_early else None


def _is_bare(expression: Expression) -> bool:
    """Whether an expression is a weekday and no more."""
    return expression.kind == "weekday" and not (expression.shift or expression.until)


def _is_on(value: Value, expression: Expression) -> bool:
    """Whether a value is a day of the weekday of an expression."""
    return bool(value.edtf) and datetime.date.fromisoformat(value.edtf or "").weekday() == expression.weekday
