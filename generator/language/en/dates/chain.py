"""Date expressions as they stand in English text, before anything is known of the day they were written.

Each expression says what its words say and no more: "Thursday" has a weekday and no day. Ages, amounts, scores, "now"
and "recently" are no dates.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.language.dates.expression import Expression
from generator.language.en.dates.calendar import TRIGGER, Shape
from generator.language.en.dates.counted import COUNTED_RULES, YEAR_RULES
from generator.language.en.dates.days import DAY_RULES, MONTH_RULES
from generator.model import Span
from generator.text.rules import Chain, Rule


def find_by(rule: Rule[Shape], words: str) -> Iterator[Expression]:
    """What one shape finds in some words."""
    pattern, build, _ = rule.find
    return (found for match in pattern.finditer(words) if (found := build(match)) is not None)


def _try_rule(rule: Rule[Shape], text: str) -> Iterator[Span]:
    return (expression.span for expression in find_by(rule, text))


DATE_RULES: Chain[Shape] = Chain("dates", (*DAY_RULES, *MONTH_RULES, *COUNTED_RULES, *YEAR_RULES), _try_rule)
"""The fullest shapes first: what they take, the others leave."""
NEEDS = tuple({rule.find.needs: None for rule in DATE_RULES if rule.find.needs is not None})
"""What the shapes need, each once."""


def find_expressions(text: str, within: Span) -> tuple[Expression, ...]:
    """All date expressions in a stretch of text, in order, not overlapping. Linear in its length."""
    words = within.of(text)
    if not TRIGGER.search(words):
        return ()
    has = {needs: needs.search(words) is not None for needs in NEEDS}
    rules = (rule for rule in DATE_RULES if rule.find.needs is None or has[rule.find.needs])
    found = [expression for rule in rules for expression in find_by(rule, words)]
    return tuple(_moved(expression, within.start) for expression in _without_overlaps(found))


def _without_overlaps(expressions: Sequence[Expression]) -> Iterator[Expression]:
    """The expressions in order; of two that overlap, the one whose rule comes first."""
    kept: dict[int, Expression] = {}
    covered: set[int] = set()
    for expression in expressions:
        if not covered.intersection(range(*expression.span)):
            covered.update(range(*expression.span))
            kept[expression.span.start] = expression
    return (kept[start] for start in sorted(kept))


def _moved(expression: Expression, by: int) -> Expression:
    """The same expression, `by` characters further on."""
    until = _moved(expression.until, by) if expression.until else None
    span = Span(expression.span.start + by, expression.span.end + by)
    return replace(expression, span=span, until=until)
