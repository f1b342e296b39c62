"""Libraries in BibTeX and BibLaTeX (.bib), as Zotero, JabRef and Mendeley write them."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from generator.readers.libraries.entries import Entry, make_library, make_one, turn_name
from generator.readers.pieces import Extract, UnreadableError
from generator.text.decoding import UndecodableError, decode

_HEAD = re.compile(r"@(?P<kind>[A-Za-z]{2,30})\s{0,20}[{(]\s{0,20}")
_KEY = re.compile(r"[^\s,{}()=]{0,200}\s{0,20},")
_FIELD = re.compile(r"[\s,]{0,1000}(?P<name>[A-Za-z][\w:.-]{0,60})\s{0,20}=\s{0,20}")
_WORD = re.compile(r"[A-Za-z0-9_.:-]{1,100}")
_JOIN = re.compile(r"\s{0,50}#\s{0,50}")
_SKIPPED = frozenset({"comment", "preamble"})
_LONGEST = 200_000
_ACCENTS = {
    "'": "\u0301",
    "`": "\u0300",
    "^": "\u0302",
    '"': "\u0308",
    "~": "\u0303",
    "=": "\u0304",
    ".": "\u0307",
    "u": "\u0306",
    "v": "\u030c",
    "H": "\u030b",
    "c": "\u0327",
    "d": "\u0323",
    "b": "\u0331",
    "k": "\u0328",
    "r": "\u030a",
}
_ACCENT = re.compile(
    r"\\(?P<mark>['`^\"~=.]|[uvHcdbkr](?![A-Za-z]))\s{0,3}(?:\{\\?(?P<braced>[A-Za-zıȷ])\}|\\?(?P<bare>[A-Za-zı]))"
)
_LETTERS = {
    "ss": "ß",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "o": "ø",
    "O": "Ø",
    "aa": "å",
    "AA": "Å",
    "l": "ł",
    "L": "Ł",
    "i": "ı",
    "textendash": "–",
    "textemdash": "—",
    "ldots": "…",
    "textquoteright": "’",
    "textquoteleft": "‘",
    "textquotedblleft": "“",
    "textquotedblright": "”",
}
_LETTER = re.compile(r"\\(?P<name>[A-Za-z]{1,20})(?![A-Za-z])(?:\{\}| )?")
_ESCAPED = re.compile(r"\\([&%$#_{}\\:;])")
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_URL = re.compile(r"\\url\{([^{}]{1,1000})\}")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PUBLISHERS = ("journaltitle", "journal", "booktitle", "publisher", "institution", "organization", "school")


def split_bibtex(content: bytes) -> Extract:
    """The entries of a library. Raises UnreadableError."""
    try:
        text = decode(content).text
    except UndecodableError as error:
        raise UnreadableError(error.fault, error.cure) from error
    return make_library(map(_read_entry, _split(text)))


def read_bibtex(content: bytes) -> Extract:
    """The one entry of a library. Raises UnreadableError where it holds several."""
    return make_one(split_bibtex(content))


def _split(text: str) -> Iterator[dict[str, str]]:
    """The entries, by field in lower case; what is broken costs its entry."""
    words = {month: month for month in _MONTHS}
    at = 0
    while head := _HEAD.search(text, at):
        kind, at = head["kind"].lower(), head.end()
        if kind in _SKIPPED:
            continue
        key = None if kind == "string" else _KEY.match(text, at)
        fields, at = _read_fields(text, key.end() if key else at, words)
        if kind == "string":
            words.update(fields)
        elif key and at < len(text):  # what never ends is broken
            yield fields


def _read_fields(text: str, at: int, words: Mapping[str, str]) -> tuple[dict[str, str], int]:
    """The fields that stand here, and where they end."""
    fields: dict[str, str] = {}
    while field := _FIELD.match(text, at):
        value, at = _read_value(text, field.end(), words)
        fields.setdefault(field["name"].lower(), value)
        while joined := _JOIN.match(text, at):
            more, at = _read_value(text, joined.end(), words)
            fields[field["name"].lower()] += more
    return fields, at


def _read_value(text: str, at: int, words: Mapping[str, str]) -> tuple[str, int]:
    """A value in braces, in quotation marks or as a word, and where it ends."""
    if text[at : at + 1] in ("{", '"'):
        end = _find_end(text, at)
        return text[at + 1 : end], end + 1
    word = _WORD.match(text, at)
    return (words.get(word[0].lower(), word[0]), word.end()) if word else ("", at + 1)


_SIGN = re.compile(r"\\.|[{}\"]", re.DOTALL)


def _find_end(text: str, at: int) -> int:
    """Where the value ends that opens here."""
    is_quoted, depth = text[at] == '"', 0
    for sign in _SIGN.finditer(text, at + 1, at + _LONGEST):
        depth += {"{": 1, "}": -1}.get(sign[0], 0)
        if depth < 0 or (is_quoted and (sign[0], depth) == ('"', 0)):
            return sign.start()
    return min(len(text), at + _LONGEST)


def _read_entry(fields: Mapping[str, str]) -> Entry:
    plain = {name: read_latex(value) for name, value in fields.items() if name not in ("file", "url", "author")}
    month = plain.get("month", "").lower()[:3]
    number = str(_MONTHS.index(month) + 1) if month in _MONTHS else month
    parts = [part for part in (plain.get("year", ""), number, plain.get("day", "")) if part.isdigit()]
    address = _URL.search(fields.get("howpublished", ""))
    doi = plain.get("doi", "")
    return Entry(
        title=plain.get("title", "") + (f": {plain['subtitle']}" if plain.get("subtitle") else ""),
        publisher=next((plain[name] for name in _PUBLISHERS if plain.get(name)), ""),
        published=plain.get("date", "").partition("/")[0] or "-".join(parts),
        authors=[
            turn_name(read_latex(name)) for name in _AND.split(fields.get("author", "")) if name.strip() != "others"
        ],
        url=_ESCAPED.sub(r"\1", fields.get("url", "") or (address[1] if address else "")).strip("{} ")
        or (f"https://doi.org/{doi}" if doi else ""),
        abstract=plain.get("abstract", ""),
        files=list(_find_files(fields.get("file", ""))),
    )


def read_latex(text: str) -> str:
    """The text that LaTeX shows: "G{\\"o}del" as "Gödel"."""
    if "\\" in text:
        text = _ACCENT.sub(_join_accent, text)
        text = _LETTER.sub(lambda found: _LETTERS.get(found["name"], ""), text)
        text = _ESCAPED.sub(r"\1", text)
    text = text.replace("---", "—").replace("--", "–").replace("~", " ").replace("``", "“").replace("''", "”")
    return " ".join(text.replace("{", "").replace("}", "").split())


def _join_accent(found: re.Match[str]) -> str:
    letter = (found["braced"] or found["bare"]).replace("ı", "i").replace("ȷ", "j")
    return unicodedata.normalize("NFC", letter + _ACCENTS[found["mark"]])


_PART = re.compile(r"(?:[^;\\]|\\.){1,2000}", re.DOTALL)
_SUBPART = re.compile(r"(?:[^:\\]|\\.){1,2000}|(?<=:)(?=:)|\A(?=:)", re.DOTALL)


def _find_files(value: str) -> Iterator[str]:
    """The paths in `file`: "Full Text:files/3/a.pdf:application/pdf;:b.pdf:PDF"."""
    for part in _PART.findall(value):
        pieces = _SUBPART.findall(part)
        path = pieces[1] if len(pieces) > 2 else pieces[0] if pieces else ""
        if path.strip():
            yield _ESCAPED.sub(r"\1", path).strip("{} \n")
