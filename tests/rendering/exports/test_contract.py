"""The JSON export keeps its contract."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from generator.linking import link
from generator.model import Analysis, Library, Problem, Span
from generator.rendering.exports.contract import columns_of, record_of, write_json
from tests.linking.analyses import Names, make_analysis
from tests.test_checking import analysis_of
from tools.export_schema import find_breaks, is_record, list_parts, make_schema, write_schema

KEPT = (Path(__file__).parents[3] / "generator/data/export.schema.json").read_text(encoding="utf-8")
SCHEMA = json.loads(KEPT)
DESCRIPTION = (Path(__file__).parents[3] / "EXPORT.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `.{1,4000}$", re.MULTILINE)
"""A row of a table, the names of fields in its first cell."""
CODE = re.compile(r"`([a-z_0-9]{1,40})`")


def library_of() -> Library:
    """Three briefs with something of everything."""
    names: Names = [("Person", "Mira Vale"), ("Place", "Ostrava")]
    text = "On Tuesday Mira Vale came to Ostrava."
    told = {
        "dates": [("Tuesday", "2020-02-04")],
        "events": [(0, 0, ("Mira Vale",), "Ostrava"), (0, None, (), None)],
    }
    problem = Problem("b.txt", "no title", "add one", "note", Span(0, 2))
    second = replace(make_analysis("b", text, names, published="2020-02-05", **told), problems=(problem,))  # type: ignore[arg-type]
    third = make_analysis("c", text, names, published="2020-02-06")
    return link([analysis_of(), second, third], [Problem("z.bin", "no reader")])


def read_export(out: Path) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Both files of an export."""
    lines = (out / "analyses.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines], json.loads((out / "library.json").read_text(encoding="utf-8"))


def validator(name: str) -> jsonschema.Draft202012Validator:
    """The part of the schema for one kind of file."""
    return jsonschema.Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]})


def list_objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema of an object inside a schema."""
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for part in schema.values():
            yield from list_objects(part)
    if isinstance(schema, list):
        for part in schema:
            yield from list_objects(part)


def test_export_fits_the_schema(tmp_path: Path) -> None:
    """Every record of an export is as the schema says."""
    assert write_json(library_of(), tmp_path) == (tmp_path / "analyses.jsonl", tmp_path / "library.json")
    analyses, library = read_export(tmp_path)
    assert [record["path"] for record in analyses] == ["a.txt", "b.txt", "c.txt"]
    for record in analyses:
        validator("analysis").validate(record)
        jsonschema.Draft202012Validator(SCHEMA).validate(record)
    validator("library").validate(library)


def test_schema_is_that_of_the_model() -> None:
    """The kept schema is what the model gives, and nothing that was published is gone; `make schema` writes it."""
    assert list(find_breaks(SCHEMA, make_schema())) == []
    assert write_schema(make_schema()) == KEPT, "the model has changed; run `make schema` and read the difference"


def test_a_field_that_goes_or_changes_is_a_break() -> None:
    """A new field and a new value of a choice are none."""
    new = make_schema()
    mention = new["$defs"]["mention"]["properties"]
    mention["more"] = {"type": "string"}
    new["$defs"]["block"]["properties"]["kind"]["enum"].append("table")
    assert list(find_breaks(SCHEMA, new)) == []
    del mention["type"]
    mention["entity"] = {"type": "integer"}
    new["$defs"]["block"]["properties"]["kind"]["enum"].remove("title")
    new["$defs"]["claim"]["properties"]["cue"] = {"$ref": "#/$defs/span"}
    del new["$defs"]["edit"]
    assert set(find_breaks(SCHEMA, new)) == {
        "mention.type is gone",
        "mention.entity has another type",
        "block.kind has another type",
        "claim.cue has another type",
        "edit.what is gone",
        "edit.note is gone",
    }


def test_schema_is_valid_and_closed() -> None:
    """The schema is one, every record in it forbids unknown keys, asks for all it names and is described."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    records = [schema for schema in list_objects(SCHEMA["$defs"]) if "properties" in schema]
    assert len(records) > 20
    for schema in records:
        assert schema["additionalProperties"] is False
        assert schema["description"]
        assert schema["required"] == list(schema["properties"])


@pytest.mark.parametrize(("root", "file"), [(Analysis, "analyses.jsonl"), (Library, "library.json")])
def test_description_and_model_have_the_same_fields(root: type, file: str) -> None:
    """EXPORT.md has one row for each field of a record, and names there or below the table what it holds."""
    section = DESCRIPTION.partition(f"\n## {file}\n")[2].partition("\n## ")[0]
    rows = {field: row for row in ROW.findall(section) for field in CODE.findall(row.split(" | ")[0])}
    assert sorted(rows) == sorted(column.name for column in columns_of(root))
    below = set(CODE.findall(ROW.sub("", section)))
    for column in columns_of(root):
        inner = {field.name for kind in list_parts(column.hint) if is_record(kind) for field in columns_of(kind)}
        assert inner <= {*CODE.findall(rows[column.name]), *below}, column.name


@pytest.mark.parametrize("name", ["analysis", "library"])
def test_unknown_key_is_refused(name: str) -> None:
    """A field that the contract does not know fails the test until the contract knows it."""
    library = library_of()
    record = record_of(library if name == "library" else library.briefs[0].analysis)
    record = json.loads(json.dumps(record)) | {"surprise": 1}
    with pytest.raises(jsonschema.ValidationError):
        validator(name).validate(record)


def test_same_bytes(tmp_path: Path) -> None:
    """The same library gives the same bytes, whatever was there before."""
    for folder in ("one", "two", "two"):
        write_json(library_of(), tmp_path / folder)
    for file in ("analyses.jsonl", "library.json"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def test_offsets_survive_odd_characters(tmp_path: Path) -> None:
    """Half characters and line ends other than LF keep a record on one line and every offset in place."""
    text = "Ąb \ud800\u2028\u0085 𝒞. Mira Vale came."
    analysis = make_analysis("a", text, [("Person", "Mira Vale")])
    write_json(link([analysis]), tmp_path)
    (record,), _ = read_export(tmp_path)
    start, end = record["mentions"][0]["span"]
    assert record["text"][start:end] == "Mira Vale"
    assert len(record["text"]) == len(text)
    assert "Ąb \ufffd" in (tmp_path / "analyses.jsonl").read_text(encoding="utf-8")


def test_what_is_not_stated_is_null() -> None:
    """What the source does not say is null, or an empty list for authors; nothing is left out."""
    record = record_of(make_analysis("a", "Grain fell."))
    assert record["metadata"]["title"] == {"value": None, "status": "missing", "span": None, "rule": ""}
    assert record["metadata"]["authors"] == {"value": (), "status": "missing", "span": None, "rule": ""}


def test_empty_library(tmp_path: Path) -> None:
    """A collection without sources is an empty file and an empty library."""
    write_json(link([]), tmp_path)
    analyses, library = read_export(tmp_path)
    assert (analyses, library["briefs"]) == ([], [])
    validator("library").validate(library)
