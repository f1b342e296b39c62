"""A person at a terminal sees how far long work is; everybody else sees nothing, and Ctrl-C tells how far it came."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.__main__ import STOPPED, run
from generator.cli import main
from generator.progress import Bar, Progress, show_progress

try:
    import fcntl
    import termios
except ImportError:  # Windows
    pass

ON_POSIX = pytest.mark.skipif(os.name != "posix", reason="no such terminals and signals")
ROOT = Path(__file__).parent.parent
TEXT = (
    "Der Regen hält die Spiele auf\n\nDie Spiele in Kassel wurden am Dienstag vom Regen unterbrochen, sagte Anna {}.\n"
)


def test_what_is_done_is_counted() -> None:
    """By stage, with or without a total; a stage that was cut short is still told."""
    progress = Progress()
    assert str(progress) == "starting"
    assert list(progress.track("ab", "reading", 2)) == ["a", "b"]
    assert str(progress) == "reading, 2 of 2 files"
    pages = progress.track(range(9), "rendering", unit="page")
    next(pages), next(pages)
    pages.close()  # type: ignore[attr-defined]  # it is a generator
    assert str(progress) == "rendering, 1 pages"


SHOWN = """
import time
from generator import progress
{}
bar = progress.show_progress()
for item in bar.track(range(30), "studying", 30):
    time.sleep(0.02)
"""


def show_at_terminal(setting: str, **environment: str) -> str:
    """What a terminal of 100 columns shows of work that takes half a second."""
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, b"\x18\0\x64\0\0\0\0\0")
    names = {**os.environ, "CI": "", **environment}
    done = subprocess.Popen([sys.executable, "-c", SHOWN.format(setting)], cwd=ROOT, env=names, stderr=theirs)
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 65536):
            shown += part
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    assert done.wait() == 0
    return shown.decode()


@ON_POSIX
def test_a_terminal_shows_stage_things_rate_and_time_left() -> None:
    """Work that takes longer than a moment; the line goes when it ends."""
    shown = show_at_terminal("progress.SECONDS = 0.1")
    assert re.search(r"Studying: \d+ of 30, +[\d.]+ files/s, 00:0\d left", shown), shown
    assert shown.rstrip("\r").endswith(" ")


@ON_POSIX
def test_short_work_and_other_machines_see_nothing() -> None:
    """Neither on a terminal that a machine reads."""
    assert show_at_terminal("") == ""
    assert show_at_terminal("progress.SECONDS = 0.1", CI="true") == ""


def test_only_a_terminal_has_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """And not where quiet is asked for."""
    monkeypatch.delenv("CI", raising=False)
    assert type(show_progress()) is Progress
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert isinstance(show_progress(), Bar)
    assert type(show_progress(quiet=True)) is Progress


SLOW = """
import time
from contextlib import closing
from pathlib import Path
from generator import build, workers
workers.FEW = 0
analyse = build.analyse
def slow(document, **options):
    if document.path != "c.txt":
        found = analyse(document, **options)
        Path(document.path + ".done").touch()
        return found
    while not (Path("a.txt.done").exists() and Path("b.txt.done").exists()):
        time.sleep(0.05)
    time.sleep(0.5)
    Path("started").touch()
    time.sleep(60)
build.analyse = slow
"""


@ON_POSIX
@pytest.mark.parametrize("command", ["build", "export"])
def test_an_interrupt_keeps_what_was_studied(tmp_path: Path, command: str) -> None:
    """One line says how far it came, no process stays behind, the old site stands, and the next build goes on."""
    site = tmp_path / "my"
    assert CliRunner().invoke(main, ["new", str(site)]).exit_code == 0
    for name in "abc":
        (site / "seeds" / f"{name}.txt").write_text(TEXT.format(name))
    (site / "hook.py").write_text(SLOW)
    settings = (site / "mkdocs.yml").read_text().replace("- briefs:", "- briefs:\n      workers: 2")
    (site / "mkdocs.yml").write_text(settings + "\nhooks: [hook.py]\n")
    (site / "site" / "old").mkdir(parents=True)
    words = [command] if command == "build" else [command, "out", "--format", "json"]
    # Whoever runs the tests in the background has children begin with the signal ignored; a terminal has not.
    listens = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    calls = f"import sys; sys.argv[0] = 'briefs'; import hook; from generator.cli import main; main({words!r})"
    code = f"{listens}; {calls}"
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=site,
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{site}"},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    wait_for(site / "started")
    # As a terminal does: every process of the command gets the signal.
    os.killpg(process.pid, signal.SIGINT)
    # Ends only where nobody is left who could write into it.
    _, told = process.communicate()
    assert process.returncode == 130, told
    assert "Traceback" not in told
    lines = [line for line in told.splitlines() if "topped while studying, 2 of 3 files" in line]
    assert len(lines) == 1, told
    assert [file.name for file in (site / "site").iterdir()] == ["old"]
    assert not [*site.glob(".site-*"), *site.glob(".out-*"), *site.glob("out/*")]
    assert len(rows_of(site / ".cache")) == 2


def wait_for(file: Path) -> None:
    for _ in range(600):
        if file.exists():
            return
        time.sleep(0.1)
    raise AssertionError(f"{file.name} never came")


def rows_of(folder: Path) -> list[str]:
    """The paths of the studies in a cache."""
    with closing(sqlite3.connect(folder / "studies.sqlite")) as database:
        return [row[0] for row in database.execute("SELECT path FROM studies")]


def test_an_interrupt_while_the_program_is_loaded_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends the command with the exit code of an interrupt before it has begun."""

    def stop(_: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.__main__.import_module", stop)
    with pytest.raises(SystemExit) as end:
        run()
    assert end.value.code == STOPPED
