"""Windows cover a text once, fit the network and cost what the text is long."""

from hypothesis import given
from hypothesis import strategies as st

from generator.language.en.model.words import CONTEXT, WIDTH, cut_windows

SIZES = st.lists(st.tuples(st.integers(1, 6), st.sampled_from((0, 0, 0, 1, 2, 3))), max_size=400)


@given(SIZES)
def test_every_word_is_owned_once(words: list[tuple[int, int]]) -> None:
    """Windows follow each other without gap; each fits, and reads a bounded run of words before its own."""
    sizes, breaks = [size for size, _ in words], [rank for _, rank in words]
    at = 0
    for window in cut_windows(sizes, breaks):
        assert window.start <= window.own == at < window.end
        assert sum(sizes[window.start : window.own]) <= CONTEXT
        assert sum(sizes[window.start : window.end]) <= WIDTH
        at = window.end
    assert at == len(words)


def test_a_cut_prefers_the_end_of_a_sentence() -> None:
    """Within reach of the window's end the best place wins, not the last."""
    sizes, breaks = [1] * 300, [0] * 300
    breaks[100] = 2
    assert cut_windows(sizes, breaks)[0].end == 101


def test_of_equal_places_the_last_wins() -> None:
    """And what comes behind a worse one is cut at the better one."""
    breaks = [0] * 300
    breaks[100] = breaks[111] = 2
    assert cut_windows([1] * 300, breaks)[0].end == 112
    breaks[115] = 1
    assert cut_windows([1] * 300, breaks)[0].end == 112


def test_another_block_is_no_context() -> None:
    """A window reads what stands before its own words, up to the begin of their block."""
    breaks = [0] * 300
    breaks[100] = 2
    assert cut_windows([1] * 300, breaks)[1].start == 101 - CONTEXT
    breaks[100] = 3
    assert cut_windows([1] * 300, breaks)[1].start == 101
