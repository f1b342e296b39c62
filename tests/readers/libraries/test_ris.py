"""Libraries in RIS: what they state of a file that lies beside them counts more than what the file says."""

from pathlib import Path

import pytest

from generator.readers import collect, read
from tests.readers.making import kept, stated

ENTRY = """TY  - NEWS
TI  - The <span class="nocase">pier</span> of <i>Westport</i>
AU  - Vale, Iris
AU  - Echo
T2  - Westport Echo
DA  - 2021/05/06/
PY  - 2021
UR  - https://echo.example/pier
L1  - {file}
ER  -
"""
STATED = {
    "title": ("The pier of Westport",),
    "publisher": ("Westport Echo",),
    "published": ("2021-05-06",),
    "authors": ("Iris Vale", "Echo"),
    "url": ("https://echo.example/pier",),
}


def states(folder: Path, library: str, sidecar: str = "") -> dict[str, tuple[str, ...]]:
    """What the sidecar of the one file in the folder states; the folder has no problem."""
    (folder / "files" / "12").mkdir(parents=True)
    (folder / "files" / "12" / "The pier.html").write_text("<title>Saved</title><p>Ann Bell opened the pier.</p>")
    (folder / "library.ris").write_text(library)
    if sidecar:
        (folder / "files" / "12" / "The pier.yml").write_text(sidecar)
    found = collect(folder, max_mb=1)
    assert [problem for problem in found.problems if problem.severity != "note"] == []
    (source,) = found.sources
    document = read(source)
    assert document.problems == ()
    return {one.field: one.values for one in document.declarations if one.origin == "sidecar"}


@pytest.mark.parametrize("file", ["files/12/The pier.html", "files/12/The%20pier.html", r"files\12\The pier.html"])
def test_an_entry_states_its_file(tmp_path: Path, file: str) -> None:
    """Paths are those of the library's folder, as programs write them."""
    assert states(tmp_path, ENTRY.format(file=file)) == STATED


@pytest.mark.parametrize(
    "file", ["../files/12/The pier.html", "/etc/passwd", "files/13/The pier.html", "The pier.html"]
)
def test_other_files_get_nothing(tmp_path: Path, file: str) -> None:
    """What lies elsewhere is never looked at."""
    assert states(tmp_path, ENTRY.format(file=file)) == {}


def test_a_sidecar_counts_more(tmp_path: Path) -> None:
    """Whoever writes one corrects the library."""
    assert states(tmp_path, ENTRY.format(file="files/12/The pier.html"), "title: Mine\n") == {"title": ("Mine",)}


@pytest.mark.parametrize(("day", "edtf"), [("2021", "2021"), ("2021/05//", "2021-05"), ("May 2021", "2021")])
def test_a_day_is_as_exact_as_it_is_stated(tmp_path: Path, day: str, edtf: str) -> None:
    """A year alone is a year; words are left, the year beside them counts."""
    library = ENTRY.format(file="files/12/The pier.html").replace("2021/05/06/", day)
    assert states(tmp_path, library)["published"] == (edtf,)


def test_a_wreck_is_told_in_a_line(tmp_path: Path) -> None:
    """A library without entries costs nothing else."""
    (tmp_path / "a.txt").write_text("Ann Bell opened the pier.")
    (tmp_path / "library.ris").write_text("nonsense\nTI  - x\n")
    found = collect(tmp_path, max_mb=1)
    assert [source.path for source in found.sources] == ["a.txt"]
    assert [problem.what for problem in found.problems] == ["there is no entry in it"]


def test_an_abstract_goes_on_over_lines_and_is_a_source_where_no_file_is(tmp_path: Path) -> None:
    """The brief says that it is an abstract only; entries with neither are counted."""
    abstract = "The pier of Westport has been shut\nfor a year, and nobody in the town knows why it was built at all."
    bare = ENTRY.format(file="files/1/a.pdf")
    (tmp_path / "a.ris").write_text(bare.replace("UR  -", f"AB  - {abstract}\nUR  -") + bare)
    found = collect(tmp_path, max_mb=1)
    (source,) = found.sources
    document = read(source)
    assert kept(document) == [("title", "The pier of Westport"), ("paragraph", abstract.replace("\n", " "))]
    assert stated(document) == STATED
    assert [problem.what for problem in document.problems] == ["abstract only; the library has no text of it"]
    assert [problem.what for problem in found.problems] == [
        "1 of 2 entries have no file here and no abstract; they were left out"
    ]
