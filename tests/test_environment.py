"""What `make serve` and `make test` say on a machine that lacks something. No environment is made here."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.chromium import find_chromium, get_chromium, name_lack, ways_here

ROOT = Path(__file__).parents[1]
TOOLS = ("cat", "cksum", "dirname", "grep", "paste", "rm", "sh", "tr")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="make and sh are not how the project is set up on Windows")


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder that is the whole search path: the shell's tools, no Python and no uv."""
    for name in TOOLS:
        (tmp_path / "bin" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "bin" / name).symlink_to(shutil.which(name) or name)
    for name in ("tools/environment.sh", "requirements/run.txt", "requirements/dev.txt", "pyproject.toml"):
        (tmp_path / "project" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / "project" / name)
    return tmp_path


def add_command(machine: Path, name: str, script: str) -> None:
    """Put a command on the search path of the machine."""
    path = machine / "bin" / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def make_environment(machine: Path) -> subprocess.CompletedProcess[str]:
    """Run the script as make does."""
    return subprocess.run(
        ["sh", str(machine / "project/tools/environment.sh"), "dev"],
        env={"PATH": str(machine / "bin")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_without_python_it_says_what_to_install(machine: Path) -> None:
    """No Python at all: a line with the cure, a failure, and nothing made."""
    done = make_environment(machine)
    assert done.returncode == 1
    assert "No Python 3.11 or newer is here" in done.stderr
    assert "    sudo apt install python3 python3-venv\n" in done.stderr
    assert not (machine / "project/.venv").exists()


def test_an_old_python_is_not_taken(machine: Path) -> None:
    """A Python that says it is too old counts as none, as does a command that only looks like one."""
    add_command(machine, "python3", "exit 1")
    add_command(machine, "python3.12", "echo 'not installed here' >&2; exit 127")
    assert "No Python 3.11 or newer is here" in make_environment(machine).stderr


def test_where_debian_splits_venv_off_it_says_the_package(machine: Path) -> None:
    """Python without ensurepip: the apt line names the package for exactly that version."""
    add_command(machine, "python3", f'case "$*" in *ensurepip*) exit 1 ;; esac; exec {sys.executable} "$@"')
    done = make_environment(machine)
    assert done.returncode == 1
    assert f"    sudo apt install python3.{sys.version_info.minor}-venv\n" in done.stderr
    assert not (machine / "project/.venv").exists()


def test_a_python_that_can_is_taken_before_one_that_cannot(machine: Path) -> None:
    """The first Python on the list may lack venv while another has it: that one makes the environment."""
    add_command(machine, "python3", f'case "$*" in *ensurepip*) exit 1 ;; esac; exec {sys.executable} "$@"')
    add_command(machine, "python3.11", 'case "$*" in *"-m venv"*) echo made with "$0" >&2; exit 9 ;; esac')
    done = make_environment(machine)
    assert done.returncode == 9
    assert "made with" in done.stderr and "python3.11" in done.stderr


def test_uv_is_preferred(machine: Path) -> None:
    """Where uv is there, it makes the environment, even without any Python."""
    add_command(machine, "uv", 'echo "uv $*" >&2; exit 9')
    done = make_environment(machine)
    assert done.returncode == 9
    assert "uv venv --quiet --python >=3.11 .venv" in done.stderr


def test_a_failed_step_leaves_no_mark(machine: Path) -> None:
    """An environment counts as made only when its last package is in: the next run starts it anew."""
    add_command(machine, "uv", 'case "$1" in venv) mkdir .venv ;; *) exit 7 ;; esac')
    add_command(machine, "mkdir", 'exec /bin/mkdir "$@"')
    assert make_environment(machine).returncode == 7
    assert not list((machine / "project/.venv").glob("made-*"))


def test_chromium_is_taken_from_the_variable_first(machine: Path) -> None:
    """BRIEFS_CHROMIUM wins over the search path; a name that leads nowhere is not replaced by another browser."""
    add_command(machine, "chromium", "")
    add_command(machine, "mine", "")
    path = str(machine / "bin")
    assert find_chromium({"PATH": path}) == str(machine / "bin/chromium")
    assert find_chromium({"PATH": path, "BRIEFS_CHROMIUM": "mine"}) == str(machine / "bin/mine")
    assert find_chromium({"PATH": path, "BRIEFS_CHROMIUM": "nowhere"}) is None


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere no browser is started to be tried")
def test_a_chromium_that_does_not_start_counts_as_none(machine: Path) -> None:
    """A command that only tells where to get it, or that lacks a library, gives way to the next one."""
    add_command(machine, "chromium", "echo 'install the snap'; exit 1")
    path = str(machine / "bin")
    assert find_chromium({"PATH": path}) is None
    add_command(machine, "google-chrome", "")
    assert find_chromium({"PATH": path}) == str(machine / "bin/google-chrome")


FETCHED = (
    ("HOME", ".cache", "chrome-linux/headless_shell"),
    ("HOME", "Library/Caches", "chrome-headless-shell-mac-arm64/chrome-headless-shell"),
    ("LOCALAPPDATA", ".", "chrome-headless-shell-win64/chrome-headless-shell.exe"),
    ("XDG_CACHE_HOME", ".", "chrome-linux64/chrome"),
)


@pytest.mark.parametrize(("variable", "cache", "place"), FETCHED)
def test_what_playwright_fetched_is_taken(machine: Path, variable: str, cache: str, place: str) -> None:
    """From its folder on any system, the newest first, and only what was fetched to the end."""
    shells = {}
    for number in (999, 1200, 1300):
        folder = machine / cache / "ms-playwright" / f"chromium_headless_shell-{number}"
        shells[number] = folder / place
        shells[number].parent.mkdir(parents=True)
        shells[number].write_text("#!/bin/sh\n", encoding="utf-8")
        shells[number].chmod(0o755)
        if number != 1300:
            (folder / "INSTALLATION_COMPLETE").touch()
    environment = {"PATH": str(machine / "bin"), variable: str(machine)}
    assert find_chromium(environment) == str(shells[1200])
    assert find_chromium({**environment, "PLAYWRIGHT_BROWSERS_PATH": str(machine / "elsewhere")}) is None


def test_a_chromium_is_got_in_the_first_way_that_gives_one(machine: Path) -> None:
    """A way that fails, or that leaves no browser behind, is followed by the next one; each is told in a line."""
    made = machine / "bin" / "chromium"
    add_command(machine, "fails", "exit 1")
    add_command(machine, "does-nothing", "")
    add_command(machine, "gets", f"printf '#!/bin/sh\\n' >{made}; /bin/chmod +x {made}")
    ways = [[[str(machine / "bin" / name)]] for name in ("fails", "does-nothing", "gets", "fails")]
    said: list[str] = []
    environment = {"PATH": str(machine / "bin")}
    assert get_chromium(environment, ways[:2], said.append) is None
    assert get_chromium(environment, ways, said.append) == str(made)
    assert [line.rpartition("/")[2] for line in said] == ["fails", "does-nothing", "fails", "does-nothing", "gets"]
    assert get_chromium(environment, ways, said.append) == str(made)
    assert len(said) == 5


def test_nothing_is_got_for_a_chromium_that_was_named(machine: Path) -> None:
    """Whoever names a browser wants that one, and is told that it is missing."""
    add_command(machine, "gets", f"/bin/touch {machine}/got")
    environment = {"PATH": str(machine / "bin"), "BRIEFS_CHROMIUM": "nowhere"}
    assert get_chromium(environment, [[[str(machine / "bin/gets")]]]) is None
    assert not (machine / "got").exists()


def test_there_is_a_way_to_get_one_here() -> None:
    """Playwright's own is always among the ways; the package of the system only for who may install it."""
    *packages, (last,) = ways_here()
    assert last[-1] == "chromium-headless-shell" and last[1:4] == ["-m", "playwright", "install"]
    assert all(command[0] == "apt-get" for way in packages for command in way)


def test_the_line_for_chromium_names_the_package() -> None:
    """Whoever lacks Chromium reads the exact command."""
    assert "sudo apt install chromium" in name_lack({}) and "BRIEFS_CHROMIUM" in name_lack({})
    assert name_lack({"BRIEFS_CHROMIUM": "nowhere"}).startswith("BRIEFS_CHROMIUM names 'nowhere'")
