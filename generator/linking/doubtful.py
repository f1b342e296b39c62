"""Names that may be none: what speaks against a name as it is written and where it stands."""

import re

from generator.linking.entities import Group
from generator.model import Analysis, Span
from generator.text.wordlists import load_set

ODD = re.compile(r"[|@/:<>{}\[\]\\=+*#]|\d{3}")
"""Characters that few names have."""
LONGEST_PERSON, LONGEST = 5, 9
"""Words of a name."""


def doubt_name(group: Group) -> str | None:
    """Why a name may be none, as a clause for a person; None where nothing speaks against it."""
    name = group.name
    words = name.split()
    if ODD.search(name) and group.key.type != "Event":
        return "It has characters that few names have"
    if len(words) > (LONGEST_PERSON if group.key.type == "Person" else LONGEST):
        return "It is longer than most names"
    if name == name.lower() and name != name.upper():
        return "It is written in small letters"
    if (
        len(words) == 1
        and group.key.type in ("Person", "Organization")
        and name.lower() in load_set("common_words.txt")
    ):
        return "It is an everyday word too"
    if not any(stands_in_sentence(member.analysis, e.span) for member in group.members for e in member.mentions):
        return "It stands in headings and captions only"
    return None


def stands_in_sentence(analysis: Analysis, span: Span) -> bool:
    """Whether the words stand in a sentence of the body."""
    return any(sentence.overlaps(span) for sentence in analysis.sentences)
