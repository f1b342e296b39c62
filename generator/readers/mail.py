"""E-mail (.eml, and each message of a .mbox): headers, the text, quoted replies and signatures apart."""

import email.policy
import email.utils
import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.parser import BytesParser

from generator.readers.html import decode_html, parse_html
from generator.readers.pieces import Extract, Piece, Stated, cut
from generator.readers.text import find_blocks
from generator.readers.visible import find_seen
from generator.text.decoding import UndecodableError, decode

REPLY, SIGNATURE, HEADER = "quoted reply", "signature", "header of the message"
_SHOWN = ("From", "To", "Cc", "Date")
_WROTE = re.compile(
    r"(?:On|Am|Le|El|Il) [^\n]{4,200}(?:\n[^\n]{1,200})?(?:wrote|schrieb|a écrit|escribió|ha scritto)[^\n]{0,80}:\Z",
    re.IGNORECASE,
)
"""The line that introduces a quoted message."""
_FORWARDED = re.compile(
    r"-{2,20} ?(?:Original Message|Forwarded message|Ursprüngliche Nachricht) ?-{2,20}|_{8,80}\s{1,9}From:|"
    r"From: [^\n]{1,200}\n(?:Sent|Date): ",
    re.IGNORECASE,
)
"""How programs open a message that is quoted as a whole."""
_WIDTH = 72
"""Columns at which most programs wrap a message."""
_SIGNATURE = re.compile(r"^--[ \t]*$", re.MULTILINE)


def extract_mail(content: bytes) -> Extract:
    """The text of one message, with its headers."""
    message = BytesParser(policy=email.policy.default).parsebytes(content)
    assert isinstance(message, EmailMessage)  # the policy makes these
    subject = _header(message, "Subject")
    shown = "\n".join(f"{name}: {value}" for name in _SHOWN if (value := _header(message, name)))
    head = [Piece("title", subject)] if subject else []
    head += [Piece("boilerplate", shown, HEADER)] if shown else []
    others = [part.get_filename() or part.get_content_type() for part in _attachments(message)]
    notes = (f"attachments were not read: {', '.join(others[:10])}",) if others else ()
    return Extract((*head, *_find_body(message)), tuple(_stated(message, subject)), notes)


def _header(message: EmailMessage, name: str) -> str:
    """A header on one line; empty where there is none or where it cannot be read."""
    try:
        # Reading one header may raise anything: ValueError, IndexError, AttributeError, LookupError.
        return " ".join(str(message.get(name, "")).split())
    except Exception:
        return ""


def _stated(message: EmailMessage, subject: str) -> Iterator[Stated]:
    """The headers as metadata."""
    if subject:
        yield Stated("title", (subject,))
    senders = [name or address for name, address in email.utils.getaddresses([_header(message, "From")])]
    if any(senders):
        yield Stated("authors", tuple(filter(None, senders)))
    date = _day(_header(message, "Date"))
    if date:
        yield Stated("published", (date,))


def _day(value: str) -> str | None:
    try:
        return email.utils.parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _attachments(message: EmailMessage) -> list[EmailMessage]:
    try:
        return [part for part in message.iter_attachments() if isinstance(part, EmailMessage)]
    except (AttributeError, KeyError, TypeError):
        return []


def _find_body(message: EmailMessage) -> list[Piece]:
    """The pieces of the text: the plain part, else the HTML part."""
    body = message.get_body(("plain", "html"))
    if body is None:
        return []
    payload = body.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    if not content.strip():
        return []
    if body.get_content_subtype() == "html":
        return [_label_html(seen.piece) for seen in find_seen(parse_html(decode_html(content)))]
    return list(label_replies(_decode(content, body.get_content_charset())))


def _label_html(piece: Piece) -> Piece:
    return cut(piece, REPLY) if piece.kind == "quotation" or _WROTE.match(piece.text) else piece


def _decode(content: bytes, charset: str | None) -> str:
    """The text in the charset that the message names, else in the likeliest one."""
    try:
        return content.decode(charset or "ascii")
    except (LookupError, UnicodeDecodeError):
        try:
            return decode(content).text
        except UndecodableError:
            return content.decode("utf-8", "replace")


def label_replies(text: str) -> Iterator[Piece]:
    """The blocks of a plain text; quoted lines, what introduces them and what follows a signature's mark are cut."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    mark = next((m.start() for m in _SIGNATURE.finditer(text)), len(text))
    is_forwarded = False
    for block in find_blocks(text[:mark], usual_width=_WIDTH):
        words = block.span.of(text)
        is_forwarded = is_forwarded or _FORWARDED.match(text, block.span.start) is not None
        is_reply = is_forwarded or block.kind == "quotation" or _WROTE.search(words)
        yield Piece("boilerplate", words, REPLY) if is_reply else Piece(block.kind, words)
    if text[mark:].strip():
        yield Piece("boilerplate", text[mark:], SIGNATURE)
