"""A failed rebuild is shown in the browser, with nothing of the message read as HTML."""

from collections.abc import Callable
from pathlib import Path
from wsgiref.util import setup_testing_defaults

import pytest
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer

from generator.plugin.publish import FAULT, failure_text, is_page, show_failures


def make_server(root: Path, rebuild: Callable[[], None]) -> LiveReloadServer:
    """A live server that listens to nobody."""
    server = LiveReloadServer(rebuild, "127.0.0.1", 0, str(root))
    show_failures(server)
    return server


def ask(server: LiveReloadServer, path: str) -> tuple[str, str]:
    """The status and the body of an answer."""
    environ: dict[str, object] = {"PATH_INFO": path}
    setup_testing_defaults(environ)
    said: list[str] = []
    app = server.get_app()
    assert app is not None
    body = b"".join(app(environ, lambda status, headers, _=None: said.append(status)))  # type: ignore[arg-type]
    return said[0], body.decode()


def test_a_failure_stands_in_the_place_of_every_page(tmp_path: Path) -> None:
    """Whichever page is open, it shows the fault, escaped; files beside it come as they are; a good rebuild ends it."""
    faults: list[Exception] = [ValueError("brief.md.j2:3: <b>")]

    def rebuild() -> None:
        if faults:
            raise faults.pop()

    (tmp_path / "a.html").write_text("<p>old</p>")
    (tmp_path / "a.css").write_text("p {}")
    server = make_server(tmp_path, rebuild)
    server.builder()
    for page in ("/a.html", "/", "/never/built/"):
        status, body = ask(server, page)
        assert status.startswith("503")
        assert "brief.md.j2:3: &lt;b&gt;" in body
    assert ask(server, "/a.css") == ("200 OK", "p {}")
    assert (tmp_path / "a.html").read_text() == "<p>old</p>"
    server.builder()
    assert ask(server, "/a.html") == ("200 OK", "<p>old</p>")
    assert not (tmp_path / FAULT).exists()


@pytest.mark.parametrize("fault", [ValueError("one"), SystemExit("two"), PluginError("three")])
def test_the_server_lives_on(fault: BaseException, tmp_path: Path) -> None:
    """An exception or an exit of the rebuild does not reach the server's loop."""

    def rebuild() -> None:
        raise fault

    server = make_server(tmp_path / "site", rebuild)
    server.builder()
    assert str(fault) in ask(server, "/")[1]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", True),
        ("/people/ann.html", True),
        ("/people/ann", True),
        ("/assets/a.css", False),
        ("/search/search_index.json", False),
        ("/livereload/12/34", False),
    ],
)
def test_only_pages_show_the_fault(path: str, expected: bool) -> None:
    """Style sheets load, and the page can ask whether it may reload."""
    assert is_page(path) is expected


def test_the_cause_is_named_not_the_exit() -> None:
    """MkDocs turns a fault into an exit; the person needs the fault."""
    try:
        try:
            raise KeyError("layout")
        except KeyError as cause:
            raise SystemExit("Aborted with a BuildError!") from cause
    except SystemExit as exit_:
        assert failure_text(exit_) == "KeyError: 'layout'"
