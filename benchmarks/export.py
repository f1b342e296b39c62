"""How near a whole export comes to the language door: `python -m benchmarks.export FOLDER [--rounds N] [--json FILE]`.

FOLDER is any folder of .txt files; the first 200 of them are exported as JSON, without a cache, on two cores: reading,
study, linking and writing, the start of the program and of its workers included. The language door alone is measured
on one core (`benchmarks.language`) before each export, as a busy machine slows both. A ratio of 1 would mean that an
export costs nothing but its reading of language and loses nothing by its division among workers. Prints a table and
writes it to `--json`. The program is compiled before, as pip leaves it. Unix only.
"""

import argparse
import compileall
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

ARTICLES, CORES = 200, 2
PROGRAM = Path(__file__).parents[1] / "generator"
ROW = f"`briefs export` of {ARTICLES} articles on two cores, words a second / twice the language door on one"
_WALL, _CPU = "words a second of wall time", "words a second of processor time"


def copy_first(folder: Path, out: Path) -> int:
    """Copy the first articles of a folder; the number of their words."""
    out.mkdir()
    files = sorted(folder.glob("*.txt"))[:ARTICLES]
    for file in files:
        shutil.copy(file, out)
    return sum(len(file.read_text(encoding="utf-8").split()) for file in files)


def run(module: str, *arguments: str | Path, cores: int) -> tuple[float, float]:
    """Seconds of wall time and of processor time that a module of the house takes on so many cores."""
    before, start = os.times(), time.perf_counter()
    command = [sys.executable, "-m", module, *map(str, arguments)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, preexec_fn=lambda: take_cores(cores))
    after, wall = os.times(), time.perf_counter() - start
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return wall, spent


def take_cores(count: int) -> None:
    """Let this process and its children run on so many cores only, where the system can say so."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[-count:])


def measure(folder: Path, rounds: int) -> list[dict[str, float]]:
    """One row for each round: the door, then the export, and what the one is of the other."""
    with tempfile.TemporaryDirectory() as temporary:
        seeds, out, table = (Path(temporary) / name for name in ("seeds", "out", "door.json"))
        words = copy_first(folder, seeds)
        compileall.compile_dir(PROGRAM, quiet=1)
        rows = []
        for _ in range(rounds):
            run("benchmarks.language", seeds, "--json", table, cores=1)
            door = json.loads(table.read_text(encoding="utf-8"))
            wall, spent = run("generator", "export", out, "--format", "json", "--seeds", seeds, cores=CORES)
            shutil.rmtree(out)
            row = {f"door, {what}": door[what] for what in (_WALL, _CPU)}
            row |= {"export, seconds": wall, "export, seconds of processor time": spent}
            row |= {f"export, {_WALL}": words / wall, f"export, {_CPU}": words / spent}
            rows.append(row | {ROW: words / wall / (CORES * door[_WALL]), f"{ROW}, by processor time": rate(row)})
    return rows


def rate(row: dict[str, float]) -> float:
    """The share of the processor time of an export that its words take in the language door."""
    return row[f"export, {_CPU}"] / row[f"door, {_CPU}"]


def main() -> None:
    """Print the table: the middle of all rounds, and the best."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=Path, default=Path("export.out.json"))
    given = parser.parse_args()
    rows = measure(given.folder, given.rounds)
    print(show(rows))
    given.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


def show(rows: Sequence[dict[str, float]]) -> str:
    """The table of all rounds."""
    lines = [f"{'':<108}{'middle':>9}{'lowest':>9}{'highest':>9}"]
    for what in rows[0]:
        numbers = [row[what] for row in rows]
        told = [f"{number:>9,.{0 if number > 100 else 2}f}" for number in (median(numbers), min(numbers), max(numbers))]
        lines.append(f"{what:<108}{''.join(told)}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
