"""The tables for spreadsheets say what the library says, and nothing in them is computed."""

import csv
import re
from dataclasses import fields
from pathlib import Path

import pytest

from generator.rendering.exports.tables import FORMULA, TABLES, Table, write_cell, write_tables
from tests.rendering.shelf import SETTINGS, Words, full_library

DESCRIPTION = (Path(__file__).parents[3] / "EXPORT.md").read_text(encoding="utf-8")


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of a table."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_rows_are_slices_of_their_sources(tmp_path: Path) -> None:
    """Every quotation, claim and sentence of an event has a row, whose words stand at its span."""
    library = full_library()
    entities, named, said, dated, _, figures = map(read_table, write_tables(library, tmp_path, SETTINGS))
    texts = {brief.analysis.document.path: brief.analysis.document.text for brief in library.briefs}
    quoted = [(row, row["words"]) for row in (*named, *said, *figures)]
    for row, words in [*quoted, *((row, row["sentence"]) for row in dated)]:
        assert " ".join(texts[row["path"]][int(row["start"]) : int(row["end"])].split()) == words
    counted = [b for b in library.briefs if b.duplicate_of is None]
    assert len(said) == sum(len(b.analysis.quotations) + len(b.analysis.claims) for b in counted) > 0
    assert len(dated) == sum(len(event.parts) for event in library.events) > 0
    assert [(row["value"], row["counted"], row["event"]) for row in figures] == [("8", "Lowtown Fair", "opening")]
    first = dated[0]
    assert (first["kind"], first["clause"]) == ("meeting", "met the River Board in Lowtown")
    assert (first["agent"], first["partner"], first["patient"]) == ("Jane Doe", "River Board", "")
    assert [row["mentions"] for row in entities] == ["2"] * 4 and len(named) == 8
    assert (entities[2]["name"], entities[2]["roles"]) == ("Jane Doe", "chair of the River Board")
    assert {row["form"] for row in said} <= {"direct", "fragment", "indirect"}


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1+1", "＠SUM(A1)"])
def test_no_cell_is_a_formula(words: str, tmp_path: Path) -> None:
    """What a source says is text, wherever it stands; a number stays one."""
    assert not str(write_cell(words)).startswith(FORMULA)
    for path in write_tables(full_library(Words(title=words)), tmp_path, SETTINGS):
        assert all(not cell.startswith(FORMULA) for row in read_table(path) for cell in row.values())
    assert write_cell(12) == 12
    assert write_cell(None) == ""


@pytest.mark.parametrize("table", TABLES, ids=[table.file for table in TABLES])
def test_each_column_is_described(table: Table) -> None:
    """EXPORT.md has the columns of each table."""
    section = DESCRIPTION.partition(f"\n## {table.file}\n")[2].partition("\n#")[0]
    told = [
        name
        for cell in re.findall(r"^\| (`[^|]{1,200}) \|", section, re.MULTILINE)
        for name in re.findall("[a-z_]+", cell)
    ]
    assert sorted(told) == sorted(field.name for field in fields(table.kind))
