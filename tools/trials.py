"""The tests of a project, run on a copy of it: which of them reach a function, which fail where a rule is changed."""

import ast
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from tools.mutations import Mutant, apply

TOOLS = Path(__file__).resolve().parents[1]
PACKAGE = "generator"
TESTS = "tests"
PYTEST = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "tools.tracing", "-m", "not browser")
LATER = 2_000_000_000
"""Seconds of a clock that no file has: Python knows a changed module by the second in which it was written."""
FOUND_NOTHING = 5
"""How pytest ends where no test is left."""
OUT_OF_TIME = -signal.SIGALRM
"""The exit code of a run that was stopped because all of it took too long."""
FILES = 8
"""Files of which the nearest tests are taken; each must be loaded first."""
WIDE = ("test_rules", "test_chains", "test_collection")
"""Test files that hold whatever the house finds: they come behind the tests of the module itself."""


class TrialError(Exception):
    """Why nothing can be tried."""


@dataclass(frozen=True)
class Test:
    """A test that passes where nothing is changed."""

    name: str
    seconds: float
    entered: frozenset[str]
    """The functions that it enters, as `path:Class.function`."""

    @property
    def path(self) -> str:
        """Its file."""
        return self.name.partition("::")[0]


@dataclass(frozen=True)
class Suite:
    """The tests that may be run, and what their files import, by whatever way."""

    tests: tuple[Test, ...]
    imported: Mapping[str, frozenset[str]]
    naming: Mapping[str, frozenset[str]]
    """For each name in capitals the functions that mention it."""
    left_out: tuple[str, ...]

    def list_all(self, path: str) -> list[Test]:
        """Every test whose file imports or enters a module, the quickest first."""
        files = {test.path for test in self.tests if any(name.startswith(f"{path}:") for name in test.entered)}
        files |= {name for name, modules in self.imported.items() if path in modules}
        found = (test for test in self.tests if test.path in files)
        return sorted(found, key=lambda test: (test.seconds, test.name))

    def list_near(self, mutant: Mutant, budget: float) -> list[Test]:
        """The nearest tests that reach a change: of its own name, then the wide ones, then those of its folder; of
        each the ones first that enter little else."""
        reached = self._reached(mutant)
        known = [test for test in self.list_all(mutant.path) if test.entered & reached]
        found: list[Test] = []
        files: set[str] = set()
        for test in sorted(known, key=lambda test: (*distance(mutant.path, test.path), len(test.entered), test.name)):
            if test.path in files or len(files) < FILES:
                budget -= test.seconds
                if found and budget < 0:
                    break
                files.add(test.path)
                found.append(test)
        return found

    def _reached(self, mutant: Mutant) -> frozenset[str]:
        """The functions in which a change is felt."""
        if mutant.function:
            return frozenset({f"{mutant.path}:{mutant.function}"})
        named = frozenset[str]().union(*(self.naming.get(name, frozenset()) for name in mutant.names))
        own = (name for test in self.tests for name in test.entered if name.startswith(f"{mutant.path}:"))
        return named or frozenset(own)


def distance(module: str, test: str) -> tuple[int, int]:
    """How far a test file stands from a module: whether it has its name or is a wide one, and the folders between."""
    here, there = PurePosixPath(module), PurePosixPath(test)
    folders, others = here.parts[1:-1], there.parts[1:-1]
    shared = 0
    while shared < min(len(folders), len(others)) and folders[shared] == others[shared]:
        shared += 1
    if there.stem in WIDE:
        return 1, 0
    return 2 * (there.stem != f"test_{here.stem}"), len(folders) + len(others) - 2 * shared


class Copy:
    """A copy of the project, in which modules are changed while tests run, and put back."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.folder = folder
        self._clock = LATER
        for name in list_files(root):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(root / name, folder / name)

    def find_failures(self, mutants: Sequence[Mutant], tests: Sequence[Test], most: int) -> list[str]:
        """The first tests that fail with the changes, at most so many; or what else went wrong."""
        log, names = self.folder / ".failures", self.folder / ".tests"
        log.write_text("", encoding="utf-8")
        names.write_text(json.dumps({test.name: 20 + 10 * test.seconds for test in tests}), encoding="utf-8")
        files = sorted({test.path for test in tests})
        options = ("--tests-from", str(names), "--fail-log", str(log), f"--maxfail={most}")
        before = {path: (self.folder / path).read_bytes() for path in {mutant.path for mutant in mutants}}
        try:
            for path, source in before.items():
                self._write(path, apply(source, [mutant for mutant in mutants if mutant.path == path]))
            code, output = self.run([*options, *files], 120 + 6 * sum(test.seconds for test in tests))
        finally:
            for path, source in before.items():
                self._write(path, source)
        if code == FOUND_NOTHING and not mutants:
            raise TrialError(f"none of these tests is found any more: {', '.join(files)}")
        if code == FOUND_NOTHING:
            # A rule that is gone takes its own sentences with it.
            return []
        failed = list(dict.fromkeys(log.read_text(encoding="utf-8").splitlines()))
        if code == OUT_OF_TIME and mutants:
            # Each test has a limit of its own: where none has failed, the machine was slow, and nothing is told.
            return failed
        return failed or ([output.strip().rpartition("\n")[2] or f"ended with {code}"] if code else [])

    def approve(self, folder: str) -> None:
        """Write the records of a folder of tests anew here: those of a machine with another arithmetic leave some lines
        free, in which a change would hide. Raises TrialError where they cannot be written."""
        if (self.folder / folder).is_dir():
            code, output = self.run(["--accept", folder], 3600)
            if code:
                raise TrialError(f"the records of {folder} cannot be written:\n{output}")

    def run(self, options: Sequence[str], limit: float) -> tuple[int, str]:
        """Run pytest here; its exit code and the end of what it says."""
        path = os.pathsep.join(map(str, (self.folder, TOOLS)))
        environment = {**os.environ, "PYTHONPATH": path, "CI": "1", "PYTHONHASHSEED": "0"}
        with (self.folder / ".output").open("w+", encoding="utf-8", errors="replace") as file:
            command = [*PYTEST, "--rootdir", str(self.folder), *options]
            process = subprocess.Popen(
                command,
                cwd=self.folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
            try:
                code = process.wait(limit)
            except subprocess.TimeoutExpired:
                code = OUT_OF_TIME
            finally:
                end_group(process)
            file.seek(0)
            return code, file.read()[-2000:]

    def _write(self, path: str, source: bytes) -> None:
        self._clock += 2
        (self.folder / path).write_bytes(source)
        os.utime(self.folder / path, (self._clock, self._clock))


class Bench:
    """The tests of a suite that are believed: those that have failed without a change are left out."""

    def __init__(self, suite: Suite) -> None:
        self.suite = suite
        self._sure: set[str] = set()
        self._broken: set[str] = set()

    def believe(self, tests: Sequence[Test]) -> list[Test]:
        """Those that have not failed without a change."""
        return [test for test in tests if test.name not in self._broken]

    def find_failures(self, mutants: Sequence[Mutant], tests: Sequence[Test], most: int, copy: Copy) -> list[str]:
        """The first tests that fail with the changes and pass, in the same order, without them."""
        while believed := self.believe(tests):
            failed = copy.find_failures(mutants, believed, most)
            unsure = {test.name for test in believed if test.name in failed and test.name not in self._sure}
            if not unsure:
                return failed
            last = max(at for at, test in enumerate(believed) if test.name in unsure)
            broken = copy.find_failures([], believed[: last + 1], len(believed))
            if not broken:
                self._sure |= unsure
                return failed
            if not {test.name for test in believed}.intersection(broken):
                raise TrialError(f"the tests do not run without a change: {', '.join(broken)}")
            self._broken.update(broken)
        return []

    def list_left_out(self) -> list[str]:
        """The tests that tell nothing of a change, with the reason."""
        return sorted([*self.suite.left_out, *(f"{name} (fails without a change)" for name in self._broken)])


def end_group(process: subprocess.Popen[bytes]) -> None:
    """End what a run has started and left behind."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def list_files(root: Path) -> list[str]:
    """The files of a project: what git knows or would take; without git all that are not hidden."""
    command = ["git", "ls-files", "-coz", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)
    if listed.returncode == 0:
        return sorted(name for name in set(listed.stdout.split("\0")) if name and (root / name).is_file())
    names = (path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    return sorted(name for name in names if not name.startswith(".") and "/." not in name and "__pycache__" not in name)


def list_modules(root: Path, *folders: str) -> list[str]:
    """The modules below the folders of a project; all of its modules where no folder is named."""
    below = tuple(f"{folder}/" for folder in folders) or ("",)
    return [name for name in list_files(root) if name.endswith(".py") and name.startswith(below)]


def study_suite(copies: Sequence[Copy], kept: Path, slow: float) -> Suite:
    """The suite of a project. What is kept of an earlier run stays for tests whose files have not changed since:
    what they enter may have moved, which costs only that they are not taken for the nearest."""
    root = copies[0].folder
    digests = {name: hashlib.sha256((root / name).read_bytes()).hexdigest() for name in list_modules(root, TESTS)}
    known = {row[0]: row for row in read_rows(kept, digests)}
    names = collect(copies[0])
    new = [name for name in names if name not in known]
    rows = [known[name] for name in names if name in known] + (trace(copies, new) if new else [])
    write_rows(kept, digests, rows)
    good = [Test(name, seconds, entered) for name, passed, seconds, entered in rows if passed]
    failing = [f"{name} (does not pass)" for name, passed, *_ in rows if not passed]
    left_out = failing + [f"{test.name} (takes {test.seconds:.0f} s)" for test in good if test.seconds > slow]
    tests = tuple(sorted((test for test in good if test.seconds <= slow), key=lambda test: test.name))
    return Suite(tests, find_imports(root), find_names(root), tuple(sorted(left_out)))


Row = tuple[str, bool, float, frozenset[str]]


def read_rows(file: Path, digests: Mapping[str, str]) -> list[Row]:
    """What is kept of the tests whose files have not changed."""
    if not file.is_file():
        return []
    kept = json.loads(file.read_text(encoding="utf-8"))
    names, same = kept["functions"], {name for name, digest in digests.items() if kept["files"].get(name) == digest}
    return [
        (name, passed, took, frozenset(names[at] for at in entered))
        for name, passed, took, entered in kept["tests"]
        if name.partition("::")[0] in same
    ]


def write_rows(file: Path, digests: Mapping[str, str], rows: Sequence[Row]) -> None:
    """Keep what the tests enter."""
    names = sorted(frozenset[str]().union(*(entered for *_, entered in rows)))
    numbers = {name: at for at, name in enumerate(names)}
    tests = [(*row, sorted(numbers[name] for name in entered)) for *row, entered in rows]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"files": digests, "functions": names, "tests": tests}), encoding="utf-8")


def collect(copy: Copy) -> list[str]:
    """The names of all tests."""
    log = copy.folder / ".collected"
    code, output = copy.run(["--collect-only", "--name-log", str(log), TESTS], 3600)
    if code not in (0, FOUND_NOTHING):
        raise TrialError(f"the tests cannot be collected:\n{output}")
    return sorted(json.loads(log.read_text(encoding="utf-8")))


def trace(copies: Sequence[Copy], names: Sequence[str]) -> list[Row]:
    """Run tests where nothing is changed, and see what they enter."""
    files = sorted({name.partition("::")[0] for name in names})

    def run(at: int) -> list[Row]:
        mine = set(files[at :: len(copies)])
        if not mine:
            return []
        log, chosen = copies[at].folder / ".entered", copies[at].folder / ".tests"
        limits = {name: 600.0 for name in names if name.partition("::")[0] in mine}
        chosen.write_text(json.dumps(limits), encoding="utf-8")
        options = ["--enter-log", str(log), "--enter-below", str(copies[at].folder), "--tests-from", str(chosen)]
        code, output = copies[at].run(
            [*options, "--fail-log", str(copies[at].folder / ".failures"), *sorted(mine)], 3600
        )
        if code not in (0, 1, FOUND_NOTHING):
            raise TrialError(f"the tests do not run:\n{output}")
        rows = map(json.loads, log.read_text(encoding="utf-8").splitlines())
        return [(name, passed, seconds, frozenset(entered)) for name, passed, seconds, entered in rows]

    with ThreadPoolExecutor(len(copies)) as pool:
        return sorted((row for rows in pool.map(run, range(len(copies))) for row in rows), key=lambda row: row[0])


def find_names(root: Path) -> dict[str, frozenset[str]]:
    """For each constant of the package the functions that mention it by its name, or a constant made with it."""
    found: dict[str, set[str]] = {}
    made: dict[str, set[str]] = {}
    for path in list_modules(root, PACKAGE):
        tree = ast.parse((root / path).read_text(encoding="utf-8"))
        functions = dict(list_outermost(tree))
        for function, node in functions.items():
            for name in list_names(node):
                if name.isupper():
                    found.setdefault(name, set()).add(f"{path}:{function}")
        for node in tree.body:
            if isinstance(node, ast.Assign | ast.AnnAssign):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                bound = {name for target in targets for name in list_names(target)}
                for name in list_names(node):
                    made.setdefault(name, set()).update(bound if name.isupper() else ())
                called = {f"{path}:{name}" for name in list_names(node) if name in functions}
                for name in bound:
                    found.setdefault(name, set()).update(called)
    return {name: frozenset().union(*(found.get(n, set()) for n in follow(name, made))) for name in {*found, *made}}


def list_names(node: ast.AST) -> set[str]:
    """The names and attributes that are mentioned."""
    inner = list(ast.walk(node))
    return {n.id for n in inner if isinstance(n, ast.Name)} | {n.attr for n in inner if isinstance(n, ast.Attribute)}


def follow(start: str, edges: Mapping[str, set[str]]) -> set[str]:
    """What is reached from a name, by whatever way, with the name."""
    seen, waiting = {start}, [start]
    while waiting:
        new = edges.get(waiting.pop(), set()) - seen
        seen |= new
        waiting += new
    return seen


def list_outermost(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """The functions of a module and the methods of its classes, with their names."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from ((f"{node.name}.{inner.name}", inner) for inner in node.body if hasattr(inner, "name"))


def find_imports(root: Path) -> dict[str, frozenset[str]]:
    """For each test file the modules of the project that it imports, directly or not."""
    paths = {name_module(path): path for path in list_modules(root)}
    direct = {
        name: list_imports(name, (root / path).read_text(encoding="utf-8"), paths) for name, path in paths.items()
    }
    return {
        path: frozenset(paths[module] for module in follow(name, direct))
        for name, path in paths.items()
        if path.startswith(f"{TESTS}/")
    }


def name_module(path: str) -> str:
    """The dotted name of a file."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def list_imports(name: str, source: str, paths: Mapping[str, str]) -> set[str]:
    """The modules of the project that a module imports, with the packages around them and the conftests around it."""
    package = name if paths[name].endswith("__init__.py") else name.rpartition(".")[0]
    found = {f"{part}.conftest" for part in list_parents(name)} - {name}
    if "import_module(" in source and name.startswith((PACKAGE, TESTS)):
        # Names that are made while it runs: of its own package, or in a test of the whole one.
        below = f"{package if name.startswith(PACKAGE) else PACKAGE}."
        found |= {module for module in paths if module.startswith(below)}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package.split(".")[: len(package.split(".")) - node.level + 1]) if node.level else ""
            module = ".".join(part for part in (base, node.module) if part)
            found |= {module, *(f"{module}.{alias.name}" for alias in node.names)}
    return {part for module in found for part in list_parents(module) if part in paths}


def list_parents(name: str) -> list[str]:
    """A dotted name and the packages around it."""
    parts = name.split(".")
    return [".".join(parts[:end]) for end in range(1, len(parts) + 1)]
