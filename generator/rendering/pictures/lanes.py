"""Several things over the same time, each in a lane of its own: one mark for each day, month or year with something."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from generator.rendering.labels import Text, say_english
from generator.rendering.markup import Markdown, joined, md
from generator.rendering.pictures.scale import Scale, choose_scale, draw_axis
from generator.rendering.pictures.strip import not_drawn
from generator.rendering.pictures.table import MOST_LINKS, Cells, fold_table, link_cell, links_cell
from generator.rendering.readable import Day, counted, figure, shortened

_WIDTH, _LANE, _FOOT = 720, 54, 30
_MOST_STEPS = 36
_MOST_LANES = 12
_LABEL_CHARS = 44
_RADIUS = (4.0, 10.0)
"""Of the smallest and the largest mark."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One thing that happened or was said, and where it stands."""

    day: Day
    href: Markdown
    together: Markdown | None = None
    """Where it stands with all others of its time; None: where it stands alone."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of the picture."""

    name: str
    href: Markdown
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    step: int
    words: str
    dots: tuple[Dot, ...]

    @property
    def href(self) -> Markdown:
        """Where it leads: to the one thing, or to where the first stands among the others."""
        first = self.dots[0]
        return first.href if len(self.dots) == 1 else first.together or first.href


def draw_lanes(
    lanes: Sequence[Lane], title: str, noun: str, name: str = "lanes", text: Text = say_english
) -> Markdown | None:
    """Draw the lanes that have something, at most twelve, in their order; None for fewer than two.

    The unit is the finest with which 36 steps hold three of four; how many lie outside is said, and whose all do.
    """
    some = [lane for lane in lanes if lane.dots][:_MOST_LANES]
    days = [dot.day for lane in some for dot in lane.dots]
    scale = choose_scale(days, _MOST_STEPS, text)
    shown = [lane for lane in some if scale and _marks(lane, scale)]
    if scale is None or len(shown) < 2:
        return None
    rows = [_marks(lane, scale) for lane in shown]
    held = sum(len(mark.dots) for row in rows for mark in row)
    top = max(len(mark.dots) for row in rows for mark in row)
    base = _LANE * len(shown) + 6
    rest = f"{not_drawn(len(days) - held, noun, text)} {_outside(some, shown, text)}".rstrip()
    words = text(
        "{number} in {rows} rows, from {first} to {last}.",
        number=counted(held, noun),
        rows=len(shown),
        first=scale.words(0),
        last=scale.words(scale.steps - 1),
    )
    larger = text("The larger a mark, the more; most {unit}: {most}.", unit=scale.most, most=top)
    words, caption = f"{words} {rest}", f"{larger} {rest}"
    drawn = (_lane(lane, row, at, scale, top) for at, (lane, row) in enumerate(zip(shown, rows, strict=True)))
    return Markdown(
        '<figure class="briefs-strip briefs-lanes">\n'
        f'<svg viewBox="0 0 {_WIDTH} {base + _FOOT}" role="group" aria-labelledby="{name}-title {name}-words">\n'
        f'<title id="{name}-title">{md(title)}</title>\n<desc id="{name}-words">{md(words)}</desc>\n'
        f"{joined(drawn)}{joined(draw_axis(scale, _WIDTH, base, base + _FOOT))}</svg>\n"
        f"<figcaption>{md(caption)}</figcaption>\n"
        f"{_table(shown, rows, title, noun, text)}\n</figure>"
    )


def _outside(some: Sequence[Lane], shown: Sequence[Lane], text: Text) -> str:
    """Who has no lane, as an empty one would say that there is nothing of him."""
    names = "; ".join(lane.name for lane in some if lane not in shown)
    return text("Only outside this time: {names}.", names=names) if names else ""


def _marks(lane: Lane, scale: Scale) -> list[_Mark]:
    found: dict[int, list[Dot]] = {}
    for dot in lane.dots:
        if (step := scale.step_of(dot.day)) is not None:
            found.setdefault(step, []).append(dot)
    return [_Mark(step, scale.words(step), tuple(found[step])) for step in sorted(found)]


def _lane(lane: Lane, marks: Sequence[_Mark], at: int, scale: Scale, top: int) -> Markdown:
    y, name = at * _LANE, shortened(lane.name, _LABEL_CHARS)
    return Markdown(
        f'<a href="{lane.href}"><text class="briefs-lane-name" x="0" y="{y + 20}" fill="currentColor">{md(name)}</text>'
        f'</a>\n<line class="briefs-strip-axis" x1="0" y1="{y + 40}" x2="{_WIDTH}" y2="{y + 40}" '
        f'stroke="currentColor"/>\n{joined(_draw(mark, name, y + 40, scale, top) for mark in marks)}'
    )


def _draw(mark: _Mark, name: str, y: int, scale: Scale, top: int) -> Markdown:
    """A mark; the keyboard finds its link in the table, so that it has not to pass hundreds."""
    step, (least, most) = _WIDTH / scale.steps, _RADIUS
    radius = least + (min(most, max(least, step / 2)) - least) * sqrt((len(mark.dots) - 1) / max(1, top - 1))
    label = md(f"{name}, {mark.words}: {len(mark.dots):,}")
    return Markdown(
        f'<a href="{mark.href}" tabindex="-1"><title>{label}</title><circle class="briefs-strip-bar" '
        f'cx="{(mark.step + 0.5) * step:.1f}" cy="{y}" r="{radius:.1f}" fill="currentColor"/></a>\n'
    )


def _table(lanes: Sequence[Lane], rows: Sequence[Sequence[_Mark]], title: str, noun: str, text: Text) -> Markdown:
    most = max(6, MOST_LINKS * 2 // len(lanes))
    lines = (_row(lane, marks, most, text) for lane, marks in zip(lanes, rows, strict=True))
    return fold_table(("Row", f"{noun.capitalize()}s", "When"), lines, title, text)


def _row(lane: Lane, marks: Sequence[_Mark], most: int, text: Text) -> Cells:
    links = [(f"{mark.words}: {len(mark.dots):,}", mark.href) for mark in marks]
    return link_cell(lane.name, lane.href), figure(sum(len(mark.dots) for mark in marks)), links_cell(links, most, text)
