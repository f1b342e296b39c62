"""The word lists about who says what and when; one entry a line, `#` before a comment. Read once, on first use."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).resolve().parent.parent / "data"


@cache
def load_list(name: str) -> tuple[str, ...]:
    """The entries of `generator/data/NAME.txt`, in order, without comments and blank lines."""
    lines = (line.strip() for line in (DATA / f"{name}.txt").read_text(encoding="utf-8").split("\n"))
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def load_set(name: str) -> frozenset[str]:
    """The entries of `generator/data/NAME.txt` as a set."""
    return frozenset(load_list(name))


@cache
def load_groups(name: str) -> dict[str, frozenset[str]]:
    """The entries of `generator/data/NAME.txt` of the form `group: word word ...`."""
    pairs = (line.partition(":") for line in load_list(name))
    return {group: frozenset(words.split()) for group, _, words in pairs}


class ReportingVerb(NamedTuple):
    """What is known of one form of a reporting verb."""

    kind: str
    """`say`, `tell`, `report`, `demand`, `deny` or `write`."""
    is_noun: bool
    """Whether this form is a noun as well: "the claims"."""


@cache
def load_verbs() -> dict[str, ReportingVerb]:
    """Each form of each reporting verb; the words of a form are joined by `_`."""
    verbs = {}
    for line in load_list("reporting_verbs"):
        kind, *forms = line.split()
        starred = forms[0].endswith("*")
        for form in forms:
            plain = form.rstrip("*")
            verbs[plain] = ReportingVerb(kind, starred and not plain.endswith(("ed", "ing")))
    return verbs


@cache
def reporting_forms() -> frozenset[str]:
    """The forms of reporting verbs that are no nouns as well."""
    return frozenset(form for form, verb in load_verbs().items() if not verb.is_noun)
