"""Roles of people against annotated pairs, by kind of pair: `python -m evaluation.roles GOLD EXPORT`.

GOLD is .jsonl or .jsonl.gz with a text and `roles` (person, role, kind) a line, EXPORT the folder that `briefs export
EXPORT --format json` wrote of the same texts. A pair is found where a role of somebody with the person's last word has
half of the role's words. Prints a table; kinship and forms of address are also counted apart.
"""

import gzip
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from generator.language.en.persons import classify_person

Record = Mapping[str, Any]
WORD = re.compile(r"\w+")


def read_lines(path: Path) -> list[Record]:
    """The records of a file of JSON lines, gzipped or not."""
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in raw.decode("utf-8").split("\n") if line.strip()]


def is_found(pair: Record, entities: Iterable[Record]) -> bool:
    """Whether a role of the export is that of the gold."""
    person, wanted = pair["person"].lower().split()[-1], words(pair["role"])
    return any(
        person in entity["name"].lower() and 2 * len(wanted & words(role["title"])) >= len(wanted)
        for entity in entities
        for role in entity["roles"]
    )


def words(text: str) -> set[str]:
    """The words of a text, in lower case."""
    return set(WORD.findall(text.lower()))


def name_rows(pair: Record) -> Iterator[str]:
    """The rows of the table in which a pair counts."""
    kind = "apposition" if pair["kind"].startswith("appos") else pair["kind"]
    said = {classify_person(word.strip(".,")) or classify_person(word) for word in pair["role"].split()[-1:]}
    apart = next((name for name in ("relation", "address") if name in said), "other")
    yield from (kind, f"  {kind}, {apart}", "all")


def compare(gold: Iterable[Record], found: Mapping[str, Record]) -> dict[str, list[int]]:
    """Pairs found and pairs in all, by row. Texts that the export lacks have no pair found."""
    rows: dict[str, list[int]] = {}
    for record in gold:
        name = re.sub(r"[^A-Za-z0-9._-]+", "_", str(record["id"]))
        entities = found.get(name, {}).get("entities", ())
        for pair in record["roles"]:
            hit = is_found(pair, entities)
            for row in name_rows(pair):
                counts = rows.setdefault(row, [0, 0])
                counts[0] += hit
                counts[1] += 1
    return rows


def show(rows: Mapping[str, list[int]]) -> str:
    """The table."""
    order = sorted(rows, key=lambda row: (row == "all", row.strip(), row))
    lines = [f"{'pairs':<24} {'found':>5} {'of':>4} {'recall':>7}"]
    return "\n".join(
        [*lines, *(f"{r:<24} {rows[r][0]:>5} {rows[r][1]:>4} {rows[r][0] / rows[r][1]:>7.3f}" for r in order)]
    )


def main(arguments: list[str]) -> int:
    """Compare and print; the exit code."""
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    gold, export = map(Path, arguments)
    analyses = {PurePosixPath(row["path"]).stem: row for row in read_lines(export / "analyses.jsonl")}
    print(show(compare(read_lines(gold), analyses)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
