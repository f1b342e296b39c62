"""Figures as inline SVG: no script, no colors of their own (`currentColor`), with a title and a description."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.rendering.markup import Markdown, joined, md
from generator.rendering.readable import counted, month_in_words

_WIDTH, _HEIGHT, _BASE = 720, 96, 72
_GAP = 0.2
"""Share of a bar's place that stays empty."""
_MOST_BARS = 60


@dataclass(frozen=True, slots=True)
class Tick:
    """What one date adds to the strip, and where its bar leads."""

    year: int
    month: int | None
    href: Markdown | None


@dataclass(frozen=True, slots=True)
class _Bar:
    words: str
    count: int
    href: Markdown | None


def draw_strip(ticks: Sequence[Tick], title: str) -> Markdown | None:
    """Draw how many dates fall in each month, year, decade or century; None for fewer than two.

    A bar leads where its first tick leads. The unit is the smallest one that needs at most 60 bars.
    """
    if len(ticks) < 2:
        return None
    bars, unit = _bars(ticks)
    top = max(bar.count for bar in bars)
    step = _WIDTH / len(bars)
    marks = [_draw(bar, index * step, step, top) for index, bar in enumerate(bars) if bar.count]
    words = f"{counted(len(ticks), 'date')} from {bars[0].words} to {bars[-1].words}; most in one {unit}: {top}."
    return Markdown(
        '<figure class="briefs-strip">\n'
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="group" aria-labelledby="strip-title strip-words" '
        'preserveAspectRatio="xMidYMid meet">\n'
        f'<title id="strip-title">{md(title)}</title>\n<desc id="strip-words">{md(words)}</desc>\n'
        f'<line class="briefs-strip-axis" x1="0" y1="{_BASE}" x2="{_WIDTH}" y2="{_BASE}" stroke="currentColor"/>\n'
        f"{joined(marks)}"
        f'<text class="briefs-strip-label" x="0" y="{_HEIGHT - 6}" fill="currentColor">{md(bars[0].words)}</text>\n'
        f'<text class="briefs-strip-label" x="{_WIDTH}" y="{_HEIGHT - 6}" text-anchor="end" fill="currentColor">'
        f"{md(bars[-1].words)}</text>\n</svg>\n</figure>"
    )


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


def _bars(ticks: Sequence[Tick]) -> tuple[list[_Bar], str]:
    """The bars from the first date to the last, empty ones included, in the smallest unit that fits."""
    months = [tick.year * 12 + (tick.month or 1) - 1 for tick in ticks]
    for unit, length in (("month", 1), ("year", 12), ("decade", 120), ("century", 1200)):
        first, last = min(months) // length, max(months) // length
        if (last - first < _MOST_BARS and (length > 1 or all(tick.month for tick in ticks))) or unit == "century":
            break
    counts: dict[int, list[Markdown | None]] = {index: [] for index in range(first, last + 1)}
    for month, tick in zip(months, ticks, strict=True):
        counts[month // length].append(tick.href)
    return [_Bar(_name(index * length, length), len(found), _first(found)) for index, found in counts.items()], unit


def _name(month: int, length: int) -> str:
    year = month // 12
    if length == 1:
        return month_in_words(year, month % 12 + 1)
    return f"{year:04d}" if length == 12 else f"{year:04d}–{year + length // 12 - 1:04d}"


def _first(hrefs: Sequence[Markdown | None]) -> Markdown | None:
    return next((href for href in hrefs if href is not None), None)
