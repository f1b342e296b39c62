"""Packed chats: what Slack and WhatsApp give away as one file."""

import json
from pathlib import Path

import pytest

from generator.readers import collect, read
from tests.readers.chats.test_chats import LATER, MORNING, NOON, PEOPLE, SLACK, chat, lines
from tests.readers.making import archive, stated


def test_slack_gives_a_source_for_each_room_and_day(tmp_path: Path) -> None:
    """Called by the room, with the names of its people."""
    files = {
        "users.json": json.dumps(PEOPLE),
        "channels.json": "[]",
        "harbour/2021-05-05.json": json.dumps(SLACK),
        "pier/2021-05-05.json": json.dumps(SLACK[:1]),
        "pier/2021-05-06.json": "{",
    }
    (tmp_path / "export.zip").write_bytes(archive(files))
    found = collect(tmp_path, max_mb=1)
    assert found.problems == ()
    harbour, pier = found.sources
    assert harbour.id.startswith("harbour-2021-05-05-")
    assert stated(read(pier))["title"] == ("pier, 2021-05-05",)
    assert lines(pier) == [f"[2021-05-05, 10:05] Tara Quill: {MORNING} See the Echo."]
    assert lines(harbour)[1] == f"[2021-05-05, 10:05] Ken Osei: @Tara Quill {NOON}"


def test_whatsapp_gives_a_source_for_each_day(tmp_path: Path) -> None:
    """Called as the file; pictures are passed over."""
    text = chat("[{}] ", *(("25.04.21, 10:05:33", who) for who in ("Tara Quill", "Ken Osei", "Ken Osei")))
    (tmp_path / "WhatsApp Chat - Harbour.zip").write_bytes(archive({"_chat.txt": text, "00001-PHOTO.jpg": b"x"}))
    (day,) = collect(tmp_path, max_mb=1).sources
    assert stated(read(day))["title"] == ("WhatsApp Chat - Harbour, 2021-04-25",)
    assert len(lines(day)) == 3


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (archive({"a.pdf": b"x", "b/2021-05-05.json": "[1]"}), "'a.pdf' in it: it is damaged or no PDF"),
        (archive({"_chat.txt": f"{MORNING}\n{LATER}"}), "an archive that holds no chat and no file in a known format"),
        (b"PK", "it is damaged or not what its name says"),
    ],
)
def test_another_archive_is_told_in_a_line(tmp_path: Path, content: bytes, what: str) -> None:
    """With what to do."""
    (tmp_path / "a.zip").write_bytes(content)
    found = collect(tmp_path, max_mb=1)
    assert (found.sources, [problem.what for problem in found.problems]) == ((), [what])
