"""What people install: the needs that are named, and what is in the package."""

import ast
import json
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from generator import __version__

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "generator").rglob("*.py"))
DECLARED = frozenset(
    canonicalize_name(Requirement(line).name)
    for line in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
)
LOAD_ALL = (
    "import importlib, json, sys\n"
    "for name in json.loads(sys.argv[1]): importlib.import_module(name)\n"
    "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
)
"""A program that imports the modules named and prints the top of all that this loaded."""


@cache
def distributions() -> dict[str, frozenset[str]]:
    """The distributions that bring a module, by the module's top-level name."""
    found = metadata.packages_distributions()
    return {module: frozenset(map(canonicalize_name, names)) for module, names in found.items()}


def imported(module: Path) -> Iterator[str]:
    """The top-level names that a module imports."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def brought(names: frozenset[str]) -> frozenset[str]:
    """The distributions that plain pip installs for these, extras left aside: not every pip finds each of them."""
    found: set[str] = set()
    waiting = set(names)
    while waiting:
        found.add(name := waiting.pop())
        needs = [Requirement(line) for line in metadata.requires(name) or ()]
        wanted = (need for need in needs if not need.marker or need.marker.evaluate({"extra": ""}))
        waiting |= {canonicalize_name(need.name) for need in wanted} - found
    return frozenset(found)


def test_every_direct_need_is_named() -> None:
    """What a module of the program imports is brought by a distribution that pyproject.toml names."""
    missing = {
        f"{module.relative_to(ROOT)}: {name}"
        for module in MODULES
        for name in imported(module)
        if name not in sys.stdlib_module_names and name != "generator" and not distributions()[name] & DECLARED
    }
    assert not missing


def test_plain_pip_brings_all_that_is_loaded() -> None:
    """Whatever the program loads, through its libraries too, comes with the needs named, without any extra."""
    names = [".".join(m.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for m in MODULES]
    names = [name for name in names if not name.endswith("__main__")]
    done = subprocess.run(
        [sys.executable, "-c", LOAD_ALL, json.dumps(names)], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    loaded = [name for name in json.loads(done.stdout) if name in distributions() and name != "generator"]
    # What an environment runs at every start of Python was not asked for by the program.
    bare = subprocess.run(
        [sys.executable, "-c", LOAD_ALL, "[]"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    installed = brought(DECLARED)
    missing = [name for name in loaded if not distributions()[name] & installed and name not in json.loads(bare.stdout)]
    assert len(loaded) > 20
    assert not missing


def test_the_package_can_be_called_as_a_module() -> None:
    """`python -m generator` is the command `briefs`."""
    command = [sys.executable, "-m", "generator", "--version"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == f"briefs, version {__version__}\n"


def test_wheel_and_source_archive_hold_what_is_needed(tmp_path: Path) -> None:
    """Templates, word lists, schemas, the model with its weights, and every licence; nothing of tests or tools."""
    for kind in ("wheel", "sdist"):
        command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(tmp_path)]
        subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    (wheel,), (archive,) = tmp_path.glob("*.whl"), tmp_path.glob("*.tar.gz")
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if not name.endswith("/")}
    infos = {name for name in packed if ".dist-info/" in name}
    made = [*(ROOT / "generator").rglob("*"), *(ROOT / "templates").rglob("*")]
    wanted = {path.relative_to(ROOT).as_posix() for path in made if path.is_file() and "__pycache__" not in path.parts}
    assert packed - infos == {name if name.startswith("generator/") else f"generator/{name}" for name in wanted}
    assert {name.partition("/licenses/")[2] for name in infos} >= {
        "LICENSE",
        "MODEL_CARD.md",
        "generator/data/NOTICE.md",
    }
    with tarfile.open(archive) as unpacked:
        assert wanted <= {name.partition("/")[2] for name in unpacked.getnames()}
