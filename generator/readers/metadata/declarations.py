"""Metadata written down in front matter or a sidecar: which field each key states, its value checked and made plain."""

import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from generator.language.people.authors import split_authors
from generator.language.wording import read_day
from generator.model import Declaration, Problem
from generator.readers.metadata.front_matter import find_key, fold_key, load_yaml
from generator.text.addresses import is_web_address
from generator.text.languages import find_language
from generator.text.unicode import one_line

Origin = Literal["front matter", "sidecar"]
FieldName = Literal["title", "publisher", "published", "authors", "url", "language", "section", "keep", "cut"]

_LINES: dict[str, FieldName] = {"keep": "keep", "cut": "cut"}
"""Lists of lines of the source that the sidecar keeps in it or cuts from it."""
_MAX_VALUE = 1000
_MAX_AUTHORS = 100
_MAX_LINE = 10_000
_MAX_LINES = 2000
_NO_VALUE = frozenset({"", "~", "null", "none", "true", "false"})
_ONE_LINE = frozenset({"title", "author", "authors", "published", "date", "publisher", "url", "language", "section"})
"""Keys that mean the same to every program; others hold tables of settings here and there."""
_NO_DAYS = frozenset(
    {"true", "false", "yes", "no", "today", "now", "last-modified", "last modified", "created", "draft"}
)
"""Values of `date` and `published` that give no day: switches, and words for which a program puts one."""
_TEMPLATE = re.compile(r"\{\{|<%|\{%")
"""The place of a value that a program has yet to fill in: "{{ page.date }}". In words it is what the source states."""
_IN_WORDS = frozenset({"title", "publisher", "authors", "section"})
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
"""BCP 47, as far as it is used here."""
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|\n]{0,300}\|)?([^\[\]|\n]{1,300})\]\]")
_LINKED = re.compile(r"\[(?P<words>[^\[\]\n]{0,300})\]\((?P<url>[^()\s]{1,1900})\)|<(?P<bare>[^<>\s]{1,1900})>")
_SITE_PATH = re.compile(r"(?:\.{0,2}/|\w[\w-]{0,80}/|#|/?\Z)[^\s:]{0,1000}")
_WORDS_OF_PUBLISHER = 8
_TABLES = frozenset({"authors", "publisher", "source", "published"})
_PARTS_OF_NAMES = (("given", "family"), ("first", "last"), ("firstname", "lastname"), ("givenname", "familyname"))
_NAMED = ("name", "literal", "full", "title", "text")


class _Found(NamedTuple):
    """What a key states, with how sure the key is."""

    rank: int
    declaration: Declaration


def parse_declarations(
    text: str, path: str, origin: Origin, *, first_line: int
) -> tuple[tuple[Declaration, ...], tuple[Problem, ...]]:
    """What `text`, which is YAML, declares. `first_line` is the number of its first line in the file, for messages."""
    values, fault = load_yaml(text, origin, first_line=first_line)
    return ((), (Problem(path, *fault),)) if fault else declare(values, path, origin)


def declare(
    values: Mapping[str, object], path: str, origin: Origin
) -> tuple[tuple[Declaration, ...], tuple[Problem, ...]]:
    """What these keys declare: of several that state one field, the surest counts."""
    read = [item for key, value in values.items() for item in _read_key(key.strip(), value, path, origin)]
    found = [item for item in read if isinstance(item, _Found)]
    best = {item.declaration.field: item for item in sorted(found, key=lambda item: -item.rank)}
    problems = [item for item in read if isinstance(item, Problem)]
    made = find_key("created")
    day = best.get("published") if "url" in best else None
    if day and made and day.rank >= made.rank:
        # What has an address was made elsewhere.
        del best["published"]
        what = f"the day on which the file was made ('created' in the {origin}) is not that of publication"
        problems.append(Problem(path, what, "write 'published: ...'", "note"))
    return tuple(item.declaration for item in found if best.get(item.declaration.field) is item), tuple(problems)


def _read_key(key: str, value: object, path: str, origin: Origin) -> Iterator[_Found | Problem]:
    """One key: what it declares, a fault, or nothing for a key that means nothing here or has no value."""
    if origin == "sidecar" and key.lower() in _LINES:
        yield from filter(None, [_read_lines(_LINES[key.lower()], value, path)])
        return
    found, name = find_key(key), one_line(key, 40)
    if found is None:
        return
    if found.field is None:
        yield Problem(
            path, f"'{name}' in the {origin} is not read", f"write '{found.meant}: ...' if it is that", "note"
        )
        return
    texts = _texts_of(value, found.field)
    if texts is None and isinstance(value, dict) and fold_key(key) not in _ONE_LINE:
        return
    if texts is None:
        wanted = "a name or a list of names" if found.field == "authors" else "one line of text"
        yield Problem(path, f"'{name}' in the {origin} is not {wanted}", f"write '{name}: ...' on one line")
        return
    lines = (one_line(text, _MAX_VALUE) for text in texts[:_MAX_AUTHORS])
    is_word = found.field in _IN_WORDS
    given = tuple(n for n in lines if n.lower() not in _NO_VALUE and (is_word or not _TEMPLATE.search(n)))
    if fold_key(key) == "categories" and len(given) == 1 and len(given[0].split()) > 1:
        return  # Jekyll writes several on one line
    item = _check(found.field, name, given, path, origin) if given else None
    if item is not None:
        yield _Found(found.rank, item) if isinstance(item, Declaration) else item


def _texts_of(value: object, field: str) -> list[str] | None:
    """The strings of a value; None where it is of another kind. A list of one is as good as its item."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        inner = {fold_key(str(key)): item for key, item in value.items()}
        name = _day_of(inner) if field == "published" else _name_of(value, inner)
        return None if name is None or field not in _TABLES else [name]
    if not isinstance(value, list):
        return None
    # YAML reads a link of a note without quotation marks, [[Ann Lee]], as a list in a list.
    links = [_open_link(item) for item in value]
    parts = [_texts_of(item, field) for item in links if not isinstance(item, list)]
    texts = [text for part in parts if part is not None for text in part]
    if len(parts) < len(value) or None in parts:
        return None
    if field == "section":
        return texts if len(texts) == 1 else []
    return texts if field == "authors" or len(texts) < 2 else None


def _open_link(item: object) -> object:
    """What stands in a list of one in a list of one, as a link."""
    inner = item
    for _ in range(2):
        inner = inner[0] if isinstance(inner, list) and len(inner) == 1 else inner
    return f"[[{inner}]]" if isinstance(inner, str) and inner is not item else item


def _day_of(value: Mapping[str, object]) -> str | None:
    """The day in a table of days, as MkDocs writes it: `created` and `updated`."""
    days = (value.get(key) for key in ("published", "created", "date"))
    return next((day for day in days if isinstance(day, str)), None)


def _name_of(value: Mapping[object, object], folded: Mapping[str, object]) -> str | None:
    """The name in a mapping, as Quarto, Pandoc and CSL write authors; `folded`: by folded keys."""
    for key in _NAMED:
        inner = folded.get(key)
        if isinstance(inner, str) and inner:
            return inner
        if isinstance(inner, dict):
            return _name_of(inner, {fold_key(str(key)): item for key, item in inner.items()})
    for pair in _PARTS_OF_NAMES:
        parts = [part for key in pair if isinstance(part := folded.get(key), str) and part]
        if parts:
            return " ".join(parts)
    # Some write `- Ann Lee: ann@x.example`.
    only = next(iter(value.items()), None)
    return only[0] if only and len(value) == 1 and isinstance(only[0], str) and " " in only[0] else None


def _read_lines(field: FieldName, value: object, path: str) -> _Found | Problem | None:
    """The lines under `keep` or `cut`: a list, or one line."""
    given = value if isinstance(value, list) else [value]
    texts = [item for item in given if isinstance(item, str)]
    if len(texts) < len(given):
        return Problem(path, f"'{field}' in the sidecar is not a list of lines", f"write '{field}:' and '  - \"line\"'")
    lines = tuple(filter(None, (one_line(item, _MAX_LINE) for item in texts[:_MAX_LINES])))
    return _Found(0, Declaration(field, lines, "sidecar")) if lines else None


def _check(field: str, name: str, values: tuple[str, ...], path: str, origin: Origin) -> Declaration | Problem | None:
    """The declaration, if its value is of the kind that the field needs; None for what says nothing."""
    first = values[0]
    if field == "published":
        return _check_day(name, first, path, origin)
    if field == "authors":
        authors = split_authors(values) or (values if origin == "sidecar" else ())
        return Declaration("authors", authors, origin) if authors else None
    if field in ("url", "source", "publisher"):
        return _check_source(field, name, first, path, origin)
    if field == "language":
        code = first.replace("_", "-").partition(".")[0] if _LANGUAGE.fullmatch(first.partition(".")[0]) else None
        code = code or find_language(first)
        fault = Problem(path, f"'{name}' in the {origin} is no language code", "write en, de, pt-BR, ...")
        return Declaration("language", (code,), origin) if code else fault
    words = one_line(_WIKI_LINK.sub(r"\1", first), _MAX_VALUE)
    return Declaration("title" if field == "title" else "section", (words,), origin) if words else None


def _check_day(name: str, value: str, path: str, origin: Origin) -> Declaration | Problem | None:
    if value.lower() in _NO_DAYS:
        return None
    day = read_day(value)
    if day is not None:
        return Declaration("published", (day,), origin)
    if name.lower() in ("data", "day"):
        return None  # in most languages something else
    return Problem(path, f"'{name}' in the {origin} is no date: '{one_line(value, 40)}'", "write 2022-01-07")


def _check_source(field: str, name: str, value: str, path: str, origin: Origin) -> Declaration | Problem | None:
    """An address is the article's, words are the publisher's; neither is ever taken for the other."""
    linked = _LINKED.fullmatch(value)
    address = (linked["url"] or linked["bare"]) if linked else value
    words = one_line(_WIKI_LINK.sub(r"\1", (linked["words"] or "") if linked else value), _MAX_VALUE)
    if field in ("url", "source") and is_web_address(address):
        return Declaration("url", (address,), origin)
    if field == "url":
        fault = Problem(path, f"'{name}' in the {origin} is no web address", "write it in full, from https:// on")
        return None if origin == "front matter" and _SITE_PATH.fullmatch(address) else fault
    if "://" in words:
        cure = "write its name; the address of the article goes under 'url: ...'"
        return Problem(path, f"'{name}' in the {origin} is an address, no publisher", cure, "note")
    is_name = words[:1].isupper() or not words[:1].islower() or field == "publisher"
    if field == "source" and not (is_name and len(words.split()) <= _WORDS_OF_PUBLISHER):
        return Problem(path, f"'{name}' in the {origin} is not read", "write 'publisher: ...' or 'url: ...'", "note")
    return Declaration("publisher", (words,), origin)
