"""Who the text says is also called otherwise: "Wang Xiuying, also known as Wang Lili", "Jane Dorran, née Poe"; and
whose relation somebody is said to be.
"""

import re

from generator.language.en.persons import classify_person
from generator.language.name import Name

HOW = "also|better|best|popularly|commonly|widely|formerly|previously|otherwise|professionally|once|now|then|usually"
KNOWN = rf"(?:(?:more )?(?:{HOW}) )?known (?:simply |now |online |to (?:his|her|their) (?:fans|followers|friends) )?as"
NAMED = "(?:whose )?(?:real|birth|full|legal|given|stage|pen|original|maiden) name(?: is| was|:)?"
UNDER = "(?:under|by) the (?:stage name|pen name|pseudonym|alias|name|nom de guerre)(?: of)?"
DOING = "(?:(?:who )?(?:performs|performed|performing|writes|wrote|writing|sings|sang|singing|publishes|blogs) )?"
GOING = "(?:who goes|who went|going) by(?: the (?:name|stage name))?(?: of)?"
CALLED = "(?:also|commonly|usually|formerly|popularly) called"
ALIAS = re.compile(
    "[ ,(\u2013\u2014-]{0,3}(?:(?:and )?(?:who|he|she|they) (?:is|was|are|were) |(?:is|was) |who's )?"
    rf"(?:{KNOWN}|{CALLED}|a\.?k\.?a\.?,?|alias|n\u00e9e?|formerly|{NAMED}|{GOING}|{DOING}{UNDER}|nom de guerre)"
    "(?: Mr\\.?| Ms\\.?)?(?: the)? ?[\u201c\"'\u2018]?"
)
"""What stands between a name and another of the same person."""
BORN = re.compile(r"(?:,? \(|, | (?:was|is) )born (?:as )?[\u201c\"]?")
"""The same of the name that somebody was given."""
NOT_NAME = re.compile(r"['\u2019]s?\b|-| (?:and|or) [A-Z]")
"""What follows the name of another person: "formerly Jane's friend"."""
BIRTH = ("n\u00e9", "born", "maiden")
KIN = re.compile(r",? (?:is |was |and )?(?:the )?(?:\w+ )?(?P<kin>[\w-]{3,20}) of (?:\w+[.]? ){0,3}?(?=[A-Z])")
"""What tells whose relation somebody is, up to a name."""


def is_alias(text: str, left: Name, right: Name) -> bool:
    """Whether the words between two names of people lead from one to another of the same person."""
    between = text[left.span.end : right.span.start]
    if NOT_NAME.match(text, right.span.end):
        return False
    return (ALIAS.fullmatch(between) or BORN.fullmatch(between)) is not None


def tells_birth(text: str, left: Name, right: Name) -> bool:
    """Whether these words speak of the name that somebody was born with."""
    between = text[left.span.end : right.span.start]
    return any(word in between for word in BIRTH)


def find_kin(text: str, name: Name) -> int | None:
    """Where the name begins whose bearer the words behind a name tell its own to be a relation of: "X, son of | Y"."""
    told = KIN.match(text, name.span.end)
    return told.end() if told and classify_person(told["kin"]) == "relation" else None
