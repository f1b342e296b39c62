"""Many calls side by side: the order stays, and what dies costs only itself."""

import os
import re
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
