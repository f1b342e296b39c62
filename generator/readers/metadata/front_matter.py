"""What stands before a text and says what it is: YAML, TOML, JSON, the lines of Pandoc and Logseq, or `Key: value`;
and which field a key means, also by its synonyms. A key that only looks like one is named.
"""

import datetime
import json
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple

import yaml

from generator.text.unicode import one_line
from generator.text.wordlists import load_sections

Field = Literal["title", "publisher", "published", "authors", "url", "source", "language", "section"]
_FIELDS: dict[str, Field] = {
    "title": "title",
    "publisher": "publisher",
    "published": "published",
    "authors": "authors",
    "url": "url",
    "source": "source",
    "language": "language",
    "section": "section",
}
_LONGEST = 40
_WORD = re.compile(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+(?![a-z])|\d+")
_SHORTEST = 6
"""Letters of a key that one letter more, less or other makes no different word."""
_SWAPPED = 3


class Key(NamedTuple):
    """What a key means."""

    field: Field | None
    """None for a key that is not understood."""
    rank: int = 0
    """How sure it is: 0 for the surest key of the field."""
    meant: str | None = None
    """For a key that is not understood: the one that may be meant."""


@cache
def _keys() -> dict[str, Key]:
    """All known keys, folded; those that state nothing of ours have no field and mean nothing."""
    known = {}
    for heading, keys in load_sections("metadata_keys.txt"):
        if heading.startswith("words "):
            continue
        for rank, key in enumerate(keys):
            known[fold_key(key)] = Key(_FIELDS.get(heading), rank)
    return known


def fold_key(key: str) -> str:
    """The letters and digits of a key, lower case."""
    return "".join(c for c in key.casefold() if c.isalnum())


def is_known(key: str) -> bool:
    """Whether programs write this key, for what is of ours or not, or it looks like one of ours."""
    return fold_key(key[:_LONGEST]) in _keys() or find_key(key) is not None


def find_key(key: str) -> Key | None:
    """What a key means; None for one that is none of ours."""
    folded = fold_key(key[:_LONGEST])
    known = _keys().get(folded)
    if known is not None:
        return known if known.field else None
    parts = [word.casefold() for word in _WORD.findall(key[:_LONGEST])]
    if len(parts) > 1 and (built := _read_parts(parts)):
        return built
    meant = next((name for name, one in _keys().items() if one.field and _is_slip(folded, name)), None)
    return Key(None, meant=meant) if meant else None


def _read_parts(words: list[str]) -> Key | None:
    """A key of several words: one of ours with words that only say whose it is, or beside others that are not known."""
    sections = dict(load_sections("metadata_keys.txt"))
    ours = [word for word in words if word in sections["words of ours"]]
    others = [word for word in words if word not in sections["words of ours"]]
    if not ours or any(word in sections["words of other things"] for word in others):
        return None
    key = _keys()[ours[-1]]
    is_plain = len(ours) == 1 and all(word in sections["words that say whose"] or word.isdigit() for word in others)
    return Key(key.field, key.rank + 1) if is_plain else Key(None, meant=ours[-1])


def _is_slip(written: str, meant: str) -> bool:
    """Whether a slip of the hand makes one of the other: two letters swapped, one more, less or other."""
    if abs(len(written) - len(meant)) > 1 or written[:1] != meant[:1]:
        return False
    start = next((n for n, (one, other) in enumerate(zip(written, meant, strict=False)) if one != other), len(written))
    one, other = written[start:], meant[start:]
    if len(one) == len(other) and one[2:] == other[2:] and one[:2] == other[1::-1]:
        return len(meant) > _SWAPPED
    return len(meant) >= _SHORTEST and (one[1:] == other[1:] or one[1:] == other or one == other[1:])


_LONGEST_FRONT_MATTER = 65536
"""Code points; whoever needs more has put something else there."""
_BREAK = r"(?:\r\n|\r|\n)"
_OPENING = re.compile(rf"(?P<rule>---|\+\+\+)(?P<kind>json|toml|yaml)?[ \t]*{_BREAK}", re.IGNORECASE)
_CLOSING = re.compile(rf"(?:^|(?<=[\r\n]))(?:---|\.\.\.)[ \t]*(?:{_BREAK}|\Z)")
_CLOSING_PLUS = re.compile(rf"(?:^|(?<=[\r\n]))\+\+\+[ \t]*(?:{_BREAK}|\Z)")
_COMMENTS = rf"(?:[ \t]*(?:\#[^\r\n]{{0,1000}})?{_BREAK}){{0,1000}}"
_FIRST_KEY = re.compile(
    rf"{_COMMENTS}(?:[\w-]{{1,80}}|\"[\w .-]{{1,80}}\"|(?P<words>[\w-]+(?: [\w-]+){{1,2}}))[ \t]*:(?:\s|\Z)"
)
"""What tells front matter from a text that opens with a rule: `key:` on its first line."""
_FIRST_TOML = re.compile(rf"{_COMMENTS}(?:[\w-]+[ \t]*=|\[[\w.-]+\])")
_JSON = re.compile(r"\{\s{0,100}\"[^\"\n]{1,60}\"\s{0,9}:")
_PERCENT = re.compile(
    rf"%[ \t]([^\r\n]{{0,500}}(?:{_BREAK}[ \t]+[^\r\n]{{1,500}}){{0,20}})(?:{_BREAK}|\Z)|%[ \t]*{_BREAK}"
)
_PROPERTY = re.compile(
    rf"(?:-[ \t])?[ \t]{{0,4}}(?P<key>[\w-]{{1,40}})::[ \t]+(?P<value>[^\r\n]{{0,1000}})(?:{_BREAK}|\Z)"
)
"""`key:: value`, as Logseq writes before a page."""
_LINE = re.compile(rf"(?P<key>[^\W\d][\w -]{{1,30}}):[ \t]+(?P<value>\S[^\r\n]{{0,1000}})(?:{_BREAK}|\Z)")
_BLANK = re.compile(rf"[ \t]*(?:{_BREAK}|\Z)")
_INNER = ("params", "extra", "metadata")
"""Tables in which Hugo and Zola keep what their themes read."""


class FrontMatter(NamedTuple):
    """What stands before a text."""

    end: int
    """Where the text begins."""
    values: Mapping[str, object]
    """By key: strings, lists and mappings of them."""
    fault: tuple[str, str] | None = None
    """What is wrong with it, and the cure."""


class _Loader(yaml.BaseLoader):
    """Scalars stay the strings that were written; aliases, with which few lines grow to gigabytes, are refused."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.events.AliasEvent):
            mark = self.get_mark()
            raise yaml.composer.ComposerError(None, None, "aliases (*name) are not allowed", mark)
        return super().compose_node(parent, index)


def find_front_matter(text: str, *, is_markdown: bool) -> FrontMatter:
    """The front matter of a file; its end is 0 where there is none."""
    found = _find_fenced(text) or _find_json(text) or (_find_marked(text) if is_markdown else None)
    return found or _find_lines(text) or FrontMatter(0, {})


def _find_fenced(text: str) -> FrontMatter | None:
    """Between two rules: `---` for YAML, `+++` for TOML."""
    opening = _OPENING.match(text)
    if opening is None:
        return None
    is_toml = opening["rule"] == "+++" or (opening["kind"] or "").lower() == "toml"
    is_json = (opening["kind"] or "").lower() == "json"
    first = (_FIRST_TOML if is_toml else _FIRST_KEY).match(text, opening.end(), opening.end() + 1000)
    # A sentence with a colon behind a rule is text: a key of several words must be one of ours.
    words = first["words"] if first and not is_toml else None
    is_ours = first is not None and (not words or is_known(words))
    if not is_json and not is_ours:
        return None
    pattern = _CLOSING_PLUS if opening["rule"] == "+++" else _CLOSING
    closing = pattern.search(text, opening.end(), opening.end() + _LONGEST_FRONT_MATTER)
    if closing is None:
        cure = f"put a line '{opening['rule']}' after it, within {_LONGEST_FRONT_MATTER:,} characters"
        return FrontMatter(0, {}, ("the front matter has no end", cure))
    block = text[opening.end() : closing.start()]
    if is_toml:
        return _load_toml(block, closing.end())
    values, fault = load_yaml(block, "front matter", first_line=2)
    return FrontMatter(closing.end(), values, fault)


def load_yaml(text: str, origin: str, *, first_line: int) -> tuple[Mapping[str, object], tuple[str, str] | None]:
    """The keys of a YAML mapping, or what is wrong with it. `first_line`: the number of its first line in the file."""
    if len(text) > _LONGEST_FRONT_MATTER:
        return {}, (f"the {origin} is longer than {_LONGEST_FRONT_MATTER:,} characters", "shorten it")
    try:
        loaded = yaml.load(text, Loader=_Loader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + first_line}" if mark is not None else ""
        what = one_line(str(getattr(error, "problem", None) or "it is nested too deeply or cannot be read"), 120)
        return {}, (f"broken {origin}{where}: {what}", "put values with a colon or a quotation mark in quotes")
    if loaded is None or loaded == "":
        return {}, None
    if not isinstance(loaded, dict):
        return {}, (f"the {origin} is not a list of keys", "write 'title: ...' and so on, one a line")
    return _open_inner({str(key): value for key, value in loaded.items()}), None


def _load_toml(block: str, end: int) -> FrontMatter:
    try:
        return FrontMatter(end, _open_inner({key: _plain(value) for key, value in tomllib.loads(block).items()}))
    except (ValueError, RecursionError) as error:
        what = f"broken front matter (TOML): {one_line(str(error), 120)}"
        return FrontMatter(end, {}, (what, "correct it, or write it as YAML between two lines '---'"))


def _find_json(text: str) -> FrontMatter | None:
    """An object at the start of the file, with a key of ours in it."""
    start = len(text[:100]) - len(text[:100].lstrip())
    if not _JSON.match(text, start):
        return None
    try:
        loaded, end = json.JSONDecoder().raw_decode(text[: start + _LONGEST_FRONT_MATTER], start)
        loaded = _plain(loaded)
    except (ValueError, RecursionError):
        return None
    blank = _BLANK.match(text, end)
    if not isinstance(loaded, dict) or blank is None or not any(_is_ours(str(key)) for key in loaded):
        return None
    return FrontMatter(blank.end(), _open_inner(loaded))


def _find_marked(text: str) -> FrontMatter | None:
    """The lines that Pandoc (`% title`, `% authors`, `% date`) and Logseq (`key:: value`) put before a page."""
    values: dict[str, object] = {}
    end = 0
    for field in ("title", "authors", "date"):
        line = _PERCENT.match(text, end)
        if line is None:
            break
        words = re.split(r"[;\r\n]+", line[1] or "") if field == "authors" else [line[1] or ""]
        values[field] = [" ".join(word.split()) for word in words] if field == "authors" else " ".join(words[0].split())
        end = line.end()
    is_page = not values
    while is_page and (line := _PROPERTY.match(text, end)) and end < _LONGEST_FRONT_MATTER:
        values[line["key"]] = line["value"].strip()
        end = line.end()
    return FrontMatter(end, values) if any(_is_ours(key) for key in values) else None


def _find_lines(text: str) -> FrontMatter | None:
    """Lines `Key: value` before a blank one, all of them with keys of ours, for two fields at least."""
    values: dict[str, object] = {}
    start = end = len(text[:100]) - len(text[:100].lstrip())
    while (line := _LINE.match(text, end)) and is_known(line["key"]) and end < _LONGEST_FRONT_MATTER:
        values[line["key"]] = line["value"].strip()
        end = line.end()
    blank = _BLANK.match(text, end)
    fields = {key.field for name in values if (key := find_key(name))}
    return FrontMatter(end, values) if end > start and blank and len(fields) > 1 else None


def _is_ours(key: str) -> bool:
    found = find_key(key)
    return found is not None and found.field is not None


def _plain(value: object) -> object:
    """The value with strings for all that is no list and no mapping."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime.datetime | datetime.date | datetime.time):
        return value.isoformat()
    return "" if value is None else str(value)


def _open_inner(values: dict[str, object]) -> Mapping[str, object]:
    """The values with those of the tables that themes read behind them."""
    inner = [value for key in _INNER if isinstance(value := values.get(key), dict)]
    return {key: value for table in reversed([values, *inner]) for key, value in table.items()}
