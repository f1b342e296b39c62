"""Exports of ProQuest, EBSCO and NewsBank: records of labelled fields ("Title: ...", "Publication date: ..."), told
apart by a line across the page, by "Document 3 of 25" or by "Record: 3".
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.readers.exports.article import (
    find_day,
    furniture,
    labels,
    make_article,
    name_authors,
    name_publisher,
    read_label,
)
from generator.readers.pieces import Extract, Piece

_BORDER = re.compile(
    r"_{20,}\Z|(?:Document|Dokument) \d{1,6} (?:of|de|von) \d{1,6}\Z|Record: ?\d{1,6}\Z|-{40,}\Z|={40,}\Z"
)
_PUBLICATION = re.compile(
    r"(?P<name>[^;\[\]]{2,120}?) ?(?:, [^;,]{2,60})?;.{0,200}?\]?(?P<day>\d{1,2} [A-Z][a-z]{2,8} \d{4})"
)
"""ProQuest: "Norwell Guardian , Late Edition; Norwell [Norwell]03 Jun 2014: 4."."""
_SOURCE = re.compile(r"(?P<name>[^.]{2,120})\. (?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})")
"""EBSCO: "Norwell Guardian, The. 06/03/2014, p4."."""
_BAR = re.compile(r"(?P<day>[A-Z][a-z]{2,8} \d{1,2}, \d{4}) ?[|•] ?(?P<name>[^|•]{2,120})")
"""NewsBank: "June 3, 2014 | Norwell Guardian, The (Norwell, NS)"."""
_ARTICLE_BEHIND = re.compile(r"(?P<name>[^,]{2,100}), (?P<article>The|A|An|La|Le|El|Die|Der|Das)(?= \(|\Z)")
_LEAST = 2
_Field = tuple[int, str, str]
"""The number of the line, the label, the value."""
_LONG_LABEL = 45


def split_records(lines: Sequence[Piece]) -> list[Extract] | None:
    """The articles of an export of records; None where it is none."""
    for cut in (_cut_at_borders, _cut_behind_databases):
        articles = [article for part in cut(lines) if (article := _read(part))]
        if len(articles) >= _LEAST:
            return articles
    return None


def _cut_at_borders(lines: Sequence[Piece]) -> list[Sequence[Piece]]:
    borders = [n for n, line in enumerate(lines) if _BORDER.match(line.text.strip())]
    return [lines[start + 1 : end] for start, end in pairwise([-1, *borders, len(lines)])]


def _cut_behind_databases(lines: Sequence[Piece]) -> list[Sequence[Piece]]:
    """The parts up to each field "Database", the last one of a record where nothing else parts them."""
    ends = [n + 1 + (not value) for n, label, value in _list_labels(lines) if label == "database"]
    return [lines[start:end] for start, end in pairwise([0, *ends, len(lines)])]


def _list_labels(lines: Sequence[Piece]) -> Iterator[tuple[int, str, str]]:
    """The labels of lines: number, label, what stands behind it on the line."""
    for n, line in enumerate(lines):
        label = read_label(line.text)
        if label:
            yield n, *label


def _fields(part: Sequence[Piece]) -> list[_Field]:
    """The labelled lines: number, label, value."""
    found = []
    for n, line in enumerate(part):
        label = read_label(line.text)
        if label and len(label[0]) <= _LONG_LABEL and label[0] in labels("record"):
            value = label[1] or (part[n + 1].text.strip() if n + 1 < len(part) and _is_value(part[n + 1]) else "")
            found.append((n, label[0], value))
    return found


def _is_value(line: Piece) -> bool:
    """Whether a line may be the value of the label above it."""
    label = read_label(line.text)
    return label is None or label[0] not in labels("record")


def _is_record(fields: Sequence[_Field]) -> bool:
    """Whether a part has what only a record has: fields of which the service tells its own name or number."""
    known = {label for _, label, _ in fields}
    return len(known) >= 3 and bool(known & labels("sign of a record"))


def _read(part: Sequence[Piece]) -> Extract | None:
    fields = _fields(part)
    if not _is_record(fields):
        return None
    one: dict[str, str] = {}
    for _, label, value in fields:
        one.setdefault(label, value)
    first = fields[0][0]
    start, end = _find_text(part, fields)
    values = _values(one, part, fields)
    titled = next((n for n in range(min(first + 1, len(part))) if _same(part[n].text, values["title"])), None)
    pieces = [_label(line, n, titled, start, end) for n, line in enumerate(part)]
    authors = name_authors(_first(labels("byline"), one), is_inverted=True)
    return make_article(values, pieces, authors=authors)


def _label(line: Piece, n: int, titled: int | None, start: int, end: int) -> Piece:
    """The line as title, text or furniture; the text without the label in front of it."""
    if n == titled:
        return line._replace(kind="title")
    if not start <= n < end:
        return next(furniture([line]))
    label = read_label(line.text) if n == start else None
    return line._replace(text=label[1]) if label and label[0] in {*labels("text of a record"), "abstract"} else line


def _same(one: str, other: str) -> bool:
    return bool(other) and " ".join(one.split()).rstrip(".").casefold() == other.rstrip(".").casefold()


def _first(names: frozenset[str], one: dict[str, str]) -> str:
    return next((value for label, value in one.items() if label in names and value), "")


def _values(one: dict[str, str], part: Sequence[Piece], fields: Sequence[_Field]) -> dict[str, str]:
    day, publisher = find_day(one.get("publication date", "") or one.get("date", "")), ""
    publisher = one.get("publication title", "") or one.get("newspaper", "") or one.get("paper", "")
    info = _PUBLICATION.match(one.get("publication info", ""))
    source = _SOURCE.match(one.get("source", ""))
    bar = next((found for line in part[:4] if (found := _BAR.match(line.text.strip()))), None)
    for found in (info, bar):
        publisher = publisher or (found["name"] if found else "")
        day = day or (find_day(found["day"]) if found else None)
    if source:
        publisher = publisher or source["name"]
        day = day or f"{source['year']}-{int(source['month']):02}-{int(source['day']):02}"
    title = _first(labels("title of a record"), one) or _line_above(part, fields)
    name = _ARTICLE_BEHIND.sub(r"\g<article> \g<name>", name_publisher(publisher.partition(";")[0]))
    url = next((value for label, value in one.items() if label == "document url"), "")
    return {
        "title": " ".join(title.split()).rstrip("." if source else ""),
        "publisher": name,
        "published": day or "",
        "section": one.get("section", ""),
        "url": url.split()[0] if url.startswith("http") else "",
    }


def _line_above(part: Sequence[Piece], fields: Sequence[_Field]) -> str:
    """The line over the first field, where a record does not name its title."""
    return part[0].text if fields[0][0] else ""


def _find_text(part: Sequence[Piece], fields: Sequence[_Field]) -> tuple[int, int]:
    """Where the text begins and ends: behind "Full text:" up to the next field; else the longest run without fields."""
    numbers = [n for n, _, _ in fields]
    begun = next((n for n, label, _ in fields if label in labels("text of a record")), None)
    if begun is None:
        begun = next((n for n, label, _ in fields if label == "abstract"), None)
    if begun is not None:
        return begun, next((n for n in numbers if n > begun), len(part))
    behind = [n + 1 if (found := read_label(part[n].text)) and found[1] else n + 2 for n in numbers]
    gaps = [(end - start, start, end) for start, end in zip(behind, [*numbers[1:], len(part)], strict=True)]
    _, start, end = max(gaps)
    return start, end
