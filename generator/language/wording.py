"""How texts put things, in every language that has a folder: pronouns and kin, seats of governments, what stands twice,
what leaves a sentence open. Stages that look across a whole text or collection ask here.
"""

from generator.language.en.doubled import find_doubled
from generator.language.en.names.steps import read_sentence
from generator.language.en.persons import (
    TITLE_REACH,
    Pronoun,
    classify_person,
    find_kin,
    is_alias,
    pronouns_of_names,
    tells_birth,
    told_before,
)
from generator.language.en.places import REACH, find_wider, is_region_before, is_seat, stands_for_government
from generator.language.en.summaries import BARRED, find_open_end, words_of

__all__ = [
    "BARRED",
    "REACH",
    "TITLE_REACH",
    "Pronoun",
    "classify_person",
    "find_doubled",
    "find_kin",
    "find_open_end",
    "find_wider",
    "is_alias",
    "is_region_before",
    "is_seat",
    "pronouns_of_names",
    "read_sentence",
    "stands_for_government",
    "tells_birth",
    "told_before",
    "words_of",
]
