"""The fixture files' own form."""

from pathlib import Path

import pytest

from tests.conftest import Case, load_cases, write_cases

TEXT = "# why\nfirst\n.\na\n\nb\n.\nc\n.\n\nsecond\n.\n.\n.\n"


def test_a_file_holds_cases_of_three_parts(tmp_path: Path) -> None:
    """A title, an input and an expected output, each closed by a line that is only a full stop."""
    path = tmp_path / "x.txt"
    path.write_text(TEXT, encoding="utf-8")
    first, second = load_cases(path)
    assert (first.title, first.comment, first.input, first.expected) == ("first", "# why", "a\n\nb", "c")
    assert (second.title, second.input, second.expected) == ("second", "", "")


def test_accepting_changes_the_expected_part_only(tmp_path: Path) -> None:
    """`--accept` writes what the code gave; every other character of the file stays."""
    path = tmp_path / "x.txt"
    path.write_text(TEXT, encoding="utf-8")
    write_cases(path, {})
    assert path.read_text(encoding="utf-8") == TEXT
    write_cases(path, {(path, 0): "d\ne"})
    assert path.read_text(encoding="utf-8") == TEXT.replace("\nc\n", "\nd\ne\n")


def test_an_unclosed_case_is_an_error(tmp_path: Path) -> None:
    """A file that ends inside a case is refused rather than read short."""
    path = tmp_path / "x.txt"
    path.write_text("first\n.\na\n.\nc\n", encoding="utf-8")
    with pytest.raises(ValueError, match="three lines"):
        load_cases(path)


def test_a_difference_fails_and_is_taken_under_accept() -> None:
    """Without `--accept` a difference fails; with it the output is noted down."""
    with pytest.raises(AssertionError):
        Case(Path("x"), 0, "t", "a", "b").check("c")
    accepted: dict[tuple[Path, int], str] = {}
    Case(Path("x"), 0, "t", "a", "b", accepted=accepted).check("c")
    assert accepted == {(Path("x"), 0): "c"}
