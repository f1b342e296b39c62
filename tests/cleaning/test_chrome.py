"""Lines that are chrome by their words."""

import pytest

from generator.cleaning.chrome import find_chrome


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2 mins read", "reading time"),
        ("ALSO READ: Storm damage", "related links"),
        ("Don’t Miss", "related links"),
        ("» Read more «", "related links"),
        ("Share on Facebook", "share buttons"),
        ("1,204 Shares", "share buttons"),
        ("This website uses cookies to improve your experience.", "cookies and privacy"),
        ("© 2021 Westport Daily", "copyright"),
        ("Sign up for our newsletter", "newsletter or subscription"),
        ("Updated 3 hours ago", "time stamp"),
        ("14:05 GMT", "time stamp"),
        ("* * *", "no words"),
        ("#harbour #storm", "tags"),
        ("Your browser does not support audio.", "technical notice"),
    ],
)
def test_chrome_is_known_with_its_reason(text: str, reason: str) -> None:
    """Case, marks at either end and the numbers in the line do not matter."""
    assert find_chrome(text) == reason


@pytest.mark.parametrize(
    "text",
    [
        "The harbour opened again on Monday.",
        "Related to the strike, the port lost two ships.",
        "Share prices fell on Monday after the news.",
        "Follow-up talks are planned for next week.",
        "Reading between the lines, the mayor is unhappy.",
        "Subscribers left in great numbers.",
        "“Read my lips,” he said.",
        "Copyrighted works were found on the servers of the company " * 20,
    ],
)
def test_prose_is_not_chrome(text: str) -> None:
    """Words that also begin buttons do not make a sentence one."""
    assert find_chrome(text) is None
