"""How often the language door is right, beside the figures of the version that shipped:

    python -m evaluation.language CORPORA [--part test|dev] [--json FILE] [--accept]

Names by type on each set, as the site finds them (model and rules together); sentence ends, by the rules that ship and
by the model; parts of speech, UAS and LAS on the treebanks. Every figure is an F of exact spans, as `training.score`
defines it. `--accept` makes the figures of this run those of the version that ships (`evaluation/language.json`).
"""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path

from generator.language.en.model import Reading, read_text
from generator.language.packs import find_names, find_sentences
from generator.model import Span
from training.corpora import read_trees
from training.score import list_sets, score_names, score_trees

SHIPPED = Path(__file__).parent / "language.json"
NAMES = ("all", "Person", "Organization", "Place", "Event", "any type")
TREES = ("ends", "pos", "UAS", "LAS")
Figures = Mapping[str, Mapping[str, float]]


def read_names(text: str, spans: list[Span]) -> Reading:
    """The names as the site finds them."""
    return Reading((), (), find_names(text, spans, "en"))


def read_ends(text: str, spans: list[Span]) -> Reading:
    """The sentences as the site finds them."""
    return Reading((), find_sentences(text, spans, "en"), ())


def read_model(text: str, spans: list[Span]) -> Reading:
    """All that the model says."""
    return read_text(text, spans)


def measure_names(corpora: Path, part: str) -> dict[str, dict[str, float]]:
    """F by type for each set."""
    return {
        f"names, {name}": {kind: round(tally.f, 3) for kind, tally in score_names(records, read_names, []).items()}
        for name, records in list_sets(corpora, part).items()
    }


def measure_trees(corpora: Path, part: str) -> dict[str, dict[str, float]]:
    """F of sentence ends, parts of speech and parse for each treebank, cut into its paragraphs."""
    table = {}
    for treebank in ("gum", "ewt"):
        trees = list(read_trees(corpora / "trees" / f"{treebank}-{part}.conllu.gz"))
        rules = score_trees(trees, read_ends, blocks="paragraphs")
        model = score_trees(trees, read_model, blocks="paragraphs")
        table[f"sentences by rules, {treebank.upper()}"] = {"ends": round(rules["ends"].f, 3)}
        table[f"model, {treebank.upper()}"] = {name: round(model[name].f, 3) for name in TREES}
    return table


def print_table(figures: Figures, shipped: Figures, columns: tuple[str, ...]) -> None:
    """Each figure with that of the shipped version behind it."""
    print(f"{'':<30}" + "".join(f"{column:>16}" for column in columns))
    for name, row in figures.items():
        if not row.keys() & set(columns):
            continue
        before = shipped.get(name, {})
        cells = [
            f"{row[column]:.3f} ({before[column]:.3f})" if column in before else f"{row[column]:.3f}      -  "
            if column in row else ""
            for column in columns
        ]  # fmt: skip
        print(f"{name:<30}" + "".join(f"{cell:>16}" for cell in cells))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--part", choices=("test", "dev"), default="test")
    parser.add_argument("--json", type=Path, default=None)
    parser.add_argument("--accept", action="store_true")
    given = parser.parse_args()
    names, trees = measure_names(given.corpora, given.part), measure_trees(given.corpora, given.part)
    kept: dict[str, Figures] = json.loads(SHIPPED.read_text(encoding="utf-8")) if SHIPPED.exists() else {}
    print("F; in brackets: as shipped")
    print_table(names, kept.get(given.part, {}), NAMES)
    print_table(trees, kept.get(given.part, {}), TREES)
    figures = {**names, **trees}
    if given.json:
        given.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    if given.accept:
        SHIPPED.write_text(json.dumps({**kept, given.part: figures}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
