"""The sentences and small collections of `evaluation/` and of `words/`, own work, in the hands of the whole house.

In `evaluation/` one kind of finding is measured; here stands all that is found. Halves that are held out stay out:
whoever reads a record that holds them has opened them. `words/` has words of lists that stand nowhere else.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from evaluation import french, oppositions, polarity, quantities, turns
from evaluation.answers import asking
from evaluation.events import sentences
from evaluation.lineages.__main__ import load_texts
from evaluation.lineages.__main__ import study as study_report
from generator.build import build
from generator.linking import link
from generator.settings import Settings
from generator.text.wordlists import load_sections
from tests.approved.conftest import RECORDS
from tests.approved.telling import tell_library
from tests.approved.test_chains import study_text

Approve = Callable[[str, Iterable[str]], None]
WORDS = Path(__file__).parent / "words"
PAGE = (
    "Harbour opens again after the storm\n\n{}\n\nThe harbour of Westport opened again on Monday, the council said. "
    "Ships may enter, but the old pier stays closed.\n\nNobody was hurt in the storm.\n"
)
"""What stands around a line."""
BATCH = 15
"""Sentences that are studied as one text."""


def group(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    """The sentences of each section, a few at a time."""
    sections: dict[str, list[str]] = {}
    for section, sentence in pairs:
        sections.setdefault(section, []).append(sentence)
    for section, members in sections.items():
        for at in range(0, len(members), BATCH):
            yield section, members[at : at + BATCH]


def study_groups(pairs: Iterable[tuple[str, str]], published: str, language: str = "en") -> Iterator[str]:
    """What is found in sentences, each a paragraph."""
    for section, some in group(pairs):
        yield f"# {section}"
        yield from study_text("\n\n".join(some), f"published: {published}\nlanguage: {language}\n")


def study_happenings() -> Iterator[str]:
    """Sentences with happenings, and decoys."""
    yield from study_groups(
        ((case.section, case.sentence) for case in sentences.list_cases("dev")), sentences.PUBLISHED
    )


def study_polarity() -> Iterator[str]:
    """Sentences that deny, doubt, demand or ask."""
    yield from study_groups(((case.section, case.sentence) for case in polarity.list_cases()), "2022-05-01")


def study_quantities() -> Iterator[str]:
    """Sentences with figures."""
    yield from study_groups(((case.section, case.sentence) for case in quantities.list_cases()), "2022-05-01")


def study_french() -> Iterator[str]:
    """French sentences, by the day on which they were written."""
    for file in french.FILES:
        cases = french.list_cases(file, "dev")
        for head in dict.fromkeys((case.language, case.written) for case in cases):
            pairs = ((file, case.text) for case in cases if (case.language, case.written) == head)
            yield from study_groups(pairs, head[1], head[0])


def study_turns() -> Iterator[str]:
    """Transcripts, each a file."""
    for case in turns.list_cases():
        yield f"# {case.name}"
        yield from study_text(case.text, "", case.name)


def study_oppositions() -> Iterator[str]:
    """Collections of a few lines in which something opposes something."""
    for case in oppositions.list_cases():
        briefs = [oppositions.study(number, *brief) for number, brief in enumerate(case.briefs, 1)]
        yield f"# {case.name}"
        yield from tell_library(link(briefs))


def study_reports() -> Iterator[str]:
    """Short reports, some of one origin, linked as one collection."""
    yield from tell_library(link([study_report(name) for name in load_texts()]))


def study_answers(folder: Path) -> Iterator[str]:
    """Texts on twenty subjects, as files of one collection."""
    for name, text in asking.list_texts():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    yield from tell_library(build(Settings(seeds=folder, workers=1)))


def study_words(name: str, language: str) -> Iterator[str]:
    """Sentences with words that stand nowhere else."""
    sections = load_sections(str(WORDS / f"{name}.txt"))
    pairs = ((section, line) for section, lines in sections for line in lines)
    yield from study_groups(pairs, "2022-05-04", language)


def study_lines() -> Iterator[str]:
    """Lines between the title and the text of a page, each on a page of its own."""
    for section, lines in load_sections(str(WORDS / "lines.txt")):
        yield f"# {section}"
        for line in lines:
            yield from study_text(PAGE.format(line.replace(" ¶ ", "\n\n")), "")


SETS: Mapping[str, Callable[[], Iterator[str]]] = {
    "french": study_french,
    "happenings": study_happenings,
    "oppositions": study_oppositions,
    "polarity": study_polarity,
    "quantities": study_quantities,
    "reports": study_reports,
    "turns": study_turns,
    "words": lambda: study_words("english", "en"),
    "words-french": lambda: study_words("french", "fr"),
    "words-lines": study_lines,
}


@pytest.mark.parametrize("name", SETS)
def test_the_house_finds_what_was_approved(name: str, approve: Approve) -> None:
    """In the sentences of a set the house finds what it found when somebody last read the record."""
    approve(f"sets/{name}", SETS[name]())


def test_the_texts_of_questions_hold_what_was_approved(approve: Approve, tmp_path: Path) -> None:
    """The same of the texts that are asked."""
    approve("sets/answers", study_answers(tmp_path))


def test_each_record_has_its_set() -> None:
    """A record whose set is gone is gone too."""
    assert sorted(file.stem for file in (RECORDS / "sets").iterdir()) == sorted([*SETS, "answers"])
