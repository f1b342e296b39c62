"""How much is found in French sentences: `python -m evaluation.french [OUT.json] [--errors] [--show-held-out]`.

The sentences stand in `french/`, a file for each kind and half: rules may be tuned on `dev`; whoever writes rules does
not open `held-out`. Each is read as a source of its own with its language and day of writing. A thing that is found in
the right place but as something else is wrong, one that is found where nothing is is stray; both cost precision.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.analysis import analyse
from generator.cleaning import clean
from generator.model import Analysis, Source
from generator.readers import read

FOLDER = Path(__file__).resolve().parent / "french"
FILES = ("names", "dates", "speech", "roles")
HALVES = ("dev", "held-out")
SECTION = re.compile(r"\[(fr(?:-[A-Z]{2})?) (\d{4}-\d\d-\d\d)\]")
"""The language and day of writing of the sentences below it."""
MARK = re.compile(r"  (?P<kind>[A-Za-z ]+): (?:(?P<who>[^>]+) > )?(?P<words>[^=>]+?)(?: = (?P<values>[^=>]+))?")
"""What is to be found in the sentence above it: its kind, whose it is, its words and its values."""
EMPTY = "  nothing"
NOBODY = "-"
OPEN = "open"
NAMES = ("Person", "Organization", "Place")

Range = tuple[int, int]
Row = tuple[str, str]
"""A verdict, which is right, wrong, stray or missing, and what it is about."""


class Mark(NamedTuple):
    """Something to be found: any of its words, with any of its values."""

    kind: str
    who: str
    words: tuple[str, ...]
    values: tuple[str, ...] = ()


class Case(NamedTuple):
    """A sentence, or two or three that belong together, with all that is to be found in it."""

    language: str
    written: str
    sentence: str
    marks: tuple[Mark, ...]

    @property
    def text(self) -> str:
        """The sentence as it is read: a paragraph sign begins another paragraph."""
        return self.sentence.replace(" ¶ ", "\n\n")


def read_cases(path: Path) -> Iterator[Case]:
    """The sentences of a file. Raises ValueError at a line that is none of the grammar."""
    language = written = ""
    sentence: str | None = None
    marks: list[Mark] = []
    has_marks = False
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("  ") and sentence is not None:
            has_marks = True
            marks += [] if line == EMPTY else [read_mark(line)]
            continue
        if sentence is not None:
            if not has_marks:
                raise ValueError(f"{path.name}: nothing is said of {sentence!r}")
            yield Case(language, written, sentence, tuple(marks))
        sentence, marks, has_marks = None, [], False
        if section := SECTION.fullmatch(line):
            language, written = section[1], section[2]
        elif line and not line.startswith("#"):
            sentence = line


def read_mark(line: str) -> Mark:
    """A line below a sentence."""
    match = MARK.fullmatch(line)
    if match is None:
        raise ValueError(f"not understood: {line!r}")
    values = tuple(match["values"].split(" or ")) if match["values"] else ()
    return Mark(match["kind"], match["who"] or "", tuple(match["words"].split(" or ")), values)


def study(case: Case) -> Analysis:
    """All that is found in a sentence."""
    head = f"---\ntitle: Note\npublished: {case.written}\nlanguage: {case.language}\n---\n\n"
    return analyse(clean(read(Source("a.md", "a", f"{head}{case.text}\n".encode()))))


def locate(text: str, words: str, start: int = 0) -> Range | None:
    """The first place of whole words from `start` on."""
    match = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").search(text, start)
    return match.span() if match else None


def place_of(mark: Mark, text: str, start: int = 0) -> Range:
    """The place of the first words of a mark that occur."""
    places = (locate(text, words, start) or locate(text, words) for words in mark.words)
    place = next((place for place in places if place), None)
    if place is None:
        raise ValueError(f"{mark.words[0]!r} is not in {text!r}")
    return place


def overlaps(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def is_named(analysis: Analysis, entity: str | None, name: str) -> bool:
    """Whether an entity is one that the text calls by a name, or by any of several; nobody is `NOBODY`."""
    if name == NOBODY or entity is None:
        return name == NOBODY and entity is None
    text = analysis.document.text
    places = [match.span() for one in name.split(" or ") for match in re.finditer(re.escape(one), text)]
    mentions = [mention.span for mention in analysis.mentions if mention.entity == entity]
    return any(overlaps(place, mention) for place in places for mention in mentions)


def judge_names(case: Case, analysis: Analysis) -> Iterator[Row]:
    """Names from the first to the last character, with their type. Names of events are not looked at."""
    text = analysis.document.text
    found = {(*mention.span, mention.type) for mention in analysis.mentions if mention.type in NAMES}
    used: set[tuple[int, int, str]] = set()
    end = text.index(case.text)
    for mark in case.marks:
        place = place_of(mark, text, end)
        end = place[1]
        places = [locate(text, words, place[0]) for words in mark.words]
        near = sorted(name for name in found - used if overlaps(name[:2], place))
        hit = next((name for name in near if name[:2] in places and name[2] == mark.kind), near[0] if near else None)
        if hit is None:
            yield "missing", f"{mark.kind} {mark.words[0]}"
            continue
        used.add(hit)
        is_right = hit[:2] in places and hit[2] == mark.kind
        yield "right" if is_right else "wrong", f"{mark.kind} {mark.words[0]}: {hit[2]} {text[hit[0] : hit[1]]}"
    yield from (("stray", f"{kind} {text[first:last]}") for first, last, kind in sorted(found - used))


def judge_dates(case: Case, analysis: Analysis) -> Iterator[Row]:
    """Date expressions by their value. Where it cannot be known, a value is wrong and nothing else counts."""
    text = analysis.document.text
    start = text.index(case.text)
    found = list(analysis.dates)
    for mark in case.marks:
        place = place_of(mark, text, start)
        near = [date for date in found if overlaps(date.span, place)]
        hit = next((date for date in near if date.value in mark.values), near[0] if near else None)
        found = [date for date in found if date is not hit]
        told = f"{mark.words[0]} = {' or '.join(mark.values)}"
        if hit is not None and hit.value is not None:
            yield "right" if hit.value in mark.values else "wrong", f"{told}: {hit.value} ({hit.rule})"
        elif OPEN not in mark.values:
            yield "missing", told
    yield from (("stray", f"{text[slice(*date.span)]} = {date.value} ({date.rule})") for date in found)


def judge_quotations(case: Case, analysis: Analysis) -> Iterator[Row]:
    """Quotations by their words and speaker; one without its speaker is missing. Words that nobody says have none."""
    text = analysis.document.text
    start = text.index(case.text)
    found = list(analysis.quotations)
    marks = [mark for mark in case.marks if mark.kind == "quotation"]
    for mark in marks:
        wanted = {trim(words) for words in mark.words}
        near = [quote for quote in found if overlaps(quote.span, place_of(mark, text, start))]
        exact = [quote for quote in near if trim(text[slice(*quote.span)]) in wanted]
        hit = next(iter(exact or near), None)
        told = f"{mark.who}: {mark.words[0]}"
        # What is left of a quotation with words of the reporter inside is no other one, if it is the same speaker's.
        same = [q for q in near if q is hit or q.speaker is None or is_named(analysis, q.speaker, mark.who)]
        found = [quote for quote in found if quote not in same]
        if hit is None or (hit.speaker is None and mark.who != NOBODY):
            yield "missing", told + (" (its words are found, no speaker)" if hit and exact else "")
            continue
        is_right = bool(exact) and is_named(analysis, hit.speaker, mark.who)
        yield "right" if is_right else "wrong", f"{told}: {name(analysis, hit.speaker)}: {text[slice(*hit.span)]}"
    for quote in found:
        if quote.speaker is not None:
            yield "stray", f"{name(analysis, quote.speaker)}: {text[slice(*quote.span)]}"


def trim(words: str) -> str:
    """A quotation without the stop at its end."""
    return words.strip().rstrip(",.").strip()


def name(analysis: Analysis, entity: str | None) -> str:
    """The name of an entity."""
    return next((one.name for one in analysis.entities if one.id == entity), NOBODY)


def judge_claims(case: Case, analysis: Analysis) -> Iterator[Row]:
    """Indirect speech by who says it; what nobody named says, and a quotation read as a claim too, do not count."""
    text = analysis.document.text
    start = text.index(case.text)
    found = [claim for claim in analysis.claims if claim.claimant is not None]
    for mark in case.marks:
        place = place_of(mark, text, start) if mark.words else (0, 0)
        near = [claim for claim in found if overlaps(claim.span, place)]
        right = [claim for claim in near if is_named(analysis, claim.claimant, mark.who)]
        if mark.kind == "claim":
            near = right or near
            verdict = "right" if right else "wrong" if near else "missing"
            said_by = f": {name(analysis, near[0].claimant)}" if near else ""
            yield verdict, f"{mark.who}: {mark.words[0]}{said_by}"
            found = [claim for claim in found if claim not in near]
        elif mark.kind == "quotation":
            found = [claim for claim in found if claim not in right]
    yield from (("stray", f"{name(analysis, claim.claimant)}: {text[slice(*claim.span)]}") for claim in found)


def judge_roles(case: Case, analysis: Analysis) -> Iterator[Row]:
    """Roles by their exact words and their person. A form of address counts neither way."""
    text = analysis.document.text
    start = text.index(case.text)
    found = [(entity.id, role) for entity in analysis.entities for role in entity.roles]
    for mark in case.marks:
        place = place_of(mark, text, start)
        near = [pair for pair in found if overlaps(pair[1].span, place)]
        right = [pair for pair in near if pair[1].title in mark.words and is_named(analysis, pair[0], mark.who)]
        hit = next(iter(right or near), None)
        found = [pair for pair in found if pair is not hit]
        told = f"{mark.who}: {mark.words[0]}"
        if mark.kind == "address":
            continue
        if hit is None:
            yield "missing", told
            continue
        yield "right" if right else "wrong", f"{told}: {name(analysis, hit[0])}: {hit[1].title}"
    yield from (("stray", f"{name(analysis, entity)}: {role.title}") for entity, role in found)


JUDGES: dict[str, tuple[str, tuple[str, ...], Callable[[Case, Analysis], Iterator[Row]]]] = {
    "names": ("names", NAMES, judge_names),
    "dates": ("dates", ("date",), judge_dates),
    "quotations": ("speech", ("quotation", "no speech"), judge_quotations),
    "claims": ("speech", ("claim",), judge_claims),
    "roles": ("roles", ("role", "address"), judge_roles),
}
"""For each finding its file, the kinds of its marks and its judge."""


class Outcome(NamedTuple):
    """What became of one sentence in one finding."""

    finding: str
    half: str
    sentence: str
    is_empty: bool
    """Whether nothing is to be found in it."""
    rows: tuple[Row, ...]


def list_cases(file: str, half: str) -> tuple[Case, ...]:
    """The sentences of one file and half."""
    return tuple(read_cases(FOLDER / f"{file}.{half}.txt"))


def measure(halves: Iterable[str]) -> Iterator[Outcome]:
    """All sentences with what became of them."""
    for half in halves:
        for file in FILES:
            for case in list_cases(file, half):
                analysis = study(case)
                for finding, (source, kinds, judge) in JUDGES.items():
                    if source == file:
                        is_empty = not any(
                            m.kind in kinds and m.kind not in ("no speech", "address") for m in case.marks
                        )
                        yield Outcome(finding, half, case.sentence, is_empty, tuple(judge(case, analysis)))


def summarize(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """The figures of some sentences. `kept empty` are those without anything to find in which nothing was found."""
    count = Counter(verdict for outcome in outcomes for verdict, _ in outcome.rows)
    found = count["right"] + count["wrong"] + count["stray"]
    wanted = count["right"] + count["wrong"] + count["missing"]
    precision, recall = count["right"] / max(1, found), count["right"] / max(1, wanted)
    empty = [outcome for outcome in outcomes if outcome.is_empty]
    return {
        "sentences": len(outcomes),
        "wanted": wanted,
        "found": found,
        **{verdict: count[verdict] for verdict in ("right", "wrong", "stray", "missing")},
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "f": round(2 * precision * recall / max(1e-9, precision + recall), 3),
        "empty": len(empty),
        "kept empty": sum(not outcome.rows for outcome in empty),
    }


def show(figures: dict[str, dict[str, dict[str, float]]]) -> str:
    """The table."""
    lines = [f"{'finding':<11} {'half':<9} wanted found right wrong stray precision recall     F  kept empty"]
    for finding, halves in figures.items():
        for half, row in halves.items():
            counts = " ".join(f"{row[key]:>5}" for key in ("found", "right", "wrong", "stray"))
            scores = f"{row['precision']:>9.3f} {row['recall']:>6.3f} {row['f']:>5.3f}"
            lines.append(
                f"{finding:<11} {half:<9} {row['wanted']:>6} {counts} {scores}  {row['kept empty']} of {row['empty']}"
            )
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and write; the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("out", type=Path, nargs="?")
    parser.add_argument("--errors", action="store_true", help="list what is not right in the half for tuning")
    parser.add_argument("--show-held-out", action="store_true", help="list that of the other half too, which spoils it")
    parser.add_argument("--half", choices=HALVES, help="one half only")
    options = parser.parse_args(arguments)
    halves = (options.half,) if options.half else HALVES
    outcomes = list(measure(halves))
    figures = {
        finding: {half: summarize([o for o in outcomes if (o.finding, o.half) == (finding, half)]) for half in halves}
        for finding in JUDGES
    }
    shown = [o for o in outcomes if o.half == "dev" or options.show_held_out]
    errors = [
        {"finding": o.finding, "half": o.half, "verdict": verdict, "what": what, "sentence": o.sentence}
        for o in shown
        for verdict, what in o.rows
        if verdict != "right"
    ]
    if options.errors or options.show_held_out:
        for row in errors:
            print(f"{row['finding']:<11} {row['verdict']:<8} {row['what']}\n    {row['sentence']}")
    print(show(figures))
    if options.out:
        content = json.dumps({"figures": figures, "errors": errors}, ensure_ascii=False, indent=1)
        options.out.write_text(content + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
