"""How many dates fall on each day, in each month or year, as bars without colors of their own (`currentColor`)."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.rendering.labels import Text, say_english
from generator.rendering.markup import Markdown, joined, md
from generator.rendering.pictures.scale import Scale, choose_scale, draw_axis
from generator.rendering.pictures.table import MOST_LINKS, Cells, fold_table, link_cell, links_cell
from generator.rendering.readable import Day, counted, figure

_WIDTH, _HEIGHT, _BASE = 720, 96, 72
_GAP = 0.2
"""Share of a bar's place that stays empty."""
_MOST_BARS = 60


@dataclass(frozen=True, slots=True)
class Tick:
    """What one date adds to the strip, and where its bar leads."""

    day: Day
    href: Markdown | None
    source: tuple[str, Markdown | None] | None = None
    """What the table names for it, with the way there: a brief."""


@dataclass(frozen=True, slots=True)
class _Bar:
    words: str
    ticks: tuple[Tick, ...]

    @property
    def count(self) -> int:
        """How many dates it stands for."""
        return len(self.ticks)

    @property
    def href(self) -> Markdown | None:
        """Where it leads: where the first of its dates leads."""
        return next((tick.href for tick in self.ticks if tick.href is not None), None)


def draw_strip(
    ticks: Sequence[Tick], title: str, noun: str = "date", name: str = "strip", text: Text = say_english
) -> Markdown | None:
    """Draw how many dates fall on each day, in each month, year, decade or century; None for fewer than two bars.

    The unit is the finest with which 60 bars hold three dates of four; how many lie outside is said. `noun` is what is
    counted, `name` parts two strips of one page.
    """
    scale = choose_scale([tick.day for tick in ticks], _MOST_BARS, text)
    if scale is None:
        return None
    bars = _bars(ticks, scale)
    outside = len(ticks) - sum(bar.count for bar in bars)
    top, step = max(bar.count for bar in bars), _WIDTH / len(bars)
    marks = [_draw(bar, index * step, step, top) for index, bar in enumerate(bars) if bar.count]
    words = text(
        "{number} from {first} to {last}; most {unit}: {most}.",
        number=counted(len(ticks) - outside, noun),
        first=bars[0].words,
        last=bars[-1].words,
        unit=scale.most,
        most=top,
    )
    rest = not_drawn(outside, noun, text)
    words = f"{words} {rest}"
    caption = f"<figcaption>{md(rest)}</figcaption>\n" if outside else ""
    return Markdown(
        '<figure class="briefs-strip">\n'
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="group" aria-labelledby="{name}-title {name}-words" '
        'preserveAspectRatio="xMidYMid meet">\n'
        f'<title id="{name}-title">{md(title)}</title>\n<desc id="{name}-words">{md(words)}</desc>\n'
        f"{joined(marks)}{joined(draw_axis(scale, _WIDTH, _BASE, _HEIGHT))}</svg>\n"
        f"{caption}{_table(bars, title, noun, text)}\n</figure>"
    )


def not_drawn(outside: int, noun: str, text: Text) -> str:
    """How many of something lie outside a picture; nothing for none."""
    words = "Not drawn: {number} before, after or less exact."
    return text(words, number=counted(outside, noun)) if outside else ""


def _bars(ticks: Sequence[Tick], scale: Scale) -> list[_Bar]:
    """The bars from the first to the last, empty ones included."""
    found: list[list[Tick]] = [[] for _ in range(scale.steps)]
    for tick in ticks:
        if (step := scale.step_of(tick.day)) is not None:
            found[step].append(tick)
    return [_Bar(scale.words(step), tuple(some)) for step, some in enumerate(found)]


def _draw(bar: _Bar, left: float, step: float, top: int) -> Markdown:
    height = max(2.0, (_BASE - 8) * bar.count / top)
    width = min(step * (1 - _GAP), 28.0)
    label = md(f"{bar.words}: {bar.count:,}")
    rectangle = (
        f'<rect class="briefs-strip-bar" x="{left + (step - width) / 2:.1f}" y="{_BASE - height:.1f}" '
        f'width="{width:.1f}" height="{height:.1f}" fill="currentColor"><title>{label}</title></rect>'
    )
    if bar.href is None:
        return Markdown(f"{rectangle}\n")
    return Markdown(f'<a href="{bar.href}" aria-label="{label}">{rectangle}</a>\n')


def _table(bars: Sequence[_Bar], title: str, noun: str, text: Text) -> Markdown:
    filled = [bar for bar in bars if bar.count]
    has_sources = any(tick.source for bar in filled for tick in bar.ticks)
    most = max(1, MOST_LINKS // len(filled))
    heads = ("When", f"{noun.capitalize()}s", *(("Where",) if has_sources else ()))
    return fold_table(heads, (_row(bar, most, text, has_sources=has_sources) for bar in filled), title, text)


def _row(bar: _Bar, most: int, text: Text, *, has_sources: bool) -> Cells:
    sources = links_cell([tick.source for tick in bar.ticks if tick.source], most, text)
    return (link_cell(bar.words, bar.href), figure(bar.count), *((sources,) if has_sources else ()))
