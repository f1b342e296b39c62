"""Names by rules: capitalized runs, titles, acronym definitions and word lists decide; what is unsure is left out.

Two passes: first what each block shows by itself, then short forms and headlines by what the first pass is sure of.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.language.acronyms import find_definitions
from generator.language.kinds import Found, Run, head_type, read_run
from generator.language.lexicon import is_common, is_given, is_surname, is_title, known_type
from generator.language.runs import find_runs
from generator.language.titles import LINKERS, find_titled_name
from generator.language.tokens import Token, span_of, split_tokens
from generator.model import EntityType, Span

CASELESS = frozenset({"zh", "ja", "ko", "ar", "fa", "ur", "he", "hi", "mr", "th"})
"""Languages whose script has no capitals: no names are looked for."""
CAPITALIZING = frozenset({"de"})
"""Languages that capitalize every noun: their blocks are read as strictly as headlines."""


class Name(NamedTuple):
    """A name in a text: its exact words without titles, leading "the" and possessive 's."""

    span: Span
    type: EntityType


class Reading(NamedTuple):
    """One block as words, with the names found in it and the runs left open."""

    tokens: Sequence[Token]
    found: Sequence[Found]
    open: Sequence[Run]


def find_names(text: str, spans: Sequence[Span], language: str) -> tuple[Name, ...]:
    """The names of people, organizations, places and events in the given blocks, in order, not overlapping."""
    primary = language.partition("-")[0].lower()
    if primary in CASELESS:
        return ()
    readings = [read_block(text, span, strict=primary in CAPITALIZING) for span in spans]
    known = gather(readings)
    names: list[Name] = []
    for reading in readings:
        found = [*reading.found, *(f for run in reading.open for f in settle(reading.tokens, run, known))]
        names += [Name(span_of(reading.tokens[f.start : f.end]), f.type) for f in sorted(found)]
    return tuple(sorted(part for name in names for part in split_hyphens(text, name)))


def read_block(text: str, span: Span, *, strict: bool = False) -> Reading:
    """The words of one block and what they show by themselves; a headline shows only what the lists know."""
    tokens = split_tokens(text, span.start, span.end)
    if strict or is_headline(tokens):
        return Reading(tokens, *read_headline(tokens))
    masked = [False] * len(tokens)
    found: list[Found] = []
    for definition in find_definitions(text, tokens):
        add_definition(tokens, masked, found, *definition)
    add_titled(tokens, masked, found)
    results = [result for start, end in find_runs(tokens, masked) for result in read_run(tokens, start, end)]
    found += [result for result in results if isinstance(result, Found)]
    return Reading(tokens, found, [result for result in results if isinstance(result, Run)])


def add_definition(
    tokens: Sequence[Token], masked: list[bool], found: list[Found], start: int, end: int, acronym: int
) -> None:
    """Note a long form that an acronym is defined for, and the acronym with the same type."""
    if any(masked[start : max(end, acronym + 1)]):
        return
    words = [token.text for token in tokens[start:end]]
    kind = known_type(" ".join(words)) or (head_type(words) if len(words) > 1 else None) or "Organization"
    found.append(Found(start, end, kind))
    if acronym >= end:
        found.append(Found(acronym, acronym + 1, kind))
    masked[start : max(end, acronym + 1)] = [True] * (max(end, acronym + 1) - start)


def add_titled(tokens: Sequence[Token], masked: list[bool], found: list[Found]) -> None:
    """Note the people that a title announces; places inside "Secretary for Russia, Ukraine and ..." are no mentions."""
    for head, token in enumerate(tokens):
        if not is_title(token.text):
            continue
        span = find_titled_name(tokens, head)
        if span is None or any(masked[span[0] : span[1]]):
            continue
        found.append(Found(*span, "Person"))
        masked[head] = True
        masked[span[0] : span[1]] = [True] * (span[1] - span[0])
        words = [token.text for token in tokens[head : span[0]]]
        if "for" in words:
            first = head + words.index("for")
            masked[first : span[0]] = [True] * (span[0] - first)


def is_headline(tokens: Sequence[Token]) -> bool:
    """Whether a block is set in headline case or in capitals, so that capitals say little."""
    long = [token.text for token in tokens if len(token.text) > 3 and token.text not in LINKERS]
    if len(long) < 4 or len(tokens) > 40:
        return sum(word.isupper() for word in long) * 2 > len(long) > 2
    return sum(word[0].isupper() for word in long) >= 0.75 * len(long) and any(is_common(word) for word in long)


def read_headline(tokens: Sequence[Token]) -> tuple[list[Found], list[Run]]:
    """What the lists alone show in a headline; the other capitalized words are left open."""
    found: list[Found] = []
    rest: list[Run] = []
    for start, end in find_runs(tokens, [False] * len(tokens)):
        found += (known := read_listed(tokens, start, end))
        taken = {index for item in known for index in range(item.start, item.end)}
        rest += [Run(at, at + 1) for at in range(start, end) if at not in taken]
    return found, join_runs(tokens, rest)


def join_runs(tokens: Sequence[Token], runs: Sequence[Run]) -> list[Run]:
    """Neighbouring runs as one."""
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1].end == run.start and tokens[run.start].is_joined:
            joined[-1] = Run(joined[-1].start, run.end)
        else:
            joined.append(run)
    return joined


def read_listed(tokens: Sequence[Token], start: int, end: int) -> list[Found]:
    """The listed phrases inside a run, longest first, from the left; and given name with surname."""
    found: list[Found] = []
    at = start
    while at < end:
        for stop in range(min(end, at + 6), at, -1):
            words = [token.text for token in tokens[at:stop]]
            kind = known_type(" ".join(words))
            pair = len(words) == 2 and is_given(words[0]) and is_surname(words[1]) and not is_common(words[0])
            if kind or pair:
                found.append(Found(at, stop, kind or "Person"))
                at = stop - 1
                break
        at += 1
    return found


def gather(readings: Iterable[Reading]) -> dict[str, EntityType]:
    """Every name that the text itself is sure of, with surnames standing for people; the first type wins."""
    known: dict[str, EntityType] = {}
    for reading in readings:
        for found in sorted(reading.found):
            words = [token.text for token in reading.tokens[found.start : found.end]]
            known.setdefault(" ".join(words), found.type)
            if found.type == "Person" and len(words) > 1 and not is_common(words[-1]):
                known.setdefault(words[-1], "Person")
            elif found.type == "Person" and len(words) > 1:
                known.setdefault(words[-1] + " ", "Person")
    return known


def settle(tokens: Sequence[Token], run: Run, known: dict[str, EntityType]) -> list[Found]:
    """The names in an open run that the rest of the text knows: longest first, from the left."""
    found: list[Found] = []
    at = run.start
    while at < run.end:
        for stop in range(run.end, at, -1):
            phrase = " ".join(token.text for token in tokens[at:stop])
            kind = known.get(phrase)
            if kind is None and stop - at == 1 and not tokens[at].is_first:
                # A surname that is also a common word counts inside a sentence only.
                kind = known.get(phrase + " ")
            if kind:
                found.append(Found(at, stop, kind))
                at = stop - 1
                break
        at += 1
    return found


def split_hyphens(text: str, name: Name) -> list[Name]:
    """A name, or the listed names that a hyphen joins in it: "Russia-Ukraine"."""
    return [name]
