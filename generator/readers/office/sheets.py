"""Workbooks (.xlsx): a table of articles is read as a .csv file is, a source a row; all else as rows of a table, sheet
by sheet. What is shown counts: values, not formulas; hidden sheets are left out and named.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple
from zipfile import ZipFile

from generator.readers.office.packages import read_relations, read_xml
from generator.readers.pieces import Extract, Piece, UnreadableError, make_rows, open_archive
from generator.readers.tables.splitting import collect_rows, open_request
from generator.text.unicode import one_line

_BOOK = "xl/workbook.xml"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MOST_CELLS = 400_000
_MOST_COLUMNS = 1_000
_MOST_CELL = 100_000
_DAYS = frozenset({14, 15, 16, 17, 22, 27, 30, 36, 50, 57})
"""Numbers of the formats of days that every workbook has."""
_DAY_FORMAT = re.compile(r"y{2,4}|d{1,4}\W{0,3}m|m\W{0,3}d", re.IGNORECASE)
_LITERAL = re.compile(r'"[^"]{0,200}"|\[[^\]]{0,200}\]|\\.')
_COLUMN = re.compile(r"[A-Z]{1,3}")
_EPOCH = datetime(1899, 12, 30, tzinfo=UTC)
_EPOCH_OF_MAC = datetime(1904, 1, 1, tzinfo=UTC)
_LAST_DAY = 2_958_465
"""9999-12-31."""


class Sheet(NamedTuple):
    """A sheet that is shown."""

    name: str
    rows: list[tuple[int, dict[int, str]]]
    """The number of each row that has a value, with its values by column."""


class _Book(NamedTuple):
    """What the cells of all sheets refer to."""

    strings: list[str]
    days: frozenset[int]
    """Numbers of the styles that show a day."""
    epoch: datetime


def split_xlsx(request: bytes) -> Extract:
    """The articles of a workbook; none where no sheet is a table of articles, and why where `_columns.yml` names its
    columns. Raises UnreadableError."""
    try:
        described, content = open_request(request)
    except UnreadableError as error:
        return Extract((), notes=(error.fault,))
    sheets, notes = _open(content)
    parts, faults = list[Extract](), list[str]()
    for sheet in sheets:
        head = sheet.rows[0][1] if sheet.rows else {}
        records = ((n, {name: row.get(at, "") for at, name in head.items()}) for n, row in sheet.rows[1:])
        place = f"{sheet.name}, row" if len(sheets) > 1 else "row"
        try:
            found = collect_rows(records, list(head.values()), place, described)
        except UnreadableError as error:
            faults.append(error.fault)  # a sheet of something else
            continue
        parts += found.parts
        notes += found.notes
    told = notes if parts else faults[:1] if described else []
    return Extract((), notes=tuple(told), parts=tuple(parts))


def extract_xlsx(content: bytes) -> Extract:
    """The cells of a workbook, row by row, each sheet under its name. Raises UnreadableError."""
    sheets, notes = _open(content)
    pieces = list[Piece]()
    for sheet in sheets:
        rows = [piece for _, row in sheet.rows for piece in make_rows(row[at] for at in sorted(row))]
        pieces += [Piece("heading", sheet.name), *rows] if rows else []
    return Extract(tuple(pieces), notes=tuple(notes))


def _open(content: bytes) -> tuple[list[Sheet], list[str]]:
    """The sheets that are shown, and what was left out. Raises UnreadableError."""
    archive = open_archive(content)
    root = read_xml(archive, _BOOK)
    if root is None:
        raise UnreadableError("it is no workbook", "save it again in its program")
    targets = {one.key: one.target for one in read_relations(archive, _BOOK)}
    listed = [(s.get("name", ""), targets.get(s.get(f"{_R}id", ""), ""), s.get("state")) for s in root.iter("{*}sheet")]
    properties = next(root.iter("{*}workbookPr"), None)
    is_of_mac = properties is not None and properties.get("date1904") in ("1", "true")
    book = _Book(_read_strings(archive), _find_days(archive), _EPOCH_OF_MAC if is_of_mac else _EPOCH)
    sheets, left, is_cut = list[Sheet](), _MOST_CELLS, False
    for name, target, state in listed:
        if state in (None, "visible") and (sheet := read_xml(archive, target)) is not None:
            rows, used = _read_rows(sheet, book, left)
            left -= used
            is_cut = is_cut or left <= 0
            sheets.append(Sheet(one_line(name, 100), rows))
    hidden = [one_line(name, 60) for name, _, state in listed if state not in (None, "visible")]
    notes = [f"hidden sheets were left out ({', '.join(hidden[:10])})"] if hidden else []
    notes += [f"only the first {_MOST_CELLS:,} cells are read; split the file"] if is_cut else []
    return sheets, notes


def _read_strings(archive: ZipFile) -> list[str]:
    """The texts that cells refer to by number."""
    root = read_xml(archive, "xl/sharedStrings.xml")
    return [_text_of(item) for item in root.iter("{*}si")] if root is not None else []


def _text_of(item: Any) -> str:
    """The text of an item, without that which tells how it is pronounced."""
    inside = (t for t in item.iter("{*}t") if not str(t.getparent().tag).endswith("}rPh"))
    return "".join(t.text or "" for t in inside)[:_MOST_CELL].strip()


def _find_days(archive: ZipFile) -> frozenset[int]:
    """The styles that show a day."""
    root = read_xml(archive, "xl/styles.xml")
    if root is None:
        return frozenset()
    formats = {f.get("numFmtId", ""): _LITERAL.sub("", f.get("formatCode", "")[:500]) for f in root.iter("{*}numFmt")}
    days = {key for key, code in formats.items() if _DAY_FORMAT.search(code)} | set(map(str, _DAYS))
    styles = next(root.iter("{*}cellXfs"), ())
    return frozenset(n for n, style in enumerate(styles) if style.get("numFmtId") in days)


def _read_rows(sheet: Any, book: _Book, most: int) -> tuple[list[tuple[int, dict[int, str]]], int]:
    """The rows with their values, and how many values they are."""
    rows, used = list[tuple[int, dict[int, str]]](), 0
    for n, row in enumerate(sheet.iter("{*}row"), 1):
        values = dict(_read_cells(row, book))
        if values:
            rows.append((int(number) if (number := row.get("r", "")).isdigit() else n, values))
        used += len(values)
        if used >= most:
            break
    return rows, used


def _read_cells(row: Any, book: _Book) -> Iterator[tuple[int, str]]:
    """Column and value of the cells that show something."""
    for n, cell in enumerate(row.iter("{*}c")):
        named = _COLUMN.match(cell.get("r", ""))
        column = _number_of(named[0]) if named else n
        value = _value_of(cell, book) if column < _MOST_COLUMNS else ""
        if value:
            yield column, value


def _number_of(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _value_of(cell: Any, book: _Book) -> str:
    """What a cell shows; a day in ISO form."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _text_of(cell)
    value = (next((v.text for v in cell.iter("{*}v")), None) or "").strip()[:_MOST_CELL]
    if kind == "s":
        return book.strings[int(value)] if value.isdigit() and int(value) < len(book.strings) else ""
    if kind == "b":
        return {"1": "TRUE", "0": "FALSE"}.get(value, value)
    return _day_of(value, book.epoch) if kind == "n" and _shows_day(cell, book.days) else value


def _shows_day(cell: Any, days: frozenset[int]) -> bool:
    style = cell.get("s", "")
    return style.isdigit() and int(style) in days


def _day_of(value: str, epoch: datetime) -> str:
    """The day of a number of days; the number itself where it is none."""
    try:
        number = float(value)
    except ValueError:
        return value
    if not 1 <= number < _LAST_DAY:
        return value
    moment = epoch + timedelta(days=number)
    return moment.date().isoformat() if number == int(number) else moment.strftime("%Y-%m-%d %H:%M")
