"""The curator's file: what is read, what is refused, and that a fault costs its own entry."""

import pytest

from generator.curation import Ref, Word, read_overrides, read_ref, read_words, write_entry

GOOD = """\
# Decisions.
- entity: Den Price
  name: Ned Price
  aliases: [Edward Price, "Price: the man"]
  links: [Q42, "https://a.example/x?y=1"]
- merge: [Ann Bell (Person), Anne Bell]
- apart: [Tom Reed (Person in one), Tom Reed (Person in two)]
- split: Tom Reed
  briefs: [two]
- hide: Read More
- keep: Bell (Person in one)
- speaker: unknown
  quotation: "We came: all of us"
- role: chair
  of: Ann Bell
  drop: true
- date: Wednesday
  sentence: He came on Wednesday.
  value: 2022-01-12
"""

FAULTS = {
    "- hide: [A, B]\n": "_overrides.yml:1: 'hide' is a list; write one entry for each",
    "- spekaer: A\n": "_overrides.yml:1: an entry that decides nothing; did you mean 'speaker'?",
    "- hide: A\n  hdie: B\n": "_overrides.yml:2: 'hdie' means nothing beside 'hide'; known: note",
    "- merge: [A]\n": "_overrides.yml:1: 'merge' with fewer than two names; write 'merge: [A, B]'",
    "- split: A\n": "_overrides.yml:1: 'split' without 'briefs'; add 'briefs: ...'",
    "- entity: A\n": "_overrides.yml:1: 'entity' changes nothing; add one of: name, type, aliases, describe, links",
    "- entity: A\n  type: Persn\n": "_overrides.yml:2: no type: 'Persn'; did you mean 'Person'?",
    "- entity: A\n  links: [ftp://b]\n": "_overrides.yml:2: no address: 'ftp://b'; write a Wikidata number (Q42) or an "
    "address from https:// on",
    "- date: Monday\n  value: 2022-02-30\n": "_overrides.yml:2: no date: '2022-02-30'; write 2022-01-07, 2022-01, 2022 "
    "or 'open'",
    "- hide: A\n  hide: B\n": "_overrides.yml:2: 'hide' twice in one entry; write a second entry",
    "- hide:\n": "_overrides.yml:1: 'hide' has no value; write 'hide: ...'",
    "hide: A\n": "_overrides.yml:1: not an entry of the list; begin each entry with '- ' at the left",
    "- A\n": "_overrides.yml:1: an entry without a key; write '- merge: [A, B]', '- hide: A' and so on",
    "- hide: &a A\n- hide: *a\n": "_overrides.yml:2: broken YAML: aliases (*name) are not allowed; put values with a "
    "colon or a quotation mark in quotes",
}


def test_every_kind_of_decision_is_read() -> None:
    """A file with an entry of each kind has no fault; a Wikidata number stands for its page."""
    found, problems = read_overrides(GOOD, "_overrides.yml")
    assert not problems
    assert [type(o).__name__ for o in found] == [
        *["Change", "Merge", "Apart", "Split", "Hide", "Keep", "SetSpeaker", "SetRole", "SetDate"]
    ]
    assert "https://www.wikidata.org/wiki/Q42" in repr(found[0])
    assert [o.line for o in found] == [2, 6, 7, 8, 10, 11, 12, 14, 17]


@pytest.mark.parametrize(("text", "line"), FAULTS.items())
def test_a_fault_names_its_line_and_cure(text: str, line: str) -> None:
    """Each fault is one line: file, line number, fault, cure."""
    _, problems = read_overrides(text, "_overrides.yml")
    assert [str(problem) for problem in problems] == [line]


def test_a_broken_entry_costs_itself() -> None:
    """YAML that breaks off in one entry leaves the entries around it as they are."""
    found, problems = read_overrides("- hide: A\n- apart: [B, C\n- hide: D\n", "_overrides.yml")
    assert [str(o.target) for o in found] == ["A", "D"]  # type: ignore[union-attr]  # both are Hide
    assert len(problems) == 1
    assert problems[0].path == "_overrides.yml:2"


@pytest.mark.parametrize(
    ("text", "ref"),
    {
        "Ned Price": Ref("Ned Price"),
        "Ned Price (Person)": Ref("Ned Price", "Person"),
        "Ned Price (Person in a-1)": Ref("Ned Price", "Person", "a-1"),
        "Ned Price (in a-1)": Ref("Ned Price", None, "a-1"),
        "Health Agency (HA)": Ref("Health Agency (HA)"),
        "Health Agency (HA) (Organization)": Ref("Health Agency (HA)", "Organization"),
    }.items(),
)
def test_references_are_read_and_written(text: str, ref: Ref) -> None:
    """What stands behind a name tells it from others; it is written as it is read."""
    assert read_ref(text) == ref
    assert str(ref) == text


@pytest.mark.parametrize(
    "words", ["no", "A: b", '"q" \\ #', "- x", "1984", "'", "{a}", "Ünal’s", "*a", "x " * 200, "日本"]
)
def test_what_is_written_is_read_back(words: str) -> None:
    """Any words survive the way into YAML and back."""
    found, problems = read_overrides(write_entry({"merge": [words, "Other"], "note": words}), "x")
    assert not problems
    assert found[0].targets[0].name == " ".join(words.split())  # type: ignore[union-attr]  # it is a Merge
    assert found[0].note == " ".join(words.split())


def test_words_are_read() -> None:
    """A name to look for has a type, perhaps aliases and a switch; a fault names its line."""
    text = (
        "- name: Iron Forum\n  type: Organization\n  aliases: [IF]\n- name: X\n  case_sensitive: maybe\n  type: Place\n"
    )
    found, problems = read_words(text, "_wordlist.yml")
    assert found == (Word(1, "Iron Forum", "Organization", ("IF",)),)
    assert [str(p) for p in problems] == ["_wordlist.yml:5: 'case_sensitive' is 'maybe'; write true or false"]
