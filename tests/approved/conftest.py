"""Records: what was found, as text, held against the file that was approved. `make approve` writes them anew."""

import difflib
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path

import pytest

RECORDS = Path(__file__).parent / "records"
MOST = 60
"""Lines of a difference that are shown."""


@pytest.fixture
def approve(request: pytest.FixtureRequest) -> Callable[[str, Iterable[str]], None]:
    """Compare lines with those of a record; under `--accept` write them down."""

    def compare(name: str, lines: Iterable[str]) -> None:
        file = RECORDS / f"{name}.txt"
        found = "".join(f"{line}\n" for line in lines)
        if request.config.getoption("--accept"):
            file.write_text(found, encoding="utf-8", newline="\n")
            return
        known = file.read_text(encoding="utf-8") if file.is_file() else ""
        if found != known:
            pytest.fail(explain(name, known, found), pytrace=False)

    return compare


def explain(name: str, known: str, found: str) -> str:
    """What differs from a record, and what to do about it."""
    lines = difflib.unified_diff(known.splitlines(), found.splitlines(), "approved", "found", lineterm="", n=2)
    told = [*islice(lines, MOST), "..."][:MOST]
    how = f"{name}.txt: other findings than those approved. Where each is right: make approve, and read the difference."
    return "\n".join([how, *told])
