"""Whether a text tells something as a fact: the one room that answers it for a word of the parse.

`words` knows the words of `polarity.txt`, `signs` what hangs on a predicate itself, `scope` what stands over it,
`happenings` what holds for a noun that names a happening, `rules` tries the words of the list on their sentences. Who
is said to report something is a question of speech, not of this room.
"""

from generator.language.en.polarity.happenings import find_happening_standing, is_definite
from generator.language.en.polarity.links import is_first
from generator.language.en.polarity.scope import (
    explain_standing,
    find_predicate,
    find_standing,
    is_fact,
    is_habit,
    is_said,
)
from generator.language.en.polarity.signs import find_own_standing
from generator.language.en.polarity.words import (
    MODALS,
    is_gerund_of,
    is_object_of_particle,
    is_past,
    is_sign,
    list_words,
    particles_of,
)

__all__ = [
    "MODALS",
    "explain_standing",
    "find_happening_standing",
    "find_own_standing",
    "find_predicate",
    "find_standing",
    "is_definite",
    "is_fact",
    "is_first",
    "is_gerund_of",
    "is_habit",
    "is_object_of_particle",
    "is_past",
    "is_said",
    "is_sign",
    "list_words",
    "particles_of",
]
