"""How long linking takes and how it grows: `python -m benchmarks.linking [--most 10000]`.

Links made-up briefs of 30 mentions and 6 stances each, in sizes from a tenth of `--most` up to it. The names follow
Zipf's law, so that some stand in most briefs and most in one; a third of the mentions are people, of whom some are
called by surname only. Prints time, memory and the exponent of growth (of a fit of log time to log size). Each size
has a process of its own. Unix only.
"""

import argparse
import json
import math
import random
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import accumulate
from typing import get_args

from generator.linking import link
from generator.model import (
    Analysis,
    Argument,
    Authors,
    Block,
    DateMention,
    Document,
    EntityType,
    Field,
    LocalEntity,
    LocalEvent,
    Mention,
    Metadata,
    Role,
    Span,
    Stance,
    StanceAct,
)

MENTIONS = 30
SENTENCES = 15
EVENTS = 8
STANCES = 6
ACTS: Sequence[StanceAct] = get_args(StanceAct)
KINDS = ("meeting", "visit", "attack", "statement", "arrest")
SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
ROLES = ("minister", "chief executive", "spokeswoman", "mayor", "general")
WORDS = 4000
MISSING = Field(None, "missing")
Known = tuple[EntityType, str]


def make_word(chance: random.Random, syllables: int) -> str:
    """A made-up word, capitalized."""
    return "".join(chance.choices(SYLLABLES, k=syllables)).capitalize()


def make_names(chance: random.Random, count: int) -> list[Known]:
    """So many names: a third people of few surnames, the rest organizations and places."""
    surnames = [make_word(chance, 3) for _ in range(max(10, count // 4))]
    made: list[Known] = []
    for at in range(count):
        if at % 3 == 0:
            made.append(("Person", f"{make_word(chance, 2)} {chance.choice(surnames)}"))
        elif at % 3 == 1:
            made.append(
                ("Organization", f"{make_word(chance, 3)} {chance.choice(('Group', 'Agency', 'Bank', 'Party'))}")
            )
        else:
            made.append(("Place", make_word(chance, 4)))
    return made


def make_analysis(number: int, chance: random.Random, names: Sequence[Known], reach: Sequence[float]) -> Analysis:
    """A brief of 30 mentions in 15 sentences, with dates, events and a few roles."""
    chosen = chance.choices(names, cum_weights=reach, k=MENTIONS)
    entities: dict[Known, LocalEntity] = {}
    parts, mentions, sentences, at = [], [], [], 0
    for first in range(0, MENTIONS, 2):
        words = [f"word{int(chance.paretovariate(0.7)) % WORDS}" for _ in range(12)]
        start = at
        for place, (kind, name) in ((0, chosen[first]), (6, chosen[first + 1])):
            is_short = kind == "Person" and number % 3 == 0
            shown = name.split()[-1] if is_short else name
            known = entities.setdefault((kind, shown), make_entity(len(entities) + 1, kind, shown))
            words[place] = shown
            offset = at + len(" ".join(words[:place])) + bool(place)
            mentions.append(Mention(Span(offset, offset + len(shown)), kind, known.id))
        parts.append(" ".join(words) + ".")
        at += len(parts[-1]) + 1
        sentences.append(Span(start, at - 1))
    return assemble(number, " ".join(parts), sentences, mentions, list(entities.values()))


def make_entity(number: int, kind: EntityType, name: str) -> LocalEntity:
    """An entity of one brief; every fourth person has a role."""
    title = ROLES[number % len(ROLES)]
    roles = (Role(title, Span(0, 1)),) if kind == "Person" and number % 4 == 0 else ()
    return LocalEntity(f"e{number}", kind, name, (), roles)


def assemble(
    number: int, text: str, sentences: list[Span], mentions: list[Mention], entities: list[LocalEntity]
) -> Analysis:
    """The analysis of such a brief."""
    document = Document(
        f"{number}.txt", f"b{number}", f"{number:064x}", text, (Block("paragraph", Span(0, len(text))),)
    )
    day = f"2021-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
    return Analysis(
        document=document,
        language="en",
        metadata=Metadata(MISSING, MISSING, Field(day, "stated"), Authors((), "missing"), MISSING),
        sentences=tuple(sentences),
        summary=(0,),
        mentions=tuple(mentions),
        entities=tuple(entities),
        dates=(DateMention(Span(0, 4), day, "made up", "resolved"),),
        events=tuple(make_event(number, sentence, mentions) for sentence in range(EVENTS)),
        stances=tuple(make_stance(sentence, sentences, mentions) for sentence in range(STANCES)),
    )


def make_event(number: int, sentence: int, mentions: Sequence[Mention]) -> LocalEvent:
    """What a sentence tells: of two names, on the day of the brief, on a day that is assumed, or on none."""
    who, where = mentions[2 * sentence], mentions[2 * sentence + 1]
    dating = (number + sentence) % 3
    return LocalEvent(
        sentence,
        None if dating else 0,
        (who.entity, where.entity),
        kind=KINDS[(number + sentence) % len(KINDS)],
        arguments=(
            Argument("agent", who.span, who.entity),
            Argument("place" if where.type == "Place" else "partner", where.span, where.entity),
        ),
        assumed=f"2021-{number % 12 + 1:02d}-{number % 28 + 1:02d}" if dating == 1 else None,
    )


def make_stance(sentence: int, sentences: Sequence[Span], mentions: Sequence[Mention]) -> Stance:
    """Where the first name of a sentence stands: each of the four acts in turn, some about what was said before."""
    who, act, span = mentions[2 * sentence], ACTS[sentence % len(ACTS)], sentences[sentence]
    cue = Span(who.span.end + 1, who.span.end + 5)
    against = mentions[2 * sentence + 1]
    return Stance(
        sentence,
        act,
        cue,
        Span(cue.end + 1, span.end - 1),
        who.span,
        (who.entity,),
        (against.entity,),
        (against.span,),
        is_bare=sentence % 3 == 0,
        rule="made up",
    )


def measure(size: int) -> dict[str, float]:
    """Seconds and MiB for linking so many briefs."""
    chance = random.Random(7)
    names = make_names(chance, size * 4)
    reach = list(accumulate(1 / (rank + 20) for rank in range(len(names))))
    chance.shuffle(names)
    analyses = [make_analysis(number, chance, names, reach) for number in range(size)]
    start = time.process_time()
    library = link(analyses)
    took = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"briefs": size, "seconds": took, "MiB": memory, "entities": len(library.entities)}


def fit_exponent(rows: Sequence[dict[str, float]]) -> float:
    """The slope of log seconds over log briefs, by least squares."""
    xs = [math.log(row["briefs"]) for row in rows]
    ys = [math.log(row["seconds"]) for row in rows]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def main() -> None:
    """Measure all sizes and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=10_000)
    parser.add_argument("--one", type=int, help="measure this size only, in this process")
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one)))
        return
    rows = []
    for size in (options.most // 10, options.most // 4, options.most // 2, options.most):
        command = [sys.executable, "-m", "benchmarks.linking", "--one", str(size)]
        rows.append(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))
        print("{briefs:6.0f} briefs  {seconds:7.1f} s  {MiB:6.0f} MiB  {entities:7.0f} entities".format(**rows[-1]))
    print(f"growth exponent {fit_exponent(rows):.2f}")


if __name__ == "__main__":
    main()
