"""Which tellings speak of one event. Accounts that share a name or place and a day are compared, those that share most
joined first; then what says "the meeting"; then what gives no day, or a week, where one event alone can be meant.

Each account meets at most `MOST_RIVALS` others by each of its names, so that the time grows with the tellings.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import NamedTuple

from generator.linking.events.accounts import (
    MOST_KEYS,
    SCENES,
    Account,
    Atlas,
    Dating,
    Likeness,
    find_need,
    list_days,
    list_keys,
    make_account,
    make_family,
    weigh_place,
)
from generator.linking.events.near import find_near
from generator.linking.events.tellings import Telling
from generator.linking.events.uniting import Joining, Pair, allows, are_apart, is_enough, may_join, unite
from generator.linking.identity.entities import Key
from generator.text.edtf import Days
from generator.text.groups import Groups

MOST_RIVALS = 40
"""Accounts of one kind, day and name that are compared with each other; of more, none is looked for any more."""
EXTRAS = (1.5, 0.5, 0.0)
"""How much more than needed accounts share that are joined first."""
ELSEWHERE = 0.5
"""How much more is needed where another text gives the day."""
UNDATED = 0.5
"""How much more is needed where no text gives a day, unless one person is what it is done to."""
LEAD, WHOLE_TEXT = 2, 20
"""A scene that the first sentences tell is "the crash" so far down the text, while no other of its kind is told."""
SAME_TALK = 2
"""Sentences within which "the meeting" is the one just told of; one fewer where it is not the only one so far or where
the word is another."""
STEM = 4
"""Letters by which two words tell the same: "crashed" and "crash"."""
MONTH = timedelta(days=31)
"""The longest stretch of time that may be joined with a day in it."""
ONCE = frozenset({"death", "birth"})
"""What happens to a person once."""
LEAVINGS = frozenset({"resignation", "wedding"})
"""What one text hardly tells of a person twice."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the curator decided of tellings, by their numbers."""

    one: tuple[tuple[int, ...], ...] = ()
    """Each of one event."""
    apart: frozenset[Pair] = frozenset()
    """Pairs of two events."""


NO_DECISIONS = Decisions()


class Grouping(NamedTuple):
    """Tellings of one event each, by their numbers."""

    groups: Sequence[tuple[int, ...]]
    """In the order of their first telling, as those of each group."""
    near: Sequence[tuple[int, int]]
    """The first tellings of two groups that may be one."""


def group_tellings(
    tellings: Sequence[Telling],
    atlas: Atlas,
    decisions: Decisions = NO_DECISIONS,
    versions: Iterable[tuple[int, int]] = (),
) -> Grouping:
    """Which tellings speak of one event. `versions` are pairs that versions of one text tell in one sentence."""
    accounts = {number: make_account(number, telling, atlas) for number, telling in enumerate(tellings)}
    apart = decisions.apart | find_parts(tellings)
    work = Joining(tellings, atlas, apart, Groups(accounts), accounts)
    for numbers in decisions.one:
        for number in numbers[1:]:
            unite(work, numbers[0], number)
    join_versions(work, versions)
    for extra in EXTRAS:
        join_by_day(work, extra)
    join_in_text(work)
    join_again(work)
    # Twice, as what the text itself adds to the event with a day is what another text may share with it.
    for dating in ("range", "open", "open"):
        join_undated(work, dating)
    join_open(work)
    kept = {number for numbers in (*decisions.one, *find_parts(tellings)) for number in numbers}
    told = [tuple(group) for group in work.groups if not kept.isdisjoint(group) or says_more(tellings, group)]
    return Grouping(told, list(find_near(work)))


def join_versions(work: Joining, pairs: Iterable[tuple[int, int]]) -> None:
    """Join what versions of one text tell in one sentence, unless a name, place or day was changed."""
    for pair in pairs:
        one, other = (work.accounts[work.groups.find(number)] for number in pair)
        where = weigh_place(one, other, work.atlas)
        is_there = where is not None and not where.is_doubted
        if one is not other and is_there and may_join(work, one, other) is not None:
            unite(work, *pair)


def says_more(tellings: Sequence[Telling], group: Iterable[int]) -> bool:
    """Whether an event has a day, somebody, a place or a number; a kind alone is none."""
    return any(tellings[number].arguments or tellings[number].day for number in group)


def find_parts(tellings: Sequence[Telling]) -> frozenset[Pair]:
    """What the text says is a part of another event is not that event."""
    numbers = {(telling.brief, telling.at): number for number, telling in enumerate(tellings)}
    wholes = (
        (number, numbers.get((t.brief, -1 if t.within is None else t.within))) for number, t in enumerate(tellings)
    )
    return frozenset(frozenset((number, whole)) for number, whole in wholes if whole is not None)


def join_by_day(work: Joining, extra: float) -> None:
    """Join accounts of one day, or of the same stretch of days, that share a name or place."""
    shelf: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number in sorted(work.accounts):
        if number not in work.accounts:
            continue
        features = list(list_dated(work.accounts[number], work.atlas))
        near = {work.groups.find(other) for feature in features for other in shelf[feature]}
        join_best(work, number, near, extra)
        for feature in features:
            if len(shelf[feature]) < MOST_RIVALS:
                shelf[feature].append(number)


def list_dated(account: Account, atlas: Atlas) -> Iterator[Hashable]:
    """Kind, day and name; of a stretch of days all of it in place of a day."""
    if account.when is None or account.dating == "open":
        return
    days: Sequence[date | Days] = [account.when] if account.dating == "range" else list_days(account.when)
    for key in list_keys(account, atlas):
        for day in days:
            yield account.family, day, key


def join_best(work: Joining, number: int, near: Iterable[int], extra: float) -> None:
    """Join an account with those near it that share enough, the likest first."""
    found = []
    for other in near:
        likeness = may_join(work, work.accounts[work.groups.find(number)], work.accounts[other])
        if likeness and likeness.is_telling:
            found.append((-likeness.weight, other))
    for _, other in sorted(found):
        one, two = work.accounts[work.groups.find(number)], work.accounts[work.groups.find(other)]
        likeness = may_join(work, one, two) if one is not two else None
        if likeness and is_enough(likeness, find_need(one, two) + extra):
            unite(work, number, other)


def join_in_text(work: Joining) -> None:
    """Join what one text tells of one day: by one who has a part in it; what names nobody with the only one there."""
    shelf: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, account in sorted(work.accounts.items()):
        if account.dating == "day":
            for brief in account.briefs:
                shelf[brief, account.family, account.when].append(number)
    few = [numbers for numbers in shelf.values() if 1 < len(numbers) <= MOST_RIVALS]
    for numbers in few:
        for one, other in combinations(numbers, 2):
            first, second = (work.groups.find(number) for number in (one, other))
            if first != second and is_same_day(work, work.accounts[first], work.accounts[second]):
                unite(work, first, second)
    for numbers in few:
        join_bare(work, {work.groups.find(number) for number in numbers})


def is_same_day(work: Joining, one: Account, other: Account) -> bool:
    """Whether two accounts of one text and day share one who has a part, and nothing holds them apart."""
    likeness = may_join(work, one, other)
    if likeness is None or likeness.is_doubted:
        return False
    if not likeness.parties or one.family == "statement":
        return False
    is_other = bool(one.about and other.about) and one.about.isdisjoint(other.about)
    return not is_other or not one.cast.get("object", frozenset()).isdisjoint(other.cast.get("object", frozenset()))


def join_bare(work: Joining, numbers: Collection[int]) -> None:
    """Join those of one text, kind and day of which nothing is said with the only one of which something is."""
    told = [number for number in numbers if any(work.tellings[at].arguments for at in work.accounts[number].tellings)]
    bare = [at for at in sorted(set(numbers).difference(told)) if work.tellings[at].is_definite]
    for number in bare if len(told) == 1 else ():
        whole = work.groups.find(told[0])
        if not are_apart(work, work.accounts[number], work.accounts[whole]):
            unite(work, number, whole)


def join_again(work: Joining) -> None:
    """Join a sentence that says "the meeting" with the one told of just before."""
    told: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, telling in enumerate(work.tellings):
        before = told[telling.brief, make_family(telling.kind)]
        is_only = len({work.groups.find(other) for other in before}) == 1
        is_lead = bool(before) and is_of_lead(work.tellings[before[0]])
        last = work.tellings[before[-1]] if before and telling.may_point_back else None
        if last and is_just_told(last, telling, is_only=is_only, is_lead=is_lead):
            one, other = (work.accounts[work.groups.find(at)] for at in (before[-1], number))
            likeness = may_join(work, one, other) if one is not other else None
            is_sure = likeness and not likeness.is_doubted and (not telling.is_owned or is_owner(one, other, likeness))
            if is_sure and allows(telling, one, is_one_text=True):
                unite(work, before[-1], number)
        before.append(number)


def is_of_lead(telling: Telling) -> bool:
    """Whether a text begins with it, as with what it is about."""
    return telling.sentence < LEAD and make_family(telling.kind) in SCENES


def is_owner(one: Account, again: Account, likeness: Likeness) -> bool:
    """Whether "her meeting" is that of one whom the first telling names: the same name, or no name and a person."""
    names = set[Key]().union(*one.cast.values())
    return likeness.parties > 0 or (not again.cast and any(key.type == "Person" for key in names))


def is_just_told(one: Telling, again: Telling, *, is_only: bool, is_lead: bool) -> bool:
    """Whether "the meeting" stands so near to a telling that it is that one.

    That may be the only one so far, and what the text is about: a scene that its first sentences tell.
    """
    is_one_word = not {word[:STEM] for word in one.words.split()}.isdisjoint(
        {word[:STEM] for word in again.words.split()}
    )
    if one.is_of_year or (one.is_many and one.sentence == again.sentence):
        return False
    reach = min(is_only + is_one_word, SAME_TALK)
    return again.sentence - one.sentence <= (WHOLE_TEXT if is_lead and reach == SAME_TALK else reach)


def join_undated(work: Joining, dating: Dating) -> None:
    """Join accounts without a day with the one account that has one and fits."""
    shelf: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, account in sorted(work.accounts.items()):
        if account.dating in ("day", "assumed") or (account.dating == "range" and dating == "open"):
            for feature in list_undated(account, work.atlas):
                shelf[feature].append(number)
    undated = [number for number, account in sorted(work.accounts.items()) if may_be_dated(work, account, dating)]
    for number in undated:
        account = work.accounts[work.groups.find(number)]
        if account.dating == dating:
            rivals = [shelf[feature] for feature in list_undated(account, work.atlas)]
            near = set().union(*rivals) if max(map(len, rivals), default=0) <= MOST_RIVALS else set()
            fits = {other for other in map(work.groups.find, near) if is_dated_by(work, account, work.accounts[other])}
            fits = {other for other in fits if share_body(account, work.accounts[other])} or fits
            if len(fits) == 1:
                unite(work, number, fits.pop())


def share_body(one: Account, other: Account) -> bool:
    """Whether one body has a part in both: whose meeting it is tells more than who goes there."""
    left, right = (set[Key]().union(*account.cast.values()) for account in (one, other))
    return any(key.type == "Organization" for key in left & right)


def join_open(work: Joining) -> None:
    """Join what no text dates: in one text by whom it is done to and more, deaths and births anywhere."""
    shelf: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, account in sorted(work.accounts.items()):
        if account.dating != "open" or not may_be_dated(work, account, "open"):
            continue
        features = list(list_undated(account, work.atlas))
        near = {work.groups.find(other) for feature in features for other in shelf[feature]}
        fits = [other for other in near if is_told_again(work, account, work.accounts[other])]
        if len(fits) == 1:
            unite(work, fits[0], number)
        for feature in features:
            if len(shelf[feature]) < MOST_RIVALS:
                shelf[feature].append(number)


def is_told_again(work: Joining, account: Account, other: Account) -> bool:
    """Whether two accounts without a day are of one event."""
    likeness = may_join(work, account, other)
    if likeness is None or likeness.is_doubted:
        return False
    if account.family in ONCE:
        return likeness.names > 0
    part = "side" if account.family in LEAVINGS else "object"
    shared = account.cast.get(part, frozenset()) & other.cast.get(part, frozenset())
    need = find_need(account, other) + (0.0 if any(key.type == "Person" for key in shared) else UNDATED)
    return not account.briefs.isdisjoint(other.briefs) and is_enough(likeness, need)


def may_be_dated(work: Joining, account: Account, dating: Dating) -> bool:
    """Whether the sentences of an account that is so dated leave room for a day."""
    if account.dating != dating:
        return False
    tellings = [work.tellings[number] for number in account.tellings]
    if all(telling.is_many for telling in tellings):
        return False
    if account.dating == "open":
        return all(telling.is_open for telling in tellings)
    return account.when is not None and account.when[1] - account.when[0] < MONTH


def list_undated(account: Account, atlas: Atlas) -> Iterator[Hashable]:
    """By what the one account with a day is looked up: one name in one text, two anywhere."""
    keys = list(list_keys(account, atlas))[:MOST_KEYS]
    for key in keys:
        for brief in account.briefs:
            yield brief, account.family, key
        if account.family in ONCE:
            yield account.family, key
    for pair in combinations(keys, 2):
        yield account.family, *pair


def is_dated_by(work: Joining, account: Account, dated: Account) -> bool:
    """Whether an account without a day speaks of the event of one with a day."""
    likeness = may_join(work, account, dated)
    is_one_text = not account.briefs.isdisjoint(dated.briefs)
    is_near = is_one_text or account.family in ONCE
    need = 1.0 if account.family in ONCE else find_need(account, dated)
    need += 0.0 if is_near or account.when else ELSEWHERE
    if likeness is None or not is_enough(likeness, need):
        return False
    return all(allows(work.tellings[number], dated, is_one_text=is_near) for number in account.tellings)
