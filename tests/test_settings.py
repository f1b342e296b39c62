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
        *[{"labels": 3}, {"labels": ""}],
        *[{"summarizer": 3}, {"summarizer": ""}, {"summarizer": "127.0.0.1"}, {"summarizer": "ftp://host/v1"}],
        *[
            {"summarizer": "http://me:pass@host/v1"},
            {"summarizer": "http://host/v1?key=x"},
            {"summarizer": "http://a\n/"},
        ],
        *[{"summarizer_key": "sk-abcdef"}, {"summarizer_key": ""}, {"summarizer_model": 3}, {"summarizer_briefs": -1}],
    ],
)
def test_a_wrong_setting_is_named(options: dict[str, object]) -> None:
    """The message names the setting, so that one finds the line."""
    with pytest.raises(ValueError, match=next(iter(options))):
        settings_from(ROOT, options, site_name="X")


def test_an_endpoint_has_a_model_and_its_key_goes_nowhere_in_the_open() -> None:
    """A key may go to this machine, or over https; text alone may go anywhere that is named."""
    model = {"summarizer_model": "small"}
    with pytest.raises(ValueError, match="summarizer_model"):
        settings_from(ROOT, {"summarizer": "http://127.0.0.1:8080/v1"}, site_name="X")
    with pytest.raises(ValueError, match="summarizer_seconds"):
        options = {"summarizer": "http://127.0.0.1:8080/v1", "summarizer_seconds": 0, **model}
        settings_from(ROOT, options, site_name="X")
    with pytest.raises(ValueError, match="https"):
        settings_from(ROOT, {"summarizer": "http://10.0.0.2/v1", "summarizer_key": "KEY", **model}, site_name="X")
    for address in ("http://localhost:8080/v1", "http://[::1]:8080", "https://host.example/v1/"):
        settings = settings_from(ROOT, {"summarizer": address, "summarizer_key": "KEY", **model}, site_name="X")
        assert settings.summarizer == address
    assert settings_from(ROOT, {"summarizer": "http://10.0.0.2/v1", **model}, site_name="X").summarizer_key is None
