"""Metadata written down as YAML, in front matter or a sidecar: strings only, checked, without YAML's traps."""

import re
from typing import Literal

import yaml

from generator.model import Declaration, Problem
from generator.text.addresses import is_web_address
from generator.text.calendar import parse_edtf
from generator.text.unicode import one_line

Origin = Literal["front matter", "sidecar"]
FieldName = Literal["title", "publisher", "published", "authors", "url", "language", "section", "keep", "cut"]

_FIELDS: dict[str, FieldName] = {
    "title": "title",
    "publisher": "publisher",
    "published": "published",
    "authors": "authors",
    "author": "authors",
    "url": "url",
    "language": "language",
    "section": "section",
}
_LINES: dict[str, FieldName] = {"keep": "keep", "cut": "cut"}
"""Lists of lines of the source that the sidecar keeps in it or cuts from it."""
_MAX_YAML = 65536
_MAX_VALUE = 1000
_MAX_AUTHORS = 100
_MAX_LINE = 10_000
_MAX_LINES = 2000
_NO_VALUE = frozenset({"", "~", "null"})
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
"""BCP 47, as far as it is used here."""


class _Loader(yaml.BaseLoader):
    """Scalars stay the strings that were written; aliases, with which few lines grow to gigabytes, are refused."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.events.AliasEvent):
            mark = self.get_mark()
            raise yaml.composer.ComposerError(None, None, "aliases (*name) are not allowed", mark)
        return super().compose_node(parent, index)


def parse_declarations(
    text: str, path: str, origin: Origin, *, first_line: int
) -> tuple[tuple[Declaration, ...], tuple[Problem, ...]]:
    """What `text` declares. `first_line` is the number of its first line in the file, for messages."""
    if len(text) > _MAX_YAML:
        return (), (Problem(path, f"the {origin} is longer than {_MAX_YAML:,} characters", "shorten it"),)
    try:
        loaded = yaml.load(text, Loader=_Loader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        return (), (_describe(error, path, origin, first_line),)
    if loaded is None or loaded == "":
        return (), ()
    if not isinstance(loaded, dict):
        return (), (Problem(path, f"the {origin} is not a list of keys", "write 'title: ...' and so on, one a line"),)
    read = [_read_field(str(key).strip().lower(), value, path, origin) for key, value in loaded.items()]
    return (
        tuple(found for found in read if isinstance(found, Declaration)),
        tuple(found for found in read if isinstance(found, Problem)),
    )


def _describe(error: Exception, path: str, origin: Origin, first_line: int) -> Problem:
    """The fault of broken YAML with its line."""
    mark = getattr(error, "problem_mark", None)
    where = f", line {mark.line + first_line}" if mark is not None else ""
    what = one_line(str(getattr(error, "problem", None) or "it is nested too deeply or cannot be read"), 120)
    return Problem(path, f"broken {origin}{where}: {what}", "put values with a colon or a quotation mark in quotes")


def _read_field(key: str, value: object, path: str, origin: Origin) -> Declaration | Problem | None:
    """One key: a declaration, a fault, or None for a key that means nothing here or has no value."""
    field = _FIELDS.get(key)
    if origin == "sidecar" and key in _LINES:
        return _read_lines(_LINES[key], value, path)
    if field is None:
        return None
    given = value if isinstance(value, list) and field == "authors" else [value]
    texts = [item for item in given if isinstance(item, str)]
    if len(texts) < len(given):
        wanted = "a name or a list of names" if field == "authors" else "one line of text"
        return Problem(path, f"'{key}' in the {origin} is not {wanted}", f"write '{key}: ...' on one line")
    lines = (one_line(item, _MAX_VALUE) for item in texts[:_MAX_AUTHORS])
    values = tuple(line for line in lines if line.lower() not in _NO_VALUE)
    if not values:
        return None
    return _check(field, values, path, origin)


def _read_lines(field: FieldName, value: object, path: str) -> Declaration | Problem | None:
    """The lines under `keep` or `cut`: a list, or one line."""
    given = value if isinstance(value, list) else [value]
    texts = [item for item in given if isinstance(item, str)]
    if len(texts) < len(given):
        return Problem(path, f"'{field}' in the sidecar is not a list of lines", f"write '{field}:' and '  - \"line\"'")
    lines = tuple(filter(None, (one_line(item, _MAX_LINE) for item in texts[:_MAX_LINES])))
    return Declaration(field, lines, "sidecar") if lines else None


def _check(field: FieldName, values: tuple[str, ...], path: str, origin: Origin) -> Declaration | Problem:
    """The declaration, if its value is of the kind that the field needs."""
    first = values[0]
    if field == "published":
        date = parse_edtf(first)
        if date is None:
            return Problem(path, f"'published' in the {origin} is no date: '{one_line(first, 40)}'", "write 2022-01-07")
        return Declaration(field, (date,), origin)
    if field == "url" and not is_web_address(first):
        return Problem(path, f"'url' in the {origin} is no web address", "write it in full, from https:// on")
    if field == "language" and not _LANGUAGE.fullmatch(first):
        return Problem(path, f"'language' in the {origin} is no language code", "write en, de, pt-BR, ...")
    return Declaration(field, values, origin)
