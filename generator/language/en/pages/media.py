"""News agencies and press wires by name (`wires_agencies.txt`); owners of pictures and media that a report has its news
from, as English names them.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Set
from functools import cache
from typing import NamedTuple

from generator.language.en.dates.calendar import MONTHS, WEEKDAYS
from generator.model import Span
from generator.text.rules import Chain, Rule
from generator.text.wordlists import load_sections, load_words


@cache
def _groups() -> tuple[frozenset[str], ...]:
    """Names that mean an agency wherever they stand; those that mean one in a credit only; press wires."""
    return tuple(frozenset(names) for _, names in load_sections("wires_agencies.txt"))


def list_clear() -> frozenset[str]:
    """The names that mean an agency wherever they stand."""
    return _groups()[0]


@cache
def list_agencies() -> frozenset[str]:
    """The names of agencies, without the press wires."""
    return _groups()[0] | _groups()[1]


def list_wires() -> frozenset[str]:
    """The names of the press wires, which send out what companies say."""
    return _groups()[2]


@cache
def list_all() -> frozenset[str]:
    """Agencies and press wires."""
    return list_agencies() | list_wires()


def any_of(names: Iterable[str]) -> str:
    """The pattern for any of these names, the longest first."""
    return "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))


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
    r"\b(?:images?|photos?|photographs?|pictures?)(?: credits?)? ?: ?(?:©|\(c\))? ?"
    r"(?-i:(?P<owner>[A-Z][^()\n.:]{1,60}))\.?\Z"
    r"|\((?:(?:photo|image|picture|file photo)s?(?: by| credit| courtesy)?[: ]{1,2})?(?P<name>[^()\n]{2,80})\)\.?\Z",
    re.I,
)
_INPUTS = re.compile(r"\b(?:from|by)(?: the)? (?P<names>[A-Z][^()\n;.]{1,100})")
_PART = re.compile(
    r"\b(?:inputs?|contribut\w+|additional|"
    r"with(?: the)? (?:files|reports?|reporting|material|information|details|agenc\w+))\b",
    re.I,
)
"""How a credit says that only a part of the report is from an agency."""
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


def find_picture_owner(words: str) -> Span | None:
    """Who owns the picture of a credit line: "Photo by Ann Lee"."""
    match = _PICTURE_OWNER.fullmatch(words)
    return Span(*match.span("name")) if match else None


def is_of_picture(words: str) -> bool:
    """Whether a credit line speaks of a picture."""
    return _PICTURE.match(words) is not None


def find_caption_owner(words: str) -> Span | None:
    """Who owns the picture, by the end of its caption: "... (Photo: Ann Lee)"."""
    match = _CAPTION_OWNER.search(words, max(0, len(words) - 120))
    return Span(*match.span("owner" if match["owner"] else "name")) if match else None


def find_wires(words: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """All agencies that a credit line, a byline or the opening of a report names."""
    return (Span(*match.span()) for match in _wires()[0].finditer(words, start, len(words) if end is None else end))


def find_inputs(words: str) -> Iterator[Span]:
    """Unknown agencies behind "with inputs from"."""
    inputs = _INPUTS.search(words) if "input" in words.lower() else None
    if inputs is not None:
        yield from (Span(*match.span()) for match in _NAME_IN_INPUTS.finditer(words, *inputs.span("names")))


def gives_part(words: str) -> bool:
    """Whether a credit line says that an agency gave a part of the report: "with inputs from AP"."""
    return _PART.search(words) is not None


class Said(NamedTuple):
    """A sentence that may say where its news is from."""

    text: str
    span: Span
    surnames: frozenset[str]
    """Words behind a capitalized one, in the whole text: they may be people's."""


FindMedia = Callable[[Said], Iterator[Span]]


def find_surnames(text: str) -> frozenset[str]:
    """The capitalized words behind another one."""
    return frozenset(match[1] for match in _AFTER_NAME.finditer(text))


def _named(said: Said) -> Iterator[tuple[Span, str]]:
    """The media that a sentence names, each with the words before it."""
    for match in _wires()[1].finditer(said.text, *said.span):
        start, end = match.span()
        before = said.text[max(said.span.start, start - _AROUND) : start]
        if not _is_part(match[0], before, said.text[end : end + 20]):
            yield Span(start, end), before


def _cued_before(said: Said) -> Iterator[Span]:
    return (span for span, before in _named(said) if _CUE_BEFORE.search(before))


def _cued_behind(said: Said) -> Iterator[Span]:
    ends = said.span.end
    return (span for span, _ in _named(said) if _CUE_AFTER.match(said.text, span.end, min(span.end + _AROUND, ends)))


def _unknown(said: Said) -> Iterator[Span]:
    for match in _REPORTED.finditer(said.text, *said.span):
        if match["name"] not in said.surnames:
            yield Span(*match.span("name"))


def _try_media(rule: Rule[FindMedia], text: str) -> Iterator[Span]:
    return rule.find(Said(text, Span(0, len(text)), find_surnames(text)))


MEDIA: Chain[FindMedia] = Chain(
    "cited media",
    (
        Rule(
            "word before the medium",
            _cued_before,
            yes=("Ships are back, as per |AP|.", "She told |Reuters| so.", "According to the |BBC|, ships are back."),
            no=("Ships of Reuters are back.", "He told the Westport Times so.", "AP reported it."),
        ),
        Rule(
            "word behind the medium",
            _cued_behind,
            yes=("|AP| reported that ships are back.", "|TASS| news agency said so."),
            no=("AP is in the harbour.", "Reuters bought a ship that reported a storm."),
        ),
        Rule(
            "unknown medium that reported",
            _unknown,
            yes=("Ships are back, reported |Westport Courier|.",),
            no=("Ann Lee left, reported Lee.", "Ships are back, reported the mayor.", "Ann reported Westport."),
            reason="Nothing but a medium can stand there.",
        ),
    ),
    _try_media,
)
"""How a sentence says that it has its news from a medium."""


def find_media(text: str, sentence: Span, surnames: frozenset[str]) -> dict[Span, str]:
    """The media that one sentence says it has its news from, each with the name of the first rule that finds it."""
    said, found = Said(text, sentence, surnames), dict[Span, str]()
    for rule in MEDIA:
        for span in rule.find(said):
            found.setdefault(span, rule.name)
    return found


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
