"""Sentences end where they end: abbreviations, numbers and wrapped lines end none."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.language import find_sentences
from generator.model import Span
from tests.language.reading import lines_of, sentences

WHOLE = [
    "Lt. Gen. Karl Ost met Mr. Brown and Dr. Ann R. Lee of the U.S. Army in Jan. 2020.",
    "It cost 3.5 million on 7.1.2022 and No. 4 won by 2.25 points.",
    "He waited... and then he left.",
    "The firm Ost Inc. won against J. R. Vale vs. the state.",
    "See p. 14, fig. 3 and vol. 2 of the book.",
    "The vote (held on Sunday. and again later) was close.",
    "They met at 5 p.m. near St. Anne's.",
    "A line that is wrapped\ngoes on after the break.",
    "no end mark at all",
    "“Will it hold?” she asked.",
    "Visit www.example.org or mail a.b@example.org today.",
    "WORDS OF GEN. ANNA VALE BEFORE THE COURT",
    "1. First of all, this is one.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_one_sentence_stays_whole(text: str) -> None:
    """Abbreviations, initials, decimals, ellipses before lower case, addresses and list numbers end no sentence."""
    assert sentences(text) == [text]


DIVIDED = [
    "It rained. | It stopped.",
    "He came from the US. | She did not.",
    "They left the U.S. | The others stayed.",
    "“We will go.” | Nobody went.",
    "He said “no.” | Then he left.",
    "It ended (at last.) | All went home.",
    "Who knows? | Nobody! | Really…",
    "It rose by 3.5. | It fell by 2.",
    "The plan failed.[3] | Another was made.",
    "They met in Jan. | It was cold.",
    "He works for Ost Inc. | The firm is small.",
    "会谈没有取消。| 将继续进行！| 是吗？",
    "बैठक रद्द नहीं है। | वे शहर में हैं।",
    "هل تعلم؟ | نعم۔",
]


@pytest.mark.parametrize("text", DIVIDED)
def test_sentences_divide(text: str) -> None:
    """An end mark with the quotation marks and brackets that close after it ends a sentence, in several scripts."""
    parts = [part.strip() for part in text.split("|")]
    joined = ("" if "。" in text else " ").join(parts)
    assert sentences(joined) == parts


def test_no_sentence_crosses_two_blocks() -> None:
    """Each block is divided by itself, with or without an end mark."""
    text = "First block\n\nsecond block. Third"
    found = [span.of(text) for span in find_sentences(text, lines_of(text), "en")]
    assert found == ["First block", "second block.", "Third"]


def test_stray_marks_belong_to_the_sentence_before() -> None:
    """Marks without a letter or digit are no sentence of their own."""
    assert sentences("It is over. . .") == ["It is over. . ."]


@settings(deadline=None)
@given(st.lists(st.text(alphabet="ab C.?!…\n\"”')。।0", max_size=40), max_size=4))
def test_spans_are_ordered_trimmed_and_cover_every_letter(blocks: list[str]) -> None:
    """Sentences lie in their blocks, in order, without white space at their ends, and lose no letter."""
    text = "\n\n".join(blocks)
    spans, at = [], 0
    for block in blocks:
        spans.append(Span(at, at + len(block)))
        at += len(block) + 2
    found = find_sentences(text, spans, "en")
    assert list(found) == sorted(found)
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))
    assert all(span.of(text) == span.of(text).strip() != "" for span in found)
    assert all(any(block.holds(span) for block in spans) for span in found)
    assert "".join("".join(s.of(text) for s in found).split()) == "".join(text.split())


@pytest.mark.parametrize("unit", [".", "a", "a.", "A. ", "“", "(", "?", "…", "'", "a.b", "Mr. ", "[1]", "\u3002"])
def test_long_monotonous_texts_go_through(unit: str) -> None:
    """Twenty thousand times the same characters give sentences without losing one."""
    text = unit * (20_000 // len(unit))
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
