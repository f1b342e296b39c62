"""How long a build takes, how much memory and how much room: `python -m benchmarks.build FOLDER [--copies N]`.

FOLDER is any folder of sources. Measured: the study of each source, linking, rendering, a whole `mkdocs build` in a
process of its own without a cache, and once more with one. `--from-jsonl FILE` first fills FOLDER with the articles of
that file and measures nothing. Prints a table and writes it to `--json`. Unix only.
"""

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from benchmarks.articles import copy_sources, write_articles
from generator.build import study
from generator.checking import check
from generator.linking import link
from generator.model import Library
from generator.readers import collect
from generator.rendering import render
from generator.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
Row = tuple[str, float, str]
"""What was measured, the number and its unit."""
Result = TypeVar("Result")


def measure_stages(seeds: Path) -> list[Row]:
    """The stages one after the other, in this process."""
    settings = Settings(seeds=seeds)
    collected, collecting = clock(lambda: collect(seeds, max_mb=settings.max_source_mb))
    studies, times = [], []
    for source in collected.sources:
        found, took = clock(lambda source=source: study(source, summary_sentences=settings.summary_sentences))  # type: ignore[misc]
        studies.append(found)
        times.append(took)
    analyses = [found.analysis for found in studies if found.analysis]
    _, checking = clock(lambda: [check(analysis, analysis.document) for analysis in analyses])
    library, linking = clock(lambda: link(analyses, collected.problems))
    pages, rendering = clock(lambda: list(render(library, settings=settings)))
    rows: list[Row] = [("sources", len(times), ""), ("characters", count_characters(library), "")]
    rows += [("collect", collecting, "s"), *describe_times(times)]
    rows += [("evidence check, in study", checking, "s"), ("its share of study", 100 * checking / sum(times), "%")]
    rows += [("link", linking, "s"), ("entities", len(library.entities), ""), ("events", len(library.events), "")]
    return [*rows, ("render", rendering, "s"), ("pages", len(pages), "")]


def clock(work: Callable[[], Result]) -> tuple[Result, float]:
    """What the work gives, and the seconds it took."""
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


def count_characters(library: Library) -> int:
    """Characters of all sources."""
    return sum(len(brief.analysis.document.text) for brief in library.briefs)


def describe_times(seconds: Sequence[float]) -> list[Row]:
    """The whole, the usual and the longest study."""
    if not seconds:
        return []
    each = sorted(1000 * took for took in seconds)
    late = each[min(len(each) - 1, int(0.95 * len(each)))]
    middle = statistics.median(each)
    return [
        ("study, all", sum(seconds), "s"),
        *(
            ("study, half of the sources", middle, "ms"),
            ("study, 95 % of them", late, "ms"),
            ("longest", each[-1], "ms"),
        ),
    ]


def measure_site(seeds: Path) -> list[Row]:
    """A whole `mkdocs build`, without a cache and then with the one it left."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        shutil.copy(ROOT / "mkdocs.yml", site)
        shutil.copytree(ROOT / "templates", site / "templates")
        shutil.copytree(seeds, site / "seeds", symlinks=True)
        first = measure_build(site)
        again = measure_build(site)
        written = [path.stat().st_size for path in (site / "site").rglob("*") if path.is_file()]
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return [
        ("mkdocs build", first, "s"),
        ("mkdocs build, cached", again, "s"),
        ("memory of the largest process", peak / 1e6, "MB"),
        ("site", sum(written) / 1e6, "MB"),
        ("files in the site", len(written), ""),
    ]


def measure_build(site: Path) -> float:
    """Seconds of one build. Raises CalledProcessError where it fails."""
    environment = {"NO_MKDOCS_2_WARNING": "1", **os.environ}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    return clock(lambda: subprocess.run(command, cwd=site, env=environment, check=True, stderr=subprocess.DEVNULL))[1]


def show(rows: Sequence[Row]) -> str:
    """The rows as a table."""
    return "\n".join(f"{what:<32} {number:>14,.{0 if not unit else 2}f} {unit}".rstrip() for what, number, unit in rows)


def main(arguments: Sequence[str]) -> int:
    """Measure, print and write; the exit code."""
    options = read_options(arguments)
    if options.from_jsonl:
        print(write_articles(options.from_jsonl, options.folder, limit=options.limit), "articles in", options.folder)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        seeds = Path(folder) / "seeds"
        copy_sources(options.folder, seeds, copies=options.copies)
        rows = measure_stages(seeds) + ([] if options.no_site else measure_site(seeds))
    print(show(rows))
    options.json.write_text(json.dumps([*rows], indent=1) + "\n", encoding="utf-8")
    return 0


def read_options(arguments: Sequence[str]) -> argparse.Namespace:
    """The command line, read. Exits with 2 where it is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--copies", type=int, default=1, help="measure the folder so many times over")
    parser.add_argument("--from-jsonl", type=Path, help="fill the folder from a .jsonl or .jsonl.gz of articles")
    parser.add_argument("--limit", type=int, help="articles taken from the file")
    parser.add_argument("--no-site", action="store_true", help="the stages only, no mkdocs build")
    parser.add_argument("--json", type=Path, default=Path("benchmarks.out.json"), help="where the numbers go")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
