"""Libraries in RIS: what they state of a file that lies beside them counts more than what the file says."""

from pathlib import Path

import pytest

from generator.readers import collect, read

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
    assert found.problems == ()
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


def test_a_wreck_states_nothing(tmp_path: Path) -> None:
    """A library without entries costs nothing else."""
    assert states(tmp_path, "nonsense\nTI  - x\n") == {}


def test_one_line_says_which_library_is_too_large(tmp_path: Path) -> None:
    """The files that it names are read all the same."""
    (tmp_path / "a.ris").write_bytes(b"x" * (9 << 20))
    (tmp_path / "a.txt").write_text("Ann Bell opened the pier.")
    found = collect(tmp_path, max_mb=1)
    assert (len(found.sources), [problem.what for problem in found.problems]) == (1, ["larger than 8 MiB"])
