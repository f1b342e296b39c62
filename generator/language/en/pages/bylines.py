"""Lines in which an article says who wrote or published it, and how pages tell of their authors beside it."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.language.en.dates.calendar import FULL_DATE, MONTHS, WEEKDAYS
from generator.language.en.pages.lines import Finder, ahead, inside, try_lines
from generator.language.people.authors import split_authors
from generator.text.rules import Chain, Rule
from generator.text.wordlists import load_set, load_words

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


_LONGEST = 200
_SIGNATURE = re.compile(
    r"[ \u00a0]*(?:…|\.{2,4})[.…]{0,3}[ \u00a0]?"
    r"(?:reports|writes|says|reported by|writes for|a report by|a report from)[ \u00a0]+(?P<name>[A-Z][^\n.…]{1,60})\Z",
    re.IGNORECASE,
)
"""How some papers sign a standfirst: "... against the plan….reports Westport Daily"."""

_NAME_WORD = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*"
_PARTICLE = r"(?:(?:de|del|della|van|von|der|den|bin|ibn|al|el|la|le|da|dos|di|du)[ -])?"
_SIGNATORY = rf"{_NAME_WORD}(?:[ \u00a0]{_PARTICLE}{_NAME_WORD}){{0,4}}"
_JOINT = r"(?:,? and | & | und | et | y | with | ?[,;] )"
_NAMES = rf"{_SIGNATORY}(?:{_JOINT}{_SIGNATORY}){{0,5}}"
_SAID = (
    r"(?i:(?:written |words |story |reported |text |article |posted |published |a report )?by|authors?|writer|reporter)"
    r"[: \u00a0]{1,3}"
)
_FOREIGN = r"(?i:von|text von|par|por|text:|texte:|texto:|words:) "
"""How bylines begin in other languages; a given name follows, or it is none: "Von Neumann"."""
_BORDER = re.compile(r" \| | [\u2013\u2014-] ")
"""What stands between the names and an office or a house."""
_BEFORE_DATE = re.compile(r"[ \u00a0,|•·/–—-]*(?:\bon|\bpublished|\bposted)?[: \u00a0]*\Z", re.IGNORECASE)
_AFTER_DATE = re.compile(r"[ \u00a0,|•·/@–—-]*(?:at )?[\d:.]{0,8} ?(?:[ap]\.?m\.?)?(?: ?[A-Z]{2,4})?\.?", re.IGNORECASE)
_NO_NAMES = frozenset({"the", "a", "an", "this", "our", "my", "using", "clicking", "all"})


class Byline(NamedTuple):
    """What a byline says, with the places of the words in it."""

    names: tuple[tuple[int, int], ...]
    """Where each author's name stands; none where it names nobody ("By Staff Reporter")."""
    date: re.Match[str] | None
    """The `FULL_DATE` that stands after the names, if one does."""


@cache
def _pattern() -> re.Pattern[str]:
    """A line that names authors: behind "by" (group `names`), its like in other languages, or before an office."""
    roles = "|".join(re.escape(role) for role in sorted(load_words("byline_roles.txt"), key=len, reverse=True))
    title = rf"(?i:(?:the |a |our )?(?:[\w.'’&-]+ ){{0,4}}(?:{roles})(?: [\w.'’&, -]{{0,60}})?)"
    place = r",? (?:in|for|of|at) [A-Z][^\n]{1,50}|, [A-Z][\w .&'’-]{1,40}| \| [^\n|]{1,60}"
    house = r",? \([^()\n]{2,40}\)|[ ,|]{1,3}[\w.+-]{1,40}@[\w.-]{3,60}"
    after = rf"(?:(?:, | \| | [\u2013\u2014-] |\n){title}|{place}|{house})"
    signed = rf"{_NAMES}, (?i:(?:[\w.'’&-]+ ){{0,3}}(?:{roles})s?)"
    return re.compile(
        rf"(?:{_SAID}(?P<names>{_NAMES}{after}?)|{_FOREIGN}(?P<foreign>{_NAMES}{after}?)|(?P<signed>{signed}))[.]?"
    )


def find_byline(text: str) -> Byline | None:
    """What a line says about its authors; None for a line that is no byline."""
    if len(text) > _LONGEST:
        return None
    date = next((d for d in FULL_DATE.finditer(text) if _AFTER_DATE.fullmatch(text, d.end())), None)
    before = _BEFORE_DATE.search(text[: date.start()]) if date else None
    lead = len(text) - len(text.lstrip("|•·–— "))
    match = _pattern().fullmatch(text, lead, before.start() if before else len(text))
    if match is None:
        return None
    start, end = match.span(match.lastgroup or 0)
    first = text[start:end].split()[0].strip(",")
    if first.lower() in {*MONTHS, *WEEKDAYS, *_NO_NAMES} or (
        match["foreign"] and first not in load_set("given_names.txt")
    ):
        return None
    return Byline(tuple(_find_names(text, start, end)), date)


def _find_names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the single names stand; none for a desk or the staff of a house."""
    border = _BORDER.search(text, start, end)
    end = border.start() if border else end
    for name in split_authors([text[start:end]], is_byline=True):
        found = re.compile(r"\s+".join(map(re.escape, name.split()))).search(text, start, end)
        if found is not None:
            yield found.span()
            start = found.end()


def find_signature(text: str) -> re.Match[str] | None:
    """A publisher's signature at the end of the text ("….reports Westport Daily"), with the group `name`."""
    return _SIGNATURE.search(text, max(0, len(text) - 100))
