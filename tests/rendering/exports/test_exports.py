"""The table of exports is the only place that knows them."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.rendering.exports import EXPORTS, Export
from tests.rendering.shelf import SETTINGS, full_library

COMMANDS = (Path(__file__).parents[3] / "docs/pages/commands.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("export", EXPORTS, ids=[export.name for export in EXPORTS])
def test_each_export_writes_files_and_is_told_of(export: Export, tmp_path: Path) -> None:
    """It writes what it says it wrote, the same again, and the manual has a row for it."""
    settings = replace(SETTINGS, site_name="Shelf", site_url="https://shelf.example/")
    written = export.write(full_library(), tmp_path / "out", settings)
    first = {path: path.read_bytes() for path in written}
    assert first
    assert all(path.is_relative_to(tmp_path / "out") for path in written)
    export.write(full_library(), tmp_path / "out", settings)
    assert {path: path.read_bytes() for path in written} == first
    assert f"| `briefs export OUT --format {export.name}` |" in COMMANDS
