"""The chain by which names are read: in English the model's names and what rules know better, step by step in the order
of the list; in other languages those of `by_rules`. What holds in any language comes last.

Each rule stands with its patterns and sentences in the module of its subject; a name carries the rule that found it or
last changed it (`Name.rule`).
"""

from collections.abc import Sequence

from generator.language.en.model import read_text
from generator.language.en.names.acronyms import (
    ACRONYM_TYPE,
    BODY_OF_TWO,
    DEFINITION,
    FIRM_TYPE,
    PIECE_TYPE,
    SURNAME_TYPE,
)
from generator.language.en.names.bodies import (
    CAMPUS,
    COUNTRY_BEHIND,
    COUPLE_BODY,
    DISTRICT_OF_COURT,
    FIELD_OF_BODY,
    KIND_FIRST,
    LEGAL_FORM,
    WORD_AT_END,
)
from generator.language.en.names.courts import CITED, JUDGE
from generator.language.en.names.edges import (
    DISTRICT_OF_OFFICE,
    FEAST_DAY,
    GLUED_CREDIT,
    HALL_OF,
    MEMBER_APART,
    NUMBER_AND_SIDES,
    REST_OF_A_PLACE,
    REST_OF_A_POLL,
    REST_OF_BODY,
    WHAT_FOR,
)
from generator.language.en.names.honorifics import (
    HONORIFIC,
    HONORIFIC_ALONE,
    KNOWN_HONORIFIC,
    LETTERS,
    PERSON_BEHIND_STYLE,
    PERSON_BY_WORK,
)
from generator.language.en.names.listed import LISTED_BODY, MEDIUM
from generator.language.en.names.offices import (
    CALLED_DISEASE,
    COUNTRIES_OF_OFFICE,
    DEPARTMENT,
    FIELD_OF_OFFICE,
    HALF_A_NAME,
    MODEL_OF_MAKER,
    PLACE_OF_WORK,
    SHORT_OFFICE,
)
from generator.language.en.names.people import (
    BODY_BEHIND,
    BRACKETED_NICKNAME,
    FIRST_NAME,
    HYPHEN,
    INITIALS_APART,
    MARK,
    PAIR,
    QUOTED_NICKNAME,
    SMALL_WORD,
    SURNAME_FIRST,
)
from generator.language.en.names.refusals import (
    ADJECTIVE,
    FIRST_WORD,
    MONEY,
    NO_BEARER,
    NOUN,
    OFFICE_OF_PERSON,
    ONE_LETTER,
    PART_OF_LAW,
    PARTY_AND_STATE,
    PEOPLE,
    PRODUCT,
    SMALL_LETTERS,
    STUMP,
    STYLE_BEHIND_THE,
    TITLE_ALONE,
    WORK_OR_VESSEL,
)
from generator.language.en.names.steps import Prose, Step, follow, show_changes
from generator.language.en.names.stray import BROKEN_OFF, BYLINE_OF_NOBODY, LABEL, OTHER_SCRIPT, SHARE_SIGN, TWO_HALVES
from generator.language.en.names.towns import DATELINE_TOWN, OFFICE_OF_TOWN, STORM_NAME
from generator.language.name import Name
from generator.model import Span
from generator.text.rules import Chain, Rule


def read_names(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """What the model sees; nothing was read before."""
    return read_text(prose.text, prose.spans).names


BY_RULES = "by rules"
"""The rule of a name that lists and the forms of words show in a language without a model."""
MODEL: Rule[Step] = Rule(
    "model",
    read_names,
    yes=("|Ann Roe| flew from |Lima| to |Geneva|.",),
    no=("On Tuesday the German and French ministers met.",),
)
CHAIN: Chain[Step] = Chain(
    "names",
    (
        MODEL,
        DATELINE_TOWN,
        JUDGE,
        CITED,
        FIRST_NAME,
        HYPHEN,
        TWO_HALVES,
        SURNAME_FIRST,
        LISTED_BODY,
        COUPLE_BODY,
        KIND_FIRST,
        FIELD_OF_BODY,
        WORD_AT_END,
        COUNTRY_BEHIND,
        DISTRICT_OF_COURT,
        LEGAL_FORM,
        CAMPUS,
        DEFINITION,
        BODY_OF_TWO,
        MEDIUM,
        COUNTRIES_OF_OFFICE,
        SMALL_LETTERS,
        NO_BEARER,
        PARTY_AND_STATE,
        SHARE_SIGN,
        FIRST_WORD,
        PRODUCT,
        WORK_OR_VESSEL,
        MODEL_OF_MAKER,
        PART_OF_LAW,
        CALLED_DISEASE,
        HALF_A_NAME,
        SHORT_OFFICE,
        OFFICE_OF_PERSON,
        PEOPLE,
        MEMBER_APART,
        GLUED_CREDIT,
        MARK,
        SMALL_WORD,
        FEAST_DAY,
        HALL_OF,
        REST_OF_BODY,
        REST_OF_A_POLL,
        NUMBER_AND_SIDES,
        REST_OF_A_PLACE,
        DISTRICT_OF_OFFICE,
        WHAT_FOR,
        MONEY,
        BROKEN_OFF,
        BYLINE_OF_NOBODY,
        LABEL,
        OTHER_SCRIPT,
        STUMP,
        STYLE_BEHIND_THE,
        FIELD_OF_OFFICE,
        ACRONYM_TYPE,
        SURNAME_TYPE,
        FIRM_TYPE,
        PIECE_TYPE,
        STORM_NAME,
        PLACE_OF_WORK,
        PERSON_BY_WORK,
        OFFICE_OF_TOWN,
        TITLE_ALONE,
        ADJECTIVE,
        NOUN,
    ),
    show_changes,
)
"""How names are read in English."""
ANYWHERE: Chain[Step] = Chain(
    "names of any language",
    (
        HONORIFIC_ALONE,
        PERSON_BEHIND_STYLE,
        HONORIFIC,
        LETTERS,
        KNOWN_HONORIFIC,
        DEPARTMENT,
        INITIALS_APART,
        QUOTED_NICKNAME,
        BRACKETED_NICKNAME,
        BODY_BEHIND,
        ONE_LETTER,
        PAIR,
    ),
    show_changes,
)
"""What is done with the names of every language."""


def find_english_names(text: str, spans: Sequence[Span]) -> tuple[Name, ...]:
    """The names of an English text in the given blocks."""
    return follow((*CHAIN, *ANYWHERE), Prose(text, tuple(spans)))


def mend_names(text: str, spans: Sequence[Span], language: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """Names that were found otherwise, in a language of any code, after what holds in all of them."""
    found = [name if name.rule else name._replace(rule=BY_RULES) for name in names]
    return follow(ANYWHERE, Prose(text, tuple(spans), language), found)
