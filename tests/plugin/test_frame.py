"""The frame around every page: short, without scripts or styles of its own, with the icons that mkdocs.yml names."""

import json
import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config

from generator.cli import main

MOST_BYTES = 7_000
"""Around the article of a page; Material's own frame has 16,000."""
PHONE = re.compile(r'<nav class="md-nav md-nav--secondary".*?</nav>', re.DOTALL)
MOST_TOLD = 5_000
"""What a page says of its article to programs: that is of its own, and no frame."""
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>')
TOLD = re.compile(DATA.pattern + r'|<meta (?:property="og:|name="citation_)[^>]*>|<link rel="alternate "[^>]*>')


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "my-site"
    assert CliRunner().invoke(main, ["new", str(folder)]).exit_code == 0
    (folder / "seeds" / "rain.txt").write_text("Rain stops the games\n\nThe games in Leeds were stopped by rain.\n")
    return folder


def build(project: Path) -> Path:
    config = load_config(str(project / "mkdocs.yml"), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    build_site(config)
    return project / "site"


def test_every_page_has_a_short_frame_without_scripts_of_its_own(project: Path) -> None:
    """A page holds little beside its article, its contents and what it says of them to programs, and nothing that a
    strict policy refuses: a block of data is no script, as no browser runs it."""
    for page in build(project).rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        for data in DATA.findall(text):
            assert "<" not in data and json.loads(data)["@context"] == "https://schema.org", page
        assert not re.findall(r"<script(?![^>]*\bsrc=)|<style|\son\w+=|javascript:", DATA.sub("", text)), page
        told = "".join(match[0] for match in TOLD.finditer(text[: text.index("</head>")]))
        assert len(told.encode()) < MOST_TOLD, page
        article = text[text.index("<article") : text.index("</article>")]
        contents = text[text.index('data-md-type="toc"') : text.index('class="md-content"')]
        # On a telephone they stand in the navigation, once more.
        contents += "".join(PHONE.findall(text[: text.index(contents)]))
        assert len(text.encode()) - len((article + contents + told).encode()) < MOST_BYTES, page


def test_the_frame_is_filled_once(project: Path) -> None:
    """The script that all pages share names the search of this version of Material, and has its words."""
    site = build(project)
    script = (site / "assets/frame.js").read_text(encoding="utf-8")
    worker = re.search(r"assets/javascripts/workers/search\.\w+\.min\.js", script)
    assert worker and (site / worker[0]).is_file()
    assert 'name=\\"query\\"' in script and '"search.result.none": "No matching documents"' in script


def test_icons_are_those_of_the_settings(project: Path) -> None:
    """Icons that mkdocs.yml names are drawn by the style sheet of the frame; no page repeats them."""
    settings = project / "mkdocs.yml"
    known = yaml.safe_load(settings.read_text(encoding="utf-8"))
    known["theme"]["icon"] = {"logo": "material/anchor", "admonition": {"note": "material/anchor"}}
    settings.write_text(yaml.safe_dump(known), encoding="utf-8")
    site = build(project)
    icons = (site / "assets/frame.css").read_text(encoding="utf-8")
    drawn = re.search(r"\.i-logo\{--i:(url\([^)]*\))\}", icons)
    assert drawn and f"--md-admonition-icon--note:{drawn[1]};" in icons
    assert "<svg xmlns" not in (site / "about.html").read_text(encoding="utf-8")


def test_a_part_of_the_user_wins(project: Path) -> None:
    """A partial in the user's own folder wins over the packaged one."""
    settings = project / "mkdocs.yml"
    known = yaml.safe_load(settings.read_text(encoding="utf-8"))
    known["theme"]["custom_dir"] = "ours"
    settings.write_text(yaml.safe_dump(known), encoding="utf-8")
    part = project / "ours/partials/copyright.html"
    part.parent.mkdir(parents=True)
    part.write_text("Ours, {{ config.site_name }}", encoding="utf-8")
    assert "Ours, " in (build(project) / "about.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("address", "shown"), [("https://example.org/one/", "https://example.org/one/card.png"), (None, None)]
)
def test_a_picture_for_link_previews_is_the_users_own(address: str | None, shown: str | None, project: Path) -> None:
    """Every page names the file of the settings by its whole address; without that of the site it names none."""
    settings = project / "mkdocs.yml"
    known = yaml.safe_load(settings.read_text(encoding="utf-8")) | {"extra": {"social_image": "card.png"}}
    settings.write_text(yaml.safe_dump(known | ({"site_url": address} if address else {})), encoding="utf-8")
    for page in build(project).rglob("briefs/*.html"):
        found = re.findall(r'property="og:image" content="([^"]*)"', page.read_text(encoding="utf-8"))
        assert found == ([shown] if shown else [])
