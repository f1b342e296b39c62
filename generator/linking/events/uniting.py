"""The accounts of events while they are joined, and what two of them must share for that."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from generator.linking.events.accounts import (
    Account,
    Atlas,
    Likeness,
    combine,
    compare,
    list_days,
)
from generator.linking.events.tellings import Telling
from generator.linking.identity.entities import Key
from generator.text.groups import Groups

DOUBTED = 1.0
"""How much more is needed where something speaks against it."""
BEFORE, AFTER = timedelta(days=14), timedelta(days=92)
"""How long before its publication a report may speak of what was, and how far an announcement looks ahead."""
Pair = frozenset[int]


@dataclass
class Joining:
    """The accounts while they are joined; nothing outside sees it."""

    tellings: Sequence[Telling]
    atlas: Atlas
    apart: frozenset[Pair]
    groups: Groups[int]
    accounts: dict[int, Account]
    """By the number of the first telling."""
    held: frozenset[int] = field(init=False)
    """Those that something holds apart from another."""

    def __post_init__(self) -> None:
        self.held = frozenset(number for pair in self.apart for number in pair)


def unite(work: Joining, one: int, other: int) -> None:
    """Make two accounts one."""
    first, second = sorted((work.groups.find(one), work.groups.find(other)))
    if first != second:
        work.groups.join(first, second)
        work.accounts[first] = combine(work.accounts[first], work.accounts.pop(second))


def may_join(work: Joining, one: Account, other: Account) -> Likeness | None:
    """What two accounts share; None where they are of two events, or held for two."""
    return None if are_apart(work, one, other) else compare(one, other, work.atlas)


def are_apart(work: Joining, one: Account, other: Account) -> bool:
    """Whether something but what they share says that two accounts are of two events."""
    touched = (one.tellings & work.held, other.tellings & work.held)
    if all(touched) and any(frozenset((a, b)) in work.apart for a in touched[0] for b in touched[1]):
        return True
    if one.places_told.isdisjoint(other.places_told):
        return False
    is_many = any(work.tellings[number].is_many for number in one.tellings | other.tellings)
    return is_many or not _adds_nothing(one, other)


def _adds_nothing(one: Account, other: Account) -> bool:
    """Whether what one sentence tells twice has the second time no name, place or theme that the first has not."""
    left, right = (
        set[Key | str]().union(*account.cast.values(), account.towns, account.about) for account in (one, other)
    )
    return left <= right or right <= left


def is_enough(likeness: Likeness, need: float) -> bool:
    """Whether two accounts share so much that they are of one event."""
    return likeness.is_telling and likeness.weight >= need + DOUBTED * likeness.is_doubted


def allows(telling: Telling, dated: Account, *, is_one_text: bool) -> bool:
    """Whether a sentence that gives no day may speak of that of an account."""
    if dated.when is None:
        return True
    if telling.weekday is not None and telling.weekday not in {day.weekday() for day in list_days(dated.when)}:
        return False
    if telling.published is None or is_one_text:
        return True
    (first, last), (opening, closing) = telling.published, dated.when
    if telling.part.status in ("reported", "under way"):
        return first - BEFORE <= closing and opening <= last
    return first <= closing and opening <= last + AFTER
