"""Where a role begins and ends in the text: never without the word that says it is past, to come or not sure, and
never inside a word with hyphens: "then-Prime Minister", "formerly a deputy administrator", "mayor-designate".
"""

import re

from generator.model import Span
from generator.text.person_nouns import is_plural_person
from generator.text.wordlists import load_set

HYPHENS = r"\-\u2010\u2011"
HYPHENED_BEFORE = re.compile(rf"[\w.{HYPHENS}]{{1,40}}[{HYPHENS}]$")
"""The rest of the word whose end a role begins with."""
HYPHENED_AFTER = re.compile(rf"[{HYPHENS}]\w[\w{HYPHENS}]{{0,40}}")
"""The rest of the word whose beginning a role ends with."""
WORD_BEFORE = re.compile(r"(?<!\S)[^\s,;:()]{1,40} $")
"""The word before a place, with one space."""
TIME_BEFORE = re.compile(r"\bat (?:the|that) time (?:the |an? )?$", re.IGNORECASE)
"""A time past that stands before a role."""
TIME_AFTER = re.compile(
    r" at (?:the|that) time\b|,? (?:until|till) (?:\w{3,9} )?\d{4}\b"
    r"| (?:from|between) (?:\w{3,9} )?\d{4} (?:to|until|through|and) (?:\w{3,9} )?\d{4}\b"
)
"""A time past that stands behind a role; what only says since when stays outside."""
NOBODY = frozenset(
    {
        "man",
        "men",
        "woman",
        "women",
        "person",
        "people",
        "boy",
        "girl",
        "baby",
        "child",
        "kid",
        "guy",
        "human",
        "gentleman",
    }
)
"""Nouns that alone say of nobody what he is."""
ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their"})
COUNTED = re.compile(
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|many|some|other)\b(?!-)", re.IGNORECASE
)
"""How many people there are; it opens what is said of a group."""
RANKED = re.compile(
    r"(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|last|only|youngest|oldest|eldest|\w+est) "
    r"(?:woman|man|person|one|human|girl|boy)\b",
    re.IGNORECASE,
)
"""A rank among people, which is no role."""
REACH = 48
"""Characters in which the word before a role is looked for."""
FARTHEST = 8
"""Words before a role, at most, among which one may say that it is past."""


def keep_qualified(text: str, span: Span) -> Span:
    """The span with the words at either end without which it would say too much."""
    end = span.end
    if hyphened := HYPHENED_AFTER.match(text, end):
        end = hyphened.end()
    if told := TIME_AFTER.match(text, end):
        end = told.end()
    return Span(find_qualified_start(text, find_word_start(text, span.start)), end)


def find_word_start(text: str, start: int) -> int:
    """Where the word begins that a role begins in, its parts before hyphens among it."""
    first = max(0, start - REACH)
    hyphen = text[start : start + 1] in ("-", "\u2010", "\u2011")
    found = HYPHENED_BEFORE.search(text[first : start + hyphen])
    return first + found.start() if found else start


def find_qualified_start(text: str, start: int) -> int:
    """Where a role begins with what qualifies it: "Former | New York | candidate"; else where it began."""
    found = at = start
    if told := TIME_BEFORE.search(text[max(0, at - REACH) : at]):
        return max(0, at - REACH) + told.start()
    for _ in range(FARTHEST):
        first = max(0, at - REACH)
        before = WORD_BEFORE.search(text[first:at])
        word = before[0][:-1] if before else ""
        if before is None or not (word[-1].isalnum() or word.count(".") > 1) or word.endswith(("'s", "\u2019s")):
            break
        begin = first + before.start()
        if is_qualifier(word):
            found = begin
        elif not (is_inside_role(word) or (at == start and word.lower() in ARTICLES)):
            break
        at = begin
    return found


def is_qualifier(word: str) -> bool:
    """Whether a word says that a role is past, to come or not sure."""
    return word.lower() in load_set("role_qualifiers.txt")


def is_inside_role(word: str) -> bool:
    """Whether a word may stand between a qualifier and the rest of a role."""
    return (word[0].isupper() and word.lower() not in ARTICLES) or word in load_set("title_modifiers.txt")


def is_no_role(title: str) -> bool:
    """Whether words say of what group or rank somebody is, and no role: "two other contenders", "first woman"."""
    counted = COUNTED.match(title) is not None and any(is_plural_person(word) for word in title.split())
    return counted or RANKED.match(title) is not None or title.lower() in NOBODY
