"""Subtitles: what is said, without times and marks, in the paragraphs of those who say it."""

import pytest

from generator.errors import SourceError
from generator.formats import name_page
from tests.readers.making import document, kept


def said(content: str, suffix: str = ".srt") -> list[str]:
    """The paragraphs of a file."""
    return [text for _, text in kept(document(f"a{suffix}", content))]


def test_a_sentence_goes_on_over_captions() -> None:
    """Numbers, times and marks are left out; the words stay as they are."""
    first = "1\n00:00:01,000 --> 00:00:02,500\nThe ferry to <i>Holm</i>\n"
    second = "\n2\n00:00:02,600 --> 00:00:04,000\n{\\an8}will not sail &amp; nobody knows why.\n"
    assert said(first + second) == ["The ferry to Holm will not sail & nobody knows why."]


def test_whoever_begins_to_speak_begins_a_paragraph() -> None:
    """By a voice of WebVTT, a label or a dash."""
    head = "WEBVTT - Council\n\nNOTE made by hand\n\nSTYLE\n::cue { color: red }\n\n"
    one = "a\n00:01.000 --> 00:02.000 align:start\n<v.loud Ann Roe>Is it true?</v>\n\n"
    two = "00:02.000 --> 00:03.000\n- It is.\n- Is it?\nMAYOR: No.\n"
    assert said(head + one + two, ".vtt") == ["Ann Roe: Is it true?", "- It is.", "- Is it?", "MAYOR: No."]


def test_a_name_behind_a_dash_is_a_speaker() -> None:
    """The dash is a mark of the caption, as >> is; before other words it stays."""
    cues = ["00:01.000 --> 00:02.000\n- ANN ROE: Is it true?\n>> BO EK: It is.", "00:02.000 --> 00:03.000\n- No."]
    assert said("WEBVTT\n\n" + "\n\n".join(cues), ".vtt") == ["ANN ROE: Is it true?", "BO EK: It is.", "- No."]


def test_each_paragraph_has_its_time() -> None:
    """The second at which it begins, counted from 1; it is told as a time."""
    cues = ["00:00:00,000 --> 00:00:02,000\nThe pier is gone.", "01:02:03,900 --> 01:02:05,000\nAh."]
    blocks = document("a.srt", "\n\n".join(cues)).blocks
    assert [name_page("a.srt", block.page or 0) for block in blocks] == ["00:00:00", "01:02:03"]
    assert name_page("a.pdf", 4) == "p. 4"


def test_a_silence_ends_a_paragraph_but_no_sentence() -> None:
    """Three seconds and more, behind a full stop only."""
    cues = ["00:01.000 --> 00:02.000\nThe pier", "00:09.000 --> 00:10.000\nis gone.", "00:19.000 --> 00:20.000\nAh."]
    assert said("WEBVTT\n\n" + "\n\n".join(cues), ".vtt") == ["The pier is gone.", "Ah."]


def test_lines_that_roll_up_are_told_once() -> None:
    """Captions made while somebody speaks show each line again above the next."""
    cues = [
        "00:01.000 --> 00:02.000\nthe pier",
        "00:02.000 --> 00:02.010\nthe pier",
        "00:02.000 --> 00:03.000\nthe pier\nis <00:02.500><c>gone</c>",
    ]
    assert said("WEBVTT\n\n" + "\n\n".join(cues), ".vtt") == ["the pier is gone"]


@pytest.mark.parametrize("content", ["", "no times", "1\n00:00:01,000 -->", "WEBVTT\n\n00:01.000 --> 00:02.000\n"])
def test_a_file_without_subtitles_is_one_line(content: str) -> None:
    """Empty, cut off, or of another kind."""
    with pytest.raises(SourceError):
        document("a.srt", content)


def test_a_hostile_file_costs_no_time() -> None:
    """Endless marks and captions are read in a moment, or refused."""
    assert said("1\n00:00:01,000 --> 00:00:02,000\n" + "<v " * 100_000 + "\n" + "x" * 100_000)
    with pytest.raises(SourceError):
        document("a.srt", "00:00:01,000 --> 00:00:02,000\n- x\n" * 50_000)


@pytest.mark.parametrize(("begin", "paragraphs"), [("00:00:04,999", 1), ("00:00:05,000", 2), ("00:00:09,000", 2)])
def test_three_seconds_are_a_silence(begin: str, paragraphs: int) -> None:
    """Counted from the end of one caption to the beginning of the next."""
    first = "1\n00:00:01,000 --> 00:00:02,000\nThe port is open.\n\n"
    assert len(said(f"{first}2\n{begin} --> 00:00:11,000\nShips may enter.\n")) == paragraphs


def test_a_paragraph_of_captions_ends_behind_six_hundred_characters() -> None:
    """With the sentence that is the last then."""
    for length, paragraphs in ((598, 1), (599, 2)):
        first = f"1\n00:00:01,000 --> 00:00:02,000\n{'a' * length}.\n\n"
        assert len(said(f"{first}2\n00:00:02,000 --> 00:00:03,000\nShips may enter.\n")) == paragraphs


def test_times_of_words_and_marks_of_type_are_no_words() -> None:
    """As programs write them into a caption."""
    line = "<i>The</i> <00:00:01.500>port <c.yellow>is</c> {\\an8}open."
    assert said(f"1\n00:00:01,000 --> 00:00:02,000\n{line}\n") == ["The port is open."]
