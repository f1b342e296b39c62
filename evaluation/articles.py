"""How much of clean articles is cut: `python -m evaluation.articles ARTICLES [OUT]`.

ARTICLES is .jsonl or .jsonl.gz: one article a line, with `id` and `text` and nothing around it. Whatever is labelled as
chrome in it is listed: sentences first, which nobody should miss, then lines.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.articles import read_articles
from generator.cleaning import clean
from generator.cleaning.chrome import is_sentence
from generator.model import Source
from generator.readers import read


@dataclass(frozen=True, slots=True)
class Cut:
    """A block that was left out of an article."""

    id: str
    reason: str
    text: str
    is_sentence: bool


def find_cuts(name: str, text: str) -> Iterator[Cut]:
    """What is left out of one article."""
    document = clean(read(Source(f"{name}.txt", "article", text.encode("utf-8", "replace"))))
    for block in document.blocks:
        if block.kind == "boilerplate":
            words = block.span.of(document.text)
            yield Cut(name, block.reason or "boilerplate", words, is_sentence(words))


def report(cuts: Sequence[Cut], articles: int) -> Iterator[str]:
    """The table, line by line."""
    sentences = [cut for cut in cuts if cut.is_sentence]
    yield f"{articles} articles: {len(sentences)} sentences cut, {len(cuts) - len(sentences)} lines cut"
    yield from (f"  {cut.id}: {cut.reason}: {cut.text[:100]}" for cut in sentences)


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("out", type=Path, nargs="?", default=Path("articles.out.json"))
    options = parser.parse_args()
    articles = list(read_articles(options.articles))
    cuts = [cut for article in articles for cut in find_cuts(article["id"], article["text"])]
    print("\n".join(report(cuts, len(articles))))
    options.out.write_text(json.dumps([asdict(cut) for cut in cuts], ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    main()
