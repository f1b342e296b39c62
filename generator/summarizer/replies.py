"""What a model answered, as sentences with the numbers of those on which each rests; not yet held against anything."""

import json
from typing import Any, NamedTuple

from generator.text.unicode import one_line

_MOST = 40
"""Sentences that are read of one answer."""
_PLACES = 200
"""Braces at which the JSON may begin."""
_LONGEST = 500
"""Characters of a sentence, and one more where it is longer."""


class Draft(NamedTuple):
    """A sentence as it came."""

    text: str
    numbers: tuple[int, ...]
    """Of the sentences on which it is said to rest, from 1 on; empty where the answer names none."""


def read_reply(words: str) -> list[Draft] | None:
    """The sentences of an answer; None where it is no answer of the kind that was asked for.

    What stands around the JSON, as fences or what a model thinks aloud, is passed over; of several the last one counts.
    """
    found, at = None, words.find("{")
    for _ in range(_PLACES):
        if at < 0:
            break
        sentences, end = _decode(words, at)
        found = found if sentences is None else sentences
        at = words.find("{", end)
    return None if found is None else [_draft(one) for one in found[:_MOST]]


def _decode(words: str, at: int) -> tuple[list[Any] | None, int]:
    """The sentences of the JSON that begins at a place, if it is such, and where to look on."""
    try:
        value, end = json.JSONDecoder().raw_decode(words, at)
    except (ValueError, RecursionError):
        return None, at + 1
    found = value.get("sentences") if isinstance(value, dict) else None
    return (found if isinstance(found, list) else None), end


def _draft(one: Any) -> Draft:
    text, numbers = (one.get("text"), one.get("rests_on")) if isinstance(one, dict) else (one, None)
    known = numbers if isinstance(numbers, list) else [numbers]
    whole = [number for number in known if isinstance(number, int) and not isinstance(number, bool)]
    named = tuple(dict.fromkeys(whole)) if len(whole) == len(known) else ()
    return Draft(one_line(text, _LONGEST + 1) if isinstance(text, str) else "", named)
