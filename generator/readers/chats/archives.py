"""Packed chats (.zip): Slack, a folder a room and a file a day; WhatsApp, a text beside pictures."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from zipfile import ZipFile

import msgspec

from generator.readers.chats.records import find_chats, read_people
from generator.readers.chats.texts import split_chat
from generator.readers.pieces import Extract, UnreadableError, read_member
from generator.text.decoding import UndecodableError, decode

_DAY = re.compile(r"(?:[^/]{1,200}/)?(?P<room>[^/]{1,200})/\d{4}-\d\d-\d\d\.json")
_TEXT = re.compile(r"(?:[^/]{1,200}/)?(?:_chat|[^/]{0,100}WhatsApp[^/]{0,100})\.txt")


def find_days(archive: ZipFile) -> list[Extract]:
    """The days of the chats in an archive. Raises UnreadableError."""
    names = sorted(archive.namelist())
    return [*_read_rooms(archive, names), *_read_texts(archive, names)]


def _read_rooms(archive: ZipFile, names: list[str]) -> Iterator[Extract]:
    """The days of the rooms of Slack, whose files are those of a day; other files with such names hold no message."""
    listed = next((name for name in names if PurePosixPath(name).name == "users.json"), None)
    people = (read_people(_load(archive, listed)) or {}) if listed else {}
    rooms: dict[str, list[object]] = {}
    for name in names:
        found = _DAY.fullmatch(name)
        messages = _load(archive, name) if found else None
        if found and isinstance(messages, list):
            rooms.setdefault(found["room"], []).extend(messages)
    for room, messages in rooms.items():
        yield from find_chats(messages, people, room) or ()


def _read_texts(archive: ZipFile, names: list[str]) -> Iterator[Extract]:
    """The days of WhatsApp."""
    for name in names:
        if _TEXT.fullmatch(name):
            try:
                yield from split_chat(decode(read_member(archive, name) or b"").text)
            except UndecodableError as error:
                raise UnreadableError(error.fault, error.cure) from error


def _load(archive: ZipFile, name: str) -> object:
    try:
        loaded: object = msgspec.json.decode(read_member(archive, name) or b"null")
    except (msgspec.DecodeError, RecursionError):
        return None
    return loaded
