"""Chats as plain text: WhatsApp in the forms of its languages and systems, Signal as signal-export writes it.

A line begins a message where day and hour stand before it. Which of two numbers is the month is told by the whole file:
where nothing shows it, the chat is left as it is.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Literal, NamedTuple

from generator.readers.chats.days import Message, split_days
from generator.readers.chats.marks import STAMP
from generator.readers.pieces import Extract

_SENDER = re.compile(r"(?:\u200e|~[ \u00a0\u202f]?)?(?P<sender>[^:\n]{1,60}?) ?:(?: |\Z)")
_LATE = ("p", "下", "후", "午後", "오후", "μ")
_OMITTED = re.compile(
    r"\u200e.*|<[^<>\n]{3,60}>|[\w.-]{3,80}\.\w{2,4} \([^()\n]{5,40}\)|null|!\[[^\]\n]{0,200}\]\([^()\n]{0,300}\)"
)
"""What the program wrote in the place of a picture."""
_EDITED = re.compile(r"[ \u200e]{0,3}<[^<>\n]{8,60}>\Z")
_EMBEDDED = re.compile(r"!\[[^\]\n]{0,200}\]\([^()\n]{0,300}\)")
_LEAST, _FEWEST_PEOPLE = 3, 2
_SHARE = 0.3
"""Share of the lines that begin a message, at least."""
_CENTURY = 100


class _Line(NamedTuple):
    """A line with day and hour before it, and those that go on with it."""

    numbers: tuple[int, int, int]
    separator: str
    hour: int
    minute: int
    words: list[str]


def split_chat(text: str) -> tuple[Extract, ...]:
    """The days of a chat; empty for every other text."""
    lines = text.splitlines()
    found = list(_read_lines(lines))
    written = sum(bool(line.strip()) for line in lines)
    if len(found) < _LEAST or len(found) < _SHARE * written:
        return ()
    order = _find_order(found)
    if order is None:
        return ()
    messages = [message for line in found if (message := _make_message(line, order))]
    return split_days(messages, least=_FEWEST_PEOPLE) if len(messages) == len(found) else ()


def _read_lines(lines: Sequence[str]) -> Iterator[_Line]:
    """The messages; nothing where the first line is none."""
    held: _Line | None = None
    for line in lines:
        match = STAMP.match(line)
        if match is None or not _is_stamp(match):
            if held is not None:
                held.words.append(line)
            elif line.strip():
                return
            continue
        if held is not None:
            yield held
        one, two, three = (int(number) for number in re.findall(r"\d+", match["day"]))
        separator = next(sign for sign in match["day"] if not sign.isdigit())
        held = _Line((one, two, three), separator, _hour(match), int(match["minute"]), [line[match.end() :]])
    if held is not None:
        yield held


def _is_stamp(match: re.Match[str]) -> bool:
    """Whether the bracket before the day is closed behind the hour, and only then."""
    return (match["open"] is not None) == match["close"].startswith("]")


def _hour(match: re.Match[str]) -> int:
    half = (match["before"] or match["behind"] or "").casefold()
    hour = int(match["hour"])
    return hour % 12 + (12 if half.startswith(_LATE) or half[1:] == "후" else 0) if half else hour


_Order = Literal["ymd", "dmy", "mdy"]


def _find_order(lines: Sequence[_Line]) -> _Order | None:
    """In which order the numbers stand; None where the file does not show it."""
    days = [line.numbers for line in lines]
    if all(one > 31 for one, _, _ in days):
        return "ymd"
    if lines[0].separator in ".-":
        return "dmy"
    fits: list[_Order] = [order for order in ("dmy", "mdy") if _goes_on(days, order)]
    is_same = all(one == two for one, two, _ in days)
    return fits[0] if len(fits) == 1 or (fits and is_same) else None


def _goes_on(days: Sequence[tuple[int, int, int]], order: _Order) -> bool:
    """Whether each day is one of the calendar and none comes before the one above it."""
    read = [_arrange(numbers, order) for numbers in days]
    is_valid = all(month <= 12 and day <= 31 for _, month, day in read)
    return is_valid and read == sorted(read)


def _arrange(numbers: tuple[int, int, int], order: _Order) -> tuple[int, int, int]:
    one, two, three = numbers
    year, month, day = {"ymd": (one, two, three), "dmy": (three, two, one), "mdy": (three, one, two)}[order]
    return year + 2000 if year < _CENTURY else year, month, day


def _make_message(line: _Line, order: _Order) -> Message | None:
    try:
        time = datetime(*_arrange(line.numbers, order), line.hour, line.minute)
    except ValueError:
        return None
    words = "\n".join(line.words)
    match = _SENDER.match(words)
    if match is None:
        return Message(time, "", words, is_notice=True)
    text = words[match.end() :].strip(" ")
    is_omitted = _OMITTED.fullmatch(text.strip()) is not None
    bare = text if is_omitted else _EMBEDDED.sub("", _EDITED.sub("", text)).strip()
    return Message(time, match["sender"].strip("\u200e\u202a\u202c~ \u00a0\u202f"), bare, is_notice=is_omitted)
