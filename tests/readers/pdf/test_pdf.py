"""PDF: paragraphs by their places, furniture of the page cut, the page of each block kept."""

import pytest

from generator.errors import SourceError
from tests.readers.making import Words, cuts, document, kept, pdf, stated

FULL = "The harbour of this town will get a second pier as the council"


def lines_of(word: str) -> list[str]:
    """Full lines of one long sentence that goes on."""
    return [f"The harbour of this {word} will get pier {number}, as the council" for number in ("two", "six", "three")]


def running(*pages: list[str], head: str | None = None) -> bytes:
    """Pages of lines in 12 points, with a running head and a number at the foot."""
    made: list[list[Words]] = []
    for number, lines in enumerate(pages, 1):
        body = [(72, 700 - 14 * n, 12, line) for n, line in enumerate(lines)]
        furniture = [(72, 770, 9, f"{head} {number}"), (290, 40, 9, str(number))] if head else []
        made.append([*furniture[:1], *body, *furniture[1:]])
    return pdf(made)


def test_lines_join_to_paragraphs() -> None:
    """A full line goes on; after a gap, or after a short line that ends a sentence, a paragraph begins."""
    lines: list[Words] = [(72, 700, 12, FULL), (72, 686, 12, "decided."), (72, 672, 12, FULL), (72, 630, 12, FULL)]
    assert [text for _, text in kept(document("a.pdf", pdf([lines])))] == [f"{FULL}\ndecided.", FULL, FULL]


def test_large_letters_make_title_and_headings() -> None:
    """The largest on the first page are the title; the properties' title counts only where the page shows it."""
    lines: list[Words] = [(72, 700, 24, "A second pier"), (72, 660, 16, "What it costs"), (72, 630, 12, FULL)]
    lines += [(72, 616, 12, FULL)]
    found = document("a.pdf", pdf([lines], title="A second pier"))
    assert kept(found)[:2] == [("title", "A second pier"), ("heading", "What it costs")]
    assert stated(found) == {"title": ("A second pier",)}
    assert stated(document("a.pdf", pdf([lines], title="Microsoft Word - x.doc"))) == {}


def test_running_heads_and_page_numbers_are_cut() -> None:
    """They are known by coming again on other pages."""
    found = document("a.pdf", running(*[lines_of(word) for word in ("one", "two", "three")], head="Town Report"))
    assert [reason for reason, _ in cuts(found)] == ["running head or foot", "page number"] * 3
    assert not any("Town Report" in text for _, text in kept(found))


def test_each_block_has_the_page_it_begins_on() -> None:
    """A sentence that runs over the page stays whole, and the next one begins on the new page."""
    found = document(
        "a.pdf", running(lines_of("one"), ["decided. The cost is high, and the town is to pay it as", *lines_of("two")])
    )
    assert [block.page for block in found.blocks] == [1, 2]
    assert kept(found)[0][1].endswith("three, as the council\ndecided.")
    assert kept(found)[1][1].startswith("The cost is high, and the town is to pay it as\nThe harbour")


def test_a_sentence_that_runs_over_the_page_ends_its_paragraph() -> None:
    """However many lines of the next page it takes."""
    first, second = (
        "The council of this town met twice and the mayor told it that",
        "the road over the hills to the old pier of Holm is closed since",
    )
    texts = ([first], [second, "it rained. So", "be it."])
    pages = [[(72, 700 - 14 * n, 12, line) for n, line in enumerate(lines)] for lines in texts]
    found = document("a.pdf", pdf(pages))
    assert [text for _, text in kept(found)] == [f"{first}\n{second}\nit rained.", "So\nbe it."]


def test_words_divided_at_the_end_of_a_line_are_whole() -> None:
    """With their hyphen where the document has it inside a line, or before a capital or a number."""
    divided = [f"{FULL} of the well-", "known town met the interna-", "tional guests of Franco-", "German trade in it."]
    found = document("a.pdf", running([*divided, "A well-known man came to it."]))
    text = " ".join(found.text.split())
    assert "of the well-known town met the international guests of Franco-German trade" in text


def test_a_pdf_of_images_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """And what to do, where no program reads images; single empty pages are a note."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SourceError, match=r"no text in it: it is a scan or a picture; install Tesseract"):
        document("a.pdf", pdf([[]]))
    found = document("a.pdf", pdf([[(72, 700, 12, FULL)], []]))
    assert [str(problem).partition(";")[0] for problem in found.problems] == ["a.pdf: no text on page 2: images only"]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"no pdf", pdf([[(72, 700, 12, FULL)]])[:200]])
def test_a_damaged_pdf_is_one_line(content: bytes) -> None:
    """Not a traceback."""
    with pytest.raises(SourceError, match="it is damaged or no PDF; open it in its own program"):
        document("a.pdf", content)
