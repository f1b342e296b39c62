"""Bytes to text, by evidence: byte-order mark, strict UTF-8, the place of NULs; only then a guess, which says so."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"{\\rtf", "a Rich Text document"),
)
"""How files of other formats begin, and what to call them."""

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1b")) + b"\x7f"
_MAX_CONTROL_SHARE = 0.1
_MAX_CONTROLS_IN_UTF8 = 0.4
"""Share of control characters that still passes for text; valid UTF-8 is given more credit."""
_SAMPLE_BYTES = 65536
_NOTHING_TO_SEE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*")
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_ASCII_LETTER = re.compile(rb"[A-Za-z]")
_CENTRAL_EUROPEAN = frozenset(
    ["Czech", "Polish", "Hungarian", "Slovak", "Slovene", "Slovenian", "Croatian", "Romanian", "Bosnian"]
)
_LATIN = ("cp1252", "cp1250", "iso8859_2", "mac_roman")
_CENTRAL = ("cp1250", "iso8859_2")
"""Encodings of Latin script, tried in this order; the first wins a tie."""
_CENTRAL_LETTERS = frozenset("ěřůčďťőűąęłśźć")
"""Letters of which two kinds or more speak for a Central European language."""


class UndecodableError(ValueError):
    """Bytes that are not text. `fault` and `cure` are for a person."""

    def __init__(self, fault: str, cure: str) -> None:
        super().__init__(f"{fault}; {cure}")
        self.fault = fault
        self.cure = cure


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the encoding it was read in."""

    text: str
    """The characters of the file exactly; only the byte-order mark is gone."""
    encoding: str
    note: str | None = None
    """What is not certain about it, for a person; None where nothing was guessed."""


def decode(content: bytes) -> Decoded:
    """The text of a file. Raises UndecodableError for a file that is empty or is not text."""
    _refuse_other_formats(content)
    decoded = _decode(content)
    if _NOTHING_TO_SEE.fullmatch(decoded.text):
        raise UndecodableError("the file is empty", "put the text into it or delete it")
    return decoded


def _decode(content: bytes) -> Decoded:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decode_marked(content[len(mark) :], encoding)
    if b"\0" in content:
        return _decode_wide(content)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    controls = len(content) - len(content.translate(None, _CONTROLS))
    if controls > (_MAX_CONTROLS_IN_UTF8 if text else _MAX_CONTROL_SHARE) * len(content):
        raise _binary()
    return Decoded(text, "utf-8") if text or not content else _decode_guessed(content)


def _binary(kind: str | None = None) -> UndecodableError:
    fault = f"this is {kind}, not a text file" if kind else "this is not a text file: it holds binary data"
    return UndecodableError(fault, "save its text as UTF-8, or take the file out")


def _refuse_other_formats(content: bytes) -> None:
    for signature, kind in _SIGNATURES:
        if content.startswith(signature):
            raise _binary(kind)


def _decode_marked(content: bytes, encoding: str) -> Decoded:
    """Text after a byte-order mark; what breaks the encoding becomes U+FFFD and is counted."""
    try:
        return Decoded(content.decode(encoding), encoding)
    except UnicodeDecodeError:
        return _with_losses(content, encoding)


def _with_losses(content: bytes, encoding: str) -> Decoded:
    text = content.decode(encoding, "replace")
    lost = text.count("\ufffd")
    return Decoded(text, encoding, f"{lost} damaged character{'s' * (lost != 1)} in {encoding} text")


def _decode_wide(content: bytes) -> Decoded:
    """UTF-16 or UTF-32 without a mark: the NULs stand always at the same place of a character."""
    for encoding, width, places in (
        ("utf-32-le", 4, (2, 3)),
        ("utf-32-be", 4, (0, 1)),
        ("utf-16-le", 2, (1,)),
        ("utf-16-be", 2, (0,)),
    ):
        if len(content) % width or any(content[n::width].count(0) * 10 < len(content) // width for n in places):
            continue
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and sum(map(text.count, map(chr, _CONTROLS))) <= _MAX_CONTROL_SHARE * len(text):
            return Decoded(text, encoding, f"{encoding} without a byte-order mark")
    raise _binary()


def _decode_guessed(content: bytes) -> Decoded:
    """Text in an encoding of the days before Unicode, or UTF-8 with a few damaged bytes."""
    repaired = content.decode("utf-8", "replace")
    lost = repaired.count("\ufffd")
    # Damaged UTF-8 still has many intact characters of several bytes; other encodings hardly ever form one.
    if sum(character > "\x7f" for character in repaired) - lost > 3 * lost:
        return _with_losses(content, "utf-8")
    encoding = _guess_encoding(content)
    text = content.decode(encoding, "replace")
    return Decoded(text, encoding, f"not UTF-8; read as {encoding}, which is a guess")


def _guess_encoding(content: bytes) -> str:
    """The likeliest encoding, judged by a sample around the first byte that is not ASCII."""
    first = _NOT_ASCII.search(content)
    start = max(0, (first.start() if first else 0) - 2000)
    sample = content[start : start + _SAMPLE_BYTES]
    best = from_bytes(sample).best()
    high, low = len(_NOT_ASCII.findall(sample)), len(_ASCII_LETTER.findall(sample))
    # Latin script is mostly ASCII. There the detector errs: "naïve" in cp1252 it takes for "naďve" in cp1250.
    if high > low and best is not None:
        return best.encoding
    language = best.language if best is not None else "Unknown"
    if language == "Turkish":
        return "cp1254"
    letters = _CENTRAL_LETTERS & set(sample.decode("cp1250", "replace").lower())
    telling = len(letters) > 1 or bool(letters & {"ő", "ű"})
    central = telling and language in _CENTRAL_EUROPEAN and high > low * 0.08
    candidates = _CENTRAL if central else _LATIN
    return min(candidates, key=lambda encoding: _count_oddities(sample.decode(encoding, "replace")))


_ODD_INSIDE_WORD = re.compile(r"(?<=[^\W\d_])[^\w\s\x00-\x7f’‘\u00ad\u00a0–—…“”](?=[^\W\d_])|[¹²³](?=[^\W\d_])")
_ODD_CAPITAL = re.compile(r"(?<=[a-z])[ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŠŽŒĄĆĘŁŃŚŹŻČĎĚŇŘŤŮ](?=[a-z\s])")
_NEVER_IN_TEXT = re.compile("[\x80-\x9f\ufffd]")
"""A symbol, or a capital after a small letter: what a wrong encoding makes of letters and quotation marks."""


def _count_oddities(text: str) -> int:
    return sum(len(pattern.findall(text)) for pattern in (_ODD_INSIDE_WORD, _ODD_CAPITAL, _NEVER_IN_TEXT))
