"""The border inside one source: a step that raises costs what it would have found, and one line says so."""

import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import ParamSpec, TypeVar

from generator.model import Problem

Given = ParamSpec("Given")
Result = TypeVar("Result")
REPORT = "please report it"
"""The cure for what only who wrote this program can mend."""
PUBLISHED = f"{REPORT}; the rest is published"
_HERE = Path(__file__).parent
_MOST = 120
"""Characters of an error's own words that are shown."""


class Faults:
    """What went wrong with one source so far, in the order in which it did."""

    def __init__(self, path: str, found: Iterable[Problem] = ()) -> None:
        self._path = path
        self._found = list(found)

    def attempt(
        self, lost: str, instead: Result, step: Callable[Given, Result], *args: Given.args, **options: Given.kwargs
    ) -> Result:
        """What the step gives. Where it raises, `instead`, and a warning that says what is `lost`."""
        try:
            return step(*args, **options)
        except Exception as error:  # the border: a fault costs itself
            self._found.append(Problem(self._path, f"{lost} ({describe(error)})", PUBLISHED))
            return instead

    @property
    def found(self) -> tuple[Problem, ...]:
        """The problems so far."""
        return tuple(self._found)


def describe(error: Exception) -> str:
    """An error for whoever mends it: its kind, its words on one line, the place in this program where it arose."""
    words = " ".join(str(error).split())[:_MOST]
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(_HERE) and frame.filename != __file__]
    place = f", {Path(ours[-1].filename).relative_to(_HERE).as_posix()} line {ours[-1].lineno}" if ours else ""
    return f"{type(error).__name__}{': ' if words else ''}{words}{place}"


def is_fault(problem: Problem) -> bool:
    """Whether this program is to blame for a problem."""
    return (problem.cure or "").startswith(REPORT)
