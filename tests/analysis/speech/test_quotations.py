"""Quotations: their words, their kind, and whose they are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.analysis.oddities import find_unbalanced
from generator.model import Span
from tests.analysis.articles import article

NAMES = {
    "Jane Roe": "p1",
    "Roe": "p1",
    "Max Poe": "p2",
    "Poe": "p2",
    "Harbour Board": "o1",
    "Ruritania": "l1",
    "Reuters": "o2",
}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We will go,” Roe said.", "direct"),
        ("“No,” Roe said.", "direct"),
        ("Roe said: “Never again.”", "direct"),
        ("Roe called it a “bad deal” for all.", "fragment"),
        ("Roe said that “we are not going to give up now”.", "direct"),
        ("Roe warned of ‘grave consequences’ for it.", "fragment"),
        ("Roe promised “lower rents for all of the people of Ruritania” in May.", "direct"),
        ("Roe promised “lower rents for all” in May.", "fragment"),
        ("Roe said that “we go there now” in May.", "direct"),
        ("Roe said that “we go there” in May.", "fragment"),
    ],
)
def test_a_clause_is_direct_and_a_phrase_is_a_fragment(text: str, kind: str) -> None:
    """A clause or more is direct speech; a phrase, a title or a scare quote is a fragment."""
    assert [q.kind for q in article(text, NAMES).quotations()] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Roe read “The Long Way Home to the Sea” aloud.",
        "Roe met the choir, lending verses to tunes like “Low Tide”, “Salt Road” and “Barge”.",
        "The scheme goes by the name of “Green Barn” in Brussels.",
        "Jane “Jay” Roe left.",
        "Roe demanded in the old hall of the town “Votes For All”.",
    ],
)
def test_a_name_in_quotation_marks_is_no_quotation(text: str) -> None:
    """Titles, nicknames and slogans in capitals are said by nobody."""
    assert article(text, NAMES).quotations() == ()


def test_a_name_that_somebody_uses_is_his_words() -> None:
    """Words in capitals are a quotation where the speaker stands right beside them."""
    (quotation,) = article("Roe demanded “Votes For All” in May.", NAMES).quotations()
    assert quotation.speaker == "p1"


def test_spans_leave_the_marks_out() -> None:
    """A quotation is what stands between the marks, its comma included; cue and speaker are slices of the text."""
    story = article("“We will go,” said Jane Roe.", NAMES)
    (quotation,) = story.quotations()
    assert quotation.span.of(story.text) == "We will go,"
    assert quotation.cue and quotation.cue.of(story.text) == "said"
    assert quotation.speaker_span and quotation.speaker_span.of(story.text) == "Jane Roe"


def test_an_interrupted_quotation_has_one_speaker() -> None:
    """Both halves around "he said" belong to the same speaker."""
    text = "“We will go,” Roe said, “and we will not come back.”"
    assert article(text, NAMES).said() == [("We will go,", "p1"), ("and we will not come back.", "p1")]


def test_a_quotation_over_paragraphs_has_one_speaker() -> None:
    """Paragraphs that open again without closing are the words of whoever is named at either end."""
    text = "Roe said: “One is bad.\n“Two is worse.\n“Three is too much.”"
    assert [speaker for _, speaker in article(text, NAMES).said()] == ["p1", "p1", "p1"]
    text = "“One is bad.\n“Two is worse,” said Roe."
    assert [speaker for _, speaker in article(text, NAMES).said()] == ["p1", "p1"]


def test_a_sentence_may_end_with_the_quotation_before_its_cue() -> None:
    """A question mark ends the quoted sentence, not the one that reports it."""
    text = "“What now?” he asked Poe. “Who knows?” asked Roe."
    assert [speaker for _, speaker in article(text, NAMES).said()] == [None, "p1"]


def test_quotations_of_other_blocks_do_not_count() -> None:
    """Words quoted in a headline are no quotation."""
    story = article("“Stop it!”", NAMES)
    assert len(story.quotations()) == 1
    assert article("", NAMES).quotations() == ()


def test_an_unbalanced_mark_is_noted_once_for_its_paragraph() -> None:
    """The note points at the mark and makes no quotation of it."""
    text = "All is “fine” here.\nThey are non-starters,” as per Reuters, and so on”."
    story = article(text, NAMES)
    assert [q.span.of(text) for q in story.quotations()] == ["fine"]
    (problem,) = find_unbalanced(story.document)
    assert (problem.severity, problem.what) == ("note", "unbalanced quotation mark")
    assert problem.span == Span(text.index("”", 20), text.index("”", 20) + 1)


WORDS = st.lists(
    st.sampled_from(
        ["“", "”", '"', "'s", "Jane Roe", "Poe", "said", "he", "told", "the", ",", ".", "talks", "that", ":"]
    ),
    max_size=25,
)


@settings(deadline=None)
@given(WORDS)
def test_any_text_is_borne(words: list[str]) -> None:
    """Whatever the words, every finding is a slice, in order, and says nothing of an entity that is not there."""
    story = article(" ".join(words), NAMES)
    end = 0
    for quotation in story.quotations():
        assert end <= quotation.span.start < quotation.span.end <= len(story.text)
        end = quotation.span.end
        assert quotation.speaker in (None, "p1", "p2")
    for claim in story.claims():
        assert claim.span.of(story.text).strip()
        assert claim.claimant in (None, "p1", "p2")


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(["“Yes, we can,” said Roe.", "Poe said: “No.”", "“Maybe,” he added."]), min_size=1, max_size=4
    )
)
def test_an_unclosed_mark_costs_only_its_own_paragraph(paragraphs: list[str]) -> None:
    """A paragraph with a stray mark at the end changes no quotation, speaker or claim before it."""
    text = "\n".join(paragraphs)
    whole, longer = article(text, NAMES), article(text + "\nPoe said “it is bad.", NAMES)
    assert longer.quotations() == whole.quotations()
    assert longer.claims()[: len(whole.claims())] == whole.claims()


@pytest.mark.parametrize("unit", ['"', "“", "'", "said ", "“a” said ", "Roe said "])
def test_long_repetitions_are_borne(unit: str) -> None:
    """Twenty thousand characters of one mark or cue are read to the end."""
    story = article(unit * (20_000 // len(unit)))
    assert all(q.speaker is None for q in story.quotations())


@pytest.mark.parametrize("mark", ":,")
def test_a_cue_at_the_end_of_a_paragraph_introduces_the_next(mark: str) -> None:
    """A quotation alone in its paragraph belongs to the cue with which the paragraph before it ends."""
    text = f"In the end Roe said{mark}\n“We will go there and stay.”"
    assert article(text, NAMES).said() == [("We will go there and stay.", "p1")]
