"""The plug-in under MkDocs itself: what is built, what stops a build, and what a live server shows."""

import contextlib
import html
import logging
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generator import analysis
from generator.cli import main
from generator.model import Credit, Span

TEXT = """Rain stops the games

5 May 2021

"We had no choice," said Ann Bell, the chair of the Leeds Games Trust. The games in Leeds were stopped by rain.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "my-site"
    assert CliRunner().invoke(main, ["new", str(folder)]).exit_code == 0
    (folder / "seeds" / "rain.txt").write_text(TEXT, encoding="utf-8")
    return folder


def build(project: Path, *, strict: bool = True, **settings: Any) -> Path:
    """Build as `mkdocs build` does and return the folder of the site."""
    config = load_config(str(project / "mkdocs.yml"), strict=strict, **settings)
    config.plugins.on_startup(command="build", dirty=False)
    build_site(config)
    return project / "site"


def hashes(folder: Path) -> dict[str, bytes]:
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()}


def test_a_fresh_site_builds_without_a_warning(project: Path) -> None:
    """What `briefs new` writes, with one source, is clean under `--strict` and holds the brief."""
    page = (build(project) / "briefs" / "rain.html").read_text(encoding="utf-8")
    assert "<title>Rain stops the games" in page
    assert 'id="s1"' in page


def test_what_is_odd_in_many_places_is_one_line(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The terminal has one line for each kind of oddity of a source, with their number; the page shows each."""
    odd = "\n\n".join(f'Ann Bell, the chair, came to Leeds {n} times. "We had no choice.' for n in range(2, 7))
    (project / "seeds" / "odd.txt").write_text(f"Rain stops the play\n\n{odd}\n", encoding="utf-8")
    caplog.set_level(logging.INFO)
    page = (build(project) / "briefs" / "odd.html").read_text(encoding="utf-8")
    lines = [record.getMessage() for record in caplog.records if "unbalanced" in record.getMessage()]
    assert [line.partition("odd.txt")[2] for line in lines] == [": unbalanced quotation mark (in 5 places)"]
    assert page.count("unbalanced quotation mark") >= 5


def test_ending_the_command_ends_mkdocs(project: Path) -> None:
    """Whoever ends `briefs build` or `briefs serve` leaves no MkDocs behind that goes on and holds the port."""
    fifo = project / "told"
    os.mkfifo(fifo)
    hook = f"import time\nwith open({str(fifo)!r}, 'w') as told:\n    told.write('started')\ntime.sleep(600)\n"
    (project / "hook.py").write_text(hook, encoding="utf-8")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nhooks: [hook.py]\n")
    with subprocess.Popen(
        [sys.executable, "-m", "generator", "build"], cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as command:
        assert fifo.read_text(encoding="utf-8") == "started"
        command.terminate()
        # The output ends only when nobody is left who could write into it.
        command.communicate()
        # Where the command becomes MkDocs, the signal ends it; where it waits for it, it says so by its code.
        assert command.returncode in (-signal.SIGTERM, 128 + signal.SIGTERM)


def test_a_rebuild_is_the_same_to_the_byte(project: Path) -> None:
    """Without and with a cache, and from another folder, the same sources give the same site."""
    first = hashes(build(project))
    again = hashes(build(project))
    elsewhere = project.parent / "elsewhere"
    shutil.copytree(project, elsewhere, ignore=shutil.ignore_patterns("site", ".cache"))
    moved = hashes(build(elsewhere))
    assert first == again == moved


def test_a_sitemap_needs_an_address(project: Path) -> None:
    """Without `site_url` there is none, rather than an empty one; with it every page is in it."""
    assert not list(build(project).glob("sitemap*"))
    site = build(project, site_url="https://example.org/briefs/")
    assert "<loc>https://example.org/briefs/briefs/rain.html</loc>" in (site / "sitemap.xml").read_text(
        encoding="utf-8"
    )
    assert (site / "sitemap.xml.gz").is_file()


def test_nothing_is_written_beside_the_sources(project: Path) -> None:
    """A build touches no folder that a live server watches; so it cannot start itself again."""
    before = hashes(project / "seeds") | hashes(project / "templates")
    build(project)
    assert before == hashes(project / "seeds") | hashes(project / "templates")


def test_a_bad_source_is_a_warning_and_fails_strict(project: Path) -> None:
    """Without `--strict` the rest is built; with it the build fails and the old site stays."""
    old = hashes(build(project))
    (project / "seeds" / "empty.txt").write_text("")
    with pytest.raises(Abort):
        build(project)
    site = build(project, strict=False)
    assert set(old) <= set(hashes(site))
    assert "empty.txt" in html.unescape((site / "sources" / "index.html").read_text(encoding="utf-8"))


def test_a_fault_of_the_program_is_a_warning_and_fails_strict(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A finder that raises, or that tells words of its own: the brief is published, but not under `--strict`."""
    for trial, finder in enumerate((lambda *_: 1 // 0, lambda *_: (Credit("wire", "Mill Wire", Span(0, 4)),))):
        monkeypatch.setattr(analysis, "find_credits", finder)
        # MkDocs keeps the plug-in, and with it what is known of the text of the other tests.
        (project / "seeds" / "rain.txt").write_text(f"{TEXT} It rained {trial} days.\n", encoding="utf-8")
        with captured() as lines:
            page = build(project, strict=False) / "briefs" / "rain.html"
        assert len([line for line in lines if "rain.txt: " in line and "please report it" in line]) == 1
        assert "We had no choice" in page.read_text(encoding="utf-8")
        with pytest.raises(Abort):
            build(project)


def test_a_build_that_fails_leaves_the_old_site(project: Path) -> None:
    """A broken template ends the build in one line with file and line; every page of the old site stands."""
    old = hashes(build(project))
    (project / "templates" / "brief.md.j2").write_text("# {{ brief.title }}\n\n{{ brief.titel }}\n")
    with pytest.raises(Abort), captured() as lines:
        build(project)
    told = [line for line in lines if "brief.md.j2" in line]
    assert len(told) == 1
    assert "brief.md.j2:3" in told[0]
    assert "title" in told[0].partition("titel")[2]
    assert hashes(project / "site") == old
    assert not list(project.glob(".site-*"))


@contextlib.contextmanager
def captured() -> Iterator[list[str]]:
    """The lines that MkDocs logs meanwhile."""
    lines: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage())  # type: ignore[method-assign]
    logging.getLogger("mkdocs").addHandler(handler)
    try:
        yield lines
    finally:
        logging.getLogger("mkdocs").removeHandler(handler)


def test_a_users_template_wins(project: Path) -> None:
    """A template of the user's folder is used instead of the packaged one of that name."""
    (project / "templates" / "about.md.j2").write_text("# Mine\n\nMy own words.\n")
    assert "My own words." in (build(project) / "about.html").read_text(encoding="utf-8")


def test_a_users_page_wins(project: Path) -> None:
    """A Markdown page in the user's folder takes the place of the generated one."""
    (project / "templates" / "static" / "about.md").write_text("# Mine\n\nA page of my own.\n")
    assert "A page of my own." in (build(project) / "about.html").read_text(encoding="utf-8")


def test_an_empty_folder_still_makes_a_site(project: Path) -> None:
    """Without sources there is a home page that says how to add one; `--strict` fails."""
    (project / "seeds" / "rain.txt").unlink()
    site = build(project, strict=False)
    assert "no source" in (site / "index.html").read_text(encoding="utf-8").lower()
    with pytest.raises(Abort):
        build(project)


def build_live(project: Path, *, fresh: bool) -> dict[str, bytes]:
    """Build as a live server does; `fresh` forgets all that it kept from builds before."""
    out = project.parent / "live"
    out.mkdir(exist_ok=True)
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(out))
    config.plugins.on_startup(command="serve", dirty=False)
    plugin: Any = config.plugins["briefs"]
    plugin._nonce = "always"  # else every page of every start has its own
    if fresh:
        plugin._shelf = None
        shutil.rmtree(out, ignore_errors=True)
        plugin._memory.clear()
    build_site(config)
    for path in list(plugin._live._desk.waiting):
        plugin._live.make(path)
    timed = {"sitemap.xml", "sitemap.xml.gz"}
    return {name: content for name, content in hashes(out).items() if name not in timed}


def test_what_a_live_server_keeps_changes_nothing(project: Path) -> None:
    """After each change, pages kept from earlier builds and pages made anew are the same to the byte."""
    build_live(project, fresh=True)
    (project / "seeds" / "sun.txt").write_text(TEXT.replace("Rain stops", "Sun starts"), encoding="utf-8")
    assert build_live(project, fresh=False) == build_live(project, fresh=True)
    (project / "templates" / "person.md.j2").write_text("# {{ entity.name }}\n\nMine.\n")
    assert build_live(project, fresh=False) == build_live(project, fresh=True)
    (project / "seeds" / "rain.txt").unlink()
    assert build_live(project, fresh=False) == build_live(project, fresh=True)


def test_a_broken_link_is_told_on_every_live_build(project: Path) -> None:
    """A page that links to a file that is not there is not kept: its warning comes again."""
    (project / "templates" / "person.md.j2").write_text("# {{ entity.name }}\n\n[gone](gone.md)\n")
    for fresh in (True, False):
        with captured() as lines:
            build_live(project, fresh=fresh)
        assert any("gone.md" in line for line in lines)


def test_directory_addresses_work_too(project: Path) -> None:
    """With MkDocs's other style of addresses, links inside source texts lead to pages that exist."""
    config = yaml.safe_load((project / "mkdocs.yml").read_text())
    config["plugins"] = ["search", "briefs"]
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config))
    site = build(project, use_directory_urls=True)
    page = site / "briefs" / "rain" / "index.html"
    links = re.findall(r'class="briefs-name[^"]*" href="([^"#]+)', page.read_text(encoding="utf-8"))
    assert links
    assert all((page.parent / link / "index.html").is_file() for link in links)


class Server:
    """`mkdocs serve` in a process of its own, on a free port of this machine."""

    def __init__(self, project: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.log = project.parent / "serve.log"
        with self.log.open("wb") as out:
            command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{self.port}"]
            env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
            self.process = subprocess.Popen(command, cwd=project, env=env, stdout=out, stderr=subprocess.STDOUT)

    def page(self, path: str) -> str:
        """What a browser shows: the page, or the fault that stands in its place."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=30) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            if error.code != 503:
                raise
            return str(error.read().decode())

    def wait_for(self, path: str, shown: Callable[[str], bool]) -> str:
        """The page as soon as it is as wanted; fails with the server's log if that does not come to be."""
        for _ in range(240):
            with contextlib.suppress(OSError):
                if shown(page := self.page(path)):
                    return page
            time.sleep(0.25)
        pytest.fail(f"{path} never came to be as wanted:\n{self.log.read_text()}", pytrace=False)

    def builds(self) -> int:
        return self.log.read_text().count("Building documentation...")

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=30)


@pytest.fixture
def server(project: Path) -> Iterator[Server]:
    server = Server(project)
    yield server
    server.stop()


def test_a_live_server_follows_every_change_and_survives_every_fault(project: Path, server: Server) -> None:
    """A seed, a template, a broken template, a broken mkdocs.yml and their repair, one after another; and nothing is
    built again where nothing changes."""
    server.wait_for("briefs/rain.html", lambda page: "stopped by rain" in page)
    time.sleep(3)
    assert server.builds() == 1

    (project / "seeds" / "rain.txt").write_text(TEXT.replace("stopped by rain", "stopped by hail"), encoding="utf-8")
    server.wait_for("briefs/rain.html", lambda page: "stopped by hail" in page)

    template = project / "templates" / "about.md.j2"
    template.write_text("# About\n\nMy own words.\n")
    server.wait_for("about.html", lambda page: "My own words." in page)

    template.write_text("# About\n\n{{ about.brifs }}\n")
    page = server.wait_for("about.html", lambda page: "about.md.j2" in html.unescape(page))
    assert "about.md.j2, line 3" in html.unescape(page)
    assert "stopped by hail" in server.page("briefs/rain.html")
    template.unlink()
    server.wait_for("about.html", lambda page: "about.md.j2" not in html.unescape(page))

    settings = (project / "mkdocs.yml").read_text()
    (project / "mkdocs.yml").write_text(settings + "plugins: [\n")
    server.wait_for("briefs/rain.html", lambda page: "could not be rebuilt" in page)
    (project / "mkdocs.yml").write_text(settings.replace("site_name: ", "site_name: New ").replace("'", ""))
    server.wait_for("briefs/rain.html", lambda page: "stopped by hail" in page and "New " in page)


def test_a_live_server_starts_with_a_broken_template(project: Path) -> None:
    """The fault is on the page, and its repair is followed."""
    (project / "templates" / "brief.md.j2").write_text("{% for %}")
    server = Server(project)
    try:
        server.wait_for("briefs/rain.html", lambda page: "brief.md.j2" in html.unescape(page))
        (project / "templates" / "brief.md.j2").unlink()
        server.wait_for("briefs/rain.html", lambda page: "stopped by rain" in page)
    finally:
        server.stop()
