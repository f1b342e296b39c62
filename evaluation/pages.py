"""The text of articles on web pages, beside trafilatura's: `python -m evaluation.pages FOLDER`.

For each page of FOLDER: words that are kept as the article's (program code with them, which is labelled as such), words
that trafilatura extracts from the same page, what part of trafilatura's words is kept, and what part of the words kept
is also trafilatura's. The first part below 1 is text lost; the second below 1 is text that only the labels keep:
titles, captions and lists.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import trafilatura

from generator.cleaning import clean
from generator.errors import SourceError
from generator.model import Source
from generator.readers import read

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Row:
    """One page."""

    name: str
    kept: int
    extracted: int
    both: int


def measure(name: str, content: bytes) -> Row:
    """The words of one page, counted with their repetitions."""
    theirs = trafilatura.extract(content.decode("utf-8", "replace"), include_comments=False) or ""
    try:
        document = clean(read(Source(name, "page", content)))
        kept = [
            block.span.of(document.text)
            for block in document.blocks
            if block.kind != "boilerplate" or block.reason == "code"
        ]
    except SourceError:
        kept = []
    mine, other = (Counter(_WORD.findall(text.casefold())) for text in ("\n".join(kept), theirs))
    return Row(name, mine.total(), other.total(), (mine & other).total())


def report(rows: list[Row]) -> Iterator[str]:
    """The table, line by line."""
    yield f"{'page':<52}{'kept':>7}{'trafilatura':>13}{'of theirs':>11}{'of ours':>9}"
    rows = [*rows, Row("all", *(sum(getattr(row, part) for row in rows) for part in ("kept", "extracted", "both")))]
    for row in rows:
        parts = f"{row.both / max(1, row.extracted):>11.3f}{row.both / max(1, row.kept):>9.3f}"
        yield f"{row.name[:50]:<52}{row.kept:>7}{row.extracted:>13}{parts}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    files = sorted(parser.parse_args().folder.glob("*.htm*"))
    print("\n".join(report([measure(file.name, file.read_bytes()) for file in files])))


if __name__ == "__main__":
    main()
