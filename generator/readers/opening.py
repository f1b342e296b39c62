"""What all text formats share: decode the bytes, set front matter apart, take in the sidecar."""

import hashlib
from dataclasses import dataclass

from generator.errors import SourceError
from generator.formats import file_of, stem_of_file, suffix_of
from generator.model import Block, Declaration, Document, Problem, Source, Span
from generator.readers.metadata.declarations import declare, parse_declarations
from generator.readers.metadata.front_matter import find_front_matter
from generator.text.decoding import UndecodableError, decode


@dataclass(frozen=True, slots=True)
class Opened:
    """A decoded file, its front matter set apart."""

    source: Source
    text: str
    body: int
    """Where the text proper begins; front matter stands before it."""
    declarations: tuple[Declaration, ...]
    problems: tuple[Problem, ...]

    @property
    def front_matter(self) -> str:
        """The block of front matter with its rules; empty where there is none."""
        return self.text[: self.body].strip()


def open_source(source: Source) -> Opened:
    """Decode one source. Raises SourceError where it is empty or not text."""
    try:
        decoded = decode(source.content)
    except UndecodableError as error:
        raise SourceError(source.path, error.fault, error.cure) from error
    body, declared, problems = _read_front_matter(source.path, decoded.text)
    aside, more = read_sidecar(source)
    note = [Problem(source.path, decoded.note, "save it as UTF-8", "note")] if decoded.note else []
    return Opened(source, decoded.text, body, declared + aside, (*note, *problems, *more))


def make_document(opened: Opened, text: str, blocks: tuple[Block, ...], code: tuple[Span, ...] = ()) -> Document:
    """The document of an opened source, with the text and the blocks that its format gives it.

    Raises SourceError where there is no block to read.
    """
    if all(block.reason == "front matter" for block in blocks):
        raise SourceError(opened.source.path, "there is no text in it", "put the text into it or delete it")
    return Document(
        path=opened.source.path,
        id=opened.source.id,
        sha256=hashlib.sha256(opened.source.content).hexdigest(),
        text=text,
        blocks=blocks,
        declarations=opened.declarations,
        problems=opened.problems,
        code=code,
        place=opened.source.place,
    )


def front_matter_block(opened: Opened) -> tuple[Block, ...]:
    """The block for front matter at the start of the text, if there is any."""
    if not opened.front_matter:
        return ()
    start = len(opened.text) - len(opened.text.lstrip())
    return (Block("boilerplate", Span(start, start + len(opened.front_matter)), "front matter"),)


_Read = tuple[int, tuple[Declaration, ...], tuple[Problem, ...]]


def _read_front_matter(path: str, text: str) -> _Read:
    """Where the body begins, what the front matter declares, and what is wrong with it."""
    found = find_front_matter(text, is_markdown=suffix_of(path) in (".md", ".markdown"))
    if found.fault is not None:
        return found.end, (), (Problem(path, *found.fault),)
    return found.end, *declare(found.values, path, "front matter")


def read_sidecar(source: Source) -> tuple[tuple[Declaration, ...], tuple[Problem, ...]]:
    """What the file `NAME.yml` declares. Faults in it cost the sidecar only."""
    if source.sidecar is None or not source.sidecar.strip():
        return (), ()
    path = stem_of_file(file_of(source.path)) + ".yml"
    try:
        text = decode(source.sidecar).text
    except UndecodableError as error:
        return (), (Problem(path, error.fault, error.cure),)
    return parse_declarations(text, path, "sidecar", first_line=1)
