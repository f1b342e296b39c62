"""Turns of a transcript, an interview or a chat: "MS. ABARA: Good evening." A label names who speaks; the rest is said.

A text has turns only where labels recur and make up much of it; "NOTE:", a town in front of a dispatch and a list of
names with what is known of them are none.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.language.en.pages.lines import Finder, try_lines, whole
from generator.model import Span
from generator.text.rules import Chain, Rule
from generator.text.wordlists import load_set

STAMP = (
    r"(?:\u200e?\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? (?:at )?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?"
    r"(?:[ \u202f]?[AaPp]\.?[Mm]\.?)?\]?(?: ?[-\u2013:])? \u200e?)"
)
"""Day and hour of a message in an exported chat, in the forms of the systems that export them."""
CLOCK = r"(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]? )"
NOTE = r"(?: ?\([^()\n]{1,40}\)){0,2}(?:, [^:\n]{1,80}?)?(?: ?\([^()\n]{1,40}\))?"
"""What may stand behind a name: party and place in brackets, a role, "(voice-over)"."""
NAMED = r"[A-Z][\w.'\u2019-]{0,30}"
LABEL = re.compile(
    rf"(?P<stamp>{STAMP})?{CLOCK}?(?:"
    r"(?P<anonymous>(?:Q|A|QUESTION|ANSWER|Question|Answer|INTERVIEWER|Interviewer|REPORTER|Reporter|SPEAKER \d{1,2}|"
    r"Speaker \d{1,2})(?:\s?:(?=\s)|[ \u00a0]{2,8}(?=\S)|\t))"
    rf"|(?P<caps>[A-Z][A-Z'\u2019.-]+(?: [A-Z][A-Z'\u2019.-]*){{0,6}}){NOTE}\s?:(?=\s|$)"
    rf"|(?P<mixed>{NAMED}(?: (?:{NAMED}|of|the|for|and|de|da|van|von|al|bin|el)){{0,7}}){NOTE}\s?:(?=\s|$)"
    r")"
)
"""The label of a turn at the head of a line."""
MESSAGE = re.compile(rf"(?P<stamp>{STAMP})(?P<sender>[^:\n]{{1,40}}): ")
"""The head of a message in an exported chat."""
STAMPED = re.compile(STAMP)
TIMED = re.compile(rf"{STAMP}|{CLOCK}")
"""What may stand before the name in a label."""
_NOTHING = (
    r"\u200e?(?:<[\w ]{3,20} omitted>|(?:image|video|audio|sticker|document|GIF|contact card) omitted|"
    r"<attached: [^<>\n]{1,120}>|(?:you deleted this message|this message was deleted)\.?|<this message was edited>|"
    r"missed (?:voice|video|group) call[^\n]{0,40}|null|messages (?:and calls )?(?:to this (?:chat|group)[^\n]{0,60})?"
    r"are[^\n]{0,40} ?end-to-end encrypt[^\n]{0,200})"
)
HELD = re.compile(r"\((?:Mr|Mrs|Ms|Miss|Dr|MR|MRS|MS|MISS|DR|Hon)\.? ([^()]{2,40})\)")
"""Who holds the office that the label names: "The Minister of Transport (Mr. Poe):"."""
ADDRESSED = re.compile(r"(?:The|Mr|Mrs|Ms|Miss|Dr|Hon|Madam|Sir|Senator|Sen)\b")
"""How a label that occurs once shows in a transcript that it is one."""
LINE = re.compile(r"[^\n]+")
SPOKEN = re.compile(r"[.!?\u2026]|(?:\S+ ){6}")
"""What tells that somebody speaks: an end mark, or some words."""
_OPENING_MARKS = tuple("\"“„«‘'")
LEAST = 3
"""Labels that make a transcript."""
SHARE = 0.3
"""Share of the paragraphs that have labels in a transcript, at least."""


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
    spoken = sum(SPOKEN.search(text, *turn.said) is not None for turn in turns)
    return turns if spoken >= len(turns) / 2 else ()


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
    return [Span(match.start(), match.start() + len(match[0].rstrip())) for match in found] if is_chat else []


def find_labels(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """The labels of a transcript or an interview."""
    found = [
        match
        for span in paragraphs
        for line in LINE.finditer(text, *span)
        if (match := LABEL.match(text, line.start(), line.end())) and is_speaker(match)
    ]
    counts = Counter(key_of(match) for match in found)
    anonymous = sum(match["anonymous"] is not None for match in found)
    kept = [match for match in found if not match["mixed"] or counts[key_of(match)] > 1]
    caps = [match for match in kept if not match["mixed"]]
    recurs = anonymous > 1 or any(counts[key_of(match)] > 1 for match in kept)
    is_enough = len(kept) >= (LEAST if caps else LEAST + 1) and len({key_of(match) for match in kept}) > 1
    if not (recurs and is_enough and len(kept) >= SHARE * len(paragraphs)):
        return []
    kept = [m for m in found if not m["mixed"] or counts[key_of(m)] > 1 or ADDRESSED.match(m["mixed"]) or "(" in m[0]]
    return [Span(match.start(), match.start() + len(match[0].rstrip())) for match in kept]


def find_said(text: str, start: int) -> int:
    """Where the words behind a label at this place begin, be it that of a person or "TRANSCRIPT:"; the place itself
    where there is no label."""
    label = LABEL.match(text, start)
    if label is None:
        return start
    if text[label.end() : label.end() + 2].strip()[:1] in _OPENING_MARKS:
        # What is quoted keeps who says it.
        return start
    first = (label["mixed"] or "").split(" ")[0]
    is_named = not label["mixed"] or first in load_set("given_names.txt") or ADDRESSED.match(label["mixed"])
    return label.end() + (text[label.end() : label.end() + 1] == " ") if is_named else start


def key_of(label: re.Match[str]) -> str:
    """Who speaks, as labels of one speaker have it in common: the last word of the name."""
    held = HELD.search(label[0])
    name = held[1] if held else label["anonymous"] or label["caps"] or label["mixed"]
    return str(name).strip(" :\t\u00a0").split()[-1].strip(".").upper()


def is_speaker(label: re.Match[str]) -> bool:
    """Whether a label may name somebody: no word of furniture, no place."""
    if label["anonymous"]:
        return True
    name = label["caps"] or label["mixed"]
    if len(name) < 2 or any(word.strip(".").lower() in load_set("no_turns.txt") for word in name.split()):
        return False
    return name.title() not in load_set("known_places.txt")


def _try_label(rule: Rule[str], text: str) -> Iterator[Span]:
    """The labels at the heads of lines that have the form which the rule names."""
    for line in LINE.finditer(text):
        found = LABEL.match(line[0])
        if found and found[rule.find] and is_speaker(found):
            yield Span(line.start(), line.start() + found.end())


LABELS: Chain[str] = Chain(
    "labels of turns",
    (
        Rule(
            "letter or word for anybody",
            "anonymous",
            yes=("|Q:| Who pays?", "|QUESTION:| When?", "|Q    |Who pays?", "|Speaker 2:| Soon."),
            no=("Q is a letter", "QUESTIONS: three", "Answers: see below"),
        ),
        Rule(
            "name in capitals",
            "caps",
            yes=("|MS. ROE:| Good day.", "|GOV. TOM ROE (R), WESTLAND:| It is late.", "|HL:| I was a boy."),
            no=("NOTE: all times are local", "MOSCOW: The talks go on", "Ms. Roe: Good day."),
        ),
        Rule(
            "name",
            "mixed",
            yes=(
                "|Mr. Roe:| I will.",
                "|Luis Poe, KXYZ (voice-over):| The hall was full.",
                "|The Minister of Works (Mr. Sami Roe):| I beg to move.",
            ),
            no=("Photo: Ann Lee", "he said: I will", "Moscow: The talks go on"),
        ),
    ),
    _try_label,
)
"""The forms of a label; `find` is its group in the pattern. They count where labels recur all over a text. One pattern
tries them in this order, as each is another way to go on behind the same hour."""

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
