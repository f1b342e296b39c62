"""Files beside the pages: feeds in both forms, plain Markdown, llms.txt, robots.txt, and what can be downloaded."""

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace

from generator.model import Brief, Evidence, Field, Library
from generator.rendering import render
from generator.rendering.addresses import LinkStyle
from tests.rendering.shelf import SETTINGS, full_library

SITE = "https://shelf.example/x/"
ATOM = "{http://www.w3.org/2005/Atom}"


def files_of(library: Library, url: str | None = SITE, links: LinkStyle = "file") -> dict[str, str]:
    """By path."""
    pages = render(library, settings=replace(SETTINGS, site_url=url), links=links)
    return {file.path: file.content.decode("utf-8-sig") for page in pages for file in page.files}


def busy_library() -> Library:
    """Four briefs with a day, all of which name one person and tell one story."""
    library = full_library()
    first = library.briefs[0]
    briefs = [_copy(first, f"b{number}", f"2022-02-0{number}") for number in range(1, 5)]
    mentions = [Evidence(brief.id, mention.span) for brief in briefs for mention in first.analysis.mentions[:1]]
    person = next(entity for entity in library.entities if entity.type == "Person")
    entities = tuple(replace(e, mentions=tuple(mentions)) if e == person else e for e in library.entities)
    theme = replace(library.themes[0], briefs=tuple(brief.id for brief in briefs), strands=())
    return replace(library, briefs=(*briefs, *library.briefs), entities=entities, themes=(theme,))


def _copy(brief: Brief, id_: str, day: str) -> Brief:
    metadata = replace(brief.analysis.metadata, published=Field(day, "stated"))
    document = replace(brief.analysis.document, id=id_, path=f"{id_}.txt")
    return replace(brief, id=id_, analysis=replace(brief.analysis, document=document, metadata=metadata), related=())


def test_people_and_themes_have_feeds_of_their_briefs() -> None:
    """Both forms tell the same, newest first, with the sentence that names the person; none where few have a day."""
    files = files_of(busy_library())
    atom, feed = ET.fromstring(files["people/the-person/feed.xml"]), json.loads(files["people/the-person/feed.json"])
    ids = [entry.findtext(f"{ATOM}id") for entry in atom.iter(f"{ATOM}entry")]
    assert ids == [item["id"] for item in feed["items"]] and len(set(ids)) == 4
    assert (
        feed["version"] == "https://jsonfeed.org/version/1.1"
        and feed["feed_url"] == f"{SITE}people/the-person/feed.json"
    )
    assert [item["url"] for item in feed["items"]] == [f"{SITE}briefs/b{number}.html" for number in (4, 3, 2, 1)]
    assert feed["items"][0]["date_published"] == "2022-02-04T00:00:00Z"
    assert "Jane Doe , chair of the River Board" in feed["items"][0]["content_html"]
    assert "themes/the-theme/feed.xml" in files and "themes/the-theme/feed.json" in files
    assert "people/the-person/feed.xml" not in files_of(full_library())


def test_without_an_address_nothing_claims_one() -> None:
    """Feeds have words and no addresses; no robots.txt; ways are relative."""
    files = files_of(busy_library(), None)
    feed = json.loads(files["people/the-person/feed.json"])
    assert "feed_url" not in feed and "url" not in feed["items"][0]
    assert "robots.txt" not in files and "(briefs/one.md)" in files["llms.txt"]
    assert files_of(full_library())["robots.txt"].endswith(f"Sitemap: {SITE}sitemap.xml\n")


def test_each_brief_lies_beside_its_page_as_plain_markdown() -> None:
    """With links to the pages of the site and no HTML; not where the pages are Markdown themselves."""
    plain = files_of(full_library(), None)["briefs/one.md"]
    assert "- [Jane Doe](../people/the-person.html): “the bridge is safe” – via Radio Valley (sentence 2)\n" in plain
    assert "\n2. He said “ the bridge is safe ” on Friday and that the old one will go .\n" in plain
    assert not re.search(r"<\w|&#\d|\^s\d", plain)
    assert f"[Jane Doe]({SITE}people/the-person.html)" in files_of(full_library())["briefs/one.md"]
    folders = files_of(full_library(), None, "directory")["briefs/one.md"]
    assert "[Jane Doe](../people/the-person/)" in folders
    assert "briefs/one.md" not in files_of(full_library(), links="markdown")


def test_the_list_for_language_models_names_every_brief() -> None:
    """A heading, what it is, themes and briefs; copies once."""
    lines = files_of(full_library())["llms.txt"].splitlines()
    assert lines[0] == "# Briefs" and lines[2].startswith("> 1 brief")
    assert f"- [Jane Doe, Lowtown]({SITE}themes/the-theme.html)" in lines
    (brief,) = (line for line in lines if "briefs/" in line)
    assert brief.startswith(f"- [A bridge opens]({SITE}briefs/one.md): On 8 January 2022 Jane Doe ")


def test_the_collection_can_be_downloaded() -> None:
    """Sources to cite and tables lie where the pages say; the longest table does not."""
    files = files_of(full_library())
    assert files["sources/sources.bib"].startswith("@article{one,") and "TY  - NEWS" in files["sources/sources.ris"]
    assert {path for path in files if path.startswith("downloads/")} == {
        f"downloads/{name}.csv" for name in ("entities", "statements", "events", "oppositions", "figures")
    }
