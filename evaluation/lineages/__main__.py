"""Which pairs of short reports are found to be of one origin: `python -m evaluation.lineages`.

`texts.txt` has the reports, `pairs.txt` what each pair is by the words alone; agencies that are credited do not count
here. Each pair is linked as a collection of its own, so that no third text helps, once with the days of
publication and once without. Prints each pair that is found otherwise than wanted, and the count by section: one
origin or not, and whether versions are told from wording.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from generator.analysis import analyse
from generator.cleaning import clean
from generator.linking.lineages.tracing import find_lineages
from generator.model import Analysis, Field, Source
from generator.readers import read
from generator.text.wordlists import load_sections

HERE = Path(__file__).resolve().parent


class Pair(NamedTuple):
    """Two texts, and what they have to do with each other."""

    section: str
    wanted: str
    one: str
    other: str


def list_pairs() -> Iterator[Pair]:
    """All pairs, by section."""
    for section, lines in load_sections(str(HERE / "pairs.txt")):
        for line in lines:
            wanted, one, other = (part.strip() for part in line.split("|"))
            yield Pair(section, wanted, one, other)


@cache
def load_texts() -> Mapping[str, tuple[str, str]]:
    """The day and the words of each text, by name."""
    return {name: (lines[0], " ".join(lines[1:])) for name, lines in load_sections(str(HERE / "texts.txt"))}


@cache
def study(name: str) -> Analysis:
    """All that is found in one text, with its day."""
    day, words = load_texts()[name]
    return analyse(
        clean(read(Source(f"{name}.md", name, f"---\npublished: {day}\nlanguage: en\n---\n\n{words}\n".encode())))
    )


def tell(pair: Pair, *, dated: bool) -> str:
    """What is found of a pair: version, wording or none."""
    both = [study(name) for name in (pair.one, pair.other)]
    found = find_lineages(both if dated else [undate(analysis) for analysis in both], {})
    return next((lineage.kind for lineage in found if lineage.kind != "wire"), "none")


def undate(analysis: Analysis) -> Analysis:
    """The analysis without the day of publication."""
    return replace(analysis, metadata=replace(analysis.metadata, published=Field(None, "missing")))


def main() -> int:
    """Print what is found otherwise than wanted, and the counts."""
    for dated in (True, False):
        print("with days of publication" if dated else "without days")
        rows = [(pair, tell(pair, dated=dated)) for pair in list_pairs()]
        for section, group in groupby(rows, key=lambda row: row[0].section):
            told = list(group)
            for pair, found in told:
                if found != pair.wanted:
                    print(f"    {pair.one}, {pair.other}: {found}, wanted {pair.wanted}")
            print(f"  {count_right(told):3} of {len(told):3}  {section}")
        joined = [(pair.wanted != "none", found != "none") for pair, found in rows]
        print(f"  one origin: {write_score(joined)}; kinds right: {count_right(rows)} of {len(rows)}")
    return 0


def count_right(rows: Sequence[tuple[Pair, str]]) -> int:
    """Pairs of which is told what is wanted."""
    return sum(pair.wanted == found for pair, found in rows)


def write_score(rows: Sequence[tuple[bool, bool]]) -> str:
    """Of (wanted, found) the precision and recall, in words."""
    right = sum(wanted and found for wanted, found in rows)
    claimed, all_ = sum(found for _, found in rows), sum(wanted for wanted, _ in rows)
    return f"{right} of {all_} found, {claimed - right} of {claimed} falsely"


if __name__ == "__main__":
    sys.exit(main())
