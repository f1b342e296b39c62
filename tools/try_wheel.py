"""Tries what people install: builds the wheel, installs it by plain pip into a bare environment, reads every format.

Run from the root of the project as `python -m tools.try_wheel`. pip takes the newest versions that pyproject.toml
allows, not the locked ones, from the index that it is set up with. Nothing of the checkout is within the wheel's reach.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from generator import __version__
from tests.readers.every_format import FILES, words

ROOT = Path(__file__).parents[1]
SCRIPTS = "Scripts" if os.name == "nt" else "bin"
OUTSIDE = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}


class TrialError(Exception):
    """What is wrong with the wheel, in words for whoever made it."""


def run(what: str, command: Sequence[str | Path], cwd: Path) -> str:
    """The output of a command. Raises TrialError, with the end of it, where it fails."""
    done = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env=OUTSIDE,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        lines = done.stdout.splitlines()
        raise TrialError(
            "\n".join([f"{what}:", *([line for line in lines if line.startswith("ERROR")] or lines[-20:])])
        )
    return done.stdout


def install(into: Path) -> Path:
    """Build the wheel, install it into a bare environment below `into`, and return the folder of its commands."""
    dist, unpacked = into / "dist", into / "unpacked"
    build: list[str | Path] = [sys.executable, "-m", "hatchling", "build", "-d", dist]
    # The wheel is made from the source archive, so that both hold all that is needed.
    run("the source archive cannot be built", [*build, "-t", "sdist"], ROOT)
    shutil.unpack_archive(next(dist.glob("*.tar.gz")), unpacked)
    run("the wheel cannot be built", [*build, "-t", "wheel"], next(unpacked.iterdir()))
    run("no environment can be made", [sys.executable, "-m", "venv", into / "bare"], into)
    commands = into / "bare" / SCRIPTS
    pip: list[str | Path] = [
        commands / "python",
        "-m",
        "pip",
        "install",
        "-q",
        "--retries",
        "1",
        "--disable-pip-version-check",
    ]
    what = "pip cannot install it; without an index within reach this cannot be tried"
    run(what, [*pip, *dist.glob("*.whl")], into)
    return commands


def make_site(commands: Path, folder: Path) -> None:
    """Start a site with one file of every format in it."""
    told = run("briefs --version fails", [commands / "briefs", "--version"], folder)
    if __version__ not in told:
        raise TrialError(f"briefs --version says {told!r}, not {__version__}")
    run("python -m generator fails", [commands / "python", "-m", "generator", "--version"], folder)
    run("briefs new fails", [commands / "briefs", "new", "site of all"], folder)
    for suffix, content in FILES.items():
        (folder / "site of all" / "seeds" / f"a-{suffix[1:]}{suffix}").write_bytes(content)


def check_site(commands: Path, site: Path) -> None:
    """Build and export the site; every format must have given its words. Raises TrialError."""
    run("briefs build --strict fails", [commands / "briefs", "build", "--strict"], site)
    run("briefs export fails", [commands / "briefs", "export", "out", "--format", "json"], site)
    lines = (site / "out" / "analyses.jsonl").read_text(encoding="utf-8").splitlines()
    records = list(map(json.loads, lines))
    for suffix in FILES:
        name = f"a-{suffix[1:]}{suffix}"
        # A file that holds several sources has the source of each behind a "#" in its path.
        briefs = [r["id"] for r in records if r["path"].partition("#")[0] == name and words(suffix) in r["text"]]
        if not briefs:
            raise TrialError(f"{suffix} gave no source with its words")
        if not any((site / "site" / "briefs" / f"{brief}.html").is_file() for brief in briefs):
            raise TrialError(f"{suffix} has no brief in the site")


def main() -> int:
    """Try the wheel; 0 where it reads every format."""
    with tempfile.TemporaryDirectory(prefix="briefs-wheel-") as made:
        folder = Path(made)
        try:
            commands = install(folder)
            make_site(commands, folder)
            check_site(commands, folder / "site of all")
        except TrialError as error:
            print(f"The wheel: {error}", file=sys.stderr)
            return 1
    print(f"The wheel of {__version__}, installed by plain pip, reads {len(FILES)} formats: {', '.join(FILES)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
