"""What hostile files cost: `python -m benchmarks.hostile FOLDER [OUT]`.

`--made` takes the files that the tests make (`tests/hostile/files.py`) instead of FOLDER. Each file is read, cleaned
and analysed in a process of its own (`.gz` unpacked; lists of strings, `.txt` and `.json`, as plain text, as Markdown
and as a web page). Prints processor time, memory of the program and of its reader, and what came of it; then the three
counts that must be 0: crashes, more than 10 s of processor time, more than 1 GB.
"""

import argparse
import gzip
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.build import Task, read_source, study_reading
from generator.model import Source
from generator.readers.isolation import CHILD
from tests.hostile.files import read_files, refused_files

_LONGEST = 10.0
"""Seconds of processor time, which say the same on a busy machine. That of the clock is bounded by `isolation`."""
_MOST_MB = 1024
_LISTS = (".txt", ".md", ".html")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one source cost."""

    name: str
    read: float
    """Seconds of processor time to read it, the start of the process that reads included."""
    study: float
    """Seconds of processor time to clean and analyse it."""
    own_mb: int
    """Largest memory of the program."""
    child_mb: int
    """Largest memory of the process that reads."""
    result: str


def list_sources(folder: Path) -> Iterator[tuple[Path, str]]:
    """The files with the suffixes under which they are read."""
    for file in sorted(folder.iterdir()):
        if file.suffix in (".txt", ".json"):
            yield from ((file, suffix) for suffix in _LISTS)
        elif file.name != "README.md":
            yield file, Path(file.name.removesuffix(".gz")).suffix


def measure(file: Path, suffix: str) -> Cost:
    """Read and study one file in this process."""
    content = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    name = file.name.removesuffix(".gz")
    name = name if name.endswith(suffix) else name + suffix
    start = time.process_time()
    reading = read_source(Source(name, "hostile", content))
    CHILD.close()
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    middle = time.process_time()
    study = study_reading(Task(name, reading), summary_sentences=3, check_evidence=True)
    end = time.process_time()
    own, child = (resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    found = f"{len(study.analysis.sentences)} sentences" if study.analysis else str(study.problem)
    seconds = middle - start + children.ru_utime + children.ru_stime
    return Cost(name, seconds, end - middle, own, child, found)


def measure_apart(file: Path, suffix: str) -> Cost:
    """The cost of one file in a process of its own; one that dies is a crash."""
    command = [sys.executable, "-m", "benchmarks.hostile", str(file), "--one", suffix]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        return Cost(file.name + suffix, 0.0, 0.0, 0, 0, f"crash: exit {done.returncode}: {done.stderr[-200:]}")
    return Cost(**json.loads(done.stdout.splitlines()[-1]))


def report(costs: list[Cost]) -> Iterator[str]:
    """The table, line by line."""
    yield f"{'file':<28}{'read s':>8}{'study s':>9}{'own MB':>8}{'child MB':>10}  result"
    for cost in costs:
        numbers = f"{cost.read:>8.1f}{cost.study:>9.1f}{cost.own_mb:>8}{cost.child_mb:>10}"
        yield f"{cost.name:<28}{numbers}  {cost.result[:90]}"
    crashes = sum(cost.result.startswith("crash") or "report it" in cost.result for cost in costs)
    slow = sum(cost.read > _LONGEST or cost.study > _LONGEST for cost in costs)
    yield f"crashes {crashes}, over 10 s {slow}, over 1 GB {sum(max(c.own_mb, c.child_mb) > _MOST_MB for c in costs)}"


def measure_all(folder: Path) -> Iterator[Cost]:
    """The costs of all files of a folder; sidecars are read with their sources only."""
    yield from (measure_apart(file, suffix) for file, suffix in list_sources(folder) if suffix != ".yml")


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--made", action="store_true", help="the files that the tests make")
    parser.add_argument("out", type=Path, nargs="?", default=Path("hostile.out.json"))
    parser.add_argument("--one", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(asdict(measure(options.folder, options.one))))
        return
    if options.folder is None and not options.made:
        parser.error("name a folder, or say --made")
    with TemporaryDirectory() as folder:
        if options.made:
            options.folder = Path(folder)
            for name, content in {**read_files("/no/such/file", "http://127.0.0.1:9"), **refused_files()}.items():
                (options.folder / name).write_bytes(content)
        costs = list(measure_all(options.folder))
    print("\n".join(report(costs)))
    options.out.write_text(json.dumps([asdict(cost) for cost in costs], ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    main()
