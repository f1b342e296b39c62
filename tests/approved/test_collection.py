"""The project's own small collections, read, cleaned, studied and linked."""

from collections.abc import Callable, Iterable
from pathlib import Path

from generator.build import build
from generator.settings import Settings
from tests.approved.formats import make_files
from tests.approved.telling import tell_library

SEEDS = Path(__file__).parent / "seeds"
RECORDED = ("collection", "formats")
Approve = Callable[[str, Iterable[str]], None]


def test_the_collection_is_what_was_approved(approve: Approve) -> None:
    """All that a build finds in the files beside this one."""
    approve("collection", tell_library(build(Settings(seeds=SEEDS, workers=1))))


def test_files_of_other_formats_hold_what_was_approved(approve: Approve, tmp_path: Path) -> None:
    """All that a build finds in files that are made here."""
    for name, content in make_files().items():
        (tmp_path / name).write_bytes(content)
    approve("formats", tell_library(build(Settings(seeds=tmp_path, workers=1))))
