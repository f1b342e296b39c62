"""The schemas that give editors completion accept what the program accepts, and nothing else."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from generator.curation import read_overrides, read_words
from tests.curation.test_overrides import FAULTS, GOOD

DATA = Path(__file__).parents[2] / "generator" / "data"
MORE = [
    GOOD,
    "",
    "# nothing\n",
    "- keep: Bell\n  note: she wrote to us\n",
    "- split: A\n  briefs: b-1\n  name: B\n",
    "- role: chair\n  of: A\n  instead: chairwoman\n",
    "- date: Monday\n  value: open\n",
    "- date: Monday\n  value: 2022-01-07/2022-01-09\n",
    "- entity: A\n  links: https://a.example:80/b?c#d\n",
    "- role: chair\n  of: A\n",
    "- role: chair\n  of: A\n  drop: true\n  instead: B\n",
    "- role: chair\n  of: A\n  drop: false\n",
    "- split: A\n  briefs: [B C]\n",
    "- entity: A\n  links: [Q0, https://a@b.example]\n",
    "- entity: A\n  aliases: []\n",
    "- speaker: A\n",
    "- speaker: A\n  quotation: b\n  brief: B b\n",
    "- merge: A\n",
    "- merge: [A, A]\n",
    "- date: Monday\n  value: Monday\n",
    "- note: A\n",
    "- hide: A\n  merge: [B, C]\n",
    "- []\n",
]
SAME_LINE = ("twice in one entry", "broken YAML", "no date: '2022-02-30'")
"""Faults that no schema sees: of YAML itself, and days that the calendar lacks."""
WORDS = [
    "- name: A\n  type: Person\n  aliases: [B, C]\n  case_sensitive: false\n",
    "- name: A\n  type: Person\n  aliases: B\n",
    "- name: A\n",
    "- type: Place\n",
    "- name: A\n  type: Thing\n",
    "- name: A\n  type: Place\n  case_sensitive: maybe\n",
    "- name: A\n  type: Place\n  colour: red\n",
    "- name: [A, B]\n  type: Place\n",
]


def accepts(schema: str, text: str) -> bool:
    """Whether a file fits a schema; plain words stay words, as in the program."""
    rules = json.loads((DATA / schema).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(rules)
    return jsonschema.Draft202012Validator(rules).is_valid(yaml.load(text, yaml.BaseLoader))


@pytest.mark.parametrize("text", [*MORE, *(t for t, line in FAULTS.items() if not any(s in line for s in SAME_LINE))])
def test_the_schema_of_decisions_is_that_of_the_program(text: str) -> None:
    """Each file is accepted by both or refused by both."""
    assert accepts("overrides.schema.json", text) == (not read_overrides(text, "x")[1])


@pytest.mark.parametrize("text", WORDS)
def test_the_schema_of_names_is_that_of_the_program(text: str) -> None:
    """Each file is accepted by both or refused by both."""
    assert accepts("wordlist.schema.json", text) == (not read_words(text, "x")[1])
