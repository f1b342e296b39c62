"""Capitals that stand for their governments: "Moscow said", "talks between Washington and Tehran"."""

import re
from collections.abc import Iterator
from functools import cache

from generator.linking.entities import Group
from generator.model import Evidence
from generator.text.atlas import find_cities
from generator.text.countries import find_capital, find_country
from generator.text.wordlists import load_sections, load_words

VERB = re.compile(r"\s(?:(?:has|have|had|also|later|again|will|would|[a-z]{3,12}ly) ){0,2}([a-z]{3,15})\b")
"""The verb of a name that stands before it, behind an adverb or two."""
BEFORE = re.compile(r"([\w-]{1,30})\s$")
"""The word before a name."""
BETWEEN = re.compile(r"\b([a-z-]{3,15})(?: [a-z]{2,12}){0,3} (?:between|of) $")
"""What there is between two: "the talks held yesterday between "."""
OTHER = re.compile(r" and ((?:[A-Z][\w.]{0,20} ?){1,3})")
"""The second of two."""
REACH = 80
"""Characters before and behind a name that are looked at."""


def find_metonyms(group: Group) -> tuple[Evidence, ...]:
    """Those mentions of a capital that stand for its government, in their order; of anything else none."""
    if group.key.type != "Place" or not is_capital(group.name):
        return ()
    return tuple(list_metonyms(group))


def list_metonyms(group: Group) -> Iterator[Evidence]:
    """Each mention that has the grammar of one."""
    for member in group.members:
        text = member.analysis.document.text
        for mention in member.mentions:
            before = text[max(0, mention.span.start - REACH) : mention.span.start]
            behind = text[mention.span.end : mention.span.end + REACH]
            if is_subject(before, behind) or is_party(before, behind):
                yield mention


@cache
def is_capital(name: str) -> bool:
    """Whether a country's capital has this name, and no country."""
    if find_country(name):
        return False
    return find_capital(name) is not None or any(site.kind == "capital" for site in find_cities(name))


@cache
def list_section(name: str) -> frozenset[str]:
    """The words of one section of the list."""
    return frozenset(dict(load_sections("metonym_words.txt"))[name])


@cache
def list_verbs() -> frozenset[str]:
    """Finite forms of verbs of speech and negotiation."""
    speech = (line.split() for line in load_words("reporting_verbs.txt"))
    finite = {form for row in speech for form in row[2:4] if form.isalpha()}
    return frozenset(finite) | list_section("verbs")


def is_subject(before: str, behind: str) -> bool:
    """Whether the name is the subject of such a verb, and no part of a phrase before it."""
    verb, word = VERB.match(behind), BEFORE.search(before)
    if not verb or verb[1] not in list_verbs():
        return False
    if not word or word[1] in load_words("calendar_words.txt"):
        return True
    return word[1].islower() and word[1] not in list_section("before")


def is_party(before: str, behind: str) -> bool:
    """Whether the name is the first or second of two that have talks or the like, the other a capital or country."""
    first = OTHER.match(behind)
    if first and has_relation(before):
        return is_government(first[1])
    head, and_, rest = before.rpartition(" and ")
    if not and_ or rest:
        return False
    between = head.rfind("between ")
    return between >= 0 and is_government(head[between + 8 :]) and has_relation(head[: between + 8])


def has_relation(before: str) -> bool:
    """Whether words like "talks between" end here."""
    found = BETWEEN.search(before)
    words = found.group().split() if found else []
    return not list_section("relations").isdisjoint(words)


def is_government(words: str) -> bool:
    """Whether the words begin with a capital or a country."""
    parts = words.strip().split()
    names = (" ".join(parts[:size]) for size in range(min(3, len(parts)), 0, -1))
    return any(find_country(name) or is_capital(name.rstrip(".,")) for name in names)
