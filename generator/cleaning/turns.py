"""Transcripts and chats: each label becomes a block of its own that is no sentence, and what is said a paragraph."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.model import Block, Document, Span
from generator.text.turns import STAMPED, Turn, find_turns

READ = frozenset({"paragraph", "heading", "list_item", "quotation", "byline", "standfirst"})
"""Kinds of blocks in which turns are looked for."""
EMPTY = re.compile(
    r"[<\[(]?(?:media|image|video|audio|sticker|gif|document|contact card) (?:omitted|weggelassen)[>\])]?"
    r"|this message was deleted\.?|you deleted this message\.?|missed (?:voice|video) call\.?|null",
    re.IGNORECASE,
)
"""What an exported chat has in the place of something that is not in it."""
NOTICE = re.compile(
    r"\u200e?(?:messages [^\n.:]{0,60}end-to-end encrypt|[^\n:]{1,60} (?:created (?:this )?group|changed (?:the|this) "
    r"(?:subject|group|security)|joined using|added you\b|left$))",
    re.IGNORECASE,
)
"""What the program of a chat says."""


def label_turns(document: Document) -> Document:
    """The document with the labels of its turns apart; a line that has a label is no heading."""
    text = document.text
    read = [block for block in document.blocks if block.kind in READ and not block.is_row and not block.is_label]
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
    return replace(document, blocks=tuple(blocks))


def divide(text: str, block: Block, turns: list[Turn]) -> Iterator[Block]:
    """A block as what stands before its first label, and then labels and what is said."""
    plain = replace(block, kind="paragraph", reason=None)
    before = Span(block.span.start, block.span.start + len(text[block.span.start : turns[0].label.start].rstrip()))
    if before.start < before.end:
        yield cut_notice(text, replace(block, span=before))
    for turn in turns:
        yield replace(plain, span=turn.label, is_label=True)
        if turn.said.start < turn.said.end:
            said = replace(plain, span=turn.said)
            is_empty = EMPTY.fullmatch(turn.said.of(text).strip("\u200e ")) or NOTICE.match(turn.said.of(text))
            yield replace(said, kind="boilerplate", reason="notice of the chat") if is_empty else said


def cut_notice(text: str, block: Block) -> Block:
    """A line that the program of a chat wrote is no content."""
    stamp = STAMPED.match(text, *block.span)
    if stamp and NOTICE.match(text, stamp.end(), block.span.end):
        return replace(block, kind="boilerplate", reason="notice of the chat")
    return block
