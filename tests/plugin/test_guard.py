"""Settings that give a source power, or call another host, end the build with a named reason."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from generator.plugin.guard import refusals


def config_with(folder: Path, **settings: Any) -> MkDocsConfig:
    (folder / "docs").mkdir()
    base: dict[str, Any] = {"site_name": "X", "theme": {"name": "material", "font": False}, "plugins": []}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump({**base, **settings}))
    return load_config(str(folder / "mkdocs.yml"))


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"markdown_extensions": ["pymdownx.snippets"]}, "pymdownx.snippets"),
        ({"markdown_extensions": ["pymdownx.blocks.html"]}, "pymdownx.blocks.html"),
        ({"markdown_extensions": ["pymdownx.emoji"]}, "pymdownx.emoji"),
        (
            {"markdown_extensions": [{"pymdownx.superfences": {"custom_fences": [{"name": "mermaid", "class": "m"}]}}]},
            "mermaid",
        ),
        ({"theme": {"name": "material"}}, "font"),
        ({"extra_css": ["https://example.org/a.css"]}, "extra_css"),
        ({"extra_javascript": ["//example.org/a.js"]}, "extra_javascript"),
        ({"repo_url": "https://example.org/r"}, "repo_url"),
        ({"extra": {"analytics": {"provider": "x"}}}, "analytics"),
    ],
)
def test_each_is_refused_by_name(tmp_path: Path, settings: dict[str, Any], named: str) -> None:
    """The reason names the setting and what to do about it."""
    faults = refusals(config_with(tmp_path, **settings))
    assert len(faults) == 1
    assert named in faults[0]


def test_the_macros_plugin_is_refused(tmp_path: Path) -> None:
    """A plug-in that runs templates in page text runs what a source says."""
    config = config_with(tmp_path)
    config.plugins["macros"] = object()  # type: ignore[assignment]  # only the name counts
    assert any("macros" in fault for fault in refusals(config))


def test_the_usual_extensions_are_welcome(tmp_path: Path) -> None:
    """What cannot be reached from an escaped text is the user's own choice."""
    usual = ["admonition", "attr_list", "footnotes", "def_list", "pymdownx.details", "pymdownx.superfences"]
    assert refusals(config_with(tmp_path, markdown_extensions=usual)) == []
