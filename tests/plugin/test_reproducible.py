"""The same sources give the same bytes, whatever else is different: Markdown, JSON, tables and the whole site."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main

ROOT = Path(__file__).parents[2]
SOURCES = {
    "rain.txt": "Rain stops play\n\n5 May 2021\n\nThe games in Leeds were stopped by rain, said Ann Bell, the mayor.\n",
    "sun.md": '# Sun over the games\n\n8 June 2021\n\n"We had no choice," said Ann Bell in Leeds on Monday.\n',
    "page.html": "<h1>Fog in Leeds</h1><p>Ann Bell said on 9 June 2021 that fog lay over Leeds.</p>",
    "pluie.txt": "La pluie arrête les jeux\n\nLes jeux ont été arrêtés mardi 4 mai 2021, a dit le maire Paul Morel.\n",
}
OTHERWISE = """
import datetime, os, time
scandir, listdir = os.scandir, os.listdir
class Entries(list):
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def close(self): pass
    def __next__(self):
        if not self: raise StopIteration
        return self.pop(0)
os.scandir = lambda *at: Entries(sorted(scandir(*at), key=lambda entry: entry.name, reverse=True))
os.listdir = lambda *at: sorted(listdir(*at), reverse=True)
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None): return super().now(tz) + datetime.timedelta(days=400)
datetime.datetime = Later
"""
PROGRAM = """
import sys
from click.testing import CliRunner
from generator import workers
from generator.cli import main
workers.FEW = 0
for kind in ("json", "markdown", "csv"):
    done = CliRunner().invoke(main, ["export", "out/" + kind, "--format", kind])
    assert done.exit_code == 0, (done.output, done.exception)
from mkdocs.__main__ import cli
cli(["build", "--quiet"])
"""


def make_site(folder: Path, workers: int, names: list[str]) -> Path:
    """A site with an address, so that it has a sitemap; its sources written in this order."""
    assert CliRunner().invoke(main, ["new", str(folder)]).exit_code == 0
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("- briefs:", f"- briefs:\n      workers: {workers}")
    (folder / "mkdocs.yml").write_text(f"{settings}\nsite_url: https://example.org/\n", encoding="utf-8")
    for age, name in enumerate(names):
        file = folder / "seeds" / name
        file.write_text(SOURCES[name], encoding="utf-8")
        os.utime(file, (10**9 + age, 10**9 + age))
    return folder


def build(site: Path, **environment: str) -> dict[str, str]:
    """The digests of all that a build and the exports write."""
    path = os.pathsep.join([str(ROOT), *filter(None, [environment.pop("PYTHONPATH", "")])])
    names = {**os.environ, **environment, "PYTHONPATH": path, "NO_MKDOCS_2_WARNING": "1"}
    names.pop("SOURCE_DATE_EPOCH", None)
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=site, env=names, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    files = [file for folder in ("site", "out") for file in (site / folder).rglob("*") if file.is_file()]
    return {file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


@pytest.mark.skipif(os.name != "posix", reason="time zones of Unix")
def test_the_same_sources_give_the_same_bytes(tmp_path: Path) -> None:
    """In another folder, with another hash seed, number of workers, order and age of files, time zone, locale and day;
    and once more with the cache, over the old site."""
    here = make_site(tmp_path / "my", 1, [*SOURCES])
    first = build(here, PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")
    there = make_site(tmp_path / "quite" / "else where" / "my", 2, [*reversed(SOURCES)])
    (tmp_path / "sitecustomize.py").write_text(OTHERWISE)
    odd = {"PYTHONHASHSEED": "77", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONPATH": str(tmp_path)}
    cold = build(there, **odd)
    assert {name for name in first if first[name] != cold.get(name)} == set()
    assert cold.keys() == first.keys()
    assert {"site/sitemap.xml.gz", "site/404.html", "out/json/library.json"} <= first.keys()
    assert build(there, **odd) == first
