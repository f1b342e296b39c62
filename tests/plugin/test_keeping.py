"""A page of which nothing changed is kept as it is; the site is the same to the byte as one that is made anew."""

import shutil
import sqlite3
from pathlib import Path

import pytest
import yaml

from generator.plugin.publish import Staging
from tests.plugin.test_site import TEXT, build, captured, hashes, project

__all__ = ["project"]

PAGE = "people/ann-bell.html"
SUN = TEXT.replace("Rain stops", "Sun starts").replace("Ann Bell", "Cy Drew")


@pytest.fixture
def anew(project: Path) -> Path:
    return project.parent / "anew"


def made_anew(project: Path, anew: Path) -> dict[str, bytes]:
    """The site as a build without anything kept makes it."""
    shutil.rmtree(anew, ignore_errors=True)
    shutil.copytree(project, anew, ignore=shutil.ignore_patterns("site", ".cache"))
    return hashes(build(anew, strict=False))


def settings(project: Path, **changed: object) -> None:
    file = project / "mkdocs.yml"
    file.write_text(yaml.safe_dump(yaml.safe_load(file.read_text()) | changed))


@pytest.mark.parametrize("search", ["briefs", "material"])
def test_what_did_not_change_is_not_written_again(project: Path, search: str) -> None:
    """The second build leaves the file of the page as it is, and the site, with the search of either kind, the same."""
    settings(project, plugins=["search", "offline", {"briefs": {"search": search}}])
    site = build(project)
    first, written = hashes(site), (site / PAGE).stat()
    again = hashes(build(project))
    assert again == first
    assert ((site / PAGE).stat().st_ino, (site / PAGE).stat().st_mtime_ns) == (written.st_ino, written.st_mtime_ns)


def test_a_page_that_cannot_be_kept_is_made_anew(project: Path, anew: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where files can be linked no more: some of the pages, then all; their links are checked and found good."""
    settings(project, validation={"links": {"anchors": "warn"}})
    build(project)
    keep = Staging.keep
    for number, fails in enumerate((lambda path: path.startswith("people/"), lambda path: True)):
        monkeypatch.setattr(Staging, "keep", lambda self, path, fails=fails: not fails(path) and keep(self, path))
        (project / "templates" / "static" / f"own{number}.md").write_text("# Mine\n", encoding="utf-8")
        with captured() as lines:
            site = hashes(build(project, strict=False))
        assert not [line for line in lines if "link" in line or "anchor" in line]
        assert site == made_anew(project, anew)


def test_whatever_changes_the_site_is_that_of_a_fresh_build(project: Path, anew: Path) -> None:
    """A new source, a page of the user's, a template, an override of the theme, the name of the site, a source gone."""
    build(project)
    theme = project / "templates" / "theme"
    (project / "seeds" / "sun.txt").write_text(SUN, encoding="utf-8")
    assert hashes(build(project)) == made_anew(project, anew)
    (project / "templates" / "static" / "own.md").write_text("# Mine\n\n[Ann](people/ann-bell.md)\n")
    assert hashes(build(project)) == made_anew(project, anew)
    (project / "templates" / "person.md.j2").write_text("# {{ entity.name }}\n\nMine.\n")
    assert hashes(build(project, strict=False)) == made_anew(project, anew)
    (theme / "partials").mkdir(parents=True)
    (theme / "partials" / "copyright.html").write_text("<p>Ours</p>")
    settings(project, theme=yaml.safe_load((project / "mkdocs.yml").read_text())["theme"] | {"custom_dir": str(theme)})
    build(project, strict=False)
    (theme / "partials" / "copyright.html").write_text("<p>Yours</p>")
    assert b"<p>Yours</p>" in (build(project, strict=False) / PAGE).read_bytes()
    settings(project, site_name="New")
    assert b"- New</title>" in (build(project, strict=False) / PAGE).read_bytes()
    (project / "seeds" / "rain.txt").unlink()
    assert not (build(project, strict=False) / PAGE).exists()


def test_a_page_that_somebody_changed_is_made_again(project: Path) -> None:
    """What stands in the site is held against what was written; without it, or without the site, all is made."""
    site = build(project)
    first = hashes(site)
    (site / PAGE).write_text("changed")
    (site / "briefs" / "rain.html").unlink()
    assert hashes(build(project)) == first
    shutil.rmtree(site)
    assert hashes(build(project)) == first
    copied = project / "copied"
    shutil.copytree(site, copied, copy_function=shutil.copy)
    shutil.rmtree(site)
    copied.rename(site)
    assert hashes(build(project)) == first


@pytest.mark.parametrize("content", [b"no database", b"", None])
def test_a_cache_that_is_none_costs_time_only(project: Path, content: bytes | None) -> None:
    """Whatever stands in the file is made a new one, by a build that makes anything."""
    first = hashes(build(project))
    (project / ".cache" / "site.json").unlink()
    file = project / ".cache" / "pages.sqlite"
    if content is None:
        with sqlite3.connect(file) as database:
            database.execute("UPDATE pages SET value = x'93'")
        database.close()
    else:
        file.write_bytes(content)
    assert hashes(build(project)) == first
    with sqlite3.connect(file) as database:
        assert database.execute("SELECT count(*) FROM pages").fetchone()[0] > 3
    database.close()


def test_a_link_that_leads_nowhere_is_told_by_every_build(project: Path) -> None:
    """A file or an anchor that is not there, also one that went with a page that was made anew."""
    settings(project, validation={"links": {"anchors": "warn"}})
    person = project / "templates" / "person.md.j2"
    person.write_text("# {{ entity.name }}\n\n[gone](gone.md) [lost](../about.md#lost) [own](../briefs/rain.md#own)\n")
    brief = (project / "templates" / "brief.md.j2", '# {{ brief.title }}\n\n<h2 id="own" markdown>Own</h2>\n')
    for _ in range(2):
        with captured() as lines:
            build(project, strict=False)
        for word in ("gone.md", "#lost", "#own"):
            assert any(word in line and "people/ann-bell.md" in line for line in lines), word
    person.write_text("# {{ entity.name }}\n\n[own](../briefs/rain.md#own)\n")
    brief[0].write_text(brief[1])
    for _ in range(2):
        with captured() as lines:
            build(project, strict=False)
        assert not any("people/ann-bell.md" in line for line in lines)
    brief[0].write_text(brief[1].replace('"own"', '"other"'))
    for _ in range(2):
        with captured() as lines:
            build(project, strict=False)
        assert any("#own" in line and "people/ann-bell.md" in line for line in lines)


@pytest.mark.parametrize("event", ["on_page_markdown(markdown", "on_post_page(output", "on_env(env"])
def test_where_others_have_a_say_every_page_is_made(project: Path, event: str) -> None:
    """A hook that listens to pages sees all of them at every build."""
    (project / "hook.py").write_text(f"def {event}, **_):\n    print('heard')\n")
    settings(project, hooks=["hook.py"])
    written = (build(project) / PAGE).stat().st_mtime_ns
    assert (build(project) / PAGE).stat().st_mtime_ns != written


def test_a_template_that_lists_all_pages_is_asked_each_time(project: Path) -> None:
    """What an override makes of other pages is in no key of this one."""
    theme = project / "templates" / "theme"
    theme.mkdir(parents=True, exist_ok=True)
    (theme / "main.html").write_text(
        '{% extends "base.html" %}{% block footer %}<p>{{ pages | length }} pages</p>{% endblock %}'
    )
    settings(project, theme=yaml.safe_load((project / "mkdocs.yml").read_text())["theme"] | {"custom_dir": str(theme)})
    build(project)
    (project / "seeds" / "sun.txt").write_text(SUN, encoding="utf-8")
    site = build(project)
    assert f"<p>{len(list(site.rglob('*.html'))) - 1} pages</p>" in (site / PAGE).read_text(encoding="utf-8")


def test_the_sitemap_lists_kept_pages_too(project: Path) -> None:
    """A page is in the sitemap whether it was made or kept."""
    for _ in range(2):
        site = build(project, site_url="https://example.org/briefs/")
        assert "briefs/people/ann-bell.html</loc>" in (site / "sitemap.xml").read_text(encoding="utf-8")
