"""News agencies and press wires by name, as credits, leads and end marks ask for them (`wires_agencies.txt`)."""

import re
from collections.abc import Iterable
from functools import cache

from generator.text.wordlists import load_sections


@cache
def _groups() -> tuple[frozenset[str], ...]:
    """Names that mean an agency wherever they stand; those that mean one in a credit only; press wires."""
    return tuple(frozenset(names) for _, names in load_sections("wires_agencies.txt"))


def list_clear() -> frozenset[str]:
    """The names that mean an agency wherever they stand."""
    return _groups()[0]


@cache
def list_agencies() -> frozenset[str]:
    """The names of agencies, without the press wires."""
    return _groups()[0] | _groups()[1]


def list_wires() -> frozenset[str]:
    """The names of the press wires, which send out what companies say."""
    return _groups()[2]


@cache
def list_all() -> frozenset[str]:
    """Agencies and press wires."""
    return list_agencies() | list_wires()


def any_of(names: Iterable[str]) -> str:
    """The pattern for any of these names, the longest first."""
    return "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))
