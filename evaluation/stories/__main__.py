"""Themes and related briefs beside gold: `python -m evaluation.stories GOLD EXPORT`.

GOLD is a table of `id`, story and wider lines (`wikinews.tsv`), or articles one a line (.jsonl.gz) with `topic` or
`cluster`; EXPORT the folder that `briefs export EXPORT --format json --seeds DIR` wrote, with a source ID.txt for each.
Prints B-cubed of the themes (Bagga and Baldwin 1998), once over all briefs and once over those that the gold has in a
story with others, and how many related briefs are of the same story.
"""

import argparse
import json
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.articles import read_articles

SHOWN = 3


class Place(NamedTuple):
    """Where the gold has an article."""

    story: str
    lines: frozenset[str] = frozenset()


class Score(NamedTuple):
    """B-cubed."""

    precision: float
    recall: float

    @property
    def f(self) -> float:
        """The harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def read_gold(path: Path) -> dict[str, Place]:
    """The place of each article by the stem of its source."""
    if path.suffix != ".tsv":
        found = read_articles(path)
        return {stem(row.get("id") or row["doc"]): Place(row.get("cluster") or row["topic"]) for row in found}
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {row[0]: Place(row[1] or row[0], frozenset("".join(row[2:]).split(",")) - {""}) for row in rows}


def stem(name: str) -> str:
    """The name of an article's file, without its ending."""
    return re.sub(r"[^A-Za-z0-9._-]+", "_", name)[:120]


def score_groups(
    groups: Mapping[str, str], gold: Mapping[str, Place], counted: Iterable[str], place_of: Callable[[str], Place]
) -> Score:
    """B-cubed of groups, over the articles that are counted; what is of one line is not counted against a group."""
    precision, recall, total = 0.0, 0.0, 0
    for one in counted:
        mine = place_of(one)
        near = [other for other in groups if groups[other] == groups[one]]
        same = [other for other in groups if place_of(other).story == mine.story]
        right = sum(groups[other] == groups[one] for other in same)
        judged = [other for other in near if other in same or not place_of(other).lines & mine.lines]
        precision, recall, total = precision + right / len(judged), recall + right / len(same), total + 1
    return Score(precision / max(1, total), recall / max(1, total))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("export", type=Path)
    options = parser.parse_args()
    gold = read_gold(options.gold)
    library = json.loads((options.export / "library.json").read_text(encoding="utf-8"))
    for line in report(gold, library):
        print(line)


def report(gold: Mapping[str, Place], library: Mapping[str, Any]) -> Iterable[str]:
    """The lines that are printed."""
    names = {brief["id"]: Path(brief["path"]).stem for brief in library["briefs"]}
    groups = {name: name for name in names.values()}
    for theme in library["themes"]:
        groups |= {names[brief]: f"theme {theme['id']}" for brief in theme["briefs"]}

    def place_of(name: str) -> Place:
        return gold.get(name) or Place(name)

    told: dict[str, list[str]] = {}
    for name in groups:
        told.setdefault(place_of(name).story, []).append(name)
    several = [name for names in told.values() if len(names) > 1 for name in names]
    for words, counted in (("all briefs", list(groups)), ("briefs of a story with others", several)):
        score = score_groups(groups, gold, counted, place_of)
        yield f"themes, {words}: B3 F {score.f:.3f} P {score.precision:.3f} R {score.recall:.3f} ({len(counted)})"
    shown = [(names[b["id"]], names[r["brief"]]) for b in library["briefs"] for r in b["related"][:SHOWN]]
    same = sum(place_of(one).story == place_of(other).story for one, other in shown)
    near = sum(bool(place_of(one).lines & place_of(other).lines) for one, other in shown) if gold else 0
    counts = f"{same} of the same story, {near} of one line, {len(shown)}"
    yield f"themes: {len(library['themes'])}; related, first {SHOWN}: {counts}"


if __name__ == "__main__":
    main()
