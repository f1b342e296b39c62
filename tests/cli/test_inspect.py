"""`briefs inspect`: format, sources, metadata with its place, what is cut and by which rule, faults."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from generator.cli import main

TEXT = "Rain stops the games\n\n5 May 2021\n\nThe games in Leeds were stopped by rain.\n\nSubscribe to our newsletter\n"


def run(*options: str) -> Result:
    return CliRunner().invoke(main, ["inspect", *options])


def test_metadata_comes_with_the_words_it_rests_on(tmp_path: Path) -> None:
    """And with the line or sentence where they stand; what is not stated says so."""
    (tmp_path / "a.txt").write_text(TEXT)
    output = run(str(tmp_path / "a.txt")).output
    assert "Format     plain text" in output
    assert "2021-05-05 - stated, line 3: “5 May 2021”" in output
    assert "Publisher  not stated" in output
    assert "Cut        “Subscribe to our newsletter” - " in output


def test_counts_and_notes_read_as_sentences(tmp_path: Path) -> None:
    """One sentence is no "1 sentences"; a note comes with the words that it is about."""
    (tmp_path / "a.txt").write_text("The games in Leeds were stopped by rain (for the first time in six years.\n")
    output = run(str(tmp_path / "a.txt")).output
    assert "1 paragraph, 1 sentence\n" in output
    assert "Note       unbalanced bracket - s1: “(”" in output
    (found,) = json.loads(run("--json", str(tmp_path / "a.txt")).output)
    assert [problem["words"] for problem in found["sources"][0]["problems"]] == ["("]


def test_json_has_spans_that_slice_the_words(tmp_path: Path) -> None:
    """A program can slice the text that the export has."""
    (tmp_path / "a.txt").write_text(TEXT)
    (found,) = json.loads(run("--json", str(tmp_path / "a.txt")).output)
    day = found["sources"][0]["metadata"]["published"]
    assert (day["value"], TEXT[slice(*day["span"])]) == ("2021-05-05", day["words"])
    assert all(TEXT[slice(*cut["span"])] == cut["words"] for cut in found["sources"][0]["cut"])


def test_of_many_sources_the_first_are_told_in_full(tmp_path: Path) -> None:
    """All of them with --all."""
    rows = "".join(f"Title {n},The pier of Leeds number {n} opened.,2021-05-05\n" for n in range(7))
    (tmp_path / "t.csv").write_text("title,text,date\n" + rows)
    some, everything = run(str(tmp_path / "t.csv")).output, run("--all", str(tmp_path / "t.csv")).output
    assert "table, 7 sources" in some
    assert (some.count("Title  "), everything.count("Title  ")) == (5, 7)
    assert "2 listed only" in some


def test_a_fault_is_told_in_its_place(tmp_path: Path) -> None:
    """The other files are told all the same, and the exit code says that something failed."""
    (tmp_path / "bad.pdf").write_bytes(b"no PDF")
    (tmp_path / "a.txt").write_text(TEXT)
    result = run(str(tmp_path / "bad.pdf"), str(tmp_path / "a.txt"))
    assert result.exit_code == 1
    assert "Fault      " in result.output
    assert "Rain stops the games" in result.output
