"""The table of formats. A new format is one function `Source -> Document` and one line here.

Plain text is read in this process; every binary or structured format in a child process that can be stopped.
"""

from collections.abc import Callable, Mapping

from generator.errors import SourceError
from generator.model import Document, Source
from generator.readers.extracts import read_isolated
from generator.readers.markdown import read_markdown
from generator.readers.members import suffix_of
from generator.readers.text import read_text

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
