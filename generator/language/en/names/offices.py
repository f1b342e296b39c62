"""What stands beside a person or a thing like a name and is none: offices that are cut short, "Dy CM", planes by their
number, "Boeing 707", who a disease is called after, the half of a name; and a place before an occupation.

What an office is for is no name of its own: "Welfare" in "head of Recruitment and Welfare", "Russia" in "Secretary for
Russia and Ukraine".
"""

import re
from collections.abc import Sequence
from functools import cache

from generator.language.by_rules.lexicon import Token, is_common, is_head, is_title, known_type, split_tokens
from generator.language.by_rules.statements import find_title_before
from generator.language.en.names.steps import Prose, Step, drop, drop_in_block
from generator.language.en.persons import classify_person
from generator.language.name import Name
from generator.language.world.places import find_country
from generator.model import Span
from generator.text.rules import Rule
from generator.text.wordlists import load_sections, load_set


@cache
def listed(section: str) -> frozenset[str]:
    """The words of a section of `short_offices.txt`, each also with a full stop."""
    words = dict(load_sections("short_offices.txt"))[section]
    return frozenset((*words, *(f"{word}." for word in words)))


def is_cut_short(words: Sequence[str], section: str) -> bool:
    """Whether all words are parts of offices that are cut short, the first one on a section."""
    return words[0] in listed(section) and all(
        word in listed("parts of offices") or word in listed("short offices") for word in words[1:]
    )


def drop_offices(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names without those that are offices, and people without the office before them."""
    text, kept = prose.text, []
    people = {name.span.start for name in names if name.type == "Person"}
    for name in names:
        words = name.span.of(text).split()
        is_titled = name.span.end + 1 in people or (
            text[name.span.end : name.span.end + 1] == "." and name.span.end + 2 in people
        )
        is_office = is_cut_short(words, "parts of offices") or (is_titled and is_cut_short(words, "short offices"))
        if name.type != "Place" and is_office:
            continue
        kept.append(cut_office(text, name) if name.type == "Person" else name)
    return kept


def cut_office(text: str, name: Name) -> Name:
    """A person's name without offices in short form before it: "Addl SP | Ravi Kumar"."""
    words = name.span.of(text).split(" ")
    count = 0
    while count < len(words) - 1 and (
        words[count] in listed("parts of offices") or words[count] in listed("short offices")
    ):
        count += 1
    size = len(" ".join(words[:count])) + 1 if count else 0
    return name._replace(span=Span(name.span.start + size, name.span.end)) if size else name


SHORT_OFFICE: Rule[Step] = Rule(
    "office cut short",
    drop_offices,
    yes=(
        "<P Anil Das> (<O |Dy|> CM) left.",
        "The <O |DyCM|> left.",
        "<P |Addl|>. Chief Secretary <P Anil Das> left.",
        "<O |SP|> <P Meena Rao> wrote to <P |Jt.|> Director <P Anil Das>.",
        "<P Addl SP |Ravi Kumar|> came with <P FM |Sitha Roy|>.",
    ),
    no=(
        "The <O SP> won 40 seats.",
        "<P Er> left.",
        "The <O HM> Prison is old.",
        "<P Anil Das> left the <O FM>.",
        "The <O SP> and <P Meena Rao> left.",
    ),
    reason="a party or station may have the letters of an office: without a person behind them they stay",
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

MODEL = re.compile(r"(?P<maker>[A-Z][\w-]+(?: [A-Z][\w-]+)?) (?:[A-Z]{1,4}-?)?\d{1,4}[\w-]{0,6}(?: [A-Z]\w{1,9}){0,2}")
"""A maker with the number of a model: "Boeing 707", "Airbus A320", "Boeing 737 MAX"."""


def is_model(text: str, name: Name) -> bool:
    """Whether the words name a plane, ship or car by its maker and number."""
    model = MODEL.fullmatch(name.span.of(text)) if name.type != "Event" else None
    return model is not None and model["maker"] in listed("makers")


MODEL_OF_MAKER: Rule[Step] = Rule(
    "model of a maker",
    drop(is_model),
    yes=(
        "A <O |Boeing 707|> and an <O |Airbus A320|> fell.",
        "A <P |Cessna 172|> fell.",
        "The <O |Boeing 737 MAX|> is back.",
    ),
    no=(
        "<O Boeing> fell.",
        "<O Studio 54> closed.",
        "<O Radio 702> said so.",
        "<E Apollo 13> fell.",
        "<O Boeing Canada> left.",
    ),
)

DISEASE = re.compile(r"['\u2019]s? (?:[Dd]isease|[Ss]yndrome|[Ll]ymphoma|[Pp]alsy|[Cc]horea|[Ss]arcoma|[Dd]ementia)\b")
"""What makes an illness of the name before it: "Parkinson's disease"."""


def is_of_disease(text: str, name: Name) -> bool:
    """Whether an illness is called by the name."""
    return " " not in name.span.of(text) and DISEASE.match(text, name.span.end) is not None


CALLED_DISEASE: Rule[Step] = Rule(
    "who a disease is called after",
    drop(is_of_disease),
    yes=("He died of <P |Parkinson|>'s disease.", "She has <O |Hodgkin|>’s lymphoma."),
    no=("<P Ann Roe>'s disease is rare.", "<P Parkinson>'s wife left.", "<P Roe> died of a disease."),
)

HALF = re.compile(r"(?:North|South|East|West)(?:ern)?")
OTHER_HALF = re.compile(r" (?:and|or) (?:North|South|East|West)(?:ern)? [A-Z]")
"""What stands behind the half of a name: "North | and South Korea"."""


def is_half(text: str, name: Name) -> bool:
    """Whether the words are the half of a name that the next one completes."""
    return HALF.fullmatch(name.span.of(text)) is not None and OTHER_HALF.match(text, name.span.end) is not None


HALF_A_NAME: Rule[Step] = Rule(
    "half of the next name",
    drop(is_half),
    yes=("The border of <L |North|> and <L South Korea> is closed.",),
    no=(
        "The <L North> and <L Korea> met.",
        "The <L South> and the <L North> met.",
        "<L North Korea> and <L South Korea> met.",
    ),
)

OCCUPATION = re.compile(r"(?:-based)? (?:[a-z-]+ )?(?P<noun>[a-z]{4,20}) (?=[A-Z])")
"""What stands between a place and the name of a person who works there: " advocate "."""


def retype_places(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names, a listed place as one where an occupation and a person follow; a country in several words is one."""
    text, people = prose.text, {name.span.start for name in names if name.type == "Person"}
    return [
        name._replace(type="Place") if name.type == "Organization" and is_place(text, name, people) else name
        for name in names
    ]


def is_place(text: str, name: Name, people: set[int]) -> bool:
    """Whether a body is a country in several words, or a listed place with an occupation and a person behind it."""
    words = name.span.of(text)
    if " " in words and find_country(words) is not None:
        return True
    work = OCCUPATION.match(text, name.span.end) if known_type(words) == "Place" else None
    return work is not None and work.end() in people and work["noun"] in listed("occupations")


PLACE_OF_WORK: Rule[Step] = Rule(
    "place before an occupation",
    retype_places,
    yes=(
        "<O |Goa|> advocate <P Anil Das> said so.",
        "<O |Kerala|>-based human activist <P Meena Rao> left.",
        "The <O |Democratic Republic of the Congo|> agreed.",
    ),
    no=(
        "<O Chelsea> striker <P Tom Arden> scored.",
        "<O Liverpool> captain <P Tom Arden> left.",
        "<O Goa> advocates <P Anil Das>.",
        "<O Brenlow> lawyer <P Ann Roe> left.",
    ),
    reason="a club is called like its town: only what nobody is for a club",
)
