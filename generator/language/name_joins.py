"""Names of people with a hyphen, whole: "Nomsa Ndlela-Khoza", "Park Ki-moon", where the model sees but parts."""

import re
from collections.abc import Iterator, Sequence

from generator.language.name import Name, find_overlapping
from generator.language.rules.lexicon import is_common, is_taken
from generator.model import Span

HYPHENS = "-\u2010\u2011"
REST = re.compile(
    rf"(?:(?<=[{HYPHENS}])|[{HYPHENS}])(?P<part>[^\W\d_][\w'\u2019]{{0,24}})(?:[{HYPHENS}][^\W\d_][\w'\u2019]{{0,24}}){{0,2}}(?!\w)"
)
"""What follows the hyphen of a name that ends with it or in front of it."""
LEAD = re.compile(rf"(?:^|(?<=[\s(\u201c\"]))[^\W\d_][\w'\u2019]{{0,24}}[{HYPHENS}]$")
"""The first part of a name of which only what follows its hyphen was found."""
REACH = 30
"""Characters before a name in which its first part stands."""


def join_hyphens(text: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names in order, those of people whole; two people with a hyphen between stay two: "Biden-Harris"."""
    surnames = frozenset(find_surnames(text, names))
    joined: list[Name] = []
    for name in names:
        if not joined or joined[-1].span.end <= name.span.start:
            joined.append(complete(text, name, names, surnames))
    return tuple(joined)


def find_surnames(text: str, names: Sequence[Name]) -> Iterator[str]:
    """The last words of people named in full, without those that end at a hyphen."""
    for name in names:
        words = name.span.of(text).split()
        if name.type == "Person" and len(words) > 1 and text[name.span.end : name.span.end + 1] not in tuple(HYPHENS):
            yield words[-1]


def complete(text: str, name: Name, names: Sequence[Name], surnames: frozenset[str]) -> Name:
    """The name with what the text writes on to it by a hyphen, if it is one person's."""
    rest = REST.match(text, name.span.end)
    if rest is None:
        return begin(text, name, names, surnames)
    over = find_overlapping(names, Span(name.span.end, rest.end()))
    end = max(rest.end(), over[-1].span.end if over else 0)
    first, part = name.span.of(text).split()[-1].rstrip(HYPHENS), rest["part"]
    if not any(one.type == "Person" for one in (name, *over)) or {first, part} <= surnames:
        return name
    if any(one.type != "Person" and " " in one.span.of(text) for one in over):
        return name
    if text[name.span.end - 1] not in HYPHENS:
        plain = part.islower() or is_common(part)
        if plain or (f"{first}-{part}" not in surnames and any(map(is_taken, (first, part)))):
            return name
    return Name(Span(name.span.start, end), "Person")


def begin(text: str, name: Name, names: Sequence[Name], surnames: frozenset[str]) -> Name:
    """A person with the part before the hyphen that stands in front of the name: "Mary- | Jane Odu"."""
    lead = LEAD.search(text, max(0, name.span.start - REACH), name.span.start) if name.type == "Person" else None
    if lead is None or find_overlapping(names, Span(*lead.span())):
        return name
    first, part = lead[0].strip().rstrip(HYPHENS), name.span.of(text).split()[0]
    if not first[:1].isupper() or is_taken(first) or is_common(first) or {first, part} <= surnames:
        return name
    return name._replace(span=Span(lead.start(), name.span.end))
