"""How texts put things and what pages write around them, in every language that has a folder.

Stages that look across a whole text or collection ask for pronouns and kin, seats of governments, what stands twice,
what leaves a sentence open. Readers and cleaners see a text before its language is known, so every language has its say
on bylines, leads, days, chrome and turns. Nothing here needs a model.
"""

from generator.language.by_rules.bylines import find_byline
from generator.language.en.dates.calendar import FULL_DATE, MONTHS, WEEKDAYS, date_of, parse_date, parse_stated
from generator.language.en.dates.datelines import (
    begins_entry,
    find_date_line,
    find_opening_date,
    read_label,
    tells_hour,
)
from generator.language.en.dates.fields import read_day
from generator.language.en.doubled import find_doubled
from generator.language.en.names.steps import read_sentence
from generator.language.en.pages.bylines import (
    calls_reader,
    find_signature,
    may_be_note,
    tells_life,
    tells_office,
)
from generator.language.en.pages.chrome import begins_link, find_chrome, find_list, is_part, list_reasons, normalize
from generator.language.en.pages.corrections import is_correction
from generator.language.en.pages.credits import find_caption, find_credit, find_credit_at_end, is_image
from generator.language.en.pages.endings import (
    find_end,
    find_end_line,
    is_forward,
    is_release_line,
    is_tail,
    name_company,
)
from generator.language.en.pages.labels import CLOCKED, TIMED, find_labelled, is_office, is_unnamed
from generator.language.en.pages.leads import day_in_address, find_address_line, find_lead, find_section_line
from generator.language.en.pages.media import (
    any_of,
    find_caption_owner,
    find_inputs,
    find_media,
    find_picture_owner,
    find_surnames,
    find_wires,
    gives_part,
    is_of_picture,
    list_agencies,
    list_all,
    list_clear,
    list_wires,
)
from generator.language.en.pages.notes import part_notes
from generator.language.en.pages.official import find_official
from generator.language.en.pages.turns import STAMPED, Turn, find_said, find_turns, is_omitted, is_unsaid
from generator.language.en.persons import (
    FORMS,
    TITLE_REACH,
    Pronoun,
    classify_person,
    find_kin,
    is_alias,
    know_pronouns,
    pronouns_of_names,
    resolve_pronoun,
    tells_birth,
    told_before,
)
from generator.language.en.places import REACH, find_wider, is_region_before, is_seat, stands_for_government
from generator.language.en.summaries import (
    BARRED,
    DANGLING,
    find_open_end,
    find_pronoun,
    leans,
    tells_subject,
    words_of,
)
from generator.language.en.tellings import (
    begins_open,
    counts_all,
    is_of_many,
    is_pronoun,
    read_count,
    read_range,
    tells_not,
)
from generator.language.en.works import is_title_of_work

__all__ = [
    "BARRED",
    "CLOCKED",
    "DANGLING",
    "FORMS",
    "FULL_DATE",
    "MONTHS",
    "REACH",
    "STAMPED",
    "TIMED",
    "TITLE_REACH",
    "WEEKDAYS",
    "Pronoun",
    "Turn",
    "any_of",
    "begins_entry",
    "begins_link",
    "begins_open",
    "calls_reader",
    "classify_person",
    "counts_all",
    "date_of",
    "day_in_address",
    "find_address_line",
    "find_byline",
    "find_caption",
    "find_caption_owner",
    "find_chrome",
    "find_credit",
    "find_credit_at_end",
    "find_date_line",
    "find_doubled",
    "find_end",
    "find_end_line",
    "find_inputs",
    "find_kin",
    "find_labelled",
    "find_lead",
    "find_list",
    "find_media",
    "find_official",
    "find_open_end",
    "find_opening_date",
    "find_picture_owner",
    "find_pronoun",
    "find_said",
    "find_section_line",
    "find_signature",
    "find_surnames",
    "find_turns",
    "find_wider",
    "find_wires",
    "gives_part",
    "is_alias",
    "is_correction",
    "is_forward",
    "is_image",
    "is_of_many",
    "is_of_picture",
    "is_office",
    "is_omitted",
    "is_part",
    "is_pronoun",
    "is_region_before",
    "is_release_line",
    "is_seat",
    "is_tail",
    "is_title_of_work",
    "is_unnamed",
    "is_unsaid",
    "know_pronouns",
    "leans",
    "list_agencies",
    "list_all",
    "list_clear",
    "list_reasons",
    "list_wires",
    "may_be_note",
    "name_company",
    "normalize",
    "parse_date",
    "parse_stated",
    "part_notes",
    "pronouns_of_names",
    "read_count",
    "read_day",
    "read_label",
    "read_range",
    "read_sentence",
    "resolve_pronoun",
    "stands_for_government",
    "tells_birth",
    "tells_hour",
    "tells_life",
    "tells_not",
    "tells_office",
    "tells_subject",
    "told_before",
    "words_of",
]
