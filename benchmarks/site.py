"""What a site costs beside plain MkDocs: `python -m benchmarks.site FOLDER --sizes 300 1000`. Linux only.

For each size that many sources are made of those in FOLDER (`rearrange_sources`). Measured, in processor seconds of
all processes: a first build, with the study; a cold build, with the study kept but no page; a warm build, with nothing
changed; a live server from the edit of one source until its page is fresh; and `mkdocs build` of the same pages'
Markdown with the same theme and Material's search. The ratios to that last hold on a busy machine too. Prints a table
and writes it to `--json`.
"""

import argparse
import json
import math
import os
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import yaml

from benchmarks.articles import rearrange_sources

ROOT = Path(__file__).resolve().parent.parent
TICKS = os.sysconf("SC_CLK_TCK")
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
PATIENCE = 1_800
"""Seconds until a page must be fresh."""
MARK = "The hens were fed twice by a boy"


def measure(folder: Path, number: int) -> dict[str, float]:
    """All figures for a site of so many sources."""
    with tempfile.TemporaryDirectory() as name:
        site = Path(name)
        make_project(folder, site, number)
        figures = {"sources": float(number), "first": run(site, "mkdocs", "build", "--quiet")}
        figures["memory, MB"] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        for kept in ("pages.sqlite", "site.json"):
            (site / ".cache" / kept).unlink(missing_ok=True)
        shutil.rmtree(site / "site")
        figures["cold"] = run(site, "mkdocs", "build", "--quiet")
        figures["warm"] = run(site, "mkdocs", "build", "--quiet")
        files = [file for file in (site / "site").rglob("*") if file.is_file()]
        pages = [file for file in files if file.suffix == ".html"]
        figures |= {"pages a source": len(pages) / number}
        figures |= {"KB a source": sum(file.stat().st_size for file in files) / 1000 / number}
        figures["edit"], figures["edit, wall"] = edit_live(site)
        figures["plain"] = build_plain(site)
    return figures | {f"{kind} / plain": figures[kind] / figures["plain"] for kind in ("cold", "warm", "edit")}


def make_project(folder: Path, site: Path, number: int) -> None:
    """A site with the settings of this project."""
    shutil.copy(ROOT / "mkdocs.yml", site)
    shutil.copytree(ROOT / "templates", site / "templates")
    rearrange_sources(folder, site / "seeds", number=number)


def run(site: Path, *command: str) -> float:
    """Processor seconds of a command and of all that it starts. Raises CalledProcessError where it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", *command], cwd=site, env=ENVIRONMENT, check=True, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def build_plain(site: Path) -> float:
    """`mkdocs build` of the exported pages, with the theme and the search that Material has."""
    run(site, "generator", "export", "--quiet", "--format", "markdown", "plain/docs")
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    settings |= {"docs_dir": "docs", "plugins": ["search", "offline"], "not_in_nav": "*", "nav": ["index.md"]}
    settings["theme"].pop("custom_dir")
    (site / "plain" / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    return run(site / "plain", "mkdocs", "build", "--quiet")


def edit_live(site: Path) -> tuple[float, float]:
    """Processor seconds and seconds of a live server, from a line more in a source until the page shows it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", address]
    with subprocess.Popen(command, cwd=site, env=ENVIRONMENT, stderr=subprocess.DEVNULL) as server:
        source = min((site / "seeds").iterdir())
        page = f"http://{address}/briefs/{source.stem}.html"
        try:
            wait_for(page, "</html>")
            time.sleep(3)
            used, start = used_by(server.pid), time.perf_counter()
            source.write_text(source.read_text(encoding="utf-8") + f"\n\n{MARK}.\n", encoding="utf-8")
            wait_for(page, MARK)
            took = time.perf_counter() - start
            return used_by(server.pid) - used, took
        finally:
            server.terminate()


def wait_for(page: str, words: str) -> None:
    """Until a page holds words. Raises TimeoutError where it never does."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(OSError), urllib.request.urlopen(page, timeout=PATIENCE) as answer:
            if words in answer.read().decode():
                return
        time.sleep(0.2)
    raise TimeoutError(page)


def used_by(process: int) -> float:
    """Processor seconds of a process and of its children, ended or not."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    own = sum(map(int, fields[11:15])) / TICKS
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return own + sum(used_by(int(child)) for child in children)


def exponent(less: Mapping[str, float], more: Mapping[str, float], kind: str) -> float:
    """How the cost grows with the number of sources: 1 is in proportion."""
    return math.log(more[kind] / less[kind]) / math.log(more["sources"] / less["sources"])


def show(sizes: Sequence[Mapping[str, float]]) -> str:
    """A column for each size."""
    return "\n".join(f"{name:<18}" + "".join(f"{size[name]:>12.3f}" for size in sizes) for name in sizes[0])


def main(arguments: Sequence[str]) -> int:
    """Measure, print and write; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[300, 1_000])
    parser.add_argument("--json", type=Path, default=Path("site.out.json"))
    options = parser.parse_args(arguments)
    sizes = []
    for number in options.sizes:
        sizes.append(measure(options.folder, number))
        print(show(sizes), flush=True)
    growth = {kind: exponent(sizes[0], sizes[-1], kind) for kind in ("first", "cold", "warm") if len(sizes) > 1}
    print("".join(f"growth of {kind}: {value:.3f}\n" for kind, value in growth.items()), end="")
    options.json.write_text(json.dumps({"sizes": sizes, "growth": growth}, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
