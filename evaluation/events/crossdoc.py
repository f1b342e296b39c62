"""Happenings of several articles: `python -m evaluation.events.crossdoc GOLD.jsonl.gz FOLDER`.

GOLD has articles one a line (`doc`, `title`, `dct`, `text`) with `mentions` of events (`start`, `end`, `text`,
`cluster`), as MEANTIME gives them. Where FOLDER has no export the articles are written into `FOLDER/sources` with their
sidecars. Export them (`briefs export FOLDER/export --format json --seeds FOLDER/sources`) and call it again. Prints how
many happenings are found, with a participant and a day, and how well they are joined.

MEANTIME marks every predicate ("is", "said", "has") and neither participants nor days: only those are counted of which
a mention is one of `HAPPENINGS`, chosen from its words without a look at what is found; whether the day and the
participant are right it cannot say.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from benchmarks.articles import read_articles

Record = dict[str, Any]
HAPPENINGS = frozenset(
    {
        "accident", "accidents", "agree", "agreed", "agreement", "announced", "announcement", "announcements",
        "announces", "award", "ban", "banned", "bought", "buy", "buys", "ceremony", "conference", "court case",
        "crashed", "deal", "deals", "death", "died", "dies", "disaster", "disasters", "discovered", "fired", "forum",
        "hired", "inked", "introduced", "introduces", "introducing", "job cuts", "killed", "killing", "launch",
        "launched", "launches", "launching", "lawsuit", "merged", "named", "negotiations", "opened",
        "press conference", "protest", "published", "purchase", "purchased", "release", "released", "releases",
        "resignation", "resigned", "resigns", "rolled out", "rolling out", "rolls out", "settled", "settlement",
        "signed", "statement", "step down", "stepping down", "sued", "sues", "suit", "take over", "takeover", "talks",
        "tour", "trial", "unveil", "unveiled", "unveiling", "unveils", "upheld", "win", "winning", "wins", "won",
    }
)  # fmt: skip
"""Words of MEANTIME that tell a happening of the kinds."""
ACTORS = frozenset({"agent", "patient", "partner", "recipient"})


class Found(NamedTuple):
    """A happening of the gold in one article, as far as it is found."""

    doc: str
    cluster: str
    events: tuple[Record, ...]
    """Of the export's `events` of its source."""
    label: Hashable
    """The event of the collection, or of none, itself."""
    day: str | None
    """Of the event of the collection."""

    @property
    def has_actor(self) -> bool:
        """Whether a participant is named in its article."""
        return any(event["participants"] or has_named_actor(event) for event in self.events)


def has_named_actor(event: Record) -> bool:
    """Whether an argument that acts or is acted on is an entity."""
    return any(one["role"] in ACTORS and one["entity"] for one in event.get("arguments", ()))


def write_sources(articles: Sequence[Record], folder: Path) -> None:
    """The articles as sources with their titles and days."""
    folder.mkdir(parents=True)
    for article in articles:
        (folder / f"{article['doc']}.txt").write_text(article["text"], encoding="utf-8", newline="")
        stated = {"title": article["title"], "published": article["dct"]}
        (folder / f"{article['doc']}.yml").write_text(yaml.safe_dump(stated, allow_unicode=True), encoding="utf-8")


def find(articles: Sequence[Record], analyses: Mapping[str, Record], library: Record) -> list[Found]:
    """Each happening of each article that has a mention in a sentence, with what is found of it."""
    labels = read_labels(library)
    return [row for article in articles for row in find_in(article, analyses[article["doc"]], labels)]


def read_labels(library: Record) -> dict[tuple[str, int], Record]:
    """The event of the collection that each event of a source became."""
    paths = {brief["id"]: brief["path"] for brief in library["briefs"]}
    return {
        (paths[part["brief"]], part["event"]): event
        for event in library["events"]
        for part in event["evidence"]
        if part.get("event") is not None
    }


def find_in(article: Record, found: Record, labels: Mapping[tuple[str, int], Record]) -> Iterator[Found]:
    """The happenings of one article."""
    shift = found["text"].index(article["text"].strip()[:200]) - article["text"].index(article["text"].strip()[:200])
    clusters: dict[str, list[Record]] = {}
    for mention in article["mentions"]:
        if mention["kind"] == "event":
            clusters.setdefault(mention["cluster"], []).append(mention)
    for cluster, mentions in clusters.items():
        spans = [(mention["start"] + shift, mention["end"] + shift) for mention in mentions]
        is_told = any(overlaps(span, sentence) for span in spans for sentence in found["sentences"])
        if not is_told or HAPPENINGS.isdisjoint(mention["text"].lower() for mention in mentions):
            continue
        hits = [
            at
            for at, event in enumerate(found["events"])
            if event["kind"] and event["trigger"] and any(overlaps(event["trigger"], span) for span in spans)
        ]
        joined = next((labels[found["path"], at] for at in hits if (found["path"], at) in labels), None)
        label: Hashable = joined["id"] if joined else (article["doc"], cluster)
        day = (joined["date"] or joined.get("assumed")) if joined else None
        yield Found(article["doc"], cluster, tuple(found["events"][at] for at in hits), label, day)


def overlaps(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def score_b_cubed(gold: Sequence[Hashable], found: Sequence[Hashable]) -> tuple[float, float, float]:
    """B-cubed precision, recall and F of two ways to group the same things."""
    both, wanted, told = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    pairs = list(zip(gold, found, strict=True))
    precision = sum(both[pair] / told[pair[1]] for pair in pairs) / max(1, len(pairs))
    recall = sum(both[pair] / wanted[pair[0]] for pair in pairs) / max(1, len(pairs))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def count_links(rows: Sequence[Found]) -> tuple[int, int, int]:
    """Pairs of articles that tell of one happening: those of the gold, those found, those right."""
    gold, found, right = 0, 0, 0
    for one, other in combinations(rows, 2):
        if one.doc != other.doc:
            is_one, is_told = one.cluster == other.cluster, one.label == other.label
            gold, found, right = gold + is_one, found + is_told, right + (is_one and is_told)
    return gold, found, right


def report(rows: Sequence[Found]) -> Iterator[str]:
    """The table, line by line."""
    found = [row for row in rows if row.events]
    whole = [row for row in found if row.has_actor and row.day]
    local = [row for row in found if row.has_actor and any(has_day(event) for event in row.events)]
    yield f"happenings of the kinds in a sentence: {len(rows)}, found: {len(found)} ({share(found, rows)})"
    yield f"with a participant and a day in its article: {len(local)} ({share(local, rows)})"
    yield f"with a participant, and a day in the collection: {len(whole)} ({share(whole, rows)})"
    gold = [row.cluster for row in found]
    ways: dict[str, list[Hashable]] = {
        "as joined": [row.label for row in found],
        "each its own": list(range(len(found))),
        "by kind and day": [(row.events[0]["kind"], row.day or at) for at, row in enumerate(found)],
    }
    for name, labels in ways.items():
        precision, recall, f = score_b_cubed(gold, labels)
        yield f"B-cubed, {name}: precision {precision:.3f} recall {recall:.3f} F {f:.3f}"
    links = count_links(found)
    yield f"pairs of articles with one happening: gold {links[0]}, found {links[1]}, right {links[2]}"


def has_day(event: Record) -> bool:
    """Whether an event of a source has a day, stated or assumed."""
    return event["date"] is not None or bool(event.get("assumed"))


def share(part: Sequence[object], whole: Sequence[object]) -> str:
    """A part of a whole, to read."""
    return f"{len(part) / max(1, len(whole)):.2f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the sources, or measure and print; the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args(arguments)
    articles = list(read_articles(options.gold))
    sources, export = options.folder / "sources", options.folder / "export"
    if not export.exists():
        write_sources(articles, sources)
        print(f"now: briefs export {export} --format json --seeds {sources}")
        return 0
    records = [json.loads(line) for line in (export / "analyses.jsonl").read_text(encoding="utf-8").splitlines()]
    analyses = {Path(record["path"]).stem: record for record in records}
    library = json.loads((export / "library.json").read_text(encoding="utf-8"))
    print("\n".join(report(find(articles, analyses, library))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
