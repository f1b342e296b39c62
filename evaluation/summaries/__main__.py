"""Summaries beside people's: `python -m evaluation.summaries GOLD [OUT.json] [--half N]`.

GOLD is .jsonl or .jsonl.gz: one text a line, with `id`, `text`, `genre` and `summaries`, what people wrote. The first
60 words of the chosen sentences are compared with these (ROUGE as F; of several people's the nearest), beside the
first three sentences and, where `sumy` and `pytextrank` are installed, LexRank, TextRank and LSA on the same sentences.
Prints a table and the share by genre, and writes both and what was chosen to OUT. `--half 0` takes the texts on which
weights and rules were chosen, `--half 1` the others.
"""

import argparse
import gzip
import json
import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.summaries.rivals import Choose, list_rivals
from evaluation.summaries.rouge import Rouge, best_rouge, clip
from generator.build import study
from generator.model import Analysis, Source

Record = dict[str, Any]
OURS, LEAD = "Briefs", "first three sentences"
SEED = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One text: what each program chose, and how near that is."""

    id: str
    genre: str
    chosen: Mapping[str, Sequence[int]]
    """Indexes of sentences, by program."""
    scores: Mapping[str, Rouge]


def read_gold(path: Path) -> list[Record]:
    """The texts that have a summary."""
    content = path.read_bytes()
    lines = (gzip.decompress(content) if path.suffix == ".gz" else content).decode().split("\n")
    return [record for line in lines if line.strip() and (record := json.loads(line)).get("summaries")]


def take_half(records: Sequence[Record], half: int | None) -> list[Record]:
    """One half of the texts, parted at random by a fixed seed; all of them for None."""
    ids = sorted(record["id"] for record in records)
    random.Random(SEED).shuffle(ids)
    wanted = {0: set(ids[: len(ids) // 2]), 1: set(ids[len(ids) // 2 :]), None: set(ids)}[half]
    return [record for record in records if record["id"] in wanted]


def analyse_record(record: Record) -> Analysis | None:
    """The analysis of one text; None where it cannot be read or has no sentence."""
    text = record.get("full_text") or record["text"]
    analysis = study(Source("article.txt", "article", text.encode()), summary_sentences=5).analysis
    return analysis if analysis and analysis.sentences else None


def compare(record: Record, analysis: Analysis, rivals: Mapping[str, Choose]) -> Row:
    """What each program chooses of a text, as many sentences as ours, beside people's summaries."""
    count = len(analysis.summary)
    chosen: dict[str, Sequence[int]] = {OURS: analysis.summary, LEAD: range(min(3, len(analysis.sentences)))}
    chosen |= {name: choose(analysis, count) for name, choose in rivals.items()}
    texts = {
        name: [analysis.sentences[at].of(analysis.document.text) for at in found] for name, found in chosen.items()
    }
    scores = {name: best_rouge(clip(" ".join(said)), record["summaries"]) for name, said in texts.items()}
    return Row(record["id"], record.get("genre", ""), {name: list(found) for name, found in chosen.items()}, scores)


def mean(rows: Sequence[Row], name: str) -> Rouge:
    """The means of a program's scores."""
    one, two, longest = (sum(column) / len(rows) for column in zip(*(row.scores[name] for row in rows), strict=True))
    return one, two, longest


def share(rows: Sequence[Row], name: str) -> float:
    """A program's three scores together, as a share of those of the first sentences."""
    return sum(mean(rows, name)) / (sum(mean(rows, LEAD)) or 1.0)


def show(rows: Sequence[Row]) -> Iterable[str]:
    """The table, then the share by genre."""
    yield f"{len(rows)} texts{'':<19} ROUGE-1  ROUGE-2  ROUGE-L   of the first three"
    for name in rows[0].scores:
        yield f"{name:<28}" + "".join(f"{number:>8.3f} " for number in mean(rows, name)) + f"{share(rows, name):>9.3f}"
    genres = defaultdict(list)
    for row in rows:
        genres[row.genre].append(row)
    yield from (f"  {genre:<26}{len(genres[genre]):>4} {share(genres[genre], OURS):>8.3f}" for genre in sorted(genres))


def as_record(rows: Sequence[Row]) -> Record:
    """The scores and choices as plain values."""
    scores = {name: {"rouge": mean(rows, name), "share": share(rows, name)} for name in rows[0].scores}
    return {"texts": len(rows), "scores": scores, "chosen": {row.id: row.chosen for row in rows}}


def main(arguments: Sequence[str] | None = None) -> None:
    """Compare, print and write."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.summaries")
    parser.add_argument("gold", type=Path)
    parser.add_argument("out", type=Path, nargs="?", default=Path("summaries.out.json"))
    parser.add_argument("--half", type=int, choices=(0, 1))
    options = parser.parse_args(arguments)
    rivals = list_rivals()
    read = [(record, analyse_record(record)) for record in take_half(read_gold(options.gold), options.half)]
    rows = [compare(record, analysis, rivals) for record, analysis in read if analysis]
    print("\n".join(show(rows)))
    options.out.write_text(json.dumps(as_record(rows), indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
