"""Chats as pages: Telegram's `messages.html`. Known by the names of its elements."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from generator.readers.chats.days import Message, pass_on, split_days
from generator.readers.html.page import decode_html, parse_html
from generator.readers.pieces import Extract

_TIME = re.compile(r"(\d\d)\.(\d\d)\.(\d{4}) (\d\d):(\d\d)")


def split_chat(content: bytes) -> tuple[Extract, ...]:
    """The days of a chat; empty for every other page."""
    root = parse_html(decode_html(content))
    head = _first(root, "page_header")
    name = _words(_first(head, "text")) if head is not None else ""
    return split_days(_read(root), name)


def _read(root: Any) -> Iterator[Message]:
    sender = ""
    for element in root.iterfind(".//div[@id]"):
        if not element.get("id", "").startswith("message") or "default" not in element.get("class", "").split():
            continue
        passed_on = _first(element, "forwarded")
        named = _first(element, "from_name")
        # A message without a name is of the one who sent the message above.
        sender = _words(named) if named is not None and not _is_inside(named, "forwarded") else sender
        time, words = _time(_first(element, "date")), _lines(_first(element, "text"))
        if time is None:
            continue
        origin = _words(_first(passed_on, "from_name"))
        yield from pass_on(Message(time, sender, words), origin)


def _time(stamp: Any) -> datetime | None:
    found = _TIME.match(stamp.get("title", "")) if stamp is not None else None
    try:
        day, month, year, hour, minute = map(int, found.groups() if found else ())
        return datetime(year, month, day, hour, minute)
    except ValueError:
        return None


def _first(element: Any, name: str) -> Any:
    """The first element of a class in another one."""
    if element is None:
        return None
    return next((inner for inner in element.iterdescendants("div") if name in inner.get("class", "").split()), None)


def _is_inside(element: Any, name: str) -> bool:
    return any(name in outer.get("class", "").split() for outer in element.iterancestors("div"))


def _words(element: Any) -> str:
    """The words of a name, without what is told beside it: "via @bot", the hour of what is passed on."""
    return " ".join((element.text or "").split()) if element is not None else ""


def _lines(element: Any) -> str:
    """The words of a message, line by line."""
    if element is None:
        return ""
    parts = [element.text or ""]
    for part in element.iterdescendants():
        parts += ["\n" if part.tag == "br" else (part.text or "") if isinstance(part.tag, str) else "", part.tail or ""]
    return "\n".join(" ".join(line.split()) for line in "".join(parts).split("\n"))
