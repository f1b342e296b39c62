"""Which columns of a table, or keys of records, hold what of an article: under their usual names, or as a file
`_columns.yml` beside it says (`text: body_clean`, one line each).
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from generator.readers.metadata.front_matter import load_yaml
from generator.readers.pieces import UnreadableError
from generator.text.unicode import fold_name, one_line
from generator.text.wordlists import load_sections

FIELDS = ("text", "title", "published", "url", "authors", "publisher", "section", "language")
_ALIASES = {
    "date": "published",
    "author": "authors",
    "byline": "authors",
    "source": "publisher",
    "link": "url",
    "body": "text",
}
_BORDER = re.compile(r"[\s_.-]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CURE = "write `text: NAME-OF-COLUMN`, one line for each of title, text, published, url, authors, publisher, section"


@cache
def usual_names() -> Mapping[str, tuple[str, ...]]:
    """The usual names of each field, the surest first."""
    return dict(load_sections("table_columns.txt"))


@cache
def weak_names() -> frozenset[str]:
    """Names of a text that other things than articles have as well."""
    return frozenset(dict(load_sections("table_columns.txt"))["weak text"])


def fold_column(name: str) -> str:
    """A name of a column for comparing: lower case, words parted by one blank."""
    return _BORDER.sub(" ", fold_name(_CAMEL.sub(" ", name.strip(" \t\"'\ufeff")[:200]))).strip()


def parse_columns(text: str) -> dict[str, str]:
    """What a `_columns.yml` says: the name of the column by field. Raises UnreadableError."""
    values, fault = load_yaml(text, "sidecar", first_line=1)
    if fault:
        raise UnreadableError(f"its _columns.yml cannot be read: {fault[0]}", _CURE)
    found: dict[str, str] = {}
    for key, name in values.items():
        field = _ALIASES.get(str(key).casefold(), str(key).casefold())
        if field not in FIELDS or not isinstance(name, str):
            raise UnreadableError(f"its _columns.yml has '{one_line(str(key), 40)}', which is no field", _CURE)
        found[field] = name
    return found


def find_columns(names: Iterable[str], described: Mapping[str, str]) -> dict[str, str]:
    """The column of each field, by its name in the file; fields without one are left out. Raises UnreadableError."""
    folded: dict[str, str] = {}
    for name in names:
        folded.setdefault(fold_column(name), name)
    found: dict[str, str] = {}
    for field in FIELDS:
        given = described.get(field)
        if given is not None and fold_column(given) not in folded:
            raise UnreadableError(f"it has no column '{one_line(given, 40)}', which its _columns.yml names", _CURE)
        wanted = (fold_column(given),) if given is not None else usual_names()[field]
        column = next((folded[name] for name in wanted if name in folded), None)
        if column is not None and column not in found.values():
            found[field] = column
    return found
