"""Each command does what its help says, in a real folder, and says in one line what is wrong."""

import json
import re
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.cli.project import load_settings

TEXT = """Rain stops the games

5 May 2021

"We had no choice," said Ann Bell, the chair of the Leeds Games Trust. The games in Leeds were stopped by rain.
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "my-site"
    assert run("new", str(folder)).exit_code == 0
    (folder / "seeds" / "rain.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def test_new_never_overwrites(site: Path) -> None:
    """A folder with anything in it is refused, and nothing in it changes."""
    before = {file: file.read_bytes() for file in site.rglob("*") if file.is_file()}
    result = run("new", str(site))
    assert result.exit_code == 1
    assert "not empty" in result.output
    assert before == {file: file.read_bytes() for file in site.rglob("*") if file.is_file()}


def test_check_passes_on_what_was_built(site: Path) -> None:
    """An untouched site is verbatim."""
    result = run("check")
    assert (result.exit_code, "every published sentence" in result.output) == (0, True)


def test_one_changed_character_in_the_cache_is_found(site: Path) -> None:
    """A cached text that differs from its source by one letter is named, with file and sentence."""
    assert run("check").exit_code == 0
    with sqlite3.connect(site / ".cache" / "studies.sqlite") as database:
        (value,) = database.execute("SELECT value FROM studies").fetchone()
        assert "stopped by rain" in value
        database.execute("UPDATE studies SET value = ?", (value.replace("stopped by rain", "stopped by rein"),))
    result = run("check")
    assert result.exit_code == 1
    assert "rain.txt" in result.output
    assert re.search(r"sentence 2\b", result.output)
    assert "rein" in result.output


def test_show_prints_what_was_found(site: Path) -> None:
    """A person sees title, names with roles, and quotations with their speakers."""
    result = run("show", "seeds/rain.txt")
    assert result.exit_code == 0
    for words in ("Rain stops the games", "Ann Bell: chair of the Leeds Games Trust", "Ann Bell: “We had no choice,”"):
        assert words in result.output


def test_show_says_which_rule_found_what(site: Path) -> None:
    """`--why` prints the words of each finding, what they are held for, its chain and the name of the rule."""
    output = run("show", "--why", "seeds/rain.txt").output
    (line,) = [line for line in output.splitlines() if "“We had no choice,”" in line]
    assert "= Ann Bell <- " in line
    assert re.search("“Ann Bell” = Person <- names · [a-z]", output)
    assert re.search("= .+ <- title · [a-z]", output)
    assert "SUMMARY" not in output


def test_show_says_why_of_front_matter_once(site: Path) -> None:
    """What is stated in front matter is told as title and day, not a second time as declarations without words."""
    text = "---\ntitle: Rain\ndate: 2021-05-05\n---\nAnn Bell came to Leeds.\n"
    (site / "seeds" / "stated.md").write_text(text, encoding="utf-8")
    output = run("show", "--why", "seeds/stated.md").output
    assert "Rain <- title · front matter" in output
    assert "no rule of its own" not in output


def test_an_index_has_the_address_of_the_site(site: Path) -> None:
    """`export --format index` reads `site_url` of mkdocs.yml, with the slash at its end that MkDocs sets."""
    settings = (site / "mkdocs.yml").read_text(encoding="utf-8")
    (site / "mkdocs.yml").write_text(f"{settings}\nsite_url: https://shelf.example/a\n", encoding="utf-8")
    assert run("export", "out", "--format", "index").exit_code == 0
    assert '"https://shelf.example/a/"' in (site / "out" / "entities.json").read_text(encoding="utf-8")


def test_answers_have_the_addresses_of_the_site(site: Path) -> None:
    """As MkDocs makes them: of files with the offline plug-in, else of folders unless mkdocs.yml says otherwise."""
    settings = (site / "mkdocs.yml").read_text(encoding="utf-8")
    assert not load_settings(site).directory_urls
    for lines, is_folder in (("", True), ("use_directory_urls: false\n", False)):
        text = settings.replace("  - offline\n", "").replace("use_directory_urls: false\n", "")
        (site / "mkdocs.yml").write_text(text + lines, encoding="utf-8")
        assert load_settings(site).directory_urls is is_folder


def test_show_tells_what_is_denied_from_what_is_stated(site: Path) -> None:
    """What somebody denies, demands or asks does not read as what he states."""
    text = "Jane Roe denied that the port was closed.\n\nMax Poe said that the port was open.\n"
    (site / "seeds" / "port.txt").write_text(text, encoding="utf-8")
    output = run("show", "seeds/port.txt").output
    assert "Jane Roe (denies): the port was closed" in output
    assert "Max Poe: the port was open" in output


def test_show_prints_no_control_characters(site: Path) -> None:
    """What a source says cannot move the cursor or color the terminal."""
    (site / "seeds" / "esc.txt").write_text("\x1b[31mRed\x1b[0m \u202eName\n\nIt rained in Leeds on Monday.\n")
    output = run("show", "seeds/esc.txt").output
    assert "It rained in Leeds" in output
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", output)


def test_export_json_needs_no_site(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--seeds` works on any folder, and leaves nothing behind in it."""
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "rain.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = run("export", "out", "--format", "json", "--seeds", "texts")
    assert result.exit_code == 0, result.output
    (line,) = (tmp_path / "out" / "analyses.jsonl").read_text(encoding="utf-8").splitlines()
    record = json.loads(line)
    assert record["path"] == "rain.txt"
    assert record["text"] == TEXT
    assert [file.name for file in texts.iterdir()] == ["rain.txt"]


def test_export_markdown_writes_pages_with_front_matter(site: Path) -> None:
    """Each page is a plain file that begins with its title for another builder."""
    assert run("export", "out", "--format", "markdown").exit_code == 0
    page = (site / "out" / "briefs" / "rain.md").read_text(encoding="utf-8")
    assert page.startswith("---\n")
    assert "Rain stops the games" in page


def test_template_copies_one_and_never_overwrites(site: Path) -> None:
    """A copied template is the packaged one; a second copy is refused; an unknown name is answered with the known."""
    assert "brief.md.j2" in run("template").output
    assert run("template", "brief.md.j2").exit_code == 0
    (site / "templates" / "brief.md.j2").write_text("mine")
    assert run("template", "brief.md.j2").exit_code == 1
    assert (site / "templates" / "brief.md.j2").read_text() == "mine"
    assert "brief.md.j2" in run("template", "briif.md.j2").output


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("plugins: [briefs: {seed: x}]", "unknown setting 'seed'"),
        ("plugins: [briefs: {workers: many}]", "'workers'"),
        ("plugins: [", "mkdocs.yml: cannot be read"),
        ("- a list", "mkdocs.yml: holds no settings"),
    ],
)
def test_a_faulty_mkdocs_yml_is_one_line(site: Path, content: str, words: str) -> None:
    """File, fault and cure; no traceback."""
    (site / "mkdocs.yml").write_text(content)
    result = run("check")
    assert result.exit_code == 1
    assert words in result.output
    assert len(result.output.strip().splitlines()) == 1


def test_a_folder_behind_build_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site, a folder that is none, and nothing at all; each with what to do."""
    monkeypatch.chdir(tmp_path)
    for name in ("mine", "other"):
        (tmp_path / name).mkdir()
    (tmp_path / "mine" / "mkdocs.yml").write_text("site_name: Mine")
    told = {name: run("build", name) for name in ("mine", "other", "none")}
    assert {result.exit_code for result in told.values()} == {1}
    assert "mine: `build` takes no folder; go into it first: `cd mine`, then `briefs build`" in told["mine"].output
    assert "other: no site: it has no mkdocs.yml" in told["other"].output
    assert "none: no such folder" in told["none"].output


def test_outside_a_site_the_cure_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no mkdocs.yml, one learns how to start one."""
    monkeypatch.chdir(tmp_path)
    for command in (["check"], ["serve"], ["build"]):
        result = run(*command)
        assert (result.exit_code, "briefs new" in result.output) == (1, True)


@pytest.mark.parametrize("command", [("export", "out", "--format", "json"), ("review",)])
def test_a_folder_that_gives_nothing_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    """A folder that is not there, a file, an empty folder, files that nobody can read: a line each, with the cure."""
    monkeypatch.chdir(tmp_path)
    for name in ("empty", "bad"):
        (tmp_path / name).mkdir()
    (tmp_path / "bad" / "a.pdf").write_text("x")
    (tmp_path / "bad" / "b.xls").write_text("x")
    faults = {
        "nowhere": (1, ["Error: nowhere: no such folder; name the folder that holds the sources"]),
        "bad/a.pdf": (1, ["Error: bad/a.pdf: not a folder; name the folder that holds the sources"]),
        "empty": (0, ["WARNING: empty: no sources; drop a file into it: .txt, .md, .html, .pdf, .docx, ..."]),
        "bad": (
            0,
            ["WARNING: a.pdf: it is damaged or no PDF;", "WARNING: b.xls: no reader for '.xls'; open it in Excel or"],
        ),
    }
    for folder, (code, expected) in faults.items():
        result = run(*command, "--seeds", folder)
        told = result.stderr.splitlines()
        assert (result.exit_code, len(told)) == (code, len(expected)), told
        assert all(line.startswith(start) for line, start in zip(told, expected, strict=True))


def test_tags_in_mkdocs_yml_do_no_harm(site: Path) -> None:
    """`!ENV` and `!!python/name` of other plug-ins are read over, never run."""
    with (site / "mkdocs.yml").open("a") as file:
        file.write("extra:\n  key: !ENV [KEY, none]\n  name: !!python/name:os.system\n")
    assert run("check").exit_code == 0


def test_review_lists_what_is_open(tmp_path: Path) -> None:
    """`briefs review` prints each question with entries at the left margin; as JSON it holds the same."""
    (tmp_path / "a.txt").write_text(
        "A title\n\nAnn Bell came to Leeds on Wednesday. She left at once.\n", encoding="utf-8"
    )
    told = CliRunner().invoke(main, ["review", "--seeds", str(tmp_path)])
    assert told.exit_code == 0
    assert "\n- date: on Wednesday\n" in told.output or "\n- date: Wednesday\n" in told.output
    found = json.loads(CliRunner().invoke(main, ["review", "--seeds", str(tmp_path), "--format", "json"]).output)
    assert [doubt["kind"] for doubt in found["doubts"]] == ["date"]
