"""What stands beside a person or a thing like a name and is none: offices that are cut short, "Dy CM", planes by their
number, "Boeing 707", who a disease is called after,
the half of a name; and a place before an occupation.
"""

import re
from collections.abc import Sequence
from functools import cache

from generator.language.by_rules.lexicon import known_type
from generator.language.en.names.steps import Prose, Step, drop
from generator.language.name import Name
from generator.language.world.places import find_country
from generator.model import Span
from generator.text.rules import Rule
from generator.text.wordlists import load_sections


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
