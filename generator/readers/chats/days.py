"""The messages of a chat as days: each day a source, each message a paragraph with hour and sender before it."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from generator.readers.pieces import Extract, Piece, Stated

CHAT = "chat"
"""What a day states beside its date: the name of the chat, perhaps empty. Who knows the file makes a title of it."""
NOTICE = "written by the messenger"
"""Why what no sender wrote is no text."""
MOST_MESSAGES = 200_000
_LONGEST_NAME = 40
_LOGS = frozenset({"info", "warn", "warning", "error", "debug", "trace", "fatal", "notice", "critical"})
"""What stands in the place of a sender in the log of a program."""


class Message(NamedTuple):
    """One message, or what the program wrote between two."""

    time: datetime
    """As the file gives it: the clock of whoever exported it."""
    sender: str
    """Empty for a notice of the program."""
    text: str
    is_notice: bool = False
    """Whether the program wrote it, also under a sender: that a picture was left out."""


def split_days(messages: Iterable[Message], name: str = "", *, least: int = 1) -> tuple[Extract, ...]:
    """The days on which somebody said something, in the order of time; empty where fewer than `least` people did."""
    known = sorted(messages, key=lambda message: message.time)[:MOST_MESSAGES]
    said = [message for message in known if message.sender and not message.is_notice]
    senders = {message.sender for message in said}
    if len(senders) < least or {sender.casefold() for sender in senders} <= _LOGS:
        return ()
    days = ((day, list(group)) for day, group in groupby(known, key=lambda message: message.time.date()))
    return tuple(_make_day(day.isoformat(), group, name) for day, group in days if any(map(_is_said, group)))


def _is_said(message: Message) -> bool:
    return bool(message.sender and message.text.strip()) and not message.is_notice


def _make_day(day: str, messages: Iterable[Message], name: str) -> Extract:
    pieces = tuple(map(_make_piece, messages))
    return Extract(pieces, (Stated(CHAT, (name,)), Stated("published", (day,))), place=f"the messages of {day}")


def pass_on(message: Message, origin: str) -> Iterator[Message]:
    """The message as that of the one who wrote it, below a line that says who passes it on."""
    if origin and message.text:
        yield Message(message.time, "", f"{message.sender} passes on a message of {origin}", is_notice=True)
    yield message._replace(sender=origin or message.sender, is_notice=not message.text)


def _make_piece(message: Message) -> Piece:
    """A message in the one form in which turns of a chat are known: "[2021-05-05, 10:05] Ann Lee: Good morning"."""
    sender = " ".join(message.sender.replace(":", " ").split())[:_LONGEST_NAME].strip()
    head = f"[{message.time:%Y-%m-%d, %H:%M}] {sender}{':' if sender else ''}".rstrip()
    # A blank line would end the paragraph, and what follows would be nobody's.
    text = "\n".join(line.strip() for line in message.text.splitlines() if line.strip())
    words = f"{head} {text}"
    return Piece("paragraph", words) if _is_said(message) else Piece("boilerplate", words, NOTICE)
