"""Happenings drawn by chance, to judge by eye: `python -m evaluation.events.drawing EXPORT [--count 150] [--seed 1]`.

EXPORT is the folder that `briefs export EXPORT --format json` wrote. Prints each with its source, sentence, kind, short
sentence, arguments, day and standing, in the order in which they were drawn.
"""

import argparse
import json
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

Record = dict[str, Any]


def list_events(analyses: Sequence[Record]) -> list[tuple[Record, Record]]:
    """All events that have a kind, with their source."""
    return [(record, event) for record in analyses for event in record["events"] if event["kind"]]


def show(record: Record, event: Record) -> Iterator[str]:
    """One event, line by line."""
    text = record["text"]
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    yield f"**{event['kind']}** {tell_day(record, event)}, {event['status']}, {event['standing']} ({record['path']})"
    yield f"> {one_line(text, record['sentences'][event['sentence']])}"
    clause = " … ".join(one_line(text, span) for span in event.get("clause", ()))
    yield f"- {clause or '(no short sentence)'} [{one_line(text, event['trigger']) if event['trigger'] else ''}]"
    for one in event.get("arguments", ()):
        named = f" = {names[one['entity']]}" if one["entity"] else ""
        yield f"- {one['measure'] or one['role']}: {one_line(text, one['span'])}{named}"
    if event.get("within") is not None:
        over = record["events"][event["within"]]
        yield f"- part of: {over['kind']} [{one_line(text, over['trigger'])}]"


def one_line(text: str, span: Sequence[int]) -> str:
    """The words of a span on one line."""
    return " ".join(text[span[0] : span[1]].split())


def tell_day(record: Record, event: Record) -> str:
    """The day of an event and where it is from."""
    if event["date"] is not None:
        date = record["dates"][event["date"]]
        return f"{date['value']} ({one_line(record['text'], date['span'])})"
    return f"{event['assumed']} (assumed)" if event.get("assumed") else "no day"


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw and print; the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("export", type=Path)
    parser.add_argument("--count", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    lines = (options.export / "analyses.jsonl").read_text(encoding="utf-8").splitlines()
    events = list_events([json.loads(line) for line in lines])
    drawn = random.Random(options.seed).sample(events, min(options.count, len(events)))
    print(f"{len(drawn)} of {len(events)} events, seed {options.seed}\n")
    for number, (record, event) in enumerate(drawn, 1):
        print(f"{number}. " + "\n   ".join(show(record, event)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
