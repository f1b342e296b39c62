"""One table of formats: README tells the same ones, and each row is told apart from the others."""

import re
from collections import Counter
from pathlib import Path

from generator.formats import BY_SUFFIX, FORMATS, name_format, suffix_of

ROOT = Path(__file__).parents[1]


def test_readme_tells_every_format() -> None:
    """The table "What it reads" names the suffixes of the table of formats, and no others."""
    table = (ROOT / "README.md").read_text(encoding="utf-8").partition("## What it reads")[2].partition("\n##")[0]
    named = {suffix for line in table.splitlines() for suffix in re.findall(r"`(\.[\w.]+)`", line.split(" | ")[0])}
    assert named - set(BY_SUFFIX) == set(BY_SUFFIX) - named == set()


def test_suffixes_and_media_types_are_of_one_format_each() -> None:
    """Two rows that claim the same would make one of them never count."""
    claimed = Counter(claim for row in FORMATS for claim in (*row.suffixes, *row.media_types))
    assert [claim for claim, times in claimed.items() if times > 1] == []
    assert all(suffix == suffix.lower() for suffix in BY_SUFFIX)


def test_a_message_of_a_mailbox_has_the_format_of_its_file() -> None:
    """`box.mbox#3` is an e-mail; a number sign in another name means nothing."""
    assert (suffix_of("a/Box.MBOX#3"), name_format("a/Box.MBOX#3")) == (".mbox", "e-mail")
    assert (suffix_of("No#3.txt"), name_format("No#3.txt"), name_format("a.mbox#0")) == (".txt", "plain text", "text")
