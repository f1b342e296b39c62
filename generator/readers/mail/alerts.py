"""Alerts and digests whose items are told apart: each is marked as an article (schema.org), as Google Alerts does.
An item is what the alert gives of a page: its title, its publisher, its address and an excerpt. Nothing is fetched.
"""

from collections.abc import Iterator
from email.message import EmailMessage
from typing import Any
from urllib.parse import parse_qs, urlsplit

from generator.readers.html.page import decode_html, parse_html
from generator.readers.mail.marks import ARTICLE
from generator.readers.pieces import Extract, Piece, Stated
from generator.text.addresses import is_web_address
from generator.text.unicode import one_line

_NOTE = "only the excerpt that an alert gives; the page was not fetched"
_KINDS = ("schema.org/Article", "schema.org/NewsArticle")
_MOST = 500
_FEWEST = 2
"""Items, at least: one alone may be the mail itself."""
_REDIRECTS = ("google.", "www.google.")


def find_items(message: EmailMessage, day: str) -> list[Extract]:
    """The items of an alert; empty for every other mail. `day`: that of the mail, for the place of an item."""
    body = message.get_body(("html",))
    payload = body.get_payload(decode=True) if body is not None else None
    if not isinstance(payload, bytes) or ARTICLE not in payload:
        return []
    root = parse_html(decode_html(payload))
    marked = (e for e in root.iter() if isinstance(e.tag, str) and e.get("itemtype", "").rstrip("/").endswith(_KINDS))
    found = [item for n, element in enumerate(marked, 1) if n <= _MOST and (item := _read(element, n, day))]
    return found if len(found) >= _FEWEST or _is_alert(message) else []


def _is_alert(message: EmailMessage) -> bool:
    return "googlealerts-noreply@google.com" in str(message.get("From", ""))[:500]


def _read(element: Any, number: int, day: str) -> Extract | None:
    """An item; None where it has no address or no excerpt."""
    link = next((e for e in _marked(element, "url") if e.get("href")), None)
    excerpt = _words(next(_marked(element, "description"), None))
    url = _unwrap(link.get("href")) if link is not None else ""
    if link is None or not excerpt or not url:
        return None
    publisher = next(_marked(element, "publisher"), None)
    name = _words(next(_marked(publisher, "name"), publisher) if publisher is not None else None)
    title = _words(next(_marked(link, "name"), link))
    values = {"title": title, "publisher": name, "url": url}
    stated = tuple(Stated(field, (value,)) for field, value in values.items() if value)
    pieces = (Piece("title", title), Piece("paragraph", excerpt))
    return Extract(pieces, stated, (_NOTE,), place=f"item {number} of the alert of {day}" if day else f"item {number}")


def _marked(element: Any, name: str) -> Iterator[Any]:
    return (e for e in element.iterdescendants() if isinstance(e.tag, str) and e.get("itemprop") == name)


def _words(element: Any) -> str:
    return one_line("".join(element.itertext()), 2000) if element is not None else ""


def _unwrap(address: str) -> str:
    """The address of the page behind the one by which the service counts who opens it."""
    if not is_web_address(address):
        return ""
    parts = urlsplit(address)
    is_redirect = parts.path == "/url" and (parts.hostname or "").startswith(_REDIRECTS)
    inner = parse_qs(parts.query).get("url", [""])[0] if is_redirect else address
    return inner if is_web_address(inner) else ""
