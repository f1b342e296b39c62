"""Workbooks: tables of articles a source a row, other cells as rows, days as they are shown, hidden sheets left out."""

from pathlib import Path

import pytest

from generator.errors import SourceError
from generator.readers import collect, read
from tests.readers.making import archive, document, kept, stated, xlsx

HEAD: list[str | int] = ["title", "text", "date"]
ROWS: list[list[str | int]] = [
    HEAD,
    ["Pier opens", "Ann Bell opened the pier.", 44321],
    ["Ferry late", "The ferry came late.", 44322],
]


def test_a_table_of_articles_gives_a_source_a_row(tmp_path: Path) -> None:
    """With its number as a spreadsheet counts, and the day of a cell that shows one."""
    (tmp_path / "a.xlsx").write_bytes(xlsx({"Clips": ROWS}))
    found = collect(tmp_path, max_mb=1)
    assert [(one.place, stated(read(one))["published"]) for one in found.sources] == [
        ("row 3", ("2021-05-06",)),
        ("row 2", ("2021-05-05",)),
    ]
    assert found.problems == ()


def test_columns_are_those_that_a_file_beside_names(tmp_path: Path) -> None:
    """As for tables in text."""
    rows: list[list[str | int]] = [["head", "clip", "seen"], ["Pier opens", "Ann Bell opened the pier.", 44321]]
    (tmp_path / "a.xlsx").write_bytes(xlsx({"Clips": rows}))
    (tmp_path / "_columns.yml").write_text("title: head\ntext: clip\ndate: seen\n")
    found = collect(tmp_path, max_mb=1)
    assert [stated(read(one)) for one in found.sources] == [{"title": ("Pier opens",), "published": ("2021-05-05",)}]


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ("text: body\n", "it has no column 'body', which its _columns.yml names"),
        ("text: [\n", "its _columns.yml cannot be read"),
        ("words: body\n", "its _columns.yml has 'words', which is no field"),
    ],
)
def test_columns_that_it_has_not_are_told(tmp_path: Path, columns: str, told: str) -> None:
    """It is read as any other workbook."""
    (tmp_path / "a.xlsx").write_bytes(xlsx({"Clips": ROWS}))
    (tmp_path / "_columns.yml").write_text(columns)
    found = collect(tmp_path, max_mb=1)
    assert [one.path for one in found.sources] == ["a.xlsx"]
    assert [problem.what.startswith(told) for problem in found.problems] == [True]


def test_of_several_sheets_the_place_names_the_sheet(tmp_path: Path) -> None:
    """A sheet of something else beside articles is no source."""
    (tmp_path / "a.xlsx").write_bytes(xlsx({"Clips": ROWS[:2], "Costs": [["Pier", "4"]]}))
    (source,) = collect(tmp_path, max_mb=1).sources
    assert source.place == "Clips, row 2"


def test_other_cells_are_rows_under_the_name_of_their_sheet(tmp_path: Path) -> None:
    """Numbers that show days are days."""
    found = document("a.xlsx", xlsx({"Costs": [["Pier", 44321], ["Ferry", "4 million"]]}))
    assert kept(found) == [("heading", "Costs"), ("list_item", "Pier | 2021-05-05"), ("list_item", "Ferry | 4 million")]
    assert [block.is_row for block in found.blocks] == [False, True, True]


def test_a_number_is_a_day_before_the_last_of_the_calendar() -> None:
    """Whatever its cell shows; none is day 0."""
    found = document("a.xlsx", xlsx({"Costs": [["Pier", number] for number in (0, 1, 2958464, 2958465, 4000000)]}))
    days = [text.removeprefix("Pier | ") for _, text in kept(found)[1:]]
    assert days == ["0", "1899-12-31", "9999-12-30", "2958465", "4000000"]


def test_a_hidden_sheet_is_left_out_and_told() -> None:
    """Its name is said."""
    found = document("a.xlsx", xlsx({"Costs": [["Pier", "4"]], "Draft": [["x", "y"]]}, hidden=["Draft"]))
    assert "x" not in found.text.split()
    assert [problem.what for problem in found.problems] == ["hidden sheets were left out (Draft)"]


@pytest.mark.parametrize(
    "content",
    [b"PK", archive({"a.xml": "<a/>"}), archive({"xl/workbook.xml": "<!DOCTYPE a><a/>"}), xlsx({"Empty": []})],
)
def test_what_is_no_workbook_is_one_line(content: bytes) -> None:
    """Damaged, another archive, declared entities, no cell."""
    with pytest.raises(SourceError):
        document("a.xlsx", content)
