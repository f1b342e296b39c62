"""A small project, whose rules are changed while its tests run."""

import json
from pathlib import Path

import pytest

from tools.mutate import choose, main
from tools.mutations import list_mutants
from tools.trials import OUT_OF_TIME, Copy, distance, find_imports, find_names

FILES = {
    "generator/__init__.py": "",
    "generator/rules/__init__.py": "",
    "generator/rules/small.py": (
        "LEAST = 3\n\n\ndef is_small(n):\n    return n < LEAST\n\n\ndef is_odd(n):\n    return not n % 2 == 0\n"
    ),
    "generator/rules/unseen.py": "def is_seen():\n    return False\n",
    "generator/rules/endless.py": "def count(n):\n    while not n < 1:\n        n -= 1\n    return n\n",
    "generator/build.py": "from generator.rules.small import is_odd\n\n\ndef build(n):\n    return is_odd(n)\n",
    "tests/__init__.py": "",
    "tests/rules/__init__.py": "",
    "tests/rules/test_small.py": (
        "from generator.rules.small import is_small\n\n\n"
        "def test_small():\n    assert is_small(2)\n    assert not is_small(3)\n"
    ),
    "tests/rules/test_endless.py": (
        "from generator.rules.endless import count\n\n\ndef test_count():\n    assert count(2) == 0\n"
    ),
    "measures/build.py": "from generator import build as made\n\nbuild = made.build\n",
    "tests/test_build.py": (
        "from measures.build import build\n\n\ndef test_build():\n    assert build(1)\n\n\n"
        "def test_fails():\n    assert False\n"
    ),
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of few modules, one of which no test imports; its tests need no plug-in of pytest."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_what_no_test_notices_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A change in a tested rule is noticed, nearby or far off; one in a module that no test imports is not."""
    before = {path: path.read_bytes() for path in project.rglob("*.py")}
    assert main(["--root", str(project), "--count", "20", "--kinds", "comparison", "number", "return"]) == 0
    told = capsys.readouterr().out.splitlines()
    kept = json.loads((project / ".cache/mutants.json").read_text(encoding="utf-8"))
    noticed = {
        (o["mutant"]["path"][16:-3], o["mutant"]["kind"], o["mutant"]["line"]): o["noticed_by"]
        for o in kept["outcomes"]
    }
    assert noticed == {
        ("endless", "comparison", 2): noticed["endless", "comparison", 2],
        ("small", "number", 1): "tests/rules/test_small.py::test_small",
        ("small", "comparison", 5): "tests/rules/test_small.py::test_small",
        ("small", "comparison", 9): "tests/test_build.py::test_build",
        ("unseen", "return", 2): "",
    }
    assert told[0].split() == ["generator/rules/unseen.py:2", "is_seen", "return", "False", "→", "True"]
    assert told[-1].endswith("of 5 changes noticed by no test (comparison 0/3, number 0/1, return 1/1)")
    assert kept["left_out"] == ["tests/test_build.py::test_fails (does not pass)"]
    assert {path: path.read_bytes() for path in project.rglob("*.py")} == before


def test_a_test_that_fails_without_a_change_notices_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nearby and in the whole suite: it is left out, and what stands behind it is asked."""
    broken = "\n\ndef test_broken():\n    assert sys.gettrace()\n"
    for name, module in (("tests/rules/test_a_small.py", "small"), ("tests/rules/test_unseen.py", "unseen")):
        (project / name).write_text(f"import sys\n\nfrom generator.rules import {module}  # noqa: F401\n{broken}")
    near = project / "tests/rules/test_small.py"
    near.write_text(f"import sys\n\n{near.read_text(encoding='utf-8')}{broken}    is_small(2)\n", encoding="utf-8")
    assert main(["--root", str(project), "--count", "20", "--kinds", "number", "return"]) == 0
    kept = json.loads((project / ".cache/mutants.json").read_text(encoding="utf-8"))
    assert [o["noticed_by"] for o in kept["outcomes"]] == ["tests/rules/test_small.py::test_small", ""]
    assert "tests/rules/test_unseen.py::test_broken (fails without a change)" in kept["left_out"]
    assert capsys.readouterr().out.splitlines()[-1].endswith("(number 0/1, return 1/1)")


def test_records_are_made_anew_in_the_copy(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What another machine wrote down hides no change; the project's own records stay."""
    approved = {
        "tests/approved/__init__.py": "",
        "tests/approved/record.txt": "another\n",
        "tests/approved/conftest.py": (
            "def pytest_addoption(parser):\n    parser.addoption('--accept', action='store_true')\n"
        ),
        "tests/approved/test_record.py": (
            "from pathlib import Path\n\n\ndef test_record(request):\n"
            "    file = Path(__file__).with_name('record.txt')\n"
            "    if request.config.getoption('--accept'):\n        file.write_text('this')\n"
            "    assert file.read_text() == 'this'\n"
        ),
    }
    for name, text in approved.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")
    copy = Copy(project, tmp_path_factory.mktemp("copy"))
    copy.approve("tests/none")
    copy.approve("tests/approved")
    assert (copy.folder / "tests/approved/record.txt").read_text(encoding="utf-8") == "this"
    assert (project / "tests/approved/record.txt").read_text(encoding="utf-8") == "another\n"


@pytest.mark.parametrize(("code", "told"), [(OUT_OF_TIME, []), (-9, ["killed"])])
def test_a_run_that_is_too_slow_notices_nothing(
    project: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, code: int, told: list[str]
) -> None:
    """A run that dies of a change has noticed it; one that was stopped for its time, without a failed test, has not."""
    copy = Copy(project, tmp_path_factory.mktemp("copy"))
    monkeypatch.setattr(copy, "run", lambda options, limit: (code, "killed"))
    path = "generator/rules/small.py"
    change = list_mutants(path, (project / path).read_text(encoding="utf-8"))[0][0]
    assert copy.find_failures([change], [], 1) == told


def test_the_same_seed_chooses_the_same(project: Path) -> None:
    """Another seed chooses otherwise; every kind gets its share."""
    first = choose(project, ["rules"], ["comparison", "not"], 4, 1)
    assert first == choose(project, ["rules"], ["comparison", "not"], 4, 1)
    assert {mutant.kind for mutant in first} == {"comparison", "not"}
    assert len({tuple(choose(project, ["rules"], ["comparison"], 1, seed)) for seed in range(20)}) > 1


def test_imports_are_followed(project: Path) -> None:
    """A test file reaches what the modules that it imports import, through whatever folder."""
    reached = find_imports(project)["tests/test_build.py"]
    assert "generator/rules/small.py" in reached
    assert "generator/rules/unseen.py" not in reached


def test_constants_are_followed(tmp_path: Path) -> None:
    """A constant is felt where it is mentioned, and where one is that is made with it."""
    (tmp_path / "generator").mkdir()
    (tmp_path / "generator/a.py").write_text(
        "WORD = 'x'\n\n\ndef make(): ...\n\n\nRULES = [(WORD, make)]\n", encoding="utf-8"
    )
    (tmp_path / "generator/b.py").write_text(
        "from generator import a\n\n\ndef find():\n    return a.RULES\n", encoding="utf-8"
    )
    assert find_names(tmp_path)["WORD"] == {"generator/a.py:make", "generator/b.py:find"}


def test_the_nearest_test_has_the_name_of_the_module() -> None:
    """Then comes what stands in its folder, then what stands one folder off."""
    module = "generator/language/rules/names.py"
    files = [
        "tests/test_build.py",
        "tests/language/test_a.py",
        "tests/language/rules/test_a.py",
        "tests/x/test_names.py",
    ]
    assert sorted(files, key=lambda file: distance(module, file)) == files[::-1]


def test_a_folder_without_modules_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong name is a failure, not a success."""
    assert main(["--root", str(project), "--folders", "rule"]) == 1
    assert capsys.readouterr().err == "The changes cannot be tried: generator/rule has no modules\n"


def test_changes_can_be_listed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Then no test runs."""
    assert main(["--root", str(project), "--folders", "rules", "--kinds", "return", "number", "--list"]) == 0
    assert capsys.readouterr().out.splitlines()[1] == "generator/rules/unseen.py:2  is_seen  return  'False' → 'True'"
    assert not (project / ".cache").exists()
