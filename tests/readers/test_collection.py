"""A folder of sources: what is read, what is left out, and the one line that says why."""

import os
import unicodedata
from pathlib import Path

import pytest

from generator.formats import KNOWN
from generator.readers import Collection, collect
from tests.rights import open_folder, without_rights


def fill(folder: Path, files: dict[str, bytes | str]) -> Path:
    """Write files into `folder` and give it back."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def paths(collection: Collection) -> list[str]:
    return [source.path for source in collection.sources]


def lines(collection: Collection) -> list[str]:
    return [str(problem) for problem in collection.problems]


def test_sources_are_sorted_by_path_and_named_after_their_files(tmp_path: Path) -> None:
    """Folders count for the path, file names for the address."""
    found = collect(fill(tmp_path, {"b.md": "B", "a/Über uns.txt": "A", "c.TXT": "C"}), max_mb=1)
    assert [(s.path, s.id) for s in found.sources] == [("a/Über uns.txt", "uber-uns"), ("b.md", "b"), ("c.TXT", "c")]
    assert found.problems == ()


def test_some_names_are_no_sources(tmp_path: Path) -> None:
    """Names that begin with _ or ., folders so named, and README: silently."""
    files = dict.fromkeys(["_x.txt", ".x.txt", "_d/x.txt", ".d/x.txt", "README", "README.md", "d/readme.txt"], "x")
    assert paths(collect(fill(tmp_path, {**files, "y.txt": "y"}), max_mb=1)) == ["y.txt"]


def test_a_folder_without_sources_says_what_to_do(tmp_path: Path) -> None:
    """Empty and missing folders are one line each."""
    (tmp_path / "seeds").mkdir()
    cure = "drop a file into it: .txt, .md, .html, .pdf, .docx, ..."
    assert lines(collect(tmp_path / "seeds", max_mb=1)) == [f"seeds: no sources; {cure}"]
    assert lines(collect(tmp_path / "gone", max_mb=1)) == [f"gone: no such folder; create it and {cure}"]
    (tmp_path / "file").touch()
    assert "not a folder" in lines(collect(tmp_path / "file", max_mb=1))[0]


def test_unknown_suffixes_name_the_known_ones(tmp_path: Path) -> None:
    """One line a file; the others are read."""
    found = collect(fill(tmp_path, {"x.xls": "x", "notes": "x", "y.txt": "y"}), max_mb=1)
    assert lines(found) == [
        f"notes: no reader for a name without a suffix; known: {KNOWN}",
        "x.xls: no reader for '.xls'; open it in Excel or LibreOffice and save it as .xlsx or .csv",
    ]
    assert paths(found) == ["y.txt"]


def test_a_sidecar_belongs_to_the_source_of_its_name(tmp_path: Path) -> None:
    """One without a source is an orphan."""
    found = collect(fill(tmp_path, {"a.txt": "a", "a.yml": "title: A", "b.yml": "title: B"}), max_mb=1)
    assert found.sources[0].sidecar == b"title: A"
    assert lines(found) == ["b.yml: belongs to no source; name it after its source: b.txt, b.pdf, ..."]


def test_accents_of_macos_change_nothing(tmp_path: Path) -> None:
    """A name whose accents stand apart has the path, the address and the sidecar of the same name in one piece."""
    whole, apart = (unicodedata.normalize(form, "Aus K\u00f6ln/\u00dcber uns") for form in ("NFC", "NFD"))
    assert whole != apart
    for number, (name, beside) in enumerate([(whole, whole), (whole, apart), (apart, whole), (apart, apart)]):
        folder = fill(tmp_path / str(number), {f"{name}.txt": "a", f"{beside}.yml": "title: A"})
        found = collect(folder, max_mb=1)
        assert [(s.path, s.id, s.sidecar) for s in found.sources] == [(f"{whole}.txt", "uber-uns", b"title: A")]
        assert found.problems == ()


def test_case_parts_sidecars_only_where_both_are_there(tmp_path: Path) -> None:
    """`Report.TXT` has `report.yml` beside it, as on Windows and macOS; a sidecar of the very name comes first."""
    found = collect(fill(tmp_path / "one", {"Report.TXT": "a", "report.yml": "title: A"}), max_mb=1)
    assert ([s.sidecar for s in found.sources], found.problems) == ([b"title: A"], ())
    folder = fill(tmp_path / "two", {"a.txt": "1", "A.txt": "2", "a.yml": "title: A", "bb.txt": "3"})
    fill(folder, {"Bb.yml": "title: B", "bB.yml": "title: C"})
    found = collect(folder, max_mb=1)
    if len(list(folder.iterdir())) == 6:  # where the system tells them apart
        assert {s.path: s.sidecar for s in found.sources} == {"a.txt": b"title: A", "A.txt": None, "bb.txt": None}
        assert len([line for line in lines(found) if "belongs to no source" in line]) == 2


def test_links_are_followed_inside_the_folder_only(tmp_path: Path) -> None:
    """A link out is refused, a loop is one line, a broken link is one line, a linked file is read once."""
    seeds = fill(tmp_path / "seeds", {"a.txt": "a", "_kept/b.txt": "b"})
    (tmp_path / "secret.txt").write_text("secret")
    links = {
        "out.txt": tmp_path / "secret.txt",
        "loop": seeds,
        "self.txt": seeds / "self.txt",
        "again.txt": seeds / "a.txt",
    }
    links |= {"b1.txt": seeds / "_kept" / "b.txt", "b2.txt": seeds / "_kept" / "b.txt", "again.txt": seeds / "a.txt"}
    links |= {"gone.txt": seeds / "no.txt"}
    for name, target in links.items():
        (seeds / name).symlink_to(target)
    found = collect(seeds, max_mb=1)
    assert paths(found) == ["a.txt", "b1.txt"]
    assert [problem.path for problem in found.problems] == ["gone.txt", "loop", "out.txt", "self.txt"]
    assert "leads out of the folder" in found.problems[2].what
    assert "leads back" in found.problems[1].what


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    """Only what lies inside it must not lead out."""
    fill(tmp_path / "real", {"a.txt": "a"})
    (tmp_path / "seeds").symlink_to(tmp_path / "real")
    assert paths(collect(tmp_path / "seeds", max_mb=1)) == ["a.txt"]


def test_only_plain_files_are_opened(tmp_path: Path) -> None:
    """A pipe would wait for ever; a folder with a source's name is walked, and said to be one."""
    os.mkfifo(tmp_path / "pipe.txt")
    found = collect(fill(tmp_path, {"folder.txt/a.txt": "a"}), max_mb=1)
    assert paths(found) == ["folder.txt/a.txt"]
    assert [(p.path, p.what) for p in found.problems] == [
        ("folder.txt", "a folder, not a file"),
        ("pipe.txt", "not a regular file"),
    ]


def test_a_file_over_the_limit_is_left_out(tmp_path: Path) -> None:
    """The limit is in MiB, and the file may be exactly as large."""
    found = collect(fill(tmp_path, {"a.txt": b"a" * 1024**2, "b.txt": b"b" * (1024**2 + 1)}), max_mb=1)
    assert paths(found) == ["a.txt"]
    assert lines(found) == ["b.txt: larger than 1 MiB; split it, or raise max_source_mb"]


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")
def test_a_file_that_may_not_be_read_costs_itself_only() -> None:
    """The system's own words name the reason."""
    with open_folder() as folder:
        fill(folder, {"a.txt": "a", "b.txt": "b"})
        (folder / "a.txt").chmod(0)
        with without_rights():
            found = collect(folder, max_mb=1)
    assert paths(found) == ["b.txt"]
    assert "Permission denied" in found.problems[0].what


def test_names_are_made_safe_and_stay_apart(tmp_path: Path) -> None:
    """Undecodable bytes, line breaks and escape sequences reach neither a message nor an address."""
    names = [b"a\xff.txt", b"a\xfe.txt", b"x\ny.txt", b"\x1b[2Jz.txt", b"it's \"..%2f.txt", "日本.txt".encode()]
    for name in names:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("x")
    found = collect(tmp_path, max_mb=1)
    assert len({source.path for source in found.sources}) == len({source.id for source in found.sources}) == len(names)
    for source in found.sources:
        source.path.encode()
        assert source.path.isprintable()
        assert source.path.endswith(".txt")
    assert all(line.isprintable() for line in lines(found))


def test_two_files_of_one_address_are_told_apart_and_named(tmp_path: Path) -> None:
    """Both get a suffix that does not depend on the other, and one line names both."""
    found = collect(fill(tmp_path, {"a/x.txt": "1", "b/X.md": "2", "y.txt": "3"}), max_mb=1)
    ids = {source.path: source.id for source in found.sources}
    assert ids["y.txt"] == "y"
    assert ids["a/x.txt"] != ids["b/X.md"]
    (line,) = lines(found)
    assert line.startswith("a/x.txt: wants the same address 'x' as b/X.md;")


@pytest.mark.parametrize(("changes", "read"), [(99, ["b.txt"]), (2, ["a.txt", "b.txt"])])
def test_a_file_that_is_being_written_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changes: int, read: list[str]
) -> None:
    """Nobody publishes half a file: it is read again, and left out, in one line, where it does not come to rest."""
    fill(tmp_path, {"a.txt": "It rained", "b.txt": "It rained in Leeds."})
    left, fstat = changes, os.fstat

    def write_meanwhile(file: int) -> os.stat_result:
        nonlocal left
        state = fstat(file)
        if left and state.st_ino == (tmp_path / "a.txt").stat().st_ino:
            left -= 1
            with (tmp_path / "a.txt").open("a") as writer:
                writer.write(" again")
        return state

    monkeypatch.setattr(os, "fstat", write_meanwhile)
    found = collect(tmp_path, max_mb=9)
    assert paths(found) == read
    told = "a.txt: changes while it is read; build again when whoever writes it is done"
    assert lines(found) == ([told] if changes == 99 else [])
    assert found.sources[0].content == (tmp_path / read[0]).read_bytes()
