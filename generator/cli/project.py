"""Where the command line finds its site: the nearest mkdocs.yml, read without MkDocs."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.cli.calling import command_in, this_call
from generator.errors import SettingsError
from generator.settings import Settings, settings_from


class _Loader(yaml.SafeLoader):
    """Takes any tag of a mkdocs.yml (`!ENV`, `!!python/name:`) as text: none of them concerns Briefs."""


def _as_text(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> str:
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""


_Loader.add_multi_constructor("!", _as_text)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _as_text)


def find_site(start: Path) -> Path:
    """The nearest folder from `start` upwards with a mkdocs.yml. Raises SettingsError where there is none."""
    root = next((folder for folder in (start, *start.parents) if (folder / "mkdocs.yml").is_file()), None)
    if root is None:
        cure = f"run `{command_in(this_call(), os.path.realpath('.'), 'new', 'my-site')}` to start a site"
        raise SettingsError("mkdocs.yml", "not found here or above", cure)
    return root


def load_settings(start: Path) -> Settings:
    """The settings of the site around `start`. Raises SettingsError where they cannot be found or read."""
    root = find_site(start)
    content = _read(root / "mkdocs.yml")
    try:
        return settings_from(root, _plugin_options(content), site_name=str(content.get("site_name", "Briefs")))
    except ValueError as error:
        raise SettingsError("mkdocs.yml", f"plugin briefs: {error}", "correct the setting") from error


def folder_settings(seeds: Path) -> Settings:
    """The settings for any folder of sources, without a mkdocs.yml, a cache or templates of its own."""
    if not seeds.is_dir():
        fault = "not a folder" if seeds.exists() else "no such folder"
        raise SettingsError(str(seeds), fault, "name the folder that holds the sources")
    return Settings(seeds=seeds.absolute())


def _read(file: Path) -> Mapping[str, Any]:
    try:
        content = yaml.load(file.read_text(encoding="utf-8"), _Loader)
    except OSError as error:
        fault = f"cannot be read ({error.strerror or 'no reason given'})"
        raise SettingsError("mkdocs.yml", fault, "check that you may read it") from error
    except (UnicodeError, yaml.YAMLError) as error:
        fault = " ".join(str(error).split())[:200]
        raise SettingsError("mkdocs.yml", f"cannot be read ({fault})", "correct the file") from error
    if not isinstance(content, Mapping):
        raise SettingsError("mkdocs.yml", "holds no settings", "start it with `site_name: My briefs`")
    return content


def _plugin_options(content: Mapping[str, Any]) -> Mapping[str, Any]:
    """What stands under `briefs:` in the list (or table) of plug-ins."""
    plugins = content.get("plugins") or []
    tables = [plugins] if isinstance(plugins, Mapping) else [p for p in plugins if isinstance(p, Mapping)]
    for table in tables:
        if isinstance(table.get("briefs"), Mapping):
            options: Mapping[str, Any] = table["briefs"]
            return options
    return {}
