"""The form of a rule on one line or paragraph of a page: a finder, from its words to what is meant in them."""

import re
from collections.abc import Callable, Iterator

from generator.model import Span
from generator.text.rules import Chain, Rule

Finder = Callable[[str], Span | None]
_LINE = re.compile(r"[^\n]+")


def span_of(match: re.Match[str] | None, group: str | int = 0) -> Span | None:
    """What a pattern or a group of it found."""
    return Span(*match.span(group)) if match else None


def whole(pattern: str, flags: int = 0) -> Finder:
    """Finds words that are nothing else than this."""
    compiled = re.compile(pattern, flags)
    return lambda words: span_of(compiled.fullmatch(words))


def ahead(pattern: str, flags: int = 0) -> Finder:
    """Finds what stands at the beginning."""
    compiled = re.compile(pattern, flags)
    return lambda words: span_of(compiled.match(words))


def inside(pattern: str, flags: int = 0) -> Finder:
    """Finds what stands anywhere."""
    compiled = re.compile(pattern, flags)
    return lambda words: span_of(compiled.search(words))


def near_end(pattern: str, within: int, flags: int = 0, group: str | int = 0) -> Finder:
    """Finds what stands among the last characters."""
    compiled = re.compile(pattern, flags)
    return lambda words: span_of(compiled.search(words, max(0, len(words) - within)), group)


def try_lines(rule: Rule[Finder], text: str) -> Iterator[Span]:
    """What a rule finds in each line of a text."""
    for line in _LINE.finditer(text):
        found = rule.find(line[0])
        if found is not None:
            yield Span(line.start() + found.start, line.start() + found.end)


def find_first(chain: Chain[Finder], words: str) -> tuple[str, Span] | None:
    """The first rule of a chain that finds something, by its name, and what it finds."""
    for rule in chain.rules:
        found = rule.find(words)
        if found is not None:
            return rule.name, found
    return None
