"""Names that the model sees and that are none: parts of products, laws and longer names, peoples."""

import re
from collections.abc import Iterator, Sequence

from generator.language.name import Name
from generator.language.rules.lexicon import is_common, is_people, is_title, known_type
from generator.text.names import surname
from generator.text.wordlists import load_set

MODEL = re.compile(r" (?:[A-Z]{1,4}-?\d{1,4}|7\d7|\d{3}(?=-\d))\w{0,4}\b")
"""The number of a model behind its maker's name: "Boeing 747", "Airbus A380", "Lockheed F-16"."""
LAW = re.compile(r" (?:Act|Bill|Amendment|Treaty|Accords?)\b")
"""What makes a law of the name before it: "Human Life Protection Act"."""

CAPITAL = re.compile(r" (?P<word>[A-Z][a-z][\w'\u2019-]*)")
"""A word in capitals behind a name."""

OFFICE = re.compile(r"(?:The )?([A-Z]\w{3,20}) (?:for|of|to) [A-Z]")
"""How an office begins that is for something: "Commissioner for Health"."""
BEARER = re.compile(r", (?:[A-Z][\w.]{0,12}\.? ){1,4}[A-Z][\w.\u2019'-]{1,24},")
"""Who holds an office, between commas."""

TICKER = re.compile(r"[(;,] ?(?P<exchange>[A-Z][\w.-]{1,14}(?: [A-Z]\w{1,10})?): ?[A-Z0-9.]{1,6}(?=[);,])")
"""The sign of a share behind its exchange: "(NYSE: QAY)", "(NASDAQ: QAY; LSE: QAX)"."""
_TICKER_WINDOW = 40


def is_ticker(text: str, name: Name) -> bool:
    """Whether the name is the sign under which shares are traded."""
    if ":" not in text[max(0, name.span.start - 2) : name.span.end]:
        return False
    signs = TICKER.finditer(text, max(0, name.span.start - _TICKER_WINDOW), name.span.end + 1)
    return any(match.end() == name.span.end and match["exchange"] in load_set("exchanges.txt") for match in signs)


def is_no_name(text: str, name: Name) -> bool:
    """Whether the words name no person, organization, place or event here."""
    if is_ticker(text, name):
        return True
    if name.type != "Person" and is_cut(text, name):
        return True
    if name.type == "Organization":
        return bool(MODEL.match(text, name.span.end) or LAW.match(text, name.span.end)) or is_office(text, name)
    if name.type != "Person":
        return False
    words = name.span.of(text)
    return words.endswith("s") and is_people(words)


def is_office(text: str, name: Name) -> bool:
    """Whether a name is the office of who is named behind its comma: "The Commissioner for Health, Engr. Dr. X"."""
    head = OFFICE.match(name.span.of(text))
    return head is not None and is_title(head[1].lower()) and BEARER.match(text, name.span.end) is not None


def is_cut(text: str, name: Name) -> bool:
    """Whether a name is only the first word of one, a common word before another in capitals: "Super | Tuesday"."""
    words = name.span.of(text)
    following = CAPITAL.match(text, name.span.end)
    if following is None or " " in words or not is_common(words) or known_type(words) is not None:
        return False
    return not is_title(following["word"])


def drop_titles(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """The names without titles that stand alone as people, "the Princess"; "King" stays where a longer name ends so."""
    people = [name.span.of(text) for name in names if name.type == "Person"]
    surnames = {surname(words) for words in people if " " in words}
    for name in names:
        words = name.span.of(text)
        if name.type != "Person" or not is_title(words) or words in surnames:
            yield name
