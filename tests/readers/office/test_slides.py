"""Presentations: slides in order with their numbers, notes behind, hidden ones left out, hostile ones refused."""

import pytest

from generator.errors import SourceError
from tests.readers.making import archive, cuts, document, kept, pptx, shape

TALK = "Ann Bell opened the new pier of Westport in May, and the ferry will land there."


def test_slides_are_headed_blocks_with_their_number() -> None:
    """The first title is that of the source; a title stands before the text that was drawn before it."""
    found = document("a.pptx", pptx(shape("The pier", "ctrTitle"), shape("Short point") + shape("Costs", "title")))
    assert kept(found) == [("title", "The pier"), ("heading", "Costs"), ("list_item", "Short point")]
    assert [block.page for block in found.blocks] == [1, 2, 2]


def test_notes_stand_behind_their_slide() -> None:
    """The number on the page of notes is none."""
    found = document("a.pptx", pptx(shape("One", "title"), shape("Two", "title"), notes={1: TALK}))
    assert kept(found) == [("title", "One"), ("paragraph", TALK), ("heading", "Two")]


def test_numbers_and_feet_are_cut() -> None:
    """With the reason; the text stays where it is."""
    found = document("a.pptx", pptx(shape(TALK) + shape("7", "sldNum") + shape("Harbour board", "ftr")))
    assert [text for _, text in cuts(found)] == ["7", "Harbour board"]


def test_a_hidden_slide_is_left_out_and_told() -> None:
    """Nobody sees it in the show."""
    found = document("a.pptx", pptx(shape(TALK), "hidden" + shape("Secret", "title")))
    assert kept(found) == [("paragraph", TALK)]
    assert [problem.what for problem in found.problems] == ["hidden slides were left out (2)"]


def test_rows_of_tables_are_rows() -> None:
    """Cells of one row stand beside each other."""
    cells = "".join(
        f"<a:tc><a:txBody><a:p><a:r><a:t>{word}</a:t></a:r></a:p></a:txBody></a:tc>" for word in ("Pier", "4")
    )
    found = document("a.pptx", pptx(shape(TALK) + f"<a:tbl><a:tr>{cells}</a:tr></a:tbl>"))
    assert [(found.text[b.span.start : b.span.end], b.is_row) for b in found.blocks][1] == ("Pier | 4", True)


@pytest.mark.parametrize(
    "content",
    [
        b"PK",
        archive({"a.xml": "<a/>"}),
        archive({"ppt/presentation.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}),
        archive({"ppt/presentation.xml": "<a"}),
        pptx(),
    ],
)
def test_what_is_no_presentation_is_one_line(content: bytes) -> None:
    """Damaged, another archive, declared entities, no slide."""
    with pytest.raises(SourceError):
        document("a.pptx", content)
