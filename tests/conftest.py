"""Fixture files: cases anyone can add without code. `pytest --accept` rewrites what is expected; read the diff.

A file under `tests/fixtures/` holds cases of this form, with blank lines between them (lines before the title
are comments):

    the title of the case
    .
    input, any number of lines
    .
    expected output, any number of lines
    .

A test takes them through a marker and the argument `case`:

    @pytest.mark.cases("cleaning/credits.txt")
    def test_credits(case):
        case.check(show(clean(document(case.input))))
"""

import os
import site
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import hypothesis
import jinja2
import pytest

# What is tried at random varies on a desk, where a new find is welcome, and stays the same where others wait for it.
# No test asserts how long something takes: a busy machine is no fault.
hypothesis.settings.register_profile("desk", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "desk")

FIXTURES = Path(__file__).parent / "fixtures"
ACCEPTED = pytest.StashKey[dict[tuple[Path, int], str]]()
AT_END = pytest.StashKey[list[str]]()
"""Lines that are said once, below all results."""


@pytest.fixture(scope="session", autouse=True)
def templates_are_read_once() -> Iterator[None]:
    """Templates are compiled, and those of an installed theme listed, once for all sites that this process builds.

    What is compiled is the same wherever text, name and settings are the same; it is two thirds of what a small site
    costs. A child process knows nothing of this.
    """
    compiled: dict[Hashable, Any] = {}
    compile_anew, list_anew = jinja2.Environment.compile, jinja2.FileSystemLoader.list_templates

    def compile_once(self: jinja2.Environment, source: Any, name: Any = None, filename: Any = None, *how: Any) -> Any:
        ways = (self.trim_blocks, self.lstrip_blocks, self.keep_trailing_newline, self.autoescape, self.finalize)
        key = (type(self), *ways, frozenset(self.extensions), source, name, filename, how)
        if key not in compiled:
            compiled[key] = compile_anew(self, source, name, filename, *how)
        return compiled[key]

    def list_once(self: jinja2.FileSystemLoader) -> list[str]:
        own = [folder for folder in self.searchpath if not is_installed(folder)]
        names = [name for folder in self.searchpath if is_installed(folder) for name in names_in(folder)]
        return sorted({*names, *list_anew(jinja2.FileSystemLoader(own))})

    @cache
    def names_in(folder: str) -> tuple[str, ...]:
        """Without the ten thousand icons, which are hidden and which MkDocs passes over."""
        return tuple(name for name in list_anew(jinja2.FileSystemLoader(folder)) if not name.startswith("."))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jinja2.Environment, "compile", compile_once)
        patch.setattr(jinja2.FileSystemLoader, "list_templates", list_once)
        yield


@cache
def is_installed(folder: str) -> bool:
    """Whether a folder belongs to a package that no test changes."""
    return any(Path(folder).is_relative_to(place) for place in site.getsitepackages())


@dataclass(frozen=True)
class Case:
    """One case of a fixture file. `input` and `expected` have no line break at the end."""

    path: Path
    index: int
    title: str
    input: str
    expected: str
    comment: str = ""
    accepted: dict[tuple[Path, int], str] | None = field(default=None, compare=False, repr=False)

    def check(self, actual: str) -> None:
        """Compare with what is expected; under `--accept` take `actual` for it instead."""
        if self.accepted is None:
            assert actual == self.expected, f"{self.path.name}: {self.title}"
            return
        if any(line == "." for line in actual.split("\n")):
            raise ValueError(f"{self.path}: {self.title}: a line that is only '.' cannot be written down")
        self.accepted[self.path, self.index] = actual


def load_cases(path: Path) -> list[Case]:
    """Read the cases of one file. Raises ValueError where the last case is not closed."""
    parts: list[list[str]] = [[]]
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line == ".":
            parts.append([])
        else:
            parts[-1].append(line)
    if len(parts) % 3 != 1 or any(line.strip() for line in parts[-1]):
        raise ValueError(f"{path}: each case needs three lines that are only '.'")
    return [make_case(path, index, *parts[3 * index : 3 * index + 3]) for index in range(len(parts) // 3)]


def make_case(path: Path, index: int, head: list[str], given: list[str], expected: list[str]) -> Case:
    """One case of its three runs of lines."""
    lines = "\n".join(head).strip("\n").split("\n")
    return Case(path, index, lines[-1], "\n".join(given), "\n".join(expected), comment="\n".join(lines[:-1]))


def write_cases(path: Path, accepted: dict[tuple[Path, int], str]) -> None:
    """Write the file anew with the accepted outputs in place."""
    texts = []
    for case in load_cases(path):
        expected = accepted.get((path, case.index), case.expected)
        comment = f"{case.comment}\n" if case.comment else ""
        body = f"{expected}\n" if expected else ""
        given = f"{case.input}\n" if case.input else ""
        texts.append(f"{comment}{case.title}\n.\n{given}.\n{body}.\n")
    path.write_text("\n".join(texts), encoding="utf-8")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite the expected output in tests/fixtures")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "cases(file): run the test once for each case of tests/fixtures/file")
    config.stash[ACCEPTED] = {}
    config.stash[AT_END] = []


def say_at_end(config: pytest.Config, line: str) -> None:
    """Say a line once, below all results, whichever of several processes it comes from."""
    config.stash[AT_END].append(line)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """A process among which tests are shared out has ended: take over what it has to say."""
    node.config.stash[AT_END].extend(getattr(node, "workeroutput", {}).get("at end", ()))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    lines = config.stash[AT_END]
    for line in dict.fromkeys(lines):
        terminalreporter.write_line(line)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "case" not in metafunc.fixturenames:
        return
    files = [FIXTURES / name for mark in metafunc.definition.iter_markers("cases") for name in mark.args]
    cases = [case for path in files for case in load_cases(path)]
    metafunc.parametrize("case", cases, indirect=True, ids=[f"{c.path.stem}: {c.title}" for c in cases])


@pytest.fixture
def case(request: pytest.FixtureRequest) -> Case:
    """One case of the files that the marker `cases` names."""
    given: Case = request.param
    if not request.config.getoption("--accept"):
        return given
    accepted = request.config.stash[ACCEPTED]
    return Case(given.path, given.index, given.title, given.input, given.expected, given.comment, accepted)


def pytest_sessionfinish(session: pytest.Session) -> None:
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["at end"] = session.config.stash[AT_END]
    accepted = session.config.stash[ACCEPTED]
    for path in sorted({path for path, _ in accepted}):
        write_cases(path, accepted)
