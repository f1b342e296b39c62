"""Files that hold several sources: the messages of a mailbox, each with a path like `box.mbox#3`."""

import re
from collections.abc import Iterator

from generator.formats import file_of

MAILBOX = ".mbox"
_FROM = re.compile(rb"^From [^\r\n]{0,1000}\r?\n(?=[A-Za-z][\w-]{0,80}:|>From )", re.MULTILINE)
"""The line before each message. A line of a text that begins so is followed by no header."""
MOST_MESSAGES = 5_000


def member_path(path: str, number: int) -> str:
    """The path of the source `number` (from 1) of a file."""
    return f"{path}#{number}"


def number_of(path: str) -> int | None:
    """The number of the source in its file; None for a file that is one source."""
    number = path.removeprefix(file_of(path))
    return int(number[1:]) if number else None


def split_mailbox(content: bytes) -> Iterator[bytes]:
    """The messages of a mailbox, in order, without the lines that part them."""
    starts = list(_FROM.finditer(content))
    ends = [start.start() for start in starts[1:]] + [len(content)]
    for start, end in zip(starts, ends, strict=False):
        yield content[start.end() : end]
