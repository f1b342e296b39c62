"""What a user may write under `briefs:` in mkdocs.yml, and what this house refuses to build with: settings that
give the text of a source power, or call other hosts.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config import config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from generator.settings import FOLDERS, Settings, plain_options, settings_from

SCHEME = tuple(
    (name, config_options.Type((str, int, bool, type(None)), default=default))
    for name, default in {**FOLDERS, **plain_options()}.items()
)
"""The options are those of `Settings`, with the same defaults: one list for both faces. MkDocs warns of others."""


def site_settings(config: MkDocsConfig, options: Mapping[str, Any]) -> Settings:
    """The settings of the site; folders are relative to mkdocs.yml."""
    root = Path(config.config_file_path).absolute().parent if config.config_file_path else Path.cwd()
    try:
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        return settings_from(root, dict(options), site_name=config.site_name, site_url=config.site_url, epoch=epoch)
    except ValueError as error:
        raise PluginError(f"briefs: mkdocs.yml: {error}; correct the setting") from error


_EXTENSIONS = {
    "pymdownx.snippets": "it publishes any file that a text names",
    "pymdownx.blocks.html": "it lets a text write HTML",
    "markdown_include.include": "it publishes any file that a text names",
    "mdx_include": "it publishes any file that a text names",
    "pymdownx.b64": "it reads files that a text names",
    "pymdownx.pathconverter": "it rewrites addresses in a text",
}
_PLUGINS = {
    "macros": "it runs code that a text holds",
    "macros-plugin": "it runs code that a text holds",
    "social": "it loads fonts from another host",
    "privacy": "it loads files from other hosts while building",
}
_REMOTE = ("http://", "https://", "//")


def refusals(config: MkDocsConfig) -> list[str]:
    """One line for each setting that Briefs does not build with: fault; cure. Empty: all is well."""
    return [
        *(f"extension {name} is on and {why}; remove it" for name, why in _found(config, _EXTENSIONS)),
        *(f"plug-in {name} is on and {_PLUGINS[name]}; remove it" for name in config.plugins if name in _PLUGINS),
        *_mermaid(config),
        *_emoji(config),
        *_remote(config),
    ]


def _found(config: MkDocsConfig, table: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(str(name), table[str(name)]) for name in config.markdown_extensions if str(name) in table]


def _mermaid(config: MkDocsConfig) -> list[str]:
    fences = _options(config, "pymdownx.superfences").get("custom_fences") or []
    if any(isinstance(fence, Mapping) and fence.get("name") == "mermaid" for fence in fences):
        return ["pymdownx.superfences has a mermaid fence, which loads a script from another host; remove it"]
    return []


def _emoji(config: MkDocsConfig) -> list[str]:
    if "pymdownx.emoji" not in config.markdown_extensions:
        return []
    generator = getattr(_options(config, "pymdownx.emoji").get("emoji_generator"), "__module__", "")
    if generator.startswith("material.extensions"):
        return []
    return ["pymdownx.emoji loads pictures from another host; remove it or use material.extensions.emoji.to_svg"]


def _remote(config: MkDocsConfig) -> list[str]:
    """Every address from which a page of the site would load something."""
    faults = []
    if config.theme.get("font") is not False:
        faults.append("theme.font loads fonts from another host; set `font: false` under `theme:`")
    scripts = [str(getattr(script, "path", script)) for script in config.extra_javascript]
    for name, values in (("extra_css", config.extra_css), ("extra_javascript", scripts)):
        faults += [f"{name} loads {v}; keep a copy in templates/static" for v in values if v.startswith(_REMOTE)]
    if config.repo_url:
        faults.append("repo_url makes every page ask the host of the repository; remove it")
    if config.extra.get("analytics"):
        faults.append("extra.analytics reports readers to another host; remove it")
    return faults


def _options(config: MkDocsConfig, extension: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = config.mdx_configs.get(extension) or {}
    return found
