"""Messages of Outlook (.msg): made into a mail and read as one."""

from email.message import EmailMessage
from email.policy import default
from email.utils import format_datetime
from typing import Any

from oxmsg import Message

from generator.readers.mail.attachments import split_mail
from generator.readers.mail.mail import extract_mail
from generator.readers.mail.rtf_body import read_rtf_body
from generator.readers.pieces import Extract, UnreadableError
from generator.text.unicode import one_line

_START = bytes.fromhex("d0cf11e0a1b11ae1")
_RTF_BODY = 0x1009
"""The property that has the body in Outlook's own form."""
_FIRST_YEAR = 1980
_MOST = 100
"""Attachments of one message."""
_CURE = "save it in Outlook as a new .msg, or as text"


def extract_msg(content: bytes) -> Extract:
    """The text of one message, with its headers. Raises UnreadableError."""
    return extract_mail(make_mail(content))


def split_msg(content: bytes) -> Extract:
    """The sources in a message beside its text; none where it cannot be read, as reading it says so."""
    try:
        mail = make_mail(content)
    except Exception:  # the border: whatever the library raises, it raises for the text as well
        return Extract(())
    return split_mail(mail)


def make_mail(content: bytes) -> bytes:
    """The message as a mail. Raises UnreadableError."""
    if not content.startswith(_START):
        raise UnreadableError("it is no message of Outlook", _CURE)
    message = Message.load(content)
    if not message.message_class.upper().startswith(("IPM", "REPORT")):
        raise UnreadableError("it is no message of Outlook", _CURE)
    mail = EmailMessage(policy=default)
    for name, value in _read_headers(message).items():
        if value:
            mail[name] = one_line(value, 2000)
    text, html = _text(message.body), _text(message.html_body)
    if not text.strip() and not html.strip():
        text = read_rtf_body(message.properties.binary_prop_value(_RTF_BODY) or b"")
    if not text.strip() and not html.strip():
        raise UnreadableError("it has no text", _CURE)
    if text.strip():
        mail.set_content(text)
    if html.strip():
        (mail.add_alternative if text.strip() else mail.set_content)(html, subtype="html")
    for attachment in message.attachments[:_MOST]:
        name = attachment.file_name or "message"
        mail.add_attachment(attachment.file_bytes or b"", "application", "octet-stream", filename=one_line(name, 200))
    return mail.as_bytes()


def _read_headers(message: Any) -> dict[str, str]:
    headers = {name.lower(): str(value) for name, value in message.message_headers.items()}
    # A message that was never sent has the first day of Windows' calendar.
    sent = message.sent_date if message.sent_date and message.sent_date.year > _FIRST_YEAR else None
    receivers = ", ".join(one_line(person.name or person.email_address or "", 200) for person in message.recipients)
    return {
        "From": headers.get("from") or message.sender or "",
        "To": headers.get("to") or receivers,
        "Cc": headers.get("cc", ""),
        "Date": headers.get("date") or (format_datetime(sent) if sent else ""),
        "Subject": message.subject or headers.get("subject", ""),
    }


def _text(value: str | None) -> str:
    return (value or "").replace("\r\n", "\n")
