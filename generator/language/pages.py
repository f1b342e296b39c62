"""What pages write around their articles, in every language that has a folder: bylines, leads, days, chrome, turns.

Readers and cleaners see a text before its language is known, so they ask here, and every language has its say. Nothing
here needs a model.
"""

from generator.language.en.dates.calendar import FULL_DATE, MONTHS, WEEKDAYS, date_of, parse_date, parse_stated
from generator.language.en.dates.datelines import find_date_line, find_opening_date, read_day
from generator.language.en.pages.agencies import any_of, list_agencies, list_all, list_clear, list_wires
from generator.language.en.pages.bylines import (
    calls_reader,
    find_byline,
    find_signature,
    may_be_note,
    tells_life,
    tells_office,
)
from generator.language.en.pages.chrome import begins_link, find_chrome, find_list, is_part, list_reasons, normalize
from generator.language.en.pages.credits import find_caption, find_credit, find_credit_at_end, is_image
from generator.language.en.pages.endings import (
    find_end,
    find_end_line,
    is_forward,
    is_release_line,
    is_tail,
    name_company,
)
from generator.language.en.pages.leads import day_in_address, find_address_line, find_lead
from generator.language.en.pages.turns import STAMPED, TIMED, Turn, find_turns, is_omitted, is_unsaid

__all__ = [
    "FULL_DATE",
    "MONTHS",
    "STAMPED",
    "TIMED",
    "WEEKDAYS",
    "Turn",
    "any_of",
    "begins_link",
    "calls_reader",
    "date_of",
    "day_in_address",
    "find_address_line",
    "find_byline",
    "find_caption",
    "find_chrome",
    "find_credit",
    "find_credit_at_end",
    "find_date_line",
    "find_end",
    "find_end_line",
    "find_lead",
    "find_list",
    "find_opening_date",
    "find_signature",
    "find_turns",
    "is_forward",
    "is_image",
    "is_omitted",
    "is_part",
    "is_release_line",
    "is_tail",
    "is_unsaid",
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
    "read_day",
    "tells_life",
    "tells_office",
]
