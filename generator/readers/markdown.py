"""Markdown (CommonMark and tables): the text that a reader of the page would see, block by block."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.model import BlockKind, Document, Source, Span
from generator.readers.code import CLOSE, OPEN, find_marked
from generator.readers.notes import FIELD, find_tags, plain_note, without_html_comments
from generator.readers.opening import make_document, open_source
from generator.readers.pieces import Piece, lay_out
from generator.readers.rows import is_prose, make_rows

_PARSER = MarkdownIt("commonmark", {"maxNesting": 200}).enable(["table", "strikethrough"]).disable("code")
"""Without indented code: in pasted articles an indent is an indent."""
_SPACES = re.compile(r"[ \t]{2,}")
_RAW: dict[str, str] = {"html_block": "raw HTML", "fence": "code", "code_block": "code"}
"""Tokens that are not prose, with the reason to leave them out."""


def read_markdown(source: Source) -> Document:
    """The document of a .md file; its text is made of the visible text of its blocks. Raises SourceError."""
    opened = open_source(source)
    pieces = [Piece("boilerplate", opened.front_matter, "front matter")] if opened.front_matter else []
    pieces += _mark_title(list(_find_pieces(_PARSER.parse(plain_note(opened.text[opened.body :])))))
    return make_document(opened, *lay_out(pieces))


def _mark_title(pieces: list[Piece]) -> list[Piece]:
    """The first heading of the first level is the title, where no prose stands before it."""
    opening = takewhile(lambda piece: piece.kind in ("title", "heading", "boilerplate", "caption"), pieces)
    first = next((n for n, piece in enumerate(opening) if piece.kind == "title"), None)
    return [p._replace(kind="heading") if p.kind == "title" and n != first else p for n, p in enumerate(pieces)]


def _find_pieces(tokens: Sequence[Token]) -> Iterator[Piece]:
    """Walk over the block tokens; headings of the first level come out as titles."""
    containers: list[BlockKind] = []
    leaf: BlockKind | None = None
    cells: list[str] | None = None
    for token in tokens:
        if token.type in _RAW:
            content = without_html_comments(token.content) if token.type == "html_block" else token.content
            yield Piece("boilerplate", content, _RAW[token.type])
        elif token.type == "inline" and cells is not None:
            cells.append(_visible(token)[0])
        elif token.type == "inline":
            yield from _inline_pieces(token, leaf or (containers[-1] if containers else "paragraph"))
        elif token.type in ("tr_open", "tr_close"):
            if cells:
                yield from make_rows(cells)
            cells = [] if token.type == "tr_open" else None
        elif token.type in ("heading_open", "heading_close"):
            leaf = None if token.nesting < 0 else "title" if token.tag == "h1" and not containers else "heading"
        elif token.type in ("blockquote_open", "list_item_open"):
            containers.append("quotation" if token.type == "blockquote_open" else "list_item")
        elif token.type in ("blockquote_close", "list_item_close"):
            containers.pop()


def _inline_pieces(token: Token, kind: BlockKind) -> Iterator[Piece]:
    """The text of a paragraph, then a caption for each image in it."""
    text, code, _ = _visible(token)
    tags = find_tags(text)
    if FIELD.match(text) and not is_prose(text):
        yield Piece("boilerplate", text, "field of the note")
    else:
        yield Piece(kind, text[:tags].rstrip(), code=code)
        yield Piece("boilerplate", text[tags:], "tags of the note")
    for child in token.children or ():
        if child.type == "image":
            yield Piece("caption", " ".join(child.content.split()))


def _visible(token: Token) -> tuple[str, tuple[Span, ...], bool]:
    """The text of an inline token without markup and images, and its code; a hard break is a line break."""
    parts = []
    for child in token.children or ():
        if child.type in ("text", "text_special"):
            parts.append(child.content)
        elif child.type == "code_inline":
            parts += OPEN, child.content, CLOSE
        elif child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak" or (child.type == "html_inline" and child.content[:3].lower() == "<br"):
            parts.append("\n")
    return find_marked(_SPACES.sub(" ", "".join(parts)).strip())
