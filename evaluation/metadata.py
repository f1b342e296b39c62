"""Whether title and day of publication are right: `python -m evaluation.metadata GOLD [OUT]`.

GOLD is .yml: a list of sources with `name` (its suffix is the format), `title` and `date` (null: not stated), and
`text`, or `file`, a path beside GOLD. `{body}` in a text stands for the paragraphs of an article. Prints how many are
right, beside what trafilatura says of the same web pages, and every mistake; writes each answer to OUT
(metadata.out.json). Titles are compared by their words; a wrong date is one that is given and is another.
"""

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import trafilatura
import yaml

from generator.build import study
from generator.model import Source

Record = dict[str, Any]
BODY = (
    "The harbour of Westport will open again on Monday, the mayor said on Friday after a long meeting of the council.",
    "It had been closed since a storm in December, and many ships went to other harbours on the coast of the country.",
    "The mayor of Westport thanked the crews of the ships that had stayed in the harbour for all these weeks.",
)
"""What stands for `{body}`."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Answer:
    """What one tool says of one source, beside what is right."""

    name: str
    tool: str
    title: str | None
    date: str | None
    gold_title: str | None
    gold_date: str | None

    @property
    def has_title(self) -> bool:
        """Whether the title is right, by its words."""
        return _fold(self.title) == _fold(self.gold_title)

    @property
    def has_date(self) -> bool:
        """Whether the day is right: none where none is stated."""
        return self.date == self.gold_date


def _fold(text: str | None) -> list[str]:
    return _WORD.findall((text or "").casefold())


def load(path: Path) -> Iterator[tuple[Record, bytes]]:
    """The records of a gold file with the contents of their sources."""
    for record in yaml.safe_load(path.read_text("utf-8")):
        if "file" in record:
            yield record, (path.parent / record["file"]).read_bytes()
            continue
        is_page = record["name"].endswith(".html")
        body = "".join(f"<p>{line}</p>" for line in BODY) if is_page else "\n\n".join(BODY)
        yield record, record["text"].replace("{body}", body).encode()


def ask(record: Record, content: bytes) -> Iterator[Answer]:
    """What is found in one source; in a web page also what trafilatura finds."""
    name, date = record["name"], str(record["date"])[:10] if record["date"] else None
    found = study(Source(name, "page", content), summary_sentences=1).analysis
    metadata = found.metadata if found else None
    title, day = (metadata.title.value, metadata.published.value) if metadata else (None, None)
    yield Answer(name, "briefs", title, (day or "")[:10] or None, record["title"], date)
    if name.endswith((".html", ".htm")):
        other = trafilatura.extract_metadata(content.decode("utf-8", "replace"))
        yield Answer(name, "trafilatura", other.title, other.date, record["title"], date)


def report(answers: Sequence[Answer]) -> Iterator[str]:
    """The table, line by line."""
    yield f"{'':<24}{'sources':>8}{'title right':>13}{'date right':>12}{'date wrong':>12}"
    for tool in ("briefs", "trafilatura"):
        for kind, suffixes in (("pages", (".html", ".htm")), ("dumps", (".txt",))):
            rows = [a for a in answers if a.tool == tool and a.name.endswith(suffixes)]
            wrong = sum(bool(a.date) and not a.has_date for a in rows)
            if rows:
                right = f"{sum(a.has_title for a in rows):>13}{sum(a.has_date for a in rows):>12}{wrong:>12}"
                yield f"{tool + ', ' + kind:<24}{len(rows):>8}{right}"
    for a in answers:
        if a.tool == "briefs" and not (a.has_title and a.has_date):
            yield f"  {a.name}: {a.title!r}, {a.date}; right: {a.gold_title!r}, {a.gold_date}"


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("out", type=Path, nargs="?", default=Path("metadata.out.json"))
    options = parser.parse_args()
    answers = [answer for record, content in load(options.gold) for answer in ask(record, content)]
    print("\n".join(report(answers)))
    options.out.write_text(json.dumps([asdict(answer) for answer in answers], ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    main()
