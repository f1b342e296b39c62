"""Names that the model sees and that are none: parts of products and laws, peoples."""

import re

from generator.language.name import Name
from generator.language.rules.lexicon import is_people

MODEL = re.compile(r" (?:[A-Z]{1,4}-?\d{1,4}|7\d7|\d{3}(?=-\d))\w{0,4}\b")
"""The number of a model behind its maker's name: "Boeing 747", "Airbus A380", "Lockheed F-16"."""
LAW = re.compile(r" (?:Act|Bill|Amendment|Treaty|Accords?)\b")
"""What makes a law of the name before it: "Human Life Protection Act"."""


def is_no_name(text: str, name: Name) -> bool:
    """Whether the words name no person, organization, place or event here."""
    if name.type == "Organization":
        return bool(MODEL.match(text, name.span.end) or LAW.match(text, name.span.end))
    if name.type != "Person":
        return False
    words = name.span.of(text)
    return words.endswith("s") and is_people(words)
