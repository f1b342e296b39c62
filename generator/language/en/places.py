"""What English words beside a place say of it: that it stands for its government, is a region, or lies in a country.

>>> stands_for_government("Lima said it would wait.", Span(0, 4))
True
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from generator.language.world.places import find_capital, find_cities, find_country, is_state
from generator.model import Span
from generator.text.rules import Chain, Rule
from generator.text.wordlists import load_sections, load_set, load_words

REACH = 80
"""Characters before and behind a name that are looked at."""
_VERB = re.compile(r"\s(?:(?:has|have|had|also|later|again|will|would|[a-z]{3,12}ly) ){0,2}([a-z]{3,15})\b")
"""The verb of a name that stands before it, behind an adverb or two."""
_BEFORE = re.compile(r"([\w-]{1,30})\s$")
"""The word before a name."""
_BETWEEN = re.compile(r"\b([a-z-]{3,15})(?: [a-z]{2,12}){0,3} (?:between|of) $")
"""What there is between two: "the talks held yesterday between "."""
_OTHER = re.compile(r" and ((?:[A-Z][\w.]{0,20} ?){1,3})")
"""The second of two."""
_NAME = re.compile(r"[A-Z]\w+")
_WORD = re.compile(r"\W([^\W\d_]+)")
"""The word right behind a name."""
_BEHIND = re.compile(r", ((?:[A-Z][\w.'-]{0,20} ?){1,4})")
"""What stands behind a comma: up to four capitalized words."""
_LOOKED_AT = 45
"""Characters behind a name in which a wider place stands."""
_DISTRICT = re.compile(r"D\.? ?C\b")
"""The district of the capital of the United States."""
_MOST_WORDS = 4
"""Of the name of a country or state behind that of a city."""

_IsGovernment = Callable[[str, str], bool]
"""Whether what stands before and behind a capital makes it a government."""


@cache
def _words(heading: str) -> frozenset[str]:
    """The words under a heading of the list."""
    return frozenset(dict(load_sections("place_grammar.txt"))[heading])


@cache
def _verbs() -> frozenset[str]:
    """Finite forms of verbs of speech and negotiation."""
    speech = (line.split() for line in load_words("reporting_verbs.txt"))
    finite = {form for row in speech for form in row[2:4] if form.isalpha()}
    return frozenset(finite) | _words("verbs of governments")


@cache
def is_seat(name: str) -> bool:
    """Whether a country's capital has this name, and no country."""
    if find_country(name):
        return False
    return find_capital(name) is not None or any(site.kind == "capital" for site in find_cities(name))


def _is_subject(before: str, behind: str) -> bool:
    verb, word = _VERB.match(behind), _BEFORE.search(before)
    if not verb or verb[1] not in _verbs():
        return False
    if not word or word[1] in load_set("calendar_words.txt"):
        return True
    return word[1].islower() and word[1] not in _words("before cities")


def _is_first(before: str, behind: str) -> bool:
    other = _OTHER.match(behind)
    return other is not None and _has_relation(before) and _is_government(other[1])


def _is_second(before: str, behind: str) -> bool:
    head, and_, rest = before.rpartition(" and ")
    if not and_ or rest:
        return False
    relation, between, other = head.rpartition("between ")
    return bool(between) and _is_government(other) and _has_relation(relation + between)


def _has_relation(before: str) -> bool:
    """Whether words like "talks between" end here."""
    found = _BETWEEN.search(before)
    words = found.group().split() if found else []
    return not _words("relations").isdisjoint(words)


def _is_government(words: str) -> bool:
    """Whether the words begin with a capital or a country."""
    parts = words.strip().split()
    names = (" ".join(parts[:size]) for size in range(min(3, len(parts)), 0, -1))
    return any(find_country(name) or is_seat(name.rstrip(".,")) for name in names)


def _try_rule(rule: Rule[_IsGovernment], text: str) -> Iterator[Span]:
    for match in _NAME.finditer(text):
        if is_seat(match[0]) and rule.find(text[: match.start()], text[match.end() :]):
            yield Span(*match.span())


METONYMS: Chain[_IsGovernment] = Chain(
    "metonyms",
    (
        Rule(
            "subject of a government's verb",
            _is_subject,
            yes=("|Moscow| said it would wait.", "On Friday |Lima| again rejected the plan.", "and |Oslo| has agreed"),
            no=(
                "Officials in Moscow said so.",
                "Moscow lies on a river.",
                "He came from Oslo and agreed.",
                "Old Lima said so.",
            ),
        ),
        Rule(
            "first of two who have relations",
            _is_first,
            yes=("the talks between |Moscow| and Tehran", "a deal of |Oslo| and Peru"),
            no=("the road between Moscow and Tehran", "talks between Moscow and others"),
        ),
        Rule(
            "second of two who have relations",
            _is_second,
            yes=("the ties between Tehran and |Moscow|", "a war between Peru and |Oslo|"),
            no=("the road between Tehran and Moscow", "talks in Tehran and Moscow"),
        ),
    ),
    _try_rule,
)
"""Capitals that stand for their governments."""


def stands_for_government(text: str, capital: Span) -> bool:
    """Whether a capital stands for its government where a text names it."""
    before, behind = text[max(0, capital.start - REACH) : capital.start], text[capital.end : capital.end + REACH]
    return any(rule.find(before, behind) for rule in METONYMS)


def is_region_before(behind: str) -> bool:
    """Whether the text behind a name makes it that of a province or the like."""
    word = _WORD.match(behind)
    return word is not None and word[1].lower() in _words("regions")


def find_wider(behind: str) -> str | None:
    """The code of the country, or the state, that stands behind a comma at the start of a text.

    A capitalized word that goes on belongs to it: in "Brussels, US Deputy Secretary" no country is stated.
    """
    found = _BEHIND.match(behind[:_LOOKED_AT])
    if found is None:
        return None
    if _DISTRICT.match(found[1]):
        return "District of Columbia"
    parts = found[1].split()
    for size in range(min(_MOST_WORDS, len(parts)), 0, -1):
        if size < len(parts) and not _ends_sentence(parts[size - 1]):
            continue
        name = " ".join(parts[:size])
        for form in (name, name.rstrip(".")):
            if is_state(form):
                return form
            if country := find_country(form):
                return country.code
    return None


def _ends_sentence(word: str) -> bool:
    """Whether a word ends with a full stop that is not an acronym's."""
    return word.endswith(".") and "." not in word[:-1]
