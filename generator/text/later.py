"""What is loaded when it is first asked for, so that whoever needs little of the program waits for little of it."""

from functools import cache
from importlib import import_module
from typing import Any


@cache
def load(place: str) -> Any:
    """What stands at `module:name` of the program. Raises ImportError where something is missing for it."""
    module, _, name = place.partition(":")
    return getattr(import_module(module), name)
