"""Many independent calls side by side in child processes; one that fails or dies costs only itself."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

FEW = 24
"""Up to so many calls run in this process: starting another one takes as long as they do."""


def each(
    function: Callable[[Item], Result], items: Sequence[Item], died: Callable[[Item], Result], *, workers: int = 0
) -> Iterator[Result]:
    """`function(item)` for each item, in order. `died(item)` stands in where the child process ended.

    `function` must not raise and must be importable (a module's function or a `functools.partial` of one).
    `workers` 0 means one per core, at most 8.
    """
    count = workers or min(8, os.cpu_count() or 1)
    if count == 1 or len(items) <= FEW:
        yield from map(function, items)
        return
    at = 0
    while at < len(items):
        with _pool(count) as pool:
            futures = [pool.submit(function, item) for item in items[at:]]
            for future in futures:
                try:
                    yield future.result()
                except BrokenProcessPool:
                    break
                at += 1
        if at < len(items):
            # The pool broke at this item or a later one: this one goes on alone, the rest in a new pool.
            yield _alone(function, items[at], died)
            at += 1


def _alone(function: Callable[[Item], Result], item: Item, died: Callable[[Item], Result]) -> Result:
    """The result from a process of its own, or the stand-in if that ends too."""
    try:
        with _pool(1) as pool:
            return pool.submit(function, item).result()
    except BrokenProcessPool:
        return died(item)


def _pool(count: int) -> ProcessPoolExecutor:
    # spawn: the same on every system, and safe beside the threads of a live server.
    return ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn"))
