"""The word lists about who says what and when; one entry a line, `#` before a comment. Read once, on first use."""

from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"


@cache
def load_list(name: str) -> tuple[str, ...]:
    """The entries of `generator/data/NAME.txt`, in order, without comments and blank lines."""
    lines = (line.strip() for line in (DATA / f"{name}.txt").read_text(encoding="utf-8").split("\n"))
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def load_set(name: str) -> frozenset[str]:
    """The entries of `generator/data/NAME.txt` as a set."""
    return frozenset(load_list(name))
