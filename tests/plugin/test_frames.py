"""Pages made of a frame are those that the theme makes, to the byte; where others have a say the theme makes all."""

import re
import shutil
from pathlib import Path

import pytest
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from generator.plugin.frames import Framed
from tests.plugin.test_keeping import settings
from tests.plugin.test_site import build, hashes, project

__all__ = ["project"]

NAMES = ("Ann Bell", "Cy Drew", "Eva Frost", "Gus Hale", "Ida Jung")


@pytest.fixture
def framed(monkeypatch: pytest.MonkeyPatch) -> list[Framed]:
    """What filled frames."""
    made: list[Framed] = []
    begin = Framed.__init__

    def note(self: Framed, env: Environment, config: MkDocsConfig) -> None:
        begin(self, env, config)
        made.append(self)

    monkeypatch.setattr(Framed, "__init__", note)
    return made


@pytest.fixture
def many(project: Path) -> Path:
    """A site with several pages of each kind, one with mark-up and one with a mark in its title."""
    for number, name in enumerate(NAMES):
        text = (
            f'<b>Rain</b> & "hail" BRIEFS-SLOT-toc-END {number}\n\n"We had no choice," said {name}, the chair of the '
        )
        text += (
            f"Leeds Games Trust. {name} came to Leeds on {number + 3} May 2021, when the games were stopped by rain.\n"
        )
        (project / "seeds" / f"rain-{number}.txt").write_text(text, encoding="utf-8")
    return project


def as_themed(project: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    shutil.rmtree(project / "site")
    shutil.rmtree(project / ".cache")
    with monkeypatch.context() as slow:
        slow.setattr("generator.plugin.frame_pages", lambda env, _: env)
        return hashes(build(project, strict=False))


@pytest.mark.parametrize("address", [None, "https://example.org/briefs/"])
def test_frames_give_what_the_theme_gives(
    many: Path, framed: list[Framed], monkeypatch: pytest.MonkeyPatch, address: str | None
) -> None:
    """With an address of the site or without, and no class of pages has to be left to the theme."""
    settings(many, site_url=address)
    pages = hashes(build(many, strict=False))
    assert framed[0].frames
    assert all(framed[0].frames.values())
    assert pages == as_themed(many, monkeypatch)


def test_a_template_of_the_users_own_is_asked_for_every_page(many: Path, framed: list[Framed]) -> None:
    """An override may ask for anything of a page; a copy of ours is none."""
    theme = many / "templates" / "theme"
    settings(many, theme={"name": "material", "font": False, "custom_dir": str(theme)})
    (theme / "partials").mkdir(parents=True, exist_ok=True)
    (theme / "partials" / "copyright.html").write_text("<p>{{ page.content | length }} letters</p>")
    site = build(many, strict=False)
    assert not framed
    pages = (text for name, text in hashes(site).items() if name.startswith("briefs/rain-") and name.endswith(".html"))
    lines = [text.partition(b" letters")[0][-4:] for text in pages]
    assert len(lines) == len(NAMES)


def test_a_plug_in_that_listens_is_given_every_page(many: Path, framed: list[Framed]) -> None:
    """A hook that adds to a page's context reaches the templates."""
    (many / "hook.py").write_text("def on_page_context(context, **_): return context\n")
    settings(many, hooks=["hook.py"])
    build(many, strict=False)
    assert not framed


def test_a_frame_that_does_not_hold_is_not_used(
    many: Path, framed: list[Framed], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the theme puts into a frame from elsewhere shows at the second page, and the theme makes all."""
    with monkeypatch.context() as odd:
        odd.setattr("generator.plugin.frames._SLOT", re.compile("BRIEFS-SLOT-(title)-END"))
        pages = hashes(build(many, strict=False))
    assert not any(framed[0].frames.values())
    assert pages == as_themed(many, monkeypatch)
