"""What Explore costs a reader: `python -m benchmarks.explore [--briefs N]`.

Makes a table of N briefs, each with a day, a publisher, a theme or none, and about twenty names out of as many as a
collection of that size has, few of which are often named; with four events and eight statements a brief. Writes the
files and opens them in Chromium. Printed and written to `--json`: the files and their size, and the bytes, as they are
on disk and as a server packs them (gzip), of the first load, of choosing a common and a rare name, and of typing one.
"""

import argparse
import gzip
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect, sync_playwright

from benchmarks.search import ASSETS, make_word
from generator.rendering.explore.files import Files
from generator.rendering.explore.tables import Table
from tests.browser.chromium import find_chromium, launch_arguments, name_lack
from tests.browser.sites import serve

_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title></head><body>
<div data-briefs-explore></div><script src="../assets/explore.js"></script></body></html>
"""
_FIRST, _DAYS, _PUBLISHERS, _THEMES = date(2015, 1, 1).toordinal(), 3650, 120, 900
_EACH = {"person": 8, "organization": 6, "place": 6}
"""Names of one brief."""
_ROWS = {"briefs": 1, "events": 4, "statements": 8}
Row = dict[str, object]


def make_table(name: str, briefs: int) -> Table:
    """A table of the rows of so many briefs, the same at every call."""
    chance, share = random.Random(15), _ROWS[name]
    days = sorted((_FIRST + chance.randrange(_DAYS) for _ in range(briefs * share)), reverse=True)
    table = Table(name, (*_EACH, "theme", "publisher"), [(day, day) for day in days])
    names = {facet: [f"{make_word(chance)} {make_word(chance, 3)}".title() for _ in range(each * briefs // 4)]
             for facet, each in _EACH.items()}  # fmt: skip
    for row in range(len(days)):
        for facet, each in _EACH.items():
            picked = {draw(chance, len(names[facet])) for _ in range(max(1, each // share))}
            table.add(row, facet, ((f"{at}", names[facet][at]) for at in picked))
        table.add(row, "publisher", [(f"{at}", f"Paper {at}") for at in [draw(chance, _PUBLISHERS)]])
        table.add(row, "theme", [(f"{at}", f"Story {at}") for at in [draw(chance, _THEMES)] if row % 3])
    table.show = lambda row, ranks: show_row(row, names, 10 if name == "briefs" else 1)
    return table


def draw(chance: random.Random, size: int) -> int:
    """A number below `size`, of which the low ones come often, as with names."""
    return min(size - 1, int(size ** chance.random()) - 1)


def show_row(row: int, names: dict[str, list[str]], lines_each: int) -> object:
    """A result with so many sentences."""
    words = f"{names['person'][row % len(names['person'])]} says what nobody has said about the harbour. " * 2
    lines = [(f"../briefs/{row}.html#s{at}", words) for at in range(lines_each)]
    return {
        "t": words[:60],
        "h": f"../briefs/{row}.html",
        "d": "1 May 2020",
        "p": "Paper",
        "l": lines,
        "m": {},
        "k": [],
    }


def write_files(site: Path, briefs: int) -> Row:
    """Write all files; what they cost."""
    (site / "explore").mkdir()
    start = time.process_time()
    for name in _ROWS:
        for file, make in Files(make_table(name, briefs)):
            (site / "explore" / f"{file}.js").write_bytes(make())
    files = [file.stat().st_size for file in (site / "explore").iterdir()]
    took = round(time.process_time() - start, 1)
    return {"seconds of processor": took, "files": len(files), "MB": round(sum(files) / 1e6, 1)}


def measure(page: Page, site: Path, what: str, act: Callable[[], object]) -> Row:
    """What is loaded until results are shown."""
    loaded: list[Path] = []

    def note(url: str) -> None:
        loaded.append(site / urlsplit(url).path.lstrip("/"))

    page.on("request", lambda request: note(request.url))
    start = time.perf_counter()
    act()
    page.locator(".briefs-results h2").first.wait_for()
    page.wait_for_load_state("networkidle")
    page.wait_for_function("!document.querySelector('[aria-busy]')")
    took = time.perf_counter() - start
    files = [file for file in dict.fromkeys(loaded) if file.is_file()]
    packed = sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)
    size = sum(file.stat().st_size for file in files)
    found = page.locator(".briefs-found").inner_text()
    return {"what": what, "files": len(files), "KB": round(size / 1000), "KB packed": round(packed / 1000, 1),
            "seconds": round(took, 2), "found": found}  # fmt: skip


def find_rare(site: Path) -> str:
    """The key of a person whom few briefs name."""
    files = sorted((site / "explore").glob("briefs-person-*.js"), key=lambda file: int(file.stem.rpartition("-")[2]))
    text = files[-2].read_text(encoding="utf-8")
    return str(json.loads(text[text.index(",") + 1 : text.rindex(")")]).splitlines()[0].split("\t")[1])


def measure_all(site: Path) -> list[Row]:
    """Each step in a fresh browser."""
    chromium = find_chromium(os.environ)
    if chromium is None:
        sys.exit(name_lack(os.environ))
    rows = []
    with serve(site) as served, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=launch_arguments())
        address = f"{served.url}explore/index.html"
        for name in _ROWS:
            page = browser.new_page()
            rows.append(measure(page, site, f"first load, {name}", lambda: page.goto(f"{address}?show={name}")))  # noqa: B023
            page.close()
        page = browser.new_page()
        page.goto(address)
        page.locator(".briefs-results h2").first.wait_for()
        box = page.locator("input[type=checkbox]")
        rows.append(measure(page, site, "a name that is often named", lambda: box.first.check()))
        page.goto("about:blank")
        link = f"{address}?person={find_rare(site)}"
        rows.append(measure(page, site, "a link to a rare name", lambda: page.goto(link)))
        page.goto("about:blank")
        page.goto(address)
        page.locator(".briefs-results h2").first.wait_for()
        page.locator("#explore-add").fill("bag")
        expect(page.locator("[role=option]").first).to_be_visible()
        rows.append(measure(page, site, "a name typed", lambda: page.keyboard.press("Enter")))
        browser.close()
    return rows


def main(arguments: Sequence[str]) -> int:
    """Measure, print and write; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--briefs", type=int, default=10_000)
    parser.add_argument("--json", type=Path, default=Path("benchmarks.out.json"), help="where the numbers go")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        (site / "assets").mkdir()
        (site / "assets" / "explore.js").write_bytes((ASSETS / "explore.js").read_bytes())
        cost = write_files(site, options.briefs)
        (site / "explore" / "index.html").write_text(_PAGE, encoding="utf-8")
        rows = measure_all(site)
    print(" · ".join(f"{what} {value}" for what, value in cost.items()))
    for row in rows:
        print(" · ".join(f"{what} {value}" for what, value in row.items()))
    options.json.write_text(json.dumps({**cost, "steps": rows}, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
