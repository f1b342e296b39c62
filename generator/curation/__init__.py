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
    write_entry,
)
from generator.curation.files import OVERRIDES, WORDLIST, Curation, find_words, read_curation, read_words
from generator.curation.overrides import read_overrides

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
