"""Summaries are compared with people's by their first words, text by text."""

from evaluation.summaries.__main__ import LEAD, OURS, Row, mean, share, show, take_half
from evaluation.summaries.rouge import WORDS, best_rouge, clip, rouge


def test_rouge_counts_words_pairs_and_what_is_in_order() -> None:
    """F of words, of pairs of words, and of the longest common subsequence."""
    assert rouge("The harbor closed.", "the harbor closed") == (1.0, 1.0, 1.0)
    one, two, longest = rouge("closed the harbor", "the harbor closed")
    assert (one, two, longest) == (1.0, 0.5, 2 / 3)
    assert rouge("", "the harbor") == rouge("harbor", "") == (0.0, 0.0, 0.0)


def test_the_nearest_of_several_summaries_counts() -> None:
    """Each measure takes the best of them."""
    assert best_rouge("the harbor", ["a boat", "the harbor"]) == (1.0, 1.0, 1.0)


def test_only_the_first_words_count() -> None:
    """What is beyond is not compared."""
    assert clip("a " * (WORDS + 5)).count("a") == WORDS


def test_each_text_is_in_one_half() -> None:
    """The halves part the texts, always the same way."""
    records = [{"id": str(number)} for number in range(9)]
    halves = [take_half(records, half) for half in (0, 1)]
    assert sorted(record["id"] for half in halves for record in half) == sorted(record["id"] for record in records)
    assert take_half(records, None) == records


def test_the_table_sets_each_program_beside_the_first_sentences() -> None:
    """One line for each, then one for each genre."""
    rows = [
        Row("a", "news", {OURS: [0], LEAD: [0]}, {OURS: (0.4, 0.2, 0.3), LEAD: (0.2, 0.1, 0.15)}),
        Row("b", "talk", {OURS: [0], LEAD: [0]}, {OURS: (0.2, 0.0, 0.1), LEAD: (0.2, 0.1, 0.15)}),
    ]
    assert [round(number, 3) for number in mean(rows, OURS)] == [0.3, 0.1, 0.2]
    assert round(share(rows, OURS), 3) == 1.333
    lines = list(show(rows))
    assert len(lines) == 5
    assert lines[1].endswith("1.333")
