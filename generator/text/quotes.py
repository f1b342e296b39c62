"""Quotation marks: which belong together. A mark without its partner costs its own paragraph at most.

Marks of one paragraph are paired with a stack; an apostrophe, an inch or a prime is no quotation mark. Quoted words
that go on over several paragraphs, each opened again, are followed to the paragraph that closes them; so are words
with an opening mark before the first paragraph only and a closing mark behind the last.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from generator.model import Span
from generator.text.wordlists import load_set

MARK = re.compile("[“”\"„«»‘’'‚‹›「」『』]")
"""Any quotation mark; the single ones are apostrophes as well."""
CLOSERS = {
    "“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", "‚": "‘’", "‹": "›", "「": "」", "『": "』", '"': '"', "'": "'",
}  # fmt: skip
"""For each opening mark, the marks that may close it."""
OPENERS = {mark: {o for o, closers in CLOSERS.items() if mark in closers} for mark in "”“»«’‘›」』\"'"}
"""For each closing mark, the marks that it may close."""
SINGLE = frozenset("‘’'‚")
"""Marks that are apostrophes as well."""
_FEET_AND_INCHES = re.compile(r"\d['′’] ?\d{1,2}$")
"""A measure before an inch mark: 6'2."""
_ELISION = re.compile(r"(?:\d0s\b|\d\d\b|([a-z]{1,6})\b)", re.IGNORECASE)
"""What follows the apostrophe of '90s, '45 or 'em."""

_LONGEST = 5
"""Paragraphs over which a quotation may run that is opened and closed once."""
_INTERRUPTED = re.compile(r"\b(?:said|says|told|added)\b")
"""Words that show that a mark was forgotten: "We go, he said."."""


class Passage(NamedTuple):
    """Quoted words: `span` without the marks, `whole` with them."""

    span: Span
    whole: Span
    goes_on: bool = False
    """Whether the paragraph ends inside the quotation; the next one opens it again or just goes on."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The quotation marks of one paragraph."""

    paragraph: Span
    pairs: tuple[Span, ...]
    """From the opening to behind the closing mark, outermost only, in order."""
    strays: tuple[int, ...]
    """Marks without a partner, ascending."""


def find_passages(text: str, paragraphs: Sequence[Span]) -> tuple[tuple[Passage, ...], tuple[int, ...]]:
    """The quoted passages of all paragraphs, outermost ones only, and the marks left without a partner."""
    all_marks = [pair_marks(text, paragraph) for paragraph in paragraphs]
    passages: list[Passage] = []
    strays: list[int] = []
    carried = _carried(text, all_marks)
    for marks, goes_on in zip(all_marks, _continued(text, all_marks), strict=True):
        start, end = marks.paragraph
        closing, opening = carried.get(start, (None, marks.strays[0] if goes_on else None))
        if closing is not None:
            passages.append(Passage(Span(start, closing), Span(start, closing + 1)))
        passages += [Passage(Span(pair.start + 1, pair.end - 1), pair) for pair in marks.pairs]
        if opening is not None:
            passages.append(Passage(Span(opening + 1, end), Span(opening, end), goes_on=True))
        elif closing is None and start in carried:
            passages.append(Passage(marks.paragraph, marks.paragraph, goes_on=True))
        strays += [stray for stray in marks.strays if stray not in (closing, opening)]
    return tuple(without_space(text, p) for p in passages if p.span.of(text).strip()), tuple(strays)


def without_space(text: str, passage: Passage) -> Passage:
    """A passage without the space inside its marks, as French sets it: « … »."""
    words = passage.span.of(text)
    start = passage.span.start + len(words) - len(words.lstrip())
    return passage._replace(span=Span(start, start + len(words.strip())))


def _continued(text: str, all_marks: Sequence[Marks]) -> list[bool]:
    """For each paragraph, whether its only stray mark opens a quotation that a later paragraph closes."""
    goes_on = [False] * len(all_marks)
    for index in range(len(all_marks) - 2, -1, -1):
        this, following = all_marks[index], all_marks[index + 1]
        if len(this.strays) != 1 or text[this.strays[0]] not in '“"«':
            continue
        start = following.paragraph.start
        reopened = start < following.paragraph.end and text[start] == text[this.strays[0]]
        closed = following.pairs and following.pairs[0].start == start
        held_open = goes_on[index + 1] and following.strays[0] == start
        goes_on[index] = bool(reopened and (closed or held_open) and _may_go_on(text, this))
    return goes_on


def _carried(text: str, all_marks: Sequence[Marks]) -> dict[int, tuple[int | None, int | None]]:
    """Where a quotation of several paragraphs ends and begins that is opened once and closed once.

    By the start of each such paragraph: its closing mark, its opening mark; neither where it lies in between.
    """
    found: dict[int, tuple[int | None, int | None]] = {}
    for index, opening in enumerate(all_marks):
        if not _opens_last(text, opening):
            continue
        last = index + 1
        while (
            last < len(all_marks) and last < index + _LONGEST and not (all_marks[last].pairs or all_marks[last].strays)
        ):
            last += 1
        if last < len(all_marks) and _closes_first(text, opening.strays[-1], all_marks[last]):
            found[opening.paragraph.start] = (found.get(opening.paragraph.start, (None,))[0], opening.strays[-1])
            found.update({marks.paragraph.start: (None, None) for marks in all_marks[index + 1 : last]})
            found[all_marks[last].paragraph.start] = (all_marks[last].strays[0], None)
    return found


def _opens_last(text: str, marks: Marks) -> bool:
    """Whether the last mark of the paragraph opens a quotation that the paragraph does not close."""
    if not marks.strays or len(marks.strays) > 2 or text[marks.strays[-1]] not in '“"«„':
        return False
    is_alone = len(marks.strays) == 1 or _ends_speech(text, marks.strays[0])
    last = replace(marks, strays=marks.strays[-1:])
    return is_alone and _opens(text, marks.paragraph, marks.strays[-1]) and _may_go_on(text, last)


def _closes_first(text: str, opening: int, marks: Marks) -> bool:
    """Whether the first mark of the paragraph closes what was opened before, with nobody else speaking in between."""
    if not marks.strays or len(marks.strays) > 2 or any(pair.start < marks.strays[0] for pair in marks.pairs):
        return False
    closing = marks.strays[0]
    is_alone = len(marks.strays) == 1 or _opens(text, marks.paragraph, marks.strays[1])
    is_own = not _INTERRUPTED.search(text, marks.paragraph.start, closing)
    return is_alone and is_own and text[closing] in CLOSERS[text[opening]] and _ends_speech(text, closing)


def _ends_speech(text: str, place: int) -> bool:
    """Whether a mark stands right behind a sentence or a comma and before a gap."""
    return text[place - 1 : place] in tuple(".,!?…") and not text[place + 1 : place + 2].isalnum()


def _may_go_on(text: str, marks: Marks) -> bool:
    """Whether all behind the stray mark may be quoted: it ends a sentence, and nobody else comes in between."""
    rest = text[marks.strays[0] : marks.paragraph.end].rstrip()
    is_last = not any(pair.start > marks.strays[0] for pair in marks.pairs)
    return is_last and rest[-1] in ".!?…,;:—–’'" and not _INTERRUPTED.search(rest)


@lru_cache(maxsize=500)
def pair_marks(text: str, paragraph: Span) -> Marks:
    """Pair the quotation marks of one paragraph; kept, as several ask. Linear in its length."""
    places = [paragraph.start + m.start() for m in MARK.finditer(paragraph.of(text))]
    skip_inch = _has_one_inch(text, places)
    stack: list[int] = []
    pairs: list[Span] = []
    strays: list[int] = []
    for number, place in enumerate(places):
        if _is_no_mark(text, paragraph, place, bool(stack) and text[stack[-1]] == '"', skip_inch):
            continue
        partner = _partner(text, stack, place, places[number + 1 : number + 4], paragraph)
        if partner is not None:
            strays += stack[partner + 1 :]
            pairs.append(Span(stack[partner], place + 1))
            del stack[partner:]
        elif _opens(text, paragraph, place):
            stack.append(place)
        else:
            strays.append(place)
    strays += stack
    return Marks(paragraph, _outermost(pairs), tuple(sorted(s for s in strays if text[s] not in SINGLE)))


def _partner(text: str, stack: list[int], place: int, ahead: list[int], paragraph: Span) -> int | None:
    """The index in `stack` of the mark that the one at `place` closes."""
    mark = text[place]
    if not stack or mark not in OPENERS or not _may_close(text, paragraph, place):
        return None
    if mark in SINGLE:
        # A single mark never breaks into a double quotation: there it is an apostrophe.
        fits = text[stack[-1]] in OPENERS[mark] and not _is_possessive(text, place, ahead)
        return len(stack) - 1 if fits else None
    depth = len(stack) - 1
    while depth > 0 and text[stack[depth]] in SINGLE:
        depth -= 1
    if text[stack[depth]] in OPENERS[mark] or (mark == "“" and text[stack[depth]] == '"'):
        return depth
    # Only the mark right below may have been forgotten; a deeper search would pair what lies far apart.
    return depth - 1 if depth and text[stack[depth - 1]] in OPENERS[mark] else None


def _outermost(pairs: list[Span]) -> tuple[Span, ...]:
    """Only the pairs that lie in no other, in order."""
    kept: list[Span] = []
    for pair in sorted(pairs):
        if not kept or pair.start >= kept[-1].end:
            kept.append(pair)
    return tuple(kept)


def _is_no_mark(text: str, paragraph: Span, place: int, inside: bool, skip_inch: bool) -> bool:
    """Whether the mark is an apostrophe, an inch or a foot."""
    before, after = _neighbors(text, paragraph, place)
    if text[place] == '"':
        feet = _FEET_AND_INCHES.search(text, max(paragraph.start, place - 6), place) is not None
        return feet or (before.isdigit() and (skip_inch or not inside))
    if text[place] not in SINGLE:
        return False
    is_minute = before.isdigit() and not inside and text[place] == "'"
    if is_minute or (before.isalnum() and after.isalnum()):
        return True
    elision = _ELISION.match(text, place + 1, min(paragraph.end, place + 8))
    if elision is None or before.isalnum():
        return False
    return elision[1] is None or elision[1].lower() in load_set("elisions.txt")


def _has_one_inch(text: str, places: list[int]) -> bool:
    """Whether the number of straight marks is odd and exactly one stands behind a digit: that one is an inch."""
    straight = [place for place in places if text[place] == '"']
    return len(straight) % 2 == 1 and sum(place > 0 and text[place - 1].isdigit() for place in straight) == 1


def _opens(text: str, paragraph: Span, place: int) -> bool:
    """Whether the mark may open a quotation where it stands."""
    mark = text[place]
    before, after = _neighbors(text, paragraph, place)
    if mark in "“„«‘‚‹「『":
        return True
    if mark in "\"'»":
        return (_is_edge(before) or before in ",;:") and not (after.isspace() or after == "")
    return False


def _may_close(text: str, paragraph: Span, place: int) -> bool:
    """Whether a straight mark may close a quotation where it stands; marks with a direction always may."""
    before, after = _neighbors(text, paragraph, place)
    if text[place] == "'":
        return not before.isspace() and not after.isalnum()
    if text[place] == "“":
        return not before.isspace() and not after.isalnum()
    if text[place] == '"':
        return not (_is_edge(before) and before not in "—–" and not (after.isspace() or after == "")) or after in ",."
    return True


def _is_possessive(text: str, place: int, ahead: list[int]) -> bool:
    """Whether a mark behind an s is the apostrophe of "the allies' talks": a better closing mark comes soon."""
    if text[place - 1] not in "sS" or not text[place + 1 : place + 2].isspace():
        return False
    for later in ahead:
        before, after = text[later - 1], text[later + 1 : later + 2]
        if text[later] != text[place]:
            return False
        if not after.isalnum() and before not in "sS" and not before.isspace():
            return True
        if before.isspace():
            return False
    return False


def _neighbors(text: str, paragraph: Span, place: int) -> tuple[str, str]:
    """The characters before and after; empty at the ends of the paragraph."""
    before = text[place - 1] if place > paragraph.start else ""
    return before, text[place + 1] if place + 1 < paragraph.end else ""


def _is_edge(before: str) -> bool:
    """Whether a word may begin behind this character."""
    return before == "" or before.isspace() or before in "([{—–-/…“\"'‘«"
