"""Chance bytes for the readers, steered by what they reach: `python -m tools.fuzz FOLDER [OPTIONS OF LIBFUZZER]`.

Needs `pip install atheris` (Linux, macOS), which nothing else here does. The first byte of an input chooses the format,
the rest is the file; of archives it is the main part. FOLDER keeps what reaches new code; what fails is left here as
`crash-*`, `timeout-*` or `oom-*`: `python -m tools.fuzz crash-…` tries it once more. A fault is an exception that
arises in a line of this project, a text that breaks a law, and what the limits of libFuzzer say.
"""

import io
import sys
import traceback
import zipfile
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from generator.cleaning import clean
from generator.errors import SourceError
from generator.formats import BY_SUFFIX
from generator.model import Document, Source
from generator.readers import load_function
from generator.readers.child import refuse_too_much
from generator.readers.opening import Opened, make_document
from generator.readers.pieces import Extract, UnreadableError, fit, lay_out
from tests.readers.every_format import FILES
from tests.readers.making import archive, docx, epub, odt

SUFFIXES = tuple(sorted(suffix for suffix, row in BY_SUFFIX.items() if not row.is_image))
"""By the first byte of an input."""
_OURS = str(Path(__file__).parents[1] / "generator")
_LIMITS = ("-timeout=20", "-rss_limit_mb=2500", "-max_len=20000")
_LONGEST_CLEANED = 5_000
"""Characters of a text that is cleaned as well."""
_PARTS: Mapping[str, str] = {".docx": "word/document.xml", ".odt": "content.xml", ".epub": "in/c1.xhtml"}
"""The main part of an archive, which an input stands for."""
_AROUND: Mapping[str, bytes] = {".docx": docx(""), ".odt": odt(""), ".epub": epub(["<nav>One</nav>", ""])}


def make_file(data: bytes) -> tuple[str, bytes]:
    """The suffix and the content of the file that an input stands for."""
    suffix = SUFFIXES[data[0] % len(SUFFIXES)] if data else ".txt"
    if suffix not in _PARTS or data[1:3] == b"PK":
        return suffix, data[1:]
    with zipfile.ZipFile(io.BytesIO(_AROUND[suffix])) as around:
        return suffix, archive({**{name: around.read(name) for name in around.namelist()}, _PARTS[suffix]: data[1:]})


def make_input(suffix: str, content: bytes) -> bytes:
    """The input that stands for a file."""
    return bytes([SUFFIXES.index(suffix)]) + content


def try_file(suffix: str, content: bytes) -> None:
    """Read a file in this process, and clean what is no long text. Raises what a fault of this project raises."""
    try:
        document = _read(Source(f"a{suffix}", "a", content))
    except (SourceError, UnreadableError, MemoryError):
        return
    except Exception as error:
        if _is_ours(error):
            raise
        return
    _check(document)
    if len(document.text) < _LONGEST_CLEANED:
        cleaned = clean(document)
        assert cleaned.text == document.text, "cleaning changed the text"
        _check(cleaned)


def _read(source: Source) -> Document:
    row = BY_SUFFIX[source.path.removeprefix("a")]
    function = load_function(row.reader)
    if row.is_plain:
        document: Document = function(source)
        return document
    extract: Extract = function(source.content)
    refuse_too_much(extract)
    layout = lay_out(piece._replace(text=fit(piece.text)) for piece in extract.pieces)
    return make_document(Opened(source, layout.text, 0, (), ()), *layout)


def _check(document: Document) -> None:
    """The laws of a document: blocks in order, none empty, nothing but white space outside, no half characters."""
    document.text.encode()
    at = 0
    for block in document.blocks:
        assert at <= block.span.start < block.span.end <= len(document.text), "blocks overlap or leave the text"
        assert not document.text[at : block.span.start].strip(), "words outside of all blocks"
        at = block.span.end
    assert not document.text[at:].strip(), "words behind all blocks"


def _is_ours(error: Exception) -> bool:
    """Whether it arose in a line of this project and not in a library that one called."""
    return traceback.extract_tb(error.__traceback__)[-1].filename.startswith(_OURS)


def main() -> None:
    """Fuzz until stopped."""
    folder = Path(sys.argv[1])
    if not folder.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        for suffix, content in FILES.items():
            is_archive = suffix in _PARTS
            (folder / f"start{suffix}").write_bytes(make_input(suffix, b"" if is_archive else content))
    atheris: Any = import_module("atheris")
    atheris.instrument_all()
    atheris.Setup([sys.argv[0], *_LIMITS, *sys.argv[1:]], lambda data: try_file(*make_file(data)))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
