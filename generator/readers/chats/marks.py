"""What a chat looks like from outside: the day and hour before a message, the elements of Telegram's pages."""

import re

_BLANK = "[ \u00a0\u202f]"
_HALVES = r"[ap]\.?[ \u00a0\u202f]?m\b\.?|上午|下午|午前|午後|오전|오후|[πμ]\.?μ\.?"
STAMP = re.compile(
    rf"[\u200e\u200f\u202a\ufeff]{{0,3}}(?P<open>\[)?"
    rf"(?P<day>\d{{1,4}}(?:[./-]|\. ?)\d{{1,2}}(?:[./-]|\. ?)\d{{1,4}})\.?,?{_BLANK}"
    rf"(?:(?:at|um|à|às|a las|kl\.|alle|om|klo|о|в){_BLANK})?(?:(?P<before>{_HALVES}){_BLANK}?)?"
    rf"(?P<hour>\d{{1,2}})[:.](?P<minute>\d\d)(?:[:.]\d\d)?(?:{_BLANK}?(?P<behind>{_HALVES}))?"
    rf"(?P<close>\](?:{_BLANK}|\u200e){{1,3}}|{_BLANK}[-–]{_BLANK}|,{_BLANK})",
    re.IGNORECASE,
)
"""Day and hour before a message: "[05.05.21, 10:05:33] ", "5/5/21, 10:05 AM - ", "2021. 5. 5. 오전 10:05, "."""
_SAMPLE = 6_000
_LINES = 60
_MARKS = (b'class="from_name', b'class="message ', b"details")


def may_be_chat(suffix: str, content: bytes) -> bool:
    """Whether a file is worth reading as a chat."""
    if suffix in (".txt", ".md", ".markdown"):
        return begins_as_chat(content)
    return suffix in (".html", ".htm") and shows_messages(content)


def begins_as_chat(content: bytes) -> bool:
    """Whether the first line of a text begins as a message does."""
    lines = content[:_SAMPLE].decode("utf-8", "replace").lstrip("\ufeff").splitlines()[:_LINES]
    first = next((line for line in lines if line.strip()), "")
    return STAMP.match(first) is not None


def shows_messages(content: bytes) -> bool:
    """Whether a page has the elements of Telegram's messages."""
    return all(mark in content for mark in _MARKS)
