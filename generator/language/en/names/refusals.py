"""Names that the model sees and that are none: parts of products, laws and longer names, peoples.

What stands in an article like a name and is none: tickers, bylines without a person, labels, amounts, words that are
broken off, a name once more in another script, departments inside an office.
"""

import re
from collections.abc import Iterator, Sequence

from generator.language.by_rules.lexicon import Token, is_common, is_head, is_people, is_title, known_type, split_tokens
from generator.language.name import Name
from generator.model import Span
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


TICKER_STRAY_WORDS = re.compile(r"\((?:[A-Z][A-Za-z]{1,11}(?:[ -][A-Z]{1,10})?: ?[A-Z0-9.]{1,10}(?:[,;] )?){1,3}\)")
"""Where a company's shares are traded: "(NYSE: BRL)", "(NASDAQ: ABC; TSX: ABD)"."""
NEAR = 60
"""Characters before a name in which the bracket of a ticker opens."""
BYLINE = re.compile(
    r"(?:by |from )?(?:[a-z][\w']{0,20} ){0,4}"
    r"(?:reporters?|correspondents?|staff|writers?|bureau|desk|agenc(?:y|ies)|newsroom|team)\b",
    re.IGNORECASE,
)
"""A byline that names nobody: "By Our Correspondent", "Daily Courier Reporter"."""
LONGEST_BYLINE = 60
AMOUNT = re.compile(
    r"[A-Z][A-Za-z]{0,3}\.?[$\u00a2\u20a6]?\d[\d.,]*(?:bn|mn|tn|m|k|billion|million|trillion|crore|lakh)"
)
"""An amount of money with its currency: "R4bn", "Sh12m"."""
BROKEN = re.compile(r"-(?:$|[-\u2013\u2014]|\s(?!(?:and|or|to|und)\b))|-?-[\u2013\u2014]")
"""What follows a word that is broken off: "Jama- ", "Oster--"."""
DASH = re.compile(r"\s?(?:--|[\u2013\u2014])\s")
"""What stands between a word broken off and its repetition: "Jama — that Jamaica"."""
SOON = 40
"""Characters behind the dash within which the whole word follows, as one of the first four."""
LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
BOUND = frozenset({"and", "of", "for", "the", "&", "in"})
"""Words inside the name of an office."""
LONGEST_OFFICE = 120
"""Characters before a department in which its office is looked for."""
REACH = 9
"""Words before a department in which the word for its head stands."""
STYLES = frozenset({"Amir", "Emir", "Sultan", "Speaker", "Chair", "Chairman", "Crown", "Kingdom"})
"""Offices and styles that are nobody's name behind "the"."""
DEPARTMENT = re.compile(r".{2,}(?:tion|ment|ness|ity|ship|cy|ance|ence|ics|istry|sion|ture|ing|reach)s?")
"""How nouns for fields of work end, case-folded."""
CUT_EVENT = re.compile(r"\d{1,4}(?:[-/\u2013]\d{2,4})?")
"""A year alone."""


def is_stray(text: str, name: Name, block: Span) -> bool:
    """Whether the words name nothing because of where or how they stand in their block."""
    words = name.span.of(text)
    return (
        bool(AMOUNT.fullmatch(words))
        or is_in_ticker(text, name)
        or is_broken_off(text, name.span)
        or is_in_byline(text, name, block)
        or is_label(text, name, block)
        or is_other_script(text, name)
        or is_stump(name, words)
        or (words in STYLES and text[max(0, name.span.start - 4) : name.span.start].lower() == "the ")
        or (name.type == "Organization" and is_department(text, name, block))
    )


def is_in_ticker(text: str, name: Name) -> bool:
    """Whether a name stands inside the bracket of a ticker."""
    opening = text.rfind("(", max(0, name.span.start - NEAR), name.span.start)
    match = TICKER_STRAY_WORDS.match(text, opening) if opening >= 0 else None
    return match is not None and match.end() > name.span.start


def is_broken_off(text: str, span: Span) -> bool:
    """Whether the word is not spoken to its end: a hyphen with nothing behind it, or the whole word follows a dash."""
    if BROKEN.match(text, span.end) or text[span.end - 1] == "-":
        return True
    dash, words = DASH.match(text, span.end), span.of(text)
    if dash is None or " " in words:
        return False
    following = text[dash.end() : dash.end() + SOON].split()[:4]
    return any(word.startswith(words) and word[len(words) : len(words) + 1].isalpha() for word in following)


def is_in_byline(text: str, name: Name, block: Span) -> bool:
    """Whether a block is a byline that names nobody, and the name a part of it in front of a comma."""
    if block.end - block.start > LONGEST_BYLINE:
        return False
    match = BYLINE.match(text, block.start, block.end)
    return (
        match is not None and text[match.end() : block.end][:1] in ("", ",", ".", "-") and name.span.end <= match.end()
    )


def is_label(text: str, name: Name, block: Span) -> bool:
    """Whether common words in capitals, or two letters, open their block as a label: "WATCH: ...", "HL: ..."."""
    words = name.span.of(text)
    if name.span.start != block.start or not words.isupper() or text[name.span.end : name.span.end + 1] != ":":
        return False
    return len(words) < 3 or (known_type(words.title()) is None and all(map(is_common, words.split())))


def is_other_script(text: str, name: Name) -> bool:
    """Whether a name in brackets is written in another script than the one before it: "Wang Xiuying (王秀英)"."""
    if LATIN.search(text, name.span.start, name.span.end):
        return False
    opening = max(text.rfind(mark, max(0, name.span.start - NEAR), name.span.start) for mark in "(\uff08[")
    return opening >= 0 and not LATIN.search(text, opening, name.span.start)


def is_stump(name: Name, words: str) -> bool:
    """Whether an event is but a year or a common word: "2020", "Games"."""
    return name.type == "Event" and bool(CUT_EVENT.fullmatch(words) or (" " not in words and is_common(words)))


def is_department(text: str, name: Name, block: Span) -> bool:
    """Whether common words are what an officer is head of: "Publicity" in "Project Officer, Publicity and Research"."""
    tokens = split_tokens(text, max(block.start, name.span.start - LONGEST_OFFICE), min(block.end, name.span.end))
    inside = [token for token in tokens if token.start >= name.span.start]
    if not inside or not all(is_plain(token) for token in inside):
        return False
    return heads(tokens[: -len(inside)], inside[0].gap)


def is_plain(token: Token) -> bool:
    """Whether a word is a common one that heads no name of a body."""
    known = known_type(token.text) or is_head(token.text)
    plain = is_common(token.text) or DEPARTMENT.fullmatch(token.text.lower()) is not None
    return token.text in BOUND or (plain and not known and not token.text.isupper())


def heads(tokens: Sequence[Token], gap: str) -> bool:
    """Whether these words end in an office that goes on: "head of", "Officer, Advocacy and"."""
    at = len(tokens) - 1
    if gap.strip() not in ("", ","):
        return False
    while at >= 0 and len(tokens) - at < REACH:
        token = tokens[at]
        if is_title(token.text) and not token.possessive:
            return at < len(tokens) - 1 or gap.strip() == ","
        inside = token.text in BOUND or (is_plain(token) and token.is_capitalized)
        if not inside or token.gap.strip() not in ("", ","):
            return False
        at -= 1
    return False
