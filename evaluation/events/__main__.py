"""How well happenings are found: `python -m evaluation.events [OUT.json] [--set NAME] [--errors] [--show-held-out]`.

The sets stand beside this file; `dev.txt` says how they are written. Rules may be tuned on `dev`; whoever writes rules
does not open `held-out` and `unseen`, whose errors are counted, not listed, unless `--show-held-out` spoils them.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from evaluation.events.judging import Verdict, judge
from evaluation.events.sentences import SETS, Case, list_cases, study


class Outcome(NamedTuple):
    """A sentence with what became of its happenings."""

    case: Case
    verdicts: tuple[Verdict, ...]


def measure(name: str) -> list[Outcome]:
    """All sentences of a set with what became of them."""
    return [Outcome(case, tuple(judge(case, study(case.sentence)))) for case in list_cases(name)]


def summarize(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """The figures of a set."""
    verdicts = [verdict for outcome in outcomes for verdict in outcome.verdicts]
    wanted = [verdict for verdict in verdicts if verdict.counts]
    right = [verdict for verdict in wanted if verdict.kind_right]
    dated = [verdict for verdict in right if verdict.has_day]
    within = [verdict.within_right for verdict in right if verdict.within_right is not None]
    decoys = [outcome for outcome in outcomes if not outcome.case.happenings]
    hits = sum(verdict.hits for verdict in right)
    return {
        "sentences": len(outcomes),
        **score_kinds(verdicts),
        "arguments right": sum(verdict.arguments_right for verdict in right),
        "all arguments": share(sum(verdict.arguments_right for verdict in right), len(right)),
        "argument precision": share(hits, hits + sum(len(verdict.stray) for verdict in right)),
        "argument recall": share(hits, hits + sum(len(verdict.missing) for verdict in right)),
        "dated": len(dated),
        "days right": sum(verdict.day_right for verdict in dated),
        "day": share(sum(verdict.day_right for verdict in dated), len(dated)),
        "wrong days": sum(verdict.day_wrong for verdict in right),
        "standing right": sum(verdict.standing_right for verdict in right),
        "standing": share(sum(verdict.standing_right for verdict in right), len(right)),
        "told as fact": sum(verdict.told_as_fact for verdict in verdicts),
        "part of another": len(within),
        "part of another, right": sum(within),
        "decoys": len(decoys),
        "decoys taken": sum(bool(outcome.verdicts) for outcome in decoys),
    }


def score_kinds(verdicts: Sequence[Verdict]) -> dict[str, float]:
    """How many happenings are wanted and found, and found with their kind."""
    wanted = [verdict for verdict in verdicts if verdict.counts]
    right = sum(verdict.kind_right for verdict in wanted)
    wrong = sum(is_wrong(verdict) for verdict in verdicts)
    precision, recall = share(right, right + wrong), share(right, len(wanted))
    return {
        "wanted": len(wanted),
        "found": right + wrong,
        "kind right": right,
        "precision": precision,
        "recall": recall,
        "f": round(2 * precision * recall / max(1e-9, precision + recall), 3),
    }


def is_wrong(verdict: Verdict) -> bool:
    """Whether a happening was found with the wrong kind or where there is none."""
    return verdict.event is not None and not verdict.kind_right


def share(part: int, whole: int) -> float:
    """A part of a whole, rounded."""
    return round(part / max(1, whole), 3)


def list_kinds(outcomes: Sequence[Outcome]) -> dict[str, dict[str, float]]:
    """The figures by kind: of what is wanted by the reader's first kind, of what is stray by the kind found."""
    rows: dict[str, list[Verdict]] = {}
    for outcome in outcomes:
        for verdict in outcome.verdicts:
            rows.setdefault(kind_of(verdict), []).append(verdict)
    return {kind: score_kinds(rows[kind]) for kind in sorted(rows)}


def kind_of(verdict: Verdict) -> str:
    """The kind under which a verdict is counted."""
    if verdict.wanted is not None:
        return verdict.wanted.kinds[0]
    return (verdict.event.kind if verdict.event else None) or "none"


def list_errors(outcomes: Sequence[Outcome]) -> list[dict[str, str]]:
    """All that is not right, one row for each thing."""
    return [
        {"what": what, "kind": kind_of(verdict), "told": told, "sentence": outcome.case.sentence}
        for outcome in outcomes
        for verdict in outcome.verdicts
        for what, told in tell_errors(verdict)
    ]


def tell_errors(verdict: Verdict) -> list[tuple[str, str]]:
    """What is not right with one happening."""
    if verdict.event is None:
        return [("missed", " or ".join(verdict.wanted.triggers))] if verdict.wanted and verdict.counts else []
    if verdict.wanted is None:
        return [("stray", f"{verdict.event.kind} ({verdict.event.rule})")]
    if not verdict.kind_right:
        return [("wrong kind", f"{verdict.event.kind}, not {'/'.join(verdict.wanted.kinds)}")]
    checks = [
        ("argument missing", bool(verdict.missing), "; ".join(verdict.missing)),
        ("argument stray", bool(verdict.stray), "; ".join(verdict.stray)),
        ("day", not verdict.day_right, f"{verdict.day}, not {' or '.join(verdict.wanted.days)}"),
        ("standing", not verdict.standing_right, f"{verdict.standing}, not {' or '.join(verdict.wanted.standings)}"),
        ("part of another", verdict.within_right is False, verdict.wanted.within or "none"),
    ]
    return [(what, told) for what, is_so, told in checks if is_so and verdict.counts]


def show(figures: dict[str, dict[str, float]]) -> str:
    """The table, a column for each set."""
    names = list(figures)
    lines = [f"{'':<24}" + "".join(f"{name:>10}" for name in names)]
    for row in next(iter(figures.values())):
        lines.append(f"{row:<24}" + "".join(f"{figures[name][row]:>10}" for name in names))
    return "\n".join(lines)


def show_kinds(figures: dict[str, dict[str, float]]) -> str:
    """The table by kind."""
    lines = [f"{'kind':<14} wanted found right precision recall     F"]
    for kind, row in figures.items():
        counts = f"{row['wanted']:>6} {row['found']:>5} {row['kind right']:>5}"
        lines.append(f"{kind:<14} {counts} {row['precision']:>9.3f} {row['recall']:>6.3f} {row['f']:>5.3f}")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and write; the exit code."""
    parser = argparse.ArgumentParser(prog="evaluation.events", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("out", type=Path, nargs="?")
    parser.add_argument("--set", choices=SETS, help="one set only")
    parser.add_argument("--errors", action="store_true", help="figures by kind, and what is not right in dev")
    parser.add_argument("--show-held-out", action="store_true", help="list that of the other sets too: spoils them")
    options = parser.parse_args(arguments)
    if options.out and options.out.suffix != ".json":
        parser.error(f"{options.out} is no .json file to write to; a set is chosen by --set")
    outcomes = {name: measure(name) for name in ([options.set] if options.set else SETS)}
    figures = {name: summarize(rows) for name, rows in outcomes.items()}
    kinds = {name: list_kinds(rows) for name, rows in outcomes.items()}
    shown = [name for name in outcomes if name == "dev" or options.show_held_out]
    errors: dict[str, list[dict[str, Any]]] = {name: list_errors(outcomes[name]) for name in shown}
    if options.errors or options.show_held_out:
        for name, table in kinds.items():
            print(f"{name}\n{show_kinds(table)}")
        for row in (row for rows in errors.values() for row in rows):
            print(f"{row['what']:<17} {row['kind']:<12} {row['told']}\n    {row['sentence']}")
    print(show(figures))
    if options.out:
        content = {"figures": figures, "kinds": kinds, "errors": errors}
        options.out.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
