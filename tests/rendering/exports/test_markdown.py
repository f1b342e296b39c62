"""Plain Markdown files for other builders."""

import dataclasses
import html
import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import BriefsError, TemplateError
from generator.model import Library, Page
from generator.rendering.exports.folder import MARKER
from generator.rendering.exports.markdown import front_matter, mkdocs_meta, write_markdown
from generator.text.unicode import one_line
from tests.rendering.browse import naughty_strings, xss_payloads
from tests.rendering.shelf import SETTINGS, full_library


def written(out: Path) -> dict[str, str]:
    return {p.relative_to(out).as_posix(): p.read_text("utf-8") for p in out.rglob("*") if p.is_file()}


def check_front_matter(text: str) -> None:
    """Title and description come back from YAML as they were, escaped for HTML."""
    page = Page("a.md", one_line(text, 300), one_line(text, 200), "", "brief")
    meta = yaml.safe_load(front_matter(page).strip().strip("-"))
    assert html.unescape(meta["title"]) == page.title
    assert meta == mkdocs_meta(page)
    assert not set(meta["title"]) & set("<>\"'")


def test_front_matter_bears_every_naughty_string() -> None:
    """No string breaks the front matter or comes back changed."""
    for text in [*naughty_strings(), *xss_payloads()[::20], "😀", "\U0001f3f3\ufe0f\u200d\U0001f308"]:
        check_front_matter(text)


@given(st.text())
def test_front_matter_bears_any_string(text: str) -> None:
    """The same for any text."""
    check_front_matter(text)


def test_lists_are_kept_out_of_search() -> None:
    """A page that is not to be searched says so to the builder."""
    page = Page("a.md", "a", "b", "", "briefs", searchable=False)
    assert yaml.safe_load(front_matter(page).strip().strip("-"))["search"] == {"exclude": True}


def test_an_export_is_written_once(tmp_path: Path) -> None:
    """A second export writes nothing; that of another library writes what differs and removes what is no more."""
    out, library = tmp_path / "out", full_library()
    first = write_markdown(library, out, settings=SETTINGS)
    files = written(out)
    assert {p.relative_to(out).as_posix() for p in first} == set(files) - {MARKER}
    assert files["briefs/one.md"].startswith('---\ntitle: "A bridge opens"\n')
    assert write_markdown(library, out, settings=SETTINGS) == []
    assert written(out) == files
    changed = write_markdown(Library((), (), ()), out, settings=SETTINGS)
    assert out / "index.md" in changed and out / "about.md" in changed
    assert not (out / "briefs" / "one.md").exists()
    assert (out / "briefs" / "index.md").exists()


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    """A folder with files and no marker stays as it is."""
    (tmp_path / "thesis.md").write_text("years of work", encoding="utf-8")
    with pytest.raises(BriefsError, match="no export of Briefs wrote"):
        write_markdown(full_library(), tmp_path, settings=SETTINGS)
    assert written(tmp_path) == {"thesis.md": "years of work"}


def test_other_files_in_an_export_stay(tmp_path: Path) -> None:
    """Only pages that an export wrote are ever removed."""
    write_markdown(full_library(), tmp_path, settings=SETTINGS)
    (tmp_path / "briefs" / "mine.md").write_text("mine", encoding="utf-8")
    write_markdown(Library((), (), ()), tmp_path, settings=SETTINGS)
    assert (tmp_path / "briefs" / "mine.md").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("path", ["../out.md", "/tmp/out.md", "link/out.md", "notes.txt"])
def test_nothing_outside_is_removed(tmp_path: Path, path: str) -> None:
    """A marker that names a file elsewhere, or one that is no page, is an error and removes nothing."""
    out, outside = tmp_path / "a" / "export", tmp_path / "a" / "out.md"
    write_markdown(full_library(), out, settings=SETTINGS)
    (out / "link").symlink_to(tmp_path / "a", target_is_directory=True)
    (out / "notes.txt").write_text("mine", encoding="utf-8")
    outside.write_text("mine", encoding="utf-8")
    (out / MARKER).write_text(json.dumps({"pages": [path]}), encoding="utf-8")
    with pytest.raises(BriefsError, match="is not the path of a page"):
        write_markdown(full_library(), out, settings=SETTINGS)
    assert outside.read_text(encoding="utf-8") == (out / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_a_broken_template_stops_an_export(tmp_path: Path) -> None:
    """A fault in a template is raised before a single file is written."""
    templates, out = tmp_path / "templates", tmp_path / "out"
    templates.mkdir()
    (templates / "about.md.j2").write_text("{{ about.titel }}", encoding="utf-8")
    with pytest.raises(TemplateError, match=r"templates/about.md.j2:1: "):
        write_markdown(full_library(), out, settings=dataclasses.replace(SETTINGS, templates=templates))
    assert not out.exists()
