"""What a medium corrected in an article is a note of the brief and none of its news."""

from generator.cleaning import clean
from tests.readers.making import document

NEWS = "The harbour of Westport opened again on Monday.\n\nThe mayor thanked the crews of the ships.\n"
AMENDED = "This article was amended on 3 May 2021 to correct the name of a ship."


def test_a_correction_is_cut_and_told_as_a_note() -> None:
    """The note points at its words; cleaning twice tells it once."""
    found = clean(clean(document("a.txt", f"Harbour opens\n\n{NEWS}\n{AMENDED}\n")))
    (note,) = [problem for problem in found.problems if "corrected" in problem.what]
    assert note.span is not None
    assert (note.severity, note.span.of(found.text)) == ("note", AMENDED)
    assert AMENDED not in [b.span.of(found.text) for b in found.blocks if b.is_body]


def test_a_text_of_nothing_else_stays() -> None:
    """A page of corrections is news about them."""
    found = clean(document("a.txt", f"{AMENDED}\n"))
    assert not [problem for problem in found.problems if "corrected" in problem.what]
