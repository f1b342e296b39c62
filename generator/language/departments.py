"""What an office is for is no organization: "Welfare" in "head of Recruitment and Welfare"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from generator.language.name import Name
from generator.text.person_nouns import classify_person
from generator.text.wordlists import load_words

REACH = 90
"""Characters before a name in which the noun for an office stands."""
LEAD = re.compile(
    r"\b(?P<head>[\w-]{3,30})(?P<link>,? (?:of|for|in charge of) (?:the )?|, )"
    r"(?:[A-Z][\w-]{1,20}(?:, and |, | and | & | of | for | ))*$"
)
"""An office and the words of what it is for, up to a name."""
STATE = re.compile(r"\b(?:Minister|Ministers|Secretary|Secretaries) of $")
"""What makes half an office of "State for Power"."""
WORD = re.compile(r"[^\W\d_][\w-]*")


def drop_departments(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """The names without those that only say what somebody's office is for."""
    for name in names:
        if not (name.type in ("Organization", "Place") and is_department(text, name)):
            yield name


def is_department(text: str, name: Name) -> bool:
    """Whether a name is made of words for tasks, behind the noun for an office: "Commissioner for | Works"."""
    words = [word for word in WORD.findall(name.span.of(text)) if word[0].isupper()]
    if words and words[0] == "State" and STATE.search(text, max(0, name.span.start - 20), name.span.start):
        return True
    if not words or not all(word in portfolios() for word in words):
        return False
    lead = LEAD.search(text, max(0, name.span.start - REACH), name.span.start)
    return lead is not None and classify_person(lead["head"]) == "role" and is_task(lead)


def is_task(lead: re.Match[str]) -> bool:
    """Whether the words between office and name are tasks too; a comma alone counts behind a capital only."""
    between = [word for word in WORD.findall(lead[0][len(lead["head"]) + len(lead["link"]) :]) if word[0].isupper()]
    return all(word in portfolios() for word in between) and (lead["link"] != ", " or lead["head"][0].isupper())


@cache
def portfolios() -> frozenset[str]:
    """The words for tasks."""
    return frozenset(word for line in load_words("portfolio_words.txt") for word in line.split())
