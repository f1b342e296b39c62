"""A table or a file of records, taken apart into articles; in a child process. A request is what `_columns.yml` says
and the `users.json` of a chat, as a JSON list of two strings on a line, then the file.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any

import msgspec

from generator.readers.chats.records import find_chats, is_list_of_channels, read_people
from generator.readers.libraries.zotero import find_library
from generator.readers.pieces import Extract, UnreadableError
from generator.readers.tables.columns import find_columns, fold_column, parse_columns, weak_names
from generator.readers.tables.rows import read_row
from generator.readers.tables.services import read_service
from generator.text.decoding import UndecodableError, decode

MOST_ROWS = 5_000
"""Articles of one file, at most."""
_MOST_RECORDS = 50_000
"""Records, lines or rows that are looked at, also those without a text."""
_MOST_CELL = 5_000_000
_SAMPLE = 100
_DELIMITERS = ",;\t|"
_LINES = 10
_HOLDERS = ("articles", "results", "data", "items", "stories", "docs", "news", "records", "entries", "hits", "response")
"""Keys under which services put the list of their records."""
_DEEPEST = 4
_NO_ARTICLES = "no article in it: no column or key is called text, body, maintext or the like beside a title or a date"
_CURE = "name the columns in a file _columns.yml beside it, such as `text: body_clean`, or take the file out"
PLAIN_REQUEST = b'["",""]\n'
"""What a request begins with where nothing is known beside the file."""
_PLAIN = re.compile(r"\A\s*[\[{]")


def split_table(request: bytes) -> Extract:
    """The articles of a .csv or .tsv file, a row each. Raises UnreadableError."""
    described, _, text = _open(request)
    csv.field_size_limit(_MOST_CELL)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=_find_delimiter(text), strict=False)
        head = next((row for row in rows if any(cell.strip() for cell in row)), [])
        # The head is row 1, as a spreadsheet counts.
        records = (
            (n, dict(zip(head, row, strict=False)))
            for n, row in enumerate(islice(rows, _MOST_RECORDS), 2)
            if any(map(str.strip, row))
        )
        kept = None if described else read_service(head, records)
        return kept or _collect(records, _find(head, described), "row")
    except csv.Error as error:
        raise UnreadableError(f"it is no table ({error})", "save it again as CSV") from error


def split_json(request: bytes) -> Extract:
    """The articles of a .json file: a list of records, one record, or what a service put around a list."""
    described, people, text = _open(request)
    try:
        value = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        if _PLAIN.match(text) and "trailing" in str(error):
            return _split_lines(text, described)
        raise UnreadableError("it is no JSON", "save it again") from error
    known = None if described else _split_known(value, people)
    return known or _split_records(_find_records(value), described, "record")


def _split_known(value: Any, people: str) -> Extract | None:
    """What a program wrote in a form of its own; None for other records. Raises UnreadableError."""
    chats = find_chats(value, _read_people(people))
    if chats is not None:
        if not chats:
            raise UnreadableError("a chat in which nobody says anything", "take it out")
        return Extract((), parts=chats)
    if (library := find_library(value)) is not None:
        return library
    if read_people(value) is not None or is_list_of_channels(value):
        return Extract((), notes=("a list of an exported chat; names in it are taken for its messages",))
    return None


def _read_people(text: str) -> dict[str, str]:
    """The names in a `users.json`; none where it cannot be read."""
    try:
        return read_people(msgspec.json.decode(text)) or {} if text else {}
    except (msgspec.DecodeError, RecursionError):
        return {}


def split_jsonl(request: bytes) -> Extract:
    """The articles of a .jsonl file, a record a line. Raises UnreadableError."""
    described, _, text = _open(request)
    return _split_lines(text, described)


def read_table(content: bytes) -> Extract:
    """The one article of a .csv or .tsv file. Raises UnreadableError where it holds several."""
    return _only(split_table(PLAIN_REQUEST + content))


def read_json(content: bytes) -> Extract:
    """The one article of a .json file, as extractors write it. Raises UnreadableError where it holds several."""
    return _only(split_json(PLAIN_REQUEST + content))


def read_jsonl(content: bytes) -> Extract:
    """The one article of a .jsonl file. Raises UnreadableError where it holds several."""
    return _only(split_jsonl(PLAIN_REQUEST + content))


def _only(extract: Extract) -> Extract:
    if len(extract.parts) != 1:
        raise UnreadableError(f"it holds {len(extract.parts):,} articles", "put it into the folder of sources")
    return replace(extract.parts[0], notes=tuple(dict.fromkeys((*extract.parts[0].notes, *extract.notes))))


def _open(request: bytes) -> tuple[dict[str, str], str, str]:
    """What the columns are called, the list of people, the text of the file."""
    head, _, content = request.partition(b"\n")
    try:
        columns, people = msgspec.json.decode(head, type=tuple[str, str])
        return parse_columns(columns), people, decode(content).text
    except UndecodableError as error:
        raise UnreadableError(error.fault, error.cure) from error


def _find_delimiter(text: str) -> str:
    """The sign that most lines at the start have most often; a comma where none has any."""
    lines = text[:20_000].splitlines()[:_LINES]
    head = next((line for line in lines if line.strip()), "")
    return max(_DELIMITERS, key=lambda sign: (head.count(sign), sign == ","))


def _split_lines(text: str, described: Mapping[str, str]) -> Extract:
    """A record on each line; a line that is none costs only itself."""
    records, broken = [], 0
    lines = text.splitlines()
    for n, line in enumerate(lines[:_MOST_RECORDS], 1):
        if not line.strip():
            continue
        try:
            record = msgspec.json.decode(line)
        except (msgspec.DecodeError, RecursionError):
            broken += 1
            continue
        if isinstance(record, dict):
            records.append((n, record))
    chat = None if described else find_chats([record for _, record in records], {})
    extract = Extract((), parts=chat) if chat else _split_records(records, described, "line")
    notes = (f"{broken:,} {'line is' if broken == 1 else 'lines are'} no JSON, left out",) if broken else ()
    return Extract((), notes=(*notes, *extract.notes), parts=extract.parts)


def _find_records(value: Any) -> list[tuple[int, dict[str, Any]]]:
    """The records in a value, numbered from 1."""
    for _ in range(_DEEPEST):
        if isinstance(value, list):
            return [(n, item) for n, item in enumerate(value[:_MOST_RECORDS], 1) if isinstance(item, dict)]
        inner = _inner(value)
        if inner is None:
            break
        value = inner
    return [(1, value)] if isinstance(value, dict) else []


def _inner(value: Any) -> Any:
    """What a service put its records into; None where a value is none of these."""
    if not isinstance(value, dict):
        return None
    folded = {str(key).casefold(): item for key, item in value.items()}
    found = next((folded[key] for key in _HOLDERS if isinstance(folded.get(key), list | dict)), None)
    if found is not None:
        return found
    # Some write records by their numbers or addresses.
    values = list(value.values())
    return values if len(values) > 1 and all(isinstance(item, dict) for item in values) else None


def _split_records(records: list[tuple[int, dict[str, Any]]], described: Mapping[str, str], place: str) -> Extract:
    names = dict.fromkeys(str(key) for _, record in records[:_SAMPLE] for key in record)
    return _collect(records, _find(names, described), place)


def collect_rows(
    records: Iterable[tuple[int, Mapping[str, Any]]], names: Iterable[str], place: str, described: Mapping[str, str]
) -> Extract:
    """The articles of a table whose columns have these names. Raises UnreadableError where it is none of articles."""
    return _collect(records, _find(names, described), place)


def open_request(request: bytes) -> tuple[dict[str, str], bytes]:
    """What the columns are called, and the bytes of the file. Raises UnreadableError."""
    head, _, content = request.partition(b"\n")
    return parse_columns(msgspec.json.decode(head, type=tuple[str, str])[0]), content


def _find(names: Iterable[str], described: Mapping[str, str]) -> dict[str, str]:
    """The columns. Raises UnreadableError where there is none of a text."""
    columns = find_columns(names, described)
    # A text alone is no article: settings and lists of other things have one too.
    is_sure = "text" in described or fold_column(columns.get("text", "")) not in weak_names()
    needed = {"title", "published", "url", "authors"} if is_sure else {"published", "url"}
    if not columns.get("text") or not ("text" in described or needed & columns.keys()):
        raise UnreadableError(_NO_ARTICLES, _CURE)
    return columns


def _collect(records: Iterable[tuple[int, Mapping[str, Any]]], columns: Mapping[str, str], place: str) -> Extract:
    """The articles of the records, and a note on those that have none."""
    parts: list[Extract] = []
    empty: list[int] = []
    rest = iter(records)
    for n, record in rest:
        article = read_row(record, columns, f"{place} {n}")
        if article is None:
            empty.append(n)
        else:
            parts.append(article)
        if len(parts) == MOST_ROWS:
            break
    if not parts:
        raise UnreadableError(f"no article in it: '{columns['text']}' is empty in every {place}", _CURE)
    return Extract((), notes=tuple(_notes(empty, place, more=next(rest, None) is not None)), parts=tuple(parts))


def _notes(empty: list[int], place: str, *, more: bool) -> Iterator[str]:
    if empty:
        shown = ", ".join(map(str, islice(empty, 10))) + (" and more" if len(empty) > 10 else "")
        what = f"{place} {shown} has" if len(empty) == 1 else f"{len(empty):,} {place}s have"
        yield f"{what} no text and was left out" if len(empty) == 1 else f"{what} no text and were left out ({shown})"
    if more:
        yield f"only the first {MOST_ROWS:,} articles are read; split the file"
