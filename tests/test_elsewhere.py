"""Two sites over one collection: each links to the pages of the other about the same names."""

import html
import json
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import build
from generator.errors import BriefsError
from generator.rendering import render
from generator.rendering.exports.markdown import write_index
from generator.settings import Settings

OLDER = {
    "a.txt": "Rain\n\n5 May 2020\n\n“We wait,” said Ann Bell, the chair of the Leeds Games Trust, in York.\n",
    "b.txt": "Snow\n\n9 May 2020\n\nAnn Bell met Mayor Omar Nasser in York. Bell and Nasser run the Games Trust.\n",
}
NEWER = {
    "c.txt": "A fair\n\n5 May 2021\n\n“We go on,” said Ann Bell, the chair. Nasser was silent, Bell said in York.\n"
}


@pytest.fixture
def older(tmp_path: Path) -> Settings:
    """The site of the older year, published at its address."""
    return make(tmp_path / "2020", OLDER, "https://briefs.example/2020/")


def make(folder: Path, texts: dict[str, str], url: str | None = None) -> Settings:
    """A site with these sources."""
    (folder / "seeds").mkdir(parents=True)
    for name, text in texts.items():
        (folder / "seeds" / name).write_text(text, encoding="utf-8")
    return Settings(seeds=folder / "seeds", others=folder / "others", site_name=folder.name, site_url=url, workers=1)


def test_a_name_leads_to_its_page_in_the_other_site(older: Settings, tmp_path: Path) -> None:
    """The page exists there, and the line says only that the name is the same."""
    newer = make(tmp_path / "2021", NEWER)
    there = build(older)
    assert newer.others is not None
    (index,) = write_index(there, newer.others, older)
    library = build(newer)
    assert not library.problems
    links = {link.entity: link for link in library.elsewhere}
    bell = links["ann-bell"]
    assert (bell.site, bell.name, bell.briefs) == ("2020", "Ann Bell", 2)
    assert bell.address == "https://briefs.example/2020/people/ann-bell.html"
    assert "people/ann-bell.md" in {page.path for page in render(there, settings=older)}
    (page,) = [page for page in render(library, settings=newer) if page.path == "people/ann-bell.md"]
    assert "The same name elsewhere" in page.markdown
    assert f'href="{bell.address}"' in html.unescape(page.markdown)
    index.unlink()
    assert build(newer) == replace(library, elsewhere=())


def test_a_surname_alone_leads_nowhere(older: Settings, tmp_path: Path) -> None:
    """ "Nasser" may be anybody; Mayor Omar Nasser has a page there."""
    newer = make(tmp_path / "2021", NEWER)
    assert newer.others is not None
    write_index(build(older), newer.others, older)
    library = build(newer)
    names = {entity.id: entity.name for entity in library.entities}
    assert "Nasser" in names.values()
    assert not [link for link in library.elsewhere if names[link.entity] == "Nasser"]


def test_a_site_without_an_address_has_no_index(tmp_path: Path) -> None:
    """Nobody could follow its links."""
    site = make(tmp_path / "2020", OLDER)
    with pytest.raises(BriefsError, match="site_url is missing"):
        write_index(build(site), tmp_path / "out", site)


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"[]",
        b"\xff",
        json.dumps({"schema": 1, "name": "x", "url": "javascript:alert(1)", "entities": []}).encode(),
        json.dumps({"schema": 1, "name": "x", "url": "https://x.example", "entities": [{"name": "x"}]}).encode(),
    ],
    ids=["broken", "a list", "no text", "another scheme", "a field missing"],
)
def test_an_index_that_cannot_be_used_is_one_line(content: bytes, tmp_path: Path) -> None:
    """It costs itself; the site is built."""
    site = make(tmp_path / "2021", NEWER)
    assert site.others is not None
    site.others.mkdir()
    (site.others / "bad.json").write_bytes(content)
    library = build(site)
    assert library.elsewhere == ()
    (problem,) = library.problems
    assert problem.path == "others/bad.json"
    assert "\n" not in str(problem)


def test_an_address_in_an_index_cannot_run_anything(tmp_path: Path) -> None:
    """What another site says of a path is part of its own address, or it is left out."""
    site = make(tmp_path / "2021", NEWER)
    assert site.others is not None
    site.others.mkdir()
    entities = [{"name": "Ann Bell", "type": "Person", "path": 'x" onclick="alert(1)', "briefs": 1}]
    index = {"schema": 1, "name": "<script>", "url": "https://x.example", "entities": entities}
    (site.others / "bad.json").write_text(json.dumps(index), encoding="utf-8")
    assert build(site).elsewhere == ()
