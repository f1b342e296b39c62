"""A build stands beside the old site until it is whole."""

import os
from pathlib import Path

from generator.plugin.publish import Staging


def write(folder: Path, **files: str) -> None:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text)


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def test_the_old_site_stands_until_the_swap(tmp_path: Path) -> None:
    """Whatever happens while building, readers of the old site see all of it."""
    write(tmp_path / "site", old="1")
    staging = Staging(tmp_path / "site")
    write(staging.folder, new="2")
    assert names(tmp_path / "site") == {"old"}
    staging.discard()
    assert names(tmp_path) == {"site"}


def test_the_swap_replaces_everything_but_hidden_files(tmp_path: Path) -> None:
    """No page of the old site is left; `.gitignore` and the like stay, unless the new site has its own."""
    write(tmp_path / "site", old="1", **{".gitignore": "*", ".nojekyll": "old"})
    staging = Staging(tmp_path / "site")
    write(staging.folder, new="2", **{".nojekyll": "new"})
    staging.swap()
    assert names(tmp_path / "site") == {"new", ".gitignore", ".nojekyll"}
    assert (tmp_path / "site" / ".nojekyll").read_text() == "new"
    assert names(tmp_path) == {"site"}


def test_a_first_build_needs_no_old_site(tmp_path: Path) -> None:
    """The site appears where there was none."""
    staging = Staging(tmp_path / "site")
    write(staging.folder, new="2")
    staging.swap()
    assert names(tmp_path / "site") == {"new"}


def test_leftovers_of_killed_builds_go_and_running_builds_stay(tmp_path: Path) -> None:
    """A killed build costs nothing but the next start; two builds at once do not remove each other's folders."""
    dead = 2**22 + 7  # above the largest process number of Linux
    write(tmp_path / f".site-new-{dead}", half="1")
    write(tmp_path / f".site-new-{os.getppid()}", other="1")
    Staging(tmp_path / "site")
    assert names(tmp_path) == {f".site-new-{os.getppid()}"}
