"""How pages tell of their authors, beside the article: what somebody does, and where he can be reached."""

import re

from generator.language.en.pages.lines import Finder, ahead, inside, try_lines
from generator.text.rules import Chain, Rule

_NAME = r"(?:[A-Z][\w.’'-]{0,20} ){1,3}(?:\([^()\n ]{3,60}\) )?"
_TRADE = (
    r"(?:reporter|writer|journalist|editor|columnist|correspondent|contributor|producer|blogger|freelancer|intern|"
    r"anchor|photographer|critic|author|analyst|publisher|fellow|researcher)s?"
)

AUTHOR_NOTES: Chain[Finder] = Chain(
    "notes on authors",
    (
        Rule(
            "life",
            ahead(
                rf"(?:{_NAME}|[Hh]e |[Ss]he |They )(?:is|was|has been|works as|reports|writes|covers|"
                r"has covered|joined)\b"
                rf"(?:(?<=joined) |[^\n.]{{0,80}}\b{_TRADE}\b|[^\n.]{{0,60}}\b(?:for|at|on) [A-Z]|"
                r"[^\n.]{0,60}\bnews\b)"
            ),
            yes=("Ann Lee is a reporter for the Echo.", "She covers schools for Holm Daily.", "Bo Ek joined the Echo."),
            no=("Ann Lee is the mayor of Holm.", "The reporter is Ann Lee.", "She lives in Perth with three dogs."),
        ),
        Rule(
            "beginning of a note",
            ahead(
                rf"(?:{_NAME}|[Hh]e |[Ss]he |They )(?:is|was|has|covers|writes|reports|works|lives|joined|edits|hosts|"
                r"teaches|leads|speciali[sz]es|tweets|previously|also|can)\b"
            ),
            yes=("Edda lives in Perth.", "He tweets about towns.", "Ann Lee can be reached by mail."),
            no=("The pier can be reached by bus.", "edda lives here.", "Ann Lee said so on Monday."),
            reason="It counts only where the note calls upon the reader too.",
        ),
        Rule(
            "call upon the reader",
            inside(
                r"(?:(?:\A|[.!?] |\b(?:you can|please) )(?:follow|e-?mail|contact|write to|tweet(?: at)?) "
                r"(?:him|her|them|me|us)\b|\bfollow (?:him|her|them|me|us) (?:on|at) (?-i:[A-Z@])|"
                r"(?:\A|[.!?] )(?-i:Follow [A-Z][\w’'-]{1,20}(?: [A-Z][\w’'-]{1,20}){0,2} (?:on|at) \w)|"
                r"\bcan be (?:reached|contacted|followed)|\breach (?:him|her|them|me) (?:at|on|by))",
                re.IGNORECASE,
            ),
            yes=(
                "She lives in Perth|. Follow Edda on B|luesky.",
                "|Email her| at em@echo.example.",
                "Ann Lee is a reporter. She |can be reached| at noon.",
            ),
            no=("The mayor said people will email her.", "They will follow him to London.", "He was reached at noon."),
        ),
        Rule(
            "office at a medium",
            inside(
                rf"(?:\bis (?:an? |the )?[^\n.]{{0,60}}\b{_TRADE} (?:for|at|of|with|based|who|covering|focus)|"
                r"\bcovers [^\n.]{3,80} for (?:the )?(?-i:[A-Z])|\bcontributed to this (?:report|story|article)|"
                r"\b(?:opinions|views) expressed)",
                re.IGNORECASE,
            ),
            yes=("She |is a senior writer at| the Echo.", "Bo Ek |covers the coast for the E|cho."),
            no=(
                "Ruth Abel covers the cost of the repairs.",
                "The editor is ill.",
                "Ruth Abel is a writer and said so.",
            ),
        ),
    ),
    try_lines,
)
"""What is asked of a paragraph on an author."""


def tells_life(words: str) -> bool:
    """Whether a sentence tells what somebody is by trade: "Ann Lee is a reporter for ..."."""
    return AUTHOR_NOTES["life"].find(words) is not None


def may_be_note(words: str) -> bool:
    """Whether a note on an author may begin so, beside what only such a note says."""
    return AUTHOR_NOTES["beginning of a note"].find(words) is not None


def calls_reader(words: str) -> bool:
    """Whether a note calls upon the reader to write to somebody or to follow him."""
    return AUTHOR_NOTES["call upon the reader"].find(words) is not None


def tells_office(words: str) -> bool:
    """Whether words say what only a note on an author says."""
    return AUTHOR_NOTES["office at a medium"].find(words) is not None
