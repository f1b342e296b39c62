"""How far a long piece of work has come: counted always, shown on a terminal once it takes longer than a moment."""

import os
import sys
import threading
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import Any, TypeVar

Item = TypeVar("Item")

SECONDS = 2.0
"""Work that is done sooner shows nothing."""
_LINE = "{desc}: {n_fmt} of {total_fmt}, {rate_fmt}, {remaining} left"
_UNCOUNTED = "{desc}: {n_fmt}, {rate_fmt}"


@cache
def load_bar() -> Any:
    """The bar, loaded where one is shown. A thread that watches all bars, and a lock between processes, would keep
    children from being copies of this process."""
    bar = import_module("tqdm").tqdm
    bar.monitor_interval = 0
    bar.set_lock(threading.RLock())
    return bar


class Progress:
    """Counts, and shows nothing. A stage begins where the one before ends."""

    def __init__(self) -> None:
        self.stage = ""
        self.unit = ""
        self.done = 0
        self.total: int | None = None

    def begin(self, stage: str, total: int | None = None, unit: str = "file") -> None:
        """Begin a stage, "studying", of so many things."""
        self.stage, self.total, self.unit, self.done = stage, total, unit, 0

    def step(self) -> None:
        """One thing more is done."""
        self.done += 1

    def end(self) -> None:
        """End the stage. What was done of it is still known."""

    def clear(self) -> None:
        """Make room for a line of somebody else."""

    def track(self, items: Iterable[Item], stage: str, total: int | None = None, unit: str = "file") -> Iterator[Item]:
        """The items, counted as a stage."""
        self.begin(stage, total, unit)
        try:
            for item in items:
                yield item
                self.step()
        finally:
            self.end()

    def __str__(self) -> str:
        """Such as `studying, 1,204 of 10,000 files`."""
        if not self.stage:
            return "starting"
        of = f" of {self.total:,}" if self.total is not None else ""
        return f"{self.stage}, {self.done:,}{of} {self.unit}s"


class Bar(Progress):
    """Shows it too: stage, things done, rate, time left, in a line that goes when the stage ends."""

    def __init__(self) -> None:
        super().__init__()
        self._bar: Any = None

    def begin(self, stage: str, total: int | None = None, unit: str = "file") -> None:
        """As of Progress."""
        self.end()
        super().begin(stage, total, unit)
        self._bar = load_bar()(
            total=total,
            desc=stage.capitalize(),
            unit=f" {unit}s",
            delay=SECONDS,
            miniters=1,
            leave=False,
            file=sys.stderr,
            dynamic_ncols=True,
            bar_format=_LINE if total else _UNCOUNTED,
        )

    def step(self) -> None:
        """As of Progress."""
        super().step()
        if self._bar is not None:
            self._bar.update()

    def end(self) -> None:
        """As of Progress."""
        bar, self._bar = self._bar, None
        if bar is not None:
            bar.close()

    def clear(self) -> None:
        """As of Progress."""
        if self._bar is not None:
            self._bar.clear()


def show_progress(*, quiet: bool = False) -> Progress:
    """A bar where a person looks at a terminal; else only the count, for whoever asks."""
    return Bar() if sys.stderr.isatty() and not quiet and not os.environ.get("CI") else Progress()
