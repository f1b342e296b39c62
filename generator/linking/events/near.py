"""Events that may be one, of which only a person can be sure."""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from datetime import timedelta
from itertools import combinations

from generator.linking.events.accounts import MOST_KEYS, Account, list_keys, weigh
from generator.linking.events.uniting import Joining, allows, are_apart

MOST_SHARING = 8
"""Accounts with two names in common about which is asked; more tell nothing."""


def find_near(work: Joining) -> Iterator[tuple[int, int]]:
    """Accounts of one kind that share two names, of which not even a reader may be sure whether they are one."""
    shelf: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, account in sorted(work.accounts.items()):
        for pair in combinations(list(list_keys(account, work.atlas))[:MOST_KEYS], 2):
            shelf[account.family, *pair].append(number)
    pairs = {pair for found in shelf.values() if len(found) <= MOST_SHARING for pair in combinations(found, 2)}
    for one, other in sorted(pairs):
        if is_near(work, work.accounts[one], work.accounts[other]):
            yield one, other


def is_near(work: Joining, one: Account, other: Account) -> bool:
    """Whether two accounts may be of one event: of one kind, by two names, a day apart at most or one without a day."""
    if (
        one.kinds.isdisjoint(other.kinds)
        or are_apart(work, one, other)
        or not one.places_told.isdisjoint(other.places_told)
    ):
        return False
    if one.when and other.when:
        is_close = max(one.when[0], other.when[0]) - min(one.when[1], other.when[1]) <= timedelta(days=1)
    else:
        undated, dated = (one, other) if one.when is None else (other, one)
        is_close = dated.when is not None and all(
            work.tellings[number].is_open and allows(work.tellings[number], dated, is_one_text=False)
            for number in undated.tellings
        )
    likeness = weigh(one, other, work.atlas) if is_close else None
    return likeness is not None and likeness.names > 1
