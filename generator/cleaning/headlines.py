"""Which lines are no titles, whatever they have in common with an article."""

import re
from collections.abc import Callable, Iterator

from generator.cleaning.chrome import count_words, is_headline, is_sentence
from generator.cleaning.examples import HEADLINE, LEAD, THANKS, as_document
from generator.cleaning.repetition import REASON as REPEATED
from generator.cleaning.stories import STORIES
from generator.language.wording import find_chrome, find_signature, is_part
from generator.model import Block, Span
from generator.text.rules import Chain, Rule

IN_COMPANY = frozenset({"related links", STORIES, REPEATED})
"""Reasons that lines may have for what stands around them: such a line is still a title if author or day follow it."""
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{3,4})?\b", re.IGNORECASE)
_FEWEST_LETTERS = 12
"""Characters of a title of one word or two."""
_SHORTEST = 3
"""Words of a title, unless it has letters enough."""
ENDS = "\"'”’»)]"
"""What may stand behind the end mark of a line."""

Refuse = Callable[[Block, str], bool]
"""Whether a block with these words is no title."""


def _is_of_other_kind(block: Block, text: str) -> bool:
    if block.kind == "boilerplate":
        return block.reason not in IN_COMPANY or find_chrome(text) is not None
    return block.kind not in ("paragraph", "quotation", "heading")


def _is_no_headline(block: Block, text: str) -> bool:
    return not is_headline(text) or bool(find_signature(text))


def _is_told(block: Block, text: str) -> bool:
    return is_sentence(text) and not text.rstrip(ENDS).endswith(("?", "!"))


def _is_marked(block: Block, text: str) -> bool:
    return "@" in text or ("»" in text and "«" not in text) or text.count("#") > 1


def _is_byline(block: Block, text: str) -> bool:
    return is_part("beginning of a byline", text)


def _is_entry(block: Block, text: str) -> bool:
    return _CLOCK.match(text) is not None


def _is_odd(block: Block, text: str) -> bool:
    return not (text[:1].isalnum() or text[:1] in tuple("\"“'‘«¿¡$€£#["))


def _is_short(block: Block, text: str) -> bool:
    return count_words(text) < _SHORTEST and len(text) < _FEWEST_LETTERS


def _try_refusal(rule: Rule[Refuse], text: str) -> Iterator[Span]:
    """The lines that a rule refuses."""
    document = as_document(text)
    return (block.span for block in document.blocks if rule.find(block, block.span.of(text)))


REFUSALS: Chain[Refuse] = Chain(
    "no title",
    (
        Rule("other kind of block", _is_of_other_kind, yes=("- Harbour of Westport",), no=(HEADLINE,)),
        Rule("too long, or signed", _is_no_headline, yes=(LEAD + LEAD, f"{HEADLINE} …says Echo"), no=(HEADLINE,)),
        Rule("sentence that is told", _is_told, yes=(THANKS,), no=(HEADLINE, "Who will pay for it all?")),
        Rule(
            "marks of an address or a path",
            _is_marked,
            yes=("Mail us @westport", "Home » Town"),
            no=(f"« {HEADLINE} »",),
        ),
        Rule("beginning of a byline", _is_byline, yes=("By our own reporter",), no=("Bypass of Westport closed",)),
        Rule("entry of a live report", _is_entry, yes=("12:30 Harbour of Westport",), no=("12 ships of Westport",)),
        Rule(
            "odd first character",
            _is_odd,
            yes=("› Harbour of Westport", "(Holm)"),
            no=("“Harbour” opens",),
        ),
        Rule("one short word or two", _is_short, yes=("Town news",), no=("Harbour opens", "It is on")),
    ),
    _try_refusal,
)
"""Which lines are no titles, whatever they have in common with the article."""
