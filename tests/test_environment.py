"""What `make serve` and `make test` say on a machine that lacks something. No environment is made here."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.chromium import HOW_TO_GET, find_chromium

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


def test_the_line_for_chromium_names_the_package() -> None:
    """Whoever lacks Chromium reads the exact command."""
    assert "sudo apt install chromium" in HOW_TO_GET and "BRIEFS_CHROMIUM" in HOW_TO_GET
