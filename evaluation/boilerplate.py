"""How well chrome is told from article: `python -m evaluation.boilerplate GOLD [OUT] [--half N]`.

GOLD is .jsonl or .jsonl.gz: one page a line, with `id`, `full_text` (a web page dumped to text) and `lines`, pairs of
a line and whether it belongs to the article (1) or not (0), in order; lines may be left out. Prints precision, recall
and F by characters, the pages without a wrong line, and the worst pages; writes every wrong line to OUT
(boilerplate.out.json). The first row counts whatever is not cut as kept; the second only what is read as the text of
the article, without its title, standfirst, dates, authors, credits and captions, which gold files often leave out.
`--half 0` or `--half 1` takes the pages of one half only, parted by the digest of their ids: rules are tuned on half 0
and measured on half 1.
"""

import argparse
import gzip
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from generator.cleaning import clean
from generator.errors import SourceError
from generator.model import Source
from generator.readers import read

Record = dict[str, Any]
ASIDE = frozenset({"title", "standfirst", "dateline", "byline", "credit", "caption"})
"""Kinds of blocks that are kept beside the text of the article."""
SHOWN = 10
"""Worst pages that are printed."""


@dataclass(frozen=True, slots=True)
class WrongLine:
    """A line that was kept though it is chrome, or cut though it is the article's."""

    kept: bool
    line: str
    reason: str | None
    """Why it was cut."""


@dataclass(frozen=True, slots=True)
class PageScore:
    """One page: characters of the article that were kept, of chrome that was kept, of the article that were cut."""

    id: str
    right: int
    extra: int
    lost: int
    wrong: tuple[WrongLine, ...]
    labelled: int = 0
    """Characters of `extra` that are labelled as title, standfirst, date line, byline, credit or caption."""


def measure(page: Record) -> PageScore:
    """Clean one page and compare it with its lines, found one after the other in the text."""
    text: str = page["full_text"]
    try:
        document = clean(read(Source(f"{page['id']}.txt", "page", text.encode("utf-8", "replace"))))
        text, blocks = document.text, document.blocks
    except SourceError:
        blocks = ()
    reasons: list[str | None] = ["outside every block"] * len(text)
    aside = bytearray(len(text))
    for block in blocks:
        size = block.span.end - block.span.start
        reason = (block.reason or "boilerplate") if block.kind == "boilerplate" else None
        reasons[block.span.start : block.span.end] = [reason] * size
        aside[block.span.start : block.span.end] = bytes([block.kind in ASIDE]) * size
    return compare(page["id"], text, page["lines"], reasons, aside)


def compare(
    name: str, text: str, lines: Sequence[tuple[str, int]], reasons: Sequence[str | None], aside: bytes | bytearray
) -> PageScore:
    """The score of a text whose characters were cut for these reasons (None: kept); `aside` marks those of labels."""
    at = right = extra = lost = labels = 0
    wrong = []
    for line, belongs in lines:
        found = text.find(line, at)
        if found < 0:
            lost += len(line) * belongs
            continue
        at = found + len(line)
        kept = sum(reason is None for reason in reasons[found:at])
        right += kept * belongs
        extra += kept * (not belongs)
        labels += sum(aside[found:at]) * (not belongs)
        lost += (len(line) - kept) * belongs
        if (kept * 2 >= len(line)) != bool(belongs):
            wrong.append(WrongLine(not belongs, line, reasons[found]))
    return PageScore(name, right, extra, lost, tuple(wrong), labels)


def precision_recall_f(scores: Sequence[PageScore]) -> tuple[float, float, float]:
    """Over all characters of all pages, from 0 to 1."""
    right = sum(score.right for score in scores)
    kept, wanted = right + sum(s.extra for s in scores), right + sum(s.lost for s in scores)
    precision, recall = right / kept if kept else 0.0, right / wanted if wanted else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def load(path: Path) -> Iterator[Record]:
    """The pages of a gold file."""
    content = path.read_bytes()
    lines = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8").split("\n")
    yield from (json.loads(line) for line in lines if line.strip())


def half_of(name: str) -> int:
    """Which half a page belongs to, by its id: 0 or 1."""
    return hashlib.sha256(name.encode()).digest()[0] % 2


def report(scores: Sequence[PageScore]) -> Iterator[str]:
    """The table, line by line."""
    precision, recall, f = precision_recall_f(scores)
    yield f"boilerplate, by characters: F {f:.3f}  precision {precision:.3f}  recall {recall:.3f}"
    bare = precision_recall_f([replace(score, extra=score.extra - score.labelled) for score in scores])
    yield f"of the text of the article alone:  F {bare[2]:.3f}  precision {bare[0]:.3f}  recall {bare[1]:.3f}"
    yield f"pages without a wrong line: {sum(not score.wrong for score in scores)} of {len(scores)}"
    yield "worst pages (chrome kept, article cut, in characters):"
    for score in sorted(scores, key=lambda score: -score.extra - score.lost)[:SHOWN]:
        yield f"  {score.id}: {score.extra} kept, {score.lost} cut"


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("out", type=Path, nargs="?", default=Path("boilerplate.out.json"))
    parser.add_argument("--half", type=int, choices=(0, 1))
    options = parser.parse_args()
    scores = [measure(page) for page in load(options.gold) if options.half in (None, half_of(page["id"]))]
    print("\n".join(report(scores)))
    options.out.write_text(json.dumps([asdict(score) for score in scores], ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    main()
