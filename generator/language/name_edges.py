"""Names that the model cut or ran together: credits glued to a name and small words at its end are cut, a nickname
is joined; a name that goes on in words of its own is made whole or left out.
"""

import re
from collections.abc import Iterator, Sequence

from generator.language.name import Name
from generator.language.rules.lexicon import is_calendar, is_common
from generator.model import Span
from generator.text.person_nouns import classify_person
from generator.text.wordlists import load_set

CREDIT = re.compile(r"(?<=[a-z])(?:Image|Photo|Picture|Photograph)$")
"""The first word of a credit, written on to the end of a name: "Jane DorranImage: ..."."""
NICKNAME = re.compile(r"[ \u201c\"]{0,2}$")
"""A quotation mark and blanks at the end of a name."""
REST = re.compile(r"[ \u201c\"]{0,2}[A-Z][\w.'\u2019]{0,20}[\u201d\"] [A-Z][\w'\u2019-]{1,30}")
"""A nickname in quotation marks with the surname behind it."""
PARTICLE = re.compile(r" (?:bin|ibn|al|el|de|da|di|van|von|of|the|and|for)$")
"""A small word that ends no name."""
GOING_ON = re.compile(r" (?P<first>[A-Z][a-z]{2,20})\b(?: (?P<second>[A-Z][a-z]{2,20})\b)?")
"""Up to two words in capitals behind a name."""
FEAST = re.compile(r"['\u2019]s (?:World )?(?:Day|Week|Month|Cup|Championships?)\b")
"""What makes an event of the name before it: "International Women | 's Day"."""
MEMBER = re.compile(
    r"(?P<body>[A-Z][\w' .-]{1,60}) (?P<role>[a-z-]{3,20}) (?P<person>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,3})"
)
"""A body, what somebody is in it, and the person, taken for one name."""
HALL = re.compile(r" of (?:the )?(?P<of>[A-Z][a-z]{2,20})\b(?! [A-Z])")
"""What a building is for, behind its kind: "Old Hall | of the Pilots"."""
HALLS = ("Hall", "Palace", "House", "Temple", "Tower", "Gate")
EVENTS = frozenset({"Convention", "Conference", "Congress", "Forum"})
"""Words for a body that more often end the name of an event."""
COMPLEMENT = re.compile(r" (?:for|on|of) (?:the )?(?P<first>[A-Z][\w-]{2,20})(?:(?: and)? [A-Z][\w-]{2,20}){0,3}")
"""What a body is for, behind the word for the body: "Center | for Port Safety"."""
ALONE = frozenset({"Parliament", "Senate", "Congress", "Cabinet", "Government", "Duma", "Knesset", "United"})
"""Words for a body that are names by themselves."""


def mend_names(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """The names with their edges put right, in order, without those that only are a part of one."""
    end = 0
    for name in (part for found in names for part in part_roles(text, found)):
        mended = mend(text, name)
        if mended and mended.span.start >= end:
            end = mended.span.end
            yield mended


def part_roles(text: str, name: Name) -> Iterator[Name]:
    """A body and its member apart: "Kolkata Riders | captain | Umran Sheikh"."""
    match = MEMBER.fullmatch(text, *name.span)
    if match is None or classify_person(match["role"]) != "role":
        yield name
        return
    yield Name(Span(*match.span("body")), "Organization")
    yield Name(Span(*match.span("person")), "Person")


def mend(text: str, name: Name) -> Name | None:
    """The name with its edges put right; None where it is only a part of a name."""
    words = name.span.of(text)
    credit = CREDIT.search(words)
    if credit and text[name.span.end : name.span.end + 1] == ":":
        return shorten(name, credit.start())
    if name.type == "Person":
        return mend_person(text, name)
    feast = FEAST.match(text, name.span.end) if name.type in ("Organization", "Event") else None
    if feast:
        return Name(Span(name.span.start, feast.end()), "Event")
    if name.type == "Place":
        hall = HALL.match(text, name.span.end) if words.endswith(HALLS) else None
        return name._replace(span=Span(name.span.start, hall.end())) if hall and is_common(hall["of"]) else name
    if name.type != "Organization":
        return name
    return go_on(text, name) if " " in words else complete(text, name)


def go_on(text: str, name: Name) -> Name | None:
    """A body with the rest of its name: "Old Violent Storm | Statistic System"; None where that is an event."""
    more = GOING_ON.match(text, name.span.end)
    if more is None:
        return name
    bodies = load_set("org_words.txt")
    ending = next((at for at in ("first", "second") if more[at] in bodies or more[at] == "System"), None)
    if ending is None:
        return name
    return None if more[ending] in EVENTS else name._replace(span=Span(name.span.start, more.end(ending)))


def complete(text: str, name: Name) -> Name:
    """A word for a body with what it is for: "Center | for Port Safety"."""
    words = name.span.of(text)
    if words not in load_set("org_words.txt") or words in ALONE:
        return name
    more = COMPLEMENT.match(text, name.span.end)
    if more is None or is_calendar(more["first"]):
        return name
    return name._replace(span=Span(name.span.start, more.end()))


def mend_person(text: str, name: Name) -> Name:
    """A person with nickname and surname, or without the quotation mark or small word at the end."""
    words = name.span.of(text)
    mark = NICKNAME.search(words)
    if mark and mark[0]:
        rest = REST.match(text, name.span.start + mark.start())
        return name._replace(span=Span(name.span.start, rest.end())) if rest else shorten(name, mark.start())
    particle = PARTICLE.search(words)
    return shorten(name, particle.start()) if particle else name


def shorten(name: Name, length: int) -> Name:
    """The first characters of a name."""
    return name._replace(span=Span(name.span.start, name.span.start + length))
