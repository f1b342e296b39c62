"""Notes of the house in a transcript: what was heard or done beside the words, and how the record was made.

They count only in a text that has turns. A note inside a sentence, where a word could not be heard, stays in it.
"""

import re
from collections.abc import Iterator

from generator.language.en.pages.lines import Finder, find_first, try_lines, whole
from generator.model import Span
from generator.text.rules import Chain, Rule
from generator.text.wordlists import load_words

_WORDS = "|".join(re.escape(word) for word in sorted(load_words("stage_notes.txt"), key=len, reverse=True))
INSIDE = re.compile(rf"[(\[](?:{_WORDS})\b[^()\[\]\n]{{0,60}}[)\]]\.?", re.IGNORECASE)
"""A note between brackets in a line of other words."""
_OPENS = frozenset("\"“‘'([—–-")
"""With what the words behind it may begin, but for a capital."""
_CLOSED = tuple(".!?…\"”’'»)]-–—:")
"""With what the words before a note end, where it stands between sentences."""

NOTES: Chain[Finder] = Chain(
    "notes of a transcript",
    (
        Rule(
            "line between brackets",
            whole(r"(?:(?:\([^()\n]{1,200}\)|\[[^\[\]\n]{1,200}\])\.?(?: |$)){1,4}"),
            yes=("|(CROSSTALK)|", "|[Whereupon, at noon, the hearing was adjourned.]|", "|(Zuruf von der SPD: Sie!)|"),
            no=("(Laughter.) I cannot.", "We heard [inaudible] of it."),
        ),
        Rule(
            "line on the record",
            whole(
                r"(?:THIS IS A RUSH|RUSH) TRANSCRIPT\b[^\n]{0,200}|THIS (?:COPY|TRANSCRIPT) (?:MAY|IS)\b[^\n]{0,200}|"
                r"(?:END|End)(?: of (?:transcript|interview|recording))?[.:]?(?:\s{1,20}\d{1,2}:\d{2}[^\n]{0,20})?|"
                r"\d{1,2}:\d{2} [AP]\.?M\.?(?: [A-Z]{1,4})?|"
                r"(?:EXAMINATION|CROSS-EXAMINATION)?\s?BY (?:MR|MS|MRS|DR)\. [A-Z'’-]+:"
            ),
            yes=(
                "|THIS IS A RUSH TRANSCRIPT. IT MAY BE UPDATED.|",
                "|END  2:10 P.M. EDT|",
                "|2:10 P.M. EST|",
                "|BY MS. OSEI:|",
            ),
            no=("END OF THE ROAD FOR THE FERRY", "This is a rush.", "At 2:10 P.M. the ship left."),
        ),
    ),
    try_lines,
)
"""Lines that nobody said."""


def find_stage_notes(text: str, said: Span) -> tuple[Span, ...]:
    """The notes in a paragraph, in order: all of it, or what stands between its sentences."""
    if find_first(NOTES, said.of(text)):
        return (said,)
    return tuple(Span(*note.span()) for note in INSIDE.finditer(text, *said) if is_between(text, said, note))


def is_between(text: str, said: Span, note: re.Match[str]) -> bool:
    """Whether a note stands between sentences."""
    before, after = text[said.start : note.start()].rstrip(), text[note.end() : said.end].lstrip()
    opens = not after or after[0].isupper() or after[0] in _OPENS
    return opens and (not before or before.endswith(_CLOSED))


def part_notes(text: str, said: Span) -> Iterator[tuple[Span, bool]]:
    """A paragraph as what is said in it and its notes (true), in order, without white space at their ends."""
    at = said.start
    for note in (*find_stage_notes(text, said), Span(said.end, said.end)):
        words = text[at : note.start]
        start = at + len(words) - len(words.lstrip())
        if words.strip():
            yield Span(start, at + len(words.rstrip())), False
        if note.start < note.end:
            yield note, True
        at = note.end
