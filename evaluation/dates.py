"""How well dates are found and understood: `python -m evaluation.dates GOLD [OUT.json]`.

GOLD is .jsonl or .jsonl.gz: one article a line, with `id`, `text`, `dct` (the day of writing) and `timex`: annotated
expressions with `start`, `end`, `type` and a TIMEX3 `value`. Some corpora annotate the first sentences of an article
only; so a second row counts what stands before the end of the last annotated expression. Expressions whose value is no
day, month or year ("now", "200", "P1Y") are right to find and no loss if they are not. Writes every mistake to OUT.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from generator.analysis import analyse
from generator.cleaning import clean
from generator.model import Analysis, Source
from generator.readers import read

Record = dict[str, Any]
CALENDAR = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
"""A TIMEX3 value that is a year, a month or a day."""
CONTEXT = 40


def read_gold(path: Path) -> list[Record]:
    """The articles of a gold file."""
    content = path.read_bytes()
    lines = (gzip.decompress(content) if path.suffix == ".gz" else content).splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def study(record: Record) -> Analysis:
    """The analysis of one article, dated by its day of writing."""
    sidecar = f"published: {record['dct']}\n".encode() if record.get("dct") else None
    return analyse(clean(read(Source("article.txt", "article", record["text"].encode(), sidecar))))


def compare(record: Record, analysis: Analysis, *, within: int) -> list[tuple[str, str]]:
    """What became of each expression before `within`, with its words: found, lost or stray; right, open or wrong."""
    wanted = [t for t in record["timex"] if t["type"] == "DATE" and t["start"] < within]
    rows: list[tuple[str, str]] = []
    taken: set[int] = set()
    for date in analysis.dates:
        start, end = date.span
        near = [t for t in record["timex"] if t["start"] < end and start < t["end"]]
        hit = next((t for t in near if t["type"] == "DATE" and t["start"] not in taken), None)
        words = f"{show(record['text'], start, end)} = {date.value} ({date.rule})"
        if hit is None:
            rows += [("stray", words)] if not near and start < within else []
            continue
        taken.add(hit["start"])
        rows.append(("found", words))
        if CALENDAR.fullmatch(hit["value"]):
            is_wrong_year = bool(date.value) and (date.value or "")[:4] != hit["value"][:4]
            verdict = "right" if date.value == hit["value"] else "open" if date.value is None else "wrong"
            rows.append(("wrong year" if is_wrong_year else verdict, f"{words}, not {hit['value']}"))
    lost = (t for t in wanted if t["start"] not in taken and CALENDAR.fullmatch(t["value"]))
    return [*rows, *(("lost", show(record["text"], t["start"], t["end"])) for t in lost)]


def show(text: str, start: int, end: int) -> str:
    """The words with those around them."""
    return " ".join(f"{text[max(0, start - CONTEXT) : start]}[{text[start:end]}]{text[end : end + CONTEXT]}".split())


def summarize(name: str, rows: Iterable[tuple[str, str]]) -> str:
    """One row of the table."""
    count = Counter(kind for kind, _ in rows)
    found, stray, lost = count["found"], count["stray"], count["lost"]
    precision, recall = found / max(1, found + stray), found / max(1, found + lost)
    score = 2 * precision * recall / max(1e-9, precision + recall)
    valued = count["right"] + count["open"] + count["wrong"] + count["wrong year"]
    right = count["right"] / max(1, valued)
    return (
        f"{name:<16} F {score:.3f}  P {precision:.3f}  R {recall:.3f}  value right {right:.3f}"
        f"  open {count['open']}  wrong {count['wrong']}  wrong year {count['wrong year']} of {valued}"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure all articles and print both rows."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("out", type=Path, nargs="?")
    options = parser.parse_args(arguments)
    whole: list[tuple[str, str]] = []
    annotated: list[tuple[str, str]] = []
    for record in read_gold(options.gold):
        analysis = study(record)
        whole += compare(record, analysis, within=len(record["text"]))
        annotated += compare(record, analysis, within=max((t["end"] for t in record["timex"]), default=0))
    print(summarize("whole text", whole))
    print(summarize("annotated part", annotated))
    if options.out:
        mistakes = [row for row in whole if row[0] not in ("found", "right")]
        options.out.write_text(json.dumps(mistakes, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
