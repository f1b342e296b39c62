"""The fast converter makes of every page what Python-Markdown makes of it, and says the same of its links."""

import html
from pathlib import Path
from typing import Any

import lxml.html
import pytest
import yaml
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generator.plugin import converting
from generator.plugin.converting import Contents, Converted, convert, read_contents
from generator.rendering.markup import md, md_long
from generator.rendering.pages import PAGES
from tests.plugin.test_site import build, captured, project

__all__ = ["project"]

EDITION = """The old mill at Wexby is to become a school, the county council said on Monday. Work on the roof will begin
before the winter, and the first classes are to be taught there in two years. The council bought the mill from the heirs
of its last owner, who had let it stand empty for longer than anybody in the town remembers. {} children will find room
in it. A bridge for walkers is to lead from the school to the station on the other side of the river.
"""
SEEDS = Path(__file__).parents[2] / "seeds"


def made(markdown: str, contents: Contents | None = None) -> Converted:
    return convert(markdown, lambda url: url, contents or Contents())


def with_settings(project: Path, **briefs: object) -> None:
    settings = yaml.safe_load((project / "mkdocs.yml").read_text())
    settings["plugins"] = ["search", "offline", {"briefs": briefs}]
    settings["validation"] = {"links": {"anchors": "warn", "unrecognized_links": "warn"}}
    settings["markdown_extensions"] = ["md_in_html", "tables", {"toc": {"toc_depth": 3, "permalink": True}}]
    (project / "mkdocs.yml").write_text(yaml.safe_dump(settings))


def elements(page: str) -> list[str]:
    """All elements of a page in order, with their attributes and texts, white space aside."""
    found = []
    for element in lxml.html.document_fromstring(page).iter():
        attributes = " ".join(f"{name}={value}" for name, value in sorted(element.attrib.items()))
        found.append(f"<{element.tag} {attributes}> {' '.join((element.text or '').split())}")
        found.append(" ".join((element.tail or "").split()))
    return found


def pages(project: Path, **briefs: object) -> dict[str, list[str]]:
    with_settings(project, **briefs)
    site = build(project, strict=False)
    return {f.relative_to(site).as_posix(): elements(f.read_text(encoding="utf-8")) for f in site.rglob("*.html")}


@pytest.fixture
def seeded(project: Path) -> Path:
    """A site in which every kind of page comes to be."""
    for file in SEEDS.iterdir():
        if file.suffix in (".txt", ".md", ".yml") and file.is_file():
            (project / "seeds" / file.name).write_bytes(file.read_bytes())
    for day, number in ((3, "Ninety"), (4, "A hundred")):
        text = f"---\npublished: 2022-05-0{day}\n---\n\n{EDITION.format(number)}"
        (project / "seeds" / f"mill-{day}.md").write_text(text)
    return project


def test_every_kind_of_page_is_the_same_by_either_converter(seeded: Path) -> None:
    """Elements, attributes, anchors, links, tables of contents and words; and the search finds the same."""
    settings = {"review": True, "search": "material", "index_split": 20, "source_page_chars": 2_000}
    slow = pages(seeded, converter="markdown", **settings)
    index = (seeded / "site" / "search" / "search_index.json").read_bytes()
    fast = pages(seeded, **settings)
    plugin: Any = load_config(str(seeded / "mkdocs.yml")).plugins["briefs"]
    kinds = {page.kind for page in plugin._pages.values()}
    assert {kind.name for kind in PAGES} - kinds <= {"event", "named_event"}
    assert fast.keys() == slow.keys()
    for path, page in fast.items():
        assert page == slow[path], path
    assert (seeded / "site" / "search" / "search_index.json").read_bytes() == index


def test_without_a_wheel_the_pages_are_the_same(seeded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """markdown-it-py, which is there anyway, does the same where the fast converter cannot be had."""
    fast = pages(seeded)
    monkeypatch.setattr(converting, "to_html", converting.plain_to_html)
    slow = pages(seeded)
    assert fast == slow


@pytest.mark.parametrize("converter", ["fast", "markdown"])
def test_a_link_that_leads_nowhere_is_told(project: Path, converter: str) -> None:
    """A file, an anchor of another page and one of this page that are not there: one line each."""
    template = project / "templates" / "about.md.j2"
    template.write_text("# A\n\n[one](gone.md) [two](index.md#gone) [three](#lost) ![four](no.png) [five](briefs)\n")
    with_settings(project, converter=converter)
    with captured() as lines:
        build(project, strict=False)
    told = [line for line in lines if "about.md" in line]
    for word in ("'gone.md'", "'#gone'", "'#lost'", "'no.png'", "'briefs'"):
        assert len([line for line in told if word in line]) == 1, word


def test_a_page_of_the_user_has_the_extensions_of_the_site(project: Path) -> None:
    """Pages of one's own stay with Python-Markdown, and links from them to ours are checked."""
    settings = yaml.safe_load((project / "mkdocs.yml").read_text())
    settings["markdown_extensions"].append("admonition")
    settings["validation"] = {"links": {"anchors": "warn"}}
    (project / "mkdocs.yml").write_text(yaml.safe_dump(settings))
    (project / "templates" / "static" / "own.md").write_text(
        "# Own\n\n!!! note\n    [here](briefs/rain.md#s1)\n\n[no](briefs/rain.md#s99)\n"
    )
    with captured() as lines:
        page = (build(project, strict=False) / "own.html").read_text()
    assert 'class="admonition note"' in page
    assert 'href="briefs/rain.html#s1"' in page
    assert [line for line in lines if "#s99" in line]
    assert not [line for line in lines if "#s1'" in line]


def test_other_plug_ins_see_the_pages(project: Path) -> None:
    """Hooks get the Markdown and the HTML of every page, and what they give back is published."""
    (project / "hook.py").write_text(
        "def on_page_markdown(markdown, page, **_):\n    return markdown + '\\n\\nA *line* more.\\n'\n"
        "def on_page_content(html, page, **_):\n    return html.replace('A <em>line</em>', page.title + ': a line')\n"
    )
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nhooks: [hook.py]\n")
    assert ": a line more." in (build(project) / "about.html").read_text(encoding="utf-8")


def test_a_converter_that_nobody_knows_is_refused(project: Path) -> None:
    """The line names the setting and what it may be."""
    with_settings(project, converter="slow")
    with pytest.raises(Abort), captured() as lines:
        build(project)
    assert "'converter' must be fast or markdown" in lines[-1]


def test_headings_have_ids_and_stand_in_the_table_of_contents() -> None:
    """Those of Markdown and those that are marked; equal words get numbers; what is raw stays out."""
    page = made('# A & b\n\n## Same\n\n## Same\n\n<h2 id="own" markdown>*Own* words</h2>\n\n<h3>raw</h3>\n')
    assert [(heading.level, heading.id, heading.name) for heading in page.headings] == [
        (1, "a-b", "A &amp; b"), (2, "same", "Same"), (2, "same_1", "Same"), (2, "own", "Own words"),
    ]  # fmt: skip
    assert '<h2 id="own"><em>Own</em> words</h2>' in page.content
    assert "<h3>raw</h3>" in page.content
    assert page.anchors == {"a-b", "same", "same_1", "own"}


def test_only_links_of_markdown_are_looked_up() -> None:
    """What stands in raw HTML was computed for it."""
    asked: list[str] = []

    def resolve(url: str) -> str:
        asked.append(url)
        return "x.html"

    page = convert(
        '[a](a.md) ![b](b.png) <a href="c.html">c</a>\n\n<div><a href="d.html">d</a></div>\n', resolve, Contents()
    )
    assert asked == ["a.md", "b.png"]
    assert 'href="x.html"' in page.content
    assert '<a href="c.html">c</a>' in page.content
    assert '<a href="d.html">d</a>' in page.content


def test_words_of_a_source_stay_words() -> None:
    """The mark is taken off elements only."""
    page = made(
        '<div class="a" markdown>\n\nThe markdown of <span title="no markdown here">x</span> markdown\n\n</div>\n'
    )
    assert page.content == (
        '<div class="a">\n<p>The markdown of <span title="no markdown here">x</span> markdown</p>\n</div>'
    )


@pytest.mark.parametrize(
    "words", [""" id='one' """, ' id="one" ', ' markdown="1" ', ' markdown="block"/', " name='one' "]
)
def test_words_of_a_source_are_no_attributes(words: str) -> None:
    """Text that is written like an attribute stays whole, and takes no place of the page."""
    page = made(f"## One\n\nThe words {md(f'“ {words} ”')} end.\n")
    assert [heading.id for heading in page.headings] == ["one"]
    assert page.anchors == {"one"}
    assert f"The words “ {words.strip()} ” end." in html.unescape(page.content)


@pytest.mark.parametrize("mark", ["[", "*a ", "<a ", "![](", "`", "> ", "[^1]", "[a](", "<!--", "&", "_", "|"])
def test_endless_marks_stay_text(mark: str) -> None:
    """Sixty thousand characters of one mark are one paragraph, each of them shown."""
    text = (mark * 60_000)[:60_000].strip()
    assert made(f"{md_long(text)}\n").content == f"<p>{html.escape(text, quote=False)}</p>"


def test_what_the_site_says_of_its_tables_of_contents_counts() -> None:
    """Depth, separator, and the sign behind a heading."""
    contents = read_contents({"toc_depth": "2-3", "separator": "_", "permalink": "#"})
    page = made("# One two\n\n## Three four\n", contents)
    assert [heading.id for heading in page.headings] == ["three_four"]
    assert '<a class="headerlink" href="#three_four" title="Permanent link">#</a></h2>' in page.content
