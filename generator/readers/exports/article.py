"""One article of a file with many: its metadata, its furniture and its text."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from generator.language.people.authors import split_authors
from generator.language.wording import read_day
from generator.readers.pieces import Extract, Piece, Stated, cut
from generator.text.wordlists import load_sections

FURNITURE = "details of the export"
"""Why what a service writes around an article is no text of it."""
_MONTHS_FIRST = r"[^\W\d_]{3,12}\.? \d{1,2},? (?:19|20)\d\d"
_DAYS_FIRST = r"\d{1,2}\.? (?:de )?[^\W\d_]{3,12}\.?,? (?:de )?(?:19|20)\d\d"
_DAY = re.compile(rf"(?:[^\W\d_]{{3,12}}\.?, )?(?P<day>{_MONTHS_FIRST}|{_DAYS_FIRST}|(?:19|20)\d\d-\d\d-\d\d)(?!\d)")
_ORIENTAL_DAY = re.compile(r"(?P<year>(?:19|20)\d\d) ?年 ?(?P<month>\d{1,2}) ?月 ?(?P<day>\d{1,2}) ?日")
_INVERTED = re.compile(r"([^,;]{2,40}), ([^,;]{2,40})")
_BEFORE_NAMES = re.compile(r"(?:From|Edited by|Reviewed by|Interview by|Compiled by)\s+", re.IGNORECASE)
_BEHIND_NAMES = re.compile(r";.*\Z", re.DOTALL)
_EDITION = re.compile(
    r"(?:\.\Z| +- +(?:Final|Late|Early|First|Second|Third|City|National|Main|Weekend|\d\w{0,3}) [^-]{0,30}Edition\.?\Z)"
)
_GLUED = re.compile(r"(?<=\w)\((?=[A-Z])")
_LABEL = re.compile(r"(?P<label>[^\W\d_][^:\n|]{0,40}?) ?:(?:\s+(?P<value>\S.*))?\Z", re.DOTALL)
_LEAST = 2


@cache
def labels(section: str) -> frozenset[str]:
    """The labels of a section of the list."""
    return frozenset(dict(load_sections("export_fields.txt"))[section])


def read_label(text: str) -> tuple[str, str] | None:
    """The label of a line such as "LOAD-DATE: June 3, 2014", lower case, and what stands behind it."""
    found = _LABEL.match(text[:2000].strip())
    return (found["label"].casefold(), (found["value"] or "").strip()) if found else None


def find_day(text: str) -> str | None:
    """The day at the start of a line, in ISO form: "May 30, 2014 Friday", "14 October 2013 Thursday 10:35 AM GMT"."""
    start = " ".join(text[:120].split())
    oriental = _ORIENTAL_DAY.match(start)
    if oriental:
        return f"{oriental['year']}-{int(oriental['month']):02}-{int(oriental['day']):02}"
    found = _DAY.match(start)
    return read_day(found["day"]) if found else None


def name_publisher(text: str) -> str:
    """The publication as a line gives it, without its edition."""
    return _GLUED.sub(" (", _EDITION.sub("", " ".join(text.split())).strip())


def name_authors(text: str, *, is_inverted: bool = False) -> tuple[str, ...]:
    """The authors of a byline, without what is told of them behind a semicolon. Inverted: "Quill, Tara; Osei, Ken"."""
    line = " ".join(text.split())
    if is_inverted:
        parts = [part.strip(" .") for part in line.split(";")]
        return tuple(dict.fromkeys(_INVERTED.sub(r"\2 \1", part) for part in parts if part))
    return split_authors([_BEFORE_NAMES.sub("", _BEHIND_NAMES.sub("", line), count=1)], is_byline=True)


def make_article(
    values: Mapping[str, str], pieces: Iterable[Piece], *, authors: tuple[str, ...] = (), place: str = ""
) -> Extract:
    """An article. `values` has title, publisher, published (ISO), section, url, where they are stated."""
    stated = [Stated(field, (value,)) for field, value in values.items() if value]
    if authors:
        stated.append(Stated("authors", authors))
    return Extract(tuple(piece for piece in pieces if piece.text.strip()), tuple(stated), place=place)


def furniture(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces as what the service wrote."""
    return (cut(piece, FURNITURE) for piece in pieces)


def complete(parts: Sequence[Sequence[Piece]], read: Sequence[Extract | None]) -> list[Extract] | None:
    """The articles; a part whose head is of another form as it stands. None where that is so of most of them."""
    known = sum(article is not None for article in read)
    if known < _LEAST or 2 * known < len(parts):
        return None
    return [article or make_article({}, part) for part, article in zip(parts, read, strict=True)]


def change_title(article: Extract, title: str) -> Extract:
    """The article with another title."""
    stated = [item._replace(values=(title,)) if item.field == "title" else item for item in article.stated]
    return replace(article, stated=tuple(stated))
