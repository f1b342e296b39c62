"""The whole build of hostile files by the real command: each is a page or one line, and draws nothing in."""

import csv
import html
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.rendering.exports.tables import FORMULA
from tests.hostile.files import CANARY, NAMES, PASSWORDS, SECRET, WORDS, read_files, refused_files

ROOT = Path(__file__).parents[2]
HONEST = "The pier\n\nCarl Hill closed the pier of Eastport on 6 May 2021.\n"
ADDRESS = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?\.html")
LATE = 900
"""Seconds after which a build is held to hang; a file has ten."""


class Listener(BaseHTTPRequestHandler):
    """Notes who asks, and answers nobody."""

    asked: list[str]

    def do_GET(self) -> None:
        """Note the path."""
        self.asked.append(self.path)
        self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:
        return


@dataclass(frozen=True)
class Built:
    """A site of hostile files, with what the command said and who was asked."""

    project: Path
    said: str
    asked: list[str] = field(default_factory=list)

    @property
    def site(self) -> Path:
        return self.project / "site"

    def lines_of(self, name: str) -> list[str]:
        """What was said of a source; not that its address was taken."""
        lines = [line for line in self.said.splitlines() if f"briefs: {name}:" in line]
        return [line for line in lines if "wants the same address" not in line]

    def everything(self) -> Iterator[tuple[str, bytes]]:
        """Every file that the build left, the cache aside, by its path."""
        for file in sorted(self.site.rglob("*")):
            if file.is_file():
                yield file.relative_to(self.site).as_posix(), file.read_bytes()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A new site with every hostile file and one honest, built by the command in a process of its own."""
    project = tmp_path_factory.mktemp("all") / "hostile"
    _run(["-m", "generator", "new", str(project)], ROOT)
    (project / SECRET).write_text(CANARY, encoding="utf-8")
    seeds, asked = project / "seeds", list[str]()
    handler = type("Noting", (Listener,), {"asked": asked})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host = f"http://127.0.0.1:{server.server_port}"
    for name, content in {**read_files(str(project / SECRET), host), **refused_files()}.items():
        (seeds / name).write_bytes(content)
    (seeds / "names").mkdir()
    for number, name in enumerate(NAMES):
        (seeds / "names" / name).write_text(f"{HONEST}\nPier {number} of the town is long.\n", encoding="utf-8")
    (seeds / "honest.txt").write_text(HONEST, encoding="utf-8")
    for name, target in (("linked.txt", project / SECRET), ("passwords.txt", PASSWORDS), ("folder", "/etc")):
        (seeds / name).symlink_to(target)
    os.mkfifo(seeds / "pipe.txt")
    said = _run(["-m", "mkdocs", "build"], project)
    server.shutdown()
    return Built(project, said, asked)


def _run(command: list[str], folder: Path) -> str:
    """What a command says that must succeed."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, *command], cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=LATE
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


SHOWN = [name for name in NAMES if not name.startswith(".")]
READ = sorted(name for name in read_files("", "") if not name.endswith(".yml"))


@pytest.mark.parametrize("name", sorted(refused_files()))
def test_what_cannot_be_read_is_one_line(name: str, built: Built) -> None:
    """Bombs, wrecks, passwords and empty files: a line with the cure, no traceback, and no page."""
    (line,) = built.lines_of(name)
    assert "; " in line
    assert "report it" not in line


def test_what_is_read_stands_on_its_page(built: Built) -> None:
    """The words of each file that calls for others are there, next to nothing of theirs."""
    pages = [content.decode() for path, content in built.everything() if path.startswith("briefs/")]
    told = [html.unescape(page) for page in pages]
    lost = [name for name in READ if not any(re.search(rf" {re.escape(name)}(?:, [^<]*)?<", page) for page in told)]
    assert not lost
    assert sum("Westport" in page for page in told) >= len(READ)


def test_the_honest_file_is_unharmed(built: Built) -> None:
    """Whatever lies beside it."""
    page = (built.site / "briefs" / "honest.html").read_text(encoding="utf-8")
    assert "Eastport" in page
    assert not built.lines_of("honest.txt")


def test_no_other_file_is_drawn_in(built: Built) -> None:
    """Neither the one beside the sources nor one of the system is in any file of the site, packed or not."""
    passwords = Path(PASSWORDS).read_bytes().splitlines()[0]
    for path, content in built.everything():
        assert CANARY.encode() not in content, path
        assert passwords not in content, path


def test_no_path_of_the_machine_is_told(built: Built) -> None:
    """Pages name sources by their path among the sources; none says where they lie."""
    home = [str(built.project), str(ROOT), sys.prefix]
    for path, content in built.everything():
        # The hostile files themselves name the secret by its path, as words.
        left = content.replace(str(built.project / SECRET).encode(), b"")
        assert not [place for place in home if place.encode() in left], path


@pytest.mark.parametrize("form", ["markdown", "json", "csv", "zensical"])
def test_no_export_draws_anything_in(form: str, built: Built) -> None:
    """Nor is a file, a path of the machine or a formula in what is written for other programs."""
    out = built.project.parent / form
    _run(["-m", "generator", "export", "--format", form, str(out)], built.project)
    passwords = Path(PASSWORDS).read_bytes().splitlines()[0]
    files = [file for file in out.rglob("*") if file.is_file()]
    assert files
    for file in files:
        content = file.read_bytes()
        assert CANARY.encode() not in content and passwords not in content, file.name
        assert str(ROOT).encode() not in content and sys.prefix.encode() not in content, file.name
        if file.suffix == ".csv":
            rows = csv.reader(content.decode("utf-8-sig").splitlines())
            assert not [cell for row in rows for cell in row if cell.startswith(FORMULA)]


def test_nobody_is_asked(built: Built) -> None:
    """A build follows no address, whatever a file says."""
    assert built.asked == []


def test_nothing_is_run_and_nothing_written_elsewhere(built: Built) -> None:
    """No command of a file runs, no archive writes, nothing appears beside the site, the list of facts, the cache."""
    assert {path.name for path in built.project.iterdir()} <= {
        *("seeds", "templates", "site", "mkdocs.yml", SECRET, ".cache", ".gitignore", "README.md", "overrides.yml"),
        "published",
    }
    assert [path.name for path in (built.project / "published").iterdir()] == ["facts.jsonl"]
    assert not list(built.project.parent.rglob("*escaped*")) + list(built.project.rglob("ran"))


def test_links_out_of_the_folder_are_refused(built: Built) -> None:
    """A link is no way to publish a file; a pipe is no file."""
    for name in ("linked.txt", "passwords.txt", "folder"):
        assert "a link that leads out of the folder" in built.lines_of(name)[0]
    assert "not a regular file" in built.lines_of("pipe.txt")[0]


def test_names_make_no_addresses_of_their_own(built: Built) -> None:
    """Each named file has a page, its name in [a-z0-9-], of at most 60, unique without regard to case."""
    pages = [path.name for path in (built.site / "briefs").glob("*.html") if path.name != "index.html"]
    assert all(ADDRESS.fullmatch(page) for page in pages)
    assert len({page.lower() for page in pages}) == len(pages) >= len(SHOWN) + len(READ)


def test_a_line_tells_no_terminal_what_to_do(built: Built) -> None:
    """No control character or turn of direction of a name or text reaches the terminal."""
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", built.said)


def test_no_line_asks_for_a_report(built: Built) -> None:
    """No rule of the program raised on any of it."""
    assert "report it" not in built.said
    assert "Traceback" not in built.said
    assert WORDS not in built.said
