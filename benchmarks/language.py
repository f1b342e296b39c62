"""How fast the language door is, on one core: `python -m benchmarks.language FOLDER [--json FILE]`.

FOLDER is any folder of .txt files. Their text is joined and cut into documents of 600 words, as news articles have.
Measured in a process of its own: loading, words a second for all that `generator.language` does to an English document
(language, sentences, names, and the parse that comes with them), peak memory. Prints a table and writes it to `--json`.
"""

import argparse
import json
import re
import resource
import time
from collections.abc import Iterator
from pathlib import Path

from generator.language.en.model import read_text
from generator.language.packs import detect_language, find_names, find_sentences
from generator.model import Span

WORDS = 600
DOCUMENTS = 60
_BLOCK = re.compile(r"\S[^\n]*")


def cut_documents(text: str) -> Iterator[str]:
    """Documents of `WORDS` words, with their line breaks."""
    places = [match.start() for match in re.finditer(r"\S+", text)]
    for at in range(0, len(places) - WORDS, WORDS):
        yield text[places[at] : places[at + WORDS]]


def read(text: str) -> int:
    """Everything that the door does to one document; the number of its names."""
    spans = [Span(match.start(), match.start() + len(match[0].rstrip())) for match in _BLOCK.finditer(text)]
    detect_language(text)
    find_sentences(text, spans, "en")
    return len(find_names(text, spans, "en"))


def measure(folder: Path) -> dict[str, float]:
    """The table: seconds, words a second, MiB."""
    text = "\n\n".join(file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.txt")))
    documents = list(cut_documents(text))[:DOCUMENTS]
    start = time.perf_counter()
    read_text("It rained.", [Span(0, 10)])
    loading = time.perf_counter() - start
    start, clock = time.process_time(), time.perf_counter()
    names = sum(map(read, documents))
    seconds, wall = time.process_time() - start, time.perf_counter() - clock
    return {
        "documents of 600 words": len(documents),
        "load, s": round(loading, 3),
        "words a second of processor time": round(len(documents) * WORDS / seconds),
        "words a second of wall time": round(len(documents) * WORDS / wall),
        "names": names,
        "peak memory, MiB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", type=Path, default=Path("language.out.json"))
    given = parser.parse_args()
    table = measure(given.folder)
    for name, value in table.items():
        print(f"{name:<36}{value:>12,}")
    given.json.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
