"""The gist of a brief beside its summary: key points, figures, meetings."""

from dataclasses import dataclass

from generator.model import Brief
from generator.rendering.catalog import Catalog
from generator.rendering.findings.choosing import choose_points
from generator.rendering.findings.meetings import MeetingLine, meetings_of
from generator.rendering.findings.points import PointLine, show_point
from generator.rendering.findings.quantities import FigureLine, figures_of, show_figures
from generator.rendering.views import Rows, first_rows

_ROWS = 100
_OPEN = 5
"""Sentences with figures that stand open; the others are folded away."""


@dataclass(frozen=True, slots=True)
class Gist:
    """What a brief amounts to."""

    points: tuple[PointLine, ...]
    """Who wants, refuses, announces, denies, warns or promises what, the most telling first."""
    figures: Rows[FigureLine]
    """The numbers that tell most, by sentence."""
    more_figures: Rows[FigureLine]
    """All others, by sentence, in the order of the text."""
    meetings: Rows[MeetingLine]
    """Who met or will meet whom."""

    @property
    def has_rows(self) -> bool:
        """Whether there is any of it."""
        return bool(self.points or self.figures.rows or self.more_figures.rows or self.meetings.rows)


def view_gist(catalog: Catalog, brief: Brief, here: str) -> Gist:
    """The gist of a brief for the page `here`."""
    strong, others = figures_of(brief)
    folded = sorted([*strong[_OPEN:], *others], key=lambda row: row[0].sentence)
    return Gist(
        points=tuple(show_point(catalog, brief, point, here) for point in choose_points(brief)),
        figures=first_rows(strong[:_OPEN], _OPEN, lambda row: show_figures(catalog, brief, row, here)),
        more_figures=first_rows(folded, _ROWS, lambda row: show_figures(catalog, brief, row, here)),
        meetings=first_rows(list(meetings_of(catalog, brief, here)), _ROWS, lambda line: line),
    )
