"""What is published of sentences that deny, doubt, demand or ask: `python -m evaluation.polarity [OUT.json]`.

Each sentence of `polarity.txt` is studied as a text of its own. Prints a row for each that is told otherwise than
wanted, and the count by section; OUT.json has all of them. Code that knows of no `ending` is not blamed for leaving it
out, so that versions can be compared.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from generator.analysis import analyse
from generator.cleaning import clean
from generator.model import UNTOLD, Analysis, LocalEvent, Source
from generator.readers import read
from generator.text.wordlists import load_sections

SENTENCES = Path(__file__).resolve().parent / "polarity.txt"
HEAD = "---\ntitle: Report\npublished: 2022-05-01\nlanguage: en\n---\n\n"
VERBS: tuple[Mapping[str, str], ...] = (
    {"V": "cancel", "Vs": "cancels", "Ved": "cancelled", "Ving": "cancelling", "K": "cancelled"},
    {"V": "postpone", "Vs": "postpones", "Ved": "postponed", "Ving": "postponing", "K": "postponed"},
)


class Case(NamedTuple):
    """A sentence with what may be told of it."""

    section: str
    wanted: str
    sentence: str


def list_cases() -> Iterator[Case]:
    """All sentences, those of the frames once for each verb."""
    for section, lines in load_sections(str(SENTENCES)):
        for wanted, _, sentence in (line.partition(" | ") for line in lines):
            forms = VERBS if section == "event frames" else ({},)
            for words in forms:
                yield Case(section, fill(wanted, words), fill(sentence, words))


def fill(frame: str, words: Mapping[str, str]) -> str:
    """A frame with the forms of a verb in it."""
    for name, word in words.items():
        frame = frame.replace(f"{{{name}}}", word)
    return frame


def study(sentence: str) -> Analysis:
    """All that is found in a text of one sentence."""
    return analyse(clean(read(Source("a.md", "a", f"{HEAD}{sentence}\n".encode()))))


def tell(section: str, found: Analysis) -> str:
    """What is told, in the form of the list."""
    if section in ("event frames", "events"):
        return "; ".join(tell_event(event) for event in found.events if event.date is not None) or "-"
    names = {entity.id: entity.name for entity in found.entities}
    if section == "roles":
        return "; ".join(f"{entity.name}: {role.title}" for entity in found.entities for role in entity.roles) or "-"
    if section == "claims":
        return "; ".join(names.get(claim.claimant or "", "somebody") for claim in found.claims) or "-"
    return "; ".join(names.get(quotation.speaker or "", "-") for quotation in found.quotations) or "-"


def tell_event(event: LocalEvent) -> str:
    """What is told of an event."""
    standing, ending = getattr(event, "standing", "asserted"), getattr(event, "ending", None)
    if standing in UNTOLD:
        return standing
    told = event.status if standing in ("asserted", "planned") else f"{event.status} {standing}"
    return f"{told} / {ending.kind} {ending.standing}" if ending else told


def is_right(case: Case, told: str) -> bool:
    """Whether a sentence is told as wanted; nothing need be told of what is not so."""
    if case.wanted in UNTOLD and told == "-":
        return True
    knows_ends = "ending" in LocalEvent.__annotations__
    return told == case.wanted or (not knows_ends and told == case.wanted.partition(" / ")[0])


def main(arguments: list[str]) -> int:
    """Study all sentences and print; the exit code."""
    rows: list[dict[str, Any]] = []
    for case in list_cases():
        told = tell(case.section, study(case.sentence))
        rows.append({**case._asdict(), "told": told, "right": is_right(case, told)})
    for row in rows:
        if not row["right"]:
            print(f"{row['wanted']:<34} {row['told']:<34} {row['sentence']}")
    for section in dict.fromkeys(row["section"] for row in rows):
        right = [row["right"] for row in rows if row["section"] == section]
        print(f"{section:<14} {sum(right):>4} of {len(right):>4} right")
    print(f"{'all':<14} {sum(row['right'] for row in rows):>4} of {len(rows):>4} right")
    if arguments:
        Path(arguments[0]).write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
