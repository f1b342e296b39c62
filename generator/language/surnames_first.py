"""Names that begin with the surname, whole where the model sees but what follows it: "Lim | Kit Wai"."""

import re
from collections.abc import Sequence

from generator.language.name import Name, find_overlapping
from generator.language.rules.lexicon import is_common, is_title
from generator.model import Span
from generator.text.name_cultures import is_eastern, is_syllable
from generator.text.names import fold_name

SURNAME = re.compile(r"(?:^|(?<=[\s(\u201c\"]))[A-Z][a-z]{1,5} $")
"""A word in front of a name that may be its surname."""
REACH = 12
"""Characters before a name in which its surname stands."""


def join_surnames(text: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names in order; people of two given names with the surname before them, whether found as a name or not."""
    joined: list[Name] = []
    for name in names:
        whole = begin(text, name, names)
        if whole.span.start < name.span.start and joined and joined[-1].span.start == whole.span.start:
            joined.pop()
        joined.append(whole)
    return tuple(joined)


def begin(text: str, name: Name, names: Sequence[Name]) -> Name:
    """A person of two given names of one syllable each, with the surname in front of them."""
    lead = SURNAME.search(text, max(0, name.span.start - REACH), name.span.start)
    given = fold_name(name.span.of(text)).split()
    if lead is None or name.type != "Person" or len(given) != 2 or not all(map(is_syllable, given)):
        return name
    surname = lead[0].strip()
    if is_common(surname.lower()) or is_title(surname) or not is_eastern([surname.lower(), *given]):
        return name
    span = Span(lead.start(), lead.end() - 1)
    if any(over.span != span or over.type != "Person" for over in find_overlapping(names, span)):
        return name
    return name._replace(span=Span(span.start, name.span.end))
