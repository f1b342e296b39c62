"""What official documents say of themselves: the court, the number of its docket, who wrote its opinion; the symbol of
a document of the United Nations, the OSCE or the European Union, and the lines around it that are for librarians.
"""

import re

from generator.language.en.pages.lines import Finder, span_of, try_lines, whole
from generator.model import Span
from generator.text.rules import Chain, Rule

_COURT = re.compile(
    r"(?:IN THE |In the )?(?P<what>(?:[A-Z][A-Z.’'-]+ ){1,5}COURT(?: (?:OF|FOR|AT|IN)(?: [A-Z][A-Z.’'-]+){1,7})?|"
    r"COURT OF(?: [A-Z][A-Z.’'-]+){1,7})"
)
_DOCKET = re.compile(
    r"\b(?:(?:Case|Docket|Cause|Application|Civil Action|Civ\.|Crim\.) )?Nos?\. ?"
    r"(?P<what>\d{1,2}(?::\d{2})?[-–][\w]{1,6}(?:[-–]\w{1,10}){0,3})\b"
)
_JUDGE = re.compile(
    r"(?:(?:MR\. )?(?:CHIEF )?JUSTICE (?P<whole>[A-Z][A-Z’'-]+) (?:delivered|announced) the (?:opinion|judgment)|"
    r"(?P<before>[A-Z][A-Z’'-]+), (?:C\. ?)?J\., (?:delivered|announced) the|"
    r"(?P<line>[A-Z][A-Z’'.-]+(?: [A-Z][A-Z’'.-]+){0,2}), (?:(?:Chief|Senior|United States|U\.S\.) ){0,3}"
    r"(?:District|Circuit|Magistrate|Bankruptcy|Presiding) Judge[.:]?\Z)"
)
_SYMBOL = (
    r"(?:A|S|E|ST|TD|CCPR|CEDAW|CRC)/(?=[^\s]{0,30}\d)[A-Z0-9][A-Z0-9.()/-]{0,30}(?: \(\d{4}\))?|"
    r"[A-Z]{2,5}\.[A-Z]{2,6}/\d{1,4}(?:/\d{2})?(?:/Rev\. ?\d)?|"
    r"(?:COM|SWD|JOIN|SEC|C)\(\d{4}\) ?\d{1,5}(?: final)?"
)
_WORDS = r"English|French|Spanish|Russian|Arabic|Chinese|ENGLISH|FRENCH|RUSSIAN"

OFFICIAL_LINES: Chain[Finder] = Chain(
    "official documents",
    (
        Rule(
            "court",
            lambda words: span_of(_COURT.fullmatch(words), "what"),
            yes=("IN THE |SUPREME COURT OF NORTHMARK|", "|UNITED STATES DISTRICT COURT|"),
            no=("THE COURT OF the town", "Supreme Court rules on ferry", "COURT"),
        ),
        Rule(
            "docket",
            lambda words: span_of(_DOCKET.search(words), "what"),
            yes=("No. |19-1257|", "v.     Case No. |2:19-cv-01257-KLM|"),
            no=("No. 10 wins", "Nos. of the town", "In 19-1257 it rained"),
        ),
        Rule(
            "judge who wrote",
            lambda words: (
                next((Span(*found.span(n)) for n in range(1, 4) if found[n]), None)
                if (found := _JUDGE.match(words))
                else None
            ),
            yes=(
                "JUSTICE |MARLOWE| delivered the opinion of the Court.",
                "|VENN|, District Judge.",
                "|PELL|, C. J., delivered the opinion of the Court.",
            ),
            no=("JUSTICE PELL, with whom JUSTICE ONO joins, dissenting.", "Carla Venn, District Judge, left."),
        ),
        Rule(
            "symbol",
            whole(_SYMBOL),
            yes=("|S/RES/2601 (2021)|", "|A/76/L.3|", "|PC.DEC/1234|", "|COM(2021) 123 final|"),
            no=("A/B", "AC/DC", "S/he", "COM(2021)", "The S/RES/2601"),
        ),
        Rule(
            "resolution or decision",
            whole(
                r"Resolution \d{1,4} \(\d{4}\)|(?:DECISION|Decision) No\. \d{1,5}|Resolution adopted by [^\n.]{10,120}"
            ),
            yes=("|Resolution 2991 (2021)|", "|DECISION No. 1399|"),
            no=("Resolution 2991 (2021) was adopted.", "Decision No."),
        ),
        Rule(
            "distribution",
            whole(
                rf"Distr\.?:? ?(?:General|Limited|Restricted|GENERAL|LIMITED)|Original: ?(?:{_WORDS})|"
                rf"\d{{2}}-\d{{5}}(?: \([A-Z]\))?(?: [\d ]{{0,20}})?|"
                rf"[A-Z]{{1,3}}\.\d{{2}}-\d{{4,6}} ?\([A-Z]\)[\d ]{{0,20}}|"
                r"\*\d{6,8}\*|Please recycle\W{0,3}|PC[A-Z]{2,4}\d{3,5}|United Nations"
            ),
            yes=("|Distr.: General|", "|Original: English|", "|21-17712 (E)|", "|*2117712*|", "|PCOEW1399|"),
            no=("General Distr left", "Original: a painting", "The United Nations", "21-17712 people"),
            reason="It counts only where the symbol of a document stands near.",
        ),
        Rule(
            "embargo",
            whole(
                r"(?:EMBARGO(?:ED)?\b[^\n]{0,100}|"
                r"(?i:(?:strictly |under )?embargo(?:ed (?:until|till|for)\b|:)[^\n]{0,100}|"
                r"not for (?:publication|release|broadcast) before [^\n]{1,80}))"
            ),
            yes=("|EMBARGOED UNTIL 00:01 GMT, WEDNESDAY 5 MAY 2021|", "|Embargo: 9 a.m. on Monday|"),
            no=("The embargo was lifted on Monday.", "Embargo on oil hits the town, says mayor."),
        ),
        Rule(
            "notes to editors",
            whole(r"(?i:\W{0,3}notes? (?:to|for) (?:the )?(?:editors?|journalists?|news ?desks?)\W{0,3})"),
            yes=("|Notes to editors|", "|NOTE TO EDITORS:|"),
            no=("Notes to editors are long.", "A note to readers"),
        ),
        Rule(
            "head of a statement of accounts",
            whole(
                r"\((?i:(?:in|dollars|amounts|figures)\b[^()\n]{0,80}\b(?:thousands|millions|billions)\b[^()\n]{0,60})\)|"
                r"(?i:\(?unaudited\)?|(?:three|six|nine|twelve) months ended\b[^.\n]{0,60})|"
                r"(?:(?:19|20)\d\d(?: {1,20}|$)){2,8}|"
                r"(?:CONDENSED |CONSOLIDATED ){0,2}(?:BALANCE SHEETS?|STATEMENTS? OF [A-Z ]{3,50})(?: \(.{3,20}\))?|"
                r"[A-Z][A-Z .,&’'-]{2,50},? (?:INC|PLC|CORP|CORPORATION|LTD|LLC|N\.V|AG)\.?"
            ),
            yes=("|(in thousands, except per share data)|", "|CONDENSED CONSOLIDATED STATEMENTS OF INCOME|"),
            no=("In thousands of homes it rained", "Three months ended well.", "BRENLOW WINS", "20201103"),
        ),
    ),
    try_lines,
)


def find_official(rule: str, words: str) -> Span | None:
    """What the rule of this name finds in a line."""
    return OFFICIAL_LINES[rule].find(words)
