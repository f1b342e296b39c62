"""The steps by which names are read: what a step is given, how steps are made, run and tried on a sentence.

In the sentences of a rule stands what was read before it: `<P Ann Roe>` a person, `<O ...>` an organization, `<L ...>`
a place, `<E ...>` an event; each line is a block. Between the bars stands what the rule adds or changes, or, where it
only leaves out, what it leaves out.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import is_

from generator.language.name import Name, lay_over
from generator.model import EntityType, Span
from generator.text.rules import Rule
from generator.text.spans import Spans

MARKED = re.compile(r"<(?P<kind>[POLE]) (?P<words>[^>]+)>")
"""A name in a sentence of a rule, with the letter of its type."""
TYPES: dict[str, EntityType] = {"P": "Person", "O": "Organization", "L": "Place", "E": "Event"}
LINE = re.compile(r"[^\n]+")
"""A block of a sentence of a rule."""


@dataclass(frozen=True)
class Prose:
    """A text and those of its blocks in which names are looked for."""

    text: str
    spans: tuple[Span, ...]
    language: str = "en"
    """A BCP 47 code."""

    @cached_property
    def blocks(self) -> Spans[Span]:
        """The blocks, to ask which of them holds a name."""
        return Spans(self.spans)

    def block_of(self, name: Name) -> Span:
        """The block in which a name stands."""
        return self.blocks.starting_by(name.span.start) or self.spans[0]


Step = Callable[[Prose, Sequence[Name]], Sequence[Name]]
"""From the names read so far, in order and not overlapping, to those that are read with it."""


def drop(is_none: Callable[[str, Name], bool]) -> Step:
    """A step that leaves out what names nothing, by its words and those around it."""
    return lambda prose, names: [name for name in names if not is_none(prose.text, name)]


def drop_in_block(is_none: Callable[[str, Name, Span], bool]) -> Step:
    """A step that leaves out what names nothing, by how it stands in its block."""
    return lambda prose, names: [name for name in names if not is_none(prose.text, name, prose.block_of(name))]


def change(mend: Callable[[str, Name], Name | None]) -> Step:
    """A step that gives each name its right edges or type, or leaves it out (None); a name that one before it now
    covers goes.
    """
    return lambda prose, names: part_overlapping(name for old in names if (name := mend(prose.text, old)))


def lay(find: Callable[[str, Spans[Name]], Iterable[Name]]) -> Step:
    """A step whose names replace all that they overlap."""
    return lambda prose, names: lay_over(names, find(prose.text, Spans(names)))


def lay_in_blocks(find: Callable[[str, Span, Spans[Name]], Iterable[Name]]) -> Step:
    """The same, where each block is looked through by itself."""

    def step(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
        read = Spans(names)
        return lay_over(names, (name for span in prose.spans for name in find(prose.text, span, read)))

    return step


def part_overlapping(names: Iterable[Name]) -> list[Name]:
    """The names in order, without those that begin inside the one before them."""
    kept: list[Name] = []
    for name in names:
        if not kept or name.span.start >= kept[-1].span.end:
            kept.append(name)
    return kept


def follow(rules: Iterable[Rule[Step]], prose: Prose, names: Sequence[Name] = ()) -> tuple[Name, ...]:
    """The names after all rules in their order; each carries the name of the rule that found or last changed it."""
    for rule in rules:
        names = follow_rule(rule, prose, names)
    return tuple(names)


def follow_rule(rule: Rule[Step], prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names after one rule."""
    found = rule.find(prose, names)
    if len(found) == len(names) and all(map(is_, found, names)):
        return names
    before = {name[:2]: name for name in names}
    if not names:  # what is found where nothing was read may tell its rule itself
        return [name if name.rule else name._replace(rule=rule.name) for name in found]
    return [before.get(name[:2]) or name._replace(rule=rule.name) for name in found]


def show_changes(rule: Rule[Step], sentence: str) -> list[Span]:
    """What a rule adds to the names of a sentence or changes in them; else what it leaves out."""
    text, names, places = read_sentence(sentence)
    prose = Prose(text, tuple(Span(*line.span()) for line in LINE.finditer(text)))
    before, after = {name[:2] for name in names}, {name[:2] for name in rule.find(prose, names)}
    return [Span(places[span.start], places[span.end - 1] + 1) for span, _ in after - before or before - after]


def read_sentence(sentence: str) -> tuple[str, tuple[Name, ...], list[int]]:
    """The text of a rule's sentence, the names marked in it, and for each character its place in the sentence."""
    text, marked, places = strip_marks(sentence, MARKED)
    return text, tuple(Name(span, TYPES[match["kind"]]) for match, span in marked), places


def strip_marks(sentence: str, marks: re.Pattern[str]) -> tuple[str, list[tuple[re.Match[str], Span]], list[int]]:
    """A sentence of which each match of a pattern keeps its `words` only: its text, the matches with where their words
    stand in it, and for each character its place in the sentence.
    """
    marked: list[tuple[re.Match[str], Span]] = []
    places: list[int] = []
    end = 0
    for match in marks.finditer(sentence):
        places += range(end, match.start())
        marked.append((match, Span(len(places), len(places) + len(match["words"]))))
        places += range(*match.span("words"))
        end = match.end()
    places += range(end, len(sentence))
    return "".join(sentence[place] for place in places), marked, places
