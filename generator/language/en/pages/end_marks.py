"""How agencies end a dispatch: "Enditem", "(END)", the initials of the desk; on a line or behind the last sentence."""

import re
from functools import cache

from generator.language.en.pages.agencies import list_agencies
from generator.language.en.pages.lines import Finder, find_first, span_of, try_lines, whole
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
