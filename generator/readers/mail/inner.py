"""Who wrote what a mail passes on: the sender and the day that stand over the longest text in it."""

import email.utils
import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from generator.language.people.authors import split_authors
from generator.readers.pieces import Piece
from generator.text.wordlists import load_sections

_FIELD = re.compile(
    r"[ \t>]{0,6}\*{0,2}(?P<name>[^\W\d_][\w .'’-]{0,20}?)\*{0,2}[ \u00a0]?[:：]\*{0,2}[ \t]{0,9}"
    r"(?P<value>[^\n]{1,400})"
)
_ADDRESS = re.compile(r"[ \t]*(?:<[^<>\n]{0,200}>|\[mailto:[^\]\n]{0,200}\]|\(?\S{1,64}@\S{1,190}\)?)[ \t]*")
_TURNED = re.compile(r"([^,;]{2,40}), ([^,;]{2,40})")


class Inner(NamedTuple):
    """What stands over a message that is passed on."""

    sender: str
    sent: str
    """In the words of the program."""


def find_inner(pieces: Sequence[Piece], reason: str) -> Inner | None:
    """What stands over the longest text of a mail; None where that is the sender's own. `reason`: that of headers."""
    head, heads, length = "", list[str](), list[int]()
    for piece in pieces:
        if piece.reason == reason:
            # Headers that are laid out one a block belong together.
            head = f"{heads.pop()}\n{piece.text}" if heads and not length[-1] else piece.text
            length = length[: len(heads)]
            heads.append(head)
            length.append(0)
        elif heads and piece.kind not in ("boilerplate", "title", "heading"):
            length[-1] += len(piece.text)
    longest = max(range(len(heads)), key=length.__getitem__, default=0)
    return _read(heads[longest]) if longest else None


def _read(head: str) -> Inner | None:
    fields = dict[str, str]()
    for line in head.split("\n"):
        found = _FIELD.fullmatch(line)
        if found:
            fields.setdefault(found["name"].casefold(), found["value"].strip())
    sender = next((value for name, value in fields.items() if name in _words("from")), "")
    sent = next((value for name, value in fields.items() if name in _words("sent")), "")
    return Inner(name_sender(sender), sent) if sender else None


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(dict(load_sections("mail_words.txt"))[section])


def name_sender(value: str) -> str:
    """The name in a sender's line, else the address: "Quill, Tara [mailto:tara@echo.example]"."""
    bare = _ADDRESS.sub(" ", value).strip(" \t'\"*")
    address = email.utils.parseaddr(value)[1] if "@" in value else ""
    if not bare:
        return address
    turned = _TURNED.fullmatch(bare)
    return f"{turned[2].strip()} {turned[1].strip()}" if turned else next(iter(split_authors([bare])), bare)
