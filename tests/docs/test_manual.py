"""The manual of `docs/` is built as it stands, loads nothing from elsewhere, and says of the program what is true."""

import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest
import yaml

from generator.formats import BY_SUFFIX, FORMATS
from generator.rendering.happenings import STANDINGS, STATUSES
from generator.rendering.pages import PAGES as KINDS
from generator.settings import FOLDERS, Settings, plain_options
from tools.manual import PAGES, fill_in
from tools.views import list_parts, list_templates, template_pages

ROOT = Path(__file__).parents[2]
SETTING_ROW = re.compile(r"^\| `(\w{1,40})` \| `([^`]{1,40})` \|", re.MULTILINE)
"""A row of the table of settings: the name and the default."""
LOADED = re.compile(
    r"""(?:\bsrc=|\bsrcset=|<link\b[^>]{0,200}\bhref=|\burl\(|@import\s{0,9})\s{0,9}["']?(?:https?:)?//""",
    re.IGNORECASE,
)
"""What a page would load from another host."""
GIVEN = frozenset({"date", "directory_urls", "site_name", "site_url"})
"""Fields of the settings that do not stand under `briefs:`."""
MARK = re.compile(r"^\| ((?:`[^`]{1,60}`(?:, )?){1,4}) \|", re.MULTILINE)
"""A row that tells what a mark means."""


def page(name: str) -> str:
    return (PAGES / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The manual as `make docs` makes it."""
    out = tmp_path_factory.mktemp("manual")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(out)]
    done = subprocess.run(
        [*command, "--config-file", "docs/mkdocs.yml"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return out


def test_the_manual_is_built_and_loads_nothing_from_elsewhere(built: Path) -> None:
    """`--strict` finds no dead link or anchor; nothing is loaded from another host; each page is in the navigation."""
    texts = {path: path.read_text(encoding="utf-8") for path in built.rglob("*") if path.suffix in {".html", ".css"}}
    assert [path.name for path, text in texts.items() if LOADED.search(text)] == []
    front = texts[built / "index.html"]
    named = {path.with_suffix(".html").name for path in PAGES.glob("*.md")} - {"index.html"}
    assert [name for name in sorted(named) if f'href="{name}"' not in front] == []


def test_pictures_are_light() -> None:
    """README and the manual show pictures that weigh less than 150 kB each."""
    assert [path.name for path in PAGES.rglob("*.png") if path.stat().st_size > 150_000] == []


def test_what_the_program_says_is_in_step() -> None:
    """Formats, exports, commands and the workflow are told as the program has them. If this fails: make docs."""
    for path in PAGES.rglob("*.md"):
        assert path.read_text(encoding="utf-8") == fill_in(path.read_text(encoding="utf-8")), path.name


def test_every_format_is_told() -> None:
    """The table names the suffixes of the table of formats, and no others; each row says what becomes of the file."""
    table = page("sources.md").partition("<!-- made: formats -->")[2].partition("<!-- end -->")[0]
    named = {suffix for line in table.splitlines() for suffix in re.findall(r"`(\.[\w.]+)`", line.split(" | ")[0])}
    assert named == set(BY_SUFFIX)
    assert all(row.account.endswith(".") for row in FORMATS)


def test_every_setting_is_told() -> None:
    """The table has one row for each setting, with its default."""
    rows = dict(SETTING_ROW.findall(page("settings.md")))
    settings = FOLDERS | {name: yaml.safe_dump(value).split()[0] for name, value in plain_options().items()}
    assert rows == settings
    assert set(settings) == {field.name for field in fields(Settings)} - GIVEN


def test_every_tag_of_an_event_is_told() -> None:
    """How a text tells an event, and what becomes of it, are all explained."""
    assert [tag for tag in (*STANDINGS.values(), *STATUSES.values()) if f"| `{tag}` |" not in page("evidence.md")] == []


def test_every_mark_that_is_told_is_shown() -> None:
    """What the manual explains stands in a template or in the module that makes it."""
    files = [*(ROOT / "templates").glob("*.j2"), *(ROOT / "generator/rendering").rglob("*.py")]
    shown = "\n".join(path.read_text(encoding="utf-8") for path in files)
    marks = [mark for row in MARK.findall(page("evidence.md")) for mark in re.findall("`([^`]+)`", row)]
    assert len(marks) > 20
    assert [mark for mark in marks if mark.strip(" …").replace("…", "\\u2026") not in shown] == []


def test_every_variable_of_a_template_is_told() -> None:
    """Each kind of page has a page of the manual, with every field of its view and every class that these lead to."""
    pages, templates = template_pages(), list_templates()
    assert {template.file for template in templates} == {f"{kind.name}.md.j2" for kind in KINDS}
    shared = pages["template/shared.md"]
    for template in templates:
        text = pages[f"template/{template.file.partition('.')[0]}.md"]
        told = re.findall(rf"^\| `{template.given}\.(\w+)` \|", text, re.MULTILINE)
        assert told == [field.name for field in fields(template.view)]
        lost = [kind for kind in list_parts(template.view) if f"## {kind.__name__} " not in text + shared]
        assert lost == [], template.file


def test_a_page_that_is_out_of_step_is_written_anew() -> None:
    """A piece is made anew between its marks; what stands around it stays."""
    piece = "before\n<!-- made: exports -->\nold\n<!-- end -->\nafter\n"
    made = fill_in(piece)
    assert (made[:7], made[-6:], "old" in made) == ("before\n", "after\n", False)
    assert "| `briefs export OUT --format json` |" in made
    assert fill_in(made) == made
