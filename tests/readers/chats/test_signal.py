"""Chats as Signal itself exports them."""

import json
from pathlib import Path
from typing import Any

import pytest

from generator.readers import collect, read

PEOPLE: list[dict[str, Any]] = [
    {"version": "1"},
    {"account": {"givenName": "Bo", "familyName": "Ek"}},
    {"recipient": {"id": "1", "self": {}}},
    {"recipient": {"id": "2", "contact": {"profileGivenName": "Tara", "profileFamilyName": "Quill"}}},
    {"recipient": {"id": "3", "group": {"snapshot": {"title": {"title": "Harbour"}}}}},
    {"chat": {"id": "10", "recipientId": "3"}},
]
MORNING = "The harbour will open on Monday, the mayor told me."


def item(author: str, moment: str, body: str | None) -> dict[str, Any]:
    """A message of one of them, or what the program tells."""
    said = {"updateMessage": {}} if body is None else {"standardMessage": {"text": {"body": body}}}
    return {"chatItem": {"chatId": "10", "authorId": author, "dateSent": moment, **said}}


def texts(folder: Path, lines: list[dict[str, Any]]) -> dict[str, str]:
    """The texts of the sources in a file of these lines, by where they stand in it."""
    (folder / "main.jsonl").write_text("\n".join(map(json.dumps, lines)))
    return {source.place: read(source).text for source in collect(folder, max_mb=9).sources}


def test_each_day_of_a_chat_is_a_source(tmp_path: Path) -> None:
    """With the names that the file gives to people; what the program tells is none of it."""
    said = [
        item("2", "1620209100000", MORNING),
        item("1", "1620209220000", "Who pays?"),
        item("2", "1620300000000", None),
    ]
    found = texts(tmp_path, [*PEOPLE, *said])
    (day,) = found
    assert day == "the messages of 2021-05-05"
    assert f"Tara Quill: {MORNING}" in found[day]
    assert "Bo Ek: Who pays?" in found[day]


@pytest.mark.parametrize("moment", ["", "never", "9" * 40])
def test_a_message_without_a_time_costs_itself(tmp_path: Path, moment: str) -> None:
    """The others are read."""
    found = texts(tmp_path, [*PEOPLE, item("2", moment, "Lost."), item("9", "1620209100000", MORNING)])
    assert [f"Unknown: {MORNING}" in text and "Lost" not in text for text in found.values()] == [True]
