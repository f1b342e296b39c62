"""Text to words, as Universal Dependencies cuts English: clitics and hyphens apart, abbreviations and figures whole."""

import re
from collections.abc import Iterable

from generator.model import Span

MARKS = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"
"""Combining marks, soft hyphens and zero-width signs: part of the word they stand in."""
LETTER = f"[^\\W_][{MARKS}]*"
ABBREVIATIONS = (
    "Mr|Mrs|Ms|Messrs|Dr|Prof|Gen|Maj|Col|Lt|Sgt|Capt|Cmdr|Adm|Sen|Rep|Gov|Pres|Rev|Hon|St|Mt|Ft|Jr|Sr|Inc|Corp|Co|"
    "Ltd|Bros|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|vs|etc|al|cf|ca|approx|dept|est|vol|pp|Fig|Figs|Ph\\.D|"
    "Ave|Blvd|Rd"
)
"""Words that keep their full stop; the treebanks' own habit."""
PREFIXES = "non|co|pre|pro|anti|re|cross|mid|multi|ex|post|sub|semi|mini|inter|counter|pseudo|ultra|micro|neo|bi|e"
"""What keeps its hyphen before a word that is no name: pre-war, but pro - Beijing."""
UNITS = "[ap]\\.?m|[AP]M|km|kg|mm|cm|ft|bn|tn|m|k|lbs?|mph|mg|ml|GB|MB|TB|MW|GW"
"""What is cut from the figure it follows: 5 | bn."""
CLITIC = "(?:[Ss]|[Rr][Ee]|[Vv][Ee]|[Ll]{2}|[Dd]|[Mm])\\b"
TOKEN = re.compile(
    rf"""
      (?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?'’)\]}}]            # an address
    | [\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{1,4}}             # an e-mail address
    | [\w-]{{1,64}}\.(?:com|org|net|edu|gov|info|doc|xls|pdf)\b         # example.org
    | (?:[A-Za-z]\.){{2,}}                                           # U.S.
    | [A-Z]\.(?=\s?[A-Z])                                            # an initial: J. Smith
    | (?:{ABBREVIATIONS})\.
    | (?:[Nn]o|[Nn]os)\.(?=\s?\d)                                    # No. 10
    | \d{{2,4}}(?:-\d{{2,4}}){{2}}\b                                    # 800-555-0199
    | \d+(?:[.,:/]\d+)*(?=(?:{UNITS})\b)                            # 5|pm
    | \d+(?:[.,:/]\d+)*(?:{LETTER})*                                 # 1,000.5 and 20th
    | (?:[Cc]an(?=not\b)|[Gg]on(?=na\b)|[Ww]an(?=na\b)|[Gg]ot(?=ta\b))
    | [^\W\d_]+?(?=[Nn]['’][Tt]\b)                                   # do|n't
    | [Nn]['’][Tt]\b
    | ['’]{CLITIC}                                                  # Obama|'s
    | (?i:{PREFIXES})-[a-z]{{2,}}                                     # co-founder
    | (?:{LETTER})+(?:(?:['’](?!{CLITIC})|&)(?:{LETTER})+)*           # O'Brien, AT&T
    | (?P<sign>[-=*_~\#<>'’`])(?P=sign)+ | [.!?]{{2,}} | [:;]-?[)(](?!\w) | [^\w\s] | _
    """,
    re.VERBOSE,
)
"""One word. Every character that is no white space belongs to exactly one; the first alternative that fits wins."""


def find_tokens(text: str, spans: Iterable[Span]) -> list[list[Span]]:
    """The words of each of `spans`, which are runs of `text`; linear in its length."""
    return [[Span(*match.span()) for match in TOKEN.finditer(text, *span)] for span in spans]
