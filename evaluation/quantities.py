"""What is found of figures: `python -m evaluation.quantities [OUT.json]`.

Each sentence of `quantities.txt` is studied as a text of its own. Prints a row for each in which others are found
than wanted, then how many figures are wanted, found and right; OUT.json has all rows.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from evaluation.polarity import study
from generator.model import Analysis, Quantity
from generator.text.wordlists import load_sections

SENTENCES = Path(__file__).resolve().parent / "quantities.txt"


class Case(NamedTuple):
    """A sentence with the figures that are wanted of it."""

    section: str
    wanted: tuple[str, ...]
    sentence: str


def list_cases() -> Iterator[Case]:
    """All sentences."""
    for section, lines in load_sections(str(SENTENCES)):
        for wanted, _, sentence in (line.partition(" | ") for line in lines):
            yield Case(section, tuple(one.strip() for one in wanted.split(";") if one != "-"), sentence)


def tell(found: Analysis) -> tuple[str, ...]:
    """The figures of a text, in the form of the list."""
    return tuple(_tell(one, found.document.text) for one in found.quantities)


def _tell(one: Quantity, text: str) -> str:
    value = f"{_plain(one.value)}..{_plain(one.until)}" if one.until is not None else _plain(one.value)
    words = f"{one.span.of(text)} = {value}" + (f" {one.unit}" if one.unit else "")
    return words + (f" of {one.counted.of(text)}" if one.counted else "")


def _plain(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)


def main(arguments: list[str]) -> int:
    """Study all sentences and print; the exit code."""
    rows = [(case, tell(study(case.sentence))) for case in list_cases()]
    for case, told in rows:
        if set(told) != set(case.wanted):
            print(f"{'; '.join(case.wanted) or '-'} | {'; '.join(told) or '-'} | {case.sentence}")
    for section in dict.fromkeys(case.section for case, _ in rows):
        some = [(set(case.wanted), set(told)) for case, told in rows if case.section == section]
        counts = [sum(map(len, sets)) for sets in zip(*((w, t, w & t) for w, t in some), strict=True)]
        print(
            f"{section:<10} {len(some):>4} sentences, wanted {counts[0]:>4}, found {counts[1]:>4}, right {counts[2]:>4}"
        )
    if arguments:
        told_of = [{**case._asdict(), "told": told} for case, told in rows]
        Path(arguments[0]).write_text(json.dumps(told_of, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
