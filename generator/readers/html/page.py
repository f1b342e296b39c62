"""Web pages: all visible text in order; what is outside of the article is labelled, not dropped.

Where the article is says trafilatura; each of its passages is looked up in the page as it is.
"""

import codecs
import re
from typing import Any

import trafilatura
from lxml import etree, html

from generator.readers.html.article import Opening, label_article, squeeze
from generator.readers.html.page_data import find_description, find_stated
from generator.readers.html.streamed import join_pieces, open_noscript, open_shadows
from generator.readers.html.visible import find_seen
from generator.readers.pieces import Extract, UnreadableError
from generator.readers.plain.bookmarks import extract_bookmarks, is_bookmarks
from generator.text.decoding import UndecodableError, decode

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.IGNORECASE)
_HEAD_BYTES = 4096
_MOST_ELEMENTS = 40_000
"""In a page with more, nobody looks for the article: it would take too long."""

_FEWEST = 200
"""Characters of a page that shows an article; on one with fewer it may stand where no script runs."""


def extract_html(content: bytes) -> Extract:
    """The text and the stated metadata of a page. Raises UnreadableError."""
    text = decode_html(content)
    if is_bookmarks(text):
        return extract_bookmarks(parse_html(text))
    tree = parse_html(text)
    changed = open_shadows(tree) | join_pieces(tree)
    seen = list(find_seen(tree))
    if sum(len(item.piece.text) for item in seen) < _FEWEST and open_noscript(tree):
        changed, seen = True, list(find_seen(tree))
    text = html.tostring(tree, encoding="unicode") if changed else text
    stated = find_stated(tree)
    article = find_article(text) if sum(1 for _ in tree.iter()) <= _MOST_ELEMENTS else []
    return Extract(tuple(label_article(seen, article, Opening.of(stated, find_description(tree)))), tuple(stated))


def decode_html(content: bytes) -> str:
    """The text of the file: byte-order mark, UTF-8, the charset that the page declares, then a guess."""
    declared = _CHARSET.search(content, 0, _HEAD_BYTES)
    try:
        decoded = decode(content)
        if declared and decoded.note:
            # HTML names Latin-1 and means Windows-1252.
            name = codecs.lookup(declared[1].decode()).name.replace("iso8859-1", "cp1252")
            return content.decode("cp1252" if name == "ascii" else name, "replace")
    except UndecodableError as error:
        raise UnreadableError(error.fault, error.cure) from error
    except LookupError:
        return decoded.text
    return decoded.text


def parse_html(text: str) -> Any:
    """The tree of a page, whatever is wrong with it. Raises UnreadableError where there is none."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    try:
        return html.document_fromstring(text.replace("\0", "\ufffd").encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise UnreadableError("there is no text in it", "put the text into it or delete it") from error


def find_article(text: str) -> list[str]:
    """The passages of the article, in order; none where there is no telling."""
    try:
        found: Any = trafilatura.bare_extraction(text, include_comments=False, with_metadata=False)
    except MemoryError:
        raise
    except Exception:  # whatever it trips over, the page itself can be read
        return []
    body = found.body if found is not None else None
    return [] if body is None else [p for element in body.iter() if (p := squeeze("".join(element.itertext())))]
