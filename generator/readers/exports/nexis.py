"""Exports of LexisNexis: those of Nexis Uni and Nexis Advance, in which each article ends with "End of Document", and
those before 2019, in which each begins with "3 of 10 DOCUMENTS".
"""

import re
from collections.abc import Sequence

from generator.readers.exports.article import (
    complete,
    find_day,
    furniture,
    labels,
    make_article,
    name_authors,
    name_publisher,
    read_label,
)
from generator.readers.pieces import Extract, Piece

_COUNT = re.compile(
    r"(?:Dokument|Document)? ?(\d{1,6}) (?:of|de|von|di) (\d{1,6})(?: (?:DOCUMENTS?|DOKUMENTE?N?))?\Z", re.IGNORECASE
)
_OWNER = re.compile(
    r"(?:Copyright|Copr\.|\(c\)|©|All Rights Reserved|Alle Rechte vorbehalten|Tous droits réservés)", re.IGNORECASE
)
_INVERTED = re.compile(r"[^\W\d_][\w-]{1,30}, [^\W\d_][\w-]{1,30}(?: [^\W\d_][\w-]{1,30})?")
_HEAD = 14
"""Lines, at most, from the start of an article to its day."""
_TITLE = 3
_GRAPHIC = 15


def split_counted(lines: Sequence[Piece]) -> list[Extract] | None:
    """The articles of an export before 2019; None where it is none."""
    starts = [n for n, line in enumerate(lines) if _count_of(line)]
    numbers = [_count_of(lines[n]) for n in starts]
    if len(starts) < 2 or numbers != sorted(set(numbers)):
        return None
    ends = [*starts[1:], len(lines)]
    parts = [lines[start:end] for start, end in zip(starts, ends, strict=True)]
    return complete(parts, [_read_counted(part) for part in parts])


def _count_of(line: Piece) -> int:
    """The number of the document that a line tells, "3 of 10 DOCUMENTS"; 0 for another line."""
    text = line.text.strip()
    found = _COUNT.match(text) if len(text) < 40 and "DO" in text.upper() else None
    return int(found[1]) if found else 0


def split_ended(lines: Sequence[Piece]) -> list[Extract] | None:
    """The articles of an export of Nexis Uni or Nexis Advance; None where it is none."""
    ends = [n + 1 for n, line in enumerate(lines) if line.text.strip().casefold() in labels("end")]
    if len(ends) < 2:
        return None
    starts = [0, *ends[:-1]]
    parts = [lines[start:end] for start, end in zip(starts, ends, strict=True)]
    return complete(parts, [_read_ended(part) or _read_undated(part) for part in parts])


def _read_counted(part: Sequence[Piece]) -> Extract | None:
    """Count, publication, day, title, fields, text, fields, owner."""
    day = next((n for n, line in enumerate(part[:_HEAD]) if n > 1 and find_day(line.text)), None)
    if day is None:
        return None
    body = _skip_fields(part, day + 1)
    titles = [n for n in range(day + 1, body) if _field(part[n]) is None and not _OWNER.match(part[n].text)]
    first_field = next((n for n in range(day + 1, body) if _field(part[n])), body)
    # What stands between the day and the title names the edition.
    titles = [n for n in titles if n < first_field][-1:]
    if not titles and first_field == body and body < len(part):
        titles, body = [body], body + 1
    values = _values(part, body, title=" ".join(" ".join(part[n].text.split()) for n in titles), day=day)
    # A logo or the edition may stand between the count and the day; the publication is the first line.
    return _finish(part, 1, body, titles, values | {"publisher": name_publisher(part[1].text)})


def _skip_fields(part: Sequence[Piece], start: int) -> int:
    """Where the text begins: behind the last field of the head."""
    body = start
    for n in range(start, min(len(part), start + 2 * _HEAD)):
        label = _field(part[n])
        if label in labels("tail") and label not in labels("head"):
            break
        if label is not None:
            body = n + 1
    return body


def _read_ended(part: Sequence[Piece]) -> Extract | None:
    """Title, publication, day, owner, fields, "Body", text, fields, "End of Document"."""
    body = next((n + 1 for n, line in enumerate(part) if line.text.strip().casefold() in labels("body")), None)
    stop = len(part) if body is None else body
    day = next((n for n in range(stop - 1, 1, -1) if find_day(part[n].text) and not _field(part[n])), None)
    if body is None:
        # Without the line "Body" only a head at the very start is one.
        day = next((n for n in range(1, min(_HEAD, len(part))) if find_day(part[n].text)), None)
        body = None if day is None else _behind_owner(part, day + 1)
    if day is None or body is None or day < 2:
        return None
    # A blog of the publication stands in brackets below it.
    name = day - 2 if day > 2 and part[day - 1].text.strip().startswith("(") else day - 1
    titles = list(range(name)) if name <= _TITLE else [name - 1]
    values = _values(part, body, title=" ".join(" ".join(part[n].text.split()) for n in titles), day=day)
    return _finish(part, titles[0], body, titles, values | {"publisher": name_publisher(part[name].text)})


def _read_undated(part: Sequence[Piece]) -> Extract | None:
    """Title, publication, perhaps a line in the place of the day, owner: some articles have no day."""
    owner = next((n for n, line in enumerate(part[:5]) if _is_owner_line(line)), None)
    body = next((n + 1 for n, line in enumerate(part) if line.text.strip().casefold() in labels("body")), None)
    if owner is None or body is None or owner < 2:
        return None
    values = _values(part, body, title=" ".join(part[0].text.split()), day=1)
    return _finish(part, 0, body, [0], values | {"publisher": name_publisher(part[1].text)})


def _behind_owner(part: Sequence[Piece], start: int) -> int:
    body = start
    for n in range(start, min(len(part), start + _HEAD)):
        if _field(part[n]) or _OWNER.match(part[n].text.strip()):
            body = n + 1
    return body


def _field(line: Piece) -> str | None:
    """The label of a line that is a field of the export."""
    found = read_label(line.text)
    known = ("byline", "section", "length", "head", "tail")
    return found[0] if found and any(found[0] in labels(kind) for kind in known) else None


def _values(part: Sequence[Piece], body: int, *, title: str, day: int) -> dict[str, str]:
    fields = [found for line in part[day + 1 : body] if (found := read_label(line.text))]
    values = {"title": title, "published": find_day(part[day].text) or ""}
    for label, value in fields:
        if label == "autor":
            values["autor"] = value
        for kind in ("section", "byline", "length"):
            if label in labels(kind):
                values.setdefault(kind, value)
    return values


def _finish(part: Sequence[Piece], first: int, body: int, titles: Sequence[int], values: dict[str, str]) -> Extract:
    """The article from its line `first` on, with its furniture cut: what stands before it changes with its number."""
    end = _find_tail(part, body)
    is_title = {n: part[n]._replace(kind="title") for n in titles[:1]}
    if len(titles) > 1:
        is_title[titles[0]] = Piece("title", values["title"])
    pieces = [is_title.get(n) or next(furniture([part[n]])) for n in range(first, body) if n not in titles[1:]]
    inner = [next(furniture([line])) if _is_heading(line) else line for line in part[body:end]]
    values["section"] = "; ".join(dict.fromkeys(filter(None, map(str.strip, values.get("section", "").split(";")))))
    stated = {field: values[field] for field in ("title", "publisher", "published", "section") if values.get(field)}
    byline = values.get("byline", "")
    # German exports write "Osei, Ken".
    is_inverted = "autor" in values and _INVERTED.fullmatch(byline) is not None
    authors = name_authors(byline, is_inverted=is_inverted)
    return make_article(stated, [*pieces, *inner, *furniture(part[end:])], authors=authors)


def _is_heading(line: Piece) -> bool:
    return line.text.strip().casefold() in labels("furniture in a body")


def _find_tail(part: Sequence[Piece], body: int) -> int:
    """Where the fields behind the text begin."""
    end = next((n for n in range(body, len(part)) if _begins_tail(part[n])), len(part))
    at = end
    for n in range(end - 1, max(body, end - _GRAPHIC) - 1, -1):
        if _field(part[n]) in labels("tail") or part[n].text.strip().casefold() in ("graphic", "notes", "correction"):
            at = n
        elif at == end and n < end - 1:
            continue
    return at


def _begins_tail(line: Piece) -> bool:
    text = line.text.strip().casefold()
    label = _field(line)
    return label in labels("sure tail") or text in ("classification", *labels("end")) or _is_owner_line(line)


def _is_owner_line(line: Piece) -> bool:
    return len(line.text) < 300 and _OWNER.match(line.text.strip()) is not None
