"""Web pages: all visible text in order. Which pieces are the article: the passages that an extractor found, looked
up in the page; what is outside of them is labelled, not dropped.
"""

import codecs
import re
from typing import Any

import trafilatura
from lxml import etree, html

from generator.readers.html.article import label_article
from generator.readers.html.data_text import show_data_text
from generator.readers.html.looks import is_long, squeeze
from generator.readers.html.opening import Opening
from generator.readers.html.page_data import find_description, find_stated
from generator.readers.html.saving import find_saved, name_day
from generator.readers.html.visible import drop_hints, find_seen, join_pieces, open_noscript, open_shadows
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
    return extract_page(decode_html(content))


def extract_page(text: str, url: str = "") -> Extract:
    """The same of the text of a page. `url`: where it was saved, which counts where the page does not say."""
    if is_bookmarks(text):
        return extract_bookmarks(parse_html(text))
    tree = parse_html(text)
    changed = open_shadows(tree) | join_pieces(tree) | drop_hints(tree)
    seen = list(find_seen(tree))
    if sum(len(item.piece.text) for item in seen) < _FEWEST and open_noscript(tree):
        changed, seen = True, list(find_seen(tree))
    prose = sum(len(item.piece.text) for item in seen if item.region is None and is_long(item.piece))
    if show_data_text(tree, [item.piece.text for item in seen], prose):
        changed, seen = True, list(find_seen(tree))
    text = html.tostring(tree, encoding="unicode") if changed else text
    saved = find_saved(text)
    stated = find_stated(tree, url or saved.url)
    article = find_article(text) if sum(1 for _ in tree.iter()) <= _MOST_ELEMENTS else []
    pieces = label_article(seen, article, Opening.of(stated, find_description(tree)))
    return Extract(tuple(pieces), tuple(stated), place=name_day(saved.day))


def decode_html(content: bytes, charset: str = "") -> str:
    """The text of the file: byte-order mark, UTF-8, the charset that came with it, the one that the page declares, then
    a guess."""
    declared = _CHARSET.search(content, 0, _HEAD_BYTES)
    charset = charset or (declared[1].decode() if declared else "")
    try:
        decoded = decode(content)
        # What calls itself UTF-8 and is none is in another encoding: what is guessed of its letters is better.
        is_belied = codecs.lookup(charset or "ascii").name == "utf-8"
        if charset and decoded.note and not is_belied:
            # HTML names Latin-1 and means Windows-1252.
            name = codecs.lookup(charset).name.replace("iso8859-1", "cp1252")
            return content.decode("cp1252" if name == "ascii" else name, "replace")
    except UndecodableError as error:
        raise UnreadableError(error.fault, error.cure) from error
    except LookupError:
        return decoded.text
    return decoded.text


_EMPTY = ("embed", "source", "track")
"""Hidden elements that HTML has no end for, which the parser does not know: it puts all that follows into them."""


def parse_html(text: str) -> Any:
    """The tree of a page, whatever is wrong with it. Raises UnreadableError where there is none."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    try:
        root = html.document_fromstring(text.replace("\0", "\ufffd").encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise UnreadableError("there is no text in it", "put the text into it or delete it") from error
    for element in list(root.iter(*_EMPTY)):
        if len(element) or element.text:
            element.drop_tag()
    return root


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
