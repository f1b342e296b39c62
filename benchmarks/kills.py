"""Kill builds, exports and adds at seeded moments and see what stands: `python -m benchmarks.kills [--moments 50]`.

Each moment: the sources change, a command starts, after a while drawn at random all its processes, or only the first
one, get SIGKILL. Then the old or the new result must stand, whole to the byte; no process be left; nothing in the
sources be touched but by `add`; the cache open; and the same command, run to its end, give what it gives without a
kill. Prints a line for each moment and a table. Exit code 1 where anything is torn. Unix only.
"""

import argparse
import hashlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_TURNS = ("build", "build", "markdown", "build", "add", "build", "json")
"""The commands, in the order in which they are tried."""
_LATE = 0.3
"""The last part of a run, in which half of the moments lie: there the result is put in place."""
_TEXT = """{title}

5 May 2021

The games in Leeds were stopped by {what} on Tuesday, the organizers said. "We had no choice," said Ann Bell, the chair
of the Leeds Games Trust. "Nobody could stand in the {what}." Bell said that the games would go on in June.
"""
_WEATHER = ("rain", "snow", "hail", "fog", "wind")
_NEW = "added.txt"

Tree = dict[str, str]
"""The digests of the files of a folder."""


@dataclass(frozen=True)
class Trial:
    """A command with the folder of its result, and what that holds for either state of the sources."""

    name: str
    words: tuple[str, ...]
    result: Path
    wanted: tuple[Tree, Tree]
    seconds: float


def main(arguments: Sequence[str]) -> int:
    """Try and print; 1 where anything was torn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--moments", type=int, default=50)
    parser.add_argument("--seed", type=int, default=13)
    options = parser.parse_args(arguments)
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as name:
        site = Path(name) / "my"
        run(["new", str(site)], Path(name))
        trials = {kind: prepare(kind, site) for kind in dict.fromkeys(_TURNS)}
        counts: Counter[str] = Counter()
        states = dict.fromkeys(trials, 1)
        seconds = {kind: trial.seconds for kind, trial in trials.items()}
        for number in range(options.moments):
            kind = _TURNS[number % len(_TURNS)]
            trial, states[kind] = trials[kind], 1 - states[kind]
            late = chance.random() < 0.5
            share = chance.uniform(1 - _LATE, 1.1) if late else chance.random()
            found, took = try_moment(trial, site, states[kind], share * seconds[kind], whole=chance.random() < 0.5)
            seconds[kind] = took or seconds[kind]
            print(f"{number + 1:3} {trial.name:9} killed at {share:4.0%}: {', '.join(found)}", flush=True)
            counts.update(found)
    print("\n".join(f"{times:4} {what}" for what, times in counts.most_common()))
    torn = sum(times for what, times in counts.items() if what.startswith("TORN"))
    print(f"{options.moments} moments, torn results: {torn}")
    return int(torn > 0)


def prepare(kind: str, site: Path) -> Trial:
    """The trial of a command: what it gives for both states, and how long it takes."""
    words = {
        "build": ("build", "--quiet"),
        "add": ("add", str(site.parent / _NEW)),
        "markdown": ("export", "markdown", "--format", "markdown"),
        "json": ("export", "json", "--format", "json"),
    }[kind]
    result = site / {"build": "site", "add": "seeds"}.get(kind, kind)
    if kind == "add":
        (site.parent / _NEW).write_text(_TEXT.format(title="Added", what="frost") * 20_000)
        (site.parent / _NEW).with_suffix(".yml").write_text("url: https://example.org/added\n")
    wanted = []
    for state in (0, 1):
        write_sources(site, state)
        before = tree(result)
        seconds = run(words, site)
        wanted.append(tree(result) if kind != "add" else before)
    return Trial(kind, words, result, (wanted[0], wanted[1]), seconds)


def write_sources(site: Path, state: int) -> None:
    """The sources in one of two states: other words in some, one more or one fewer."""
    folder = site / "seeds"
    for file in folder.iterdir():
        file.unlink() if file.is_file() else shutil.rmtree(file)
    for number, what in enumerate(_WEATHER[: 4 + state]):
        text = _TEXT.format(title=f"Games and {what}", what=what if number else _WEATHER[state])
        (folder / f"{what}.txt").write_text(text)


def try_moment(trial: Trial, site: Path, state: int, seconds: float, *, whole: bool) -> tuple[list[str], float]:
    """What was found after a kill, and after the run that follows it; how long that run took, 0 for none."""
    write_sources(site, state)
    before, sources = tree(trial.result), tree(site / "seeds")
    ended = kill_after(trial.words, site, seconds, whole=whole)
    found = ["ended before" if ended else "killed", judge(trial, state, before)]
    if trial.name != "add" and tree(site / "seeds") != sources:
        found.append("TORN: the sources were touched")
    if left := left_behind(site):
        found.append(f"TORN: {left} processes stay")
    found += check_cache(site)
    is_there = trial.name == "add" and (trial.result / _NEW).exists()
    took = 0.0 if is_there else run(trial.words, site)
    after = tree(trial.result)
    right = after == trial.wanted[state] if trial.name != "add" else after == wanted_of_add(trial, sources)
    hidden = [path.name for path in (*site.glob(".*-new-*"), *site.glob(".*-old-*"), *trial.result.glob(".*-new-*"))]
    found.append("next is right" if right else "TORN: the next is wrong")
    return [*found, *(f"TORN: {name} stays" for name in hidden)], took


def judge(trial: Trial, state: int, before: Tree) -> str:
    """Which result stands."""
    now = tree(trial.result)
    if trial.name == "add":
        now = {name: digest for name, digest in now.items() if not name.startswith(".add-new-")}
        new = now == wanted_of_add(trial, before)
        return "new stands" if new else "old stands" if now == before else "TORN: half a source"
    new = now == trial.wanted[state]
    return "new stands" if new else "old stands" if now == before else "TORN: neither the old nor the new"


def wanted_of_add(trial: Trial, before: Tree) -> Tree:
    """The sources with the added ones."""
    file = Path(trial.words[1])
    return before | {name.name: digest(name) for name in (file, file.with_suffix(".yml"))}


def kill_after(words: Sequence[str], site: Path, seconds: float, *, whole: bool) -> bool:
    """Start a command and kill it, or all its processes; whether it had ended before."""
    with subprocess.Popen(
        command(words),
        cwd=site,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        with suppress(subprocess.TimeoutExpired):
            process.communicate(timeout=seconds)
            return True
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL) if whole else process.kill()
    return False


def left_behind(site: Path) -> int:
    """Processes that still run in the folder of the site, a little later."""
    for _ in range(50):
        running = [link for link in Path("/proc").glob("[0-9]*/cwd") if runs_in(link, site)]
        if not running:
            return 0
        time.sleep(0.1)
    return len(running)


def runs_in(link: Path, site: Path) -> bool:
    try:
        return link.readlink() == site
    except OSError:
        return False


def check_cache(site: Path) -> list[str]:
    """What is wrong with the cache."""
    file = site / ".cache" / "studies.sqlite"
    if not file.exists():
        return []
    with closing(sqlite3.connect(file)) as database:
        said = database.execute("PRAGMA integrity_check").fetchone()[0]
    return [] if said == "ok" else [f"TORN: cache, {said}"]


def run(words: Sequence[str], folder: Path) -> float:
    """Run a command to its end; its seconds. Raises CalledProcessError where it fails."""
    start = time.monotonic()
    done = subprocess.run(command(words), cwd=folder, env=environment(), capture_output=True, text=True)
    if done.returncode or "the cache cannot be used" in done.stderr:
        raise SystemExit(f"{' '.join(words)}: {done.stdout}{done.stderr}")
    return time.monotonic() - start


def command(words: Sequence[str]) -> list[str]:
    """The command line of `briefs` with these words."""
    return [sys.executable, "-m", "generator", *words]


def environment() -> dict[str, str]:
    """As here, with this program."""
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def tree(folder: Path) -> Tree:
    """All files of a folder by path, hidden ones too."""
    return {path.relative_to(folder).as_posix(): digest(path) for path in folder.rglob("*") if path.is_file()}


def digest(file: Path) -> str:
    """The SHA-256 of a file, in hex."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
