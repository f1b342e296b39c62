"""A decision as YAML that a person can paste; what is written here is read back as the same decision."""

import re
from collections.abc import Mapping, Sequence

from generator.text.unicode import one_line

_LETTER = "A-Za-zÀ-ÖØ-öø-ÿ"
PLAIN = re.compile(rf"[{_LETTER}][{_LETTER}.’-]{{1,60}}(?: [{_LETTER}0-9(][{_LETTER}0-9.()’-]{{0,60}}){{0,12}}")
"""Words that need no quotation marks anywhere in YAML."""
WORDS_OF_YAML = frozenset({"true", "false", "null", "yes", "no", "on", "off"})
"""Plain words that YAML readers take for something else."""
DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
"""A date, which stays words for the readers that matter."""
ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff]')
"""What cannot stand as it is between double quotation marks."""


def write_entry(values: Mapping[str, str | Sequence[str]]) -> str:
    """One entry of the list: `- merge:` with its names on lines of their own, then the other keys."""
    lines = []
    for key, value in values.items():
        if isinstance(value, str):
            lines.append(f"{key}: {quote(value)}")
        else:
            lines += [f"{key}:", *(f"  - {quote(item)}" for item in value)]
    return "\n".join(("- " if not at else "  ") + line for at, line in enumerate(lines)) + "\n"


def quote(text: str) -> str:
    """The words as a YAML scalar on one line."""
    words = one_line(text, 10_000)
    if DAY.fullmatch(words) or (PLAIN.fullmatch(words) and words.lower() not in WORDS_OF_YAML):
        return words
    return '"' + ESCAPED.sub(_escape, words) + '"'


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    return f"\\{character}" if character in '\\"' else f"\\u{ord(character):04x}"
