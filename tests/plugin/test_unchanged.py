"""Where nothing changed nothing is made, and what was told is told again; whatever changes, the site is a new one."""

import logging
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from mkdocs.exceptions import Abort

from generator.model import Library
from generator.rendering import plan
from generator.rendering.addresses import LinkStyle
from generator.rendering.drafts import Plan
from generator.settings import Settings
from tests.plugin.test_keeping import SUN, anew, made_anew, settings
from tests.plugin.test_site import build, captured, hashes, project

__all__ = ["anew", "project"]

ODD = 'Ann Bell, the chair, came to Leeds twice. "We had no choice.\n'


@pytest.fixture
def renderings(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """An entry for each time that pages were rendered."""
    calls: list[object] = []

    def count(library: Library, *, settings: Settings, links: LinkStyle) -> Iterator[Plan]:
        calls.append(library)
        return plan(library, settings=settings, links=links)

    monkeypatch.setattr("generator.plugin.plan", count)
    return calls


def times(folder: Path) -> dict[Path, tuple[int, int]]:
    return {file: (file.stat().st_ino, file.stat().st_mtime_ns) for file in folder.rglob("*") if file.is_file()}


def test_nothing_changed_and_nothing_is_made(project: Path, anew: Path, renderings: list[object]) -> None:
    """The second build renders nothing, writes no file and leaves the site as a build without a cache makes it."""
    site = build(project)
    (site / ".nojekyll").touch()
    first = times(site)
    for _ in range(2):
        assert times(build(project)) == first
    assert len(renderings) == 1
    assert {name: text for name, text in hashes(site).items() if name != ".nojekyll"} == made_anew(project, anew)
    assert not list(project.glob(".site-*"))


def test_what_was_told_is_told_again(project: Path, renderings: list[object]) -> None:
    """Every line of the last build, ours and those of MkDocs, comes again, and `--strict` fails again."""
    (project / "seeds" / "odd.xyz").write_text("no format")
    (project / "seeds" / "odd.txt").write_text(ODD, encoding="utf-8")
    (project / "templates" / "static" / "own.md").write_text("# Mine\n\n[gone](gone.md)\n")
    said = []
    for _ in range(3):
        with captured() as lines:
            build(project, strict=False)
        said.append(sorted(line for line in lines if "odd.xyz" in line or "gone.md" in line or "unbalanced" in line))
    assert len(said[0]) >= 2
    assert said[0] == said[1] == said[2]
    with pytest.raises(Abort):
        build(project)
    assert len(renderings) == 1


def append(path: str, words: str = "\n") -> Callable[[Path], object]:
    def change(project: Path) -> None:
        file = project / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text((file.read_text(encoding="utf-8") if file.exists() else "") + words, encoding="utf-8")

    return change


CHANGES = {
    "a source": append("seeds/rain.txt", "\nThe rain ended on 7 May 2021.\n"),
    "a new source": append("seeds/sun.txt", SUN),
    "a sidecar": append("seeds/rain.yml", "title: Rain and games\n"),
    "a decision": append("seeds/_overrides.yml", "- hide: Ann Bell\n"),
    "a name": append("seeds/_wordlist.yml", "- name: Leeds Games\n  type: Organization\n"),
    "an index of another site": append("others/x.json", "{}"),
    "a template": append("templates/about.md.j2", "# About\n\nMine.\n"),
    "a page": append("templates/static/own.md", "# Mine\n"),
    "a style sheet": append("templates/static/own.css", "p {}"),
    "a file of the theme": append("templates/theme/assets/own.css", "p {}"),
    "a setting": lambda project: settings(project, plugins=["search", {"briefs": {"summary_sentences": 1}}]),
    "the name": lambda project: settings(project, site_name="New"),
    "a source gone": lambda project: (project / "seeds" / "rain.txt").rename(project / "rain.txt"),
    "a source renamed": lambda project: (project / "seeds" / "rain.txt").rename(project / "seeds" / "hail.txt"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_changed_is_made(
    project: Path, anew: Path, renderings: list[object], change: Callable[[Path], object]
) -> None:
    """Whatever the site is made of, a change of it is seen, and the site is that of a fresh build."""
    build(project, strict=False)
    change(project)
    site = hashes(build(project, strict=False))
    assert len(renderings) == 2
    assert site == made_anew(project, anew)


def spoil(site: Path) -> None:
    (site / "briefs" / "rain.html").write_text("other")


def touch(site: Path) -> None:
    os.utime(site / "briefs" / "rain.html", (1, 1))


@pytest.mark.parametrize(
    "harm",
    [
        spoil,
        touch,
        lambda site: (site / "briefs" / "rain.html").unlink(),
        lambda site: (site / "briefs" / "more.html").touch(),
        lambda site: (site.parent / ".cache" / "site.json").write_text('{"key": 1}'),
        lambda site: (site.parent / ".cache" / "site.json").unlink(),
        shutil.rmtree,
    ],
)
def test_a_site_that_is_not_as_it_was_left_is_made(
    project: Path, renderings: list[object], harm: Callable[[Path], object]
) -> None:
    """A file that was changed, is gone or new, or notes that cannot be read: all goes the long way."""
    site = build(project)
    first = hashes(site)
    harm(site)
    assert hashes(build(project)) == first
    assert len(renderings) == 2


@pytest.mark.parametrize(
    "event", ["on_files(files, ", "on_nav(nav, ", "on_post_template(output_content, ", "on_pre_build("]
)
def test_others_are_asked_each_time(project: Path, renderings: list[object], event: str) -> None:
    """A hook may do anything at any event."""
    (project / "hook.py").write_text(f"def {event}**_): pass\n")
    settings(project, hooks=["hook.py"])
    build(project)
    build(project)
    assert len(renderings) == 2


def test_an_extension_of_others_is_asked_each_time(
    project: Path, renderings: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it reads is in no key."""
    lines = ["from markdown import Extension", "class Own(Extension):", "    def extendMarkdown(self, md): pass"]
    lines.append("def makeExtension(**given): return Own()")
    (project / "own_extension.py").write_text("\n".join(lines))
    monkeypatch.syspath_prepend(project)
    settings(project, markdown_extensions=["md_in_html", "tables", "own_extension"])
    build(project)
    build(project)
    assert len(renderings) == 2


def test_what_was_not_told_is_made_to_be_told(project: Path, renderings: list[object]) -> None:
    """A build with `-q` hears no warning, so that one without it cannot repeat them."""
    (project / "seeds" / "odd.xyz").write_text("no format")
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        build(project)
        build(project)
        assert len(renderings) == 1
    finally:
        logger.setLevel(level)
    with captured() as lines:
        build(project, strict=False)
    assert len(renderings) == 2
    assert any("odd.xyz" in line for line in lines)


def test_a_fault_of_the_program_is_tried_again(
    project: Path, renderings: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What could not be made may be made by the next build."""
    with monkeypatch.context() as broken:
        broken.setattr("generator.plugin.search.start_index", None)
        build(project, strict=False)
    build(project)
    assert len(renderings) == 2


def test_settings_are_read_as_written(project: Path) -> None:
    """The file of the notes is JSON, with every file of the site."""
    site = build(project)
    made = yaml.safe_load((project / ".cache" / "site.json").read_text())
    assert made["files"].keys() == hashes(site).keys()
