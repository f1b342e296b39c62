"""Reporting verbs and the closed classes of words around them, from `lists/speech`. Read once, on first use."""

from functools import cache
from typing import NamedTuple, get_args

from generator.model import Act
from generator.text.wordlists import load_sections, load_words

ACTS: tuple[Act, ...] = get_args(Act)


@cache
def _groups() -> dict[str, frozenset[str]]:
    """The closed classes of `reporting_grammar.txt`, each a section."""
    return {name: frozenset(words) for name, words in load_sections("reporting_grammar.txt")}


def group(name: str) -> frozenset[str]:
    """The words of one closed class."""
    return _groups()[name]


class ReportingVerb(NamedTuple):
    """What is known of one form of a reporting verb."""

    kind: str
    """`say`, `tell`, `report`, `demand`, `deny` or `write`."""
    is_noun: bool
    """Whether this form is a noun as well: "the claims"."""
    is_base: bool
    """Whether it is the form that follows "they" and "will"."""


@cache
def load_verbs() -> dict[str, ReportingVerb]:
    """Each form of each reporting verb; the words of a form are joined by `_`."""
    verbs = {}
    for line in load_words("reporting_verbs.txt"):
        kind, *forms = line.split()
        starred = forms[0].endswith("*")
        for form in forms:
            plain = form.rstrip("*")
            is_base = form == forms[0]
            verbs[plain] = ReportingVerb(kind, starred and not plain.endswith(("ed", "ing")), is_base)
    return verbs


@cache
def reporting_forms() -> frozenset[str]:
    """The forms of reporting verbs that are no nouns as well."""
    return frozenset(form for form, verb in load_verbs().items() if not verb.is_noun)


@cache
def first_words() -> frozenset[str]:
    """The words with which a reporting verb, "according to" or "as per" may begin."""
    return frozenset(form.partition("_")[0] for form in load_verbs()) | {"according", "as", "in"}


@cache
def load_acts() -> dict[str, Act]:
    """For each form of each reporting verb, words joined by `_`, what is done by it: its class in `speech_acts.txt`."""
    classes = dict(load_sections("speech_acts.txt"))
    acts: dict[str, Act] = {verb: act for act in ACTS for verb in classes.get(act, ())}
    lines = (line.replace("*", "").split() for line in load_words("reporting_verbs.txt"))
    return {form: acts.get(base, "states") for _, base, *forms in lines for form in (base, *forms)}


def act_of(cue: str) -> Act | None:
    """What is done by the words of a cue; None where the verb is not known."""
    words = "_".join(cue.lower().split())
    return "states" if words in ("according_to", "as_per", "in_the_words_of") else load_acts().get(words)
