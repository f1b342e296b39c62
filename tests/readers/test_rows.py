"""Rows of tables are shown and searched for names, but are no sentences."""

import pytest

from generator.analysis import analyse
from generator.cleaning import clean
from generator.model import Document
from tests.readers.making import document, docx, odt, word_paragraph

PROSE = "The harbour of Westport will get a second pier, Mayor Anna Berg told reporters on Tuesday."
VALUES = ["Ann Lee", "30 million euros, paid."]


def rows(found: Document) -> list[str]:
    """The text of the blocks that are rows."""
    return [block.span.of(found.text) for block in found.blocks if block.is_row]


def sentences(found: Document) -> list[str]:
    """The sentences of the whole."""
    analysis = analyse(clean(found))
    return [span.of(found.text) for span in analysis.sentences]


def html(*cells: str, attributes: str = "") -> str:
    """A table of one row."""
    return "<table><tr>" + "".join(f"<td{attributes}>{cell}</td>" for cell in cells) + "</tr></table>"


def word(*cells: str) -> str:
    """The same for Word."""
    return "<w:tbl><w:tr>" + "".join(f"<w:tc>{word_paragraph(cell)}</w:tc>" for cell in cells) + "</w:tr></w:tbl>"


def opendocument(*cells: str) -> str:
    """The same for OpenDocument."""
    made = "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in cells)
    return f"<table:table-row>{made}</table:table-row>"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", f"<p>{PROSE}</p>{html(*VALUES)}"),
        ("a.md", f"{PROSE}\n\n| Name | Cost |\n| --- | --- |\n| {VALUES[0]} | {VALUES[1]} |\n"),
        ("a.docx", docx(word_paragraph(PROSE) + word(*VALUES))),
        ("a.odt", odt(f"<text:p>{PROSE}</text:p>{opendocument(*VALUES)}")),
        ("a.rtf", rf"{{\rtf1 {PROSE}\par {VALUES[0]}\cell {VALUES[1]}\cell\row}}"),
    ],
)
def test_a_row_is_no_sentence(name: str, content: bytes | str) -> None:
    """In every format with tables; its names are found all the same."""
    found = document(name, content)
    assert rows(found)[-1] == " | ".join(VALUES)
    assert sentences(found) == [PROSE]
    assert "Ann Lee" in [entity.name for entity in analyse(clean(found)).entities]


@pytest.mark.parametrize("cells", [("\xa0", *VALUES), (VALUES[0], "\u2003", VALUES[1]), (*VALUES, "\xa0", "\xa0")])
def test_a_cell_of_white_space_leaves_no_border(cells: tuple[str, ...]) -> None:
    """A space that does not break, which fills empty cells on web pages, is no value; nor is any other."""
    table = f"| {'a | ' * len(cells)}\n| {'--- | ' * len(cells)}\n| {' | '.join(cells)} |\n"
    rich = "".join(rf"\u{ord(cell)}?\cell " if cell.isspace() else rf"{cell}\cell " for cell in cells)
    files: dict[str, bytes | str] = {
        "a.html": f"<p>{PROSE}</p>{html(*cells)}",
        "b.html": f"<p>{PROSE}</p>{html(*(f'<p>{cell}</p>' for cell in cells))}",
        "a.md": f"{PROSE}\n\n{table}",
        "a.docx": docx(word_paragraph(PROSE) + word(*cells)),
        "a.odt": odt(f"<text:p>{PROSE}</text:p>{opendocument(*cells)}"),
        "a.rtf": rf"{{\rtf1 {PROSE}\par {rich}\row}}",
    }
    for name, content in files.items():
        assert rows(document(name, content))[-1] == " | ".join(VALUES), name


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", html("7", PROSE)),
        ("a.html", html("7", f"{PROSE}<br><br>{PROSE}")),
        ("a.md", f"| No. | Text |\n| --- | --- |\n| 7 | {PROSE} |\n"),
        ("a.docx", docx(word("7", PROSE))),
        ("a.odt", odt(opendocument("7", PROSE))),
    ],
)
def test_a_cell_of_prose_is_a_paragraph(name: str, content: bytes | str) -> None:
    """A table may only arrange the page; what stands beside the prose is a row still."""
    found = document(name, content)
    assert rows(found)[-1] == "7"
    assert set(sentences(found)) == {PROSE}


def test_short_sentences_beside_prose_in_its_cell_stay() -> None:
    """A cell with one paragraph of prose is text as a whole."""
    found = document("a.html", html("7", f"<p>{PROSE}</p><p>It rained.</p>"))
    assert sentences(found) == [PROSE, "It rained."]


def test_rows_of_one_cell_are_paragraphs() -> None:
    """Letters are laid out so; a cell over several columns belongs to a table."""
    assert sentences(document("a.html", html("It rained."))) == ["It rained."]
    assert sentences(document("a.html", html("It rained.", attributes=" colspan=2"))) == []


def test_paragraphs_in_a_cell_of_values_are_part_of_the_row() -> None:
    """Each on its own line, and none a sentence."""
    found = document("a.html", html("Cost", "<p>30 million</p><p>an estimate</p>"))
    assert rows(found) == ["Cost", "30 million", "an estimate"]
