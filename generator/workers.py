"""Many independent calls side by side in child processes; one that fails, dies or takes too long costs only itself."""

import faulthandler
import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import wait
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

FEW = 24
"""Up to so many calls run in this process: starting another one takes as long as they do."""
_COLLECT = 50_000
"""A child looks for cycles after so many new values: one source makes as many, and hardly a cycle."""
_SLACK, _GRACE = 3, 60
"""A child that cannot be interrupted ends itself after so many times the limit and seconds more, by the clock."""


@dataclass(frozen=True, slots=True)
class Limit(Generic[Item, Result]):
    """How long one call may take, and what stands in for a call that takes longer. Both must be importable."""

    seconds: Callable[[Item], float]
    """Of processor time, so that a busy machine costs nobody anything; 0: no limit."""
    late: Callable[[Item], Result]


class _LateError(BaseException):
    """Raised inside a call that takes too long; no `except Exception` of it takes this for a fault of its own."""


def each(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    died: Callable[[Item], Result],
    *,
    workers: int = 0,
    limit: Limit[Item, Result] | None = None,
    prepare: Callable[[], object] | None = None,
) -> Generator[Result, None, None]:
    """`function(item)` for each item, in order. `died(item)` stands in where the child process ended.

    `function` must not raise and must be importable (a module's function or a `functools.partial` of one).
    `workers` 0 means one per core, at most 8. With a limit, where nothing in this process can interrupt a call (another
    thread than the first one, Windows), even few items go to a child. `prepare` is called before this process is
    forked, if it is: what it loads is then there for all children at once. Where it is closed before its end, and where
    an exception passes (Ctrl-C), the children are ended at once.
    """
    count = workers or min(8, os.cpu_count() or 1)
    call = function if limit is None else partial(call_within, function, limit)
    is_little = count == 1 or len(items) <= FEW
    if is_little and (limit is None or _can_interrupt()):
        yield from map(call, items)
        return
    if prepare is not None and can_fork():
        prepare()
    done: dict[int, Result] = {}
    at = 0
    while at < len(items):
        waiting = {n: items[n] for n in range(at, len(items)) if n not in done}
        for n, result in _run(call, waiting, count):
            done[n] = result
            while at in done:
                yield done.pop(at)
                at += 1
        if at < len(items) and at not in done:
            # The pool broke at this item or a later one: this one goes on alone, the rest in a new pool.
            done[at] = _alone(call, items[at], died, limit)
        while at in done:
            yield done.pop(at)
            at += 1


def _run(call: Callable[[Item], Result], items: Mapping[int, Item], count: int) -> Iterator[tuple[int, Result]]:
    """The results of a pool as they come, in order, of those items that were done before it broke, if it did."""
    with _pool(min(count, len(items))) as pool:
        futures: dict[int, Future[Result]] = {}
        with suppress(BrokenProcessPool):
            for n, item in items.items():
                futures[n] = pool.submit(call, item)
        for n, future in futures.items():
            with suppress(BrokenProcessPool):
                yield n, future.result()


def _alone(
    call: Callable[[Item], Result],
    item: Item,
    died: Callable[[Item], Result],
    limit: Limit[Item, Result] | None,
) -> Result:
    """The result from a process of its own, or the stand-in if that ends too."""
    start = time.monotonic()
    try:
        with _pool(1) as pool:
            return pool.submit(call, item).result()
    except BrokenProcessPool:
        is_late = limit is not None and 0 < _patience(limit.seconds(item)) <= time.monotonic() - start
        return limit.late(item) if limit is not None and is_late else died(item)


def call_within(function: Callable[[Item], Result], limit: Limit[Item, Result], item: Item) -> Result:
    """`function(item)`, or the stand-in where it takes too long."""
    seconds = limit.seconds(item)
    if seconds <= 0:
        return function(item)
    is_child = multiprocessing.parent_process() is not None
    if is_child:
        # A thread of its own, outside of Python: it ends the process whatever that is doing.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        faulthandler.dump_traceback_later(_patience(seconds), exit=True, file=nowhere)
    try:
        return _interrupt(function, limit, item, seconds) if _can_interrupt() else function(item)
    finally:
        if is_child:
            faulthandler.cancel_dump_traceback_later()
            os.close(nowhere)


def _interrupt(function: Callable[[Item], Result], limit: Limit[Item, Result], item: Item, seconds: float) -> Result:
    """The call under an alarm. It rings again each second, should some code of the interpreter's own swallow it."""

    def ring(*_: object) -> None:
        raise _LateError

    before = signal.signal(signal.SIGPROF, ring)
    try:
        try:
            signal.setitimer(signal.ITIMER_PROF, seconds, 1.0)
            return function(item)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    except _LateError:
        signal.setitimer(signal.ITIMER_PROF, 0)
        return limit.late(item)
    finally:
        # A last signal may be on its way; by default it would end the process.
        signal.signal(signal.SIGPROF, before if callable(before) else signal.SIG_IGN)


def _can_interrupt() -> bool:
    """Whether an alarm reaches this thread."""
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


def _patience(seconds: float) -> float:
    return _SLACK * seconds + _GRACE if seconds > 0 else 0.0


def can_fork() -> bool:
    """Whether children can begin as copies of this process, with all that it has loaded.

    Not beside the threads of a live server, whose locks a copy may find closed for ever; and only on Linux, as the
    libraries of other systems do not bear it. Elsewhere each child starts the program anew.
    """
    return sys.platform == "linux" and threading.active_count() == 1


@contextmanager
def _pool(count: int) -> Iterator[ProcessPoolExecutor]:
    """A pool of children; what still waits is not worked off for nobody."""
    context = multiprocessing.get_context("fork" if can_fork() else "spawn")
    pool = ProcessPoolExecutor(count, mp_context=context, initializer=_begin)
    try:
        yield pool
    except BrokenProcessPool:
        raise
    except BaseException:
        for child in multiprocessing.active_children():
            child.kill()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """The first thing that a child does: it leaves out of every collection what was there before, and ends with its
    parent, however that ends.
    """
    # Ctrl-C is for the parent.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    gc.set_threshold(_COLLECT)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
