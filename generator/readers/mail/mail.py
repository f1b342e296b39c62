"""E-mail (.eml, and each message of a .mbox): headers, the text, what is forwarded, quoted replies and footers."""

import email.policy
import email.utils
import re
from collections.abc import Iterator
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.parser import BytesParser

from generator.formats import BY_SUFFIX, suffix_of_file
from generator.language.people.authors import split_authors
from generator.readers.html.page import decode_html, parse_html
from generator.readers.html.visible import find_seen
from generator.readers.mail.forwards import find_runs, is_forwarded, is_introduction, label_opened, split_parts
from generator.readers.mail.inner import find_inner
from generator.readers.pieces import Extract, Piece, Stated, cut
from generator.readers.plain.text import find_blocks
from generator.text.decoding import UndecodableError, decode
from generator.text.unicode import one_line

REPLY, HEADER = "quoted reply", "header of the message"
_SHOWN = ("From", "To", "Cc", "Date")
_WIDTH = 72
"""Columns at which most programs wrap a message."""
_AT = re.compile(r"(?P<address>[\w.+-]{1,64}(?: at |@)[\w.-]{1,200})(?: \((?P<name>[^\n]{1,200})\))?")
"""How archives write the sender, and what mail programs wrote once."""
_VIA = re.compile(r" (?:via|\(by way of) [^\n]{1,100}\Z", re.IGNORECASE)
_FROM_LINE = re.compile(r"^>(?=From )", re.MULTILINE)
"""What a mailbox puts before a line of a text that could begin a message."""
_DEEPEST = 3


def extract_mail(content: bytes) -> Extract:
    """The text of one message, with its headers, and of the messages that are attached to it."""
    message = parse_mail(content)
    subject = _header(message, "Subject")
    head = [Piece("title", subject)] if subject else []
    attached = [
        part.get_filename() or part.get_content_type() for part in attachments_of(message) if not inner_of(part)
    ]
    others = [name for name in attached if (row := BY_SUFFIX.get(suffix_of_file(name))) is None or row.is_image]
    notes = (f"attachments were not read: {', '.join(others[:10])}",) if others else ()
    pieces = tuple(_read_message(message, subject))
    inner = find_inner(pieces, HEADER)
    stated = [*_stated(message, subject), *([Stated("authors", (inner.sender,))] if inner else [])]
    place = f"forwarded; written by {inner.sender}{', ' * bool(inner.sent)}{inner.sent}" if inner else ""
    return Extract((*head, *pieces), tuple(stated), notes, place=one_line(place, 200))


def parse_mail(content: bytes) -> EmailMessage:
    """The message in a file."""
    message = BytesParser(policy=email.policy.default).parsebytes(content)
    assert isinstance(message, EmailMessage)  # the policy makes these
    return message


def _read_message(message: EmailMessage, subject: str, depth: int = 0) -> Iterator[Piece]:
    """The headers and the text of a message, then those of the messages attached to it."""
    headers = {name: _header(message, name) for name in _SHOWN} | {"From": _from(message)}
    shown = "\n".join(f"{name}: {value}" for name, value in headers.items() if value)
    if shown:
        yield Piece("boilerplate", shown, HEADER)
    yield from _find_body(message, subject)
    is_report = message.get_content_type() == "multipart/report"
    for part in attachments_of(message) if depth < _DEEPEST and not is_report else ():
        inner = inner_of(part)
        if inner is not None:
            title = _header(inner, "Subject")
            if title:
                yield Piece("heading", title)
            yield from _read_message(inner, title, depth + 1)


def inner_of(part: EmailMessage) -> EmailMessage | None:
    """The message that is attached as a whole."""
    payload = part.get_payload() if part.get_content_type() == "message/rfc822" else None
    inner = payload[0] if isinstance(payload, list) and payload else None
    return inner if isinstance(inner, EmailMessage) else None


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
    senders = tuple(_senders(_from(message)))
    if senders:
        yield Stated("authors", senders)
    date = day_of(message)
    if date:
        yield Stated("published", (date,))


def _from(message: EmailMessage) -> str:
    """The sender as it is written where an archive hid the address: then parsing it loses the name in brackets."""
    try:
        raw = next((str(value) for name, value in message.raw_items() if name.lower() == "from"), "")
        if _AT.match(raw):
            return " ".join(str(make_header(decode_header(raw))).split())
    except Exception:  # as in `_header`
        return ""
    return _header(message, "From")


def _senders(header: str) -> Iterator[str]:
    """The names in the header, else the addresses: archives write "ann at example.org (Ann Lee)"."""
    hidden = _AT.fullmatch(header)
    pairs = [(hidden["name"] or "", hidden["address"])] if hidden else email.utils.getaddresses([header])
    for name, address in pairs:
        bare = _VIA.sub("", name).strip(" '\"")
        if bare or address:
            yield from split_authors([bare]) or [bare if bare and "@" not in bare else address]


def _day(value: str) -> str | None:
    try:
        return email.utils.parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def day_of(message: EmailMessage) -> str | None:
    """The day on which a message was sent, as its header states it."""
    return _day(_header(message, "Date"))


def attachments_of(message: EmailMessage) -> list[EmailMessage]:
    """The parts that are attached to a message."""
    try:
        return [part for part in message.iter_attachments() if isinstance(part, EmailMessage)]
    except (AttributeError, KeyError, TypeError):
        return []


def _find_body(message: EmailMessage, subject: str) -> list[Piece]:
    """The pieces of the text: the plain part, else the HTML part."""
    body = message.get_body(("plain", "html"))
    if body is None:
        return []
    payload = body.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    if not content.strip():
        return []
    if body.get_content_subtype() == "html":
        return list(_label_html([seen.piece for seen in find_seen(parse_html(decode_html(content)))], subject))
    return list(label_replies(_decode(content, body.get_content_charset()), subject))


def _label_html(pieces: list[Piece], subject: str) -> Iterator[Piece]:
    kinds = list(label_opened([piece.text for piece in pieces], subject))
    is_forward = is_forwarded(subject) and "forwarded" not in kinds
    for piece, kind in zip(pieces, kinds, strict=True):
        if kind == "header":
            yield cut(piece, HEADER)
        elif kind == "forwarded" and piece.kind == "quotation":
            yield piece._replace(kind="paragraph")
        elif kind == "quoted" or (piece.kind == "quotation" and not is_forward):
            yield cut(piece, REPLY)
        else:
            yield cut(piece, REPLY) if is_introduction(piece.text) else piece


def _decode(content: bytes, charset: str | None) -> str:
    """The text in the charset that the message names, else in the likeliest one."""
    try:
        return content.decode(charset or "ascii")
    except (LookupError, UnicodeDecodeError):
        try:
            return decode(content).text
        except UndecodableError:
            return content.decode("utf-8", "replace")


def label_replies(text: str, subject: str = "") -> Iterator[Piece]:
    """The blocks of a plain text: headers, what a reply quotes, signatures and footers of lists are cut."""
    text = _FROM_LINE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    parts = split_parts(text, subject)
    is_forward = is_forwarded(subject) and all(part.kind != "forwarded" for part in parts)
    for part in parts:
        if part.kind == "header":
            yield Piece("boilerplate", part.text, HEADER)
            continue
        if part.kind == "quoted":
            yield from (
                Piece("boilerplate", block.span.of(part.text), REPLY)
                for block in find_blocks(part.text, usual_width=_WIDTH)
            )
            continue
        for run in find_runs(part.text):
            if run.reason and run.text.strip():
                yield Piece("boilerplate", run.text, run.reason)
            elif run.text.strip():
                yield from _label_blocks(run.text, is_forward=is_forward)


def _label_blocks(text: str, *, is_forward: bool) -> Iterator[Piece]:
    """The blocks of what somebody wrote; quotations in it are what it answers, or what it forwards."""
    for block in find_blocks(text, usual_width=_WIDTH):
        words = block.span.of(text)
        if is_introduction(words) or (block.kind == "quotation" and not is_forward):
            yield Piece("boilerplate", words, REPLY)
        elif block.kind == "quotation":
            lines = (line.lstrip("> ") for line in words.split("\n"))
            yield Piece("paragraph", "\n".join(lines))
        else:
            yield Piece(block.kind, words)
