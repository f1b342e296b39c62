"""Texts broken off anywhere are read without a fault: `python -m evaluation.prefixes TEXTS... [--out FILE]`.

TEXTS are files of records (.jsonl, .jsonl.gz with `text`), of trees (.conllu, .conllu.gz) or folders of plain texts.
Each text is cut at its sentence ends and at chance characters, and each piece up to there is read, cleaned and analysed
as a source of its own; what is found is held against the piece. A fault is whatever a user would be asked to report.
"""

import argparse
import gzip
import json
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from benchmarks.articles import read_articles
from generator.build import study
from generator.checking import check
from generator.faults import is_fault
from generator.language.packs import find_sentences
from generator.model import Source, Span
from generator.readers import read

TEXTS = (".txt", ".md")


@dataclass(frozen=True, slots=True)
class Text:
    """A whole text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What went wrong with one piece of a text."""

    name: str
    end: int
    """Where the text was cut."""
    what: str
    tail: str
    """The last words of the piece."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What came of one text."""

    pieces: int
    faults: tuple[Fault, ...]


def read_texts(path: Path) -> Iterator[Text]:
    """The texts of a file of records or trees, or of a folder."""
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.suffix in TEXTS and file.is_file())
        yield from (Text(str(file.relative_to(path)), file.read_text("utf-8", "replace")) for file in files)
    elif ".conllu" in path.suffixes:
        yield from read_trees(path)
    else:
        for number, record in enumerate(read_articles(path), 1):
            yield Text(str(record.get("id") or record.get("doc") or number), record["text"])


def read_trees(path: Path) -> Iterator[Text]:
    """The documents of a file of trees, a sentence a line, a blank line before each paragraph."""
    name, lines = "", list[str]()
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        for line in file:
            value = line.partition("=")[2]
            if line.startswith("# newdoc"):
                if lines:
                    yield Text(name, " ".join(lines))
                name, lines = value.strip(), []
            elif line.startswith("# newpar") and lines:
                lines.append("\n\n")
            elif line.startswith("# text ="):
                lines.append(value.strip())
    if lines:
        yield Text(name, " ".join(lines))


def choose_cuts(text: str, seed: str, *, ends: int | None, places: int) -> list[int]:
    """Where the text is cut: at its sentence ends (at most `ends` of them, by chance) and at chance characters."""
    chance = random.Random(seed)
    sentences = [sentence.end for sentence in find_sentences(text, [Span(0, len(text))], "en")]
    if ends is not None and len(sentences) > ends:
        sentences = chance.sample(sentences, ends)
    anywhere = chance.sample(range(1, len(text) + 1), min(places, len(text)))
    return sorted({*sentences, *anywhere})


def read_piece(piece: str, sidecar: str = "") -> Iterator[str]:
    """What a user would be asked to report of one piece."""
    source = Source("piece.txt", "piece", piece.encode("utf-8", "replace"), sidecar.encode() or None)
    found = study(source, summary_sentences=5)
    problems = [found.problem] if found.problem else []
    if found.analysis:
        problems += [*found.analysis.problems, *check(found.analysis, read(source))]
    yield from (problem.what for problem in problems if problem.severity == "error" or is_fault(problem))


def try_text(text: Text, *, ends: int | None, places: int) -> Tally:
    """Read every piece of one text."""
    cuts = choose_cuts(text.text, text.name, ends=ends, places=places)
    faults = [
        Fault(text.name, end, what, text.text[max(0, end - 80) : end])
        for end in cuts
        for what in read_piece(text.text[:end])
    ]
    return Tally(len(cuts), tuple(faults))


def report(tallies: Sequence[Tally], seconds: float) -> Iterator[str]:
    """The table, line by line."""
    faults = [fault for tally in tallies for fault in tally.faults]
    broken = len({(fault.name, fault.end) for fault in faults})
    pieces = sum(tally.pieces for tally in tallies)
    yield f"{len(tallies):,} texts, {pieces:,} pieces, {broken:,} with a fault ({seconds:,.0f} s)"
    for what, count in Counter(fault.what for fault in faults).most_common(30):
        first = next(fault for fault in faults if fault.what == what)
        yield f"  {count:>5} {what}: {first.name}, character {first.end}: {first.tail!r}"


def main() -> None:
    """Read, print and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--places", type=int, default=50, help="chance characters at which each text is cut")
    parser.add_argument("--ends", type=int, help="sentence ends at which each text is cut, at most; all if left out")
    parser.add_argument("--limit", type=int, help="texts taken of each file, by chance")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path("prefixes.out.json"))
    options = parser.parse_args()
    start, rows = time.perf_counter(), []
    for path in options.texts:
        texts = list(read_texts(path))
        if options.limit is not None and len(texts) > options.limit:
            texts = random.Random(0).sample(texts, options.limit)
        work = partial(try_text, ends=options.ends, places=options.places)
        if options.workers == 1:
            tallies = [work(text) for text in texts]
        else:
            with ProcessPoolExecutor(options.workers) as pool:
                tallies = list(pool.map(work, texts, chunksize=4))
        print(path.name, "\n".join(report(tallies, time.perf_counter() - start)), flush=True)
        rows.append({"texts": path.name, "read": [asdict(tally) for tally in tallies]})
    options.out.write_text(json.dumps(rows, ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    main()
