"""Summaries are made of the text's own sentences: few, in order, led by the lead."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.analysis.summaries.choosing import choose_summary
from tests.analysis.found import make_analysis

ARTICLE = """The port of Lima will close for a month while Peru repairs its damaged harbor walls, the government said.
He said that it was sad.
Ships with grain for Chile and Brazil must wait outside the harbor of Lima until the repairs end.
Will the repairs hold? “We hope so,” she said.
Short one.
Peru will pay for the repairs of the harbor with a loan of the Bank of Peru, the government said.
The port of Lima will close for a month while Peru repairs its harbor walls, the government said again.
Farmers in Chile fear that grain for their animals will be late and more expensive than before.
A hotel near the beach has painted its doors in a new shade of green this year."""


def chosen(text: str, limit: int = 5, title: str | None = None) -> list[int]:
    return list(choose_summary(make_analysis(text, title), limit=limit))


def test_the_lead_comes_first() -> None:
    """The first full sentence opens the summary."""
    assert chosen(ARTICLE)[0] == 0


def test_weak_sentences_are_left_out() -> None:
    """Sentences that open with a pronoun, questions, quotations alone, fragments and repetitions are passed over."""
    picked = set(chosen(ARTICLE))
    assert not picked & {1, 3, 4, 5, 7}
    assert {2, 6} & picked


def test_a_text_of_one_or_two_sentences_is_its_own_summary() -> None:
    """Nothing can be left out of two sentences."""
    assert chosen("Peru voted.") == [0]
    assert chosen("Peru voted. Chile waited.") == [0, 1]
    assert chosen("") == []


def test_short_texts_have_short_summaries() -> None:
    """Three sentences, or one in three and one more; never more than the setting allows."""
    text = "\n".join(ARTICLE.split("\n")[i] for i in (0, 2, 5, 7))
    assert chosen(text) == [0, 1, 2]
    assert len(chosen(text, limit=2)) == 2


def test_the_title_draws_its_sentence() -> None:
    """Of two equal sentences that which shares the title's words is chosen."""
    text = "\n".join(
        [
            "The council of the town met for two hours on Monday evening in its old hall.",
            "The new bridge over the brook gets a second lane for bicycles next spring.",
            "The old school behind the market gets a second door for pupils next spring.",
            "The small museum of the town gets a third room for pictures next spring.",
        ]
    )
    assert chosen(text, limit=2, title="School gets second door for its pupils") == [0, 2]


def test_a_limit_of_zero_gives_nothing() -> None:
    """No sentence is shown where none is wanted."""
    assert chosen(ARTICLE, limit=0) == []


def test_a_long_text_is_summed_up_from_its_beginning() -> None:
    """However long the text, the summary is no longer than the limit."""
    text = "\n".join(
        f"Harbor number {n} of Peru was repaired with {n} new walls by the town of Lima." for n in range(1000)
    )
    assert 1 <= len(chosen(text)) <= 5


SENTENCES = [
    "Peru closed the harbor of Lima today.",
    "He left.",
    "Why?",
    "“No.”",
    "Ships wait in the harbor of Lima.",
    "x",
    "…",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), max_size=20), st.integers(0, 6))
def test_indexes_ascend_within_the_limit(sentences: list[str], limit: int) -> None:
    """A summary has ascending indexes of existing sentences, at most the limit, one at least where there is text."""
    analysis = make_analysis("\n".join(sentences))
    picked = choose_summary(analysis, limit=limit)
    assert list(picked) == sorted(set(picked))
    assert all(0 <= index < len(analysis.sentences) for index in picked)
    assert len(picked) <= limit
    assert bool(picked) == bool(analysis.sentences and limit)
    assert choose_summary(analysis, limit=limit) == picked
