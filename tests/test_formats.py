"""One table of formats: each row is told apart from the others. That the manual tells them all: tests/docs."""

from collections import Counter

from generator.formats import BY_SUFFIX, FORMATS, name_format, suffix_of


def test_suffixes_and_media_types_are_of_one_format_each() -> None:
    """Two rows that claim the same would make one of them never count."""
    claimed = Counter(claim for row in FORMATS for claim in (*row.suffixes, *row.media_types))
    assert [claim for claim, times in claimed.items() if times > 1] == []
    assert all(suffix == suffix.lower() for suffix in BY_SUFFIX)


def test_a_message_of_a_mailbox_has_the_format_of_its_file() -> None:
    """`box.mbox#3` is an e-mail; a number sign in another name means nothing."""
    assert (suffix_of("a/Box.MBOX#3"), name_format("a/Box.MBOX#3")) == (".mbox", "e-mail")
    assert (suffix_of("No#3.txt"), name_format("No#3.txt"), name_format("a.mbox#0")) == (".txt", "plain text", "text")
