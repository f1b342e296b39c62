"""The table of page kinds is the only place that knows them, and what is written of it elsewhere is true."""

import dataclasses
import re
from pathlib import Path

from generator.model import Problem
from generator.rendering import render
from generator.rendering.catalog import make_catalog
from generator.rendering.pages import NAVIGATION, PAGES
from generator.rendering.templates import PACKAGED
from tests.rendering.shelf import SETTINGS, full_library

ROOMS = Path(__file__).parents[3] / "generator"
ALL = dataclasses.replace(SETTINGS, review=True, source_page_chars=200)
"""Settings under which a small collection has a page of every kind."""
PATH = re.compile(r'"[^"\n ]{0,80}\.(?:md|ics)["#]')
"""The path of a page or calendar file, as code writes it."""


def test_every_kind_has_pages_templates_and_a_name_of_its_own() -> None:
    """Each row is a template, and a small collection has pages of each."""
    names = [kind.name for kind in PAGES]
    assert len(set(names)) == len(names)
    assert {page.kind for page in render(full_library(), settings=ALL)} == set(names)
    assert sorted(path.name for path in PACKAGED.glob("[!_]*.md.j2")) == sorted(f"{name}.md.j2" for name in names)


def test_the_table_of_templates_is_true() -> None:
    """templates/README.md has each template once, with what it is given and a page that it makes."""
    table = (PACKAGED / "README.md").read_text(encoding="utf-8")
    rows = [re.findall(r"`([^`]{1,80})`", row) for row in table.splitlines() if row.startswith("| `")]
    told = {name: row for row in rows for name in row if name.endswith(".md.j2")}
    assert set(told) == {path.name for path in PACKAGED.glob("*.md.j2")}
    catalog = make_catalog(full_library(), ALL, "directory")
    for kind in PAGES:
        drafts = list(kind.drafts(catalog))
        views = [draft.view() for draft in drafts]
        (view,) = {type(view).__name__ for view in views if not isinstance(view, Problem)}
        row = told[f"{kind.name}.md.j2"]
        assert {kind.given, view} <= set(row)
        assert kind.given == "entity" or {path.partition("/")[0] for path in row} & {
            draft.path.partition("/")[0] for draft in drafts
        }


def test_the_navigation_leads_to_pages() -> None:
    """Each entry is a page of a collection, and so is the entry that is lit on pages of another folder."""
    pages = {page.path for page in render(full_library(), settings=ALL)}
    entries = {path for entry in NAVIGATION for path in entry.values()}
    assert len(NAVIGATION) == 10
    assert entries <= pages
    assert {kind.under for kind in PAGES if kind.under} <= entries


def test_only_one_room_knows_paths() -> None:
    """No page, figure or face makes the path of a page by itself."""
    files = [*(ROOMS / "rendering").rglob("*.py"), *(ROOMS / "plugin").rglob("*.py")]
    makers = {
        file.name for file in files if file.name != "addresses.py" and PATH.search(file.read_text(encoding="utf-8"))
    }
    # What an export may write below its folder.
    assert makers <= {"markdown.py", "folder.py", "vault.py"}
