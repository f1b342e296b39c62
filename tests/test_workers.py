"""Many calls side by side: the order stays, and what dies costs only itself."""

import os

from generator.workers import FEW, each


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
