"""A page that was saved with all its parts in one file: MHTML (.mhtml, .mht) and Safari's .webarchive. The page is
read; its frames, styles and pictures are not.
"""

import datetime
import email.policy
import email.utils
import plistlib
from email.message import EmailMessage
from email.parser import BytesParser
from itertools import islice
from xml.parsers.expat import ExpatError

from generator.readers.html.page import decode_html, extract_page
from generator.readers.html.saving import name_day
from generator.readers.pieces import Extract, UnreadableError
from generator.text.addresses import is_web_address

_MOST_PARTS = 10_000
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_CURE = "save the page again, as a web page of one file"


def extract_mhtml(content: bytes) -> Extract:
    """The page of a MIME file. Raises UnreadableError."""
    message = BytesParser(policy=email.policy.default).parsebytes(content)
    assert isinstance(message, EmailMessage)  # the policy makes these
    page = _find_page(message)
    payload = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(payload, bytes):
        raise UnreadableError("no page in it", _CURE)
    named = (_header(message, "Snapshot-Content-Location"), _header(page, "Content-Location"))
    url = next((name for name in named if is_web_address(name)), "")
    return _read(payload, page.get_content_charset() or "", url, _day(_header(message, "Date")))


def _find_page(message: EmailMessage) -> EmailMessage | None:
    """The part that the file names as its start, else the first page."""
    pages = [part for part in islice(message.walk(), _MOST_PARTS) if part.get_content_type() in _PAGES]
    start = message.get_param("start")
    named = (part for part in pages if isinstance(start, str) and _header(part, "Content-ID") == start)
    found = next(named, None) or next(iter(pages), None)
    return found if isinstance(found, EmailMessage) else None


def _header(message: EmailMessage, name: str) -> str:
    try:
        return "".join(str(message.get(name, "")).split()) if name != "Date" else str(message.get(name, ""))
    except Exception:  # reading one header may raise anything
        return ""


def _day(value: str) -> datetime.date | None:
    try:
        return email.utils.parsedate_to_datetime(value).date()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def extract_webarchive(content: bytes) -> Extract:
    """The page of a property list. Raises UnreadableError."""
    try:
        loaded = plistlib.loads(content)
    except (ExpatError, ValueError, plistlib.InvalidFileException) as error:
        raise UnreadableError("it is no property list", _CURE) from error
    main = loaded.get("WebMainResource") if isinstance(loaded, dict) else None
    values = main if isinstance(main, dict) else {}
    data, kind = values.get("WebResourceData"), values.get("WebResourceMIMEType", "text/html")
    if not isinstance(data, bytes) or kind not in _PAGES:
        raise UnreadableError("no page in it", _CURE)
    charset, url = values.get("WebResourceTextEncodingName"), values.get("WebResourceURL")
    address = url if isinstance(url, str) and is_web_address(url) else ""
    return _read(data, charset if isinstance(charset, str) else "", address, None)


def _read(content: bytes, charset: str, url: str, day: datetime.date | None) -> Extract:
    extract = extract_page(decode_html(content, charset), url)
    return Extract(extract.pieces, extract.stated, extract.notes, place=name_day(day) or extract.place)
