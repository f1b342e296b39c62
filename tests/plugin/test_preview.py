"""A failed rebuild is shown in the browser, with nothing of the message read as HTML."""

from pathlib import Path
from types import SimpleNamespace

from mkdocs.exceptions import PluginError

from generator.plugin.preview import failure_text, show_failures, write_failure


def test_a_failure_replaces_every_page(tmp_path: Path) -> None:
    """Whichever page is open, it shows the fault; the home page does so even if it was never built."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.html").write_text("old")
    write_failure(tmp_path, "brief.md.j2:3: <b>")
    for page in ("a/b.html", "index.html"):
        assert "brief.md.j2:3: &lt;b&gt;" in (tmp_path / page).read_text()


def test_the_server_lives_on(tmp_path: Path) -> None:
    """An exception or an exit of the rebuild does not reach the server's loop."""
    faults = [ValueError("one"), SystemExit("two"), PluginError("three")]

    def rebuild() -> None:
        raise faults[0]

    for fault in list(faults):
        server = SimpleNamespace(builder=rebuild, root=str(tmp_path))
        show_failures(server)  # type: ignore[arg-type]  # all that is used of a server
        server.builder()
        assert str(fault) in (tmp_path / "index.html").read_text()
        faults.pop(0)


def test_the_cause_is_named_not_the_exit() -> None:
    """MkDocs turns a fault into an exit; the person needs the fault."""
    try:
        try:
            raise KeyError("layout")
        except KeyError as cause:
            raise SystemExit("Aborted with a BuildError!") from cause
    except SystemExit as exit_:
        assert failure_text(exit_) == "KeyError: 'layout'"
