"""The pairs of reports, and how they are counted."""

import pytest

from evaluation.lineages.__main__ import Pair, list_pairs, load_texts, main, tell


def test_every_text_is_in_a_pair() -> None:
    """No pair names a text that is not there, and there are both kinds."""
    pairs = list(list_pairs())
    assert {name for pair in pairs for name in (pair.one, pair.other)} == set(load_texts())
    assert {pair.wanted for pair in pairs} == {"version", "wording", "none"}


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("quake-one", "quake-two", "version"),
        ("speech-one", "speech-two", "none"),
        ("interview-one", "interview-two", "none"),
    ],
)
def test_what_is_told_of_a_pair(one: str, other: str, found: str, dated: bool) -> None:
    """An update is a version; one speech or the same questions make no lineage."""
    assert tell(Pair("", "", one, other), dated=dated) == found


def test_the_table(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A pair that is found otherwise than wanted stands in it."""
    few = [Pair("updated", "version", "quake-one", "quake-two"), Pair("other", "wording", "quake-one", "speech-one")]
    monkeypatch.setattr("evaluation.lineages.__main__.list_pairs", lambda: iter(few))
    assert main() == 0
    shown = capsys.readouterr().out
    assert "quake-one, speech-one: none, wanted wording" in shown
    assert "one origin: 1 of 2 found, 0 of 1 falsely; kinds right: 1 of 2" in shown
