"""The sections of `polarity.txt` as rules: each on the sentences that stand beside its words."""

from collections.abc import Iterator

from generator.language.en.polarity.happenings import find_happening_standing
from generator.language.en.polarity.scope import find_standing
from generator.language.trees import Trees, read_trees
from generator.model import Span
from generator.text.rules import Chain, Rule, rules_of_list
from generator.text.wordlists import load_set

HELD = ("being held", "beginning")
"""Sections that tell of a happening, by its noun."""


def try_section(rule: Rule[str], text: str) -> Iterator[Span]:
    """The verbs, or happenings, that a sentence tells as the section does: "not: denied"."""
    section, _, standing = rule.find.partition(": ")
    wanted = "denied" if section in (*HELD, "truth") else standing or "asserted"
    trees = read_trees(text, [Span(0, len(text))])
    for at, token in enumerate(trees.tokens):
        if is_tried(trees, at, section):
            find = find_happening_standing if section in HELD else find_standing
            if find(trees, at) == wanted:
                yield token.span


def is_tried(trees: Trees, at: int, section: str) -> bool:
    """Whether a section speaks of words such as this one: a verb, or a noun for a happening."""
    return trees.lower(at) in load_set("event_nouns.txt") if section in HELD else trees.tokens[at].pos == "VERB"


WORDS = Chain("polarity", rules_of_list("polarity.txt"), try_section)
