"""Exports of Factiva: each article ends with "Document " and an accession number of 25 signs; its head has the number
of words, the day, the publication and its code one below the other, or each field behind its code ("HD", "PD", "SN").
"""

import re
from collections.abc import Iterator, Sequence

from generator.readers.exports.article import (
    change_title,
    complete,
    find_day,
    furniture,
    make_article,
    name_authors,
    name_publisher,
)
from generator.readers.exports.keys import value_of
from generator.readers.pieces import CELL_BORDER, Extract, Piece, cut
from generator.text.wordlists import load_set

_END = re.compile(
    r"(?:AN\b[\s|]{1,9})?[^\W\d_]{2,12} (?=[A-Za-z0-9]{25}\Z)[A-Z][A-Z0-9]{1,12}(?:19|20)\d{6}[a-z][a-z0-9]{8}\Z"
)
_WORDS = re.compile(
    r"\d[\d.,\u00a0 ]{0,8}(?: ?(?:words?|Wörter|mots?|palabras|parole|palavras|woorden|ord|слов\w?|字|語|단어))\Z",
    re.IGNORECASE,
)
_ANY_WORDS = re.compile(r"\d{1,3}(?:[.,\u00a0 ]?\d{3})? ?\S{1,12}\Z")
_CODE = re.compile(r"[A-Z][A-Z0-9]{2,9}\Z")
_BY = re.compile(r"(?:By|BY|Von|VON|Par|PAR|Por|POR|Di)\s+[^\W\d_]")
_CLOCK = re.compile(r"\d{1,2}:\d\d(?: ?[AP]M)?\Z")
_OWNER = re.compile(r"(?:Copyright|\(c\)|©|\(Copyright\))", re.IGNORECASE)
_TAG = re.compile(
    r"(?P<tag>SE|HD|BY|CR|WC|PD|ET|SN|SC|NGC|GC|ED|PG|VOL|LA|CY|LP|TD|CT|ART|CLM|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN)"
    r"(?:[\t |\u00a0]{1,9}|\Z)"
)
_NUMBER = re.compile(r"\A(\d{1,5})\) ")
_BODY_TAGS = frozenset({"LP", "TD"})
_HEAD = 12


def split_factiva(lines: Sequence[Piece]) -> list[Extract] | None:
    """The articles of an export of Factiva; None where it is none."""
    ends = [n + 1 for n, line in enumerate(lines) if _END.match(line.text.strip())]
    if len(ends) < 2:
        return None
    starts = [0, *ends[:-1]]
    parts = [lines[start:end] for start, end in zip(starts, ends, strict=True)]
    read = [_read_tagged(part) or _read_plain(part) for part in parts]
    articles = complete(parts, read)
    return None if articles is None else _drop_numbers(articles)


def _drop_numbers(articles: Sequence[Extract]) -> list[Extract]:
    """The articles without the numbers of a page that counts its headlines: they change when others are added."""
    numbers = [_NUMBER.match(value_of(article, "title")) for article in articles]
    if [int(found[1]) for found in numbers if found] != list(range(1, len(articles) + 1)):
        return list(articles)
    return [change_title(article, _NUMBER.sub("", value_of(article, "title"))) for article in articles]


def _read_plain(part: Sequence[Piece]) -> Extract | None:
    """Section, title, byline, words, day, clock, publication, code, edition, page, language, owner, text."""
    at = next((n for n in range(len(part) - 1) if _is_count(part, n)), None)
    if at is None or at == 0:
        return None
    publication = at + 2 + bool(_CLOCK.match(part[at + 2].text.strip())) if at + 2 < len(part) else at
    owner = next((n for n in range(publication, min(len(part), at + _HEAD)) if _is_owner(part[n])), None)
    code = next(
        (n for n in range(publication, min(len(part), publication + 3)) if _CODE.match(part[n].text.strip())), None
    )
    body = 1 + (owner if owner is not None else code if code is not None else publication)
    title, byline = _find_title(part, at)
    values = {
        "title": " ".join(part[title].text.split()),
        "publisher": name_publisher(part[publication].text),
        "published": find_day(part[at + 1].text) or "",
        "section": " ".join(part[title - 1].text.split()) if title and _is_section(part, title - 1) else "",
    }
    first = title - bool(values["section"])
    head = [
        part[title]._replace(kind="title") if n == title else next(furniture([part[n]])) for n in range(first, body)
    ]
    authors = name_authors(part[byline].text) if byline is not None else ()
    return make_article(values, [*head, *_body(part[body:])], authors=authors)


def _is_count(part: Sequence[Piece], n: int) -> bool:
    """Whether a line is the number of words, with the day below it."""
    text = part[n].text.strip()
    return (_WORDS.match(text) or _ANY_WORDS.match(text)) is not None and find_day(part[n + 1].text) is not None


def _is_owner(line: Piece) -> bool:
    return _OWNER.match(line.text.strip()) is not None


def _is_section(part: Sequence[Piece], n: int) -> bool:
    return len(part[n].text) < 60 and part[n].kind != "heading"


def _find_title(part: Sequence[Piece], at: int) -> tuple[int, int | None]:
    """The line of the title and that of the authors, above the number of words."""
    headline = next((n for n in range(at - 1, max(-1, at - 6), -1) if part[n].kind == "heading"), None)
    if headline is not None:
        return headline, headline + 1 if headline + 1 < at else None
    above = range(max(1, at - 3), at)
    byline = next((n for n in above if _BY.match(part[n].text)), None)
    if byline is None and at > 1 and _is_name(part[at - 1].text):
        byline = at - 1
    return (at - 1, None) if byline is None else (byline - 1, byline)


def _is_name(text: str) -> bool:
    """Whether a line without "By" is that of an author: a full name that begins with a known given name."""
    words = text.split()
    return 1 < len(words) < 5 and words[0] in load_set("given_names.txt") and name_authors(text) == (" ".join(words),)


def _body(lines: Sequence[Piece]) -> Iterator[Piece]:
    """The text; the last lines, which name the owner and the document, are furniture."""
    for n, line in enumerate(lines):
        is_last = n == len(lines) - 1
        is_house = n == len(lines) - 2 and len(line.text) < 80 and line.text[-1:] not in ".!?”\"'’"
        yield next(furniture([line])) if is_last or is_house else line


def _read_tagged(part: Sequence[Piece]) -> Extract | None:
    """Each field behind its code; the text behind LP and TD."""
    values: dict[str, list[str]] = {}
    pieces: list[Piece] = []
    tag = ""
    for line in part:
        found = _TAG.match(line.text)
        tag = found["tag"] if found else tag
        text = line.text[found.end() :] if found else line.text
        text = text.removeprefix(CELL_BORDER.strip()).strip()
        values.setdefault(tag, []).append(text)
        pieces += _tagged_piece(line, tag, text)
    one = {name: " ".join(" ".join(texts).split()) for name, texts in values.items()}
    day = find_day(one.get("PD", ""))
    if not one.get("HD") or day is None:
        return None
    stated = {"title": one["HD"], "publisher": name_publisher(one.get("SN", "")), "published": day}
    return make_article(stated | {"section": one.get("SE", "")}, pieces, authors=name_authors(one.get("BY", "")))


def _tagged_piece(line: Piece, tag: str, text: str) -> list[Piece]:
    if tag in _BODY_TAGS:
        return [Piece("paragraph", text)] if text else []
    if tag == "HD" and text:
        return [Piece("title", text)]
    return [cut(line, next(furniture([line])).reason or "")]
