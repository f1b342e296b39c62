"""Transcripts and chats: each label becomes a block of its own that is no sentence, and what is said a paragraph.

What the house notes beside the words, "(Laughter.)", is a block apart, so that nobody says it.
What a messenger writes among the messages of an exported chat: notices, and that something was left out.
"""

from collections.abc import Iterator
from dataclasses import replace

from generator.cleaning.chrome import is_open, labelled
from generator.cleaning.examples import ARTICLE, LEAD, THANKS, Cleaner, page
from generator.language.wording import STAMPED, Turn, find_turns, is_omitted, is_unsaid, part_notes
from generator.model import Block, Document, Span
from generator.text.rules import Rule

NOTICE = "notice of the messenger"
STAGE = "note of the transcript"
_LONGEST = 400
"""Characters behind day and time in a line of a chat."""
_ENDS = (".", "!", "?", "…", ".”", "?”", "!”", '."', '?"', '!"')
"""How a sentence ends."""
_FEWEST = 3
"""Lines with day and time that show an exported chat."""


def label_chat(document: Document) -> Document:
    """Leave out the notices of a chat whose turns are not told apart; nothing in any other text."""
    found = [_read_message(block.span.of(document.text)) for block in document.blocks]
    if sum(said is not None for said in found) < _FEWEST:
        return document
    blocks = (
        labelled(block, NOTICE) if said and is_open(block) and is_unsaid(said) else block
        for block, said in zip(document.blocks, found, strict=True)
    )
    return replace(document, blocks=tuple(blocks))


def _read_message(words: str) -> str | None:
    """What stands behind day and time in a line of a chat."""
    stamp = STAMPED.match(words)
    said = words[stamp.end() :] if stamp else ""
    return said if said and "\n" not in said and len(said) <= _LONGEST else None


READ = frozenset({"paragraph", "heading", "list_item", "quotation", "byline", "standfirst"})
"""Kinds of blocks in which turns are looked for."""


def label_turns(document: Document) -> Document:
    """The document with the labels of its turns apart; a line that has a label is no heading."""
    text = document.text
    read = [block for block in document.blocks if is_read(block)]
    turns = find_turns(text, [block.span for block in read])
    if not turns:
        return document
    blocks: list[Block] = []
    at = 0
    for block in document.blocks:
        own: list[Turn] = []
        while at < len(turns) and turns[at].label.start < block.span.end:
            own.append(turns[at])
            at += 1
        blocks += divide(text, block, own) if own else [cut_notice(text, block)]
    first = turns[0].label.start
    parted = (piece for block in blocks for piece in part(text, block, is_inside=block.span.start > first))
    return replace(document, blocks=tuple(parted))


def find_first_turn(document: Document) -> int:
    """Where the first turn begins; the end of the text where there is none. No title stands behind it."""
    turns = find_turns(document.text, [block.span for block in document.blocks if is_read(block)])
    return turns[0].label.start if turns else len(document.text)


def is_read(block: Block) -> bool:
    """Whether a turn may begin in a block; a notice in a chat may have a sender, and counts as a message."""
    is_open = block.kind in READ or block.reason == NOTICE
    return is_open and not block.is_row and not block.is_label


def divide(text: str, block: Block, turns: list[Turn]) -> Iterator[Block]:
    """A block as what stands before its first label, and then labels and what is said."""
    plain = replace(block, kind="paragraph", reason=None)
    before = Span(block.span.start, block.span.start + len(text[block.span.start : turns[0].label.start].rstrip()))
    if before.start < before.end:
        yield cut_notice(text, replace(block, span=before))
    for turn in turns:
        if is_omitted(turn.said.of(text)):
            yield labelled(replace(plain, span=Span(turn.label.start, turn.said.end)), NOTICE)
            continue
        yield replace(plain, span=turn.label, is_label=True)
        if turn.said.start < turn.said.end:
            yield replace(plain, span=turn.said)


def part(text: str, block: Block, *, is_inside: bool) -> Iterator[Block]:
    """A block of a transcript without the notes of the house, which are blocks of their own; inside it, what ends as a
    sentence is no heading."""
    if not is_read(block):
        yield block
        return
    is_spoken = is_inside and block.kind == "heading" and text[: block.span.end].endswith(_ENDS)
    pieces = list(part_notes(text, block.span))
    for span, is_note in pieces:
        if is_note:
            yield labelled(replace(block, span=span), STAGE)
        else:
            kind = "paragraph" if is_spoken or len(pieces) > 1 else block.kind
            yield replace(block, span=span, kind=kind, reason=block.reason if kind == block.kind else None)


def cut_notice(text: str, block: Block) -> Block:
    """A line that the program of a chat wrote is no content."""
    stamp = STAMPED.match(text, *block.span)
    is_notice = stamp is not None and is_unsaid(text[stamp.end() : block.span.end].strip())
    return labelled(block, NOTICE) if is_notice else block


CHAT: Rule[Cleaner] = Rule(
    "messages of a chat",
    label_chat,
    yes=(
        page(
            "[04/09/2021, 07:15:32] Nina Voss: The lorries came before it was light.",
            "[04/09/2021, 07:16:02] Nina Voss: And nobody let them in.",
            "|[04/09/2021, 07:16:40] Paul Keane left|",
        ),
    ),
    no=(
        page(*ARTICLE, "[04/09/2021, 07:16:40] Paul Keane left"),
        page("09.04, 7 AM Nina Voss: We go.", "10.04, 7 AM Nina Voss: So we do.", "Paul Keane left"),
    ),
    reason="Three lines with day and time show an exported chat; one may stand in any text.",
)
TURNS: Rule[Cleaner] = Rule(
    "turns of a transcript",
    label_turns,
    yes=(
        page("|MS. ROE:| Good day to all of you.", "|MR. POE:| Nobody pays for it.", "|MS. ROE:| The town does so."),
        page(
            "|MS. ROE:| Good day to you.",
            "|Q| Who pays?",
            "|(Cross-talk.)|",
            "|MS. ROE:| We do. |(Laughter.)|",
            "|Q| When?",
        ),
        page("|Mr. ROE.| I yield to him.", "|Mr. POE.| I thank him for it.", "|Mr. ROE.| Without objection, I hope."),
        page(
            "|Tom Roe (Westmoor) (Lab)|",
            "Will she ride the bus?",
            "|Ann Poe|",
            "I would be glad to do so.",
            "|Tom Roe|",
            "Then she may come on Monday.",
            "|Ann Poe|",
            "I will.",
        ),
    ),
    no=(
        page(*ARTICLE, "NOTE: the pier stays shut."),
        page("Photo: Ann Lee", "Editing: Bo Ek", "Text: Edda Moss", THANKS),
        page(*ARTICLE, "Q: So is the pier open? It is, says the mayor.", "(Laughter.)"),
        page("Tom Roe: The mayor wants it.", "Ann Poe: The clerk waits.", "Bo Ek: The banker pays.", THANKS),
        page("Tom Roe", THANKS, "Ann Poe", LEAD, "Bo Ek", THANKS, "Edda Moss", LEAD),
    ),
)
