"""The views of what was wrong with what was given."""

from dataclasses import dataclass

from generator.model import Brief, Evidence, Problem
from generator.rendering.catalog import Catalog
from generator.rendering.markup import Markdown
from generator.rendering.readable import shortened
from generator.rendering.views import SENTENCE_CHARS, Way, show_way

PROBLEMS_SHOWN = 100


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """A fault in what was given."""

    path: str
    what: str
    cure: str | None
    severity: Markdown
    way: Way | None
    """To the words that it is about, where it names some."""


def show_problem(problem: Problem, way: Way | None = None) -> ProblemLine:
    """A problem as a line."""
    return ProblemLine(
        path=problem.path,
        what=shortened(problem.what, SENTENCE_CHARS),
        cure=shortened(problem.cure, SENTENCE_CHARS) if problem.cure else None,
        severity=Markdown(problem.severity),
        way=way,
    )


def show_problems_of(catalog: Catalog, brief: Brief, here: str) -> tuple[ProblemLine, ...]:
    """The problems of one source, with the way to the words that each is about."""
    return tuple(
        show_problem(problem, show_way(catalog, Evidence(brief.id, problem.span), here) if problem.span else None)
        for problem in brief.analysis.problems[:PROBLEMS_SHOWN]
    )
