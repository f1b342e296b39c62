"""The rules of the project as a whole: what is locked, what may be written down, how large a piece may be."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from generator import __version__

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
BINARY = frozenset({".docx", ".gz", ".ico", ".onnx", ".pdf", ".png", ".npz", ".woff2"})

PIN = re.compile(r"^(?P<name>[a-z0-9._-]{1,80})==(?P<version>[^ ;]{1,40})(?: ; [^\\]{1,200}?)? \\$", re.MULTILINE)
"""One pinned requirement as the lock writes it; its hashes follow on lines of their own."""
HOME_PATH = re.compile(r"(?<![\w.:/-])/(?:work|home|root|Users|opt)/[A-Za-z]|[A-Z]:\\Users\\")
"""A path that only the machine of one developer has."""
PLAIN_NAME = re.compile(r"[\w.-]+(?:/[\w.-]+)*", re.ASCII)
"""The path of a file in letters, figures, stops and hyphens."""
LOADED_FROM_ELSEWHERE = re.compile(
    r"""(?:\bsrc=|\bsrcset=|<link\b[^>]{0,200}\bhref=|\burl\(|@import\s{0,9})\s{0,9}["']?(?:https?:)?//""",
    re.IGNORECASE,
)
"""An address in HTML or CSS from which a page would load something of another host."""
REMOTE = re.compile(
    r"(?:https?|git|file|ssh)://|--(?:extra-)?index-url|--find-links|--trusted-host|(?:^|\s)[~./]{0,2}/\w"
)
"""An address, an option that names one, or a path."""

DATA_FOLDERS = ("generator/data/", *(f"generator/language/{room}/lists/" for room in ("en", "fr", "people", "world")))
"""Where word lists and tables lie."""
DICTIONARY = "generator/model.py"
"""The one module that may be longer: every noun of the house stands in it, with its description."""
ORIGIN = re.compile(r"own work|licen[cs]e|\bCC BY|\bMIT\b|public domain", re.IGNORECASE)
"""What a data file says of its rights."""


@cache
def tracked_files() -> tuple[Path, ...]:
    """The files of the project: what git knows, or everything outside hidden folders where there is no git."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    names = listed.stdout.split("\0") if listed.returncode == 0 else []
    return tuple(ROOT / name for name in names if name and (ROOT / name).is_file())


def texts(*folders: str) -> Iterator[tuple[str, str]]:
    """Name and text of every tracked text file under the folders; of all of them where none is named."""
    for path in tracked_files():
        name = path.relative_to(ROOT).as_posix()
        if path.suffix not in BINARY and (not folders or name.startswith(folders)):
            yield name, path.read_text(encoding="utf-8", errors="replace")


def code() -> Iterator[tuple[str, str]]:
    """Name and text of every module of the program."""
    return ((name, text) for name, text in texts("generator/") if name.endswith(".py"))


def pins(file: str) -> dict[str, set[str]]:
    """The versions that a requirements file pins, by canonical name."""
    found: dict[str, set[str]] = {}
    for match in PIN.finditer((ROOT / "requirements" / file).read_text(encoding="utf-8")):
        found.setdefault(canonicalize_name(match["name"]), set()).add(match["version"])
    return found


def wanted(*groups: str) -> list[Requirement]:
    """What pyproject.toml asks for: the dependencies and those of the groups."""
    lines = [*PROJECT["project"]["dependencies"]]
    for group in groups:
        lines += [line for line in PROJECT["dependency-groups"][group] if isinstance(line, str)]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize(("file", "groups"), [("run.txt", ("build",)), ("dev.txt", ("build", "dev"))])
def test_requirements_are_in_step_with_pyproject(file: str, groups: tuple[str, ...]) -> None:
    """Every dependency is pinned, in a version that pyproject.toml allows. If this fails: make lock."""
    pinned = pins(file)
    for requirement in wanted(*groups):
        versions = pinned.get(canonicalize_name(requirement.name))
        assert versions, f"{requirement.name} is missing from requirements/{file}: make lock"
        assert all(requirement.specifier.contains(version) for version in versions), requirement.name


def test_tests_run_with_the_versions_that_build_the_site() -> None:
    """dev.txt pins all that run.txt pins, in the same versions."""
    run, dev = pins("run.txt"), pins("dev.txt")
    assert {name: dev.get(name) for name in run} == run


@pytest.mark.parametrize("file", ["run.txt", "dev.txt"])
def test_requirements_are_hashed_and_name_no_place(file: str) -> None:
    """Each pin has hashes; no line names an index, a host or a path."""
    lines = (ROOT / "requirements" / file).read_text(encoding="utf-8").splitlines()
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        assert not PIN.match(line) or following.startswith("    --hash=sha256:"), line
        assert not REMOTE.search(line), line


def test_no_file_names_a_place_on_one_machine() -> None:
    """No tracked file holds a path into somebody's home or work folder."""
    others = ((name, text) for name, text in texts() if name != "tests/test_project.py")
    found = [f"{name}: {match[0]}" for name, text in others for match in HOME_PATH.finditer(text)]
    assert not found


def test_every_file_has_a_plain_name() -> None:
    """What a test or a slip of the pen leaves behind, a folder called "(PosixPath('...", is no part of the project."""
    names = [path.relative_to(ROOT).as_posix() for path in tracked_files()]
    assert [name for name in names if not PLAIN_NAME.fullmatch(name)] == []


def test_pages_load_nothing_from_another_host() -> None:
    """Templates, styles and scripts load from the site alone; a link that a reader may click is no load."""
    found = [f"{name}: {m[0]}" for name, text in texts("templates/") for m in LOADED_FROM_ELSEWHERE.finditer(text)]
    assert not found


def test_floors() -> None:
    """Every import goes down; the contracts are in pyproject.toml."""
    program = "import sys; from importlinter.cli import lint_imports_command as run; sys.exit(run())"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_data_file_says_whence_it_came() -> None:
    """A word list or table tells its licence, or that it is the project's own, at its top or in NOTICE.md beside it."""
    notice = ROOT / "generator/data/NOTICE.md"
    noted = notice.read_text(encoding="utf-8") if notice.is_file() else ""
    data = (
        (name, text) for name, text in texts(*DATA_FOLDERS) if not name.endswith((".py", ".schema.json", "NOTICE.md"))
    )
    assert not [name for name, text in data if Path(name).name not in noted and not ORIGIN.search(text[:1000])]


def test_every_font_has_its_licence_beside_it() -> None:
    """`OFL-source-sans-3.txt` stands for all `source-sans-3-*.woff2` of its folder."""
    for path in tracked_files():
        if path.suffix == ".woff2":
            families = [licence.stem.removeprefix("OFL-") for licence in path.parent.glob("OFL-*.txt")]
            assert path.name.startswith(tuple(families)), path.name


def body_length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from the first statement after the docstring to the end."""
    first = function.body[1] if ast.get_docstring(function) and len(function.body) > 1 else function.body[0]
    return (function.end_lineno or first.lineno) - first.lineno + 1


def test_modules_and_functions_stay_small() -> None:
    """A module ends within 400 lines, the body of a function within 30."""
    found = [name for name, text in code() if text.count("\n") > 400 and name != DICTIONARY]
    for name, text in code():
        functions = (n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))
        found += [f"{name}: {function.name}" for function in functions if body_length(function) > 30]
    assert not found


def test_modules_say_what_they_are_for() -> None:
    """Each module begins with a docstring and is not named after nothing."""
    for name, text in code():
        assert ast.get_docstring(ast.parse(text)), name
        assert Path(name).stem not in {"utils", "util", "helpers", "manager", "process", "common", "misc"}, name


def test_tests_state_their_rule() -> None:
    """Each test's docstring says what it proves."""
    for name, text in texts("tests/"):
        if Path(name).name.startswith("test_"):
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                    assert ast.get_docstring(node), f"{name}: {node.name}"


def test_one_version() -> None:
    """The package and pyproject.toml tell the same version."""
    assert PROJECT["project"]["version"] == __version__


def test_changelog_tells_of_what_is_not_released() -> None:
    """There is always a place for the next line."""
    assert "\n## [Unreleased]\n" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


DOCUMENTS = (
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "EXPORT.md",
    "README.md",
    "SCALE.md",
    "evaluation/README.md",
    *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs/pages").glob("*.md")),
)
NAMED_PLACE = re.compile(r"`((?:[a-z_]{1,30}/){1,5}[a-z_.]{0,40})`")
"""A file or folder as documents name it: `language/en/names/`, `tests/test_rules.py`."""


@pytest.mark.parametrize("document", DOCUMENTS)
def test_documents_name_what_is_there(document: str) -> None:
    """Each file and folder that a document names exists, in the project, in the package or in a site."""
    made = (
        "site/",
        "seeds/",
        "docs/",
        "theme/",
        "my-site/",
        "new/",
        "published/",
        "briefs/",
        "people/",
        "events/",
        "timeline/",
        "export/",
        "review/",
        "templates/static/own",
        "static/",
        "search/",
    )
    named = set(NAMED_PLACE.findall((ROOT / document).read_text(encoding="utf-8")))
    places = {name for name in named if not name.startswith(made)}
    roots = (ROOT, ROOT / "generator", (ROOT / document).parent)
    assert not [name for name in places if not any((root / name).exists() for root in roots)]


def test_the_floors_are_as_they_are_drawn() -> None:
    """ARCHITECTURE.md lists the layers of pyproject.toml: the same rooms on the same floors."""
    listed = (
        (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").partition("## Floors")[2].partition("`generator/")[0]
    )
    floors = [set(row.split("|")[2].strip().split(", ")) for row in listed.splitlines()[4:] if row.startswith("|")]
    layers = PROJECT["tool"]["importlinter"]["contracts"][0]["layers"]
    assert floors == [set(layer.split(" | ")) for layer in layers if layer != "__main__"]
