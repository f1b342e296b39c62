"""Folders of sources to measure with: from a file of articles, or a folder many times over."""

import gzip
import json
import re
from collections.abc import Iterator
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
