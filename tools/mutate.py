"""Changes rules at random and tells which changes no test notices: `python -m tools.mutate --seed 12 --count 100`.

The changes are chosen among the places of all modules below the folders, the same for the same seed and sources; each
kind of change gets the same share, as long as it has places. For each the nearest tests run first, for a few seconds.
Those that none of them notices are put into the code together and the whole suite runs on them: what passes has passed
for each; what fails runs on each alone, and the suite goes on behind it without the changes that are told. A test
counts only if it passes without a change: else it is left out, and the change is tried again.
Nothing is written into the project but `.cache/`, where it is kept what each test enters.

Left as they are, for no test could or should notice: numbers that only bound time, memory or the size of a cache, by
their names or because only decorators mention them; sentences and reasons of rules, which change nothing that is found.
"""

import argparse
import json
import random
import sys
import tempfile
import time
from collections import Counter, deque
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from queue import SimpleQueue

from tools.mutations import Mutant, list_mutants
from tools.trials import PACKAGE, Bench, Copy, Test, TrialError, list_modules, study_suite

ROOT = Path(__file__).resolve().parents[1]
KINDS = ("comparison", "term", "not", "number", "word", "alternative", "return", "line")
RECORDS = "tests/approved"
"""Tests that hold what is found against records, which are made anew in the copies before anything is changed."""
OTHER = frozenset({"cli", "curation", "data", "plugin", "rendering"})
"""Folders that hold no rules."""
AT_ONCE = 20
"""Failures after which it is looked which change each of them comes from."""


@dataclass(frozen=True)
class Outcome:
    """What became of a change: the test that failed; empty where none did."""

    mutant: Mutant
    noticed_by: str
    tests: int


def choose(root: Path, folders: Sequence[str], kinds: Sequence[str], count: int, seed: int) -> list[Mutant]:
    """So many changes at random, one kind after the other; always the same for the same seed and sources."""
    chance = random.Random(seed)
    places: dict[str, list[list[Mutant]]] = {kind: [] for kind in kinds}
    for path in list_modules(root, *(f"{PACKAGE}/{folder}" for folder in folders)):
        for place in list_mutants(path, (root / path).read_text(encoding="utf-8")):
            if place[0].kind in places:
                places[place[0].kind].append(place)
    waiting = deque(chance.sample(of_kind, len(of_kind)) for of_kind in places.values() if of_kind)
    found: list[Mutant] = []
    while waiting and len(found) < count:
        rest = waiting.popleft()
        found.append(chance.choice(rest.pop()))
        if rest:
            waiting.append(rest)
    return sorted(found, key=lambda mutant: (mutant.path, mutant.start, mutant.kind, mutant.text))


def group(mutants: Sequence[Mutant], most: int) -> list[list[Mutant]]:
    """The changes in at least so many groups; none of a group lies within another."""
    groups: list[list[Mutant]] = [[] for _ in range(most)]
    for mutant in mutants:
        fitting = [group for group in groups if not any(overlap(mutant, other) for other in group)]
        if not fitting:
            groups.append([])
        min(fitting or groups[-1:], key=len).append(mutant)
    return [group for group in groups if group]


def overlap(left: Mutant, right: Mutant) -> bool:
    """Whether two changes touch the same bytes."""
    return left.path == right.path and left.start < right.end and right.start < left.end


def settle(mutants: Sequence[Mutant], bench: Bench, copy: Copy) -> list[Outcome]:
    """Run the whole suite, the quickest tests first, on changes that stand in the code together, until it is told for
    each. What has passed with all of them is not run again."""
    tests = {test.name: test for mutant in mutants for test in bench.suite.list_all(mutant.path)}
    return settle_with(mutants, sorted(tests.values(), key=lambda test: (test.seconds, test.name)), bench, copy)


def settle_with(mutants: Sequence[Mutant], tests: Sequence[Test], bench: Bench, copy: Copy) -> list[Outcome]:
    """The same with tests in a given order."""
    left, waiting, noticed = list(mutants), bench.believe(tests), list[Outcome]()
    while left and waiting and (failed := copy.find_failures(left, waiting, AT_ONCE)):
        again = [test for test in waiting if test.name in failed]
        if not again and len(left) == 1:
            return [*noticed, Outcome(left[0], failed[0], len(tests))]
        if not again:
            # Something else went wrong: no test ran.
            parts = left[: len(left) // 2], left[len(left) // 2 :]
            return noticed + [outcome for part in parts for outcome in settle_with(part, waiting, bench, copy)]
        # What fails only where several changes are together, tells nothing of one.
        told = [try_one(mutant, again, bench, copy) for mutant in left]
        noticed += [outcome for outcome in told if outcome.noticed_by]
        left = [outcome.mutant for outcome in told if not outcome.noticed_by]
        waiting = bench.believe(waiting[waiting.index(again[-1]) + 1 :])
        say(f"{len(left)} of {len(mutants)} changes and {len(waiting)} of {len(tests)} tests are left here")
    return noticed + [Outcome(mutant, "", len(tests)) for mutant in left]


def try_one(mutant: Mutant, tests: Sequence[Test], bench: Bench, copy: Copy) -> Outcome:
    """Whether one of the tests notices a change that stands alone."""
    failed = bench.find_failures([mutant], tests, 1, copy)
    return Outcome(mutant, failed[0] if failed else "", len(tests))


def try_all(mutants: Sequence[Mutant], bench: Bench, copies: Sequence[Copy], near: float) -> list[Outcome]:
    """What becomes of each change, in their order."""
    free: SimpleQueue[Copy] = SimpleQueue()
    for copy in copies:
        free.put(copy)

    def first(mutant: Mutant) -> Outcome:
        copy = free.get()
        try:
            outcome = try_one(mutant, bench.suite.list_near(mutant, near), bench, copy)
        finally:
            free.put(copy)
        say(f"{mutant.path}:{mutant.line} {mutant.kind}: {outcome.noticed_by or 'not noticed nearby'}")
        return outcome

    def then(mutants: Sequence[Mutant]) -> list[Outcome]:
        copy = free.get()
        try:
            return settle(mutants, bench, copy)
        finally:
            free.put(copy)

    with ThreadPoolExecutor(len(copies)) as pool:
        outcomes = {outcome.mutant: outcome for outcome in pool.map(first, mutants)}
        left = [mutant for mutant in mutants if not outcomes[mutant].noticed_by]
        say(f"{len(left)} of {len(mutants)} are left for the rest of the suite")
        outcomes |= {outcome.mutant: outcome for told in pool.map(then, group(left, len(copies))) for outcome in told}
    return [outcomes[mutant] for mutant in mutants]


def show(outcomes: Sequence[Outcome]) -> str:
    """The changes that no test notices, a line each, and the counts."""
    left = [outcome.mutant for outcome in outcomes if not outcome.noticed_by]
    heads = [(*place(m).split("  "), m.kind) for m in left]
    widths = [max((len(head[at]) for head in heads), default=0) for at in range(3)]
    lines = []
    for mutant, head in zip(left, heads, strict=True):
        old, new = (" ".join(text.split()) for text in (mutant.old, mutant.new))
        lines.append(
            "  ".join([*(part.ljust(width) for part, width in zip(head, widths, strict=True)), f"{old} → {new}"])
        )
    all_kinds, left_kinds = (Counter(m.kind for m in ms) for ms in ([o.mutant for o in outcomes], left))
    counts = ", ".join(f"{kind} {left_kinds[kind]}/{all_kinds[kind]}" for kind in KINDS if all_kinds[kind])
    return "\n".join([*lines, f"{len(left)} of {len(outcomes)} changes noticed by no test ({counts})"])


def place(mutant: Mutant) -> str:
    """Where a change is, in one word for each part."""
    return f"{mutant.path}:{mutant.line}  {mutant.function or ' '.join(mutant.names) or '-'}"


def list_folders(options: argparse.Namespace) -> list[str]:
    """The folders that are asked for, or all that hold rules. Raises TrialError where one has no modules."""
    modules = list_modules(options.root.resolve(), PACKAGE)
    folders = options.folders or sorted({path.split("/")[1] for path in modules if path.count("/") > 1} - OTHER)
    for folder in folders:
        if not any(path.startswith(f"{PACKAGE}/{folder}/") for path in modules):
            raise TrialError(f"{PACKAGE}/{folder} has no modules")
    return list(folders)


def say(line: str) -> None:
    """Tell how far it is."""
    print(line, file=sys.stderr, flush=True)


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options of the command."""
    parser = argparse.ArgumentParser(prog="python -m tools.mutate", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--root", type=Path, default=ROOT, help="the project")
    parser.add_argument("--seed", type=int, default=12)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--folders", nargs="+", help=f"folders of {PACKAGE}/ (all but {', '.join(sorted(OTHER))})")
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--near", type=float, default=16, help="seconds for the nearest tests of a change")
    parser.add_argument("--slow", type=float, default=12, help="seconds; tests that take longer are left out")
    parser.add_argument("--list", action="store_true", help="only list the changes")
    parser.add_argument("--json", type=Path, help="where to write all outcomes (.cache/mutants.json)")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Choose, try and tell; 1 where it cannot be tried."""
    options = parse(arguments)
    root: Path = options.root.resolve()
    begun = time.monotonic()
    try:
        with tempfile.TemporaryDirectory(prefix="briefs-mutants-") as made:
            # Tests become nobody for a while, who must still import from here.
            Path(made).chmod(0o755)
            # All is read from the copy: the project may change meanwhile.
            copies = [Copy(root, Path(made) / str(at)) for at in range(options.jobs)]
            mutants = choose(copies[0].folder, list_folders(options), options.kinds, options.count, options.seed)
            if options.list:
                print("\n".join(f"{place(m)}  {m.kind}  {m.old!r} → {m.new!r}" for m in mutants))
                return 0
            with ThreadPoolExecutor(len(copies)) as pool:
                list(pool.map(lambda copy: copy.approve(RECORDS), copies))
            suite = study_suite(copies, root / ".cache" / "mutate-tests.json", options.slow)
            say(f"{len(suite.tests)} tests; left out: {', '.join(suite.left_out) or 'none'}")
            bench = Bench(suite)
            outcomes = try_all(mutants, bench, copies, options.near)
    except TrialError as error:
        print(f"The changes cannot be tried: {error}", file=sys.stderr)
        return 1
    told = {"seed": options.seed, "left_out": bench.list_left_out(), "outcomes": list(map(asdict, outcomes))}
    file = options.json or root / ".cache" / "mutants.json"
    file.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(show(outcomes))
    say(f"left out at last: {', '.join(bench.list_left_out()) or 'none'}")
    say(f"{time.monotonic() - begun:.0f} seconds")
    return 0


if __name__ == "__main__":
    sys.exit(main())
