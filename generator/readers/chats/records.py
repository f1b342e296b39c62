"""Chats as records (JSON): Telegram, Slack, Discord, Messenger, Instagram, and Signal as its exporters write it. Known
by their keys.
"""

import html
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from generator.readers.chats.days import MOST_MESSAGES, Message, pass_on, split_days
from generator.readers.chats.signal import is_signal, read_signal
from generator.readers.pieces import Extract

_SLACK_MARK = re.compile(r"<(?P<sign>[@#!]?)(?P<target>[^<>|\n]{1,500})(?:\|(?P<words>[^<>\n]{0,500}))?>")
_SLACK_TIME = re.compile(r"[1-9]\d{8,9}\.\d{3,6}")
_UNSAID = frozenset({"channel_join", "channel_leave", "channel_topic", "channel_purpose", "channel_name", "bot_add"})
_SIGNAL = frozenset({"date", "sender", "body"})
_LONGEST = 500_000


def find_chats(value: Any, people: Mapping[str, str], name: str = "") -> tuple[Extract, ...] | None:
    """The days of all chats in a value; None where it is no chat. `people`: names by the keys that Slack gives them;
    `name`: that of its room."""
    if isinstance(value, dict):
        return _find_named(value)
    if not isinstance(value, list) or not value or not all(isinstance(item, dict) for item in value[:50]):
        return None
    items = [item for item in value[:MOST_MESSAGES] if isinstance(item, dict)]
    if _is_slack(items):
        return split_days(_read_slack(items, people), name)
    if is_signal(items):
        return read_signal(items)
    if all(item.keys() >= _SIGNAL for item in items):
        return split_days(_read_signal(items))
    return None


def _find_named(value: Mapping[str, Any]) -> tuple[Extract, ...] | None:
    chats = value.get("chats")
    if isinstance(chats, dict) and isinstance(chats.get("list"), list):
        found = [_find_named(chat) for chat in chats["list"][:1000] if isinstance(chat, dict)]
        return tuple(day for days in found for day in days or ()) if any(days is not None for days in found) else None
    messages = value.get("messages")
    items = [item for item in messages[:MOST_MESSAGES] if isinstance(item, dict)] if isinstance(messages, list) else []
    if items and all("type" in item and item.keys() & {"date", "date_unixtime"} for item in items[:50]):
        return split_days(_read_telegram(items), _text(value.get("name")))
    channel = value.get("channel")
    if items and isinstance(channel, dict) and all({"timestamp", "author"} <= item.keys() for item in items[:50]):
        return split_days(_read_discord(items), _text(channel.get("name")))
    if items and all({"sender_name", "timestamp_ms"} <= item.keys() for item in items[:50]):
        return split_days(_read_meta(items), _mend(_text(value.get("title"))))
    return None


def _text(value: Any) -> str:
    """A text; of Telegram's list of runs, some of them with marks, their texts."""
    if isinstance(value, str):
        return value[:_LONGEST]
    if isinstance(value, list):
        runs = (item.get("text") if isinstance(item, dict) else item for item in value[:10_000])
        return "".join(run for run in runs if isinstance(run, str))[:_LONGEST]
    return ""


def _time(value: Any) -> datetime | None:
    """A time as its file gives it, without its zone."""
    try:
        return datetime.fromisoformat(str(value)[:40]).replace(tzinfo=None)
    except ValueError:
        return None


def _moment(value: Any) -> datetime | None:
    """Seconds since 1970 as a time (UTC), for files without a zone."""
    try:
        return datetime.fromtimestamp(float(value), UTC).replace(tzinfo=None)
    except (TypeError, ValueError, OverflowError, OSError):
        return None


def _read_telegram(items: list[dict[str, Any]]) -> Iterator[Message]:
    for item in items:
        time = _time(item.get("date")) or _moment(item.get("date_unixtime"))
        if time is None:
            continue
        if item.get("type") != "message":
            actor, action = _text(item.get("actor")), _text(item.get("action")).replace("_", " ")
            yield Message(time, "", f"{actor} {action}".strip(), is_notice=True)
            continue
        text, sender = _text(item.get("text")), _text(item.get("from")) or "Deleted account"
        origin = _text(item.get("forwarded_from"))
        yield from pass_on(Message(time, sender, text), origin)


def _read_discord(items: list[dict[str, Any]]) -> Iterator[Message]:
    for item in items:
        time, author = _time(item.get("timestamp")), item.get("author")
        if time is None or not isinstance(author, dict):
            continue
        sender = _text(author.get("nickname")) or _text(author.get("name"))
        text = _text(item.get("content"))
        yield Message(time, sender, text, is_notice=not text or item.get("type", "Default") not in ("Default", "Reply"))


def _read_meta(items: list[dict[str, Any]]) -> Iterator[Message]:
    """Messenger and Instagram."""
    for item in items:
        stamp = item.get("timestamp_ms")
        time = _moment(stamp / 1000) if isinstance(stamp, int | float) else None
        if time is not None:
            text = _mend(_text(item.get("content")))
            yield Message(time, _mend(_text(item.get("sender_name"))), text, is_notice=not text)


def _mend(text: str) -> str:
    """The text; bytes of UTF-8 that were written as characters of their own, as Meta does it, are put together."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def _read_signal(items: list[dict[str, Any]]) -> Iterator[Message]:
    for item in items:
        time = _time(item.get("date"))
        if time is not None:
            text = _text(item.get("body"))
            yield Message(time, _text(item.get("sender")), text, is_notice=not text)


def _is_slack(items: list[dict[str, Any]]) -> bool:
    return all(
        item.get("type") == "message" and isinstance(item.get("ts"), str) and _SLACK_TIME.fullmatch(item["ts"])
        for item in items[:50]
    )


def _read_slack(items: list[dict[str, Any]], people: Mapping[str, str]) -> Iterator[Message]:
    own = {_text(item.get("user")): name for item in items if (name := _profile_name(item.get("user_profile")))}
    names = {**people, **own}
    for item in items:
        time = _moment(item.get("ts"))
        if time is None:
            continue
        user = _text(item.get("user"))
        sender = names.get(user) or _text(item.get("username")) or user
        text = html.unescape(_SLACK_MARK.sub(lambda mark: _read_mark(mark, names), _text(item.get("text"))))
        yield Message(time, sender, text, is_notice=not text or item.get("subtype") in _UNSAID)


def _read_mark(mark: re.Match[str], names: Mapping[str, str]) -> str:
    """ "<@U024BE7LH>" as "@Ann Lee", "<https://echo.example|the Echo>" as "the Echo"."""
    words = mark["words"] or ""
    if mark["sign"] == "@":
        return f"@{words or names.get(mark['target'], mark['target'])}"
    return f"{mark['sign'].replace('!', '@')}{words or mark['target']}"


def _profile_name(profile: Any) -> str:
    if not isinstance(profile, dict):
        return ""
    return next((name for key in ("real_name", "display_name", "name") if (name := _text(profile.get(key)))), "")


def read_people(value: Any) -> dict[str, str] | None:
    """The names of the people in Slack's `users.json`; None for every other value."""
    if not isinstance(value, list) or not value:
        return None
    rows = [row for row in value[:100_000] if isinstance(row, dict)]
    if not rows or not all({"id", "profile"} <= row.keys() for row in rows[:50]):
        return None
    return {
        _text(row["id"]): _text(row.get("real_name")) or _profile_name(row.get("profile")) or _text(row.get("name"))
        for row in rows
    }


def is_list_of_channels(value: Any) -> bool:
    """Whether it is one of the files in which Slack lists the rooms of an export."""
    is_list = isinstance(value, list) and bool(value) and all(isinstance(row, dict) for row in value[:50])
    return is_list and all({"id", "created", "members"} <= row.keys() for row in value[:50])
