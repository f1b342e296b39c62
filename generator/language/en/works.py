"""Titles of films, books and songs between quotation marks: they quote nobody."""

import re
from collections.abc import Callable, Iterator

from generator.model import Span
from generator.text.rules import Chain, Rule

_KINDS = (
    r"(?:film|movie|documentary|sitcom|novel|memoir|musical|opera|song|album|single|telenovela|miniseries|blockbuster|book"
    r"|play|series|show|podcast|magazine|poem|painting|exhibition|sequel|remake|trailer|video game|game)s?"
)
_BEFORE = re.compile(rf"\b{_KINDS}(?: (?:called|titled|entitled|named))?[ :,]*[“\"'‘«„]?$", re.IGNORECASE)
_MAKERS = r"(?:star|director|actor|actress|author|creator|composer|singer|cast|premiere|screening)s?"
_BEHIND = re.compile(rf"[”\"'’»“]?,? (?:{_KINDS}|{_MAKERS})\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SMALL = frozenset("a an and as at but by for from in into nor of on or the to up with vs via".split())  # noqa: SIM905
_LEAST_LONG, _LEAST_PLAIN, _LEAST_WORDS = 4, 2, 2
_ENDS = (".", "!", "?", ",")
_REACH = 30
_QUOTED = re.compile(r"[“\"]([^”\"]+)[”\"]")
Test = Callable[[str, Span, Span], bool]
"""(text, words, headline) -> whether the words are a title."""


def is_title_of_work(text: str, span: Span, headline: Span) -> bool:
    """Whether what stands between quotation marks in a headline is what a work is called."""
    return any(rule.find(text, span, headline) for rule in WORKS)


def _names_kind(text: str, span: Span, headline: Span) -> bool:
    """The word for such a work stands before it, or that for its makers behind it."""
    if not span.of(text)[:1].isupper():
        return False
    before = text[max(headline.start, span.start - _REACH) : span.start]
    return bool(_BEFORE.search(before) or _BEHIND.match(text, span.end, min(headline.end, span.end + _REACH)))


def _has_capitals(text: str, span: Span, headline: Span) -> bool:
    """Each of its words has a capital, in a headline that writes its own words small."""
    words = _WORD.findall(span.of(text))
    if len(words) < _LEAST_WORDS or span.of(text).rstrip().endswith(_ENDS):
        return False
    around = f"{text[headline.start : span.start]} {text[span.end : headline.end]}"
    plain = [word for word in _WORD.findall(around) if word.islower() and len(word) >= _LEAST_LONG]
    return len(plain) >= _LEAST_PLAIN and not any(word[0].islower() and word not in _SMALL for word in words)


def _try(rule: Rule[Test], text: str) -> Iterator[Span]:
    whole = Span(0, len(text))
    spans = (Span(*found.span(1)) for found in _QUOTED.finditer(text))
    return (span for span in spans if rule.find(text, span, whole))


WORKS: Chain[Test] = Chain(
    "titles of works",
    (
        Rule(
            "kind of work",
            _names_kind,
            yes=(
                "Director of film “|Paper Lanterns|” dies at 80",
                "“|Harvest|” star sues her studio",
                "Court bans the novel “|The Glass Ferry|”",
                "“|Low Tide|” sequel announced",
                "Singer of the Hit Song “|Borrowed Rain|” Retires",
            ),
            no=(
                "Minister calls film “a disgrace”",
                "Director calls cuts “unfair”",
                "“We will stay”, says director",
                "Mayor: “No harm done” after fire",
                "Star sings and says “Never again”",
            ),
        ),
        Rule(
            "capitals in a plain headline",
            _has_capitals,
            yes=(
                "Author of “|A House by the Weir|” arrested on return from Lisbon",
                "Thousands watch “|Paper Lanterns|” premiere in the rain",
                "Festival opens with “|The Last Ferry|” tonight",
            ),
            no=(
                "Minister Calls Plan “A Complete Disaster”",
                "Police say nobody “was to blame” for the crash",
                "Union rejects “Insulting” offer from railway",
                "Mayor says “No More Cuts!” after protests",
                "President calls talks with neighbours “Very good”",
            ),
            reason="Where a headline has capitals throughout they tell nothing; a title has two words at least.",
        ),
    ),
    _try,
)
