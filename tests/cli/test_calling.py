"""The line that calls the program again works from where the user stands, on every system. Paths are plain strings."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli.project import Shell, next_lines, read_call

POSIX = {
    "beside the checkout": (
        (".venv/bin/briefs", "/u/briefs", "/u/my-site", {}),
        ["cd ../my-site", "../briefs/.venv/bin/briefs serve"],
    ),
    "a folder of the checkout": (
        ("/u/briefs/.venv/bin/briefs", "/u/briefs", "/u/briefs/x", {}),
        ["cd x", "../.venv/bin/briefs serve"],
    ),
    "this folder": ((".venv/bin/briefs", "/u/a", "/u/a", {}), [".venv/bin/briefs serve"]),
    "the program lies in the folder": (("./briefs", "/u/a", "/u/a", {}), ["./briefs serve"]),
    "spaces and quotes": (
        (".venv/bin/briefs", "/u/my briefs", "/u/it's", {}),
        ["""cd '../it'"'"'s'""", "'../my briefs/.venv/bin/briefs' serve"],
    ),
    "a folder like an option": ((".venv/bin/briefs", "/u", "/u/-x", {}), ["cd ./-x", "../.venv/bin/briefs serve"]),
    "far away": (
        ("/srv/b/bin/briefs", "/u/a/b/c", "/u/a/b/c/d", {}),
        ["cd d", "/srv/b/bin/briefs serve"],
    ),
    "on the PATH": (
        ("/usr/local/bin/briefs", "/u", "/u/s", {"briefs": "/usr/local/bin/briefs"}),
        ["cd s", "briefs serve"],
    ),
    "another one on the PATH": (
        (".venv/bin/briefs", "/u", "/u/s", {"briefs": "/usr/local/bin/briefs"}),
        ["cd s", "../.venv/bin/briefs serve"],
    ),
    "a relative folder on the PATH": (
        (".venv/bin/briefs", "/u", "/u/s", {"briefs": ".venv/bin/briefs"}),
        ["cd s", "../.venv/bin/briefs serve"],
    ),
    "as a module": (
        ("/u/v/lib/generator/__main__.py", "/u", "/u/s", {"python": "/usr/bin/python"}),
        ["cd s", "../v/bin/python -m generator serve"],
    ),
    "as a module of the Python on the PATH": (
        ("/u/v/lib/generator/__main__.py", "/u", "/u/s", {"python": "/u/v/bin/python"}),
        ["cd s", "python -m generator serve"],
    ),
    "as part of another program": (("/u/v/bin/pytest", "/u", "/u/s", {}), ["cd s", "briefs serve"]),
}
WINDOWS = {
    "beside the checkout": (
        (r".venv\Scripts\briefs", r"C:\u\briefs", r"C:\u\my-site", {}),
        [r"cd{d} ..\my-site", r"..\briefs\.venv\Scripts\briefs serve"],
    ),
    "with its suffix, forward slashes": (
        ("./.venv/Scripts/briefs.exe", r"C:\u\briefs", r"C:\u\briefs", {}),
        [r".venv\Scripts\briefs serve"],
    ),
    "another drive": (
        (r"C:\b\Scripts\briefs", r"C:\b", r"D:\sites\mine", {}),
        [r"cd{d} D:\sites\mine", r"C:\b\Scripts\briefs serve"],
    ),
    "on the PATH, in other letters": (
        (r"C:\Py\Scripts\briefs", r"C:\u", r"C:\u\s", {"briefs": r"c:\py\scripts\briefs.EXE"}),
        [r"cd{d} s", "briefs serve"],
    ),
    "this folder in other letters": ((r"v\Scripts\briefs", r"C:\U\A", r"c:\u\a", {}), [r"v\Scripts\briefs serve"]),
    "a share": (
        (r"\\host\share\v\Scripts\briefs", r"C:\u", r"C:\u\s", {}),
        [r"cd{d} s", r"\\host\share\v\Scripts\briefs serve"],
    ),
    "as a module": (
        (r"C:\v\Lib\site-packages\generator\__main__.py", r"C:\u", r"C:\u\s", {}),
        [r"cd{d} s", r"C:\v\Scripts\python.exe -m generator serve"],
    ),
    "the program lies in the folder": ((r".\briefs", r"C:\a", r"C:\a", {}), [r".\briefs serve"]),
}


Call = tuple[str, str, str, dict[str, str]]


def lines(call: Call, shell: Shell, python: str, **environment: str) -> list[str]:
    script, here, folder, path = call
    return next_lines(folder, read_call(script, python, here, environment, path.get, shell), here, ["serve"])


@pytest.mark.parametrize("name", POSIX)
def test_on_linux_and_macos(name: str) -> None:
    """By its bare name only where that leads to this very program; else by the shorter path from the new folder."""
    call, expected = POSIX[name]
    assert lines(call, "posix", "/u/v/bin/python") == expected


@pytest.mark.parametrize("shell", ["cmd", "powershell"])
@pytest.mark.parametrize("name", WINDOWS)
def test_on_windows(name: str, shell: Shell) -> None:
    """Case counts for nothing, another drive is named whole, and `cd` of the old shell is told to change the drive."""
    call, expected = WINDOWS[name]
    drive = " /d" if shell == "cmd" else ""
    assert lines(call, shell, r"C:\v\Scripts\python.exe") == [line.replace("{d}", drive) for line in expected]


def test_spaces_on_windows() -> None:
    """The old shell takes double quotes; the new one calls a quoted path with an ampersand."""
    call: Call = (r".venv\Scripts\briefs", r"C:\my briefs", r"C:\it's", {})
    old, new = (lines(call, shell, "") for shell in ("cmd", "powershell"))
    assert old == ['''cd /d "..\\it's"''', r'"..\my briefs\.venv\Scripts\briefs" serve']
    assert new == [r"cd '..\it''s'", r"& '..\my briefs\.venv\Scripts\briefs' serve"]


def test_uv_is_named_again() -> None:
    """What `uv run` puts on the PATH is gone after it; another environment of uv is named by its path."""
    call = ("/u/briefs/.venv/bin/briefs", "/u/briefs", "/u/s", {"briefs": "/u/briefs/.venv/bin/briefs"})
    found = lines(call, "posix", "", UV="/bin/uv", VIRTUAL_ENV="/u/briefs/.venv")
    assert found == ["cd ../s", "uv run --project ../briefs briefs serve"]
    tool: Call = ("/u/tools/briefs/bin/briefs", "/u", "/u/s", {})
    found = lines(tool, "posix", "", UV="/bin/uv", VIRTUAL_ENV="/u/tools/briefs")
    assert found == ["cd s", "../tools/briefs/bin/briefs serve"]


@pytest.mark.skipif(os.name == "nt", reason="the lines are run by sh")
def test_the_lines_work(tmp_path: Path) -> None:
    """What `briefs new` prints is run by a shell as it stands; with other words behind it, the site is found."""
    (tmp_path / "a b").symlink_to(Path(sys.executable).parent)
    done = subprocess.run(
        ["a b/briefs", "new", "it's new"], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True
    )
    told = [line.strip() for line in done.stdout.splitlines() if line.startswith("    ")]
    script = "\n".join(told).replace(" serve", " check")
    checked = subprocess.run(["sh", "-ec", script], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True)
    assert checked.stdout.startswith("0 briefs")
