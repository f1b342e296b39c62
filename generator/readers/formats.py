"""The table of formats. A new format is one function `Source -> Document` and one line here."""

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

from generator.errors import SourceError
from generator.model import Document, Source
from generator.readers.markdown import read_markdown
from generator.readers.text import read_text

READERS: Mapping[str, Callable[[Source], Document]] = {
    ".md": read_markdown,
    ".txt": read_text,
}
"""By suffix, lower case. Each raises SourceError for a file it cannot read."""

KNOWN = ", ".join(sorted(READERS))
"""The suffixes, for messages."""


def read(source: Source) -> Document:
    """The document of one source. Raises SourceError for a file that is empty, not text or of an unknown format."""
    suffix = PurePosixPath(source.path).suffix.lower()
    if suffix not in READERS:
        raise SourceError(source.path, no_reader(suffix), f"known: {KNOWN}")
    return READERS[suffix](source)


def no_reader(suffix: str) -> str:
    """The fault of a file whose suffix nobody reads."""
    return f"no reader for '{suffix}'" if suffix else "no reader for a name without a suffix"
