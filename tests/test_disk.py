"""A folder is whole at any moment: beside the old one until it takes its place, whatever ends the process."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator import disk
from generator.disk import Beside, exchange, hold, revised, write_new, write_whole

POSIX = pytest.mark.skipif(os.name != "posix", reason="no locks of folders")


def write(folder: Path, **files: str) -> None:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text)


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


@pytest.fixture(params=["in one step", "in two steps"])
def steps(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """As this system does it, and as one that exchanges no folders does."""
    if request.param == "in two steps":
        monkeypatch.setattr(disk, "exchange", lambda *_: False)


@pytest.mark.usefixtures("steps")
def test_the_swap_replaces_everything_but_hidden_entries(tmp_path: Path) -> None:
    """No file of the old folder is left; `.git` and the like stay, unless the new one has its own."""
    write(tmp_path / "site", old="1", **{".gitignore": "*", ".nojekyll": "old"})
    write(tmp_path / "site" / ".git", HEAD="ref")
    beside = Beside(tmp_path / "site")
    assert names(tmp_path / "site") == {"old", ".gitignore", ".nojekyll", ".git"}
    write(beside.folder, new="2", **{".nojekyll": "new"})
    beside.swap()
    assert names(tmp_path / "site") == {"new", ".gitignore", ".nojekyll", ".git"}
    assert (tmp_path / "site" / ".nojekyll").read_text() == "new"
    assert (tmp_path / "site" / ".git" / "HEAD").read_text() == "ref"
    assert names(tmp_path) == {"site"}


@pytest.mark.skipif(sys.platform != "linux", reason="not every other system can")
def test_folders_change_names_in_one_step(tmp_path: Path) -> None:
    """There is no moment without a folder of that name."""
    write(tmp_path / "a", one="1")
    write(tmp_path / "b", two="2")
    assert exchange(tmp_path / "a", tmp_path / "b")
    assert (names(tmp_path / "a"), names(tmp_path / "b")) == ({"two"}, {"one"})
    assert not exchange(tmp_path / "a", tmp_path / "gone")


@POSIX
@pytest.mark.usefixtures("steps")
def test_the_last_of_two_at_once_wins_and_neither_is_torn(tmp_path: Path) -> None:
    """Each has its own folder and leaves that of the other alone."""
    write(tmp_path / "site", old="1")
    first, second = Beside(tmp_path / "site"), Beside(tmp_path / "site")
    write(first.folder, a="1")
    write(second.folder, b="1")
    second.swap()
    assert names(tmp_path / "site") == {"b"}
    first.swap()
    assert names(tmp_path / "site") == {"a"}
    assert names(tmp_path) == {"site"}


@POSIX
def test_what_ended_processes_left_goes_and_what_lives_stays(tmp_path: Path) -> None:
    """Also where another process has got the number of the dead one since."""
    code = (
        "import os, signal, sys; from pathlib import Path; from generator.disk import Beside\n"
        "Beside(Path(sys.argv[1])); os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "site")], cwd=Path(__file__).parent.parent)
    (left,) = names(tmp_path)
    living = Beside(tmp_path / "site")
    assert names(tmp_path) == {living.folder.name}
    assert left != living.folder.name
    living.discard()
    assert not names(tmp_path)


@POSIX
def test_an_old_folder_that_was_put_aside_comes_back(tmp_path: Path) -> None:
    """A process that ended between the two steps took nothing away."""
    write(tmp_path / ".site-old-1234", old="1")
    write(tmp_path / ".site-new-1234", new="1")
    beside = Beside(tmp_path / "site")
    assert names(tmp_path / "site") == {"old"}
    beside.discard()
    assert names(tmp_path) == {"site"}


@POSIX
def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    """What it leads to is replaced."""
    write(tmp_path / "real", old="1")
    (tmp_path / "site").symlink_to(tmp_path / "real")
    beside = Beside(tmp_path / "site")
    write(beside.folder, new="1")
    beside.swap()
    assert (tmp_path / "site").is_symlink()
    assert names(tmp_path / "real") == {"new"}


@POSIX
def test_one_holds_a_folder(tmp_path: Path) -> None:
    """A second hold is refused until the first ends."""
    lock = hold(tmp_path)
    assert lock is not None
    assert hold(tmp_path) is None
    os.close(lock)
    again = hold(tmp_path)
    assert again is not None
    os.close(again)


def test_a_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    """Who has the old one open goes on reading the old one."""
    (tmp_path / "a").write_bytes(b"old")
    with (tmp_path / "a").open("rb") as reader:
        write_whole(tmp_path / "a", b"new")
        assert (reader.read(), (tmp_path / "a").read_bytes()) == (b"old", b"new")
    assert names(tmp_path) == {"a"}


@POSIX
def test_new_files_are_there_together_or_not_at_all(tmp_path: Path) -> None:
    """Nothing is overwritten; where one cannot be written the others are gone again."""
    write_new({tmp_path / "a.yml": b"1", tmp_path / "a.txt": b"2"})
    assert names(tmp_path) == {"a.yml", "a.txt"}
    with pytest.raises(FileExistsError):
        write_new({tmp_path / "b.yml": b"1", tmp_path / "a.txt": b"3"})
    assert names(tmp_path) == {"a.yml", "a.txt"}
    assert (tmp_path / "a.txt").read_bytes() == b"2"


@POSIX
@pytest.mark.usefixtures("steps")
def test_a_folder_is_revised_as_a_whole(tmp_path: Path) -> None:
    """With what it held, or anew; where an exception passes, it is as it was."""
    out = tmp_path / "out"
    with revised(out, keep=True) as folder:
        write(folder, a="1")
        assert not out.exists()
    with pytest.raises(KeyError), revised(out, keep=True) as folder:
        write(folder, b="1")
        raise KeyError
    assert names(out) == {"a"}
    with revised(out, keep=False, only=("a", "c")) as folder:
        write(folder, a="2", c="2")
        assert (out / "a").read_text() == "1"
    assert names(out) == {"a", "c"}
    assert names(tmp_path) == {"out"}


@POSIX
def test_what_is_not_ours_stays_where_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with files of others, or in which this process stands, is not moved."""
    write(tmp_path / "out", mine="1", a="0")
    was = (tmp_path / "out").stat().st_ino
    with revised(tmp_path / "out", keep=False, only=("a",)) as folder:
        write(folder, a="1")
        assert (tmp_path / "out" / "a").read_text() == "0"
    monkeypatch.chdir(tmp_path / "out")
    with revised(Path(), keep=True) as folder:
        write_whole(folder / "a", b"2")
    assert names(tmp_path / "out") == {"mine", "a"}
    assert (tmp_path / "out").stat().st_ino == was


SWAPS = """
import sys
import time
from pathlib import Path
from generator.disk import Beside
for turn in range(10**6):
    beside = Beside(Path(sys.argv[1]))
    for name in "abc":
        (beside.folder / name).write_text(str(turn))
    beside.swap()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a kill may come between two steps")
def test_a_kill_at_any_moment_leaves_a_whole_folder(tmp_path: Path) -> None:
    """All files of one turn, with the hidden ones of the first; the next process removes what was left."""
    write(tmp_path / "site", a="-", b="-", c="-", **{".keep": "1"})
    for moment in range(4):
        process = subprocess.Popen(
            [sys.executable, "-c", SWAPS, str(tmp_path / "site")], cwd=Path(__file__).parent.parent
        )
        time.sleep(0.15 + 0.037 * moment)
        process.kill()
        process.wait()
        assert names(tmp_path / "site") == {"a", "b", "c", ".keep"}
        assert len({(tmp_path / "site" / name).read_text() for name in "abc"}) == 1
    Beside(tmp_path / "site").discard()
    assert names(tmp_path) == {"site"}
