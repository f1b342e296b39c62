"""Many calls side by side: the order stays, and what dies costs only itself."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from generator.workers import FEW, Limit, call_within, each


def double(number: int) -> int:
    return 2 * number


def double_or_die(number: int) -> int:
    if number == 3:
        os._exit(9)
    return 2 * number


def minus(number: int) -> int:
    return -number


def test_results_come_in_order() -> None:
    """The order of results is the order of items, in one process and in several."""
    for count in (FEW, FEW + 3):
        assert list(each(double, range(count), minus, workers=2)) == [2 * n for n in range(count)]


def test_a_dead_process_costs_one_item() -> None:
    """Where a call ends its process, its item gets the stand-in and every other item its result."""
    expected = [-3 if n == 3 else 2 * n for n in range(FEW + 2)]
    assert list(each(double_or_die, range(FEW + 2), minus, workers=2)) == expected


def wait_for(mark: Path, number: int) -> bool:
    """The last call waits, for half a minute at most, until the mark is there."""
    turns = 300 if number == FEW + 1 else 0
    while turns and not mark.exists():
        time.sleep(0.1)
        turns -= 1
    return mark.exists()


def never(number: int) -> bool:
    return False


def test_a_result_is_given_before_the_last_call_is_done(tmp_path: Path) -> None:
    """Who keeps results can keep the first ones while others are still worked on; a build cut short loses few."""
    mark = tmp_path / "mark"
    results = each(partial(wait_for, mark), range(FEW + 2), never, workers=2)
    next(results)
    mark.touch()
    assert list(results)[-1]


def double_or_hang(number: int) -> int:
    """Inside a regular expression of exponential time, which no other thread can reach."""
    if number == 3:
        re.match(r"(a+)+b", "a" * 40)
    return 2 * number


def swallow_and_hang(number: int) -> int:
    """A fault is caught and work goes on."""
    while number == 3:
        try:
            re.match(r"(a+)+b", "a" * 40)
        except Exception:
            continue
    return 2 * number


def half_a_second(number: int) -> float:
    return 0.5


def no_limit(number: int) -> float:
    return 0.0


LIMIT = Limit(half_a_second, minus)


@pytest.mark.parametrize("function", [double_or_hang, swallow_and_hang])
def test_a_call_that_takes_too_long_is_given_up(function: Callable[[int], int]) -> None:
    """It costs its own item only, in one process and in several."""
    for count in (6, FEW + 2):
        expected = [-3 if n == 3 else 2 * n for n in range(count)]
        assert list(each(function, range(count), minus, workers=2, limit=LIMIT)) == expected


def test_where_no_alarm_reaches_a_child_ends_itself() -> None:
    """In another thread than the first one even few items go to a child, which can always be ended."""
    found: list[int] = []
    thread = threading.Thread(target=lambda: found.extend(each(double_or_hang, range(5), minus, limit=LIMIT)))
    thread.start()
    thread.join()
    assert found == [0, 2, 4, -3, 8]


def test_no_limit_is_no_limit() -> None:
    """Nothing is set, and nothing is left set behind a call that was in time."""
    assert call_within(double, Limit(no_limit, minus), 4) == 8
    assert call_within(double, LIMIT, 4) == 8


ROOT = Path(__file__).parents[1]
LOADED: list[int] = []


def add_loaded(number: int) -> int:
    return number + sum(LOADED)


ALONE = """
from functools import partial
from generator.workers import FEW, each
from tests.test_workers import LOADED, add_loaded, minus
print(list(each(add_loaded, range(FEW + 2), minus, workers=2, prepare=partial(LOADED.append, 100)))[:3])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="children start the program anew")
def test_what_is_prepared_is_there_for_all_children() -> None:
    """Children that are copies of a process without other threads need not load what it has loaded."""
    found = subprocess.run([sys.executable, "-c", ALONE], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[100, 101, 102]", found.stderr


def test_nothing_is_prepared_where_nobody_shares_it() -> None:
    """Few calls run here and load what they need; beside other threads no child is a copy of this process."""
    try:
        list(each(double, range(FEW), minus, workers=2, prepare=partial(LOADED.append, 100)))
        thread = threading.Thread(
            target=lambda: list(each(double, range(FEW + 1), minus, workers=2, prepare=partial(LOADED.append, 100)))
        )
        thread.start()
        thread.join()
        assert not LOADED
    finally:
        LOADED.clear()


def tell_and_wait(folder: Path, number: int) -> int:
    (folder / str(os.getpid())).touch()
    time.sleep(60)
    return number


ORPHANS = """
import sys
from functools import partial
from pathlib import Path
from tests.test_workers import FEW, each, minus, tell_and_wait
if __name__ == "__main__":
    list(each(partial(tell_and_wait, Path(sys.argv[1])), range(FEW + 2), minus, workers=2))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_children_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    """Nothing that a build began goes on behind it, not even after `kill -9`."""
    parent = subprocess.Popen([sys.executable, "-c", ORPHANS, str(tmp_path)], cwd=ROOT)
    wait_until(lambda: len(list(tmp_path.iterdir())) == 2)
    parent.kill()
    parent.wait()
    children = [int(path.name) for path in tmp_path.iterdir()]
    wait_until(lambda: not any(map(is_running, children)))


def wait_until(is_so: Callable[[], bool]) -> None:
    """Wait half a minute for something. Raises AssertionError where it does not come."""
    turns = 300
    while turns and not is_so():
        time.sleep(0.1)
        turns -= 1
    assert is_so()


def is_running(process: int) -> bool:
    """Whether a process is there and has not ended; one that has may wait for somebody to ask."""
    state = Path(f"/proc/{process}/stat")
    if Path("/proc/self/stat").exists():
        try:
            return state.read_text().rpartition(") ")[2][:1] != "Z"
        except OSError:
            return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def double_or_be_killed_once(folder: Path, number: int) -> int:
    """As where memory is short: the system's own kill, out of the blue, and all is well the second time."""
    if number == 3 and not (folder / "killed").exists():
        (folder / "killed").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_a_child_that_the_system_kills_costs_nothing_where_it_goes_well_again(tmp_path: Path) -> None:
    """Its item is tried once more, alone; no other is lost."""
    found = list(each(partial(double_or_be_killed_once, tmp_path), range(FEW + 2), minus, workers=2))
    assert found == [2 * n for n in range(FEW + 2)]
