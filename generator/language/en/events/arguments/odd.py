"""What cannot have a part that the parse gives it: a score as a partner, a place as one who is appointed."""

import re

from generator.language.en.events.arguments.phrases import is_time
from generator.language.en.events.arguments.scene import Scene
from generator.language.en.events.kinds import load_table
from generator.model import ArgumentRole

_WITH_SIDES = frozenset({"meeting", "call", "visit", "war", "clash", "match", "agreement"})
"""Kinds with two sides, each of whom can act."""
_OF_PEOPLE = frozenset({"arrest", "release", "appointment", "dismissal", "election", "resignation"})
"""Kinds that befall people and bodies."""
_SELVES = frozenset({"himself", "herself", "themselves", "itself"})
_ABSTRACT = ("tion", "ment", "ness", "ity", "ance", "ence", "ism")
SCORE = re.compile(r"^\d+(?:[-–]\d+)?$")
"""A score or its first number."""


def is_odd(scene: Scene, word: int, role: ArgumentRole | None) -> bool:
    """Whether a word cannot have its role: a score or a thing as a partner, a place as one who is appointed."""
    if scene.trees.lower(word) == "half" and is_time(scene.trees, word):
        return True
    is_side = role == "partner" and scene.trigger.kind in _WITH_SIDES
    if is_side and (SCORE.search(scene.trees.word(word)) or not scene.can_take_side(word)):
        return True
    if scene.trigger.kind == "accident" and _is_odd_in_accident(scene, word, role):
        return True
    if role == "patient" and scene.trees.lower(word) in _SELVES and scene.trigger.kind == "appointment":
        return True
    if role == "recipient" and not scene.can_take_side(word):
        return True
    if role == "patient" and scene.trigger.kind == "arrest" and not scene.can_take_side(word):
        return True
    if role == "patient" and scene.trigger.kind in _OF_PEOPLE and _is_abstract(scene, word):
        return True
    is_chosen = role == "patient" and scene.trigger.kind in ("appointment", "dismissal")
    return is_chosen and scene.names.is_place(word) and scene.names.meant(word) == scene.names.at(word)


def _is_odd_in_accident(scene: Scene, word: int, role: ArgumentRole | None) -> bool:
    if role in ("patient", "partner") and scene.names.is_place(word):
        return True
    if role == "partner" and scene.trees.lower(word) in load_table().nouns:
        # "Stampedes have happened, with the worst stampede in 1991".
        return True
    is_beside = role == "partner" and scene.trees.head(word) != scene.trigger.at
    return scene.trigger.form == "noun" and (role == "agent" or is_beside)


def _is_abstract(scene: Scene, word: int) -> bool:
    """Whether a noun names no person or body, by its end: "released him pending | investigation"."""
    noun = scene.trees.lower(word)
    return noun.endswith(_ABSTRACT) and noun not in load_table().nouns and not scene.can_take_side(word)
