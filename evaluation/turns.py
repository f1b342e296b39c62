"""How many turns of transcripts have the right speaker: `python -m evaluation.turns [OUT.json]`.

Each case of `turns.txt` is studied as a file of its own. Prints a row for each paragraph whose speaker is wrong or
missing, then the count of each case and of all.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.analysis import analyse
from generator.cleaning import clean
from generator.model import Analysis, Source, Span
from generator.readers import read

CASES = Path(__file__).resolve().parent / "turns.txt"
NOBODY, APART = "-", "apart"
_CASE = re.compile(r"^=== (\S+)\n", re.MULTILINE)


class Answer(NamedTuple):
    """What a careful reader says of a paragraph, a person or a word."""

    kind: str
    """`turn`, `apart`, `role`, `nobody`."""
    words: str
    wanted: tuple[str, ...]


class Case(NamedTuple):
    """A file with its answers."""

    name: str
    text: str
    answers: tuple[Answer, ...]


class Outcome(NamedTuple):
    """What was found of one answer."""

    case: str
    answer: Answer
    told: str
    """`right`, `wrong`, `missing`."""
    found: str


def list_cases() -> Iterator[Case]:
    """All cases of the file."""
    parts = _CASE.split(CASES.read_text(encoding="utf-8"))[1:]
    for name, body in zip(parts[::2], parts[1::2], strict=True):
        text, _, answers = body.partition("\n---\n")
        yield Case(name, f"{text}\n", tuple(map(read_answer, answers.strip("\n").split("\n"))))


def read_answer(line: str) -> Answer:
    """One line below a text."""
    words, arrow, wanted = line.partition(" => ")
    if not arrow:
        return Answer("nobody", words.removesuffix(" nobody"), ())
    if words.endswith(" role"):
        return Answer("role", words.removesuffix(" role"), (wanted,))
    return Answer(APART if wanted == APART else "turn", words, tuple(wanted.split("|")))


def study(case: Case) -> Analysis:
    """All that is found in the file."""
    return analyse(clean(read(Source(case.name, case.name.partition(".")[0], case.text.encode()))))


def judge_case(case: Case) -> Iterator[Outcome]:
    """What was found of each answer, in order."""
    found, at = study(case), 0
    for answer in case.answers:
        if answer.kind in ("turn", APART):
            start = found.document.text.find(answer.words, at)
            start = start if start >= 0 else found.document.text.find(answer.words)
            at = start + 1 if answer.kind == "turn" else at
            yield Outcome(case.name, answer, *judge_place(found, answer, Span(start, start + len(answer.words))))
        else:
            yield Outcome(case.name, answer, *judge_name(found, answer))


def judge_place(found: Analysis, answer: Answer, place: Span) -> tuple[str, str]:
    """Who says the words there, against who should."""
    if place.start < 0:
        return "missing", "not in the text"
    names = {entity.id: entity.name for entity in found.entities}
    over = [said for said in found.quotations if said.span.start < place.end and place.start < said.span.end]
    if answer.kind == APART:
        told = [s for s in found.sentences if s.start < place.end and place.start < s.end]
        return ("wrong", "in a sentence") if told or over else ("right", APART)
    at_start = [said for said in over if said.span.start <= place.start] or over
    speakers = {names[said.speaker] if said.speaker else NOBODY for said in at_start} or {NOBODY}
    speaker = " + ".join(sorted(speakers))
    if {speaker.casefold() for speaker in speakers} <= {wanted.casefold() for wanted in answer.wanted}:
        return "right", speaker
    return ("missing" if speakers == {NOBODY} else "wrong"), speaker


def judge_name(found: Analysis, answer: Answer) -> tuple[str, str]:
    """Whether a person has a role, or a word names nobody."""
    people = [entity for entity in found.entities if entity.type == "Person"]
    if answer.kind == "nobody":
        is_named = any(answer.words in (person.name, *person.aliases) for person in people)
        return ("wrong", "a person") if is_named else ("right", "")
    roles = [role.title for person in people if answer.words in (person.name, *person.aliases) for role in person.roles]
    return ("right" if any(wanted in roles for wanted in answer.wanted) else "missing"), "; ".join(roles)


def show(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """The rows of the table: what is not right, then the counts."""
    for row in outcomes:
        if row.told != "right":
            wanted = "|".join(row.answer.wanted)
            where = f"{row.told:8} {row.case:20} {row.answer.words[:40]!r}"
            yield f"{where}: {row.answer.kind} {wanted!r}, found {row.found!r}"
    for name in dict.fromkeys(row.case for row in outcomes):
        yield count(name, [row for row in outcomes if row.case == name and row.answer.kind == "turn"])
    yield count("all turns", [row for row in outcomes if row.answer.kind == "turn"])
    yield count("all else", [row for row in outcomes if row.answer.kind != "turn"])


def count(name: str, rows: Sequence[Outcome]) -> str:
    """How many are right, wrong and missing."""
    told = Counter(row.told for row in rows)
    return f"{name:22} {told['right']:3} right {told['wrong']:3} wrong {told['missing']:3} missing"


def main(arguments: Sequence[str]) -> None:
    """Judge all cases, print the table, and write every row to a file that is named."""
    outcomes = [outcome for case in list_cases() for outcome in judge_case(case)]
    print("\n".join(show(outcomes)))
    if arguments:
        rows = [{**outcome._asdict(), "answer": outcome.answer._asdict()} for outcome in outcomes]
        Path(arguments[0]).write_text(json.dumps(rows, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
