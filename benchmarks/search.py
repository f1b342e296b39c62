"""What a first search costs a reader: `python -m benchmarks.search FOLDER [--briefs N] [--words N]`.

Makes N briefs of sentences of FOLDER's `.txt` files in a new order, every third sentence with a made-up word, and three
made-up names a brief; indexes them, opens them in Chromium and types. Printed and written to `--json`: seconds and
memory of the indexing, the size of the index, and for each query the bytes before its first results are shown, as they
are on disk and as a server packs them (gzip), against the one file of all texts that Material's search would load.
"""

import argparse
import gzip
import json
import os
import random
import re
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, sync_playwright

from generator.rendering.search import Called, Index, Told
from generator.text.wordlists import load_pairs
from tests.browser.chromium import find_chromium, launch_arguments, name_lack
from tests.browser.sites import serve

ASSETS = Path(__file__).parents[1] / "templates" / "static" / "assets"
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title></head><body>
<input type="checkbox" id="__search"><div data-briefs-search data-highlight><form><input></form>
<div class="md-search__scrollwrap"><div class="md-search-result__meta"></div><ol class="md-search-result__list"></ol>
</div></div><div class="md-content"></div><script id="__config" type="application/json">{"base":"."}</script>
<script src="assets/search.js" defer></script></body></html>
"""
_NAMES_EACH = 3
Row = dict[str, object]


def make_texts(folder: Path, count: int, length: int) -> Iterator[Told]:
    """Briefs of about so many words, the same at every call."""
    chance = random.Random(13)
    texts = (path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt")))
    sentences = [line for text in texts for line in _SENTENCE.split(" ".join(text.split())) if len(line.split()) > 4]
    for number in range(count):
        lines: list[tuple[str, str]] = []
        size = 0
        while size < length:
            words = chance.choice(sentences).split()
            if chance.random() < 1 / 3:
                words[chance.randrange(len(words))] = make_word(chance).capitalize()
            lines.append((f"s{len(lines) + 1}", " ".join(words)))
            size += len(words)
        title = f"{lines[0][1][:60]} {make_word(chance)}"
        yield Told(title, "Brief", "7 January 2022 · Somebody", f"briefs/brief-{number}.html", tuple(lines))


def make_names(count: int) -> list[Called]:
    """Names of two words, the first of a few hundred, the same at every call."""
    chance = random.Random(14)
    firsts = [make_word(chance).capitalize() for _ in range(300)]
    names = [f"{chance.choice(firsts)} {make_word(chance, 3).capitalize()}" for _ in range(count)]
    addresses = [f"people/{name.lower().replace(' ', '-')}-{n}.html" for n, name in enumerate(names)]
    return [Called(name, "Person", "2 mentions", at, (name,), 2) for name, at in zip(names, addresses, strict=True)]


def make_word(chance: random.Random, least: int = 2) -> str:
    """A word that nobody wrote."""
    return "".join(chance.choice("bcdfglmnprst") + chance.choice("aeiou") for _ in range(chance.randint(least, 4)))


def write_index(site: Path, called: Sequence[Called], texts: Iterator[Told]) -> tuple[Row, list[Told]]:
    """Write the index into the site; what it cost, and three of the texts."""
    folder = site / "search"
    folder.mkdir(parents=True)
    start, plain = time.process_time(), 0
    some: list[Told] = []
    names = [name.name for name in called]
    index = Index(called, frozenset(load_pairs("function_words.txt")["en"].split()), names)
    packed = gzip.compress(b"")
    for number, text in enumerate(texts):
        name, content = index.add(text)
        (folder / name).write_text(content, encoding="utf-8")
        if number % 1000 == 0:
            packed = gzip.compress("\n".join(line[1] for line in text.lines).encode(), 6)
        plain += len(packed)
        some = [*some[-2:], text]
    for name, content in index.finish():
        (folder / name).write_text(content, encoding="utf-8")
    files = [file.stat().st_size for file in folder.iterdir()]
    return {
        "indexing, seconds of processor": round(time.process_time() - start, 1),
        "memory, MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "index, files": len(files),
        "index, MB": round(sum(files) / 1e6, 1),
        "one packed file of all texts, KB": plain // 1000,
    }, some


def measure_queries(site: Path, queries: Sequence[tuple[str, str]], whole: int) -> list[Row]:
    """Type each query in a fresh browser and count what it loads until results are shown."""
    chromium = find_chromium(os.environ)
    if chromium is None:
        sys.exit(name_lack(os.environ))
    rows = []
    with serve(site) as served, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=launch_arguments())
        for what, query in queries:
            context = browser.new_context()
            rows.append(measure_query(context.new_page(), served.url, site, what, query, whole))
            context.close()
        browser.close()
    return rows


def measure_query(page: Page, url: str, site: Path, what: str, query: str, whole: int) -> Row:
    """The bytes of all files that are loaded from the first letter until results are shown."""
    page.goto(f"{url}index.html")
    loaded: list[Path] = []
    page.on("request", lambda request: loaded.append(site / urlsplit(request.url).path.lstrip("/")))
    start = time.perf_counter()
    page.locator("form input").fill(query)
    page.wait_for_function("document.querySelector('.md-search-result__meta').textContent", timeout=60_000)
    took = time.perf_counter() - start
    packed = sum(len(gzip.compress(file.read_bytes(), 6)) for file in loaded)
    return {
        "query": what,
        "files": len(loaded),
        "KB": round(sum(file.stat().st_size for file in loaded) / 1000, 1),
        "KB packed": round(packed / 1000, 1),
        "share of the one file, %": round(100 * packed / 1000 / whole, 2),
        "seconds": round(took, 2),
        "found": page.locator(".md-search-result__meta").inner_text(),
    }


def main(arguments: Sequence[str]) -> int:
    """Measure, print and write; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--briefs", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=600, help="words of a brief")
    parser.add_argument("--json", type=Path, default=Path("benchmarks.out.json"), help="where the numbers go")
    options = parser.parse_args(arguments)
    called = make_names(_NAMES_EACH * options.briefs)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        (site / "index.html").write_text(_PAGE, encoding="utf-8")
        shutil.copytree(ASSETS, site / "assets", ignore=lambda *_: ["fonts"])
        cost, some = write_index(site, called, make_texts(options.folder, options.briefs, options.words))
        name, line = called[len(called) // 2].name, some[-1].lines[3][1]
        queries = [
            ("a name", name),
            ("a name with a letter too many", f"{name[:-1]}x{name[-1]}"),
            ("a word of most briefs", "people"),
            ("two common words", "government minister"),
            ("a phrase in quotation marks", f'"{" ".join(re.findall("[A-Za-z]+", line)[:5])}"'),
            ("a whole sentence", line),
            ("what is nowhere", "qzxvwq"),
        ]
        rows = measure_queries(site, queries, int(str(cost["one packed file of all texts, KB"])))
    for what, number in cost.items():
        print(f"{what:<36} {number}")
    for row in rows:
        print(" · ".join(f"{what} {value}" for what, value in row.items()))
    options.json.write_text(json.dumps({**cost, "queries": rows}, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
