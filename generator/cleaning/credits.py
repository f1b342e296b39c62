"""Credits: to wire services, for photographs, and who reported; also where they stick to the last sentence."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from generator.cleaning.prose import count_words, is_open
from generator.model import Block, Document, Span
from generator.text.wordlists import load_sections

_LONGEST = 200
_CREDIT_WORDS = 12
"""With more words "Photo: ..." tells what the picture shows rather than whose it is."""
_IMAGE = re.compile(
    r"\(?(?:(?:featured |cover |file |lead |main |representational |representative )?"
    r"(?:image|images|photo|photos|photograph|photographs|picture|pictures|pic|illustration|graphic|video|getty)"
    r"(?: ?(?:credits?|source|sources|courtesy|via|by|from|of))?|credits?|photo illustration)"
    r"(?: ?[:|/\u2014\u2013-] ?|(?<=by) (?=[A-Z])| courtesy:? )\S[^\n]{0,120}",
    re.IGNORECASE,
)
"""A line that is a credit for a picture: "(Image: Twitter/Someone)", "Photo by Ann Lee"."""
_OWNED_IMAGE = re.compile(
    r"(?:[^\n.|/]{2,60} ?[|/] ?){1,3}(?:Getty Images|Getty|AP|AP Photo|AP Images|AFP|Reuters|REUTERS|EPA|Shutterstock|"
    r"Alamy|iStock|Bloomberg|ANI|PTI|Xinhua|TASS|Twitter|Facebook|Instagram|Flickr|Unsplash|Wikimedia Commons|"
    r"Getty Images [^\n.]{2,30})|(?:Getty Images|AP Photo|REUTERS|Reuters) ?[/|] ?[^\n.]{2,60}|"
    r"(?:Photo |Image )?(?:Courtesy|courtesy|COURTESY)(?: of|:) ?[^\n.]{2,80}"
)
"""A line that names the owner of a picture without saying so: "Ann Lee/Westport Daily/Getty Images"."""
_FILE_IMAGE = re.compile(
    r"\(?(?:representational|representative|file|representation|illustrative)[ -](?:image|photo|picture|pic|only)"
    r"[^\n]{0,40}\)?",
    re.IGNORECASE,
)
_INPUTS = (
    r"(?:with )?(?:additional )?(?:inputs?|reports?|reporting|files|contributions?|agency inputs|material|information|"
    r"details) (?:from|by|of)(?: the)?(?: news)? \S[^()\n]{1,100}|with agencies|with agency inputs|agencies|agency|"
    r"(?:source|sources|via|courtesy|from|by) ?:? ?(?:NAMES)|(?:reporting|writing|editing|compiled) by [^()\n]{3,200}|"
    r"this (?:story|report|article) (?:has been|was|is) (?:auto-?generated|published|sourced|taken|republished|"
    r"reproduced|first published|originally published)[^\n]{3,160}|"
    r"(?:the )?(?:NAMES)(?:,? and [^()\n]{3,60})? contributed to this (?:report|story|article)\.?|"
    r"[A-Z][^()\n]{3,120} contributed to this (?:report|story|article)\.?"
)
_AFTER_SENTENCE = "(?<=[.!?…\"”’'»])"
_AFTER_SENTENCE_OR_CREDIT = "(?<=[.!?…\"”’'»)])"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A whole block that is a credit; a credit at the end of a paragraph. Both name the credit `credit`."""
    names = sorted((n for _, group in load_sections("wires_agencies.txt") for n in group), key=len, reverse=True)
    name = "|".join(re.escape(name) for name in names)
    # Beside a known agency an unknown one is believed: "(ANI/Northern Wire)".
    other = r"[A-Z][\w.&-]{1,30}(?: [A-Z][\w.&-]{1,30}){0,3}"
    more = rf" ?/ ?{other}| ?[/,&|+-] ?(?:and )?(?:{name})| and (?:{name})"
    several = rf"(?:{other} ?/ ?)?(?:{name})(?:{more}){{0,4}}"
    inputs = "(?i:" + _INPUTS.replace("NAMES", f"(?-i:{several})") + ")"
    # The dash before an agency stands for a bracket: "... he said. -- Reuters".
    # Bare, on a line of its own, only a name that means nothing else is a credit.
    clear = "|".join(
        re.escape(name) for name in sorted(load_sections("wires_agencies.txt")[0][1], key=len, reverse=True)
    )
    bare = rf"(?:{clear})(?: ?[/&] ?(?:{clear}))?"
    whole = rf"(?P<credit>\((?:{several}|{inputs})\)|[\u2014\u2013-]{{1,2}} ?{several}|{bare}|{inputs})[. ]*"
    end = (
        rf"{_AFTER_SENTENCE}[ \t\u00a0]*(?P<credit>\((?:{several}|{inputs})\)|[\u2014\u2013-]{{1,2}} ?{several})[. ]*\Z"
    )
    return re.compile(whole), re.compile(end)


_IMAGE_AT_END = re.compile(
    rf"{_AFTER_SENTENCE_OR_CREDIT}[ \t\u00a0]*(?P<credit>\((?:image|photo|picture|pic|file photo|photo by|credit)s?"
    r"(?: credits?| source| courtesy)?[:/ ][^()\n]{2,100}\))[. ]*\Z",
    re.IGNORECASE,
)


def label_credits(document: Document) -> Document:
    """Label the blocks that are credits, and split off those at the end of a paragraph."""
    blocks = (part for block in document.blocks for part in _label(block, document.text))
    return replace(document, blocks=tuple(blocks))


def _label(block: Block, text: str) -> Iterator[Block]:
    if not is_open(block):
        yield block
        return
    words = block.span.of(text)
    if is_credit(words):
        yield replace(
            block, kind="caption" if count_words(words) > _CREDIT_WORDS and _IMAGE.fullmatch(words) else "credit"
        )
        return
    found = _find_at_end(words)
    if found is None:
        yield block
        return
    start, end = block.span
    cut = start + len(words[: found.start("credit")].rstrip())
    # What is left of the block may end in another credit: "... he said. (ANI) (Photo: Twitter)".
    yield from _label(replace(block, span=Span(start, cut)), text)
    yield replace(block, kind="credit", span=Span(start + found.start("credit"), end))


def is_credit(words: str) -> bool:
    """Whether a block with these words is a credit and nothing else."""
    if len(words) > _LONGEST:
        return False
    whole = _patterns()[0].fullmatch(words)
    return bool(whole or (len(words) <= 130 and any(p.fullmatch(words) for p in (_IMAGE, _FILE_IMAGE, _OWNED_IMAGE))))


def _find_at_end(words: str) -> re.Match[str] | None:
    """The credit that the text ends with, after its last sentence."""
    start = max(0, len(words) - 2 * _LONGEST)
    return _patterns()[1].search(words, start) or _IMAGE_AT_END.search(words, start)
