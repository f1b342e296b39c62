"""The project's own small collection, read, cleaned, studied and linked."""

from collections.abc import Callable, Iterable
from pathlib import Path

from generator.build import build
from generator.settings import Settings
from tests.approved.telling import tell_library

SEEDS = Path(__file__).parent / "seeds"
RECORD = "collection"


def test_the_collection_is_what_was_approved(approve: Callable[[str, Iterable[str]], None]) -> None:
    """All that a build finds in the files beside this one."""
    approve(RECORD, tell_library(build(Settings(seeds=SEEDS, workers=1))))
