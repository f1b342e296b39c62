"""The search under MkDocs: what is written, what is left out, and what a fault costs."""

import logging
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.plugin import search
from generator.rendering.templates import PACKAGED
from tests.plugin.test_site import TEXT, Server, build, hashes, project, server

__all__ = ["project", "server"]


def change(project: Path, **settings: object) -> None:
    """Write settings under `briefs:` and build with Material's search and offline plug-ins."""
    config = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    config["plugins"] = ["search", "offline", {"briefs": settings}]
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")


def read(site: Path, name: str) -> str:
    return (site / name).read_text(encoding="utf-8")


def test_the_site_has_one_index(project: Path) -> None:
    """That of Briefs, with the sentence of the brief; nothing of Material's, no script of another host."""
    site = build(project)
    names = {file.name for file in (site / "search").iterdir()}
    assert {"index.js", "t0.js", "n0.js", "w0.js"} <= names
    assert not {"search_index.json", "search_index.js"} & names
    assert '"s1"' in (site / "search" / "t0.js").read_text(encoding="utf-8")
    page, frame = read(site, "index.html"), read(site, "assets/frame.js")
    assert "data-briefs-search" in frame and 'data-md-component=\\"search' not in frame
    assert 'src="assets/search.js"' in page
    assert "unpkg" not in page and "iframe-worker" not in page


def test_the_index_is_the_same_every_time(project: Path) -> None:
    """Two builds give equal bytes; a server that packs files need not pack them again."""
    first = hashes(build(project) / "search")
    assert hashes(build(project) / "search") == first


def test_materials_search_can_be_had_back(project: Path) -> None:
    """`search: material` leaves box and index as the theme has them, with its script from the site itself."""
    change(project, search="material")
    site = build(project)
    page, frame = read(site, "index.html"), read(site, "assets/frame.js")
    assert 'data-md-component=\\"search' in frame and "data-briefs-search" not in frame
    assert "assets/search.js" not in page
    assert "unpkg" not in page and 'src="assets/iframe-worker.js"' in page
    index = (site / "search" / "search_index.json").read_text(encoding="utf-8")
    assert "We had no choice" in index
    # The end of a line parts words: a title does not run into the day below it.
    assert not re.search(r"[a-z](?:date not stated|\d{1,2} (?:May|June) \d{4})", index)
    assert not (site / "search" / "index.js").exists()


def test_a_theme_may_have_its_own_box(project: Path) -> None:
    """A `partials/search.html` of the user's own keeps the index that such a box knows."""
    (project / "own" / "partials").mkdir(parents=True)
    (project / "own" / "partials" / "search.html").write_text("<p>my own box</p>", encoding="utf-8")
    config = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    config["theme"]["custom_dir"] = "own"
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    site = build(project)
    assert "my own box" in read(site, "assets/frame.js")
    assert (site / "search" / "search_index.json").is_file()


def test_a_copy_of_the_theme_keeps_the_search(project: Path) -> None:
    """Who copies the box of Briefs into a theme to change its looks keeps the search behind it."""
    (project / "own" / "partials").mkdir(parents=True)
    shutil.copy(PACKAGED / "theme" / "partials" / "search.html", project / "own" / "partials")
    config = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    config["theme"]["custom_dir"] = "own"
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    site = build(project)
    assert (site / "search" / "index.js").is_file()
    assert "data-briefs-search" in read(site, "assets/frame.js")


def test_a_site_without_search_has_no_index(project: Path) -> None:
    """Where the plug-in is not listed there is neither a box nor an index."""
    config = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    config["plugins"] = ["briefs"]
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    site = build(project)
    assert not (site / "search").exists()
    assert "md-search" not in read(site, "assets/frame.js")


def test_directory_addresses_are_kept(project: Path) -> None:
    """Results lead to `briefs/rain/` where the site is built so."""
    config = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    config["plugins"] = ["search", "briefs"]
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    site = build(project, use_directory_urls=True)
    assert '"u":"briefs/rain/"' in (site / "search" / "t0.js").read_text(encoding="utf-8")


def test_own_pages_are_searched(project: Path) -> None:
    """A page that the user wrote is found at its headings; one that is excluded is not."""
    static = project / "templates" / "static"
    (static / "own.md").write_text("# Mooring\n\n## Fees & tides\n\nA *quay* costs 7 < 8.\n", encoding="utf-8")
    (static / "not.md").write_text("---\nsearch:\n  exclude: true\n---\n# Hidden\n\nNothing.\n", encoding="utf-8")
    texts = "".join(file.read_text(encoding="utf-8") for file in (build(project) / "search").glob("t*.js"))
    assert '"t":"Mooring","k":"Page","n":"","u":"own.html"' in texts
    assert '["fees-tides","Fees & tides"],["fees-tides","A quay costs 7 < 8."]' in texts
    assert "Hidden" not in texts


def test_a_fault_costs_the_search_only(
    project: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """What the index cannot take is one warning; the pages are published."""

    def fail(*_: Any, **__: Any) -> None:
        raise ValueError("no")

    monkeypatch.setattr(search, "start_index", fail)
    caplog.set_level(logging.WARNING)
    site = build(project, strict=False)
    lines = [record.getMessage() for record in caplog.records if "search" in record.getMessage()]
    assert [line.partition(" (")[0] for line in lines] == ["briefs: search: the search index could not be made"]
    assert (site / "briefs" / "rain.html").is_file()
    assert not (site / "search" / "index.js").exists()


def test_a_live_server_makes_the_index_when_it_is_asked_for(project: Path, server: Server) -> None:
    """Not at every rebuild; what it then gives is that of the newest build."""
    server.wait_for("briefs/rain.html", lambda page: "Rain stops the games" in page)
    assert not any("search/" in line for line in server.log.read_text().splitlines())
    assert '"texts":1' in server.page("search/index.js")
    assert "We had no choice" in server.page("search/t0.js")
    (project / "seeds" / "rain.txt").write_text(TEXT.replace("no choice", "no umbrella"), encoding="utf-8")
    server.wait_for("briefs/rain.html", lambda page: "no umbrella" in page)
    assert '"texts":1' in server.page("search/index.js")
    assert "We had no umbrella" in server.page("search/t0.js")
