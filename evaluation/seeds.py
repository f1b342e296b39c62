"""Compare an export with a gold file of annotated sources: `python -m evaluation.seeds GOLD EXPORT`.

GOLD is a YAML file, EXPORT the folder that `briefs export EXPORT --format json` wrote. Prints a table, every gap and
every error by name, and writes them to EXPORT/seeds.out.json.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from evaluation.judging import (
    Record,
    Score,
    judge_credits,
    judge_field,
    judge_mentions,
    judge_names,
    judge_roles,
    judge_sentences,
    judge_summary,
    judge_title,
    match_entities,
    score,
)
from evaluation.speech import judge_claims, judge_drops, judge_events, judge_media, judge_quotations

JUDGES = {
    "title": judge_title,
    "publisher": lambda gold, found: judge_field("publisher", gold["publisher"]["value"], found),
    "published": lambda gold, found: judge_field("published", gold["published"]["iso"], found),
    "credits": judge_credits,
    "sentences": judge_sentences,
    "summary": judge_summary,
    "entities": judge_names,
    "mentions": judge_mentions,
    "roles": judge_roles,
    "quotations": judge_quotations,
    "claims": judge_claims,
    "via": judge_media,
    "events": judge_events,
    "cut lines": judge_drops,
}
"""What is compared, in the order of the table."""

Scores = dict[str, dict[str, Score]]
"""By document, then by what is compared."""


def compare(gold: Record, analyses: Mapping[str, Record], library: Record) -> Scores:
    """The scores of every document of the gold and of the links between them.

    `analyses` are by file name. A document that the export lacks has an error and no scores.
    """
    scores: Scores = {}
    for name, document in gold["documents"].items():
        found = analyses.get(document["file"])
        if found is None:
            scores[name] = {"file": Score(0, 1, (document["file"],), ("not in the export",))}
        else:
            scores[name] = {what: judge(document, found) for what, judge in JUDGES.items()}
    present = {n: analyses[d["file"]] for n, d in gold["documents"].items() if d["file"] in analyses}
    scores["across"] = judge_links(gold, present, library)
    return scores


def judge_links(gold: Record, found: Mapping[str, Record], library: Record) -> dict[str, Score]:
    """Whether entities of several documents are one where the gold says so, and only there; and related briefs."""
    pages: dict[str, dict[str, str]] = {}
    briefs = {PurePosixPath(brief["path"]).name: brief for brief in library["briefs"]}
    for name, record in found.items():
        document = gold["documents"][name]
        global_ids = briefs[document["file"]]["entities"]
        for local, entity in match_entities(document, record).items():
            pages.setdefault(entity, {})[name] = global_ids[local]
    links = gold.get("cross_links", {})
    shared = [row["id"] for row in links.get("shared_entities", ()) if row["id"][:2] in ("p:", "o:", "l:")]
    joined = [(entity, len(pages.get(entity, {})) > 1 and len(set(pages[entity].values())) == 1) for entity in shared]
    apart = [[pair.split(" ")[0] for pair in pairs] for pairs in links.get("related_but_not_same", ())]
    wrong = [f"{a} is {b}" for a, b in apart if set(pages.get(a, {}).values()) & set(pages.get(b, {}).values())]
    others = [(f"{name} is related", bool(briefs[gold["documents"][name]["file"]]["related"])) for name in found]
    return {"shared entities": score(joined, wrong), "related briefs": score(others if len(found) > 1 else [])}


def read_export(folder: Path) -> tuple[dict[str, Record], Record]:
    """The analyses by file name, and the library. Raises OSError where the folder holds no export."""
    lines = (folder / "analyses.jsonl").read_text(encoding="utf-8").split("\n")
    records = [json.loads(line) for line in lines if line]
    library = json.loads((folder / "library.json").read_text(encoding="utf-8"))
    return {PurePosixPath(record["path"]).name: record for record in records}, library


def show(scores: Scores) -> str:
    """The scores as a table, then every gap and error by name."""
    lines = [f"{'document':<10} {'what':<16} {'right':>5} {'of':>4} {'errors':>7}"]
    rows = [(name, what, found) for name, judged in scores.items() for what, found in judged.items()]
    lines += [f"{n:<10} {w:<16} {found.right:>5} {found.of:>4} {len(found.errors):>7}" for n, w, found in rows]
    total, right = sum(found.of for *_, found in rows), sum(found.right for *_, found in rows)
    lines.append(f"{'all':<27} {right:>5} {total:>4} {sum(len(found.errors) for *_, found in rows):>7}\n")
    for name, what, found in rows:
        lines += [f"missing  {name} {what}: {gap}" for gap in found.missing]
    for name, what, found in rows:
        lines += [f"error    {name} {what}: {error}" for error in found.errors]
    return "\n".join(lines)


def as_record(scores: Scores) -> dict[str, Any]:
    """The scores as plain values."""
    return {name: {what: found.as_record() for what, found in judged.items()} for name, judged in scores.items()}


def main(arguments: list[str]) -> int:
    """Compare, print and write; the exit code."""
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    gold_file, folder = map(Path, arguments)
    gold = yaml.load(gold_file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    scores = compare(gold, *read_export(folder))
    print(show(scores))
    (folder / "seeds.out.json").write_text(json.dumps(as_record(scores), indent=1, ensure_ascii=False) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
