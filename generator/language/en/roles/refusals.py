"""What looks like a role and is none: what is said of a group, the title of a work, the next person's title.

A role that ends right before the next name is first given to the person named there.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from generator.language.en.persons import classify_person, is_plural_person
from generator.language.en.roles.by_words import part
from generator.language.en.roles.edges import EDGES, mend
from generator.language.en.roles.rules import ROLES, list_stated
from generator.language.en.roles.stated import Scene, Stated, list_role_words, try_scene, with_span
from generator.model import Role, Span
from generator.text.rules import Chain, Rule

WORK = re.compile(r", (?:The|A|An|My|Our|His|Her) $")
"""An article in a capital inside a sentence, with which the title of a film or a book begins."""
ANEW = re.compile(r", an? $")
"""What tells of the person named before it, with a clause behind: "Y, a fundraiser X appointed"; no title of X."""
SMALL = re.compile(r"\b[a-z]{3,}\b")
"""A word in small letters; a shorter one says of nobody what he is."""
OWNED = ("'s ", "\u2019s ", "' ", "\u2019 ")
"""What makes a name the owner of what follows: "Arden's mate"."""
ONE_OF = re.compile(r"one of ", re.IGNORECASE)
"""That somebody is one of several."""
COMPLEMENT = re.compile(r" (?:of|for|in|at|from|to) ")
"""What opens the complement of a role."""
LISTED = re.compile(r"^(?: (?:of|from|in|\()[^.;\n]{1,40})?(?:,| and|, and)(?: \w+){0,2} $")
"""What stands between two names of one list: ", ", " of Lima and "."""
COUNTED = re.compile(
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|many|some|other)\b(?!-)", re.IGNORECASE
)
"""How many people there are; it opens what is said of a group."""
RANKED = re.compile(
    r"(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|last|only|\w+est) "
    r"(?:woman|man|person|one|human|girl|boy)\b",
    re.IGNORECASE,
)
"""A rank among people: "first woman"."""


class Case(NamedTuple):
    """A role that may be none."""

    scene: Scene
    stated: Stated
    is_shared: bool
    """Whether the same words are said of another person too."""

    @property
    def role(self) -> Role:
        """The role."""
        return self.stated.role


Refusal = Callable[[Case], bool]
"""A rule: whether something is no role."""
Giving = Callable[[Scene, Stated], Stated | None]
"""A rule: whose role it is, where it is another's; None where it is not."""


def is_own_name(case: Case) -> bool:
    """Whether a role shares words with the name of its person."""
    return case.role.span.overlaps(case.stated.name)


def is_within_name(case: Case) -> bool:
    """Whether a role is part or all of the name of an organization or a place; a title whose last word says what one is
    may only look like one: "Grand Ayatollah"."""
    name, last = case.scene.mentions.at(case.role.span.start), case.role.title.split()[-1]
    is_title = case.role.form == "title" and classify_person(last) is not None and not is_plural_person(last)
    return not is_title and name is not None and name.type != "Person" and name.span.holds(case.role.span)


def is_taken_up(case: Case) -> bool:
    """Whether between a plural and a later name stands what others are: "sons X and Y, two daughters, Z"."""
    if case.role.form != "title" or not is_plural(case.role.title):
        return False
    end = case.role.span.end
    between = SMALL.findall(case.scene.text, end, max(end, case.stated.name.start))
    return any(is_plural_person(word) or classify_person(word) is not None for word in between)


def is_work(case: Case) -> bool:
    """Whether it begins the title of a work: "a film by X, The Man Who Slept"."""
    start = case.role.span.start
    return case.role.form == "apposition" and WORK.search(case.scene.text, max(0, start - 8), start) is not None


def is_owned(case: Case) -> bool:
    """Whether the name before is only the owner of it: "X's mate"."""
    end = case.stated.name.end
    is_behind = case.role.form == "apposition" and end < case.role.span.start
    return is_behind and case.scene.text.startswith(OWNED, end)


def is_of_name_before(case: Case) -> bool:
    """Whether a title tells of the person named before it."""
    start = case.role.span.start
    anew = ANEW.search(case.scene.text, max(0, start - 8), start) if case.role.form == "title" else None
    before = case.scene.mentioned.before(anew.start()) if anew else None
    return anew is not None and before is not None and before.span.end == anew.start()


def is_opinion(case: Case) -> bool:
    """Whether it is what somebody thinks of a person: "a true hero"."""
    head = COMPLEMENT.split(case.role.title)[0].split()
    return case.role.form == "copula" and bool(head) and head[-1].lower() in list_role_words("opinions")


def is_counted(case: Case) -> bool:
    """Whether it is one of a number of people: "two other contenders"."""
    title = case.role.title
    is_group = COUNTED.match(title) is not None and any(is_plural_person(word) for word in title.split())
    return case.role.kind == "role" and is_group


def is_ranked(case: Case) -> bool:
    """Whether it is a rank among people: "the first woman"."""
    return case.role.kind == "role" and RANKED.match(case.role.title) is not None


def is_anybody(case: Case) -> bool:
    """Whether it says of nobody what he is: "the man"."""
    return case.role.kind == "role" and case.role.title.lower() in list_role_words("nobody")


def is_of_others(case: Case) -> bool:
    """Whether a plural is said of one person alone, and of nobody beside: "told journalists X had left"."""
    if case.role.kind != "role" or case.is_shared or not is_plural(case.role.title):
        return False
    return not has_neighbor(case.scene, case.stated.name)


def is_plural(title: str) -> bool:
    """Whether a role is said of several people, "developers", and not of one of them: "one of the developers"."""
    words = COMPLEMENT.split(title)[0].split()
    return bool(words) and is_plural_person(words[-1]) and not ONE_OF.match(title)


def has_neighbor(scene: Scene, name: Span) -> bool:
    """Whether another person is named beside a name in the same list: "Tom Arden of Lima and Jane Dorran"."""
    before, after = scene.mentioned.before(name.start), scene.mentioned.after(name.end)
    gaps = [Span(before.span.end, name.start)] if before else []
    gaps += [Span(name.end, after.span.start)] if after else []
    return any(LISTED.search(gap.of(scene.text)) for gap in gaps)


def list_whole(scene: Scene, stated: Iterable[Stated]) -> Iterator[Stated]:
    """What is stated, with all the words that each role has in the text."""
    mended = (with_span(scene.text, one, mend(scene, one.role.span, EDGES.rules)) for one in stated)
    return (each for one in mended for each in part(scene.text, one))


def find_next(scene: Scene, stated: Stated) -> Stated | None:
    """Words that end right before another name as the title of the person named there."""
    end = stated.role.span.end
    following = scene.mentioned.after(end + 1)
    is_behind = stated.role.form == "apposition" and stated.name.end <= stated.role.span.start
    if not is_behind or following is None or following.span == stated.name:
        return None
    is_next = following.span.start == end + 1 and scene.text[end] == " "
    return Stated(replace(stated.role, form="title"), following.entity, following.span) if is_next else None


def give(scene: Scene, stated: Stated) -> Stated:
    """What is stated, of the person whose role it is; with the name of the rule that says whose."""
    for rule in GIVINGS:
        if given := rule.find(scene, stated):
            return given._replace(role=replace(given.role, rule=rule.name))
    return stated


def try_giving(rule: Rule[Giving], text: str) -> Iterator[Span]:
    """The words that a rule gives to another."""
    scene = try_scene(text)
    return (one.role.span for one in list_whole(scene, list_stated(scene, ROLES.rules)) if rule.find(scene, one))


GIVINGS: Chain[Giving] = Chain(
    "whose role it is",
    (
        Rule(
            "right before the next name",
            find_next,
            yes=("They met Jane Dorran, |Liberal MP (Member of Parliament)| Tom Arden, and Ana Soto.",),
            no=("They met Jane Dorran, Liberal MP, and Tom Arden.", "Liberal MP Jane Dorran met Tom Arden."),
        ),
    ),
    try_giving,
)


def list_cases(scene: Scene, stated: Iterable[Stated]) -> Iterator[Case]:
    """Each role with what must be known to refuse it."""
    whole = [give(scene, one) for one in list_whole(scene, stated)]
    sharing = Counter(one.role.span for one in whole)
    return (Case(scene, one, sharing[one.role.span] > 1) for one in whole)


def try_refusal(rule: Rule[Refusal], text: str) -> Iterator[Span]:
    """The words that a rule refuses as a role."""
    scene = try_scene(text)
    cases = list_cases(scene, list_stated(scene, ROLES.rules))
    return (case.role.span for case in cases if rule.find(case))


REFUSALS: Chain[Refusal] = Chain(
    "no roles",
    (
        Rule(
            "words of the name itself",
            is_own_name,
            yes=("The prize went to its |main members (Tom Arden, Jane Dorran, Ana Soto, and Joe Lind)| in May.",),
            no=("The prize went to its main founder (Tom Arden) in May.",),
        ),
        Rule(
            "part of a name",
            is_within_name,
            yes=("They chose Jane Dorran, the |American Independent Party|, and others.",),
            no=("Grand Ayatollah Ali Hosseini spoke.", "Jane Dorran, the head of the Independent Party, spoke."),
        ),
        Rule(
            "others come between",
            is_taken_up,
            yes=(
                "|Their two sons| Tom and Piet Arden, and four daughters, Maud, Greta, Hanne, and Lotte Arden, came.",
            ),
            no=("They met senators Tom Arden and Jane Dorran.",),
        ),
        Rule(
            "title of a work",
            is_work,
            yes=("She had a part in a film by Tom Arden, The |Man| Who Slept.",),
            no=("Tom Arden, the man who slept, left.",),
        ),
        Rule(
            "owned by the name",
            is_owned,
            yes=("Then came Mimi Lindqvist's |deputy, of Vestra|.",),
            no=("Then came Mimi Lindqvist, the deputy of Vestra.", "It was denied by Jane Dorran, Arden's lawyer."),
        ),
        Rule(
            "of the person before",
            is_of_name_before,
            yes=("Tom Arden, a |party fundraiser| Jane Kemp appointed to the post, left.",),
            no=("They met a party fundraiser, Tom Arden.", "In May, a fundraiser Jane Kemp left."),
        ),
        Rule(
            "opinion",
            is_opinion,
            yes=("Jane Dorran was a |true hero|.",),
            no=("Jane Dorran was a true pilot.",),
        ),
        Rule(
            "number of people",
            is_counted,
            yes=(
                "Two |other contenders|, Tom Arden and Jane Dorran, left.",
                "The board chose |two pilots|, Tom Arden and Jane Dorran, for the flight.",
            ),
            no=("The contenders Tom Arden and Jane Dorran left.",),
        ),
        Rule(
            "rank among people",
            is_ranked,
            yes=("Jane Dorran became the |first woman in the House|.",),
            no=("Jane Dorran became the first mayor of Leeds.",),
        ),
        Rule(
            "anybody",
            is_anybody,
            yes=("The |man|, Peter Ochola, was arrested.",),
            no=("The mayor, Peter Ochola, was arrested.",),
        ),
        Rule(
            "plural of others",
            is_of_others,
            yes=("They told |reporters| Kowalska had left.",),
            no=(
                "They met senators Tom Arden and Jane Dorran.",
                "The guests were visual artists Tom Arden and Jane Dorran.",
                "One of our developers, Tom Arden, left.",
            ),
        ),
    ),
    try_refusal,
)
