"""A site whose labels are all other words: none of ours is left in English, on a page or in what a script shows."""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from generator.rendering.labels import read_labels
from generator.rendering.templates import PACKAGED
from tests.browser.collection import REPORTS
from tests.browser.conftest import build_site
from tests.browser.sites import ROOT, Site, run, serve

ENGLISH = read_labels(PACKAGED / "labels/en.yml")
PLACE = re.compile(r"(\{(?:[a-z]+|\d)\})")
OURS = re.compile("⟦x*⟧?")
EDGE = re.compile(r"[·,;:()“”„\"\n/|—–…]")
SHOWN = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === 3) {
      if (!node.parentElement.closest("script, style, pre, .md-header, .md-sidebar, .md-tabs")) found.push(node.data);
    } else if (node.closest(".md-content, .md-search, .briefs-peek")) {
      found.push(...["aria-label", "title", "placeholder"].map((name) => node.getAttribute(name) || ""));
    }
  }
  return found;
}"""
CLAUSE = 5
THEIRS = frozenset({
    "json", "atom", "bibtex", "ris", "csl json", "material for mkdocs", "skip to content", "back to top", "project",
    "seeds", "iso be", "geonames", "belgium",
})  # fmt: skip
"""The same in each language: names of formats, of the site and of the atlas, and the words of Material."""


def plain(text: str) -> str:
    """Only the words, in small letters."""
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, str]]:
    """The site of the made reports with labels in brackets, and all words of its sources."""
    project = tmp_path_factory.mktemp("words") / "project"
    done = run(["-c", "from generator.cli import main; main()", "new", str(project)], cwd=ROOT)
    assert not done.returncode, done.stdout
    for name, text in REPORTS.items():
        (project / "seeds" / name).write_text(text, encoding="utf-8")
    lines = (
        f"{json.dumps(words, ensure_ascii=False)}: {json.dumps(mark(words), ensure_ascii=False)}\n" for words in ENGLISH
    )
    (project / "marked.yml").write_text("".join(lines), encoding="utf-8")
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("  - briefs\n", "  - briefs:\n      labels: marked.yml\n      review: true\n")
    (project / "mkdocs.yml").write_text(config, encoding="utf-8")
    build_site(project, project / "site")
    files = sorted((project / "seeds").iterdir())
    known = " ".join(f"{file.name} {file.read_text(encoding='utf-8')}" for file in files)
    with serve(project / "site") as served:
        yield served, f" {without_numbers(known)} "


def mark(words: str) -> str:
    """The label of words: each letter an x in brackets, the places as they are."""
    parts = PLACE.split(words)
    return "".join(
        part if PLACE.fullmatch(part) else re.sub(r"[^\W\d_]+", lambda word: f"⟦{'x' * len(word[0])}⟧", part)
        for part in parts
    )


def left(page: Page, known: str) -> set[str]:
    """The words on a page that are neither labels nor words of a source."""
    pieces = (piece for text in page.evaluate(SHOWN) for part in OURS.split(text) for piece in EDGE.split(part))
    words = {without_numbers(piece) for piece in pieces}
    shown = {some for some in words if re.search("[a-z]{2}", some) and some not in THEIRS}
    return {some for some in shown if f" {some} " not in known and not is_clause(some, known)}


def without_numbers(text: str) -> str:
    """Only the words of letters."""
    return " ".join(re.sub(r"\w*\d\w*", "", plain(text)).split())


def is_clause(words: str, known: str) -> bool:
    """Whether it is what an event is called: a clause of a source without some of its words."""
    return len(words.split()) >= CLAUSE and set(words.split()) <= set(known.split())


def test_no_page_has_an_english_word_of_ours(marked: tuple[Site, str], page: Page) -> None:
    """On one page of each kind, the scripts of which have run."""
    site, known = marked
    found = {}
    for path in (*site.kinds(), "404.html"):
        page.goto(site.url + path)
        if words := left(page, known):
            found[path] = words
    assert found == {}


def test_no_script_shows_an_english_word(marked: tuple[Site, str], page: Page) -> None:
    """Explore with each of its lists, the search with results and none, the choice of rows, the day of what is new."""
    site, known = marked
    page.goto(site.url + "explore/index.html")
    for name in ("events", "statements", "briefs"):
        page.locator(f"input[value={name}]").check()
        expect(page.locator(".briefs-found")).to_contain_text("⟦")
        assert left(page, known) == set()
    page.locator("#explore-add").fill("zzzz")
    expect(page.locator("#explore-options li")).to_contain_text("⟦")
    assert left(page, known) == set()
    for typed in ("harbour", "zzzqqq"):
        page.goto(site.url + "index.html")
        page.locator(".md-search__input").fill(typed)
        expect(page.locator(".md-search-result__meta")).to_contain_text("⟦")
        assert left(page, known) == set()
    page.goto(site.url + "sources/index.html")
    page.locator(".briefs-filter input").fill("harbour")
    assert left(page, known) == set()
    page.goto(site.url + "new/index.html")
    page.locator("[data-briefs-since] input").fill("2020-01-01")
    assert left(page, known) == set()
