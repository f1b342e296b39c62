"""Where names begin and end. Names of bodies, places and events that the model cut or ran together: what goes on is
made whole, and a credit or a member that is glued to a name comes off. What an office is for is no name of its own:
"Welfare" in "head of Recruitment and Welfare", "Russia" in "Secretary for Russia and Ukraine".
"""

import re
from collections.abc import Sequence

from generator.language.by_rules.lexicon import (
    Token,
    cues,
    is_calendar,
    is_common,
    is_head,
    is_title,
    known_type,
    split_tokens,
)
from generator.language.by_rules.statements import find_title_before
from generator.language.en.names.people import shorten
from generator.language.en.names.steps import Prose, Step, change, drop, drop_in_block, part_overlapping
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


def drop_countries(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names without those inside of somebody's office: "Russia, Ukraine and Eurasia" in "Secretary for ..."."""
    offices = [office for name in names if name.type == "Person" and (office := find_office(prose, name))]
    return [name for name in names if not any(office.overlaps(name.span) for office in offices)]


def find_office(prose: Prose, name: Name) -> Span | None:
    """What follows "for" in the title before a person."""
    title = find_title_before(prose.text, prose.block_of(name).start, name.span)
    cut = prose.text.find(" for ", title.start, title.end) if title else -1
    return Span(cut, title.end) if title and cut >= 0 else None


COUNTRIES_OF_OFFICE: Rule[Step] = Rule(
    "countries of an office",
    drop_countries,
    yes=("They met Deputy Secretary for <L |Chile|>, <L |Peru|> and <L |Ecuador|> <P Laura Kemp>.",),
    no=(
        "They left for <L Chile> with <P Laura Kemp>.",
        "The <O Union for Trade> met <P Laura Kemp> in <L Lima>.",
        "Minister <P Laura Kemp> left for <L Chile>.",
    ),
)

BOUND = frozenset({"and", "of", "for", "the", "&", "in"})
"""Words inside the name of an office."""
LONGEST_OFFICE = 120
"""Characters before a department in which its office is looked for."""
WORDS_BEFORE = 9
"""Words before a department in which the word for its head stands."""
FIELD = re.compile(r".{2,}(?:tion|ment|ness|ity|ship|cy|ance|ence|ics|istry|sion|ture|ing|reach)s?")
"""How nouns for fields of work end, case-folded."""


def is_field(text: str, name: Name, block: Span) -> bool:
    """Whether common words are what an officer is head of: "Publicity" in "Project Officer, Publicity and Research"."""
    if name.type != "Organization":
        return False
    tokens = split_tokens(text, max(block.start, name.span.start - LONGEST_OFFICE), min(block.end, name.span.end))
    inside = [token for token in tokens if token.start >= name.span.start]
    if not inside or not all(is_plain(token) for token in inside):
        return False
    return heads(tokens[: -len(inside)], inside[0].gap)


def is_plain(token: Token) -> bool:
    """Whether a word is a common one that heads no name of a body."""
    known = known_type(token.text) or is_head(token.text)
    plain = is_common(token.text) or FIELD.fullmatch(token.text.lower()) is not None
    return token.text in BOUND or (plain and not known and not token.text.isupper())


def heads(tokens: Sequence[Token], gap: str) -> bool:
    """Whether these words end in an office that goes on: "head of", "Officer, Advocacy and"."""
    at = len(tokens) - 1
    if gap.strip() not in ("", ","):
        return False
    while at >= 0 and len(tokens) - at < WORDS_BEFORE:
        token = tokens[at]
        if is_title(token.text) and not token.possessive:
            return at < len(tokens) - 1 or gap.strip() == ","
        inside = token.text in BOUND or (is_plain(token) and token.is_capitalized)
        if not inside or token.gap.strip() not in ("", ","):
            return False
        at -= 1
    return False


FIELD_OF_OFFICE: Rule[Step] = Rule(
    "field of an office",
    drop_in_block(is_field),
    yes=(
        "A Project Officer, <O |Publicity|> and Research, left.",
        "A Project Officer, Publicity and <O |Research|>, left.",
        "The head of <O |Recruitment|> and Welfare agreed.",
        "The Director of <O |Public Prosecutions|> left.",
    ),
    no=(
        "The head of <O Kenya Airways> agreed.",
        "The head of the <O Health Ministry> agreed.",
        "Training centres of <O Research> grew.",
        "The head of <L Recruitment> agreed.",
    ),
)

OFFICE_REACH = 90
"""Characters before a name in which the noun for an office stands."""
LEAD = re.compile(
    r"\b(?P<head>[\w-]{3,30})(?P<link>,? (?:of|for|in charge of) (?:the )?|, )"
    r"(?:[A-Z][\w-]{1,20}(?:, and |, | and | & | of | for | ))*$"
)
"""An office and the words of what it is for, up to a name."""
STATE = re.compile(r"\b(?:Minister|Ministers|Secretary|Secretaries) of $")
"""What makes half an office of "State for Power"."""
WORD = re.compile(r"[^\W\d_][\w-]*")
"""A word of a name or between names."""


def is_department(text: str, name: Name) -> bool:
    """Whether a name is made of words for tasks, behind the noun for an office: "Commissioner for | Works"."""
    if name.type not in ("Organization", "Place"):
        return False
    words = [word for word in WORD.findall(name.span.of(text)) if word[0].isupper()]
    if words and words[0] == "State" and STATE.search(text, max(0, name.span.start - 20), name.span.start):
        return True
    if not words or not are_tasks(name.span.of(text)):
        return False
    lead = LEAD.search(text, max(0, name.span.start - OFFICE_REACH), name.span.start)
    return lead is not None and classify_person(lead["head"]) == "role" and is_task(lead)


def is_task(lead: re.Match[str]) -> bool:
    """Whether the words between office and name are tasks too; a comma alone counts behind a capital only."""
    between = lead[0][len(lead["head"]) + len(lead["link"]) :]
    return are_tasks(between) and (lead["link"] != ", " or lead["head"][0].isupper())


def are_tasks(words: str) -> bool:
    """Whether all words in capitals are words for tasks."""
    return all(word in load_set("portfolio_words.txt") for word in WORD.findall(words) if word[0].isupper())


DEPARTMENT: Rule[Step] = Rule(
    "department",
    drop(is_department),
    yes=(
        "The head of <O |Recruitment|> and Welfare agreed.",
        "The head of Recruitment and <O |Welfare|> agreed.",
        "The head of <O |Recruitment and Welfare|> agreed.",
        "The Commissioner for <O |Works|>, Bola Ade, spoke.",
        "She is Project Officer, <O |Publicity|> and Research, there.",
        "The Minister of <O |State for Power|> spoke.",
        "the Minister for Education, <O |Youth and Sports|>",
        "the director of <O |Research and Planning|>",
        "Vice President for <O |Corporate Affairs|> Ann Bell",
        "the manager in charge of <O |Operations|>",
    ),
    no=(
        "the head of Apple and <O Google>",
        "the chief executive of <O Orange>",
        "the director of <O Human Rights Watch>",
        "the head of the <O Training Institute>",
        "the Ministry of <O Health>",
        "She works for <O Justice>.",
        "the secretary of <O State Farm>",
        "a teacher, <O Justice for All> said",
        "said Tom Arden of <O Transport for London>",
        "The head of <P Welfare> agreed.",
    ),
)
