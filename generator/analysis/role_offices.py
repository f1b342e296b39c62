"""An office in capitals with its complement, before a name in commas: "the Inspector-General of Police, X, said".

The parse often ties such words to something else; all of them are capitals and small words, so that the text shows it.
"""

import re
from collections.abc import Iterator, Sequence

from generator.analysis.role_checks import Claim
from generator.model import Mention, Role, Span
from generator.text.person_nouns import classify_person, is_plural_person

REACH = 150
"""Characters before a name in which an office stands."""
WORD = re.compile(r"[\w'\u2019\u2010\u2011&-]+")
"""A word of an office, its hyphens inside."""
LINKS = frozenset({"of", "for", "the", "and", "&", "on", "in"})
"""Small words inside an office."""
BODIES = frozenset(
    {"Ministry", "Department", "Office", "Committee", "Commission", "House", "Board", "Council", "Bureau"}
)
"""Words for a body that stands behind an office and a comma: "Permanent Secretary, Ministry of Works"."""
AFTER = re.compile(r",(?! (?:and|or|as well)\b)")
"""What stands behind a name that explains an office, and behind the first of a list not."""


def find_offices(text: str, blocks: Sequence[Span], people: Sequence[Mention]) -> Iterator[Claim]:
    """The offices right before the names of people between commas. `people` are in order."""
    at = 0
    for mention in people:
        while at + 1 < len(blocks) and blocks[at].end < mention.span.end:
            at += 1
        first = max(blocks[at].start, mention.span.start - REACH) if blocks else 0
        if text[mention.span.start - 2 : mention.span.start] != ", " or not AFTER.match(text, mention.span.end):
            continue
        office = find_office(text, first, mention.span.start - 2, is_start=first == blocks[at].start)
        if office:
            yield Claim(Role(office.of(text), office, "apposition"), mention.entity, mention.span)


def find_office(text: str, first: int, end: int, *, is_start: bool) -> Span | None:
    """The office that ends at `end`, opened by an article or the sentence; None where there is none."""
    words = list(WORD.finditer(text, first, end))
    start = len(words)
    while start > 0 and goes_on(text, words, start - 1, end):
        start -= 1
    while start < len(words) and words[start][0].lower() in LINKS:
        start += 1
    if start == len(words) or not is_opened(text, words, start, is_start=is_start):
        return None
    head = next((word[0] for word in words[start:] if classify_person(word[0]) == "role"), "")
    before = [word[0] for word in words[start:] if word.start() < text.find(head, words[start].start())]
    if not head or is_plural_person(head) or any(word in LINKS for word in before) or len(words) - start < 3:
        return None
    return Span(words[start].start(), end)


def goes_on(text: str, words: Sequence[re.Match[str]], at: int, end: int) -> bool:
    """Whether a word belongs to the office that goes on behind it."""
    following = words[at + 1] if at + 1 < len(words) else None
    gap = text[words[at].end() : following.start() if following else end]
    is_comma = gap == ", " and following is not None and following[0] in BODIES
    word = words[at][0]
    return (gap in ("", " ") or is_comma) and (word in LINKS or word[0].isupper()) and word != "The"


def is_opened(text: str, words: Sequence[re.Match[str]], start: int, *, is_start: bool) -> bool:
    """Whether an office begins behind an article, or begins its sentence."""
    if start == 0:
        return is_start and text[: words[0].start()].rstrip()[-1:] in ("", "\n", ".", "\u201d", '"')
    before = words[start - 1]
    gap = text[before.end() : words[start].start()]
    return (before[0].lower() == "the" and gap == " ") or gap in (". ", "! ", "? ")
