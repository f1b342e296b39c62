"""A live server makes a page when it is asked for: as a build makes it, from the newest sources, alone."""

import logging
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from wsgiref.types import WSGIEnvironment

import pytest
import yaml
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from tests.plugin.test_preview import ask
from tests.plugin.test_site import TEXT, build, captured, project

__all__ = ["project"]

SUN = TEXT.replace("Rain stops", "Sun starts").replace("by rain", "by sun").replace("Ann Bell", "Tom Hale")
_SCRIPT = re.compile(r"<script nonce=[^>]*>.*?</script>", re.DOTALL)
_NONCE = re.compile(r";script-src 'self' 'nonce-[^']*'")


class Live:
    """A live server that listens to nobody: what a browser would ask for is asked for here."""

    def __init__(self, project: Path, before: Callable[["Live"], None] = lambda _: None) -> None:
        self.out = project.parent / "live"
        self.out.mkdir()
        config = load_config(str(project / "mkdocs.yml"), site_dir=str(self.out))
        config.plugins.on_startup(command="serve", dirty=False)
        self.plugins = config.plugins

        def rebuild() -> None:
            build_site(load_config(str(project / "mkdocs.yml"), site_dir=str(self.out)))

        build_site(config)
        self.server = LiveReloadServer(rebuild, "127.0.0.1", 0, str(self.out))
        before(self)
        self.plugins.on_serve(self.server, config=config, builder=rebuild)

    def page(self, path: str) -> str:
        """What a browser shows, without what only a live server has."""
        status, body = ask(self.server, path)
        self.status = status
        return _NONCE.sub("", _SCRIPT.sub("", body))

    def has(self, path: str) -> bool:
        """Whether a page was made."""
        return (self.out / path).is_file()


@pytest.fixture
def serve(project: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Live]]:
    """Starts live servers for the project; by themselves they make nothing."""
    monkeypatch.setattr("generator.plugin.serving._QUIET", 600)
    started: list[Live] = []

    def start(*options: Any) -> Live:
        started.append(Live(project, *options))
        return started[-1]

    yield start
    for live in started:
        live.plugins.on_shutdown()


def change(project: Path, **settings: Any) -> None:
    """Change settings in mkdocs.yml."""
    file = project / "mkdocs.yml"
    file.write_text(yaml.safe_dump(yaml.safe_load(file.read_text()) | settings), encoding="utf-8")


@pytest.mark.parametrize("directory", [False, True])
def test_every_page_is_that_of_a_build(project: Path, serve: Callable[..., Live], directory: bool) -> None:
    """Pages and calendar files, in whatever order they are asked for, are the same to the byte."""
    plugins = ["search", {"briefs": {"review": True, "source_page_chars": 150}}]
    change(project, plugins=plugins, use_directory_urls=directory, site_url="http://127.0.0.1:8000/")
    (project / "seeds" / "sun.txt").write_text(SUN, encoding="utf-8")
    (project / "templates" / "static" / "own.md").write_text("# Mine\n\n[rain](briefs/rain.md#s1)\n")
    site = build(project)
    files = [f.relative_to(site).as_posix() for f in sorted(site.rglob("*")) if f.suffix in (".html", ".ics")]
    live = serve()
    assert len(files) > 20
    for file in reversed(files):
        address = file.removesuffix("index.html") if directory else file
        expected = (site / file).read_bytes().decode()
        assert live.page(f"/{address}") == expected, file
        assert live.status == "200 OK"


def test_what_is_not_opened_is_not_made(project: Path, serve: Callable[..., Live]) -> None:
    """Not when the server starts, and not when a source has changed; what is opened is fresh."""
    live = serve()
    assert not list(live.out.glob("briefs/*"))
    assert "stopped by rain" in live.page("/briefs/rain.html")
    assert not live.has("people/ann-bell.html")
    (project / "seeds" / "rain.txt").write_text(TEXT.replace("by rain", "by hail"), encoding="utf-8")
    (project / "seeds" / "sun.txt").write_text(SUN, encoding="utf-8")
    live.server.builder()
    assert "stopped by hail" in live.page("/briefs/rain.html")
    assert "Tom Hale" in live.page("/people/tom-hale.html")
    assert not live.has("people/ann-bell.html")
    (project / "seeds" / "sun.txt").unlink()
    live.server.builder()
    live.page("/briefs/sun.html")
    assert live.status.startswith("404")


def test_a_page_that_a_rebuild_takes_away_is_made_again(project: Path, serve: Callable[..., Live]) -> None:
    """A source is edited while a page is on its way to the browser."""

    def edit_once(live: Live) -> None:
        edits = [TEXT.replace("by rain", "by hail")]

        def answer(environ: WSGIEnvironment, start: Any) -> Any:
            if edits:
                (project / "seeds" / "rain.txt").write_text(edits.pop(), encoding="utf-8")
                live.server.builder()
            return live.server.serve_request(environ, start)

        live.server.set_app(answer)

    assert "stopped by hail" in serve(edit_once).page("/briefs/rain.html")


def test_a_page_that_cannot_be_made_costs_itself(project: Path, serve: Callable[..., Live]) -> None:
    """A fault of the theme that only one kind of pages meets stands on these pages, until it is corrected."""
    theme = project / "own"
    theme.mkdir()
    fault = '{% if page and page.meta.kind == "person" %}{{ 1 // 0 }}{% endif %}{{ super() }}'
    (theme / "main.html").write_text(f'{{% extends "base.html" %}}{{% block content %}}{fault}{{% endblock %}}')
    change(project, theme=yaml.safe_load((project / "mkdocs.yml").read_text())["theme"] | {"custom_dir": str(theme)})
    live = serve()
    with captured() as lines:
        for _ in range(2):
            assert "ZeroDivisionError" in live.page("/people/ann-bell.html") and live.status.startswith("503")
    assert len([line for line in lines if "ZeroDivisionError" in line]) == 1
    assert "stopped by rain" in live.page("/briefs/rain.html") and live.status == "200 OK"
    (theme / "main.html").write_text('{% extends "base.html" %}')
    live.server.builder()
    assert "Ann Bell" in live.page("/people/ann-bell.html") and live.status == "200 OK"


def test_a_failed_rebuild_stands_in_the_place_of_every_page(project: Path, serve: Callable[..., Live]) -> None:
    """Of pages that were made and of those that were not; then the next good rebuild is shown."""
    live = serve()
    live.page("/briefs/rain.html")
    settings = (project / "mkdocs.yml").read_text()
    (project / "mkdocs.yml").write_text(settings + "plugins: [\n")
    live.server.builder()
    for path in ("/briefs/rain.html", "/people/ann-bell.html"):
        assert "could not be rebuilt" in live.page(path)
    (project / "mkdocs.yml").write_text(settings)
    live.server.builder()
    assert "Ann Bell" in live.page("/people/ann-bell.html")


def test_faults_are_told_without_being_asked_for(
    project: Path, serve: Callable[..., Live], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """When the rebuild is done a page of each kind is made, and each fault is one line."""
    monkeypatch.setattr("generator.plugin.serving._QUIET", 0)
    (project / "templates" / "person.md.j2").write_text("# {{ entity.nam }}\n")
    caplog.set_level(logging.ERROR)
    live = serve()
    for _ in range(200):
        if live.has("about.html"):
            break
        time.sleep(0.05)
    live.page("/people/ann-bell.html")
    told = [line for line in caplog.messages if "person.md.j2:1" in line]
    assert len(told) == 1


@pytest.mark.parametrize("settings", [{"strict": True}, {"hooks": ["hook.py"]}, {"plugins": ["briefs", "offline"]}])
def test_all_is_made_where_all_is_needed(project: Path, serve: Callable[..., Live], settings: dict[str, Any]) -> None:
    """Under `strict` and for a hook that listens to pages; another plug-in of this kind need not have them."""
    (project / "hook.py").write_text("def on_page_content(html, **_):\n    return html + '<p>heard</p>'\n")
    change(project, **settings)
    live = serve()
    assert live.has("people/ann-bell.html") is ("plugins" not in settings)
    assert ("heard" in live.page("/briefs/rain.html")) is ("hooks" in settings)


def test_the_navigation_may_leave_the_words_to_the_page(project: Path, serve: Callable[..., Live]) -> None:
    """An entry without words has the title of its page."""
    change(project, nav=["index.md", "people/index.md"])
    assert re.search(r"<span[^>]*>\s*People\s*</span>|>\s*People\s*</a>", serve().page("/briefs/rain.html"))
