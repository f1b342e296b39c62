"""Whether words are the name of a product: "jPhone 4", "the K380", "Tiger, the new version of its system"."""

import re
from collections.abc import Mapping

from generator.language.en.events.kinds import load_class
from generator.language.trees import Trees

_MIXED = re.compile(r"(?!Mc)[A-Z]?[a-z]+[A-Z][A-Za-z]*")
"""A capital inside a word: "jPhone", "PlayPort"; not the surname "McArden"."""
_SERIAL = re.compile(r"[A-Z]{1,4}-?\d{1,4}[A-Za-z]{0,2}")
"""Letters with a number: "K380", "K380s"."""
_NUMBER = re.compile(r"(?!(?:19|20)\d\d$)\d{1,4}(?:\.\d+)?[A-Za-z]{0,2}")
"""The number of a model or version; a year is none."""
_NAMED = ("flat", "compound", "nummod")
"""Relations of the other words of a name to its head."""


def is_brand(trees: Trees, types: Mapping[int, str], word: int) -> bool:
    """Whether a word heads the name of a product, or a name beside it says which product it is."""
    if trees.lower(word) in load_class("@work"):
        # "Her album Moon 3".
        return False
    beside = [other for other in trees.having(word, "appos") if other > word]
    is_told = trees.pos(word) == "PROPN" and any(trees.lower(other) in load_class("@gadget") for other in beside)
    is_named = types.get(word) not in ("Person", "Place") and (is_told or _reads_as_one(trees, word))
    return is_named or any(is_brand(trees, types, other) for other in beside)


def _reads_as_one(trees: Trees, word: int) -> bool:
    """Whether a name is written as those of products are: with a capital inside, or with a number."""
    if trees.lower(word) in load_class("=numbered"):
        # "Agenda 21", "G20".
        return False
    inner = [other for other in trees.having(word, *_NAMED) if trees.pos(other) in ("PROPN", "NUM", "X", "NOUN")]
    words = [trees.word(other) for other in (word, *inner)]
    if any(_MIXED.fullmatch(own) for own in words[:1]) or _SERIAL.fullmatch(words[0]):
        return True
    is_name = trees.pos(word) == "PROPN" and words[0][0].isupper()
    return is_name and any(way.fullmatch(own) for own in words[1:] for way in (_MIXED, _SERIAL, _NUMBER))
