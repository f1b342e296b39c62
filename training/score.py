"""Measure the model as it ships: names, sentence ends, parts of speech and parse, on the dev or the test sets.

    python -m training.score CORPORA [--part dev|test] [--model GRAPH.onnx] [--plain] [--errors FILE]

Names count when span and type are exact; titles, a leading "the" and a possessive count for nothing on either side, and
what the gold marks with a type that is none of ours is left out. A sentence end counts at its exact character. A word
counts for the parse when its span, its head's span and (LAS) the relation without subtype are right (as in the CoNLL
2018 shared task); F over gold and found words, so that wrong tokens cost too.
"""

import argparse
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from generator.language.en.model import Reading
from generator.language.en.model.reading import MODEL, read_text
from generator.model import Span
from training.corpora import KINDS, Tree, read_trees
from training.examples import place_trees

TITLE = re.compile(
    r"^(?:(?:the|mr|mrs|ms|dr|sir|lord|prof|president|prime minister|minister|secretary|senator|sen|gen|lt|col|capt|"
    r"king|queen|prince|princess|pope|datuk|seri|tan|sri|sheikh|hon|rev|chief|judge|justice|governor|mayor|ambassador|"
    r"chairman|former|vice|deputy|foreign)\b\.?\s+)+",
    re.IGNORECASE,
)
TAIL = re.compile(r"(?:['’]s?|[\s,;:])$")
TESTS = {"UNER-PUD": "ner-uner-pud", "GUM": "ner-gum", "re3d": "ner-re3d", "CrossNER politics": "ner-crossner-politics"}
Reader = Callable[[str, list[Span]], Reading]


@dataclass(slots=True)
class Tally:
    """Right, too much, missed."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def add(self, wanted: set[Any], found: set[Any]) -> None:
        """Count one text."""
        self.right += len(wanted & found)
        self.extra += len(found - wanted)
        self.missed += len(wanted - found)

    @property
    def f(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.extra + self.missed)


def find_lines(text: str) -> list[Span]:
    """The lines of a text that hold more than white space."""
    return [Span(*match.span()) for match in re.finditer(r"\S[^\n]*", text)]


def trim(text: str, start: int, end: int) -> Span:
    """A name without what does not count."""
    if (match := TITLE.match(text[start:end])) and match.end() < end - start:
        start += match.end()
    while end > start and (match := TAIL.search(text[start:end])):
        end -= len(match[0])
    return Span(start, end)


def score_names(records: Iterable[dict[str, Any]], read: Reader, errors: list[str]) -> dict[str, Tally]:
    """Tallies by type; `all` leaves events out."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for record in records:
        text = record["text"]
        marked = [(trim(text, s, e), KINDS[label]) for s, e, label in record["ents"] if label in KINDS]
        # Where no event is marked, nobody looked for one.
        kinds = {"Person", "Organization", "Place", *(kind for _, kind in marked)}
        wanted = set(marked)
        names = read(text, find_lines(text)).names
        found = {(trim(text, *name.span), name.type) for name in names if name.type in kinds}
        unknown = [Span(s, e) for s, e, label in record["ents"] if label not in KINDS]
        unknown += [Span(*span) for span in record.get("missing", ())]
        found = {item for item in found if item in wanted or not any(item[0].overlaps(span) for span in unknown)}
        for kind in kinds:
            tallies[kind].add({w for w in wanted if w[1] == kind}, {f for f in found if f[1] == kind})
        tallies["all"].add({w for w in wanted if w[1] != "Event"}, {f for f in found if f[1] != "Event"})
        tallies["any type"].add({w[0] for w in wanted}, {f[0] for f in found})
        for sign, items in (("-", wanted - found), ("+", found - wanted)):
            errors += [
                f"{record['id']}\t{item[0].start}\t{sign}\t{item[1]}\t{item[0].of(text)}\t"
                f"{text[max(0, item[0].start - 50) : item[0].end + 40]!r}"
                for item in items
            ]
    return tallies


def read_records(path: Path) -> list[dict[str, Any]]:
    """The records of a gzipped JSON-lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def score_trees(trees: Iterable[Tree], read: Reader, *, blocks: str) -> dict[str, Tally]:
    """Tallies of `ends`, `words`, `pos`, `UAS` and `LAS`. `blocks`: the source's `paragraphs`, one for the `document`,
    or the gold `sentences`."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for _, group in groupby(trees, key=lambda tree: tree.document):
        own = list(group)
        text, paragraphs, placed = place_trees(own)
        whole = [Span(spans[0].start, spans[-1].end) for spans in placed]
        given = {"paragraphs": paragraphs, "document": [Span(0, len(text))], "sentences": whole}[blocks]
        if blocks == "document":
            text = text.replace("\n", " ")
        reading = read(text, given)
        tallies["ends"].add({span.end for span in whole}, {span.end for span in reading.sentences})
        gold, found = set(), set()
        for tree, spans in zip(own, placed, strict=True):
            for word, span in zip(tree.words, spans, strict=True):
                gold.add((span, word.pos, spans[word.head] if word.head >= 0 else span, word.relation.split(":")[0]))
        for token in reading.tokens:
            found.add((token.span, token.pos, reading.tokens[token.head].span, token.relation.split(":")[0]))
        for name, part in (("words", slice(1)), ("pos", slice(2)), ("UAS", slice(0, 3, 2))):
            tallies[name].add({g[part] for g in gold}, {f[part] for f in found})
        tallies["LAS"].add({(g[0], *g[2:]) for g in gold}, {(f[0], *f[2:]) for f in found})
    return tallies


def show(name: str, tallies: dict[str, Tally], columns: Iterable[str]) -> str:
    """One row of the table."""
    cells = [f"{tallies[column].f:.3f}" if column in tallies else "" for column in columns]
    return "| " + " | ".join([name, *cells]) + " |"


def head(columns: Iterable[str]) -> str:
    """The head of a table."""
    names = ["set", *columns]
    return "| " + " | ".join(names) + " |\n|" + " --- |" * len(names)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--part", choices=("dev", "test"), default="dev")
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--plain", action="store_true", help="without the document's say on names")
    parser.add_argument("--only", choices=("names", "trees"), default=None)
    parser.add_argument("--errors", type=Path, default=None)
    given = parser.parse_args()

    def read(text: str, spans: list[Span]) -> Reading:
        return read_text(text, spans, model=given.model, consistent=not given.plain)

    if given.only != "trees":
        print_names(given.corpora, given.part, read, given.errors)
    if given.only != "names":
        print_trees(given.corpora, given.part, read)


def list_sets(corpora: Path, part: str) -> dict[str, list[dict[str, Any]]]:
    """The sets of names by what they are called."""
    if part == "test":
        return {name: read_records(corpora / "test" / f"{file}.jsonl.gz") for name, file in TESTS.items()}
    records = read_records(corpora / "dev" / "ner.jsonl.gz")
    sources = sorted({record["source"] for record in records})
    return {source: [record for record in records if record["source"] == source] for source in sources}


def print_names(corpora: Path, part: str, read: Reader, log: Path | None) -> None:
    """The table of names."""
    sets = list_sets(corpora, part)
    columns = ("all", "Person", "Organization", "Place", "Event", "any type")
    print(head(columns))
    errors: list[str] = []
    for name, records in sets.items():
        print(show(name, score_names(records, read, errors), columns), flush=True)
    if log:
        log.write_text("\n".join(errors), encoding="utf-8")


def print_trees(corpora: Path, part: str, read: Reader) -> None:
    """The table of sentence ends and parse."""
    columns = ("ends", "words", "pos", "UAS", "LAS")
    print(head(columns))
    for treebank in ("gum", "ewt"):
        trees = list(read_trees(corpora / "trees" / f"{treebank}-{part}.conllu.gz"))
        for blocks in ("paragraphs", "document", "sentences"):
            tallies = score_trees(trees, read, blocks=blocks)
            print(show(f"{treebank.upper()}, blocks: {blocks}", tallies, columns), flush=True)


if __name__ == "__main__":
    main()
