"""Folders of sources to measure with: from a file of articles, a folder many times over, or its sentences rearranged:
`python -m benchmarks.articles FOLDER OUT --count 10000`.
"""

import argparse
import gzip
import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

UNFIT = re.compile(r"[^A-Za-z0-9._-]+")
"""Characters that a file name goes without."""


def write_articles(articles: Path, folder: Path, *, limit: int | None = None) -> int:
    """Write each article of a .jsonl or .jsonl.gz file (`id`, `text`, perhaps `title`, `date`, `url`) as ID.txt.

    What else is known goes into the sidecar ID.yml. Gives back the number of articles.
    """
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for article in islice(read_articles(articles), limit):
        name = UNFIT.sub("_", str(article["id"]))[:100]
        (folder / f"{name}.txt").write_text(article["text"], encoding="utf-8", newline="")
        fields = {"title": article.get("title"), "published": article.get("date"), "url": article.get("url")}
        stated = {field: str(value) for field, value in fields.items() if value}
        if stated:
            (folder / f"{name}.yml").write_text(yaml.safe_dump(stated, allow_unicode=True), encoding="utf-8")
        count += 1
    return count


def read_articles(path: Path) -> Iterator[dict[str, Any]]:
    """The records of the file, one a line."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def copy_sources(folder: Path, out: Path, *, copies: int) -> None:
    """Write every file of `folder` so many times into `out`; each copy of a text ends with a sentence of its own."""
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        for copy in range(copies):
            target = out / (f"copy-{copy}" if copy else "") / file.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            ending = f"\n\nThis is copy number {copy} of the text.\n" if copy and file.suffix in (".txt", ".md") else ""
            target.write_bytes(file.read_bytes() + ending.encode())


NEIGHBOURS, RUN = 6, 3
"""An article is made of so many, by runs of so many sentences: it has a subject, as articles have."""
FIRST_DAY, DAYS = date(2015, 1, 1), 3650
SENTENCE_ENDS = re.compile(r"(?<=[.!?])[”\"]? +(?=[A-Z“\"])")


def rearrange_sentences(folder: Path, out: Path, *, count: int, words: int, seed: int) -> None:
    """Write so many new articles of about so many words: runs of sentences out of a few articles of `folder` each.

    Each has a title that is a sentence's beginning, a day of its own, and the names of what it is made of: names are
    fewer, and in more briefs each, than in as many articles of a newspaper.
    """
    texts = [file.read_text(encoding="utf-8") for file in sorted(folder.rglob("*.txt"))]
    sentences = [[s for s in SENTENCE_ENDS.split(" ".join(text.split())) if len(s.split()) > 4] for text in texts]
    sentences = [article for article in sentences if len(article) >= RUN]
    chance = random.Random(seed)
    out.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        near = [sentences[(number * NEIGHBOURS + at) % len(sentences)] for at in range(NEIGHBOURS)]
        body: list[str] = []
        while sum(len(paragraph.split()) for paragraph in body) < words:
            article = chance.choice(near)
            at = chance.randrange(len(article) - RUN + 1)
            body.append(" ".join(article[at : at + RUN]))
        title = f"{' '.join(chance.choice(chance.choice(near)).split()[:8]).rstrip('.,;:')} {number}"
        day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        lines = [title, f"{day:%A}, {day:%B} {day.day}, {day.year}", *body]
        (out / f"made-{number:05}.txt").write_text("\n\n".join(lines) + "\n", encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Make the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=600)
    parser.add_argument("--seed", type=int, default=13)
    options = parser.parse_args(arguments)
    rearrange_sentences(options.folder, options.out, count=options.count, words=options.words, seed=options.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))


def rearrange_sources(folder: Path, out: Path, *, number: int) -> None:
    """Write so many texts of about the usual length, each of paragraphs of the texts of `folder`, drawn at random.

    The same folder and number give the same files. A source of `folder` itself is taken as it is while there are some.
    """
    out.mkdir(parents=True, exist_ok=True)
    files = [file for file in sorted(folder.rglob("*")) if file.suffix in (".txt", ".md")]
    texts = [[part for part in file.read_text(encoding="utf-8").split("\n\n") if part.strip()] for file in files]
    draw = random.Random(number)
    for place in range(number):
        name = f"{files[place % len(files)].stem}-{place // len(files)}.txt"
        own = texts[place % len(texts)]
        drawn = [draw.choice(draw.choice(texts)) for _ in own[1:]]
        parts = own if place < len(files) else [own[0], *drawn]
        (out / name).write_text("\n\n".join(parts) + "\n", encoding="utf-8")
