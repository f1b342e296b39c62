"""Citations of the law: "410 U.S. 113, 120 (1973)", "42 U.S.C. § 1983", "Fed. R. Civ. P. 12(b)(6)", "Id. at 4". Their
full stops end no sentence, and nothing in them is a name: neither the parties of a case that is cited nor the reporter.
"""

import re
from functools import lru_cache

from generator.language.en.pages.lines import Finder, inside, try_lines
from generator.model import Span
from generator.text.rules import Chain, Rule

_REACH = 120
"""Characters around a place in which a citation that holds it stands."""
_REPORTER = (
    r"U\. ?S\. ?C\.(?: ?A\.)?|U\. ?S\.|S\. ?Ct\.|L\. ?Ed\.(?: ?2d)?|F\. ?Supp\.(?: ?[23]d)?|F\. ?(?:2d|3d|4th)|"
    r"F\.(?= \d)|"
    r"Fed\. ?App[’']?x\.?|Fed\. ?Reg\.|C\. ?F\. ?R\.|Stat\.|B\. ?R\.|Cal\. ?(?:App\. ?)?(?:[2-5]th|[23]d)|"
    r"N\. ?[EW]\. ?[23]d|S\. ?[EW]\. ?[23]d|So\. ?[23]d|A\. ?[23]d|P\. ?[23]d|WL"
)
_PLACE = r"(?:§{1,2} ?)?(?:\d{1,7}[\w()–-]{0,20}|_{2,5})(?:, \d{1,5}(?:[–-]\d{1,5})?)?"
_YEAR = r"(?: \([^()\n]{0,30}\d{4}\))?"
_CITATION = rf"\b\d{{1,4}} (?:{_REPORTER}) {_PLACE}{_YEAR}"
_RULE = (
    r"\b(?:Fed|Ala|Cal|Tex|Del|Mass|Minn|Ohio|Sup\. ?Ct)\. ?R\. ?(?:(?:Civ|Crim|App|Bankr)\. ?P(?:roc)?\.|Evid\.)"
    r"(?: \d{1,4}(?:\.\d)?(?:\([0-9A-Za-z]{1,4}\)){0,4})?"
)
_BACK = (
    r"\b(?:Ibid\.|Id\.,? at \d{1,5}(?:[–-]\d{1,5})?|Id\.|(?:[Aa]nte|[Pp]ost|[Ss]upra|[Ii]nfra), at \d{1,5}|"
    r"(?:Dkt|ECF|Doc)\.?(?: No\.)? \d{1,4}(?:,? at \d{1,4})?|App\. (?:to Pet\. for Cert\. )?\d{1,4}a?)"
)
_PARTY = r"[A-Z][\w.&’'-]{0,30}(?:,? (?:[A-Z][\w.&’'-]{0,30}|of|the|and|for|ex rel\.)){0,7}"
_CASE = re.compile(rf"{_PARTY} v\. {_PARTY}(?=, (?:\d{{1,4}} (?:{_REPORTER})|supra|infra|ante|No\. \d))")
"""The name of a case, where its citation stands behind it."""

CITATIONS: Chain[Finder] = Chain(
    "citations of the law",
    (
        Rule(
            "reporter or code",
            inside(_CITATION),
            yes=(
                "See |410 U.S. 113, 120 (1973)|.",
                "They sued under |42 U.S.C. § 1983|.",
                "We heard it, |590 U.S. ___ (2020)|, twice.",
                "As told in |812 F. 3d 44, 51 (CA3 2017)|.",
            ),
            no=("In 2020 the U.S. 113 Squadron left.", "He ran 100 m.", "They met 42 U.S. senators."),
        ),
        Rule(
            "rule of procedure",
            inside(_RULE),
            yes=("Dismissed under |Fed. R. Civ. P. 12(b)(6)|.", "The |Fed. R. Evid. 403| is clear."),
            no=("The Fed. raised rates.", "Fed. R. Poe met him."),
        ),
        Rule(
            "cited before",
            inside(_BACK),
            yes=("|Id. at 4|.", "|Ibid.|", "We said so, |ante, at 7|.", "It is told in |Dkt. 14 at 3|."),
            no=("His ID. was lost", "Ante Gotov left at 7", "The supra, he said"),
        ),
    ),
    try_lines,
)
_ALL = re.compile(f"{_CITATION}|{_RULE}|{_BACK}")


def in_citation(text: str, span: Span) -> bool:
    """Whether words, or a full stop, stand inside a citation and do not end it."""
    return any(start <= span.start < end for start, end in find_citations(text))


@lru_cache(maxsize=4)
def find_citations(text: str) -> tuple[Span, ...]:
    """All citations of a text, in order; kept, as each full stop of it asks for them."""
    return tuple(Span._make(found.span()) for found in _ALL.finditer(text))


def is_party(text: str, span: Span) -> bool:
    """Whether words are of the name of a case whose citation follows."""
    around = text.find(" v. ", max(0, span.start - _REACH), span.end + _REACH)
    if around < 0:
        return False
    cases = _CASE.finditer(text, max(0, span.start - _REACH), span.end + 2 * _REACH)
    return any(case.start() <= span.start and span.end <= case.end() + 1 for case in cases)
