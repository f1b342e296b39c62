"""Whether a written sentence may rest on the sentences that it names.

Held against them: names (each as it is written there, in a row), numbers (each beside a word that it stands beside
there), days, quotations (verbatim, from between quotation marks, and of no other speaker), denials, what is open or to
come, and the words as a whole. Not held, because nobody could prove it: who does what to whom.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.language.wording import tells_not
from generator.model import WrittenFault
from generator.summarizer.quoting import is_quoted
from generator.summarizer.sources import Given
from generator.summarizer.words import is_content, is_day, is_name, is_number, stem_of, tokens_of, words_of
from generator.text.wordlists import load_set

_SHORTEST, _LONGEST = 20, 500
_MOST_RESTS = 6
"""Sentences on which one may rest."""
_KNOWN = 0.6
"""The share of a sentence's content words that its sources have."""
_ENDS = (".", "!", "?", "”", '"')


@dataclass(frozen=True, slots=True)
class Claimed:
    """A written sentence beside those that it names."""

    text: str
    tokens: Sequence[str]
    cited: Sequence[Sequence[str]]
    """The tokens of each."""

    @property
    def all(self) -> frozenset[str]:
        """All tokens of those that it names."""
        return frozenset(token for tokens in self.cited for token in tokens)


def find_fault(text: str, numbers: Sequence[int], given: Given) -> WrittenFault | None:
    """What speaks against a written sentence; None where all holds. `numbers` count the sentences from 1 on."""
    if not 0 < len(numbers) <= _MOST_RESTS or not all(1 <= number <= len(given.sentences) for number in numbers):
        return "unproved"
    if not _SHORTEST <= len(text) <= _LONGEST or not text.endswith(_ENDS):
        return "form"
    indexes = [number - 1 for number in numbers]
    cited = [given.sentences[index] for index in indexes]
    claimed = Claimed(text, tokens_of(text), [tokens_of(one) for one in cited])
    if not claimed.tokens:
        return "form"
    if not is_quoted(text, indexes, given):
        return "quotation"
    for fault, holds in (("number", _counts), ("date", _dates), ("name", _names)):
        if not holds(claimed):
            return fault  # type: ignore[return-value]
    if _denies(text, claimed.tokens) != any(map(_denies, cited, claimed.cited)):
        return "denial"
    if any(map(_is_open, claimed.cited)) and not _is_open(claimed.tokens):
        return "standing"
    return None if _is_known(claimed) else "words"


def _counts(claimed: Claimed) -> bool:
    """Whether each number stands in the sources, beside a word that it stands beside here."""
    for at, token in enumerate(claimed.tokens):
        if is_number(token) and not any(_stands(claimed.tokens, at, tokens) for tokens in claimed.cited):
            return False
    return True


def _stands(tokens: Sequence[str], at: int, source: Sequence[str]) -> bool:
    """Whether a number of the source is this one: beside one of the words that it has here, and not behind another."""
    before, beside = _beside(tokens, at, 1, 0), _beside(tokens, at, 1, 2)
    return any(
        other.lower() == tokens[at].lower()
        and not beside.isdisjoint(_beside(source, there, 1, 1))
        and before <= _beside(source, there, 2, 2)
        for there, other in enumerate(source)
    )


def _beside(tokens: Sequence[str], at: int, before: int, behind: int) -> frozenset[str]:
    """The stems of so many words on either side of a number; not "people", whom many numbers count."""
    left = [token for token in reversed(tokens[:at]) if _tells(token)][:before]
    right = [token for token in tokens[at + 1 :] if _tells(token)][:behind]
    return frozenset(stem_of(token) for token in left + right if token.lower() not in words_of("people"))


def _tells(token: str) -> bool:
    return is_content(token) or is_number(token)


def _dates(claimed: Claimed) -> bool:
    return all(token in claimed.all for token in claimed.tokens if is_day(token))


def _names(claimed: Claimed) -> bool:
    """Whether each run of capitals stands in one of the sources as it is; the first word may have a capital for its
    place only. Words that nobody knows count as names, however they are written."""
    lower = {token.lower() for token in claimed.all}
    known = lower | load_set("common_words.txt")
    if any(is_content(token) and token.lower() not in known for token in claimed.tokens):
        return False
    tokens = list(claimed.tokens)
    if _opens_only(claimed):
        tokens[0] = tokens[0].lower()
    return all(any(_has_run(run, source) for source in claimed.cited) for run in _runs(tokens))


def _opens_only(claimed: Claimed) -> bool:
    """Whether the first word has its capital for its place alone."""
    first = claimed.tokens[0]
    return not is_content(first) or (first.lower() in claimed.all and first not in claimed.all)


def _runs(tokens: Sequence[str]) -> Iterable[list[str]]:
    run: list[str] = []
    for token in tokens:
        if is_name(token):
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _has_run(run: Sequence[str], source: Sequence[str]) -> bool:
    return any(list(source[at : at + len(run)]) == list(run) for at in range(len(source) - len(run) + 1))


def _denies(text: str, tokens: Sequence[str]) -> bool:
    return tells_not(text) or any(token.lower() in words_of("denials") for token in tokens)


def _is_open(tokens: Sequence[str]) -> bool:
    return any(token in words_of("open") for token in tokens)


def _is_known(claimed: Claimed) -> bool:
    words = [stem_of(token) for token in claimed.tokens if is_content(token)]
    known = {stem_of(token) for token in claimed.all}
    return bool(words) and sum(word in known for word in words) >= _KNOWN * len(words)
