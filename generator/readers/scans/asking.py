"""Scanned pages are read where Tesseract is installed; where it is not, one line says how to get it."""

from dataclasses import replace

import msgspec

from generator.formats import BY_SUFFIX
from generator.programs import find_tesseract
from generator.readers.isolation import CHILD, IMAGES
from generator.readers.pieces import Extract, UnreadableError, list_numbers, tell_scanned
from generator.readers.scans.request import Wanted


def read_scanned(suffix: str, content: bytes, extract: Extract, language: str | None) -> Extract:
    """What was found in a file with the text of its scanned pages, and notes on it. Raises UnreadableError."""
    if not extract.scanned or not BY_SUFFIX[suffix].images:
        return extract
    program = find_tesseract()
    if program is None:
        return tell_scanned(extract)
    wanted = Wanted(program.path, program.read_in(language), extract.scanned, program.finds_top)
    try:
        found = CHILD.extract(IMAGES + suffix, msgspec.json.encode(wanted) + b"\n" + content)
    except UnreadableError as error:
        if not extract.pieces:
            raise
        note = f"no text on page {list_numbers(extract.scanned)}: {error.fault}"
        return replace(extract, notes=(*extract.notes, note), scanned=())
    if not extract.pieces and not found.pieces:
        raise UnreadableError(found.notes[0], "write its text into a .txt file, or take it out")
    # A stable sort: what is read stands behind what is written on the same page.
    pieces = sorted([*extract.pieces, *found.pieces], key=lambda piece: piece.page or 0)
    return replace(extract, pieces=tuple(pieces), notes=(*extract.notes, *found.notes), scanned=())
