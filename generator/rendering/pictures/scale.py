"""What one step along a picture stands for: a day, a month, a year, a decade or a century."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.rendering.labels import Text, say_english
from generator.rendering.markup import Markdown, md
from generator.rendering.readable import Day, date_in_words, month_in_words

_SHARE = 0.75
"""Share of the dates that a picture must hold, so that one old date does not flatten all the others."""
_LABEL_ROOM = 80
"""Between two labels."""
_ALL_NAMED = 4
"""So few steps each have their name below them."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What one step stands for."""

    most: str
    place: Callable[[Day], int | None]
    """The number of the step that a date belongs to; None where the date is not that exact."""
    name: Callable[[int], str]
    mark: Callable[[int], str | None]
    """What is written below a step at which something greater begins: a month, a year."""


UNITS = (
    Unit(
        "on one day",
        lambda day: _ordinal(day),
        lambda place: date_in_words(date.fromordinal(place).isoformat()),
        lambda place: _month_begun(date.fromordinal(place)),
    ),
    Unit(
        "in one month",
        lambda day: day.year * 12 + day.month - 1 if day.month else None,
        lambda place: month_in_words(place // 12, place % 12 + 1),
        lambda place: None if place % 12 else f"{place // 12:04d}",
    ),
    Unit("in one year", lambda day: day.year, lambda place: f"{place:04d}", lambda place: _round(place, 10)),
    Unit(
        "in one decade",
        lambda day: day.year // 10,
        lambda place: f"{place * 10:04d}–{place * 10 + 9:04d}",
        lambda place: _round(place * 10, 100),
    ),
    Unit(
        "in one century",
        lambda day: day.year // 100,
        lambda place: f"{place * 100:04d}–{place * 100 + 99:04d}",
        lambda place: _round(place * 100, 500),
    ),
)
"""From the finest to the coarsest."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The steps of a picture, from the first to the last."""

    unit: Unit
    first: int
    last: int
    text: Text = say_english

    @property
    def steps(self) -> int:
        """How many there are, empty ones included."""
        return self.last - self.first + 1

    def step_of(self, day: Day) -> int | None:
        """The step of a date, from 0; None where it lies outside or is not that exact."""
        place = self.unit.place(day)
        return place - self.first if place is not None and self.first <= place <= self.last else None

    def words(self, step: int) -> str:
        """What a step is called."""
        return self.text(self.unit.name(self.first + step))

    def mark(self, step: int) -> str | None:
        """What is written below a step at which something greater begins."""
        words = self.unit.mark(self.first + step)
        return self.text(words) if words else None

    @property
    def most(self) -> str:
        """In which stretch of time there is most, in words."""
        return self.text(self.unit.most)


def choose_scale(days: Sequence[Day], most: int, text: Text = say_english) -> Scale | None:
    """The finest unit with which `most` steps hold three dates of four; None where that is no more than one step."""
    for unit in UNITS:
        places = sorted(place for day in days if (place := unit.place(day)) is not None)
        first, last, held = _window(places, most)
        if first < last and held >= _SHARE * len(days):
            break
    return Scale(unit, first, last, text) if first < last else None


def _window(places: Sequence[int], most: int) -> tuple[int, int, int]:
    """The stretch of so many steps that holds the most dates: first and last place, and how many; latest if equal."""
    best, start = (0, 0, 0), 0
    for end, place in enumerate(places):
        while place - places[start] >= most:
            start += 1
        if end - start + 1 >= best[2]:
            best = (places[start], place, end - start + 1)
    return best


def draw_axis(scale: Scale, width: int, base: float, height: float) -> Iterator[Markdown]:
    """The line, what stands at both its ends, and between them what is far enough from them and from each other."""
    yield Markdown(
        f'<line class="briefs-strip-axis" x1="0" y1="{base:g}" x2="{width}" y2="{base:g}" stroke="currentColor"/>\n'
    )
    step = width / scale.steps
    if scale.steps <= _ALL_NAMED:
        for at in range(scale.steps):
            yield _label(scale.words(at), (at + 0.5) * step, height, "middle")
        return
    free, end = _LABEL_ROOM * 1.5, width - _LABEL_ROOM * 1.5
    for place in range(scale.steps):
        at_, words = place * step, scale.mark(place)
        if words and free <= at_ <= end:
            free = at_ + _LABEL_ROOM
            label = _label(words, at_, height, "middle")
            yield Markdown(
                f'<g class="briefs-strip-mark"><path d="M{at_:.1f} {base:g}v5" stroke="currentColor"/>{label}</g>\n'
            )
    yield _label(scale.words(0), 0, height, "start")
    yield _label(scale.words(scale.steps - 1), width, height, "end")


def _label(words: str, x: float, height: float, anchor: str) -> Markdown:
    return Markdown(
        f'<text class="briefs-strip-label" x="{x:g}" y="{height - 6:g}" text-anchor="{anchor}" fill="currentColor">'
        f"{md(words)}</text>\n"
    )


def _ordinal(day: Day) -> int | None:
    """The number of a day; None where it is no full date of the calendar."""
    if not day.month or not day.day:
        return None
    try:
        return date(day.year, day.month, day.day).toordinal()
    except ValueError:
        return None


def _month_begun(day: date) -> str | None:
    return month_in_words(day.year, day.month) if day.day == 1 else None


def _round(year: int, to: int) -> str | None:
    return f"{year:04d}" if year % to == 0 else None
