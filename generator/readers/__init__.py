"""From a folder of sources to documents: `collect` finds the files, `read` makes a document of one of them, by the
reader that the table of formats names for it (`generator/formats.py`).

Plain text is read in this process; every binary or structured format in a child process that can be stopped. What that
found is checked and laid out, and the sidecar taken in.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import msgspec

from generator.errors import LateError, SourceError
from generator.formats import BY_SUFFIX, Format, suffix_of
from generator.language.wording import parse_stated
from generator.model import Declaration, Document, Problem, Source
from generator.readers.collection import COLUMNS, Collection, collect
from generator.readers.isolation import CHILD
from generator.readers.members import Beside, is_extract, open_file
from generator.readers.metadata.declarations import FieldName
from generator.readers.opening import Opened, make_document, read_sidecar
from generator.readers.pieces import Extract, Stated, UnreadableError, lay_out
from generator.readers.scans.asking import read_scanned
from generator.text.addresses import is_web_address
from generator.text.memo import load
from generator.text.unicode import one_line
from generator.unread import cure_for, no_reader

__all__ = ["COLUMNS", "READERS", "Beside", "Collection", "collect", "load_function", "open_file", "read"]

_FIELDS: dict[str, FieldName] = {
    "title": "title",
    "publisher": "publisher",
    "published": "published",
    "authors": "authors",
    "url": "url",
    "section": "section",
}
_MAX_VALUE = 1000
_MAX_AUTHORS = 100


def read_isolated(source: Source) -> Document:
    """The document of a file in a binary or structured format. Raises SourceError."""
    suffix = suffix_of(source.path)
    try:
        extract = read_scanned(suffix, source.content, CHILD.extract(suffix, source.content), _language_of(source))
    except UnreadableError as error:
        raise (LateError if error.late else SourceError)(source.path, error.fault, error.cure) from error
    placed = source if source.place else replace(source, place=extract.place)
    return _lay_out(placed, extract)


def _language_of(source: Source) -> str | None:
    """The language that a sidecar states."""
    return next((one.values[0] for one in read_sidecar(source)[0] if one.field == "language"), None)


def read_article(source: Source) -> Document:
    """The document of an article of an export, or of a row of a table. Raises SourceError."""
    try:
        return _lay_out(source, msgspec.json.decode(source.content, type=Extract))
    except msgspec.DecodeError as error:
        raise SourceError(source.path, "it is damaged or not what its name says", "save the file again") from error


def _lay_out(source: Source, extract: Extract) -> Document:
    """The document of what was found in a file. Raises SourceError where there is no text."""
    layout = lay_out(extract.pieces)
    declared = tuple(found for item in extract.stated if (found := _check(item)))
    aside, problems = read_sidecar(source)
    notes = tuple(Problem(source.path, one_line(note, 300), severity="note") for note in extract.notes)
    opened = Opened(source, layout.text, 0, declared + aside, notes + problems)
    return make_document(opened, *layout)


def _check(stated: Stated) -> Declaration | None:
    """The declaration, if its value is of the kind that the field needs; a page's own fault is no one's problem."""
    field = _FIELDS.get(stated.field)
    values = tuple(line for value in stated.values[:_MAX_AUTHORS] if (line := one_line(value, _MAX_VALUE)))
    if field is None or not values:
        return None
    if field == "published":
        date = parse_stated(values[0])
        return Declaration(field, (date,), "structured data") if date else None
    if field == "url" and not is_web_address(values[0]):
        return None
    return Declaration(field, values, "structured data", stated.rule)


def load_function(place: str) -> Any:
    """The function at `module:function` of this room. Raises ImportError where something is missing for it."""
    return load(f"generator.readers.{place}")


def _reader_of(row: Format) -> Callable[[Source], Document]:
    """The reader of a format, which raises SourceError for a file that it cannot read."""
    return partial(_read_plain, row.reader) if row.is_plain else read_isolated


def _read_plain(place: str, source: Source) -> Document:
    """The document of a source by the reader at a place of this room, which is loaded with the first of its format."""
    document: Document = load_function(place)(source)
    return document


READERS: Mapping[str, Callable[[Source], Document]] = {suffix: _reader_of(row) for suffix, row in BY_SUFFIX.items()}
"""By suffix, lower case."""


def read(source: Source) -> Document:
    """The document of one source. Raises SourceError for a file that is empty, not text or of an unknown format."""
    suffix = suffix_of(source.path)
    if is_extract(source.path):
        return read_article(source)
    if suffix not in READERS:
        raise SourceError(source.path, no_reader(suffix), cure_for(suffix))
    return READERS[suffix](source)
