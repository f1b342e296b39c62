"""No dependency comes in under a licence that nobody read."""

import pytest

from tools.licences import BY_HAND, find_licence, is_welcome, list_pinned, list_unwelcome


def test_every_licence_is_known_and_welcome() -> None:
    """What a new dependency states is an expression of welcome licences, or somebody reads it and writes it down."""
    assert not list(list_unwelcome())


def test_what_was_read_by_hand_is_still_needed() -> None:
    """The lines are of packages that are pinned."""
    assert set(BY_HAND) <= set(list_pinned())
    assert find_licence("no-such-package") is None


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("MIT", True),
        ("Apache-2.0 OR BSD-2-Clause", True),
        ("MIT OR GPL-3.0-only", True),
        ("MIT AND GPL-3.0-only", False),
        ("GPL-3.0-or-later", False),
        ("AGPL-3.0", False),
        ("Free for all that are nice", False),
        ("", False),
    ],
)
def test_one_choice_must_be_welcome_as_a_whole(expression: str, expected: bool) -> None:
    """Of "or" one side is enough, of "and" both count."""
    assert is_welcome(expression) is expected
