"""What stands behind a text: how agencies end a dispatch ("Enditem", "(END)", initials of the desk), and legal
notices, contacts and senders of a press release.
"""

import re
from functools import cache

from generator.language.en.pages.lines import Finder, ahead, find_first, inside, span_of, try_lines, whole
from generator.language.en.pages.media import list_agencies
from generator.model import Span
from generator.text.rules import Chain, Rule

_WINDOW = 80
_AFTER_SENTENCE = r"(?<=[.!?…\"”’'»)])[ \t\u00a0\n]{1,3}"
_MARK = (
    r"(?:Enditems?|\((?:END|End|end)\)(?: ?[a-z]{1,4}(?:[./][a-z]{1,4}){0,3})?|[-–—/]{1,2} ?END ?[-–—/]{1,2}|"
    r"\(?NAN\)? ?\(?www\.nannews\.ng\)?|--SPA|(?:WAM|SUNA|SABA)(?:/[A-Z][\w.]{1,20}(?: [A-Z][\w.]{1,20})?){1,3})"
)
"""What stands behind a last sentence and can be nothing else."""


@cache
def _desk() -> str:
    """The pattern of an agency with the initials of its desk: "PTI ABC DE"."""
    names = "|".join(sorted(name for name in list_agencies() if name.isupper() and len(name) <= 5))
    return rf"[-–—]{{0,2}}(?:{names})(?: ?[ /](?:[A-Z]{{2,4}}|[a-z]{{2,3}})){{1,6}}"


@cache
def _desk_line() -> re.Pattern[str]:
    return re.compile(_desk())


@cache
def _end() -> re.Pattern[str]:
    """An end mark behind the last sentence of a paragraph."""
    return re.compile(rf"{_AFTER_SENTENCE}(?P<mark>{_MARK}|{_desk()})[. ]{{0,2}}\Z")


def _find_end(words: str) -> Span | None:
    return span_of(_end().search(words, max(0, len(words) - _WINDOW)), "mark")


END_LINES: Chain[Finder] = Chain(
    "end marks on a line",
    (
        Rule(
            "mark of an agency",
            whole(_MARK),
            yes=("|Enditem|", "|(end) ab.cd|", "|-END-|", "|WAM/Ann Lee|", "|(NAN)(www.nannews.ng)|"),
            no=("The end", "END of the line", "WAM said so"),
        ),
        Rule(
            "end of a text",
            whole(
                r"[-–—]{0,2} ?(?:ENDS?|Ends) ?[-–—]{0,2}|#(?: ?#){2,4}|[-–—] ?(?:30|ends|end) ?[-–—]|={3,20}|"
                r"\d{1,2}[:.]\d{2} (?i:local time)(?: \d{1,2}[:.]\d{2} GMT)?"
            ),
            yes=("|Ends|", "|###|", "|- 30 -|", "|14.05 local time 12.05 GMT|"),
            no=("30", "The story ends", "#harbour", "14.05 GMT"),
        ),
        Rule(
            "agency or address of the desk",
            whole(r"[-–—]{1,2} ?[A-Z]{2,7}|[\w.+-]{1,30}@[\w-]{1,30}(?:\.[\w-]{1,20}){1,3}"),
            yes=("|– ZNA|", "|lee@zna.example|"),
            no=("ZNA", "Write to lee@zna.example", "- Zna"),
        ),
        Rule(
            "initials of the desk",
            lambda words: span_of(_desk_line().fullmatch(words)),
            yes=("|PTI KLM RST RST|", "|--IANS ab/cd|", "|UNI ABC DEF|"),
            no=("PTI", "The PTI MNA", "PTI reports from Holm", "QUAY ABC DEF"),
        ),
    ),
    try_lines,
)
"""What a line is that ends a dispatch or a release, among the last ones only."""

WIRE_END_LINES: Chain[Finder] = Chain(
    "end marks of an agency’s text",
    (
        Rule(
            "writer and desk",
            whole(r"[a-z]{2,5}(?:[/-][a-z]{2,5}){1,5}"),
            yes=("|abc/de/fg|", "|rn-vd|"),
            no=("abc", "and/or the", "ABC/DE"),
        ),
        Rule(
            "agency alone",
            lambda words: Span(0, len(words)) if words in list_agencies() else None,
            yes=("|Reuters|", "|BERNAMA|"),
            no=("Quay Systems", "-- Reuters", "Reuters said"),
        ),
    ),
    try_lines,
)
"""What ends the text of an agency, and may mean something else in any other."""

ENDS: Chain[Finder] = Chain(
    "end marks behind a sentence",
    (
        Rule(
            "mark or initials",
            _find_end,
            yes=("The pilots said so. |PTI KLM RST|", "She left. |Enditem|", "“We are glad.” |(END)|"),
            no=("She works for PTI ABC.", "The END was near, he said.", "They met the PTI MNA at the gate."),
            reason="Behind the last full stop such words are no part of a sentence.",
        ),
    ),
    try_lines,
)
"""What stands behind the last sentence of a paragraph."""


def find_end_line(words: str, *, is_wire: bool) -> str | None:
    """The rule by which a line is an end mark; in the text of an agency more lines are."""
    found = find_first(END_LINES, words) or (find_first(WIRE_END_LINES, words) if is_wire else None)
    return found[0] if found else None


def find_end(words: str) -> Span | None:
    """The end mark behind the last sentence of a paragraph."""
    return _find_end(words)


def is_tail(words: str, head: str) -> bool:
    """Whether a line is but an agency behind a dash that the head names too: "-- BERNAMA" under "(Bernama)"."""
    name = words.lstrip("-–— ")
    return name != words and name in list_agencies() and f"({name.lower()})" in head.lower()


_COMPANY = r"[A-Z][\w.&’'-]{1,30}(?: [A-Z(][\w.&’'():-]{0,30}){0,6}"
_SAYS = re.compile(
    r"\b(?:(?:contains?|includes?|constitutes?|considered|are|made|be|means?)\b[^.]{0,80}forward[- ]looking|"
    r"within the meaning of|Private Securities Litigation|Section 27A|Section 21E|actual (?:results|events)|"
    r"risks and uncertainties|undertakes? no (?:obligation|duty)|(?:no|any) obligation to update|"
    r"applicable (?:law|securities)|you are cautioned|readers are cautioned|undue reliance)",
    re.IGNORECASE,
)
"""What only a notice says beside "forward-looking statements"."""
_ABOUT = re.compile(r"About (?:the )?(?P<name>[A-Z][\w&.,’' -]{1,60}):?")

RELEASE_LINES: Chain[Finder] = Chain(
    "press releases",
    (
        Rule(
            "forward-looking",
            inside(r"\bforward[- ]looking (?:statements?|information)\b", re.IGNORECASE),
            yes=("Some lines are |forward-looking statements|.", "|Forward looking information| is in it."),
            no=("She is looking forward to statements.", "A forward-looking mayor met the board."),
        ),
        Rule(
            "words of a legal notice",
            inside(_SAYS.pattern, re.IGNORECASE),
            yes=("They are so |within the meaning of| the act.", "Quay Systems |undertakes no obligation| here."),
            no=("The board has a duty to the town.", "The results are in, the mayor said."),
        ),
        Rule(
            "heading of a legal notice",
            whole(
                r"\W{0,3}(?:(?:caution(?:ary)?|special|important) "
                r"(?:note|statements?|language|notice|information)?[^.\n]{0,70}|"
                r"(?:note|notice|information|statement|disclosure)s? (?:regarding|about|concerning|on) [^.\n]{0,60}|"
                r"forward[- ]looking (?:statements?|information)[^.\n]{0,50}|safe harbou?r[^.\n]{0,90}|"
                r"legal (?:notice|disclaimer)|disclaimers?|disclosures?)\W{0,3}",
                re.IGNORECASE,
            ),
            yes=("|Cautionary Note|", "|Safe Harbor Statement|", "|Forward-looking statements of Quay Systems|"),
            no=("A cautionary tale", "The harbour is safe", "Notes from Holm"),
            reason="It counts only where a notice follows.",
        ),
        Rule(
            "heading of a contact",
            whole(
                r"\W{0,3}(?:for (?:more|further|additional) information,? (?:please )?contact|"
                r"(?:(?:media|press|investors?|company|corporate|public|pr|ir|news|analysts?)[ /&,]{1,3}(?:and )?){0,4}"
                r"(?:contacts?|inquiries|enquiries|relations|relations contacts?)"
                r"(?: (?:information|details|person))?)\W{0,3}",
                re.IGNORECASE,
            ),
            yes=("|Media Contact:|", "|For more information, please contact|", "|Investor Relations|"),
            no=("The last contact", "Contact Ann Lee", "Public relations are bad"),
        ),
        Rule(
            "line of a contact",
            ahead(
                r"(?:for (?:more|further|additional) information|"
                r"(?:media|press|investor)?s? ?(?:contacts?|inquiries|enquiries))\b",
                re.IGNORECASE,
            ),
            yes=("|For further information| see www.quay.example", "|Press contact|: Bo Ek, bo@quay.example"),
            no=("The press contact was Bo Ek", "Contacting Bo Ek is hard", "For information see below"),
        ),
        Rule(
            "address or number",
            inside(r"[\w.+-]{1,40}@[\w-]{1,40}\.\w|\+?\(?\d[\d()\u00a0 ./-]{6,18}\d|https?://|www\.\w"),
            yes=("Bo Ek, |bo@quay.e|xample", "|+44 20 5555 0100|", "See |www.q|uay.example."),
            no=("Bo Ek, 44", "In 2021 he left", "bo at quay"),
        ),
        Rule(
            "line of the wire",
            whole(
                r"SOURCE:? [A-Z][^\n]{1,120}|Source: [A-Z][\w.&,’' -]{1,80}\.?|FOR IMMEDIATE RELEASE:?|"
                r"View (?:the )?(?:original|source) (?:content|version)[^\n]{0,300}|"
                r"(?:Logo|Photo|Image|Video|Related (?:Images|Links|Files))s? ?[-:–] ?https?://\S{3,300}|"
                r"To view the source version[^\n]{0,300}|(?:PRESS|NEWS|MEDIA) RELEASE|(?i:pour diffusion immédiate)|"
                r"(?i:communiqué de presse|pressemitteilung|comunicado de prensa|comunicato stampa)",
            ),
            yes=(
                "|SOURCE Quay Systems, Inc.|",
                "|FOR IMMEDIATE RELEASE|",
                "|COMMUNIQUÉ DE PRESSE|",
                "|Logo - https://www.quay.example/l.png|",
            ),
            no=(
                "The source is Quay Systems",
                "Source of the river",
                "View the harbour",
                "Photo: Ann Lee",
                "Le communiqué de presse",
            ),
        ),
        Rule(
            "what a company is",
            ahead(
                rf"{_COMPANY},? is (?:an? |the |one of )[^\n.]{{0,60}}"
                r"\b(?:global|leading|world|worldwide|international|largest|independent)\b[^\n.]{0,80}"
                r"\b(?:provider|company|companies|manufacturer|supplier|maker|firm|group|solutions|developer|operator|"
                r"leader)s?\b"
            ),
            yes=("|Quay Systems is a leading global provider| of cranes.",),
            no=(
                "Quay Systems is a company in Holm.",
                "The largest maker of cranes left.",
                "Ann Lee is the largest owner",
            ),
        ),
        Rule(
            "what a company has",
            inside(
                r"\b(?:is headquartered in|headquarters in|employs|are listed on|is listed on|operates in \d|"
                r"founded in|(?:more|further) information(?:,| is| about)|please visit|visit (?:us|www))\b"
            ),
            yes=("Quay Systems |employs| 90 people.", "For more, |please visit| the site."),
            no=("Quay Systems found nothing in Holm.", "She visits her sister."),
        ),
        Rule(
            "heading about a company",
            whole(_ABOUT.pattern),
            yes=("|About Quay Systems|", "|About the Board:|"),
            no=("About time for a change", "All About Eve", "about Quay Systems"),
        ),
    ),
    try_lines,
)
"""What is asked of a line of a press release, by name."""


def is_forward(words: str, signs: int) -> bool:
    """Whether words warn of forward-looking statements, with so many signs of lawyers."""
    if RELEASE_LINES["forward-looking"].find(words) is None:
        return False
    return len({match[0].lower() for match in _SAYS.finditer(words)}) >= signs


def name_company(words: str) -> str | None:
    """The company that a heading such as "About Quay Systems" names."""
    found = _ABOUT.fullmatch(words)
    return found["name"] if found else None


def is_release_line(rule: str, words: str) -> bool:
    """Whether the rule of this name finds something in the words."""
    return RELEASE_LINES[rule].find(words) is not None
