"""The marks that news databases set in their exports, and the forms of chats, looked for in the bytes of a file before
it is read.
"""

import io
import re
import zipfile

from generator.readers.chats import marks
from generator.readers.pieces import BROKEN

_DOCUMENT = "word/document.xml"
_WORDS = (
    *(b" DOCUMENTS", b" DOKUMENTE", b"Document 1 of ", b"Document 2 of ", b"End of Document", b"Ende des Dokuments"),
    *(b"Ende eines Dokuments", b"Fin du document", b"Fin del documento", b"Fim do documento", b"ProQuest document ID"),
    *(b"Accession Number", b"Record Number", b"OpenURL Link", b"Persistent link to this record"),
)
"""What services write around each article. Sought as they stand: every file is asked, and this takes no time."""
_ACCESSION = re.compile(rb"0(?:19|20)\d{6}[a-z][a-z0-9]{8}(?![A-Za-z0-9])")
"""The end of a number of Factiva."""
_WORKBOOK = ".xlsx"
"""Shows only when it is read whether it holds articles."""
_LEAST = 2
_SAMPLE = 1000
_ENOUGH = 8 * 1024 * 1024
"""Bytes of a Word document that are searched for marks."""


def may_be_export(suffix: str, content: bytes) -> bool:
    """Whether a file is worth reading for articles: it has two marks of a service, or may be a chat or a table."""
    if suffix == _WORKBOOK or marks.may_be_chat(suffix, content):
        return True
    if suffix in (".md", ".markdown"):
        return False
    searched = _document_in(content) if suffix == ".docx" else content
    if b"\0" in searched[:_SAMPLE]:
        searched = searched.replace(b"\0", b"")  # UTF-16
    if sum(searched.count(word) for word in _WORDS) >= _LEAST:
        return True
    numbers = _ACCESSION.finditer(searched)
    return all(next(numbers, None) is not None for _ in range(_LEAST))


def _document_in(content: bytes) -> bytes:
    """The beginning of the text of a Word document; empty where there is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open(_DOCUMENT) as document:
            return document.read(_ENOUGH)
    except (OSError, RuntimeError, *BROKEN):  # RuntimeError: it is encrypted
        return b""
