"""Many independent calls on the workers of a Dask cluster, in the order of their items; a lost worker costs time only.

The workers run this program, as it is here: a worker with another one would find other things, and is refused. Each
needs one thread, as a call that takes too long ends the process that it runs in.
"""

import sys
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent import futures
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Any, Generic, TypeVar

from generator.errors import SettingsError

Item = TypeVar("Item")
Result = TypeVar("Result")

_AHEAD = 16
"""So many calls wait at each worker, so that none is idle; what waits is in memory."""
_PATIENCE = 60.0
"""Seconds without any worker after which a build gives up."""
_STEP = 2.0
"""Seconds after which it is asked again whether there are workers."""
_RETRIES = 2
"""How often a call is repeated whose result was lost on the way."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where the scheduler listens, and what tells one version of this program from another (importable)."""

    address: str
    fingerprint: Callable[[], str]
    patience: float = _PATIENCE
    """In seconds."""


@dataclass(frozen=True, slots=True)
class Call(Generic[Item, Result]):
    """A function as it goes to a worker: it runs only where the program is the same."""

    function: Callable[[Item], Result]
    version: str
    fingerprint: Callable[[], str]

    def __call__(self, item: Item) -> Result:
        if version_here(self.fingerprint) != self.version:
            raise OtherProgramError
        return self.function(item)


class OtherProgramError(Exception):
    """A worker runs another version of this program, of Python or of a library."""


def version_here(fingerprint: Callable[[], str]) -> str:
    """What this process runs: Python, and the program with its libraries."""
    return f"{sys.version_info.major}.{sys.version_info.minor} {fingerprint()}"


def each(
    function: Callable[[Item], Result], items: Sequence[Item], died: Callable[[Item], Result], cluster: Cluster
) -> Generator[Result, None, None]:
    """`function(item)` for each item, in order. `died(item)` stands in where it ended several workers.

    `function` must not raise and must be importable on the workers. Raises SettingsError where there is no cluster, its
    workers are not fit for it, all are lost for longer than its patience, or the scheduler is lost.
    """
    distributed = _load(cluster)
    with _while_scheduled(cluster), _connect(distributed, cluster) as client:
        _refuse_threads(client, cluster)
        call = Call(function, version_here(cluster.fingerprint), cluster.fingerprint)
        waiting: deque[tuple[Item, Any]] = deque()
        rest = iter(items)
        while True:
            room = _AHEAD * max(1, len(client.nthreads())) - len(waiting)
            for _, item in zip(range(room), rest, strict=False):
                waiting.append((item, client.submit(call, item, pure=False, retries=_RETRIES)))
            if not waiting:
                return
            item, future = waiting.popleft()
            yield _wait(distributed, client, cluster, future, item, died)


def _wait(
    distributed: ModuleType,
    client: Any,
    cluster: Cluster,
    future: Any,
    item: Item,
    died: Callable[[Item], Result],
) -> Result:
    """The result of one call, for as long as there are workers that may give it."""
    seen = time.monotonic()
    while True:
        try:
            result: Result = future.result(timeout=_STEP)
            return result
        except distributed.TimeoutError:
            seen = time.monotonic() if client.nthreads() else seen
            if time.monotonic() - seen > cluster.patience:
                raise _refuse(cluster, "all its workers are lost", "start some; what was found is kept") from None
        except distributed.scheduler.KilledWorker:
            return died(item)
        except (OtherProgramError, ImportError) as error:
            cure = "install the same Python, Briefs and libraries on all of them"
            raise _refuse(cluster, "a worker runs another version of this program", cure) from error


def _load(cluster: Cluster) -> ModuleType:
    """The library, which only those need who have a cluster."""
    try:
        return import_module("distributed")
    except ImportError as error:
        raise _refuse(cluster, "the library for clusters is missing", "pip install 'briefs[cluster]'") from error


def _connect(distributed: ModuleType, cluster: Cluster) -> Any:
    """A client of the scheduler."""
    try:
        client = distributed.Client(cluster.address, timeout=cluster.patience / 2, set_as_default=False)
    except (OSError, ValueError) as error:
        raise _refuse(cluster, "no scheduler answers there", "start one, or correct the address") from error
    try:
        client.wait_for_workers(1, timeout=cluster.patience / 2)
    except distributed.TimeoutError as error:
        client.close()
        raise _refuse(cluster, "the cluster has no workers", f"dask worker {cluster.address} --nthreads 1") from error
    return client


@contextmanager
def _while_scheduled(cluster: Cluster) -> Iterator[None]:
    """One line where the scheduler goes, which knows all that was asked: the library's own log says the rest."""
    try:
        yield
    except list_lost() as error:
        raise _refuse(cluster, "its scheduler is lost", "start it and build again; what was found is kept") from error


def list_lost() -> tuple[type[BaseException], ...]:
    """What a call raises whose scheduler is gone; the functions that are called raise nothing. Who has no cluster does
    without asyncio, which takes a twentieth of the start."""
    cancelled: type[BaseException] = import_module("asyncio").CancelledError
    return OSError, futures.CancelledError, cancelled


def _refuse_threads(client: Any, cluster: Cluster) -> None:
    if any(threads != 1 for threads in client.nthreads().values()):
        raise _refuse(cluster, "a worker has several threads", "start it with --nthreads 1, and more of them")


def _refuse(cluster: Cluster, fault: str, cure: str) -> SettingsError:
    return SettingsError(f"workers: {cluster.address}", fault, cure)
