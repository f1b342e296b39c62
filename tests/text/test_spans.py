"""The shelf for spans and the groups: what lies where, and what belongs together, held against plain loops."""

from hypothesis import given
from hypothesis import strategies as st

from generator.model import Span
from generator.text.groups import Groups
from generator.text.spans import Spans

LENGTHS = st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4)), max_size=12)


def lay(lengths: list[tuple[int, int]]) -> list[Span]:
    """Spans behind one another: each a gap and a length."""
    end, spans = 0, []
    for gap, length in lengths:
        spans.append(Span(end + gap, end + gap + length))
        end += gap + length
    return spans


@given(LENGTHS, st.integers(0, 40), st.integers(0, 12))
def test_the_shelf_answers_as_a_loop_would(lengths: list[tuple[int, int]], start: int, length: int) -> None:
    """Each question has the answer that looking at every span gives."""
    spans, asked = lay(lengths), Span(start, start + length)
    shelf = Spans(spans)
    assert shelf.at(start) == next((span for span in spans if span.start <= start < span.end), None)
    assert list(shelf.inside(asked)) == [span for span in spans if asked.holds(span)]
    assert list(shelf.overlapping(asked)) == [span for span in spans if length and span.overlaps(asked)] or not length
    assert list(shelf.starting_in(asked)) == [span for span in spans if asked.start <= span.start < asked.end]
    assert shelf.before(start) == next((span for span in reversed(spans) if span.end <= start), None)
    assert shelf.after(start) == next((span for span in spans if span.start >= start), None)
    before, behind = [span for span in spans if span.start <= start], [span for span in spans if span.start > start]
    assert list(shelf.around(start, length)) == (before[-length:] if length else []) + behind[:length]
    assert shelf.starting_by(start) == next((span for span in reversed(spans) if span.start <= start), None)


def test_a_shelf_holds_whatever_has_a_span() -> None:
    """Words of another kind are laid by the span that a function gives."""
    shelf = Spans([(0, "one"), (4, "other")], lambda word: Span(word[0], word[0] + len(word[1])))
    assert shelf.at(5) == (4, "other")
    assert shelf.at(3) is None
    assert len(shelf) == 2


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=15))
def test_groups_are_what_is_joined(pairs: list[tuple[int, int]]) -> None:
    """Two things are of one group where a chain of pairs leads from one to the other; the first given stands for it."""
    groups = Groups(range(10))
    near = {number: {number} for number in range(10)}
    for one, other in pairs:
        groups.join(one, other)
        whole = near[one] | near[other]
        for number in whole:
            near[number] = whole
    assert {frozenset(group) for group in groups} == {frozenset(group) for group in near.values()}
    assert all(groups.find(number) == min(near[number]) for number in range(10))


def test_a_thing_that_nobody_joined_stands_for_itself() -> None:
    """Asking changes nothing; what was never given is its own group."""
    groups: Groups[str] = Groups(("b", "a"))
    assert groups.find("c") == "c"
    assert [list(group) for group in groups] == [["b"], ["a"]]
    groups.join("a", "b")
    assert groups.find("a") == "b"
    assert groups.are_joined("a", "b")
    assert not groups.are_joined("a", "c")
