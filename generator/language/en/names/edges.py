"""Names of bodies, places and events that the model cut or ran together: what goes on is made whole, and a credit or a
member that is glued to a name comes off.
"""

import re
from collections.abc import Sequence

from generator.language.by_rules.lexicon import cues, is_calendar, is_common
from generator.language.en.names.people import shorten
from generator.language.en.names.steps import Prose, Step, change, part_overlapping
from generator.language.en.persons import classify_person
from generator.language.name import Name
from generator.model import Span
from generator.text.rules import Rule
from generator.text.wordlists import load_set

MEMBER = re.compile(
    r"(?P<body>[A-Z][\w' .-]{1,60}) (?P<role>[a-z-]{3,20}) (?P<person>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,3})"
)
"""A body, what somebody is in it, and the person, taken for one name."""


def part_members(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """A body and its member apart: "Kolkata Riders | captain | Umran Sheikh"."""
    parted: list[Name] = []
    for name in names:
        match = MEMBER.fullmatch(prose.text, *name.span)
        if match and classify_person(match["role"]) == "role":
            parted.append(Name(Span(*match.span("body")), "Organization"))
            name = Name(Span(*match.span("person")), "Person")
        parted.append(name)
    return part_overlapping(parted)


MEMBER_APART: Rule[Step] = Rule(
    "body and its member",
    part_members,
    yes=("The <O |Harbor Riders| captain |Tom Arden|> left.",),
    no=("The <O Bank of the South Sea> left.", "The <O Harbor Riders> captain <P Tom Arden> left."),
)

CREDIT = re.compile(r"(?<=[a-z])(?:Image|Photo|Picture|Photograph)$")
"""The first word of a credit, written on to the end of a name: "Jane DorranImage: ..."."""


def cut_credit(text: str, name: Name) -> Name:
    """A name without the first word of a credit."""
    credit = CREDIT.search(name.span.of(text)) if text.startswith(":", name.span.end) else None
    return shorten(name, credit.start()) if credit else name


GLUED_CREDIT: Rule[Step] = Rule(
    "credit at the end",
    change(cut_credit),
    yes=("<P |Jane Dorran|Image>: Tom Arden.", "The <L |Old Pier|Photo>: Ann Roe."),
    no=("<P Jane DorranImage> shop", "<O The Picture>: Tom Arden."),
)

FEAST = re.compile(r"['\u2019]s (?:World )?(?:Day|Week|Month|Cup|Championships?)\b")
"""What makes an event of the name before it: "International Women | 's Day"."""


def make_feast(text: str, name: Name) -> Name:
    """The day, the cup or the like of a body, as an event."""
    feast = FEAST.match(text, name.span.end) if name.type in ("Organization", "Event") else None
    return Name(Span(name.span.start, feast.end()), "Event") if feast else name


FEAST_DAY: Rule[Step] = Rule(
    "day or cup of a name",
    change(make_feast),
    yes=("<O |International Women>'s Day| is near.", "The <E |Rugby>’s World Cup| began."),
    no=("<P Ann Roe>'s Day at the pier.", "<O Harbor Riders>'s captain left."),
)

HALL = re.compile(r" of (?:the )?(?P<of>[A-Z][a-z]{2,20})\b(?! [A-Z])")
"""What a building is for, behind its kind: "Old Hall | of the Pilots"."""


def complete_hall(text: str, name: Name) -> Name:
    """A building with what it is for."""
    is_hall = name.type == "Place" and name.span.of(text).endswith(tuple(cues("hall")))
    hall = HALL.match(text, name.span.end) if is_hall else None
    return name._replace(span=Span(name.span.start, hall.end())) if hall and is_common(hall["of"]) else name


HALL_OF: Rule[Step] = Rule(
    "what a hall is for",
    change(complete_hall),
    yes=("They met in the <L |Old Hall> of the Pilots| today.", "They met in the <L |Palace> of Culture|."),
    no=("They met in the <L Old Hall> of Lima.", "They met in the <L Old Port> of Culture."),
)

GOING_ON = re.compile(r" (?P<first>[A-Z][a-z]{2,20})\b(?: (?P<second>[A-Z][a-z]{2,20})\b)?")
"""Up to two words in capitals behind a name."""


def complete_body(text: str, name: Name) -> Name | None:
    """A body with the rest of its name: "Old Violent Storm | Statistic System"; None where that is an event."""
    is_body = name.type == "Organization" and " " in name.span.of(text)
    more = GOING_ON.match(text, name.span.end) if is_body else None
    ending = more and next(
        (at for at in ("first", "second") if more[at] == "System" or is_word_for_body(more[at])), None
    )
    if more is None or ending is None:
        return name
    is_event = more[ending] in cues("event rather than a body")
    return None if is_event else name._replace(span=Span(name.span.start, more.end(ending)))


def is_word_for_body(word: str | None) -> bool:
    """Whether a word ends the names of bodies."""
    return word in load_set("org_words.txt")


REST_OF_BODY: Rule[Step] = Rule(
    "rest of a body",
    change(complete_body),
    yes=(
        "The <O |National Violent Storm> Statistic System| shows it.",
        "The <O |Liberal National|> Convention began.",
    ),
    no=(
        "The <O Liberal National> MP left.",
        "The <L Liberal National> System is old.",
        "The <O Liberal> System is old.",
    ),
    reason="with a word like Convention it is an event, of which the body is only a part",
)

COMPLEMENT = re.compile(r" (?:for|on|of) (?:the )?(?P<first>[A-Z][\w-]{2,20})(?:(?: and)? [A-Z][\w-]{2,20}){0,3}")
"""What a body is for, behind the word for the body: "Center | for Port Safety"."""


def complete_word(text: str, name: Name) -> Name:
    """A word for a body with what it is for."""
    words = name.span.of(text)
    is_word = name.type == "Organization" and is_word_for_body(words) and words not in cues("body by itself")
    more = COMPLEMENT.match(text, name.span.end) if is_word else None
    return name._replace(span=Span(name.span.start, more.end())) if more and not is_calendar(more["first"]) else name


WHAT_FOR: Rule[Step] = Rule(
    "what a body is for",
    change(complete_word),
    yes=("The <O |Center> for Port Safety| said so.", "The <O |Council> on Trade and Fisheries| met."),
    no=("They met the <O Commission> on Monday.", "The <O Parliament> of Peru met.", "The <O Brenlow> of Lima met."),
)
