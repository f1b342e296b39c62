"""Titles and offices of people exactly as the text states them: before the name, after a comma, after "is" or "was"."""

from collections.abc import Iterator, Mapping, Sequence

from generator.language import find_statement_after, find_title_before
from generator.model import Mention, Role, Span


def find_roles(text: str, spans: Sequence[Span], people: Sequence[Mention]) -> Mapping[str, tuple[Role, ...]]:
    """The roles by entity, in text order; the same words once. `people` are mentions in order, `spans` the blocks."""
    found: dict[str, dict[str, Role]] = {}
    for block, mentions in by_block(spans, people):
        for before, mention, after in neighbours(block, mentions):
            for span in stated(text, before, mention, after):
                title = span.of(text)
                found.setdefault(mention.entity, {}).setdefault(title.casefold(), Role(title, span))
    return {entity: tuple(sorted(roles.values(), key=lambda role: role.span)) for entity, roles in found.items()}


def by_block(spans: Sequence[Span], people: Sequence[Mention]) -> Iterator[tuple[Span, list[Mention]]]:
    """Each block with the people named in it."""
    at = 0
    for block in spans:
        mentions = []
        while at < len(people) and people[at].span.end <= block.end:
            mentions.append(people[at])
            at += 1
        if mentions:
            yield block, mentions


def neighbours(block: Span, mentions: Sequence[Mention]) -> Iterator[tuple[int, Mention, int]]:
    """Each person with where the text that is his begins and ends: the next people, or the block."""
    starts = [block.start, *(mention.span.end for mention in mentions)]
    ends = [*(mention.span.start for mention in mentions[1:]), block.end]
    yield from zip(starts, mentions, ends, strict=False)


def stated(text: str, before: int, mention: Mention, after: int) -> Iterator[Span]:
    """The roles stated around one mention."""
    title = find_title_before(text, before, mention.span)
    if title:
        yield title
    statement = find_statement_after(text, mention.span, after)
    if statement:
        yield statement
