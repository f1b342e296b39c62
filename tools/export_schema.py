"""Writes `generator/data/export.schema.json` from the model: types, order and words of its fields.

A field that was published stays and keeps its type; only then is the file written. `make schema` runs it.
"""

import ast
import dataclasses
import inspect
import json
import re
import sys
import types
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

from generator import model
from generator.model import Analysis, Evidence, Library, Span
from generator.rendering.exports import contract
from generator.rendering.exports.contract import SCHEMA, columns_of

FILE = Path(__file__).parents[1] / "generator/data/export.schema.json"
ROOTS = (Analysis, Library)
"""The records that the two files of an export hold."""
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where a word begins in the name of a class."""
PAGE_ID, LOCAL_ID = r"^[a-z0-9-]{1,60}$", r"^e[1-9][0-9]*$"
PATTERNS = {
    "Document.id": PAGE_ID,
    "Document.sha256": r"^[0-9a-f]{64}$",
    "Evidence.brief": PAGE_ID,
    "Brief.id": PAGE_ID,
    "Related.brief": PAGE_ID,
    "Entity.id": PAGE_ID,
    "Event.id": PAGE_ID,
    "LocalEntity.id": LOCAL_ID,
    "Mention.entity": LOCAL_ID,
    "PlaceReference.code": r"^[A-Z]{2}$",
}
"""The form of some strings."""
SIMPLE: Mapping[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer", "minimum": 0},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    types.NoneType: {"type": "null"},
    Span: {"$ref": "#/$defs/span"},
}
"""Types that are no records. Every whole number counts or points at something."""
SPAN = {
    "description": "[start, end] into `text` of the source, in code points, end exclusive.",
    "type": "array",
    "prefixItems": [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 0}],
    "items": False,
    "minItems": 2,
}


def make_schema() -> dict[str, Any]:
    """The schema of both files."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:briefs:export:{SCHEMA}",
        "title": "Briefs JSON export",
        "description": "A line of analyses.jsonl is an `analysis`, library.json is a `library`. "
        "Fields are only ever added, never given another meaning.",
        "oneOf": [{"$ref": f"#/$defs/{name_of(root)}"} for root in ROOTS],
        "$defs": {"span": SPAN} | {name_of(kind): describe_record(kind) for kind in list_records()},
    }


def list_records() -> list[type]:
    """Every type of record, as the roots lead to them."""
    found: dict[type, None] = dict.fromkeys(ROOTS)
    waiting = list(ROOTS)
    while waiting:
        for column in columns_of(waiting.pop(0)):
            new = [kind for kind in list_parts(column.hint) if is_record(kind) and kind not in found]
            found |= dict.fromkeys(new)
            waiting += new
    return list(found)


def list_parts(hint: Any) -> Iterator[Any]:
    """A type and all that stand inside it."""
    yield hint
    for part in get_args(hint):
        yield from list_parts(part)


def is_record(hint: Any) -> bool:
    """Whether values of this type are records."""
    return hint is Evidence or (isinstance(hint, type) and dataclasses.is_dataclass(hint))


def name_of(kind: type) -> str:
    """What the schema calls a type: `local_entity`."""
    return HUMP.sub("_", kind.__name__).lower()


def describe_record(kind: type) -> dict[str, Any]:
    """The schema of one type of record: all its fields are there, and no others."""
    properties = {}
    for column in columns_of(kind):
        words = column.doc or WORDS.get(column.origin)
        shape = describe_type(column.hint)
        if pattern := PATTERNS.get(column.origin):
            shape |= {"pattern": pattern}
        properties[column.name] = ({"description": words} if words else {}) | shape
    return {
        "description": " ".join((inspect.getdoc(kind) or "").split()),
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def describe_type(hint: Any) -> dict[str, Any]:
    """The schema of a type."""
    if hint in SIMPLE:
        return dict(SIMPLE[hint])
    if is_record(hint):
        return {"$ref": f"#/$defs/{name_of(hint)}"}
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Literal:
        return {"enum": list(parts)}
    if origin in (Union, types.UnionType):
        return {"anyOf": [describe_type(part) for part in parts]}
    if origin is tuple:
        return {"type": "array", "items": describe_type(parts[0])}
    return {"type": "object", "additionalProperties": describe_type(parts[1])}


def read_words(*modules: types.ModuleType) -> dict[str, str]:
    """What the modules say under each field: `Document.path` to its words."""
    found: dict[str, Any] = {}
    for module in modules:
        for kind in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(kind, ast.ClassDef):
                found |= {f"{kind.name}.{name}": words for name, words in _words_under(kind)}
    return found


def _words_under(kind: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, words in zip(kind.body, kind.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(words, ast.Expr):
            yield field.target.id, " ".join(str(ast.literal_eval(words.value)).split())


WORDS = read_words(model, contract)


def find_breaks(old: Any, new: Any) -> Iterator[str]:
    """The fields that the old schema has and the new one has not, or with a type that no longer holds what it held."""
    for name, record in old["$defs"].items():
        fields = new["$defs"].get(name, {}).get("properties", {})
        for field, shape in record.get("properties", {}).items():
            if field not in fields:
                yield f"{name}.{field} is gone"
            elif not _is_kept(shape, fields[field]):
                yield f"{name}.{field} has another type"


def _is_kept(old: dict[str, Any], new: dict[str, Any]) -> bool:
    """Whether a shape is the same, words aside; to the values of a choice others may come."""
    if "enum" in old and "enum" in new:
        return set(old["enum"]) <= set(new["enum"])
    if "anyOf" in old and "anyOf" in new:
        return all(any(_is_kept(shape, other) for other in new["anyOf"]) for shape in old["anyOf"])
    if "items" in old and "items" in new:
        return _is_kept(old["items"], new["items"])
    return _bare(old) == _bare(new)


def _bare(shape: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in shape.items() if key != "description"}


def write_schema(schema: Mapping[str, Any]) -> str:
    """The schema as its file holds it."""
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def main() -> int:
    """Write the file, unless something published would break."""
    schema = make_schema()
    breaks = list(find_breaks(json.loads(FILE.read_text(encoding="utf-8")), schema))
    for fault in breaks:
        print(f"{fault}; keep it, or begin a new contract (SCHEMA)", file=sys.stderr)
    if not breaks:
        FILE.write_text(write_schema(schema), encoding="utf-8")
    return len(breaks)


if __name__ == "__main__":
    sys.exit(bool(main()))
