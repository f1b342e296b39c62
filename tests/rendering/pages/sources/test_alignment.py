"""Two texts side by side."""

from generator.rendering.pages.sources.alignment import MOST_SENTENCES, Beside, align, find_differences

ONE = "The ferry ran aground on Monday with ninety people on board."
OTHER = "Two boats took all of them to the harbour within an hour."
THIRD = "Nobody knows whether the company will sail this week."


def test_sentences_stand_beside_what_is_like_them() -> None:
    """A new one has nothing beside it, also between two; a changed one stands beside its old form."""
    changed = ONE.replace("ninety", "ninety-two")
    assert align([ONE, OTHER], [changed, THIRD, OTHER]) == [Beside(0, 0), Beside(None, 1), Beside(1, 2)]
    assert align([], [ONE]) == [Beside(None, 0)]
    assert align([ONE], []) == [Beside(0, None)]


def test_what_moved_says_where_it_is() -> None:
    """Either place names the other."""
    rows = align([ONE, OTHER, THIRD], [OTHER, THIRD, ONE])
    assert rows == [Beside(0, None, 2), Beside(1, 0), Beside(2, 1), Beside(None, 2, 0)]


def test_a_very_long_text_is_compared_as_far_as_that_goes() -> None:
    """The time grows with the product of both."""
    assert len(align([ONE] * (MOST_SENTENCES + 9), [THIRD])) == MOST_SENTENCES + 1


def test_whole_words_differ() -> None:
    """Line breaks do not; a mark does."""
    assert _differ("He has nine\nships.", "He had nine ships!") == (["has", "."], ["had", "!"])
    assert _differ("All of it.", "All it.") == (["of"], [])
    assert _differ("The same.", "The same.") == ([], [])


def _differ(left: str, right: str) -> tuple[list[str], list[str]]:
    gone, come = find_differences(left, right)
    return [span.of(left) for span in gone], [span.of(right) for span in come]
