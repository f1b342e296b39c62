"""Archives: each file that somebody reads is a source with a stable address; the others are named."""

from pathlib import Path

from generator.readers import collect, read
from tests.readers.making import archive, docx, kept, word_paragraph

TEXT = "Ann Bell opened the pier of Westport."


def test_each_file_is_a_source(tmp_path: Path) -> None:
    """Its place names it; what is read by nobody is counted, hidden files and what a system keeps are not."""
    files: dict[str, str | bytes] = {
        "x/a.txt": TEXT,
        "b.docx": docx(word_paragraph(TEXT)),
        "c.bin": b"1",
        "__MACOSX/a.txt": b"1",
        "d.zip": b"",
    }
    (tmp_path / "p.zip").write_bytes(archive(files))
    found = collect(tmp_path, max_mb=1)
    assert sorted(one.place for one in found.sources) == ["in the archive: b.docx", "in the archive: x/a.txt"]
    assert [kept(read(one)) for one in found.sources] == [[("paragraph", TEXT)]] * 2
    assert [problem.what for problem in found.problems] == ["files in it that were not read, by suffix: .bin 1, .zip 1"]


def test_addresses_stay_when_files_are_added(tmp_path: Path) -> None:
    """They are made of the file's name and text."""
    (tmp_path / "p.zip").write_bytes(archive({"b.txt": TEXT}))
    (before,) = collect(tmp_path, max_mb=1).sources
    (tmp_path / "p.zip").write_bytes(archive({"a.txt": "The ferry came late.", "b.txt": TEXT}))
    assert before.id in {source.id for source in collect(tmp_path, max_mb=1).sources}


def test_a_damaged_file_costs_itself(tmp_path: Path) -> None:
    """The others are read."""
    (tmp_path / "p.zip").write_bytes(archive({"a.pdf": b"x", "b.txt": TEXT}))
    found = collect(tmp_path, max_mb=1)
    assert (len(found.sources), "'a.pdf' in it: " in found.problems[0].what) == (1, True)
