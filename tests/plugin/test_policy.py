"""The Content-Security-Policy: of the site only, the user's own, or none."""

from pathlib import Path
from typing import Any

import pytest

from generator.plugin.theme import POLICY, policy
from tests.plugin.test_guard import config_with


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ({}, ";".join(f"{name} {sources}" for name, sources in POLICY.items())),
        ({"content_security_policy": "default-src 'self'; img-src *"}, "default-src 'self'; img-src *"),
        ({"content_security_policy": False}, ""),
        ({"content_security_policy": ""}, ""),
    ],
)
def test_the_user_has_the_last_word(tmp_path: Path, extra: dict[str, Any], expected: str) -> None:
    """What mkdocs.yml says of it counts, as it stands; false is none."""
    assert policy(config_with(tmp_path, extra=extra)) == expected


def test_only_a_live_server_lets_an_inline_script_in(tmp_path: Path) -> None:
    """The one of MkDocs, by a number used once; no policy of a build allows any."""
    config = config_with(tmp_path)
    assert "script-src" not in policy(config)
    assert "unsafe" not in policy(config)
    assert "script-src 'self' 'nonce-abc'" in policy(config, "abc")
