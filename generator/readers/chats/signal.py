"""Chats as Signal itself exports them: lines for people, for chats and for messages, which refer to each other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from generator.readers.chats.days import Message, split_days
from generator.readers.pieces import Extract

_KINDS = ("recipient", "chat", "chatItem")
_SELF = "Me"
"""Whoever exported it, where the file does not name him."""
_NAMES = (
    ("nickname.given", "nickname.family"),
    ("profileGivenName", "profileFamilyName"),
    ("systemGivenName", "systemFamilyName"),
    ("username",),
)
"""How a person is called, the surest first."""


def is_signal(items: Sequence[Mapping[str, Any]]) -> bool:
    """Whether records are lines of such an export: each of them of one kind, people and messages among them."""
    return all(any(kind in item for item in items) for kind in _KINDS)


def read_signal(items: Iterable[Mapping[str, Any]]) -> tuple[Extract, ...]:
    """The days of all chats of an export."""
    names: dict[str, str] = {}
    rooms: dict[str, str] = {}
    said: dict[str, list[Message]] = defaultdict(list)
    own = _SELF
    for item in items:
        account, recipient, chat, message = (_part(item, kind) for kind in ("account", *_KINDS))
        own = _join(account, ("givenName", "familyName")) or own
        if recipient:
            names[str(recipient.get("id"))] = own if "self" in recipient else _name_of(recipient)
        if chat:
            rooms[str(chat.get("id"))] = names.get(str(chat.get("recipientId")), "")
        read = _read_message(message, names)
        if read is not None:
            said[str(message.get("chatId"))].append(read)
    return tuple(day for key, messages in said.items() for day in split_days(messages, rooms.get(key, "")))


def _part(value: Any, path: str) -> Mapping[str, Any]:
    """A part of a record, by the names on the way to it; an empty one where there is none."""
    for name in path.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    return value if isinstance(value, Mapping) else {}


def _join(record: Mapping[str, Any], keys: Iterable[str]) -> str:
    """The texts behind some keys, with a blank between them."""
    found = []
    for key in keys:
        *way, last = key.split(".")
        value = (_part(record, ".".join(way)) if way else record).get(last)
        found += [value.strip()] if isinstance(value, str) and value.strip() else []
    return " ".join(found)


def _name_of(recipient: Mapping[str, Any]) -> str:
    """What a person or a group is called."""
    contact = _part(recipient, "contact")
    called = next((name for keys in _NAMES if (name := _join(contact, keys))), "")
    return called or _join(_part(recipient, "group.snapshot.title"), ("title",))


def _read_message(record: Mapping[str, Any], names: Mapping[str, str]) -> Message | None:
    """What somebody wrote; None for what the program tells, and where there is no time."""
    text = _join(_part(record, "standardMessage.text"), ("body",))
    try:
        time = datetime.fromtimestamp(int(record.get("dateSent", "")) / 1000, UTC).replace(tzinfo=None)
    except (TypeError, ValueError, OverflowError, OSError):
        return None
    return Message(time, names.get(str(record.get("authorId"))) or "Unknown", text) if text else None
