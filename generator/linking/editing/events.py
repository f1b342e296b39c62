"""What the curator decided of events, and which of them he is asked about.

An event is referred to by the words of one sentence that tells it: those of its short sentence, or the whole sentence
where it tells of no other.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.curation import OVERRIDES, OtherEvent, Override, Ref, SameEvent, write_entry
from generator.linking.events.joining import Decisions, Grouping
from generator.linking.events.tellings import Telling
from generator.model import Answer, Doubt, Problem
from generator.text.groups import Groups
from generator.text.unicode import Wanted, fold_line

WORDS_SHOWN = 200
"""Characters of a sentence that an entry repeats."""


@dataclass(frozen=True, slots=True)
class Directory:
    """The tellings of the collection by their words."""

    tellings: Sequence[Telling]
    clauses: Mapping[str, tuple[int, ...]]
    """By the words of the short sentence."""
    sentences: Mapping[str, tuple[int, ...]]

    def find(self, ref: Ref) -> tuple[int, ...]:
        """The numbers of the tellings that a reference means."""
        words = fold_line(ref.name)
        found = self.clauses.get(words) or self.sentences.get(words)
        if found is None:
            wanted = Wanted([ref.name])
            found = tuple(number for own, numbers in self.sentences.items() if own in wanted for number in numbers)
        return tuple(number for number in found if ref.brief in (None, self.tellings[number].brief))

    def refer(self, number: int, texts: Mapping[str, str]) -> str | None:
        """The words that mean this telling and no other of its brief; None where there are none."""
        telling = self.tellings[number]
        for words in (word_clause(telling, texts), cut(word_sentence(telling, texts))):
            ref = Ref(words, brief=telling.brief)
            if words and self.find(ref) == (number,):
                return str(ref)
        return None


def make_directory(tellings: Sequence[Telling], texts: Mapping[str, str]) -> Directory:
    """Put the tellings in order."""
    clauses: defaultdict[str, list[int]] = defaultdict(list)
    sentences: defaultdict[str, list[int]] = defaultdict(list)
    for number, telling in enumerate(tellings):
        if words := word_clause(telling, texts):
            clauses[words].append(number)
        sentences[word_sentence(telling, texts)].append(number)
    return Directory(
        tellings,
        {words: tuple(numbers) for words, numbers in clauses.items()},
        {words: tuple(numbers) for words, numbers in sentences.items()},
    )


def word_clause(telling: Telling, texts: Mapping[str, str]) -> str:
    """The short sentence that tells it, on one line; empty where there is none."""
    return fold_line(" ".join(span.of(texts[telling.brief]) for span in telling.clause))


def word_sentence(telling: Telling, texts: Mapping[str, str]) -> str:
    """The sentence that tells it, on one line."""
    return fold_line(telling.part.evidence.span.of(texts[telling.brief]))


def cut(words: str) -> str:
    """The beginning of words that are long, with an ellipsis."""
    return words if len(words) <= WORDS_SHOWN else f"{words[:WORDS_SHOWN].rstrip()} …"


def decide_events(
    tellings: Sequence[Telling], texts: Mapping[str, str], overrides: Iterable[Override]
) -> tuple[Decisions, tuple[Problem, ...]]:
    """Look up what each decision on events is about."""
    wanted = [override for override in overrides if isinstance(override, SameEvent | OtherEvent)]
    if not wanted:
        return Decisions(), ()
    directory, problems = make_directory(tellings, texts), list[Problem]()
    one, apart = list[tuple[int, ...]](), list[tuple[int, frozenset[int]]]()
    for override in wanted:
        found = [directory.find(ref) for ref in override.targets]
        missing = list(find_missing(override, found))
        problems += missing
        if missing:
            continue
        if isinstance(override, SameEvent):
            one.append(tuple(number for numbers in found for number in numbers))
        else:
            pairs = (frozenset(pair) for a, b in combinations(found, 2) for pair in ((x, y) for x in a for y in b))
            apart += ((override.line, pair) for pair in pairs)
    problems += find_contradictions(one, apart)
    return Decisions(tuple(one), frozenset(pair for _, pair in apart if len(pair) == 2)), tuple(problems)


def find_missing(override: SameEvent | OtherEvent, found: Sequence[tuple[int, ...]]) -> Iterator[Problem]:
    """What is wrong with words that mean no event."""
    for ref, numbers in zip(override.targets, found, strict=True):
        if not numbers:
            what, cure = f"no event is told by '{str(ref)[:80]}'", "copy the words from its page, or delete the entry"
            yield Problem(f"{OVERRIDES}:{override.line}", what, cure)


def find_contradictions(
    one: Iterable[tuple[int, ...]], apart: Iterable[tuple[int, frozenset[int]]]
) -> Iterator[Problem]:
    """Those that one entry holds apart and another makes one."""
    groups = Groups[int]()
    for numbers in one:
        for number in numbers:
            groups.join(numbers[0], number)
    for line in dict.fromkeys(line for line, pair in apart if len({groups.find(number) for number in pair}) == 1):
        yield Problem(f"{OVERRIDES}:{line}", "another entry makes these one", "delete one of the two")


def ask_events(tellings: Sequence[Telling], grouping: Grouping, texts: Mapping[str, str]) -> tuple[Doubt, ...]:
    """The questions whether two events are one."""
    if not grouping.near:
        return ()
    directory = make_directory(tellings, texts)
    groups = {group[0]: group for group in grouping.groups}
    return tuple(
        doubt for pair in grouping.near if (doubt := ask_event(directory, [groups[number] for number in pair], texts))
    )


def ask_event(directory: Directory, pair: Sequence[Sequence[int]], texts: Mapping[str, str]) -> Doubt | None:
    """The question whether two events are one; None where no words mean one of them alone."""
    named = [next(((n, ref) for n in group if (ref := directory.refer(n, texts))), None) for group in pair]
    first, second = named
    if first is None or second is None:
        return None
    told = [directory.tellings[number] for number, _ in (first, second)]
    days = [telling.day or (telling.assumed or "no day").rstrip("~") for telling in told]
    refs = [ref for _, ref in (first, second)]
    briefs = {directory.tellings[number].brief for group in pair for number in group}
    return Doubt(
        "event",
        f"Is it the same event? A {told[0].kind} of {days[0]} and one of {days[1]}.",
        tuple(telling.part.evidence for telling in told),
        (
            Answer("The same: told as one event", write_entry({"same_event": refs})),
            Answer("Not the same: never asked again", write_entry({"other_event": refs})),
        ),
        len(briefs),
    )
