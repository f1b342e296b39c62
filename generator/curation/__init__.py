"""What the curator of a collection decided, in files that a person writes and git keeps."""

from generator.curation.entries import (
    UNKNOWN,
    Apart,
    Change,
    Hide,
    Keep,
    Merge,
    Override,
    Ref,
    SetDate,
    SetRole,
    SetSpeaker,
    Split,
    Word,
    read_ref,
)
from generator.curation.files import OVERRIDES, WORDLIST, Curation, read_curation
from generator.curation.overrides import read_overrides
from generator.curation.wordlist import find_words, read_words
from generator.curation.writing import write_entry

__all__ = [
    "OVERRIDES",
    "UNKNOWN",
    "WORDLIST",
    "Apart",
    "Change",
    "Curation",
    "Hide",
    "Keep",
    "Merge",
    "Override",
    "Ref",
    "SetDate",
    "SetRole",
    "SetSpeaker",
    "Split",
    "Word",
    "find_words",
    "read_curation",
    "read_overrides",
    "read_ref",
    "read_words",
    "write_entry",
]
