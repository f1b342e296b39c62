"""The workflow that users copy to publish on GitHub Pages is sound, and what it runs makes the site that it uploads."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner

from generator.cli import main
from tests.docs.test_commands import ROOT, WORKFLOW

PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40}")
TEXT = "Rain stops the games\n\n5 May 2021\n\nThe games in Leeds were stopped by rain, said Ann Bell, the mayor.\n"


def read_workflow() -> dict[str, Any]:
    """The file, without YAML's habit of taking `on` for true."""
    read: dict[str, Any] = yaml.load(WORKFLOW.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return read


def steps_of(job: str) -> list[dict[str, Any]]:
    steps: list[dict[str, Any]] = read_workflow()["jobs"][job]["steps"]
    return steps


def test_it_is_a_workflow() -> None:
    """It has what GitHub asks of one, deploys what was built, with no more rights than Pages needs."""
    flow = read_workflow()
    assert set(flow) == {"name", "on", "permissions", "concurrency", "jobs"}
    assert flow["permissions"] == {"contents": "read"}
    assert flow["jobs"]["deploy"]["needs"] == "build"
    assert flow["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert all(("uses" in step) != ("run" in step) for job in flow["jobs"] for step in steps_of(job))


def test_its_actions_are_pinned_like_those_of_the_release() -> None:
    """Each by the commit of a tag; an action that the release uses too has the same one."""
    used = [step["uses"] for job in ("build", "deploy") for step in steps_of(job) if "uses" in step]
    assert all(PINNED.fullmatch(action) for action in used)
    release = (ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8")
    ours = dict(action.split("@") for action in used)
    theirs = dict(action.split("@") for action in PINNED.findall(release))
    assert {name: ours[name] for name in ours.keys() & theirs.keys()} == {
        name: theirs[name] for name in ours.keys() & theirs.keys()
    }


def test_what_it_runs_makes_what_it_uploads(tmp_path: Path) -> None:
    """In a fresh site under git all steps but the installation run, and what goes to Pages has a front page."""
    site = tmp_path / "my-site"
    assert CliRunner().invoke(main, ["new", str(site)]).exit_code == 0
    (site / "seeds/rain.txt").write_text(TEXT, encoding="utf-8")
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    who = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org"]
    for words in (["init", "-q"], ["add", "."], [*who, "commit", "-q", "-m", "Begin"]):
        subprocess.run([shutil.which("git") or "git", *words], cwd=site, check=True)
    runs = [step["run"] for step in steps_of("build") if "run" in step and "pip install" not in step["run"]]
    assert len(runs) == 2
    for run in runs:
        done = subprocess.run(
            ["bash", "-e", "-c", run], cwd=site, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
    (upload,) = (step for step in steps_of("build") if "upload-pages-artifact" in step.get("uses", ""))
    assert "my-site" in (site / upload["with"]["path"] / "index.html").read_text(encoding="utf-8").lower().replace(
        " ", "-"
    )
