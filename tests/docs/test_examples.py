"""The examples of the manual are sites that build, and do what they are for."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tools.manual import EXAMPLES

TEXT = """The pier is closed

5 May 2021

"We had no choice," said Ann Bell, the mayor of Westport. The pier of Westport was closed on Wednesday.
"""
MARKS = {
    "1-house-style": [
        ("index.html", "The morning briefing of the harbour office"),
        ("own.css", "--briefs-accent: #7a1f2b"),
    ],
    "2-second-language": [
        ("briefs/pier.html", "Zusammenfassung"),
        ("index.html", ">Personen<"),
        ("index.html", 'lang="de"'),
    ],
    "3-other-layout": [("briefs/pier.html", 'id="said"'), ("briefs/pier.html", 'id="summary"')],
}
"""What a page of the example has that no other site has, and what it has kept."""


def test_every_example_is_tried() -> None:
    """Each has what it is looked for."""
    assert sorted(path.name for path in EXAMPLES.iterdir()) == sorted(MARKS)


@pytest.mark.parametrize("name", MARKS)
def test_an_example_builds(name: str, tmp_path: Path) -> None:
    """Copied into a fresh site it builds without a warning, and shows."""
    site = tmp_path / "site"
    assert CliRunner().invoke(main, ["new", str(site)]).exit_code == 0
    (site / "seeds/pier.txt").write_text(TEXT, encoding="utf-8")
    shutil.copytree(EXAMPLES / name, site, dirs_exist_ok=True, ignore=shutil.ignore_patterns("README.md"))
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", "--strict", "--quiet"],
        cwd=site,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    for path, words in MARKS[name]:
        assert words in (site / "site" / path).read_text(encoding="utf-8"), path


def test_another_layout_leaves_out_what_it_says() -> None:
    """The block of related briefs is empty in the example, which is how one is left out."""
    text = (EXAMPLES / "3-other-layout/templates/brief.md.j2").read_text(encoding="utf-8")
    assert "{% block related %}\n{% endblock %}" in text
