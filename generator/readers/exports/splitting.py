"""A file of a news database, or a chat, taken apart: by the marks that services set, never by its name. For a child
process.
"""

from collections.abc import Sequence
from dataclasses import replace

from generator.readers.chats import pages, texts
from generator.readers.chats.marks import begins_as_chat, shows_messages
from generator.readers.exports.factiva import split_factiva
from generator.readers.exports.lines import lines_of_docx, lines_of_page, lines_of_rtf, lines_of_text
from generator.readers.exports.nexis import split_counted, split_ended
from generator.readers.exports.records import split_records
from generator.readers.pieces import Extract, Piece, UnreadableError
from generator.text.decoding import UndecodableError, decode

_SPLITTERS = (split_ended, split_counted, split_factiva, split_records)


def split_lines(lines: Sequence[Piece]) -> Extract:
    """The articles that the lines hold, as parts; none where they are no export, or hold only one."""
    for splitter in _SPLITTERS:
        articles = splitter(lines)
        if articles:
            return Extract((), parts=tuple(replace(one, place=f"article {n}") for n, one in enumerate(articles, 1)))
    return Extract(())


def split_text(content: bytes) -> Extract:
    """The articles of a plain text, or the days of a chat. Raises UnreadableError."""
    return split_note(content) if begins_as_chat(content) else split_lines(lines_of_text(content))


def split_note(content: bytes) -> Extract:
    """The days of a chat in plain text or Markdown. Raises UnreadableError."""
    try:
        return Extract((), parts=texts.split_chat(decode(content).text))
    except UndecodableError as error:
        raise UnreadableError(error.fault, error.cure) from error


def split_rtf(content: bytes) -> Extract:
    """The articles of a Rich Text file."""
    return split_lines(lines_of_rtf(content))


def split_page(content: bytes) -> Extract:
    """The articles of a page, or the days of a chat."""
    if shows_messages(content):
        return Extract((), parts=pages.split_chat(content))
    return split_lines(lines_of_page(content))


def split_docx(content: bytes) -> Extract:
    """The articles of a Word document. Raises UnreadableError."""
    return split_lines(lines_of_docx(content))
