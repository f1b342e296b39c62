"""The table of formats. A new format is one function `Source -> Document` and one line here.

Plain text is read in this process; every binary or structured format in a child process that can be stopped.

From what a child process found in a file to its document: checked, laid out, with the sidecar taken in.
"""

from collections.abc import Callable, Mapping

from generator.errors import LateError, SourceError
from generator.language.en.dates.calendar import parse_edtf
from generator.model import Declaration, Document, Problem, Source
from generator.readers.isolation import CHILD
from generator.readers.members import suffix_of
from generator.readers.metadata.declarations import FieldName
from generator.readers.opening import Opened, make_document, read_sidecar
from generator.readers.pieces import Stated, UnreadableError, lay_out
from generator.readers.plain.markdown import read_markdown
from generator.readers.plain.text import read_text
from generator.text.addresses import is_web_address
from generator.text.unicode import one_line

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
    try:
        extract = CHILD.extract(suffix_of(source.path), source.content)
    except UnreadableError as error:
        raise (LateError if error.late else SourceError)(source.path, error.fault, error.cure) from error
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
        date = parse_edtf(values[0])
        return Declaration(field, (date,), "structured data") if date else None
    if field == "url" and not is_web_address(values[0]):
        return None
    return Declaration(field, values, "structured data")


READERS: Mapping[str, Callable[[Source], Document]] = {
    ".md": read_markdown,
    ".txt": read_text,
    **dict.fromkeys((".htm", ".html", ".pdf", ".docx", ".odt", ".rtf", ".epub"), read_isolated),
    **dict.fromkeys((".eml", ".mbox", ".url", ".webloc"), read_isolated),
}
"""By suffix, lower case. Each raises SourceError for a file it cannot read."""

KNOWN = ", ".join(sorted(READERS))
"""The suffixes, for messages."""


def read(source: Source) -> Document:
    """The document of one source. Raises SourceError for a file that is empty, not text or of an unknown format."""
    suffix = suffix_of(source.path)
    if suffix not in READERS:
        raise SourceError(source.path, no_reader(suffix), f"known: {KNOWN}")
    return READERS[suffix](source)


def no_reader(suffix: str) -> str:
    """The fault of a file whose suffix nobody reads."""
    return f"no reader for '{suffix}'" if suffix else "no reader for a name without a suffix"
