"""The two scripts of the overviews: rows of sources are narrowed, entries of the review page are copied."""

import shutil
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

from generator.model import Answer
from generator.rendering.pages.review import write_answer
from tests.browser.sites import ROOT, Site, serve

ENTRY = '- merge: [Ann Poe, "A. Poe"]\n  note: "<b> & so"\n'


def test_rows_of_sources_are_narrowed(reports: Site, page: Page) -> None:
    """By words without regard to case and by a column; the count is told, and all come back."""
    page.goto(reports.url + "sources/index.html")
    rows = page.locator(".briefs-rows tbody tr:visible")
    told = page.locator(".briefs-filter [role=status]")
    expect(told).to_have_text("18 of 18 rows")
    page.get_by_label("Publisher").select_option("The Valley Post")
    expect(rows).to_have_count(3)
    page.get_by_label("Show rows with").fill("HARBOUR court")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("Harbour takes its case to court")
    expect(told).to_have_text("1 of 18 rows")
    page.get_by_role("button", name="Show all").click()
    expect(rows).to_have_count(18)


def test_a_row_on_a_phone_hides_only_what_is_missing_itself(tmp_path: Path, context: BrowserContext) -> None:
    """A fold in which one brief has no day keeps its place; the rest of the row begins on a line of its own."""
    missing = '<span class="briefs-missing">not stated</span>'
    fold = f"<details><summary>3 briefs</summary>{missing}</details>"
    row = f'<td><a href="#">Bo</a></td><td>{fold}</td><td>{missing}</td><td><time>8 March 2021</time></td>'
    table = f'<div class="briefs-rows"><table><tbody><tr>{row}</tr></tbody></table></div>'
    html = f'<!doctype html><html lang="en"><title>Rows</title><link rel="stylesheet" href="briefs.css">{table}'
    (tmp_path / "index.html").write_text(html.replace("<div", '<body class="md-typeset"><div'), encoding="utf-8")
    shutil.copy(ROOT / "templates/static/briefs.css", tmp_path)
    page = context.new_page()
    page.set_viewport_size({"width": 390, "height": 800})
    with serve(tmp_path) as served:
        page.goto(served.url + "index.html")
        assert page.locator("td:visible").count() == 3
        expect(page.get_by_text("3 briefs")).to_be_visible()
        name, folded = (page.get_by_text(words).bounding_box() for words in ("Bo", "3 briefs"))
        assert name and folded and folded["y"] >= name["y"] + name["height"]
        assert page.locator("time").evaluate("node => node.getClientRects().length") == 1


def test_an_entry_is_copied_as_it_is_pasted(tmp_path: Path, context: BrowserContext) -> None:
    """Signs of HTML and lines stay; who hears the page is told that it was copied."""
    for name in ("briefs.js", "copy.js", "evidence.js"):
        shutil.copy(ROOT / "templates/static/assets" / name, tmp_path)
    markup = f"<div data-briefs-copy></div>{write_answer(Answer('One', ENTRY))}"
    html = f'<!doctype html><html lang="en"><title>Review</title><body>{markup}<script src="briefs.js"></script>'
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    with serve(tmp_path) as served:
        page.goto(served.url + "index.html")
        page.get_by_role("button", name="Copy: One").click()
        expect(page.get_by_role("status")).to_have_text("Copied")
        assert page.evaluate("navigator.clipboard.readText()") == ENTRY
