"""Turns of a transcript, an interview or a chat: "MS. ABARA: Good evening." A label names who speaks; the rest is said.

A text has turns only where labels recur and make up much of it; "NOTE:", a town in front of a dispatch and a list of
names with what is known of them are none.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from generator.language.en.pages.labels import (
    ADDRESSED,
    HEADS,
    HELD,
    LABEL,
    STAMP,
    TITLED,
    is_full_name,
    is_name_of_speaker,
    is_speaker,
    is_unnamed,
    key_of,
)
from generator.language.en.pages.lines import Finder, find_first, try_lines, whole
from generator.model import Span
from generator.text.rules import Chain, Rule
from generator.text.wordlists import load_set

MESSAGE = re.compile(rf"(?P<stamp>{STAMP})(?P<sender>[^:\n]{{1,40}}): ")
"""The head of a message in an exported chat."""
STAMPED = re.compile(STAMP)
EXPORTED = re.compile(r"\[\d{4}-\d\d-\d\d, \d\d:\d\d\] ")
"""How the reader of chats writes day and hour; a text in which each paragraph begins so is one, however short."""
_NOTHING = (
    r"\u200e?(?:<[\w ]{3,20} omitted>|(?:image|video|audio|sticker|document|GIF|contact card) omitted|"
    r"<attached: [^<>\n]{1,120}>|(?:you deleted this message|this message was deleted)\.?|<this message was edited>|"
    r"missed (?:voice|video|group) call[^\n]{0,40}|null|messages (?:and calls )?(?:to this (?:chat|group)[^\n]{0,60})?"
    r"are[^\n]{0,40} ?end-to-end encrypt[^\n]{0,200})"
)
LINE = re.compile(r"\S[^\n]*")
RESUMED = re.compile(r"Q[ \u00a0]+(?=[a-z])")
SPOKEN = re.compile(r"[.!?\u2026]|(?:\S+ ){6}")
"""What tells that somebody speaks: an end mark, or some words."""
ENDED = re.compile(r"[.!?\u2026:][\"\u201d\u2019')\]]*$|--$|\u2014$")
"""How what somebody says ends."""
_OPENING_MARKS = tuple("\"“„«‘'")
LEAST = 3
"""Labels that make a transcript."""
SHARE = 0.3
"""Share of the paragraphs that have labels in a transcript, at least."""
MANY, SMALL_SHARE = 6, 0.04
"""Labels with a title that make one of long speeches, and their share."""
LINES_SHARE = 0.12
"""Share of the lines that name a speaker over his words, at least."""


class Turn(NamedTuple):
    """One turn, as far as its own line or paragraph goes."""

    label: Span
    """With stamp and colon."""
    said: Span
    """What follows up to the next label or the end of the paragraph; perhaps empty."""


def find_turns(text: str, paragraphs: Sequence[Span]) -> tuple[Turn, ...]:
    """The turns in these paragraphs, in order; none where they make no transcript. Linear in their length."""
    messages = find_messages(text, paragraphs)
    if messages:
        return cut_turns(text, paragraphs, messages)
    turns = cut_turns(text, paragraphs, find_labels(text, paragraphs))
    spoken = sum(not turn.said.of(text) or SPOKEN.search(text, *turn.said) is not None for turn in turns)
    if turns and spoken >= len(turns) / 2:
        return turns
    return cut_turns(text, paragraphs, find_heads(text, paragraphs))


def cut_turns(text: str, paragraphs: Sequence[Span], labels: Sequence[Span]) -> tuple[Turn, ...]:
    """The turns that these labels open."""
    turns: list[Turn] = []
    starts = [label.start for label in labels[1:]] + [len(text)][: len(labels)]
    paragraph = iter(paragraphs)
    current = next(paragraph, None)
    for label, following in zip(labels, starts, strict=True):
        while current and current.end <= label.start:
            current = next(paragraph, None)
        if current:
            turns.append(Turn(label, trimmed(text, Span(label.end, min(following, current.end)))))
    return tuple(turns)


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def find_messages(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """The heads of the messages of a chat, where most lines are messages."""
    lines = [line for span in paragraphs for line in LINE.finditer(text, *span)]
    found = [match for line in lines if (match := MESSAGE.match(text, line.start(), line.end()))]
    stamped = sum(STAMPED.match(text, line.start(), line.end()) is not None for line in lines)
    is_chat = len(found) >= LEAST and stamped > len(lines) / 2 and len({match["sender"] for match in found}) > 1
    is_chat = is_chat or (bool(paragraphs) and all(EXPORTED.match(text, *span) for span in paragraphs))
    return [Span(match.start(), match.start() + len(match[0].rstrip())) for match in found] if is_chat else []


def find_labels(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """The labels of a transcript or an interview."""
    found = [
        match
        for span in paragraphs
        for line in LINE.finditer(text, *span)
        if (match := LABEL.match(text, line.start(), line.end())) and is_speaker(match)
    ]
    if not any(match[0].startswith("Q") for match in found if match["anonymous"]):
        found = [match for match in found if not match[0].startswith("A.")]
    counts = Counter(key_of(match) for match in found)
    sure = [match for match in found if is_sure(match, counts)]
    if not is_transcript(sure, counts, len(paragraphs)):
        return []
    kept = [m for m in found if is_sure(m, counts) or (m.start() > sure[0].start() and is_single(text, m))]
    labels = [Span(match.start(), match.start() + len(match[0].rstrip())) for match in kept]
    return sorted({*labels, *find_resumed(text, paragraphs, labels)})


def find_resumed(text: str, paragraphs: Sequence[Span], labels: Sequence[Span]) -> list[Span]:
    """Each "Q" with which a question goes on in small letters, where several have been asked: "Q in May?"."""
    asked = [label for label in labels if label.of(text).startswith("Q") and len(label.of(text)) <= 2]
    if len(asked) < 2:
        return []
    found = [match for span in paragraphs if (match := RESUMED.match(text, *span))]
    return [Span(match.start(), match.start() + 1) for match in found if match.start() > asked[0].start]


def is_sure(label: re.Match[str], counts: Counter[str]) -> bool:
    """Whether a label is one by its form, or as it recurs."""
    name = label["mixed"] or ""
    if label["stopped"]:
        return (
            label["stopped"].startswith("The ") or label["stopped"].split()[-1].isupper() or counts[key_of(label)] > 1
        )
    return not name or counts[key_of(label)] > 1 or ADDRESSED.match(name) is not None or "(" in label[0]


def is_single(text: str, label: re.Match[str]) -> bool:
    """Whether a label that occurs once names somebody by first and last name, and words follow that somebody says."""
    line = LINE.match(text, label.start())
    name = label["mixed"]
    if not name or line is None or not (is_full_name(name) or is_unnamed(name)):
        return False
    said = text[label.end() : line.end()].strip()
    return not said or ENDED.search(said) is not None


def is_transcript(labels: Sequence[re.Match[str]], counts: Counter[str], paragraphs: int) -> bool:
    """Whether labels make a transcript: enough of them, of two speakers at least, one of whom speaks twice."""
    keys = {key_of(label) for label in labels}
    plain = [label for label in labels if not label["mixed"]]
    anonymous = sum(label["anonymous"] is not None for label in labels)
    recurs = anonymous > 1 or any(counts[key] > 1 for key in keys)
    if not recurs or len(keys) < 2 or len(labels) < (LEAST if plain else LEAST + 1):
        return False
    titled = sum(bool(label["anonymous"] or label["stopped"] or TITLED.match(label[0])) for label in labels)
    return len(labels) >= SHARE * paragraphs or (titled >= MANY and titled >= SMALL_SHARE * paragraphs)


def find_heads(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """The lines that name who says what stands below them, where they recur."""
    lines = [Span(*line.span()) for span in paragraphs for line in LINE.finditer(text, *span)]
    words = [line.of(text).rstrip() for line in lines]
    rules = [read_head(line) for line in words]
    heads = [n for n in range(len(lines) - 1) if rules[n] and not rules[n + 1] and ENDED.search(words[n + 1])]
    timed = [n for n in heads if rules[n] == HEADS.rules[0].name]
    keys = {n: key_of_head(words[n]) for n in heads}
    if len(timed) >= LEAST and len({keys[n] for n in timed}) > 1:
        heads = timed
    else:
        counts = Counter(keys.values())
        heads = [n for n in heads if counts[keys[n]] > 1 or is_told(words[n])]
        if len(heads) <= LEAST or sum(counts[key] > 1 for key in {keys[n] for n in heads}) < 2:
            return []
    is_enough = len(heads) >= LINES_SHARE * len(lines)
    return [Span(lines[n].start, lines[n].start + len(words[n])) for n in heads] if is_enough else []


def read_head(line: str) -> str | None:
    """The rule by which a line may name a speaker."""
    found = find_first(HEADS, line) if len(line) <= 120 else None
    if found is None:
        return None
    name = line.split("(")[0].rstrip(" :0123456789")
    is_one = is_full_name(name) or is_told(line) or found[0] == HEADS.rules[0].name
    return found[0] if is_one and is_name_of_speaker(name) else None


def is_told(line: str) -> bool:
    """Whether a line shows that it names a speaker: by a title, what stands in brackets, or a word for anybody."""
    return "(" in line or ADDRESSED.match(line) is not None or is_unnamed(line)


def key_of_head(line: str) -> str:
    """Who speaks, as the lines of one speaker have it in common."""
    held = HELD.search(line)
    name = (held[1] or held[2]) if held else line.split("(")[0].rstrip(" :0123456789")
    return str(name).split()[-1].strip(".").upper()


def find_said(text: str, start: int) -> int:
    """Where the words behind a label at this place begin, be it that of a person or "TRANSCRIPT:"; the place itself
    where there is no label."""
    label = LABEL.match(text, start)
    if label is None or label["stopped"]:
        return start
    if text[label.end() : label.end() + 2].strip()[:1] in _OPENING_MARKS:
        # What is quoted keeps who says it.
        return start
    first = (label["mixed"] or "").split(" ")[0]
    is_named = not label["mixed"] or first in load_set("given_names.txt") or ADDRESSED.match(label["mixed"])
    return label.end() + (text[label.end() : label.end() + 1] == " ") if is_named else start


NOTICES: Chain[Finder] = Chain(
    "notices of a messenger",
    (
        Rule(
            "left out of the export",
            whole(_NOTHING, re.IGNORECASE),
            yes=(
                "|<Media omitted>|",
                "|image omitted|",
                "|This message was deleted|",
                "|Messages to this group are now secured and end-to-end encrypted. Tap for more.|",
            ),
            no=("The image is blurred.", "Nothing was omitted", "I deleted this message"),
        ),
        Rule(
            "said by nobody",
            whole(
                rf"(?:[^:\n]{{1,40}}: ?)?{_NOTHING}|[^:\n]{{1,80}} (?:created (?:this |the )?group|"
                r"(?:was |were )?added|left|"
                r"joined using|changed (?:the|this|their|to)|removed|is a contact|turned (?:on|off)|pinned a message|"
                r"started a (?:call|video call))[^:\n]{0,120}",
                re.IGNORECASE,
            ),
            yes=(
                "|Paul Keane added Ann Lee|",
                "|Paul Keane left|",
                "|Nina Voss: image omitted|",
                "|Nina Voss changed the subject to Lorries|",
            ),
            no=("Nina Voss: Paul left at noon.", "Paul Keane: They added two lorries.", "Good morning"),
        ),
    ),
    try_lines,
)
"""What stands behind a sender who sent no words, and what stands behind day and hour without a sender."""


def is_omitted(said: str) -> bool:
    """Whether the words behind a sender only tell of something that is not in the text."""
    return NOTICES["left out of the export"].find(said) is not None


def is_unsaid(words: str) -> bool:
    """Whether the words behind day and time, with their sender if they have one, are the messenger's own."""
    return NOTICES["said by nobody"].find(words) is not None
