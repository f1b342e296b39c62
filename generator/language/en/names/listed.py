"""What an office is for is no organization: "Welfare" in "head of Recruitment and Welfare".

Organizations that the lists know and the model may not: the media, companies, parties and agencies of the world.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from generator.language.by_rules.lexicon import is_common, is_given, is_surname, is_taken, listed_bodies
from generator.language.en.persons import classify_person
from generator.language.name import Name, find_overlapping, lay_over
from generator.language.world.atlas import find_cities
from generator.model import Span
from generator.text.names import is_acronym
from generator.text.wordlists import load_sections, load_words

WORD = re.compile(r"(?<![\w@#.-])[A-ZÀ-ÖØ-Þa-z][\w.&'\u2019-]*")
"""A word that a listed name may begin with."""
TAIL = re.compile(r"(?:['\u2019]s|\.|-[a-z].{0,20})$")
"""What a word may have behind a listed name: "Petrobras's", "Petrobras-backed"."""
AMBIGUOUS = "media that are words"
TELLING = re.compile(
    r"\b(?:told|tells|(?:interview|speaking|spoke) (?:with|to)|(?:quoted|reported|published) (?:by|in)|newspapers?"
    r"|daily|broadcaster|weekly|[Aa]ccording to)[,:]? (?:[Tt]he )?(?P<name>[A-Z][a-z]{2,12})\b(?! (?:of )?[A-Z])"
)
"""Where a medium stands whose name is a common word: "told Punch", "the newspaper Dawn"."""
LOCAL = re.compile(r"\b(?:in|near|around|outside|from|of) $")
"""What stands before a place rather than a body that is called like one."""


@cache
def _openings() -> dict[str, tuple[str, ...]]:
    """The listed names by their first word, the longest first."""
    found: dict[str, list[str]] = {}
    for name in listed_bodies():
        if (word := WORD.match(name)) and may_stand_alone(name):
            found.setdefault(word[0], []).append(name)
    return {word: tuple(sorted(names, key=len, reverse=True)) for word, names in found.items()}


def may_stand_alone(name: str) -> bool:
    """Whether a listed name is the body wherever it stands: no common word, town, or name of a person besides."""
    words = name.split()
    if len(words) > 1:
        return len(words) > 2 or not all(is_common(word) or is_common(word.removesuffix("s")) for word in words)
    if is_acronym(name) and name.isupper():
        return len(name) > 2
    return not (is_common(name) or is_given(name) or is_surname(name) or is_taken(name) or find_cities(name))


def add_listed_bodies(text: str, spans: Sequence[Span], names: Sequence[Name]) -> tuple[Name, ...]:
    """The names with the listed bodies among them, in order: they replace what they cover, or is the same."""
    bodies = [
        Name(body, "Organization")
        for span in spans
        for body in find_listed(text, span)
        if is_free(text, body, find_overlapping(names, body))
    ]
    return lay_over(names, bodies)


def is_free(text: str, body: Span, over: Sequence[Name]) -> bool:
    """Whether the names that it overlaps are parts of a body, or the body itself; none is a longer name."""
    return all(body.holds(name.span) for name in over) and not is_place_here(text, body, over)


def is_place_here(text: str, body: Span, over: Sequence[Name]) -> bool:
    """Whether a name that was found as a place, and stands as one does, is one: "in Zamalek"."""
    found = any(name.span == body and name.type == "Place" for name in over)
    return found and LOCAL.search(text, max(0, body.start - 12), body.start) is not None


def find_listed(text: str, block: Span) -> Iterator[Span]:
    """The listed bodies in a block, the longest first, not overlapping."""
    openings, at = _openings(), block.start
    for word in WORD.finditer(text, block.start, block.end):
        if word.start() < at:
            continue
        first = word[0]
        names = openings.get(first) or openings.get(TAIL.sub("", first), ())
        name = next((name for name in names if stands(text, word.start(), name, block.end)), None)
        if name and not (name.isupper() and is_shouted(text, word.start(), word.start() + len(name))):
            at = word.start() + len(name)
            yield Span(word.start() + 4, at) if name.startswith("The ") else Span(word.start(), at)
    words = frozenset(dict(load_sections("world_organizations.txt"))[AMBIGUOUS])
    yield from (
        Span(*match.span("name")) for match in TELLING.finditer(text, block.start, block.end) if match["name"] in words
    )


def is_shouted(text: str, start: int, end: int) -> bool:
    """Whether a word beside an acronym is in capitals too, so that it may be a common word: "WHO WANTS TO HELP"."""
    beside = (*text[max(0, start - 20) : start].split()[-1:], *text[end : end + 20].split()[:1])
    return any(len(word) > 2 and word.isupper() for word in beside)


def stands(text: str, start: int, name: str, end: int) -> bool:
    """Whether the name stands here as a whole, and is no part of a longer one in capitals."""
    stop = start + len(name)
    if stop > end or not text.startswith(name, start):
        return False
    after = text[stop : stop + 3]
    return not (after[:1].isalnum() or after[:1] == "_" or (after[:1] == "-" and not after[1:2].islower()))


REACH = 90
"""Characters before a name in which the noun for an office stands."""
LEAD = re.compile(
    r"\b(?P<head>[\w-]{3,30})(?P<link>,? (?:of|for|in charge of) (?:the )?|, )"
    r"(?:[A-Z][\w-]{1,20}(?:, and |, | and | & | of | for | ))*$"
)
"""An office and the words of what it is for, up to a name."""
STATE = re.compile(r"\b(?:Minister|Ministers|Secretary|Secretaries) of $")
"""What makes half an office of "State for Power"."""
WORD_DEPARTMENTS = re.compile(r"[^\W\d_][\w-]*")


def drop_departments(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """The names without those that only say what somebody's office is for."""
    for name in names:
        if not (name.type in ("Organization", "Place") and is_department(text, name)):
            yield name


def is_department(text: str, name: Name) -> bool:
    """Whether a name is made of words for tasks, behind the noun for an office: "Commissioner for | Works"."""
    words = [word for word in WORD_DEPARTMENTS.findall(name.span.of(text)) if word[0].isupper()]
    if words and words[0] == "State" and STATE.search(text, max(0, name.span.start - 20), name.span.start):
        return True
    if not words or not all(word in portfolios() for word in words):
        return False
    lead = LEAD.search(text, max(0, name.span.start - REACH), name.span.start)
    return lead is not None and classify_person(lead["head"]) == "role" and is_task(lead)


def is_task(lead: re.Match[str]) -> bool:
    """Whether the words between office and name are tasks too; a comma alone counts behind a capital only."""
    between = [
        word for word in WORD_DEPARTMENTS.findall(lead[0][len(lead["head"]) + len(lead["link"]) :]) if word[0].isupper()
    ]
    return all(word in portfolios() for word in between) and (lead["link"] != ", " or lead["head"][0].isupper())


@cache
def portfolios() -> frozenset[str]:
    """The words for tasks."""
    return frozenset(word for line in load_words("portfolio_words.txt") for word in line.split())
