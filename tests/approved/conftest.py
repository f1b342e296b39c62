"""Records: what was found, as text, held against the file that was approved. `make approve` writes them anew.

Processors of different kinds differ in the last digits of the network's arithmetic, so that a word in the balance falls
here to one side, there to the other. The first line of a record names the arithmetic with which it was made: with the
same one every line must be the same, with another one some may differ.
"""

import difflib
import hashlib
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from generator.language.en.model.reading import load_session
from generator.language.en.model.words import BREAK, START

RECORDS = Path(__file__).parent / "records"
MOST = 60
"""Lines of a difference that are shown."""
FEW, SHARE = 12, 0.01
"""Lines of a record that another arithmetic may change, and the share of a long one."""


@pytest.fixture(scope="session")
def arithmetic() -> str:
    """What the network makes of numbers here, to the last digit, as a digest."""
    words = np.arange(60, dtype=np.int64)[None]
    ids = np.concatenate([[[START]], 1000 + 37 * words, [[BREAK]]], axis=1)
    given = {"ids": ids, "cases": ids % 2, "first": words + 1, "stops": words // 59}
    outputs = load_session().run(None, given)
    return hashlib.sha256(b"".join(np.ascontiguousarray(output).tobytes() for output in outputs)).hexdigest()[:12]


@pytest.fixture
def approve(request: pytest.FixtureRequest, arithmetic: str) -> Callable[[str, Iterable[str]], None]:
    """Compare lines with those of a record; under `--accept` write them down."""

    def compare(name: str, lines: Iterable[str]) -> None:
        file = RECORDS / f"{name}.txt"
        found = "".join(f"{line}\n" for line in lines)
        if request.config.getoption("--accept"):
            file.write_text(f"arithmetic {arithmetic}\n{found}", encoding="utf-8", newline="\n")
            return
        head, _, known = (file.read_text(encoding="utf-8") if file.is_file() else "").partition("\n")
        allowed = 0 if head == f"arithmetic {arithmetic}" else max(FEW, int(SHARE * known.count("\n")))
        if count_changes(known, found) > allowed:
            pytest.fail(explain(name, known, found), pytrace=False)

    return compare


def count_changes(known: str, found: str) -> int:
    """How many lines of either text are not in the other one, where they follow each other."""
    if known == found:
        return 0
    return sum(line[0] in "+-" for line in list(difflib.unified_diff(known.splitlines(), found.splitlines(), n=0))[2:])


def explain(name: str, known: str, found: str) -> str:
    """What differs from a record, and what to do about it."""
    lines = difflib.unified_diff(known.splitlines(), found.splitlines(), "approved", "found", lineterm="", n=2)
    told = [*islice(lines, MOST), "..."][:MOST]
    how = f"{name}.txt: other findings than those approved. Where each is right: make approve, and read the difference."
    return "\n".join([how, *told])
