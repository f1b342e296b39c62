"""One list of settings for both faces; a wrong one is named."""

from pathlib import Path

import pytest

from generator.settings import FOLDERS, plain_options, settings_from

ROOT = Path("/somewhere")


def test_folders_are_relative_to_the_site() -> None:
    """Every folder is an absolute path below the folder of mkdocs.yml, also where it is left out."""
    settings = settings_from(ROOT, {"seeds": "texts"}, site_name="X")
    assert (settings.seeds, settings.templates, settings.cache) == (ROOT / "texts", ROOT / "templates", ROOT / ".cache")


def test_every_default_is_accepted() -> None:
    """A user may write out what is so anyway."""
    assert settings_from(ROOT, {**FOLDERS, **plain_options()}, site_name="X") == settings_from(ROOT, {}, site_name="X")


@pytest.mark.parametrize(
    "options",
    [
        *[{"seed": "x"}, {"seeds": 3}, {"seeds": ""}, {"workers": "two"}, {"workers": -1}, {"workers": True}],
        *[{"workers": "tcp://host"}, {"workers": "tcp://host:x"}, {"workers": "tcp://[::1]"}],
        *[{"workers": "http://host:8786"}, {"workers": "tcp://"}, {"workers": "tcp://:8786"}, {"review": "yes"}],
        *[{"check_evidence": 1}, {"check_evidence": None}],
        *[{"search": "lunr"}, {"search": None}, {"search": True}],
    ],
)
def test_a_wrong_setting_is_named(options: dict[str, object]) -> None:
    """The message names the setting, so that one finds the line."""
    with pytest.raises(ValueError, match=next(iter(options))):
        settings_from(ROOT, options, site_name="X")
