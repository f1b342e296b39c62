"""What stands in an article like a name and is none by its place: signs of shares, bylines without a person, labels,
words that are broken off, a name once more in another script; and a name that was taken for two.
"""

import re
from collections.abc import Sequence

from generator.language.by_rules.lexicon import is_common, is_given, is_title, known_type
from generator.language.en.names.steps import Prose, Step, drop, drop_in_block
from generator.language.name import Name
from generator.model import Span
from generator.text.rules import Rule
from generator.text.wordlists import load_set

SIGN = re.compile(r"[(;,] ?(?P<exchange>[A-Z][\w.-]{1,14}(?: [A-Z]\w{1,10})?): ?[A-Z0-9.]{1,6}(?=[);,])")
"""The sign of a share behind its exchange: "(NYSE: QAY)", "(NASDAQ: QAY; LSE: QAX)"."""
SIGN_REACH = 40
"""Characters before a name in which the sign of its share begins."""
SIGNS_IN_BRACKETS = re.compile(r"\((?:[A-Z][A-Za-z]{1,11}(?:[ -][A-Z]{1,10})?: ?[A-Z0-9.]{1,10}(?:[,;] )?){1,3}\)")
"""Where a company's shares are traded: "(NYSE: BRL)", "(NASDAQ: ABC; TSX: ABD)"."""
BRACKET_REACH = 60
"""Characters before a name in which a bracket opens."""


def is_ticker(text: str, name: Name) -> bool:
    """Whether the name is the sign under which shares are traded, or the exchange before it."""
    return is_sign(text, name) or is_in_signs(text, name)


def is_sign(text: str, name: Name) -> bool:
    """Whether the name ends with the sign of a share behind a listed exchange."""
    if ":" not in text[max(0, name.span.start - 2) : name.span.end]:
        return False
    signs = SIGN.finditer(text, max(0, name.span.start - SIGN_REACH), name.span.end + 1)
    return any(match.end() == name.span.end and match["exchange"] in load_set("exchanges.txt") for match in signs)


def is_in_signs(text: str, name: Name) -> bool:
    """Whether a name stands inside the bracket of nothing but signs."""
    opening = text.rfind("(", max(0, name.span.start - BRACKET_REACH), name.span.start)
    match = SIGNS_IN_BRACKETS.match(text, opening) if opening >= 0 else None
    return match is not None and match.end() > name.span.start


SHARE_SIGN: Rule[Step] = Rule(
    "sign of a share",
    drop(is_ticker),
    yes=(
        "Quay, Inc. (NYSE: <O |QAY|>) said",
        "Quay, Inc. (<O |NYSE: QAY|>) said",
        "Quay (NASDAQ: QAY; LSE: <O |QAX|>) said",
        "Quay (OTC Pink: <O |QAYF|>) said",
        "Quay (ASX:<O |QAY|>) said",
        "Shares of Brenlow (<O |NYSE|>: BRL) fell.",
        "Shares of Brenlow (NASDAQ: BRL; TSX: <O |BRX|>) fell.",
    ),
    no=(
        "a photograph (Source: <O World Bank>) of it",
        "the agency (<O WHO>) said",
        "at the NYSE: <O UBS> said",
        "Brenlow (<L Nigeria>) fell.",
        "He said: (<O Reuters>) it fell.",
    ),
)

BROKEN = re.compile(r"-(?:$|[-\u2013\u2014]|\s(?!(?:and|or|to|und)\b))|-?-[\u2013\u2014]")
"""What follows a word that is broken off: "Jama- ", "Oster--"."""
DASH = re.compile(r"\s?(?:--|[\u2013\u2014])\s")
"""What stands between a word broken off and its repetition: "Jama — that Jamaica"."""
SOON = 40
"""Characters behind the dash within which the whole word follows, as one of the first four."""


def is_broken_off(text: str, name: Name) -> bool:
    """Whether the word is not spoken to its end: a hyphen with nothing behind it, or the whole word follows a dash."""
    span = name.span
    if BROKEN.match(text, span.end) or text[span.end - 1] == "-":
        return True
    dash, words = DASH.match(text, span.end), span.of(text)
    if dash is None or " " in words:
        return False
    following = text[dash.end() : dash.end() + SOON].split()[:4]
    return any(word.startswith(words) and word[len(words) : len(words) + 1].isalpha() for word in following)


BROKEN_OFF: Rule[Step] = Rule(
    "word broken off",
    drop(is_broken_off),
    yes=(
        "He said <L |Jama|>- — that Jamaica agreed.",
        "He said <O |Oster|>-- Osteria would agree.",
        "He said <L |Jama|> — that Jamaica agreed.",
    ),
    no=(
        "<L Lagos>- and Abuja-based firms grew.",
        "He left <L Israel> — that is certain.",
        "<P Ann Roe> — Ann Roes — left.",
    ),
)

BYLINE = re.compile(
    r"(?:by |from )?(?:[a-z][\w']{0,20} ){0,4}"
    r"(?:reporters?|correspondents?|staff|writers?|bureau|desk|agenc(?:y|ies)|newsroom|team)\b",
    re.IGNORECASE,
)
"""A byline that names nobody: "By Our Correspondent", "Daily Courier Reporter"."""
LONGEST_BYLINE = 60
"""Characters of a block that may be a byline."""


def is_in_byline(text: str, name: Name, block: Span) -> bool:
    """Whether a block is a byline that names nobody, and the name a part of it in front of a comma."""
    if block.end - block.start > LONGEST_BYLINE:
        return False
    match = BYLINE.match(text, block.start, block.end)
    ends_here = match is not None and text[match.end() : block.end][:1] in ("", ",", ".", "-")
    return match is not None and ends_here and name.span.end <= match.end()


BYLINE_OF_NOBODY: Rule[Step] = Rule(
    "byline that names nobody",
    drop_in_block(is_in_byline),
    yes=("By <P |Staff Reporter|>", "By <O |Our Correspondent|>, Harare", "<O |Daily Courier|> Reporter"),
    no=(
        "By <P Jane Poe>, Staff Reporter",
        "The <O Daily Courier> reporter who wrote of it in May has left the paper for good.",
    ),
)


def is_label(text: str, name: Name, block: Span) -> bool:
    """Whether common words in capitals, or two letters, open their block as a label: "WATCH: ...", "HL: ..."."""
    words = name.span.of(text)
    if name.span.start != block.start or not words.isupper() or text[name.span.end : name.span.end + 1] != ":":
        return False
    return len(words) < 3 or (known_type(words.title()) is None and all(map(is_common, words.split())))


LABEL: Rule[Step] = Rule(
    "label of a block",
    drop_in_block(is_label),
    yes=("<O |WATCH|>: Amina sings.", "<P |HL|>: I left."),
    no=("<O NATO>: The camp is full.", "He said <O WATCH>: Amina sings.", "<O Watch>: Amina sings."),
)

LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
"""A Latin letter."""


def is_other_script(text: str, name: Name) -> bool:
    """Whether a name in brackets is written in another script than the one before it: "Wang Xiuying (王秀英)"."""
    if LATIN.search(text, name.span.start, name.span.end):
        return False
    opening = max(text.rfind(mark, max(0, name.span.start - BRACKET_REACH), name.span.start) for mark in "(\uff08[")
    return opening >= 0 and not LATIN.search(text, opening, name.span.start)


OTHER_SCRIPT: Rule[Step] = Rule(
    "same name in another script",
    drop(is_other_script),
    yes=("She met Wang Xiuying (<P |王秀英|>) on Friday.", "The island (<L |中業島|>) is near."),
    no=("She met <P 王秀英> on Friday.", "She met Wang (<P Xiuying>) on Friday."),
)


def join_halves(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names, a given name and the surname right behind it as one: "Donald | Trump"."""
    joined: list[Name] = []
    for name in names:
        if joined and is_surname_behind(prose.text, joined[-1], name):
            name = Name(Span(joined.pop().span.start, name.span.end), "Person")
        joined.append(name)
    return joined


def is_surname_behind(text: str, first: Name, second: Name) -> bool:
    """Whether one person's given name and another's single word have but a space between them."""
    are_people = first.type == second.type == "Person" and text[first.span.end : second.span.start] == " "
    words = first.span.of(text)
    is_first = is_given(words) and not is_title(words)
    return are_people and is_first and " " not in words + second.span.of(text)


TWO_HALVES: Rule[Step] = Rule(
    "given name and surname apart",
    join_halves,
    yes=("President <P |Donald> <P Arden|> said so.",),
    no=(
        "They met <P Donald>, <P Arden> and <P Roe>.",
        "She gave <P Wexford> <P Arden> to read.",
        "<P Ann Roe> <P Arden> left.",
        "<P Donald> <O Arden> rose.",
        "<P Judge> <P Arden> agreed.",
    ),
)
