"""Sentences of the world's press: the names in them, whole and with the right types."""

import re
from pathlib import Path

import pytest

from generator.analysis.names.entities import group_names
from generator.language.packs import find_names
from generator.model import Span

MARK = re.compile(r"<([POLE]) ([^>]+)>")
"""A name in the table, with its type."""
TYPES = {"P": "Person", "O": "Organization", "L": "Place", "E": "Event"}
LINES = [
    line
    for line in Path(__file__).with_name("world_press.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("line", LINES)
def test_names_of_the_world(line: str) -> None:
    """Each name of the table is found with its type, and nothing else is."""
    text = MARK.sub(r"\2", line)
    names = find_names(text, [Span(0, len(text))], "en")
    found = sorted((name.span, group.type) for group in group_names(text, names) for name in group.names)
    assert [(span.of(text), kind) for span, kind in found] == [(m[2], TYPES[m[1]]) for m in MARK.finditer(line)]
