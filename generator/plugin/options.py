"""What a user may write under `briefs:` in mkdocs.yml, as MkDocs checks it."""

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
        return settings_from(root, dict(options), site_name=config.site_name, site_url=config.site_url)
    except ValueError as error:
        raise PluginError(f"briefs: mkdocs.yml: {error}; correct the setting") from error
