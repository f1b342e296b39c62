"""Which words that look like a role are none: what is said of a group, the title of a work, the next person's title."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.analysis.role_bounds import is_no_role
from generator.model import Mention, Role, Span
from generator.text.person_nouns import classify_person, is_plural_person
from generator.text.wordlists import load_set

WORK = re.compile(r", (?:The|A|An|My|Our|His|Her) $")
"""An article in a capital inside a sentence, with which the title of a film or a book begins."""
ANEW = re.compile(r", an? $")
"""What tells of the person named before it, with a clause behind: "Y, a fundraiser X appointed"; no title of X."""
WORD = re.compile(r"\b[a-z]{3,}\b")
"""A word in small letters; a shorter one says of nobody what he is."""
OWNED = ("'s ", "\u2019s ", "' ", "\u2019 ")
"""What makes a name the owner of what follows: "Arden's mate"."""
ONE_OF = re.compile(r"one of ", re.IGNORECASE)
"""That somebody is one of several."""
COMPLEMENT = re.compile(r" (?:of|for|in|at|from|to) ")
"""What opens the complement of a role."""
LISTED = re.compile(r"^(?: (?:of|from|in|\()[^.;\n]{1,40})?(?:,| and|, and)(?: \w+){0,2} $")
"""What stands between two names of one list."""


class Claim(NamedTuple):
    """A role with the person it is stated of."""

    role: Role
    entity: str
    name: Span
    """Where the person is named."""


def keep_sound(text: str, claims: Sequence[Claim], mentions: Sequence[Mention]) -> Iterator[Claim]:
    """The claims that stand; one that ends right before another person's name is that person's title."""
    people = [mention for mention in mentions if mention.type == "Person"]
    given = list(give_to_next(text, claims, people))
    sharing = Counter(claim.role.span for claim in given)
    for claim in given:
        role = claim.role
        if role.span.overlaps(claim.name) or is_within_name(role, mentions):
            continue
        if is_misread(text, claim, people):
            continue
        is_alone = sharing[role.span] < 2 and not has_neighbor(text, claim.name, people)
        if role.kind == "role" and (is_no_role(role.title) or (is_alone and is_plural(role.title))):
            continue
        yield claim


def is_misread(text: str, claim: Claim, people: Sequence[Mention]) -> bool:
    """Whether words around a role say that it is another's, a work's or an opinion."""
    role, start = claim.role, claim.role.span.start
    if role.form == "title" and is_plural(role.title) and is_taken_up(text, role.span.end, claim.name.start):
        return True
    if role.form == "apposition":
        is_work = WORK.search(text, max(0, start - 8), start) is not None
        return is_work or (claim.name.end < start and text.startswith(OWNED, claim.name.end))
    if role.form == "title" and (anew := ANEW.search(text, max(0, start - 8), start)):
        at = bisect_left(people, anew.start(), key=lambda mention: mention.span.end)
        return at < len(people) and people[at].span.end == anew.start()
    head = COMPLEMENT.split(role.title)[0].split()
    return role.form == "copula" and bool(head) and head[-1].lower() in load_set("opinion_nouns.txt")


def is_taken_up(text: str, end: int, start: int) -> bool:
    """Whether between a title and a later name of its list stands what others are: "sons X and Y, two daughters, Z"."""
    between = WORD.findall(text, end, max(end, start))
    return any(is_plural_person(word) or classify_person(word) is not None for word in between)


def has_neighbor(text: str, name: Span, people: Sequence[Mention]) -> bool:
    """Whether another person is named beside a name in the same list: "Tom Arden of Lima and Jane Dorran"."""
    at = bisect_left(people, name.start, key=lambda mention: mention.span.start)
    around = [*people[max(0, at - 1) : at], *people[at + 1 : at + 2]]
    gaps = [text[min(name.end, one.span.end) : max(name.start, one.span.start)] for one in around]
    return any(LISTED.search(gap) for gap in gaps)


def give_to_next(text: str, claims: Iterable[Claim], people: Sequence[Mention]) -> Iterator[Claim]:
    """The claims, those on words that end right before a name as titles of the person named there."""
    starts = [mention.span.start for mention in people]
    for claim in claims:
        end = claim.role.span.end
        at = bisect_left(starts, end + 1)
        is_next = at < len(people) and starts[at] == end + 1 and text[end] == " " and claim.name != people[at].span
        if is_next and claim.role.form == "apposition" and claim.name.end <= claim.role.span.start:
            role = replace(claim.role, form="title")
            yield Claim(role, people[at].entity, people[at].span)
        else:
            yield claim


def is_within_name(role: Role, mentions: Sequence[Mention]) -> bool:
    """Whether a role is only part or all of the name of an organization or a place: "Harbor Pilot Ltd"; a title, whose
    last word says what one is, may look like one: "Grand Ayatollah"."""
    at = bisect_left(mentions, role.span.end, key=lambda mention: mention.span.end)
    last = role.title.split()[-1]
    is_title = role.form == "title" and classify_person(last) is not None and not is_plural_person(last)
    return not is_title and at < len(mentions) and mentions[at].type != "Person" and mentions[at].span.holds(role.span)


def is_plural(title: str) -> bool:
    """Whether a role is said of several people, "developers", and not of one of them: "one of the developers"."""
    words = COMPLEMENT.split(title)[0].split()
    return bool(words) and is_plural_person(words[-1]) and not ONE_OF.match(title)
