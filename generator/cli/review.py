"""`briefs review`: what only a person can decide, for a terminal or for another program."""

import json
import shutil
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.curation import OVERRIDES, WORDLIST
from generator.model import Analysis, Doubt, Evidence, Library, Problem
from generator.rendering.exports.contract import record_of
from generator.text.unicode import one_line

_SHOWN = 400
"""Characters of a sentence."""


def review_lines(library: Library, seeds: Path, *, as_json: bool = False) -> Iterator[str]:
    """The questions, those that affect most briefs first, and the entries that match nothing, line by line."""
    unmatched = [problem for problem in library.problems if is_of_curator(problem)]
    if as_json:
        found = {"doubts": library.doubts, "problems": unmatched}
        yield json.dumps({name: list(map(record_of, values)) for name, values in found.items()}, indent=1)
        return
    analyses = {brief.id: brief.analysis for brief in library.briefs}
    width = max(40, min(110, shutil.get_terminal_size().columns))
    for problem in unmatched:
        yield f"{problem.severity.upper()}: {problem}"
    for number, doubt in enumerate(library.doubts, 1):
        yield from _doubt(number, doubt, analyses, width)
    count = len(library.doubts)
    yield (
        f"{count} to decide; paste one answer of each into {seeds.name}/{OVERRIDES}." if count else "Nothing to decide."
    )


def is_of_curator(problem: Problem) -> bool:
    """Whether it is one of the files in which the curator writes, and not of a source."""
    return problem.path.startswith((OVERRIDES, WORDLIST))


def _doubt(number: int, doubt: Doubt, analyses: Mapping[str, Analysis], width: int) -> Iterator[str]:
    yield from textwrap.wrap(f"{number}. {one_line(doubt.question, _SHOWN)}  [briefs: {doubt.briefs}]", width)
    for place in doubt.evidence:
        words = f"{place.brief}: {one_line(_sentence(analyses[place.brief], place), _SHOWN)}"
        yield from textwrap.wrap(words, width, initial_indent="   ", subsequent_indent="     ")
    for answer in doubt.answers:
        yield ""
        yield f"   {one_line(answer.label, _SHOWN)}:"
        # As it is to be pasted: in full, at the left.
        yield from answer.yaml.rstrip().splitlines()
    yield ""


def _sentence(analysis: Analysis, place: Evidence) -> str:
    """The sentence that holds the words, else the words themselves."""
    text = analysis.document.text
    return next((span.of(text) for span in analysis.sentences if span.holds(place.span)), place.span.of(text))
