"""The table of formats, tried with a file of each."""

from pathlib import Path

import pytest

from generator.formats import BY_SUFFIX
from generator.readers import READERS, collect
from tests.readers.every_format import FILES, words
from tests.readers.making import document


def test_there_is_a_file_of_every_format() -> None:
    """A new format gets its file here, so that the package is tried with it; images are tried in `scans`."""
    assert set(FILES) == {suffix for suffix in READERS if not BY_SUFFIX[suffix].is_image}


@pytest.mark.parametrize("suffix", sorted(FILES))
def test_every_format_is_read(suffix: str) -> None:
    """The words of the file are in its text."""
    assert words(suffix) in document(f"a{suffix}", FILES[suffix]).text


def test_no_two_files_hold_the_same(tmp_path: Path) -> None:
    """Each becomes a brief of its own, none a copy of another."""
    for suffix, content in FILES.items():
        (tmp_path / f"a-{suffix[1:]}{suffix}").write_bytes(content)
    found = collect(tmp_path, max_mb=1)
    assert (len(found.sources), found.problems) == (len(FILES), ())
