"""Exported chats: each day with messages is a source, each message a statement of its sender."""

import json
from pathlib import Path

import pytest

from generator.model import Source
from generator.readers import collect, read
from tests.readers.making import cuts, kept, stated

MORNING, NOON, LATER = "The ferry is late again.", "It sails at noon, says the harbour master.", "So it did."
SLACK = [
    {
        "type": "message",
        "user": "U1",
        "ts": "1620209133.000200",
        "text": f"{MORNING} See <https://echo.example|the Echo>.",
    },
    {"type": "message", "user": "U2", "ts": "1620209139.000200", "text": f"<@U1> {NOON}"},
    {"type": "message", "user": "U2", "ts": "1620209140.000200", "text": "joined", "subtype": "channel_join"},
]
PEOPLE = [
    {"id": "U1", "profile": {"real_name": "Tara Quill"}},
    {"id": "U2", "profile": {"display_name": "Ken Osei"}},
]
TELEGRAM = {
    "name": "Harbour watch",
    "messages": [
        {"id": 1, "type": "service", "date": "2021-05-05T10:00:00", "actor": "Tara Quill", "action": "create_group"},
        {
            "id": 2,
            "type": "message",
            "date": "2021-05-05T10:05:00",
            "from": "Tara Quill",
            "text": [MORNING, {"text": "!"}],
        },
        {
            "id": 3,
            "type": "message",
            "date": "2021-05-06T09:00:00",
            "from": "Ken Osei",
            "forwarded_from": "The Echo",
            "text": NOON,
        },
    ],
}
PAGE = f"""<html><body><div class="page_header"><div class="text bold"> Harbour watch </div></div>
<div class="history"><div class="message service" id="message-1"><div class="body details">5 May 2021</div></div>
<div class="message default clearfix" id="message2"><div class="body">
<div class="pull_right date details" title="05.05.2021 10:05:00 UTC+01:00">10:05</div>
<div class="from_name"> Tara Quill </div><div class="text">{MORNING}<br>Nobody told us.</div></div></div>
<div class="message default clearfix joined" id="message3"><div class="body">
<div class="pull_right date details" title="05.05.2021 10:06:00 UTC+01:00">10:06</div>
<div class="text">{LATER}</div></div></div>
<div class="message default clearfix" id="message4"><div class="body">
<div class="pull_right date details" title="06.05.2021 09:00:00 UTC+01:00">09:00</div>
<div class="from_name">Ken Osei</div>
<div class="forwarded body"><div class="from_name">The Echo <span class="date details">05.05.2021</span></div>
<div class="text">{NOON}</div></div></div></div></div></body></html>"""


def gather(folder: Path, name: str, content: str) -> list[Source]:
    """The sources of a file, which has no problem."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")
    found = collect(folder, max_mb=8)
    assert found.problems == ()
    return list(found.sources)


def chat(form: str, *messages: tuple[str, str]) -> str:
    """A chat as text: when and who."""
    return "".join(f"{form.format(time)}{who}: {MORNING}\n" for time, who in messages)


def lines(source: Source) -> list[str]:
    """The messages of a day."""
    return [text for _, text in kept(read(source))]


FORMS = {
    "ios": ("[25.04.21, 22:05:33] ", "[26.04.21, 09:06:01] "),
    "android": ("25/04/2021, 22:05 - ", "26/04/2021, 09:06 - "),
    "american": ("4/25/21, 10:05\u202fPM - ", "4/26/21, 9:06\u202fAM - "),
    "spanish": ("25/4/21, 10:05 p.\u00a0m. - ", "26/4/21, 9:06 a.\u00a0m. - "),
    "german": ("25.04.21, 22:05 - ", "26.04.21, 09:06 - "),
    "french": ("25/04/2021 à 22:05 - ", "26/04/2021 à 09:06 - "),
    "dutch": ("25-04-2021 22:05 - ", "26-04-2021 09:06 - "),
    "chinese": ("2021/4/25 下午10:05 - ", "2021/4/26 上午9:06 - "),
    "korean": ("2021. 4. 25. 오후 10:05, ", "2021. 4. 26. 오전 9:06, "),
    "signal": ("[2021-04-25, 22:05] ", "[2021-04-26, 09:06] "),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_day_of_a_chat_is_a_source_in_every_form_of_day_and_hour(tmp_path: Path, form: str) -> None:
    """Its title is that of its file with the day; each message stands behind its hour and its sender."""
    first, second = FORMS[form]
    text = f"{first}Tara Quill: {MORNING}\nNobody told us.\n{second}Ken Osei: {NOON}\n{second}Tara Quill: {LATER}\n"
    one, two = gather(tmp_path, "WhatsApp Chat with Harbour.txt", text)
    assert lines(one) == [f"[2021-04-25, 22:05] Tara Quill: {MORNING}\nNobody told us."]
    assert lines(two) == [f"[2021-04-26, 09:06] Ken Osei: {NOON}", f"[2021-04-26, 09:06] Tara Quill: {LATER}"]
    assert stated(read(one)) == {"title": ("WhatsApp Chat with Harbour, 2021-04-25",), "published": ("2021-04-25",)}
    assert two.id.startswith("whatsapp-chat-with-harbour-2021-04-26-")


def test_what_the_messenger_wrote_is_no_message(tmp_path: Path) -> None:
    """Notices have no sender; a picture that was left out is told in brackets, by a mark, or by its file."""
    stamp = "[25.04.21, 10:05:33] "
    said = f"{stamp}Tara Quill: {MORNING} \u200e<This message was edited>\n{stamp}Ken Osei: {NOON}\n"
    unsaid = [
        f"{stamp}Tara Quill created the group",
        f"{stamp}Ken Osei: \u200eBild weggelassen",
        f"{stamp}Ken Osei: <Medien ausgeschlossen>",
        f"{stamp}Ken Osei: IMG-20210425-WA0001.jpg (Datei angehängt)",
    ]
    (day,) = gather(tmp_path, "chat.txt", said + "\n".join(unsaid))
    assert lines(day) == [f"[2021-04-25, 10:05] Tara Quill: {MORNING}", f"[2021-04-25, 10:05] Ken Osei: {NOON}"]
    assert [reason for reason, _ in cuts(read(day))] == ["written by the messenger"] * 4


def test_a_day_keeps_its_address_when_messages_are_added(tmp_path: Path) -> None:
    """The chat goes on, and other days come before it; the name is that of the folder where the file's says nothing."""
    day = chat("[{}] ", ("25.04.21, 10:05:33", "Tara Quill"), ("25.04.21, 10:06:33", "Ken Osei"))
    day += chat("[{}] ", ("26.04.21, 10:00:00", "Ken Osei"))
    before = f"[13.04.21, 10:05:33] Ken Osei: {NOON}\n"
    old = gather(tmp_path / "a", "Harbour/_chat.txt", day)
    new = gather(tmp_path / "b", "Harbour/_chat.txt", before + day + f"[26.04.21, 11:00:00] Tara Quill: {MORNING}\n")
    assert [source.id for source in old] == [source.id for source in new][1:]
    assert stated(read(new[0]))["title"] == ("Harbour, 2021-04-13",)


TWO = ("Tara Quill", "Ken Osei", "Ken Osei")
NONE = {
    "nothing shows whether the first or the second number is the month": chat(
        "{} - ", *(("05/06/21, 10:05", who) for who in TWO)
    ),
    "the file of one voice": chat("{} - ", *[("05.05.21, 10:05", "Update")] * 3),
    "the log of a program": chat("[{}] ", *(("2021-05-05 10:05:01", who) for who in ("INFO", "ERROR", "INFO"))),
    "an article that quotes a chat": "The pier\n\n" + chat("{} - ", *(("25.04.21, 10:05", who) for who in TWO)),
    "two messages": chat("{} - ", *(("25.04.21, 10:05", who) for who in TWO[:2])),
    "mostly other lines": chat("{} - ", *(("25.04.21, 10:05", who) for who in TWO)) + "The town waits.\n" * 9,
    "no day of the calendar": chat("{} - ", *(("31.04.21, 10:05", who) for who in TWO)),
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_is_no_chat_for_sure_stays_one_source(tmp_path: Path, text: str) -> None:
    """A wrong guess is worse than none."""
    (source,) = gather(tmp_path, "a.txt", text)
    assert source.path == "a.txt"
    assert read(source).text == text


def test_telegram_as_records_and_as_a_page(tmp_path: Path) -> None:
    """What is passed on is what its author says; below a line that says who passed it on."""
    first, second = gather(tmp_path / "a", "result.json", json.dumps(TELEGRAM))
    assert lines(first) == [f"[2021-05-05, 10:05] Tara Quill: {MORNING}!"]
    assert lines(second) == [f"[2021-05-06, 09:00] The Echo: {NOON}"]
    assert [text for _, text in cuts(read(second))] == ["[2021-05-06, 09:00] Ken Osei passes on a message of The Echo"]
    assert stated(read(first))["title"] == ("Harbour watch, 2021-05-05",)
    first, second = gather(tmp_path / "b", "messages.html", PAGE)
    assert lines(first) == [
        f"[2021-05-05, 10:05] Tara Quill: {MORNING}\nNobody told us.",
        f"[2021-05-05, 10:06] Tara Quill: {LATER}",
    ]
    assert lines(second) == [f"[2021-05-06, 09:00] The Echo: {NOON}"]
    assert stated(read(first))["title"] == ("Harbour watch, 2021-05-05",)


def test_all_chats_of_a_telegram_account(tmp_path: Path) -> None:
    """One file holds them all."""
    other = {**TELEGRAM, "name": "Pier"}
    found = gather(tmp_path, "result.json", json.dumps({"chats": {"list": [TELEGRAM, other]}}))
    assert [source.id.partition("-2021")[0] for source in found] == ["harbour-watch", "harbour-watch", "pier", "pier"]


def test_slack_with_the_names_of_its_people(tmp_path: Path) -> None:
    """The names stand in `users.json` in the folder above; lists of the export are told in a note."""
    (tmp_path / "users.json").write_text(json.dumps(PEOPLE))
    channel = tmp_path / "harbour"
    channel.mkdir()
    (channel / "2021-05-05.json").write_text(json.dumps(SLACK))
    found = collect(tmp_path, max_mb=8)
    (day,) = found.sources
    assert [(problem.path, problem.severity) for problem in found.problems] == [("users.json", "note")]
    assert lines(day) == [
        f"[2021-05-05, 10:05] Tara Quill: {MORNING} See the Echo.",
        f"[2021-05-05, 10:05] Ken Osei: @Tara Quill {NOON}",
    ]
    assert stated(read(day))["title"] == ("harbour, 2021-05-05",)


def test_slack_without_its_people_keeps_their_keys(tmp_path: Path) -> None:
    """A name is never guessed."""
    (day,) = gather(tmp_path, "harbour/2021-05-05.json", json.dumps(SLACK))
    assert lines(day)[1] == f"[2021-05-05, 10:05] U2: @U1 {NOON}"


OTHERS = {
    "discord": json.dumps(
        {
            "guild": {"name": "Harbour"},
            "channel": {"name": "pier"},
            "messages": [
                {
                    "timestamp": "2021-05-05T10:05:00+00:00",
                    "author": {"name": "tq", "nickname": "Tara Quill"},
                    "content": MORNING,
                }
            ],
        }
    ),
    "messenger": json.dumps(
        {
            "title": "Pier",
            "messages": [{"sender_name": "Tara Quill", "timestamp_ms": 1620209133000, "content": MORNING}],
        }
    ),
    "signal": json.dumps([{"date": "2021-05-05T10:05:00", "sender": "Tara Quill", "body": MORNING}]),
}


@pytest.mark.parametrize("service", OTHERS)
def test_records_of_other_messengers(tmp_path: Path, service: str) -> None:
    """Each is known by its keys."""
    (day,) = gather(tmp_path, "a.json", OTHERS[service])
    assert lines(day) == [f"[2021-05-05, 10:05] Tara Quill: {MORNING}"]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (
            '{"messages": [{"id": 1, "type": "message", "date": "never", "text": 4}]}',
            "a chat in which nobody says anything",
        ),
        ('{"messages": []}', "no article in it"),
        ('{"messages": ' + "[" * 3000 + "]" * 3000 + "}", "it is no JSON"),
        ('[{"type": "message", "ts": "1e999", "text": "x"}]', "no article in it"),
    ],
)
def test_a_broken_chat_is_told_in_a_line(tmp_path: Path, content: str, what: str) -> None:
    """It costs its file only."""
    (tmp_path / "a.json").write_text(content)
    found = collect(tmp_path, max_mb=8)
    assert found.sources == ()
    (problem,) = found.problems
    assert problem.what.startswith(what)


def test_a_long_chat_is_read_in_one_go(tmp_path: Path) -> None:
    """A million characters: 200 days of 100 messages."""
    one = "".join(
        f"[{1 + n % 28:02}.{1 + n // 28:02}.21, 10:05:33] {'Tara Quill' if m % 2 else 'Ken Osei'}: {MORNING}\n"
        for n in range(200)
        for m in range(100)
    )
    assert len(gather(tmp_path, "a.txt", one)) == 200
