"""Names that begin with the surname, whole where the model sees but what follows it: "Lim | Kit Wai".

Names that the model cut or ran together: credits glued to a name and small words at its end are cut, a nickname
is joined; a name that goes on in words of its own is made whole or left out.

Names of people with a hyphen, whole: "Nomsa Ndlela-Khoza", "Park Ki-moon", where the model sees but parts.
"""

import re
from collections.abc import Iterator, Sequence

from generator.language.by_rules.lexicon import is_calendar, is_common, is_taken, is_title
from generator.language.en.persons import classify_person
from generator.language.name import Name, find_overlapping
from generator.language.people.cultures import is_eastern, is_syllable
from generator.model import Span
from generator.text.names import fold_name
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


HYPHENS = "-\u2010\u2011"
REST_NAME_JOINS = re.compile(
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
            joined.append(complete_name_joins(text, name, names, surnames))
    return tuple(joined)


def find_surnames(text: str, names: Sequence[Name]) -> Iterator[str]:
    """The last words of people named in full, without those that end at a hyphen."""
    for name in names:
        words = name.span.of(text).split()
        if name.type == "Person" and len(words) > 1 and text[name.span.end : name.span.end + 1] not in tuple(HYPHENS):
            yield words[-1]


def complete_name_joins(text: str, name: Name, names: Sequence[Name], surnames: frozenset[str]) -> Name:
    """The name with what the text writes on to it by a hyphen, if it is one person's."""
    rest = REST_NAME_JOINS.match(text, name.span.end)
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


SURNAME = re.compile(r"(?:^|(?<=[\s(\u201c\"]))[A-Z][a-z]{1,5} $")
"""A word in front of a name that may be its surname."""
REACH_SURNAMES_FIRST = 12
"""Characters before a name in which its surname stands."""


def join_surnames(text: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names in order; people of two given names with the surname before them, whether found as a name or not."""
    joined: list[Name] = []
    for name in names:
        whole = begin_surnames_first(text, name, names)
        if whole.span.start < name.span.start and joined and joined[-1].span.start == whole.span.start:
            joined.pop()
        joined.append(whole)
    return tuple(joined)


def begin_surnames_first(text: str, name: Name, names: Sequence[Name]) -> Name:
    """A person of two given names of one syllable each, with the surname in front of them."""
    lead = SURNAME.search(text, max(0, name.span.start - REACH_SURNAMES_FIRST), name.span.start)
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
