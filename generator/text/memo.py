"""What was found in a value, remembered from one rebuild of a live server to the next while the value is the same one.

Values are frozen, so what is found in one never changes; they are told apart by identity, as comparing two texts may
cost more than looking again. Nothing is remembered in a program that builds once. And what is
loaded when it is first asked for, so that whoever needs little of the program waits for little of it.
"""

from collections.abc import Callable
from functools import cache, wraps
from importlib import import_module
from typing import Any, TypeVar

Value = TypeVar("Value")
Found = TypeVar("Found")

_Round = dict[tuple[Callable[..., Any], int], tuple[object, Any]]
_rounds: list[_Round] = []
"""What was asked in this round and in the one before; empty where nothing is remembered."""


def begin_round() -> None:
    """Remember from here on, and forget what nobody asked for since the last round began."""
    _rounds[:] = [{}, *_rounds[:1]]


def end_rounds() -> None:
    """Forget all, and remember nothing from here on."""
    _rounds.clear()


def remembered(find: Callable[[Value], Found]) -> Callable[[Value], Found]:
    """A function of one frozen value, the result of which nobody changes."""

    @wraps(find)
    def asked(value: Value) -> Found:
        if not _rounds:
            return find(value)
        key, new = (find, id(value)), _rounds[0]
        # The entry holds its value, so that no other can come to have the same identity.
        if key not in new or new[key][0] is not value:
            known = _rounds[-1].get(key)
            new[key] = known if known and known[0] is value else (value, find(value))
        found: Found = new[key][1]
        return found

    return asked


def keeping_last(find: Callable[[Value], Found]) -> Callable[[Value], Found]:
    """A function of one frozen value that many ask of the same value, one behind the other: its last answer is kept."""
    last: list[tuple[Value, Found]] = []

    @wraps(find)
    def asked(value: Value) -> Found:
        known = last[0] if last else None
        if known is None or known[0] is not value:
            known = (value, find(value))
            last[:] = [known]
        return known[1]

    return asked


@cache
def load(place: str) -> Any:
    """What stands at `module:name` of the program. Raises ImportError where something is missing for it."""
    module, _, name = place.partition(":")
    return getattr(import_module(module), name)
