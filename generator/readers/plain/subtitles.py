"""Subtitles (.srt, .vtt): what is said, as paragraphs that know their time. A caption is a piece of a sentence."""

import html
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.readers.pieces import Extract, Piece, UnreadableError
from generator.text.decoding import UndecodableError, decode

_CLOCK = r"(?:\d{1,3}:)?\d{2}:\d{2}[.,]\d{3}"
_TIMES = re.compile(rf"[ \t]*({_CLOCK})[ \t]{{0,9}}-->[ \t]{{0,9}}({_CLOCK})(?:[ \t][^\n]{{0,200}})?")
"""The line over the words of a caption: from when to when it is shown, and where."""
_VOICE = re.compile(r"<v(?:\.[\w.-]{1,40})?[ \t]{1,9}([^<>\n]{1,80})>")
_TAG = re.compile(r"</?[a-z][^<>\n]{0,200}>|<\d[\d:.]{0,15}>|\{\\[^{}\n]{0,200}\}", re.IGNORECASE)
"""Marks of type, colour and place, and the times of single words."""
_SPEAKER = re.compile(r"(?:[-–—] ?(?=\S)|>> ?|[A-ZÀ-ÖØ-ÞΑ-ΩА-ЯЁ][\w.'’ -]{0,40}:(?=\s))")
"""How a line begins with which somebody else begins to speak."""
_MARKED_SPEAKER = re.compile(r"(?:[-–—] ?|>>>? ?)(?=[A-ZÀ-ÖØ-ÞΑ-ΩА-ЯЁ][\w.'’ -]{0,40}:\s)")
"""The mark before a speaker's name."""
_ENDS = (".", "!", "?", "…", ".”", '."', "!”", '!"', "?”", '?"')
_PAUSE = 3.0
"""Seconds without a caption that end a paragraph, behind the end of a sentence."""
_LONG = 600
"""Characters behind which a paragraph ends with its sentence."""
_INSTANT = 0.1
"""Seconds of a caption that nobody can read: it only rolls up."""
_CUE_LINES = 40
"""Lines of one caption, at most."""


def extract_subtitles(content: bytes) -> Extract:
    """The words of a file of subtitles. Raises UnreadableError."""
    try:
        lines = decode(content).text.splitlines()
    except UndecodableError as error:
        raise UnreadableError(error.fault, error.cure) from error
    pieces = tuple(Piece("paragraph", text, page=int(begin) + 1) for text, begin in _join(_captions(lines)))
    if not pieces:
        raise UnreadableError("it holds no subtitle", "save it again in its program, or take it out")
    return Extract(pieces)


class _Caption(NamedTuple):
    """What is shown at one time."""

    begin: float
    end: float
    """In seconds."""
    lines: tuple[str, ...]


def _captions(lines: Sequence[str]) -> Iterator[_Caption]:
    """The captions in order; a head, notes, styles and numbers stand over no times and are passed over."""
    at = 0
    while at < len(lines):
        times = _TIMES.fullmatch(lines[at])
        at += 1
        if times is None:
            continue
        first = at
        while at < len(lines) and at - first < _CUE_LINES and lines[at].strip() and not _TIMES.fullmatch(lines[at]):
            at += 1
        said = tuple(bare for line in lines[first:at] if (bare := _bare(line)))
        if said:
            yield _Caption(_seconds(times[1]), _seconds(times[2]), said)


def _seconds(clock: str) -> float:
    """A time such as 01:02:03,400 in seconds."""
    total = 0.0
    for part in clock.replace(",", ".").split(":"):
        total = 60 * total + float(part)
    return total


def _bare(line: str) -> str:
    """A line without marks; whose voice it is stands before it, as in a transcript."""
    voiced = _VOICE.sub(lambda voice: f"{voice[1].strip()}: ", line)
    words = " ".join(html.unescape(_TAG.sub("", voiced)).split())
    mark = _MARKED_SPEAKER.match(words)
    return words[mark.end() :] if mark else words


def _join(captions: Iterator[_Caption]) -> Iterator[tuple[str, float]]:
    """The paragraphs with the time at which they begin: somebody else begins one, and a silence or their length ends
    them, behind a sentence."""
    words: list[str] = []
    begin = 0.0
    before = _Caption(0.0, 0.0, ("",))
    for caption in captions:
        is_pause = caption.begin - before.end >= _PAUSE
        for line in caption.lines[_is_rolled(before, caption) :]:
            is_full = bool(words) and words[-1].endswith(_ENDS) and (is_pause or sum(map(len, words)) >= _LONG)
            if words and (is_full or _SPEAKER.match(line)):
                yield " ".join(words), begin
                words = []
            begin = begin if words else caption.begin
            words.append(line)
            is_pause = False
        before = caption
    if words:
        yield " ".join(words), begin


def _is_rolled(before: _Caption, caption: _Caption) -> bool:
    """Whether a caption begins with the last line again, as those do that are made while somebody speaks."""
    is_again = caption.lines[0] == before.lines[-1]
    return is_again and (len(caption.lines) > 1 or caption.end - caption.begin <= _INSTANT)
