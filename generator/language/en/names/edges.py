"""Where names begin and end. Names of bodies, places and events that the model cut or ran together: what goes on is
made whole, and a credit or a member that is glued to a name comes off.
"""

import re
from collections.abc import Sequence

from generator.language.by_rules.lexicon import (
    cues,
    head_words,
    is_calendar,
    is_common,
    is_title,
    known_type,
    split_tokens,
)
from generator.language.en.names.people import shorten
from generator.language.en.names.steps import Prose, Step, change, part_overlapping
from generator.language.en.persons import classify_person
from generator.language.name import Name, lay_over
from generator.model import EntityType, Span
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
CENTERS = (" Center", " Centre", " Institute", " Foundation", " Alliance", " Coalition", " Initiative", " Campaign")
"""Ends of bodies that have a name and may be for something besides."""


def complete_word(text: str, name: Name) -> Name:
    """A word for a body with what it is for."""
    words = name.span.of(text)
    is_word = name.type == "Organization" and is_word_for_body(words) and words not in cues("body by itself")
    is_named = name.type == "Organization" and words.endswith(CENTERS)
    more = COMPLEMENT.match(text, name.span.end) if is_word or is_named else None
    is_whole = more is None or is_calendar(more["first"]) or not (is_word or is_for_task(more[0]))
    return name if more is None or is_whole else name._replace(span=Span(name.span.start, more.end()))


def is_for_task(words: str) -> bool:
    """Whether words say what a body is for, each a common one: " for Port Safety"."""
    return words.startswith(" for ") and all(is_common(word) for word in words.split() if word[0].isupper())


WHAT_FOR: Rule[Step] = Rule(
    "what a body is for",
    change(complete_word),
    yes=(
        "The <O |Center> for Port Safety| said so.",
        "The <O |Council> on Trade and Fisheries| met.",
        "The <O |Roe Centre> for <O Port Safety|> left.",
    ),
    no=(
        "She left the <O Roe Institute> for <O Brenlow>.",
        "They met the <O Commission> on Monday.",
        "The <O Parliament> of Peru met.",
        "The <O Brenlow> of Lima met.",
    ),
)

POLL = (
    r"(?:presidential|parliamentary|legislative|general|federal|state|local|municipal|mayoral|gubernatorial|regional"
    r"|national|council|government|assembly|senate|congressional|leadership)"
)
"""What stands before the word for a poll."""
REST_OF_POLL = re.compile(
    rf"(?: [A-Z][\w.'\u2019-]*){{0,4}}(?: {POLL}){{0,3}} "
    r"(?:elections?|by-elections?|caucus(?:es)?|primar(?:y|ies)|referendum)\b"
)
"""The rest of the name of a poll: "2019 UK | general election"."""
OF_YEAR = re.compile(r"(?:19|20)\d\d [A-Z]")
"""How the name of one of several that are held begins."""


def complete_poll(text: str, name: Name) -> Name:
    """A poll of a year with the rest of its name."""
    is_cut = name.type == "Event" and OF_YEAR.match(name.span.of(text)) is not None
    rest = REST_OF_POLL.match(text, name.span.end) if is_cut else None
    return name._replace(span=Span(name.span.start, rest.end())) if rest else name


REST_OF_A_POLL: Rule[Step] = Rule(
    "rest of a poll",
    change(complete_poll),
    yes=(
        "They won the <E |2019 Peruvian> general election|.",
        "She won the <E |2020 Marle> caucuses| in May.",
        "She won the <E |2018 West Marle> Republican Senate primary|.",
        "He lost the <E |2020 Brenlow presidential> election|.",
        "He lost the <E |2020 Marle> <O Harbor Party> presidential primary| there.",
    ),
    no=(
        "The <E 2019 Rugby World Cup> final began.",
        "The <E Marle Games> election committee met.",
        "<O Labour> general election plans leaked.",
        "The <E 2020 Games> closed before elections.",
    ),
)

SERIES = re.compile(r" (?:I{1,3}|IV|Two|One)\b")
"""The number behind a war: "World War | II"."""
PAIRED = re.compile(r"(?<![\w-])[A-Z][\w'\u2019]{2,20}[\u2013-]$")
"""The first of two sides in the name of a war, with its hyphen: "Iran– | Iraq War"."""


def complete_wars(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names, wars with their number and both of their sides."""
    wars = (name for name in names if name.type == "Event" and name.span.of(prose.text).endswith((" War", " Wars")))
    return lay_over(names, [war for name in wars if (war := complete_war(prose.text, name)) != name])


def complete_war(text: str, name: Name) -> Name:
    """A war with its number and both of its sides."""
    number = SERIES.match(text, name.span.end)
    side = PAIRED.search(text, max(0, name.span.start - 25), name.span.start)
    start, end = side.start() if side else name.span.start, number.end() if number else name.span.end
    return name._replace(span=Span(start, end))


NUMBER_AND_SIDES: Rule[Step] = Rule(
    "number and sides of a war",
    complete_wars,
    yes=(
        "A <E |World War> II|-era wreck was found.",
        "The <L |Marle>\u2013<E Brenlow War|> ended.",
        "He left after the |Marle-<E Brenlow War|>.",
    ),
    no=("The <E Cold War> In May ended.", "The pre-<E Vietnam War> draft ended.", "<E Marle Games> II began."),
)

MORE = re.compile(r" [A-Z][a-z][\w'\u2019-]*(?: (?:(?:of|and) )?[A-Z][a-z][\w'\u2019-]*){0,3}")
"""Words in capitals behind a place."""
OFFICER = re.compile(r" (?:[Cc]hief |[Cc]ircuit )?(?:[Jj]udge|[Aa]ttorney|[Cc]ourt|[Cc]ommissioner|[Cc]lerk)\b")
"""What makes an office or a court of the words before it: "US District | judge"."""
KINDS: tuple[tuple[str, EntityType], ...] = (
    ("place_words", "Place"),
    ("org_words", "Organization"),
    ("event_words", "Event"),
)
"""The lists of words that longer names end with, and what each makes of one."""


def complete_place(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names, a place with the rest of the longer name that only begins with it."""
    begun = {name.span.start for name in names}
    return part_overlapping(name if name.type != "Place" else find_whole(prose, name, begun) for name in names)


def find_whole(prose: Prose, name: Name, begun: set[int]) -> Name:
    """A place with all words in capitals behind it, where the last is one that such a name ends with."""
    more = MORE.match(prose.text, name.span.end, prose.block_of(name).end)
    words = split_tokens(prose.text, more.start(), more.end()) if more else []
    if not words or any(word.start in begun or is_no_part(word.text) for word in words):
        return name
    if OFFICER.match(prose.text, words[-1].end):
        return name
    kind = next((kind for listed, kind in KINDS if words[-1].text in head_words(listed)[0]), None)
    return Name(Span(name.span.start, words[-1].end), kind) if kind else name


def is_no_part(word: str) -> bool:
    """Whether a word in capitals stands for itself behind a place: an office, a day, a name of its own."""
    return is_title(word) or is_calendar(word) or known_type(word) is not None


REST_OF_A_PLACE: Rule[Step] = Rule(
    "rest of a name that begins with a place",
    complete_place,
    yes=(
        "The bomb at the <L |Lima> Stock Exchange| was found.",
        "It hit <L |Quito> International Airport|.",
        "An <L |Iraq> War| veteran spoke.",
        "She works at <L |Lima> Fire and Rescue Service|.",
    ),
    no=(
        "The <L Lima> Police Commissioner left.",
        "The <L Lima> Monday Market closed.",
        "Troops left <L Mali> and Defence Ministry staff stayed.",
        "<L Lima> <O Harbour Council> met.",
        "The <L U.S.> Constitution says so.",
        "<O Lima> Stock Exchange fell.",
        "A <L Peruvian Republic> District judge agreed.",
    ),
)

DISTRICT = re.compile(r"(?P<of>.*?) ?\bDistrict")
"""A place with the word that belongs to the office behind it: "Manhattan District | Attorney"."""


def cut_district(text: str, name: Name) -> Name | None:
    """A place without the first word of an office or a court; None where nothing else is left of it."""
    match = DISTRICT.fullmatch(name.span.of(text)) if name.type == "Place" else None
    if match is None or not OFFICER.match(text, name.span.end):
        return name
    return shorten(name, match.end("of")) if match["of"] not in ("", "Federal") else None


DISTRICT_OF_OFFICE: Rule[Step] = Rule(
    "district of an office",
    change(cut_district),
    yes=("The <L |Quito| District> Attorney left.", "A <L |Federal District|> Judge agreed."),
    no=("The <L Quito District> is old.", "The <O Quito District> Court sat.", "The <L Quito> District Attorney left."),
)
