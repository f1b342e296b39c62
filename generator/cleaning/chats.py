"""What a messenger writes among the messages of an exported chat: notices, and that something was left out."""

import re
from dataclasses import replace

from generator.cleaning.chrome import labelled
from generator.cleaning.prose import is_open
from generator.model import Document

NOTICE = "notice of the messenger"
_STAMP = (
    r"\u200e?\[?\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? (?:at )?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?"
    r"(?:[ \u202f][AaPp]\.?[Mm]\.?)?\]?(?: ?[-–:])? ?\u200e?"
)
_MESSAGE = re.compile(rf"{_STAMP}(?P<said>[^\n]{{1,400}})")
"""A line of a chat, behind its day and time."""
_NOTHING = (
    r"\u200e?(?:<[\w ]{3,20} omitted>|(?:image|video|audio|sticker|document|GIF|contact card) omitted|"
    r"<attached: [^<>\n]{1,120}>|(?:you deleted this message|this message was deleted)\.?|<this message was edited>|"
    r"missed (?:voice|video|group) call[^\n]{0,40}|null|messages (?:and calls )?(?:to this (?:chat|group)[^\n]{0,60})?"
    r"are[^\n]{0,40} ?end-to-end encrypt[^\n]{0,200})"
)
_OMITTED = re.compile(_NOTHING, re.IGNORECASE)
"""What stands behind a sender who sent no words."""
_UNSAID = re.compile(
    rf"(?:[^:\n]{{1,40}}: ?)?{_NOTHING}|[^:\n]{{1,80}} (?:created (?:this |the )?group|(?:was |were )?added|left|"
    r"joined using|changed (?:the|this|their|to)|removed|is a contact|turned (?:on|off)|pinned a message|"
    r"started a (?:call|video call))[^:\n]{0,120}",
    re.IGNORECASE,
)
"""What nobody said, behind day and time."""
_FEWEST = 3
"""Lines with day and time that show an exported chat."""


def is_omitted(said: str) -> bool:
    """Whether the words behind a sender only tell of something that is not in the text."""
    return _OMITTED.fullmatch(said) is not None


def is_unsaid(words: str) -> bool:
    """Whether the words behind day and time, with their sender if they have one, are the messenger's own."""
    return _UNSAID.fullmatch(words) is not None


def label_chat(document: Document) -> Document:
    """Leave out the notices of a chat whose turns are not told apart; nothing in any other text."""
    found = [_MESSAGE.fullmatch(block.span.of(document.text)) for block in document.blocks]
    if sum(match is not None for match in found) < _FEWEST:
        return document
    blocks = (
        labelled(block, NOTICE) if match and is_open(block) and is_unsaid(match["said"]) else block
        for block, match in zip(document.blocks, found, strict=True)
    )
    return replace(document, blocks=tuple(blocks))
