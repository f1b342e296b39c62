"""Lines that say when, and nothing else."""

import re
from typing import NamedTuple

from generator.text.calendar import FULL_DATE, date_of

_LABEL = re.compile(
    r"(?P<updated>(?:last |date )?(?:updated|modified|update)(?: date)?)(?![^\W\d_])|"
    r"(?:first |originally )?(?:published|posted|created|issued|released|date(?: published| posted)?|"
    r"publish date|publication date|post date|time)\b",
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
_AFTER_LABEL = re.compile(r"(?: on| at| by)?[ \t\u00a0]*[:|\u2013-]?[ \t\u00a0]*")
_MARKS = "|•·\u00a0 \t"


class DateLine(NamedTuple):
    """A line that is a date and nothing else."""

    value: str
    """EDTF."""
    start: int
    end: int
    """Where the date stands in the line."""
    label: str | None
    """`published` or `updated`, where a word before the date says so."""


def find_date_line(text: str) -> DateLine | None:
    """The date of a line that is one full date, perhaps introduced and with a time; None for any other line."""
    if len(text) > _LONGEST:
        return None
    at = len(text) - len(text.lstrip(_MARKS))
    label = _LABEL.match(text, at)
    if label:
        after = _AFTER_LABEL.match(text, label.end())
        at = after.end() if after else label.end()
    clock = _CLOCK.match(text, at)
    date = FULL_DATE.match(text, clock.end() if clock else at)
    value = date_of(date) if date else None
    if date is None or value is None or not _TIME.fullmatch(text.rstrip(_MARKS), date.end()):
        return None
    kind = None if label is None else "updated" if label["updated"] else "published"
    return DateLine(value, date.start(), date.end(), kind)
