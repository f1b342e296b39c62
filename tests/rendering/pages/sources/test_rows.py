"""The rows of all pages of the list of sources, for the choice above it."""

import json
from dataclasses import replace

from generator.model import Page
from generator.rendering import render
from tests.rendering.pages.test_kinds import ALL
from tests.rendering.shelf import full_library


def sources(split: int, *, labels: str | None = None) -> dict[str, Page]:
    """The pages of the list, so many rows on each."""
    settings = replace(ALL, index_split=split, labels=labels)
    pages = render(full_library(), settings=settings, links="file")
    return {page.path: page for page in pages if page.kind == "sources"}


def test_a_list_of_one_page_has_no_files_of_rows() -> None:
    """All rows stand on it."""
    (page,) = sources(200).values()
    assert "data-rows" not in page.markdown
    assert not [file for file in page.files if "rows" in file.path]


def test_each_page_leads_to_the_rows_of_all() -> None:
    """A row says address, file and the words of the columns, those of the program in the language of the site."""
    pages = sources(1, labels="de")
    first, second = pages["sources/index.md"], pages["sources/pages/2.md"]
    assert 'data-rows="rows-0.js"' in first.markdown and 'data-rows="../rows-0.js"' in second.markdown
    (content,) = [file.content.decode() for file in first.files if file.path == "sources/rows-0.js"]
    assert content.startswith("briefsRows.got(0,[[")
    rows = json.loads(content[len("briefsRows.got(0,") : -len(")\n")])
    assert len(rows) == len(full_library().briefs) == len(pages)
    assert all(row[0].startswith("briefs/") and row[0].endswith(".html") for row in rows)
    assert any("nicht angegeben" in row for row in rows)
