"""The lines that a brief offers to put back what was cut are read back by the sidecar as those lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cleaning import clean
from generator.model import Source
from generator.readers import read
from generator.rendering.pages.text import write_keep
from generator.text.unicode import one_line

TEXT = """Harbour opens after eleven weeks

ALSO READ: "Storm" damage: it's #1 - {not} [so] | bad

The harbour of Westport will open again on Monday, the mayor said on Friday.

Subscribe to our newsletter & get more

© 2021 Westport Daily
"""


def test_what_is_offered_puts_everything_back() -> None:
    """With the offered YAML as its sidecar, nothing is cut from the source, and nothing is told as not found."""
    content = TEXT.encode()
    before = clean(read(Source("a.txt", "a", content)))
    cut = [block.span.of(TEXT) for block in before.blocks if block.kind == "boilerplate"]
    assert len(cut) >= 3
    after = clean(read(Source("a.txt", "a", content, write_keep(cut).encode())))
    assert [block.reason for block in after.blocks if block.kind == "boilerplate"] == []
    assert after.problems == ()


LINES = st.text(min_size=1).map(lambda text: one_line(text, 160)).filter(lambda text: text.strip("\ufffd"))


@given(st.lists(LINES, min_size=1, max_size=4))
def test_any_line_is_read_back(lines: list[str]) -> None:
    """Whatever a line holds, YAML's own marks included, the sidecar gives back that line."""
    document = read(Source("a.txt", "a", b"Some text stands here.", write_keep(lines).encode()))
    (kept,) = document.declarations
    assert (kept.field, kept.values, document.problems) == ("keep", tuple(lines), ())


@pytest.mark.parametrize("line", ["word " * 100 + "end", "x" * 400])
def test_a_long_line_is_offered_by_its_beginning(line: str) -> None:
    """An ellipsis stands for the rest, and still means the line."""
    yaml = write_keep([line])
    assert len(yaml) < 200
    document = clean(read(Source("a.txt", "a", f"Advertisement\n\n{line}".encode(), yaml.encode())))
    assert document.problems == ()
