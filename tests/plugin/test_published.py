"""A site built with one source, then with two, then without the first: what its page, its feed and its list say."""

import json
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.plugin.test_site import TEXT, build, hashes

OTHER = "A port reopens\n\n8 May 2021\n\n“The ships sail again,” said Omar Nasser, the director, in York.\n"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "my-site"
    assert CliRunner().invoke(main, ["new", str(folder)]).exit_code == 0
    for seed in (folder / "seeds").iterdir():
        seed.unlink()
    (folder / "seeds" / "rain.txt").write_text(TEXT, encoding="utf-8")
    return folder


def page(site: Path) -> str:
    return (site / "new" / "index.html").read_text(encoding="utf-8")


def titles(site: Path) -> list[str]:
    feed = ET.parse(site / "new" / "feed.xml")
    return [entry.findtext(f"{ATOM}title") or "" for entry in feed.iter(f"{ATOM}entry")]


def test_one_source_then_two_then_the_second(project: Path) -> None:
    """The page and the feed tell what came and what is gone; built again with the list they are the same bytes."""
    seeds = project / "seeds"
    assert "This is the first build" in page(build(project))
    (seeds / "port.txt").write_text(OTHER, encoding="utf-8")
    second = hashes(build(project))
    told = page(project / "site")
    assert told.index("A port reopens") < told.index("Rain stops the games")
    assert titles(project / "site")[0] == "A port reopens"
    shutil.rmtree(project / ".cache")
    assert hashes(build(project)) == second
    before = hashes(seeds)
    (seeds / "rain.txt").unlink()
    told = page(build(project)).partition('<h2 id="gone"')[2]
    assert "Rain stops the games" in told and "We had no choice" in told and "ships" not in told
    assert titles(project / "site")[0].startswith("No longer here: 1 brief")
    assert hashes(seeds) == {name: text for name, text in before.items() if name != "rain.txt"}


def test_only_the_command_notes_where_builds_do_not(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With `record_builds: false` a build writes no list; `briefs publish` writes it with the day that it is given."""
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("- briefs\n", "- briefs:\n      record_builds: false\n")
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    build(project)
    assert not (project / "published").exists()
    monkeypatch.chdir(project)
    done = CliRunner().invoke(main, ["publish", "--quiet", "--date", "2026-11-27"])
    assert done.exit_code == 0 and "build 1 of 2026-11-27, 1 briefs" in done.output
    lines = (project / "published" / "facts.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[1]) == ["build", 1, "2026-11-27", "2021-05-05"]
    assert CliRunner().invoke(main, ["publish", "--date", "yesterday"]).exit_code == 1
