"""The marks that news databases set in their exports, looked for in the bytes of a file before it is read."""

import io
import re
import zipfile

from generator.readers.pieces import BROKEN

_DOCUMENT = "word/document.xml"
_MARK = re.compile(
    rb"\d{1,6} (?:of|de|von|di) \d{1,6} DO[CK]U|(?:Document|Dokument) \d{1,6} (?:of|de|von) \d{1,6}"
    rb"|End of Document|Ende de[sr] Dokuments|Ende eines Dokuments|Fin du document|Fin del documento|Fim do documento"
    rb"|[A-Z][A-Z0-9]{1,12}0(?:19|20)\d{6}[a-z][a-z0-9]{8}(?![A-Za-z0-9])"
    rb"|ProQuest document ID|Accession Number|Record Number|OpenURL Link|Persistent link to this record",
    re.IGNORECASE,
)
_LEAST = 2
_ENOUGH = 8 * 1024 * 1024
"""Bytes of a Word document that are searched for marks."""


def may_be_export(suffix: str, content: bytes) -> bool:
    """Whether a file has two marks of a service at least, so that it is worth reading for articles."""
    searched = _document_in(content) if suffix == ".docx" else content.replace(b"\0", b"")
    found = _MARK.finditer(searched)
    return all(next(found, None) is not None for _ in range(_LEAST))


def _document_in(content: bytes) -> bytes:
    """The beginning of the text of a Word document; empty where there is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open(_DOCUMENT) as document:
            return document.read(_ENOUGH)
    except (OSError, *BROKEN):
        return b""
