"""Zensical makes the site that MkDocs makes of the same sources: the same pages, anchors, words and links."""

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree
from lxml import html as tree_of
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config

from generator.build import build
from generator.cli import main
from generator.cli.project import load_settings
from generator.errors import BriefsError
from generator.rendering.exports.markdown import write_project
from tests.rendering.shelf import SETTINGS, full_library

TEXTS = {
    "rain.txt": """Rain stops the games

Leeds Daily
5 May 2021

“We had no choice,” said Ann Bell, the chair of the Leeds Games Trust.
The games in Leeds were stopped by rain on 4 May 2021.
Bell will meet Mayor Omar Nasser in York on 9 May 2021.
""",
    "mud.txt": """Mud <b>stops</b> | the *fair* & the games

York Post
10 May 2021

Ann Bell met Mayor Omar Nasser in York on 9 May 2021. “Mud is only rain that stayed,” Nasser told the Leeds Games Trust.
""",
}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The folder that MkDocs writes and the one that Zensical writes, of the same sources."""
    folder = tmp_path_factory.mktemp("both")
    project, out = folder / "mine", folder / "out"
    assert CliRunner().invoke(main, ["new", str(project)]).exit_code == 0
    for name, text in TEXTS.items():
        (project / "seeds" / name).write_text(text, encoding="utf-8")
    config = load_config(str(project / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build_site(config)
    settings = load_settings(project)
    write_project(build(settings), out, settings)
    command = [str(Path(sys.executable).with_name("zensical")), "build"]
    made = subprocess.run(command, cwd=out, capture_output=True, text=True)
    assert made.returncode == 0, made.stdout + made.stderr
    assert "No issues found" in made.stdout + made.stderr
    return project / "site", out / "site"


def pages_of(site: Path) -> dict[str, etree._Element]:
    """The article of each page by its path."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        articles = tree_of.parse(str(file)).getroot().findall(".//article")
        found[file.relative_to(site).as_posix()] = articles[0] if articles else etree.Element("article")
    return found


def test_both_have_the_same_pages(sites: tuple[Path, Path]) -> None:
    """And a brief of each source among them."""
    ours, theirs = map(pages_of, sites)
    assert ours.keys() == theirs.keys()
    assert {"briefs/rain.html", "briefs/mud.html", "people/ann-bell.html"} <= ours.keys()


def test_pages_have_the_same_words_anchors_and_links(sites: tuple[Path, Path]) -> None:
    """In the same order: what leads to a place of one site leads to that of the other."""
    ours, theirs = map(pages_of, sites)
    # The page of an address at which there is none is each builder's own.
    for path in ours.keys() - {"404.html"}:
        page = ours[path]
        other = theirs[path]
        mine, its = ("".join("".join(article.itertext()).split()) for article in (page, other))
        assert mine == its, path
        for attribute in ("id", "href"):
            mine, its = (article.xpath(f".//@{attribute}[not(starts-with(., '__'))]") for article in (page, other))
            assert mine == its, (path, attribute)


def test_it_looks_and_asks_for_nothing_elsewhere(sites: tuple[Path, Path]) -> None:
    """Our style and script are on every page, and what a page loads comes with the site."""
    for file in sites[1].rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert "briefs.css" in text, file
        assert "assets/briefs.js" in text, file
        loads = re.findall(r"<(?:script|img|iframe)[^>]+src=[\"']?([^\"' >]+)|<link[^>]+href=[\"']?([^\"' >]+)", text)
        assert not [url for pair in loads for url in pair if url.startswith(("http:", "https:", "//"))], file


def test_settings_of_somebody_else_are_not_overwritten(tmp_path: Path) -> None:
    """A site of one's own is no place for an export; an earlier export is."""
    (tmp_path / "mkdocs.yml").write_text("site_name: Mine\n", encoding="utf-8")
    with pytest.raises(BriefsError, match=r"mkdocs\.yml: is there already; choose"):
        write_project(full_library(), tmp_path, SETTINGS)
    assert [file.name for file in tmp_path.iterdir()] == ["mkdocs.yml"]
    assert write_project(full_library(), tmp_path / "out", SETTINGS)
    assert write_project(full_library(), tmp_path / "out", SETTINGS) == []


def test_settings_that_were_edited_stay(tmp_path: Path) -> None:
    """What an export wrote is written anew while it is as it was; with a line of somebody's own it is his."""
    out, config = tmp_path / "out", tmp_path / "out" / "mkdocs.yml"
    write_project(full_library(), out, SETTINGS)
    assert config in write_project(full_library(), out, replace(SETTINGS, site_name="Other"))
    config.write_bytes(config.read_bytes() + b"copyright: Me\n")
    assert config not in write_project(full_library(), out, SETTINGS)
    assert "site_name: Other" in config.read_text(encoding="utf-8")
