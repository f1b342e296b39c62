"""Days among which one is meant that the source does not say."""

import datetime

import pytest

from generator.language.dates.expression import Expression, Kind
from generator.language.dates.nearness import ago, is_within, near_day, near_month, week
from generator.model import Span

WRITTEN = datetime.date(2021, 5, 5)
NOWHERE = Span(0, 0)


@pytest.mark.parametrize("shift", ["last", "this", "next", "earlier this", "later this"])
@pytest.mark.parametrize("kind", ["week", "weekend"])
def test_every_rule_of_a_week_is_known(kind: Kind, shift: str) -> None:
    """However a rule for a week or weekend is worded, its days count as holding one unknown day."""
    expression = Expression(NOWHERE, kind, shift=shift)
    assert is_within(week(expression, WRITTEN, "past").rule)


def test_weeks_ago_and_exact_days() -> None:
    """Weeks counted back hold an unknown day; a day or a month counted back is what it says."""
    assert is_within(ago(Expression(NOWHERE, "ago", shift="week", count=2), WRITTEN, "past").rule)
    assert not is_within(ago(Expression(NOWHERE, "ago", shift="day", count=2), WRITTEN, "past").rule)
    assert not is_within(near_day(Expression(NOWHERE, "near day", shift="yesterday"), WRITTEN, "past").rule)
    assert not is_within(near_month(Expression(NOWHERE, "near month", shift="last"), WRITTEN, "past").rule)
