"""Who is credited or cited: wire services, owners of images, and media that an article says it has its news from."""

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache

from generator.language.wording import MONTHS, WEEKDAYS, any_of, find_lead, list_all, list_clear
from generator.model import BODY_KINDS, Block, Credit, Document, Span
from generator.text.wordlists import load_words

_PICTURE = re.compile(
    r"\(?[\w ]{0,30}?(?:image|photo|picture|pic|photograph|illustration|graphic|video|credit)s?\b", re.I
)
"""How a credit for a picture begins."""
_PICTURE_OWNER = re.compile(
    r"\(?(?:[\w ]{0,30}?(?:images?|photos?|pictures?|pics?|photographs?|illustrations?|graphics?|videos?|credits?)"
    r"(?: credits?| sources?| courtesy)?(?: ?[:|/\u2014\u2013-] ?| (?:by|via|from|courtesy of|courtesy:?) ))"
    r"(?P<name>[^\n()]{1,120}?)[ .)]*",
    re.I,
)
_CAPTION_OWNER = re.compile(
    r"\((?:(?:photo|image|picture|file photo)s?(?: by| credit| courtesy)?[: ]{1,2})?(?P<name>[^()\n]{2,80})\)\.?\Z",
    re.I,
)
_INPUTS = re.compile(r"\b(?:from|by)(?: the)? (?P<names>[A-Z][^()\n;.]{1,100})")
_NAME_IN_INPUTS = re.compile(r"[A-Z][\w.&’'-]*(?: (?:of |the |and )?[A-Z][\w.&’'-]*){0,4}")
_KIND_OF_MEDIUM = (
    r"(?:(?:[A-Z]?[a-z]+[ -]){0,3}(?:news agency|news agencies|agency|newspaper|daily|broadcaster|channel|network|"
    r"magazine|website|outlet|news outlet|portal|radio|television|TV) )?"
)
_CUE_BEFORE = re.compile(
    r"(?:\b(?:reported|reports|report|says|said|according to|as per|per|told|tells|citing|cited|quoting|quoted|"
    r"interview (?:with|to|on|for)|speaking (?:to|with|on)|spoke (?:to|with)|statement (?:to|carried by)|"
    r"(?:published|carried|cited|quoted|reported|obtained|seen|released|aired|broadcast) (?:by|in|on)|"
    r"reports? (?:by|from|in|of|on)|(?:article|op-ed|column) (?:for|in)|informed|via)[ \u00a0]"
    rf"(?:by )?(?:the |a |an )?{_KIND_OF_MEDIUM})\Z",
    re.IGNORECASE,
)
"""What stands before the name of a medium that is cited."""
_CUE_AFTER = re.compile(
    r"(?:['’]s)?(?: (?:news agency|newspaper|news|agency|channel|daily|magazine|TV))?,? "
    r"(?:(?:has|had|also|earlier|later|first|previously) ){0,2}"
    r"(?:reported|reports?|reporting|said|says|wrote|writes|quoted|quotes|cited|cites|added|adds|noted|notes|revealed|"
    r"published|correspondent|interview|journalist)\b"
)
"""What stands after it."""
_REPORTED = re.compile(r"[,”\"’] reported (?P<name>[A-Z][\w&-]*(?:[. ][A-Z][\w&-]*){0,3})(?=[.,;]|\Z)")
"""An unknown medium where nothing but a medium can stand: "..., reported Westport Daily."."""
_AFTER_NAME = re.compile(r"\b[A-Z][a-z]+ (?=([A-Z][\w&-]*))")
"""A word after a capitalized one: it may be a person's surname, and is no medium then."""
_AROUND = 90
_DAYS = "|".join(day.capitalize() for day in [*WEEKDAYS, *MONTHS])
_NEXT_NAME = re.compile(rf" (?!(?:{_DAYS})\b)[A-Z]")
_NAME_BEFORE = re.compile(r"(?<!\w)(?!The |Per |According |Meanwhile |Agency |News )[A-Z][\w-]*(?<!-based) \Z")
"""Capitalized words beside a name, which make it part of a longer one."""


@cache
def _wires() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """All agencies, for credits; agencies and other media whose names are clear anywhere, for prose."""
    return _whole_words(list_all()), _whole_words({*list_clear(), *load_words("media_outlets.txt")})


def _whole_words(names: Set[str]) -> re.Pattern[str]:
    """The pattern for any of these names as whole words, without "The"."""
    bare = {name.removeprefix("The ") for name in names}
    return re.compile(rf"(?<![\w@#-])(?=[A-ZČ])(?:{any_of(bare)})(?![\w-])")


def find_credits(document: Document, sentences: Sequence[Span]) -> tuple[Credit, ...]:
    """All credits, in the order of the text. Spans cover the names only."""
    last = max((block.span.end for block in document.blocks if block.kind in BODY_KINDS), default=0)
    credited = {
        credit.span: credit
        for block in document.blocks
        for credit in _credits_of(block, document.text)
        if credit.kind != "wire" or block.span.start >= last or not _is_glued(block, document.text)
    }
    taken = {place for span in credited for place in range(*span)}
    surnames = frozenset(match[1] for match in _AFTER_NAME.finditer(document.text))
    cited = {
        span: Credit("cited", span.of(document.text), span)
        for sentence in sentences
        for span in _find_cited(document.text, sentence, surnames)
        if taken.isdisjoint(range(*span))
    }
    return tuple(credit for _, credit in sorted((credited | cited).items()))


def _is_glued(block: Block, text: str) -> bool:
    """Whether a credit ends a paragraph: inside an article "(AP)" then is more likely for a photograph."""
    return block.kind == "credit" and "\n" not in text[max(0, block.span.start - 2) : block.span.start]


def _credits_of(block: Block, text: str) -> Iterator[Credit]:
    """The wire services and image owners that one block credits."""
    words = block.span.of(text)
    if block.kind == "credit":
        picture = _PICTURE_OWNER.fullmatch(words)
        if picture:
            yield _credit("image", text, block.span.start, picture.span("name"))
        elif not _PICTURE.match(words):
            yield from (_credit("wire", text, block.span.start, at) for at in _wire_spans(words))
    elif block.kind == "byline":
        yield from (_credit("wire", text, block.span.start, m.span()) for m in _wires()[0].finditer(words))
    elif block.kind == "caption":
        owner = _CAPTION_OWNER.search(words, max(0, len(words) - 120))
        if owner:
            yield _credit("image", text, block.span.start, owner.span("name"))
    elif block.kind in ("paragraph", "quotation"):
        lead = find_lead(text, block.span.start)
        if lead and lead.agency:
            yield from (_credit("wire", text, 0, m.span()) for m in _wires()[0].finditer(text, *lead.agency))


def _wire_spans(words: str) -> Iterator[tuple[int, int]]:
    """Known agencies in a credit; and unknown ones after "inputs from"."""
    known = [match.span() for match in _wires()[0].finditer(words)]
    inputs = _INPUTS.search(words) if not known and "input" in words.lower() else None
    if inputs is None:
        yield from known
    else:
        yield from (match.span() for match in _NAME_IN_INPUTS.finditer(words, *inputs.span("names")))


def _credit(kind: str, text: str, at: int, span: tuple[int, int]) -> Credit:
    where = Span(at + span[0], at + span[1])
    return Credit("wire" if kind == "wire" else "image", where.of(text), where)


def _find_cited(text: str, sentence: Span, surnames: frozenset[str]) -> Iterator[Span]:
    """The media that one sentence says it has its news from."""
    for match in _wires()[1].finditer(text, *sentence):
        start, end = match.span()
        before = text[max(sentence.start, start - _AROUND) : start]
        if _is_part(match[0], before, text[end : end + 20]):
            continue
        if _CUE_BEFORE.search(before) or _CUE_AFTER.match(text, end, min(end + _AROUND, sentence.end)):
            yield Span(start, end)
    for match in _REPORTED.finditer(text, *sentence):
        if match["name"] not in surnames:
            yield Span(*match.span("name"))


def _is_part(name: str, before: str, after: str) -> bool:
    """Whether a name of one word is a piece of a longer one: the Times of "Tehran Times", "Atlantic Council"."""
    if " " in name or (name.isupper() and len(name) > 1):
        return False
    if _NEXT_NAME.match(after) or _NAME_BEFORE.search(before):
        return True
    return name in _with_article() and not before.endswith(("the ", "The "))


@cache
def _with_article() -> frozenset[str]:
    """Names of one word that are names only after "the": the Times, the Sun."""
    return frozenset(
        name[4:] for name in load_words("media_outlets.txt") if name.startswith("The ") and name.count(" ") == 1
    )
