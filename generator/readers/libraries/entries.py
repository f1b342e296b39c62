"""The entries of a library: what they state of a work, the files that hold it, and its abstract."""

import posixpath
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from generator.language.wording import read_day
from generator.readers.pieces import Extract, Piece, Stated, UnreadableError
from generator.text.addresses import is_web_address
from generator.text.unicode import one_line

FILE = "file"
"""What an entry states beside its metadata: the paths of its files, as the library has them."""
LIBRARY = "library"
"""What each entry states, so that it is known for one."""
ABSTRACT_ONLY = "abstract only; the library has no text of it"
MOST_ENTRIES = 5_000
_SHORTEST = 80
"""Characters of an abstract."""
_MOST_FILES = 20
_DAY = re.compile(r"(\d{4})(?:[/-](\d{1,2})(?:[/-](\d{1,2}))?)?(?=[/T ]|\Z)")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_MARKUP = re.compile(r"</?(?:i|b|em|sub|sup|sc|span|p|div|jats:\w{1,20})(?: [^<>]{0,200})?/?>")
"""What programs keep of the form of a title or an abstract."""
_NO_ENTRY = "there is no entry in it"
_CURE = "export the library again, or take it out"


class Entry(NamedTuple):
    """One work."""

    title: str = ""
    publisher: str = ""
    published: str = ""
    authors: Sequence[str] = ()
    url: str = ""
    abstract: str = ""
    files: Sequence[str] = ()


def make_library(entries: Iterable[Entry]) -> Extract:
    """The entries, each as a part with its abstract as its text. Raises UnreadableError where there is none."""
    parts = [_make(entry, n) for n, entry in enumerate(entries, 1) if n <= MOST_ENTRIES and entry.title]
    if not parts:
        raise UnreadableError(_NO_ENTRY, _CURE)
    return Extract((), parts=tuple(parts))


def make_one(library: Extract) -> Extract:
    """The one entry of a library that has an abstract. Raises UnreadableError for several, or none."""
    told = [part for part in library.parts if has_text(part)]
    if len(told) != 1:
        raise UnreadableError(f"{len(told):,} entries in it have an abstract", "put it into the folder of sources")
    return replace(told[0], stated=tuple(item for item in told[0].stated if item.field not in (FILE, LIBRARY)))


def has_text(entry: Extract) -> bool:
    """Whether an entry has an abstract, and is a source where nothing else of it is at hand."""
    return any(piece.kind == "paragraph" for piece in entry.pieces)


def _make(entry: Entry, number: int) -> Extract:
    title, abstract = strip_markup(entry.title), strip_markup(entry.abstract)
    url = entry.url if is_web_address(entry.url) else ""
    values = {
        "title": title,
        "publisher": strip_markup(entry.publisher),
        "published": read_date(entry.published),
        "url": url,
    }
    stated = [Stated(field, (one_line(value, 1000),)) for field, value in values.items() if value]
    authors = tuple(name for author in entry.authors if (name := one_line(author, 200)))
    stated += [Stated("authors", authors)] if authors else []
    stated.append(Stated(LIBRARY, ("entry",)))
    stated += [Stated(FILE, tuple(entry.files[:_MOST_FILES]))] if entry.files else []
    is_told = len(abstract) >= _SHORTEST
    pieces = (Piece("title", title), *([Piece("paragraph", abstract)] if is_told else []))
    return Extract(pieces, tuple(stated), (ABSTRACT_ONLY,), place=f"entry {number} of the library")


def strip_markup(text: str) -> str:
    """The text on one line, without marks of its form."""
    return " ".join(_MARKUP.sub("", text).split())


def read_date(value: str) -> str:
    """ "2021/05/06/" or "May 6, 2021" as EDTF, as exact as it is; of other words the one year in them."""
    text = value.strip()
    match = _DAY.match(text)
    if match:
        return "-".join(part.zfill(2) for part in match.groups() if part and int(part))
    years = _YEAR.findall(text[:100])
    return read_day(text[:100]) or (years[0] if len(years) == 1 else "")


def turn_name(name: str) -> str:
    """ "Vale, Iris" as "Iris Vale"."""
    last, _, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if first.strip() else last.strip()


def resolve(library: str, file: str) -> str:
    """The path of a file in the folder of sources, as a library at `library` names it."""
    named = unquote(urlsplit(file).path) if file.startswith("file://") else unquote(file)
    return posixpath.normpath(posixpath.join(posixpath.dirname(library), named.replace("\\", "/")))
