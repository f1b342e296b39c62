"""Date expressions as they stand in English text, before anything is known of the day they were written.

Each expression says what its words say and no more: "Thursday" has a weekday and no day. Ages, amounts, scores, "now"
and "recently" are no dates.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.language.dates.expression import Expression
from generator.language.en.dates.builders import BUILDERS
from generator.language.en.dates.patterns import TRIGGER
from generator.model import Span

__all__ = ["Expression", "find_expressions"]


def find_expressions(text: str, within: Span) -> tuple[Expression, ...]:
    """All date expressions in a stretch of text, in order, not overlapping. Linear in its length."""
    words = within.of(text)
    if not TRIGGER.search(words):
        return ()
    taken: list[Expression] = []
    for pattern, build in BUILDERS:
        for match in pattern.finditer(words):
            expression = build(match)
            if expression is not None:
                taken.append(expression)
    return tuple(_moved(e, within.start) for e in _without_overlaps(taken))


def _without_overlaps(expressions: Sequence[Expression]) -> Iterator[Expression]:
    """The expressions in order; of two that overlap, the one whose pattern comes first."""
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
