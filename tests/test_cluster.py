"""Sources are studied on a cluster as on one machine; what a worker does not survive costs that source only."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import dask
import pytest
from distributed import Client, LocalCluster

from generator.build import build
from generator.cluster import Cluster, each
from generator.errors import SettingsError
from generator.settings import Settings


def start(workers: int, threads: int = 1, *, processes: bool = True) -> LocalCluster:
    """A scheduler and workers of this machine."""
    return LocalCluster(  # type: ignore[no-untyped-call]  # the library has no types
        n_workers=workers,
        threads_per_worker=threads,
        processes=processes,
        dashboard_address=":0",
        host="127.0.0.1" if processes else None,
    )


def same() -> str:
    """A program that is everywhere the same."""
    return "one"


def differing() -> str:
    """A program that each process has in another version."""
    return str(os.getpid())


def double(number: int) -> int:
    """Takes long enough that a worker can be killed while it works; some numbers kill theirs."""
    time.sleep(0.02)
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def died(number: int) -> int:
    """What stands in."""
    return -number


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """A scheduler and two worker processes of this machine."""
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 1}),
        start(2) as made,
    ):
        yield made


def test_results_come_in_the_order_of_their_items(cluster: LocalCluster) -> None:
    """However long each takes, and though a worker is killed while it works."""
    numbers = [*range(20, 120)]
    found = []
    with Client(cluster) as client:  # type: ignore[no-untyped-call]
        for number in each(double, numbers, died, Cluster(cluster.scheduler_address, same)):
            found.append(number)
            if len(found) == 10:
                (victim, *_) = client.run(os.getpid).values()
                os.kill(victim, signal.SIGKILL)
    assert found == [2 * number for number in numbers]


def test_what_no_worker_survives_costs_only_itself(cluster: LocalCluster) -> None:
    """It is tried again, then it is given up."""
    found = list(each(double, [11, 12, 13, 14], died, Cluster(cluster.scheduler_address, same)))
    assert found == [22, 24, -13, 28]


def test_another_version_of_the_program_is_refused(cluster: LocalCluster) -> None:
    """It would find other things in the same source."""
    with pytest.raises(SettingsError, match="another version"):
        list(each(double, [1], died, Cluster(cluster.scheduler_address, differing)))


def test_several_threads_in_a_worker_are_refused() -> None:
    """A call that takes too long ends its process, and with it what the other threads do."""
    with (
        start(1, 2, processes=False) as threads,
        pytest.raises(SettingsError, match="--nthreads 1"),
    ):
        list(each(double, [1], died, Cluster(threads.scheduler_address, same)))


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "tcp://nowhere.invalid:8786"])
def test_an_address_at_which_nothing_listens_is_one_line(address: str) -> None:
    """With the setting, the fault and the cure."""
    with pytest.raises(SettingsError, match=r"workers: tcp://\S+: no scheduler answers there; "):
        list(each(double, [1], died, Cluster(address, same, patience=1)))


def test_a_cluster_without_workers_is_one_line() -> None:
    """Nothing would ever come of it."""
    with (
        start(0, processes=False) as empty,
        pytest.raises(SettingsError, match="no workers"),
    ):
        list(each(double, [1], died, Cluster(empty.scheduler_address, same, patience=1)))


def test_a_cluster_finds_what_one_machine_finds(cluster: LocalCluster, tmp_path: Path) -> None:
    """All of it, whichever worker had which source."""
    for number in range(30):
        text = f"Mayor Ann Bell{number} of Leeds said on 3 May 2021: “We will mend bridge {number}.”\n"
        (tmp_path / f"{number}.txt").write_text(f"Bridge {number} is mended\n\n{text}", encoding="utf-8")
    here = build(Settings(seeds=tmp_path, workers=1))
    there = build(Settings(seeds=tmp_path, workers=cluster.scheduler_address))
    assert len(there.briefs) == 30
    assert there == here


def test_a_scheduler_that_is_lost_gives_one_line() -> None:
    """It knows all that was asked, so the build ends; what came before is kept."""
    brief = {"distributed.comm.timeouts.connect": "200ms"}
    with dask.config.set(brief), start(1, processes=False) as made:
        results = each(double, [*range(20, 60)], died, Cluster(made.scheduler_address, same, patience=2))
        assert next(results) == 40
        made.sync(made.scheduler.close)
        with pytest.raises(SettingsError, match="its scheduler is lost; start it and build again"):
            list(results)
