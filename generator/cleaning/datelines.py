"""Lines that only say when the article was published."""

import re
from dataclasses import replace

from generator.cleaning.prose import is_open
from generator.model import Block, Document
from generator.text.calendar import FULL_DATE, date_of

_LABEL = re.compile(
    r"(?:first |last |originally )?(?:published|updated|posted|modified|created|issued|released|date|date published|"
    r"last update|updated date|publish date|publication date|post date|time)\b(?: on| at| by)?[ \t]*[:|\u2013-]?[ \t]*",
    re.IGNORECASE,
)
"""What introduces a date line."""
_TIME = re.compile(
    r"[ \t\u00a0,|\u2022\u00b7/@\u2013-]*(?:at )?\(?(?:\d{1,2}(?:[:.h]\d{2}){0,2}[ \t\u00a0]?(?:[ap]\.?m\.?)?(?: ?hrs)?"
    r"[ \t\u00a0]?(?:\(?(?:GMT|UTC|IST|E[SD]?T|P[SD]?T|C[SD]?T|M[SD]?T|BST|CES?T|GST|SGT|HKT|JST|AE[SD]T)\)?)?"
    r"(?:[+-]\d{1,2}:?\d{0,2})?)?\)?[ \t\u00a0.]*",
    re.IGNORECASE,
)
"""The time of day after a date."""
_CLOCK = re.compile(
    r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})? ?(?:[ap]\.?m\.?)?(?: ?(?:GMT|UTC|IST|E[SD]?T|BST))?,? ", re.IGNORECASE
)
"""The time of day before a date."""
_LONGEST = 120


def label_datelines(document: Document) -> Document:
    """Label the blocks that are a date and nothing else, perhaps with "Published" before and a time after it."""
    return replace(document, blocks=tuple(_label(block, block.span.of(document.text)) for block in document.blocks))


def _label(block: Block, text: str) -> Block:
    if not is_open(block) or block.kind == "list_item" or not is_dateline(text):
        return block
    return replace(block, kind="dateline")


def is_dateline(text: str) -> bool:
    """Whether the text is one full date, perhaps introduced and with a time."""
    if len(text) > _LONGEST:
        return False
    text = text.strip("|• \u00a0")
    label = _LABEL.match(text)
    time = _CLOCK.match(text, label.end() if label else 0)
    date = FULL_DATE.match(text, time.end() if time else label.end() if label else 0)
    return date is not None and date_of(date) is not None and _TIME.fullmatch(text, date.end()) is not None
