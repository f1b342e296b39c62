"""What each measure of a sentence counts in a summary: `python -m training.summaries GOLD`.

A ridge regression on the half of GOLD that `evaluation.summaries --half 0` takes: from the measures of a sentence
(`generator/analysis/summaries/merits.py`) to what it shares with people's summaries and, where GOLD has them, with
`model_summaries` (ROUGE-1, -2 and -L as F, mean of all), each text with mean 0 and deviation 1. Prints the weights.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from evaluation.summaries.__main__ import analyse_record, read_gold, take_half
from evaluation.summaries.rouge import rouge
from generator.analysis.summaries.choosing import CANDIDATES
from generator.analysis.summaries.merits import Measures, measure
from generator.analysis.summaries.sentences import content_words
from generator.model import Analysis

RIDGE = 40.0


def list_examples(record: dict[str, Any], analysis: Analysis) -> tuple[Any, Any, Any]:
    """The measures of the sentences of a text, a row each, what each shares with the summaries, and its weight."""
    text, sentences = analysis.document.text, analysis.sentences[:CANDIDATES]
    said = [span.of(text) for span in sentences]
    measures = np.array(measure(analysis, sentences, [content_words(sentence) for sentence in said]))
    wanted = [*record["summaries"], *(summary["text"] for summary in record.get("model_summaries", ()))]
    shared = np.array([np.mean([sum(rouge(sentence, summary)) for summary in wanted]) for sentence in said])
    return measures, (shared - shared.mean()) / (shared.std() + 1e-6), np.full(len(said), len(said) ** -0.5)


def fit(measures: Any, shared: Any, weights: Any) -> Measures:
    """The weights of the measures, by weighted ridge regression on measures of deviation 1."""
    deviation = measures.std(0) + 1e-9
    scaled = (measures - np.average(measures, axis=0, weights=weights)) / deviation
    weighted = scaled * weights[:, None]
    solved = np.linalg.solve(weighted.T @ scaled + RIDGE * np.eye(scaled.shape[1]), weighted.T @ shared)
    return Measures(*(solved / deviation))


def main(arguments: Sequence[str]) -> None:
    """Fit and print."""
    records = take_half(read_gold(Path(arguments[0])), 0)
    read = [(record, analyse_record(record)) for record in records]
    examples = [list_examples(record, analysis) for record, analysis in read if analysis]
    measures, shared, weights = (np.concatenate(part) for part in zip(*examples, strict=True))
    for name, number in fit(measures, shared, weights)._asdict().items():
        print(f"    {name}={number:.2f},")


if __name__ == "__main__":
    main(sys.argv[1:])
