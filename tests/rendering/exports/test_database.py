"""The database holds what the library holds, each row with its source, and opens in the tools made for it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from generator.rendering.exports.database import TABLES, write_database
from tests.rendering.shelf import SETTINGS, Words, full_library

DESCRIPTION = (Path(__file__).parents[3] / "EXPORT.md").read_text(encoding="utf-8")


@pytest.fixture
def database(tmp_path: Path) -> Database:
    (path,) = write_database(full_library(), tmp_path, SETTINGS)
    return Database(path)


def test_every_row_rests_on_words_of_its_source(database: Database) -> None:
    """What a row quotes stands at its place."""
    texts = {row["id"]: row["text"] for row in database["sources"].rows}
    for table, column in (("mentions", "words"), ("quotations", "words"), ("claims", "words"), ("figures", "words")):
        rows = list(database[table].rows)
        assert rows
        for row in rows:
            assert texts[row["source"]][row["start_at"] : row["end_at"]] == row[column]
    assert {row["sentence"] for row in database["quotations"].rows} == {2}
    assert [row["standing"] for row in database["other_happenings"].rows] == ["denied", "denied"]


def test_keys_lead_somewhere(database: Database) -> None:
    """Each foreign key has its row; tables have the keys that SQL joins by."""
    assert list(database.query("PRAGMA foreign_key_check")) == []
    keys = {(key.column, key.other_table) for key in database.table("mentions").foreign_keys}
    assert keys == {("source", "sources"), ("entity", "entities")}
    rows = database.query(
        "SELECT e.name, q.words FROM quotations q JOIN entities e ON e.id = q.speaker WHERE q.source = 'one'"
    )
    assert list(rows) == [{"name": "Jane Doe", "words": "the bridge is safe"}]


def test_sentences_are_searched_by_words(database: Database) -> None:
    """The index is one that Datasette finds by itself."""
    assert database.table("sentences").detect_fts() == "sentences_fts"
    assert [row["id"] for row in database.table("sentences").search("bridge safe")] == ["one-2", "two-2"]


def test_the_same_library_gives_the_same_bytes(tmp_path: Path) -> None:
    """Also over an older file, and with words that no file can hold."""
    words = Words(title="half \ud800 and \x00", person='O"Brien; DROP TABLE sources;--')
    (first,) = write_database(full_library(words), tmp_path / "a", SETTINGS)
    write_database(full_library(), tmp_path / "b", SETTINGS)
    (second,) = write_database(full_library(words), tmp_path / "b", SETTINGS)
    assert first.read_bytes() == second.read_bytes()
    with closing(sqlite3.connect(second)) as opened:
        assert opened.execute("SELECT title FROM sources").fetchone() == ("half \ufffd and \ufffd",)


def test_each_table_is_described() -> None:
    """EXPORT.md names each."""
    section = DESCRIPTION.partition("\n## briefs.sqlite\n")[2].partition("\n# ")[0]
    assert all(f"`{table.name}`" in section for table in TABLES)
