"""The browser tests' ground: two finished sites on this machine, and a page that must not call out or stumble."""

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Route, expect, sync_playwright

from tests.browser.chromium import get_chromium, launch_arguments, name_lack, ways_here
from tests.browser.collection import LATER, REPORTS
from tests.browser.hostile import write_hostile_seeds
from tests.browser.sites import ROOT, Site, run, serve
from tests.conftest import say_at_end

LOCAL_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})
HARMLESS_SCHEMES = frozenset({"data", "blob", "about", "file"})
PATIENCE = 60_000
"""Milliseconds that a page may take for what is expected of it: a busy machine is no fault."""
CHROMIUM = pytest.StashKey[str | None]()
"""The path of the Chromium for this run, where a test needs one."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is marked `browser`: `-m "not browser"` leaves it out."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


def pytest_collection_finish(session: pytest.Session) -> None:
    """Get a Chromium before the tests where one will be needed and none is here."""
    config = session.config
    if config.option.collectonly or not any(item.get_closest_marker("browser") for item in session.items):
        return
    terminal = config.pluginmanager.get_plugin("terminalreporter")
    with one_process_of(config):
        found = get_chromium(os.environ, ways_here(), say=terminal.write_line if terminal else print)
    config.stash[CHROMIUM] = found
    if found is None:
        say_at_end(config, name_lack(os.environ))


@contextmanager
def one_process_of(config: pytest.Config) -> Iterator[None]:
    """Let the processes among which tests are shared out pass one by one."""
    if not hasattr(config, "workerinput"):
        yield
        return
    run_name = config.workerinput["testrunuid"]
    with (Path(tempfile.gettempdir()) / f"briefs-tests-{run_name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    Path(lock.name).unlink(missing_ok=True)


def build_site(project: Path, out: Path, *options: str) -> None:
    """Build `project` into `out` as a user does."""
    done = run(["-m", "mkdocs", "build", *options, "--site-dir", str(out)], cwd=project)
    if done.returncode:
        pytest.fail(f"mkdocs build failed in {project.name}:\n{done.stdout}", pytrace=False)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of this project's own `seeds/`, built once, without a warning, and served."""
    out = tmp_path_factory.mktemp("site") / "site"
    build_site(ROOT, out, "--strict")
    with serve(out) as served:
        yield served


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A fresh `briefs new` site whose sources try to become more than text, built once and served."""
    project = tmp_path_factory.mktemp("hostile") / "hostile"
    done = run(["-c", "from generator.cli import main; main()", "new", str(project)], cwd=ROOT)
    if done.returncode:
        pytest.fail(f"briefs new failed:\n{done.stdout}", pytrace=False)
    write_hostile_seeds(project / "seeds")
    out = project / "site"
    build_site(project, out)
    with serve(out) as served:
        yield served


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of a few made reports, built twice: the second build has more of them. Served below a path."""
    top = tmp_path_factory.mktemp("reports")
    project, out = top / "project", top / "www" / "some" / "path"
    done = run(["-c", "from generator.cli import main; main()", "new", str(project)], cwd=ROOT)
    assert not done.returncode, done.stdout
    for sources in (REPORTS, LATER):
        for name, text in sources.items():
            (project / "seeds" / name).write_text(text, encoding="utf-8")
        build_site(project, out)
    with serve(top / "www") as served:
        yield Site(out, f"{served.url}some/path/")


@pytest.fixture(scope="session")
def browser(pytestconfig: pytest.Config) -> Iterator[Browser]:
    """A Chromium, started once, without a window. Fails, and does not skip, where there is none."""
    executable = pytestconfig.stash[CHROMIUM]
    if executable is None:
        pytest.fail(name_lack(os.environ), pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=launch_arguments())
        yield chromium
        chromium.close()


@pytest.fixture
def bypass_csp() -> bool:
    """Whether the browser leaves the policy of pages out of account; a test may say so."""
    return False


@pytest.fixture
def context(browser: Browser, bypass_csp: bool) -> Iterator[BrowserContext]:
    """A fresh profile; each request to another host is stopped, and fails the test when it ends."""
    expect.set_options(timeout=PATIENCE)
    fresh = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light", bypass_csp=bypass_csp)
    fresh.set_default_timeout(PATIENCE)
    calls_out: list[str] = []

    def let_through(route: Route) -> None:
        address = urlsplit(route.request.url)
        if address.scheme in HARMLESS_SCHEMES or (address.hostname or "") in LOCAL_HOSTS:
            route.continue_()
        else:
            calls_out.append(route.request.url)
            route.abort()

    fresh.route("**/*", let_through)
    yield fresh
    fresh.close()
    assert not calls_out, "requests to other hosts"


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page of 1280 x 900; a script's error, a failed request or a dialog fails the test when it ends."""
    faults: list[str] = []

    def note_console(line: ConsoleMessage) -> None:
        if line.type == "error":
            faults.append(f"console: {line.text}")

    def note_dialog(dialog: Dialog) -> None:
        faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    fresh = context.new_page()
    fresh.on("pageerror", lambda error: faults.append(f"script error: {error}"))
    fresh.on("console", note_console)
    fresh.on("dialog", note_dialog)
    yield fresh
    assert not faults
