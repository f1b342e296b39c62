"""What the system refuses is one line: the file, the fault and the cure; and it costs no more than it must."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.build import build
from generator.cli import main
from generator.cli.project import load_settings
from generator.curation import read_curation
from generator.errors import SettingsError, TemplateError
from generator.readers import collect, collection
from generator.readers.collection import Found, list_files
from generator.rendering.templates import fill, load_templates
from generator.settings import Settings
from tests.rights import open_folder, without_rights

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows has other rights and limits")
ROOT = Path(__file__).parent.parent
TEXT = "Rain stops the games\n\n5 May 2021\n\nThe games in Leeds were stopped by rain, the mayor said.\n"
DENIED = "cannot be read (Permission denied); check that"


def test_a_folder_of_sources_that_may_not_be_read() -> None:
    """It is not said to be empty or missing; nor is one in a folder that may not be entered."""
    with open_folder() as folder:
        (folder / "seeds").mkdir()
        for closed in ("seeds", "."):
            (folder / closed).chmod(0)
            with without_rights():
                library = build(Settings(seeds=folder / "seeds"))
            (folder / closed).chmod(0o755)
            assert [str(problem).startswith(f"seeds: {DENIED}") for problem in library.problems] == [True]


def test_a_file_that_goes_between_listing_and_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It costs itself: the others are read."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)

    def list_and_remove(seeds: Path) -> tuple[list[Found], list[object]]:
        found = list_files(seeds)
        (tmp_path / "a.txt").unlink()
        return found  # type: ignore[return-value]

    monkeypatch.setattr(collection, "list_files", list_and_remove)
    found = collect(tmp_path, max_mb=1)
    assert [source.path for source in found.sources] == ["b.txt"]
    assert [str(problem) for problem in found.problems] == [
        "a.txt: cannot be read (No such file or directory); check that it is there and that you may read it"
    ]


@pytest.mark.parametrize(
    ("spoil", "line"),
    [
        (lambda cache: cache.write_bytes(os.urandom(3000)), "(file is not a database); it was put aside"),
        (lambda cache: os.truncate(cache, 5000), "(database disk image is malformed); it was put"),
        (lambda cache: (cache.unlink(), cache.mkdir()), "(unable to open database file); make the folder writable, or"),
        (
            lambda cache: (cache.unlink(), cache.parent.rmdir(), cache.parent.touch()),
            "(File exists); delete what stands",
        ),
    ],
    ids=["noise", "cut short", "a folder", "a file in the place of its folder"],
)
def test_a_spoilt_cache_costs_time(tmp_path: Path, spoil: Callable[[Path], object], line: str) -> None:
    """The build goes on without it; the line says what to do, and names no folder of this machine."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "rain.txt").write_text(TEXT)
    settings = Settings(seeds=tmp_path / "seeds", cache=tmp_path / "cache", workers=1)
    first = build(settings)
    spoil(tmp_path / "cache" / "studies.sqlite")
    library = build(settings)
    assert library.briefs == first.briefs
    (problem,) = library.problems
    assert str(problem).startswith(f"cache/studies.sqlite: the cache cannot be used {line}")
    assert str(tmp_path) not in str(problem)


def test_files_of_the_user_that_may_not_be_read() -> None:
    """Cache, decisions, template and settings: each names itself, and asks for rights, not for another file."""
    with open_folder() as folder:
        (folder / "_cache").mkdir(mode=0)
        for name in ("_overrides.yml", "brief.md.j2", "mkdocs.yml", "rain.txt"):
            (folder / name).write_text(TEXT)
        for name in ("_overrides.yml", "brief.md.j2", "mkdocs.yml"):
            (folder / name).chmod(0)
        with without_rights():
            library = build(Settings(seeds=folder, cache=folder / "_cache"))
            (decisions,) = read_curation(folder).problems
            with pytest.raises(TemplateError) as template:
                fill(load_templates(folder), "brief.md.j2", {})
            with pytest.raises(SettingsError) as settings:
                load_settings(folder)
        (folder / "_cache").chmod(0o755)
    told = [str(problem) for problem in library.problems if "cache" in problem.path]
    assert told == [
        "_cache/studies.sqlite: the cache cannot be used (Permission denied); make the folder writable; "
        "the build went on without it"
    ]
    assert str(decisions).startswith(f"_overrides.yml: {DENIED}")
    assert f"brief.md.j2: {DENIED}" in str(template.value)
    assert str(settings.value).startswith(f"mkdocs.yml: {DENIED}")


def test_a_place_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    """Of every command: no traceback, the file is named."""
    (tmp_path / "taken").write_text(TEXT)
    (tmp_path / "seeds").mkdir()
    below = str(tmp_path / "taken" / "site")
    for command in (["new", below], ["export", below, "--format", "json", "--seeds", str(tmp_path / "seeds")]):
        result = CliRunner().invoke(main, command)
        assert result.exit_code == 1
        (line,) = (line for line in result.output.splitlines() if line.startswith("Error: "))
        assert "taken" in line
        assert "(Not a directory); free room, or check" in line


def test_a_full_disk_is_one_line_and_the_old_site_stands(tmp_path: Path) -> None:
    """A real build whose files may have no more than a few bytes."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    assert CliRunner().invoke(main, ["new", str(tmp_path / "my")]).exit_code == 0
    (tmp_path / "my" / "seeds" / "rain.txt").write_text(TEXT)
    (tmp_path / "my" / "site").mkdir()
    (tmp_path / "my" / "site" / "index.html").write_text("old")
    program = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000));"
        "from generator.cli import main; main(['build'])"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=tmp_path / "my", env=environment, capture_output=True, text=True)
    assert done.returncode == 1
    lines = [line for line in done.stderr.splitlines() if "cannot be written" in line]
    assert lines == [
        "Error: briefs: site/ cannot be written (File too large); "
        "free room, or check that you may write there; the old site stands"
    ]
    assert "Traceback" not in done.stderr
    assert [file.name for file in (tmp_path / "my" / "site").iterdir()] == ["index.html"]


SMALL_DISK = """
set -e
mount -t tmpfs -o size={size} none "$1"
cp -r "$2/." "$1"
cd "$1"
mkdir -p site; echo old > site/index.html
{before}
"$3" -m generator build --quiet || echo "exit $?"
find site -type f
ls -A
"""


@pytest.mark.parametrize(
    ("size", "before", "line"),
    [
        ("700k", "", "(No space left on device); free room"),
        ("9m", "mount -o remount,ro .", "(Read-only file system); free"),
    ],
    ids=["full", "read-only"],
)
def test_a_disk_that_is_full_or_read_only(tmp_path: Path, size: str, before: str, line: str) -> None:
    """A real one of that size: one line, no traceback, the old site stands and nothing else stays."""
    unshare = shutil.which("unshare")
    if (
        unshare is None
        or subprocess.run([unshare, "-rm", "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True).returncode
    ):
        pytest.skip("no disk can be mounted here")
    assert CliRunner().invoke(main, ["new", str(tmp_path / "my")]).exit_code == 0
    (tmp_path / "my" / "seeds" / "rain.txt").write_text(TEXT)
    (tmp_path / "disk").mkdir()
    script = SMALL_DISK.format(size=size, before=before)
    words = [unshare, "-rm", "sh", "-c", script, "sh", str(tmp_path / "disk"), str(tmp_path / "my"), sys.executable]
    done = subprocess.run(words, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True)
    told = done.stdout + done.stderr
    assert "Traceback" not in told
    assert len([row for row in told.splitlines() if "site/ cannot be written" in row and line in row]) == 1, told
    assert "exit 1" in done.stdout
    assert [row for row in done.stdout.splitlines() if row.startswith("site/")] == ["site/index.html"]
    assert ".site-" not in done.stdout
