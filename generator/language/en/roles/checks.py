"""An office and a rank or style behind it are two roles: "Foreign Minister | Sheikh", "Defence Secretary | Lt Gen".

Which words that look like a role are none: what is said of a group, the title of a work, the next person's title.

An office in capitals with its complement, before a name in commas: "the Inspector-General of Police, X, said".

The parse often ties such words to something else; all of them are capitals and small words, so that the text shows it.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.language.en.persons import classify_person, is_plural_person
from generator.language.en.roles.edges import is_no_role
from generator.model import Mention, Role, Span
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


REACH = 150
"""Characters before a name in which an office stands."""
WORD_ROLE_OFFICES = re.compile(r"[\w'\u2019\u2010\u2011&-]+")
"""A word of an office, its hyphens inside."""
LINKS = frozenset({"of", "for", "the", "and", "&", "on", "in"})
"""Small words inside an office."""
BODIES = frozenset(
    {"Ministry", "Department", "Office", "Committee", "Commission", "House", "Board", "Council", "Bureau"}
)
"""Words for a body that stands behind an office and a comma: "Permanent Secretary, Ministry of Works"."""
AFTER = re.compile(r",(?! (?:and|or|as well)\b)")
"""What stands behind a name that explains an office, and behind the first of a list not."""


def find_offices(text: str, blocks: Sequence[Span], people: Sequence[Mention]) -> Iterator[Claim]:
    """The offices right before the names of people between commas. `people` are in order."""
    at = 0
    for mention in people:
        while at + 1 < len(blocks) and blocks[at].end < mention.span.end:
            at += 1
        first = max(blocks[at].start, mention.span.start - REACH) if blocks else 0
        if text[mention.span.start - 2 : mention.span.start] != ", " or not AFTER.match(text, mention.span.end):
            continue
        office = find_office(text, first, mention.span.start - 2, is_start=first == blocks[at].start)
        if office:
            yield Claim(Role(office.of(text), office, "apposition"), mention.entity, mention.span)


def find_office(text: str, first: int, end: int, *, is_start: bool) -> Span | None:
    """The office that ends at `end`, opened by an article or the sentence; None where there is none."""
    words = list(WORD_ROLE_OFFICES.finditer(text, first, end))
    start = len(words)
    while start > 0 and goes_on(text, words, start - 1, end):
        start -= 1
    while start < len(words) and words[start][0].lower() in LINKS:
        start += 1
    if start == len(words) or not is_opened(text, words, start, is_start=is_start):
        return None
    head = next((word[0] for word in words[start:] if classify_person(word[0]) == "role"), "")
    before = [word[0] for word in words[start:] if word.start() < text.find(head, words[start].start())]
    if not head or is_plural_person(head) or any(word in LINKS for word in before) or len(words) - start < 3:
        return None
    return Span(words[start].start(), end)


def goes_on(text: str, words: Sequence[re.Match[str]], at: int, end: int) -> bool:
    """Whether a word belongs to the office that goes on behind it."""
    following = words[at + 1] if at + 1 < len(words) else None
    gap = text[words[at].end() : following.start() if following else end]
    is_comma = gap == ", " and following is not None and following[0] in BODIES
    word = words[at][0]
    return (gap in ("", " ") or is_comma) and (word in LINKS or word[0].isupper()) and word != "The"


def is_opened(text: str, words: Sequence[re.Match[str]], start: int, *, is_start: bool) -> bool:
    """Whether an office begins behind an article, or begins its sentence."""
    if start == 0:
        return is_start and text[: words[0].start()].rstrip()[-1:] in ("", "\n", ".", "\u201d", '"')
    before = words[start - 1]
    gap = text[before.end() : words[start].start()]
    return (before[0].lower() == "the" and gap == " ") or gap in (". ", "! ", "? ")


OFFICE = (
    r"(?:[Mm]inister|[Pp]resident|[Gg]overnor|[Cc]hairman|[Cc]hairperson|[Cc]hairwoman|[Ss]ecretary|[Ss]peaker|[Mm]ayor"
    r"|[Aa]mbassador|[Cc]ommissioner|[Ll]eader|[Dd]irector|[Rr]uler|[Ss]pokes(?:man|woman|person)|[Cc]ommander"
    r"|(?:[Cc]hief|[Hh]ead) of(?: (?:the )?[A-Z]\w{2,14}){1,4}?)"
)
"""An office behind which a rank is another role."""
COMPLEMENT_ROLE_RANKS = r"(?: (?:of|for) (?:the )?[A-Z][\w-]{1,20}(?:(?: and| &|,) [A-Z][\w-]{1,20}){0,3})?"
"""What the office is for."""
RANK = (
    r"(?:(?:Lt|Maj|Brig|Gen|Col|Adm|Capt|Cmdr|Sgt|Rev)\.?|Lieutenant|Major|Brigadier|General|Colonel|Admiral|Captain"
    r"|Commodore|Marshal|Air|Field|Rear|Vice|Reverend|Pastor|Bishop|Sheikha?|Shaikh|Ayatollah|Imam|Chief|Sir|Dame|Lord|Prince"
    r"|Princess|Emir|Rabbi)"
)
"""A word of a rank or a style that is a role too."""
RETIRED = re.compile(r" \((?:[Rr]et|[Rr]e?td|[Rr]etired)\.?\)")
"""That somebody no longer serves, behind his rank."""
BOTH = re.compile(rf"(?P<office>.{{0,80}}?\b{OFFICE}{COMPLEMENT_ROLE_RANKS}) (?P<rank>{RANK}(?:[ -]{RANK}){{0,3}})")
"""An office with a rank behind it."""
APART = re.compile(rf"(?P<office>[\w ]{{3,80}}), (?P<rank>{RANK}(?:[ -]{RANK}){{0,3}})")
"""An office with a rank behind a comma: "army chief, | General"."""
HIGHER = re.compile(r"(?:[Ss]ecretary|[Dd]irector|[Gg]overnor|[Cc]ommissioner)$")
"""Offices that "General" belongs to."""
TWO_WORDS = re.compile(
    r"\b(?:Director|Secretary|Attorney|Inspector|Auditor|Solicitor|Governor|Comptroller|Controller|Consul|Registrar"
    r"|Accountant|Surveyor|Postmaster|Advocate|Commissioner|Lieutenant|Major|Brigadier) $"
)
"""The first word of an office whose second is "General"."""


def split_rank(text: str, claim: Claim) -> Iterator[Claim]:
    """The claim, or the two that it is made of: an office, and a rank behind it."""
    role = claim.role
    both = BOTH.fullmatch(role.title) or APART.fullmatch(role.title)
    if both is None or (both["rank"] == "General" and HIGHER.search(both["office"])):
        yield claim
        return
    for part in ("office", "rank"):
        span = Span(role.span.start + both.start(part), role.span.start + both.end(part))
        yield claim._replace(role=replace(role, span=span, title=span.of(text)))


def with_first_word(text: str, role: Role) -> Role:
    """A role that begins with "General" with the first word of the office: "Director | General of Sports"."""
    before = TWO_WORDS.search(text, max(0, role.span.start - 16), role.span.start)
    if before is None or not role.title.startswith("General"):
        return role
    span = Span(before.start(), role.span.end)
    return replace(role, span=span, title=span.of(text))


def with_retired(text: str, role: Role) -> Role:
    """A role with the "(Retd)" behind it, without which it would say too much."""
    retired = RETIRED.match(text, role.span.end)
    span = Span(role.span.start, retired.end()) if retired else role.span
    return replace(role, span=span, title=span.of(text))
