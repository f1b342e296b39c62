"""Names from the curator's list: found where nothing else sees them, with the type that the list gives.

A listed name replaces what it covers or cuts into; inside a longer name that was found it says nothing: "Bridge" in
"Tower Bridge". A name and its aliases are one entity.
"""

from collections.abc import Sequence

from generator.analysis.entity_groups import Group
from generator.curation import Word, find_words
from generator.language import Name
from generator.model import Span

Listed = dict[Span, int]
"""Where a listed name stands, and its index in the list."""


def add_listed(
    text: str, spans: Sequence[Span], names: Sequence[Name], words: Sequence[Word]
) -> tuple[tuple[Name, ...], Listed]:
    """The names with the listed ones among them, in order, and which those are."""
    kept: Listed = {}
    longer = iter(sorted(name.span for name in names))
    current = next(longer, None)
    for found in find_words(text, spans, words):
        while current and current.end <= found.span.start:
            current = next(longer, None)
        if not current or not current.holds(found.span) or current == found.span:
            kept[found.span] = found.word
    if not kept:
        return tuple(names), kept
    listed = sorted(kept)
    at, others = 0, []
    for name in names:
        while at < len(listed) and listed[at].end <= name.span.start:
            at += 1
        if at == len(listed) or not listed[at].overlaps(name.span):
            others.append(name)
    return tuple(sorted([*others, *(Name(span, words[word].type) for span, word in kept.items())])), kept


def join_listed(groups: Sequence[Group], listed: Listed, words: Sequence[Word]) -> tuple[Group, ...]:
    """The groups, those of one entry of the list made one, with its type; in order of first mention."""
    if not listed:
        return tuple(groups)
    joined: dict[int, list[Name]] = {}
    others = []
    for group in groups:
        word = next((listed[name.span] for name in group.names if name.span in listed), None)
        if word is None:
            others.append(group)
        else:
            joined.setdefault(word, []).extend(group.names)
    made = [
        Group(words[word].type, tuple(sorted(name._replace(type=words[word].type) for name in found)))
        for word, found in joined.items()
    ]
    return tuple(sorted([*others, *made], key=lambda group: group.names[0].span))
