"""What is remembered is that of the same value, from one round to the next and no longer."""

from collections.abc import Iterator

import pytest

from generator.text.memo import begin_round, end_rounds, keeping_last, remembered


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    end_rounds()
    yield
    end_rounds()


def test_the_same_value_is_looked_at_once_while_it_is_asked_for() -> None:
    """An equal one is another; what was not asked for in a round is forgotten; without rounds nothing is kept."""
    looked: list[tuple[int, ...]] = []

    @remembered
    def find(value: tuple[int, ...]) -> int:
        looked.append(value)
        return sum(value)

    one, equal = tuple(range(3)), tuple(range(3))
    assert find(one) == find(one) == 3
    assert len(looked) == 2
    begin_round()
    assert find(one) == find(one) == find(equal) == 3
    assert len(looked) == 4
    begin_round()
    assert find(one) == 3
    assert len(looked) == 4
    begin_round()
    assert find(one) + find(equal) == 6
    assert len(looked) == 5
    end_rounds()
    find(one)
    assert len(looked) == 6


def test_what_was_asked_last_is_known_without_rounds_too() -> None:
    """Only of the very same value, and only until another is asked for."""
    looked: list[tuple[int, ...]] = []

    @keeping_last
    def find(value: tuple[int, ...]) -> int:
        looked.append(value)
        return sum(value)

    one, equal = tuple(range(3)), tuple(range(3))
    assert find(one) == find(one) == 3
    assert find(equal) == find(one) == 3
    assert looked == [one, equal, one]
