"""Folders of ArchiveBox: of the many forms of a page the best one is the source."""

from pathlib import Path

from generator.readers import collect, read

PAGE = "<html><body><article><h1>The pier</h1><p>Ann Bell opened the pier of Westport.</p></article></body></html>"


def save(folder: Path, names: tuple[str, ...], index: str = '{"url": "https://echo.example/pier"}') -> None:
    """A folder of a page."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(PAGE)
    (folder / "index.json").write_text(index)


def test_the_best_form_of_a_page_is_its_source(tmp_path: Path) -> None:
    """The others cost no line; its index tells its address; that of the brief is made of the folder's name."""
    forms = (
        "index.html",
        "output.html",
        "screenshot.png",
        "readability/content.html",
        "media/video.mp4",
        "headers.json",
    )
    save(tmp_path / "archive" / "1620209133.5", (*forms, "singlefile.html"))
    save(tmp_path / "archive" / "1620209134", forms, "{")
    found = collect(tmp_path, max_mb=1)
    assert [source.path for source in found.sources] == [
        "archive/1620209133.5/singlefile.html",
        "archive/1620209134/readability/content.html",
    ]
    assert [source.id for source in found.sources] == ["page-1620209133-5", "page-1620209134"]
    assert found.problems == ()
    first, second = (read(source) for source in found.sources)
    assert [one.values for one in first.declarations if one.field == "url"] == [("https://echo.example/pier",)]
    assert [one for one in second.declarations if one.origin == "sidecar"] == []


def test_a_page_without_a_form_that_is_read_is_told_in_a_line(tmp_path: Path) -> None:
    """It costs itself only."""
    save(tmp_path / "1620209133", ("screenshot.png", "index.html"))
    (tmp_path / "a.txt").write_text("Ann Bell opened the pier.")
    found = collect(tmp_path, max_mb=1)
    assert [source.path for source in found.sources] == ["a.txt"]
    assert [(problem.path, problem.what) for problem in found.problems] == [
        ("1620209133", "no form of the page in it can be read")
    ]


def test_other_folders_with_numbers_are_read_whole(tmp_path: Path) -> None:
    """Without an index, or with another name."""
    for folder in ("1620209133", "2021"):
        (tmp_path / folder).mkdir()
        for name in ("singlefile.html", "output.html"):
            (tmp_path / folder / name).write_text(PAGE)
    (tmp_path / "2021" / "index.json").write_text('{"title": "The pier", "text": "It was opened on Monday."}')
    assert len(collect(tmp_path, max_mb=1).sources) == 5
