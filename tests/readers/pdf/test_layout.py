"""PDF: tables, the order of reading, and headings in the letters of the text."""

from generator.model import Document
from tests.readers.making import Words, document, kept, pdf

FULL = "The harbour of this town will get a second pier as the council"


def lines(*texts: str, left: int = 72, top: int = 700) -> list[Words]:
    """Lines under each other in 12 points."""
    return [(left, top - 14 * n, 12, text) for n, text in enumerate(texts)]


def row(top: int, *cells: str) -> list[Words]:
    """Cells beside each other."""
    return [(72 + 120 * n, top, 12, cell) for n, cell in enumerate(cells)]


def rows(found: Document) -> list[str]:
    """The text of the blocks that are rows."""
    return [block.span.of(found.text) for block in found.blocks if block.is_row]


def test_lines_with_columns_are_rows() -> None:
    """Words far from each other, in lines under each other; the text around them is text."""
    table = [*row(600, "Name", "Cost"), *row(586, "Pier", "30 million"), *row(572, "Road", "7 million")]
    found = document("a.pdf", pdf([[*lines(FULL, "decided."), *table, *lines(FULL, "decided.", top=500)]]))
    assert rows(found) == ["Name | Cost", "Pier | 30 million", "Road | 7 million"]
    assert [text for kind, text in kept(found) if kind == "paragraph"] == [f"{FULL}\ndecided."] * 2


def test_a_wide_gap_alone_makes_no_table() -> None:
    """A letterhead has its date on the right, and a narrow column is stretched: all its gaps are alike."""
    head = [(72, 740, 12, "Westport Council"), (400, 740, 12, "7 January 2022")]
    stretched: list[Words] = [(72 + 80 * n, 672 - 14 * m, 12, word) for m in (0, 1) for n, word in enumerate("abcde")]
    found = document("a.pdf", pdf([[*head, *lines(FULL, "decided."), *stretched]]))
    assert rows(found) == []


def test_a_page_drawn_in_another_order_is_read_from_the_top() -> None:
    """Forms and slides are; columns that were drawn one after the other stay so."""
    first, second, third = lines("The first of all.", "The second of all.", "The third of all.")
    found = document("a.pdf", pdf([[third, second, first]]))
    assert [line for _, text in kept(found) for line in text.split("\n")] == [first[3], second[3], third[3]]
    left, right = lines(*["Left of the page we read"] * 4), lines(*["Right of it we read on"] * 4, left=320)
    text = document("a.pdf", pdf([[*left, *right]])).text
    assert text.rindex("Left") < text.index("Right")
    text = document("a.pdf", pdf([[*right[2:], *right[:2], *left[2:], *left[:2]]])).text
    assert text.rindex("Left") < text.index("Right")


def test_bold_lines_are_headings_of_what_follows() -> None:
    """In letters no larger than the text, with no space under them; a bold name in a line is none."""
    found = document("a.pdf", pdf([lines("**What it costs", FULL, "decided.")]))
    assert kept(found) == [("heading", "What it costs"), ("paragraph", f"{FULL}\ndecided.")]
    assert [kind for kind, _ in kept(document("a.pdf", pdf([lines(f"**{FULL}", "**decided.")])))] == ["paragraph"]


def test_a_page_in_large_letters_has_its_own_measure() -> None:
    """What stands out on it is a heading, not all of it."""
    small = lines(*[FULL] * 40, "decided.")
    large: list[Words] = [(72, 700 - 20 * n, 16, FULL) for n in range(12)]
    found = document("a.pdf", pdf([small, [(72, 760, 24, "A second part"), *large]]))
    assert [text for kind, text in kept(found) if kind in ("title", "heading")] == ["A second part"]


def test_a_line_that_is_all_of_a_page_is_no_running_head() -> None:
    """Slides may say the same word on each page."""
    found = document("a.pdf", pdf([lines("Background")] * 4))
    assert "Background" in kept(found)[0][1]
