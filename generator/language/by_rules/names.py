"""Names by rules: capitalized runs, titles, acronym definitions and word lists decide; what is unsure is left out.

Two passes: first what each block shows by itself, then short forms and headlines by what the first pass is sure of.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.language.by_rules.kinds import Found, Run, head_type, read_run
from generator.language.by_rules.lexicon import (
    Token,
    cues,
    find_definitions,
    is_common,
    is_given,
    is_taken,
    is_title,
    known_type,
    span_of,
    split_tokens,
)
from generator.language.by_rules.runs import find_runs
from generator.language.by_rules.titles import LINKERS, find_titled_name
from generator.language.name import Name
from generator.language.sentences import split_block
from generator.model import EntityType, Span

PART = re.compile(r"[^-\u2010\u2011]+")
"""What stands between hyphens."""
LONG_BLOCK = 50_000
"""Characters from which a block is read sentence by sentence."""
CASELESS = frozenset({"zh", "ja", "ko", "ar", "fa", "ur", "he", "hi", "mr", "th"})
"""Languages whose script has no capitals: no names are looked for."""
CAPITALIZING = frozenset({"de"})
"""Languages that capitalize every noun: their blocks are read as strictly as headlines."""


DEFINED, TITLED, IN_HEADLINE = "acronym definition", "title before the name", "listed in a headline"
KNOWN, PARTED = "known from the text", "listed on both sides of a hyphen"
"""Rules of names that do not have their type by `KINDS`."""


class Reading(NamedTuple):
    """What one block shows by itself."""

    names: Sequence[Name]
    words: Sequence[Sequence[str]]
    """The words of each name."""
    open: Sequence[Sequence[Token]]
    """The words of each run left open."""


def find_names(text: str, spans: Sequence[Span], language: str) -> tuple[Name, ...]:
    """The names of people, organizations, places and events in the given blocks, in order, not overlapping."""
    primary = language.partition("-")[0].lower()
    if primary in CASELESS:
        return ()
    strict = primary in CAPITALIZING
    readings = [read_block(text, part, strict=strict) for span in spans for part in portions(text, span)]
    known = gather(readings)
    surnames = {
        words[-1]
        for reading in readings
        for name, words in zip(reading.names, reading.words, strict=True)
        if name.type == "Person" and len(words) > 1 and not words[-1].isupper()
    }
    names: list[Name] = []
    for reading in readings:
        names += [
            name._replace(type=settled_type(name.type, words, known, surnames))
            for name, words in zip(reading.names, reading.words, strict=True)
        ]
        for run in reading.open:
            names += settle(run, known) or split_hyphens(text, run)
    return tuple(sorted(names))


def settled_type(
    kind: EntityType, words: Sequence[str], known: Mapping[str, EntityType], surnames: set[str]
) -> EntityType:
    """The type of a name in the light of the whole text: "Bell" is Ann Bell where she is named in full."""
    if known.get(" ".join(words)) == "Event":
        return "Event"
    return "Person" if kind == "Organization" and len(words) == 1 and words[0] in surnames else kind


def portions(text: str, span: Span) -> list[Span]:
    """A block, or the sentences of a very long one, so that the words of a whole book are never held at once."""
    return [span] if span.end - span.start <= LONG_BLOCK else split_block(text, span)


def read_block(text: str, span: Span, *, strict: bool = False) -> Reading:
    """What one block shows by itself; a headline shows only what the lists know."""
    tokens = split_tokens(text, span.start, span.end)
    headline = strict or is_headline(tokens, ends_plainly=text.endswith(".", span.start, span.end))
    found, runs = read_headline(tokens) if headline else read_running(text, tokens)
    return Reading(
        [Name(span_of(tokens[f.start : f.end]), f.type, f.rule) for f in found],
        [[token.text for token in tokens[f.start : f.end]] for f in found],
        [tokens[run.start : run.end] for run in runs],
    )


def read_running(text: str, tokens: Sequence[Token]) -> tuple[list[Found], list[Run]]:
    """The names in running text: defined acronyms first, then titled people, then the other runs of capitals."""
    masked = [False] * len(tokens)
    found: list[Found] = []
    for definition in find_definitions(text, tokens):
        add_definition(tokens, masked, found, *definition)
    add_titled(tokens, masked, found)
    results = [result for start, end in find_runs(tokens, masked) for result in read_run(tokens, start, end)]
    found += [result for result in results if isinstance(result, Found)]
    return found, [result for result in results if isinstance(result, Run)]


def add_definition(
    tokens: Sequence[Token], masked: list[bool], found: list[Found], start: int, end: int, acronym: int
) -> None:
    """Note a long form that an acronym is defined for, and the acronym with the same type."""
    if any(masked[start : max(end, acronym + 1)]):
        return
    words = [token.text for token in tokens[start:end]]
    kind = known_type(" ".join(words)) or (head_type(words) if len(words) > 1 else None) or "Organization"
    found.append(Found(start, end, kind, DEFINED))
    if acronym >= end:
        found.append(Found(acronym, acronym + 1, kind, DEFINED))
    masked[start : max(end, acronym + 1)] = [True] * (max(end, acronym + 1) - start)


def add_titled(tokens: Sequence[Token], masked: list[bool], found: list[Found]) -> None:
    """Note the people that a title announces; places inside "Secretary for Russia, Ukraine and ..." are no mentions."""
    for head, token in enumerate(tokens):
        if not is_title(token.text):
            continue
        span = find_titled_name(tokens, head)
        if span is None or any(masked[span[0] : span[1]]):
            continue
        found.append(Found(*span, "Person", TITLED))
        masked[head] = True
        masked[span[0] : span[1]] = [True] * (span[1] - span[0])
        words = [token.text for token in tokens[head : span[0]]]
        if "for" in words:
            first = head + words.index("for")
            masked[first : span[0]] = [True] * (span[0] - first)


def is_headline(tokens: Sequence[Token], *, ends_plainly: bool) -> bool:
    """Whether a block is set in capitals or, without a full stop at its end, in headline case: common words show it."""
    if len(tokens) > 40:
        return False
    upper = [token.text for token in tokens if len(token.text) > 3]
    if len(upper) > 2 and sum(word.isupper() for word in upper) * 2 > len(upper):
        return True
    if ends_plainly:
        return False
    plain = [t.text for t in tokens[1:] if len(t.text) > 3 and is_common(t.text) and t.text not in LINKERS]
    plain = [word for word in plain if not (is_given(word) or is_title(word))]
    return len(plain) > 2 and sum(word[0].isupper() for word in plain) >= 0.75 * len(plain)


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
            pair = len(words) == 2 and is_given(words[0]) and not (is_common(words[0]) or is_common(words[1]))
            pair = pair and not is_taken(words[1])
            if kind or pair:
                found.append(Found(at, stop, kind or "Person", IN_HEADLINE))
                at = stop - 1
                break
        at += 1
    return found


def gather(readings: Iterable[Reading]) -> dict[str, EntityType]:
    """Every name that the text itself is sure of, with its commonest type, and surnames standing for people.

    A surname that is a common word besides ("Price") has a blank after it: it counts inside a sentence only.
    """
    votes: dict[str, Counter[EntityType]] = {}
    surnames: list[str] = []
    for reading in readings:
        for name, words in zip(reading.names, reading.words, strict=True):
            votes.setdefault(" ".join(words), Counter())[name.type] += 1
            if name.type == "Event" and words[-2:-1] and words[-2] in cues("opens a storm"):
                # Its first name alone is the storm's too, however often it reads as a person's.
                votes[words[-1]] = Counter({"Event": 1_000_000})
            if name.type == "Person" and len(words) > 1:
                surnames.append(words[-1] + (" " if is_common(words[-1]) else ""))
    known = {name: counts.most_common(1)[0][0] for name, counts in votes.items()}
    people: dict[str, EntityType] = dict.fromkeys(surnames, "Person")
    return people | known


def settle(run: Sequence[Token], known: Mapping[str, EntityType]) -> list[Name]:
    """The names in an open run that the rest of the text knows: longest first, from the left."""
    found: list[Name] = []
    at = 0
    while at < len(run):
        for stop in range(len(run), at, -1):
            phrase = " ".join(token.text for token in run[at:stop])
            kind = known.get(phrase)
            if kind is None and stop - at == 1 and not run[at].is_first:
                # A surname that is also a common word counts inside a sentence only.
                kind = known.get(phrase + " ")
            if kind:
                found.append(Name(span_of(run[at:stop]), kind, KNOWN))
                at = stop - 1
                break
        at += 1
    return found


def split_hyphens(text: str, run: Sequence[Token]) -> list[Name]:
    """The listed names that hyphens join in an open run: both of "Russia-Ukraine", none of "US-Russian"."""
    span = span_of(run)
    parts = list(PART.finditer(text, span.start, span.end))
    kinds = [known_type(part[0]) for part in parts]
    if len(parts) < 2 or None in kinds:
        return []
    return [Name(Span(part.start(), part.end()), kind, PARTED) for part, kind in zip(parts, kinds, strict=True) if kind]
