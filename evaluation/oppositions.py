"""How well oppositions are found: `python -m evaluation.oppositions [OUT.json]`.

Each case of `oppositions.txt` is a small collection, studied and linked by itself. Prints a row for each case that is
told otherwise than wanted, then what was found by kind, and how many oppositions no reader would see (`fabricated`).
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.analysis import analyse
from generator.cleaning import clean
from generator.linking import link
from generator.model import Analysis, Evidence, Library, Position, Side, Source
from generator.readers import read
from generator.text.wordlists import load_sections

CASES = Path(__file__).resolve().parent / "oppositions.txt"
NOTHING = "nothing"


class Answer(NamedTuple):
    """Something that opposes something."""

    kind: str
    """`denial`, `refusal`, `number`, `date`, `later`, `alone`."""
    sides: tuple[str, ...]
    """Words of each."""


class Case(NamedTuple):
    """A small collection with what a careful reader sees in it."""

    name: str
    briefs: tuple[tuple[str, str], ...]
    """Day of publication and text."""
    answers: tuple[Answer, ...]


class Outcome(NamedTuple):
    """What was found in a case."""

    case: Case
    right: tuple[Answer, ...]
    missing: tuple[Answer, ...]
    fabricated: tuple[Answer, ...]


def list_cases() -> Iterator[Case]:
    """All cases of the file."""
    for name, lines in load_sections(str(CASES)):
        briefs = [line.partition(" | ")[::2] for line in lines if not line.startswith("= ")]
        answers = [read_answer(line[2:]) for line in lines if line.startswith("= ")]
        yield Case(name, tuple(briefs), tuple(answer for answer in answers if answer.kind != NOTHING))


def read_answer(line: str) -> Answer:
    """An answer as the file has it."""
    kind, _, sides = line.partition(": ")
    return Answer(kind, tuple(sides.split(" / ")) if sides else ())


def study(number: int, day: str, text: str) -> Analysis:
    """All that is found in one brief."""
    published = f"published: {day}\n" if day != "-" else ""
    content = f"---\ntitle: Report {number}\n{published}language: en\n---\n\n{text}\n"
    return analyse(clean(read(Source(f"b{number}.md", f"b{number}", content.encode()))))


def find_answers(case: Case) -> list[Answer]:
    """What is found in a case."""
    library = link([study(number, *brief) for number, brief in enumerate(case.briefs, 1)])
    found = [Answer(one.kind, tuple(name_side(library, side) for side in one.sides)) for one in library.oppositions]
    for revision in library.revisions:
        found.append(Answer("later", tuple(slice_of(library, position.words) for position in revision.positions)))
    opposed = {p.words for one in library.oppositions for side in one.sides for p in side.positions}
    for brief in library.briefs:
        for stance in brief.analysis.stances:
            if stance.act == "denies" and stance.holder and Evidence(brief.id, stance.span) not in opposed:
                names = {entity.id: entity.name for entity in brief.analysis.entities}
                words = stance.holder.of(brief.analysis.document.text)
                found.append(Answer("alone", (" ".join([words, *(names[who] for who in stance.holders)]),)))
    return found


def name_side(library: Library, side: Side) -> str:
    """All words for those on a side, and what they say."""
    return " ".join(name_position(library, position) for position in side.positions)


def name_position(library: Library, position: Position) -> str:
    """The names, the words for them and what they say."""
    names = [entity.name for entity in library.entities if entity.id in position.holders]
    holder = slice_of(library, position.holder) if position.holder else ""
    return " ".join([*names, holder, slice_of(library, position.words)])


def slice_of(library: Library, place: Evidence) -> str:
    """The words of a place."""
    brief = next(brief for brief in library.briefs if brief.id == place.brief)
    return place.span.of(brief.analysis.document.text)


def judge(case: Case) -> Outcome:
    """What was found in a case, held against what is wanted. A denial that stands alone is no opposition."""
    found, right = find_answers(case), list[Answer]()
    for answer in case.answers:
        same = next((one for one in found if agrees(answer, one)), None)
        if same:
            found.remove(same)
            right.append(answer)
    missing = tuple(answer for answer in case.answers if answer not in right)
    return Outcome(case, tuple(right), missing, tuple(one for one in found if one.kind != "alone"))


def agrees(wanted: Answer, found: Answer) -> bool:
    """Whether what was found is what is wanted: of numbers in either order."""
    if wanted.kind != found.kind or len(wanted.sides) != len(found.sides):
        return False
    orders = [found.sides, found.sides[::-1]] if wanted.kind == "number" else [found.sides]
    return any(
        all(part.lower() in whole.lower() for part, whole in zip(wanted.sides, sides, strict=True)) for sides in orders
    )


def summarize(outcomes: Sequence[Outcome]) -> dict[str, int]:
    """The figures: wanted and right by kind, decoys, and what is fabricated."""
    figures = Counter[str]()
    for outcome in outcomes:
        for answer in outcome.case.answers:
            figures[f"{answer.kind}, wanted"] += 1
        for answer in outcome.right:
            figures[f"{answer.kind}, right"] += 1
        is_decoy = not any(answer.kind in ("denial", "refusal", "number", "date") for answer in outcome.case.answers)
        figures["decoys"] += is_decoy
        figures["fabricated"] += len(outcome.fabricated)
    return {"cases": len(outcomes), **dict(sorted(figures.items()))}


def main(out: Path | None) -> None:
    """Print what went wrong, then the figures."""
    outcomes = [judge(case) for case in list_cases()]
    for outcome in outcomes:
        for words, answers in (("missing", outcome.missing), ("fabricated", outcome.fabricated)):
            for answer in answers:
                print(f"{words}: {outcome.case.name}: {answer.kind} {' / '.join(answer.sides)}")
    figures = summarize(outcomes)
    print(*(f"{name} {count}" for name, count in figures.items()), sep="\n")
    if out:
        out.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
