"""The texts, the questions, and at which place the right sentence comes."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.model import Library
from generator.rendering.answers import answer
from generator.rendering.catalog import make_catalog
from generator.settings import Settings
from generator.text.wordlists import load_pairs

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"


@dataclass(frozen=True)
class Asked:
    """A question that was asked."""

    question: str
    rank: int
    """The place of the right sentence, from 1; 0: it is not among the first five."""
    first: str
    """The first answer, empty: none."""


def load_questions() -> dict[str, str]:
    """Each question with words of the sentence that answers it."""
    return load_pairs(str(HERE / "questions.txt"))


def write_texts(seeds: Path) -> None:
    """Write the two seeds and the twenty texts as sources."""
    seeds.mkdir(parents=True)
    for seed in SEEDS.glob("*.txt"):
        shutil.copy(seed, seeds)
    for name, text in list_texts():
        (seeds / f"{name}.txt").write_text(text, encoding="utf-8")


def list_texts() -> Iterator[tuple[str, str]]:
    """The twenty texts by name."""
    text = (HERE / "texts.txt").read_text(encoding="utf-8")
    for part in text.split("\n## ")[1:]:
        name, _, body = part.partition("\n")
        yield name, body


def ask_all(library: Library, settings: Settings, questions: dict[str, str]) -> list[Asked]:
    """Ask each question; straight apostrophes in the right words count as curly ones."""
    catalog = make_catalog(library, settings, "file")
    found = []
    for question, right in questions.items():
        replies = answer(catalog, question).answers
        briefs = catalog.briefs
        texts = [
            briefs[one.brief].analysis.sentences[one.sentence].of(briefs[one.brief].analysis.document.text)
            for one in replies
        ]
        ranks = [at for at, text in enumerate(texts, 1) if right.casefold() in text.casefold()]
        found.append(Asked(question, min(ranks, default=0), texts[0] if texts else ""))
    return found
