"""FollowTheMoney itself takes every entity: schema, properties, values and links."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from followthemoney import model

from generator.model import Library
from generator.rendering.exports.followthemoney import write_entities
from tests.rendering.browse import naughty_strings
from tests.rendering.shelf import SETTINGS, Words, full_library

Record = dict[str, Any]


def read(library: Library, folder: Path) -> dict[str, Record]:
    (path,) = write_entities(library, folder, SETTINGS)
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    found = {line["id"]: line for line in lines}
    assert len(found) == len(lines)
    return found


def check(found: dict[str, Record]) -> None:
    for record in found.values():
        proxy = model.get_proxy(record)
        proxy.schema.validate(cast(Any, record))
        for name, values in record["properties"].items():
            prop = proxy.schema.properties[name]
            for value in values:
                assert prop.type.clean(value, proxy=proxy) == value, (name, value)
                if prop.range:
                    assert model[found[value]["schema"]].is_a(prop.range), (name, value)


def test_every_entity_is_valid(tmp_path: Path) -> None:
    """And each link leads to an entity that may stand there."""
    found = read(full_library(), tmp_path)
    check(found)
    said = [one["properties"] for one in found.values() if one["properties"].get("role") == ["quotation"]]
    assert said[0]["summary"] == ["the bridge is safe"]
    assert said[0]["description"] == ["bridge-one.txt, characters 149-167"]
    assert found["event-opening"]["properties"]["involved"] == ["name-the-person", "name-the-organization"]
    assert found["event-opening"]["properties"]["keywords"] == ["meeting", "asserted", "reported"]


def test_what_is_only_possible_is_no_event(tmp_path: Path) -> None:
    """The form could not say so."""
    library = full_library()
    events = tuple(replace(event, standing="possible") for event in library.events)
    found = read(replace(library, events=events), tmp_path)
    assert not [id_ for id_ in found if id_.startswith("event-")]


@pytest.mark.parametrize("words", ["\x00\x0b<b>&", " \u2028 ", "\ud800", *naughty_strings()[::40]])
def test_no_words_make_it_invalid(words: str, tmp_path: Path) -> None:
    """A name of nothing but spaces has no words."""
    check(read(full_library(Words(title=words, publisher=words, claim=words, role=words)), tmp_path))
