"""A build asks nobody: it succeeds where there is no network, and where sockets to other hosts are refused."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TEXT = "Rain stops the games\n\n5 May 2021\n\nThe games in Leeds were stopped by rain, said Ann Bell, the mayor.\n"
PAGE = "<html><body><article><h1>The pier</h1><p>Ann Bell opened the pier of Westport on 5 May 2021.</p></article>"
WALL = """
import socket
def refuse(self, address, *rest):
    raise AssertionError(f"a build asked {address}")
def refuse_name(host, *rest, **options):
    raise AssertionError(f"a build asked for {host}")
inner = socket.socket.connect
def connect(self, address):
    return inner(self, address) if self.family == getattr(socket, "AF_UNIX", None) else refuse(self, address)
socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo = connect, refuse, refuse_name
"""
"""Loaded by each Python that a build starts, before anything else."""


def ways() -> list[str]:
    """A namespace without a network where the system allows one; a wall around sockets everywhere."""
    has_space = (
        shutil.which("unshare") and not subprocess.run(["unshare", "-rn", "true"], capture_output=True).returncode
    )
    return ["no network", "wall"] if has_space else ["wall"]


@pytest.mark.parametrize("way", ways())
def test_a_build_asks_nobody(way: str, tmp_path: Path) -> None:
    """From an empty folder, with the search, the model and a page that is read in a child process."""
    project, wall = tmp_path / "site", tmp_path / "wall"
    wall.mkdir()
    (wall / "sitecustomize.py").write_text(WALL if way == "wall" else "", encoding="utf-8")
    # MkDocs and the model's library would like to look for newer versions and for files of their own.
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(wall), str(ROOT)]), "NO_MKDOCS_2_WARNING": "1"}
    alone = ["unshare", "-rn"] if way == "no network" else []
    for command, folder in ((["new", str(project)], tmp_path), (["build"], project)):
        if command == ["build"]:
            (project / "seeds" / "rain.txt").write_text(TEXT, encoding="utf-8")
            (project / "seeds" / "pier.html").write_text(PAGE, encoding="utf-8")
        done = subprocess.run(
            [*alone, sys.executable, "-m", "generator", *command],
            cwd=folder,
            env=environment,
            capture_output=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stderr
    for name, words in (("rain", "stopped by rain"), ("pier", "opened the pier")):
        assert words in (project / "site" / "briefs" / f"{name}.html").read_text(encoding="utf-8")
