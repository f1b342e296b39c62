"""The one form of a rule: a name, what it finds, sentences that it must and must not find, and a reason.

Rules that are asked one after the other stand in one `Chain`, in their order. A chain says how a rule of it is tried on
a sentence, and one test (`tests/test_rules.py`) tries every rule of every chain on its sentences. What a rule found
carries its name, which `briefs show --why` and the JSON export tell.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.model import Span
from generator.text.wordlists import load_examples

Find = TypeVar("Find")
BAR = "|"
"""Stands before and behind what is meant in a sentence."""


@dataclass(frozen=True)
class Rule(Generic[Find]):
    """One rule. `find` is a function, a compiled pattern or the name of a word list: whatever its chain asks.

    A sentence of `yes` has between bars each thing that the rule finds in it; without bars, the rule finds something.
    In a sentence of `no` it finds nothing; with bars, nothing that overlaps what stands between them.
    """

    name: str
    find: Find
    yes: tuple[str, ...]
    no: tuple[str, ...]
    reason: str = ""
    """Why the rule is here, or where its numbers come from, where that is not plain."""


@dataclass(frozen=True)
class Chain(Generic[Find]):
    """Rules that answer one question, in the order in which they are asked."""

    name: str
    rules: tuple[Rule[Find], ...]
    try_rule: Callable[[Rule[Find], str], Iterable[Span]]
    """What a rule finds in a text of its own: a sentence or some lines, already without bars."""

    def __iter__(self) -> Iterator[Rule[Find]]:
        return iter(self.rules)

    def __getitem__(self, name: str) -> Rule[Find]:
        """The rule of this name. Raises KeyError where there is none."""
        for rule in self.rules:
            if rule.name == name:
                return rule
        raise KeyError(name)


def rules_of_list(name: str) -> tuple[Rule[str], ...]:
    """The sections of a word list that show sentences, each as a rule that finds by its heading."""
    return tuple(
        Rule(heading or name.removesuffix(".txt"), heading, yes, no) for heading, yes, no in load_examples(name)
    )


def read_marked(sentence: str) -> tuple[str, tuple[Span, ...]]:
    """A sentence without its bars, and what stood between each two of them. Raises ValueError for a bar too many."""
    parts = sentence.split(BAR)
    if len(parts) % 2 == 0:
        raise ValueError(f"a bar without its partner: {sentence}")
    text, marked = "", []
    for at, part in enumerate(parts):
        if at % 2:
            marked.append(Span(len(text), len(text) + len(part)))
        text += part
    return text, tuple(marked)


def explain_failure(chain: Chain[Find], rule: Rule[Find], sentence: str, *, is_yes: bool) -> str | None:
    """What is wrong with what a rule finds in one of its sentences; None where it is right."""
    text, marked = read_marked(sentence)
    found = sorted(set(chain.try_rule(rule, text)))
    if is_yes:
        right = found == sorted(marked) if marked else bool(found)
    else:
        right = not [span for span in found if not marked or any(span.overlaps(mark) for mark in marked)]
    told = ", ".join(repr(span.of(text)) for span in found) or "nothing"
    return None if right else f"{chain.name}, rule '{rule.name}' finds {told} in: {sentence}"
