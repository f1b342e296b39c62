"""What stands between title and article, the byline and the standfirst; and the subheadings between paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.cleaning.body import Body, find_body
from generator.cleaning.chrome import count_words, ends_sentence, is_headline, is_open, is_sentence
from generator.cleaning.examples import ARTICLE, HEADLINE, LEAD, PROSE, STORY, Cleaner, page
from generator.language.pages import find_byline, find_signature
from generator.model import Block, Document, Span
from generator.text.rules import Rule

_MOST_WORDS = 16
_SIGNED = re.compile(r"[\"“„«‘'][^\n\"”»]{15,400}[\"”»’'] ?(?:--?|–|—) ?[A-Z][^\n\"”»]{3,80}")
"""A line that is a quotation with the name of its speaker behind a dash."""


def label_headings(document: Document) -> Document:
    """Label the headline-like lines that are followed by prose."""
    blocks = list(document.blocks)
    for n, block in enumerate(blocks):
        if block.kind == "paragraph" and _SIGNED.fullmatch(block.span.of(document.text)):
            blocks[n] = replace(block, kind="quotation")
            continue
        is_heading = block.kind == "paragraph" and _is_heading(block.span.of(document.text))
        if is_heading and _leads_to_prose(blocks, n, document.text):
            blocks[n] = replace(block, kind="heading")
    return replace(document, blocks=tuple(blocks))


def _is_heading(text: str) -> bool:
    """A short line with a capital, a digit or a quotation mark first, that is no sentence and no speech."""
    if not is_headline(text, most_words=_MOST_WORDS) or is_sentence(text) or ends_sentence(text):
        return text.endswith("?") and is_headline(text, most_words=_MOST_WORDS) and text[:1].isupper()
    return text[:1].isupper() or text[:1].isdigit() or text[:1] in "\"“'‘¿¡"


def _leads_to_prose(blocks: list[Block], n: int, text: str) -> bool:
    """Whether the next block that counts is prose."""
    for block in blocks[n + 1 : n + 4]:
        if block.kind in ("boilerplate", "caption", "credit", "byline", "dateline"):
            continue
        return is_open(block) and (
            block.kind != "paragraph" or is_sentence(block.span.of(text)) or len(block.span.of(text)) > 120
        )
    return False


_WITHIN = 8
"""A standfirst stands so near its title, in blocks."""
_MOST_ROUNDS = 20
"""Searches for bylines, each behind the last; an article has two or three."""


def label_bylines(document: Document) -> Document:
    """Label the lines before, in and directly behind the article that name its authors."""
    # A byline that is known moves the end of the article, and may show another one behind it.
    for _ in range(_MOST_ROUNDS):
        found = _find_bylines(document)
        if not found:
            break
        blocks = [replace(b, kind="byline") if n in found else b for n, b in enumerate(document.blocks)]
        document = replace(document, blocks=tuple(blocks))
    return document


def _find_bylines(document: Document) -> frozenset[int]:
    """The indexes of the blocks near the article that name authors and have no such label yet."""
    near = min(find_body(document).end + 2, len(document.blocks))
    return frozenset(n for n in range(near) if _is_byline(document.blocks[n], document.text))


def _is_byline(block: Block, text: str) -> bool:
    return is_open(block) and block.kind != "list_item" and find_byline(block.span.of(text)) is not None


def label_standfirst(document: Document) -> Document:
    """Label what sums the article up between title and first paragraph; a publisher's signature becomes a credit."""
    title = next((n for n, block in enumerate(document.blocks) if block.kind == "title"), None)
    body = find_body(document)
    if title is None or body.start == body.end:
        return document
    blocks: list[Block] = list(document.blocks[: title + 1])
    for n, block in enumerate(document.blocks[title + 1 :], title + 1):
        ahead = n <= min(body.start, title + _WITHIN) and all(b.kind != "standfirst" for b in blocks) and is_open(block)
        blocks += _split_standfirst(document, block, body, n) if ahead else [block]
    return replace(document, blocks=tuple(blocks))


def _split_standfirst(document: Document, block: Block, body: Body, n: int) -> Sequence[Block]:
    """The block as standfirst and signature, or as it is where it is neither."""
    text = block.span.of(document.text)
    tag = find_signature(text)
    summary = text[: tag.start()] if tag else text
    if count_words(summary) > 60 or block.kind != "paragraph":
        return [block]
    if tag is None and not (n < body.start and _sums_up(summary)) and not _repeated(summary, document, n):
        return [block]
    start, end = block.span
    parts = [replace(block, kind="standfirst", span=Span(start, start + len(summary)))]
    if tag is not None:
        lead = len(tag[0]) - len(tag[0].lstrip())
        parts.append(replace(block, kind="credit", span=Span(start + tag.start() + lead, end)))
    return [part for part in parts if part.span.start < part.span.end]


def _sums_up(text: str) -> bool:
    """Whether a line directly before the article is long enough for a standfirst."""
    return count_words(text) >= 7


def _repeated(text: str, document: Document, n: int) -> bool:
    """Whether a later paragraph says the same in the same words."""
    words = text.rstrip(" .…")
    if len(words) < 40:
        return False
    return any(words in document.text[block.span.start : block.span.end] for block in document.blocks[n + 1 :])


BYLINES: Rule[Cleaner] = Rule(
    "bylines",
    label_bylines,
    yes=(page(HEADLINE, "|By Ann Lee|", *PROSE), page(*ARTICLE, "|Edda Moss, staff writer|")),
    no=(page("- By Ann Lee", *ARTICLE), page(*ARTICLE, "By noon the ships were gone.")),
)
STANDFIRSTS: Rule[Cleaner] = Rule(
    "standfirst",
    label_standfirst,
    yes=(
        page(HEADLINE, "|Forty ships may leave the old harbour of the town next week|", *PROSE),
        page(HEADLINE, f"|{LEAD[:60].strip()}|", LEAD, STORY),
        page(HEADLINE, "|Forty ships may leave the old harbour of the town||….reports Westport Daily|", *PROSE),
    ),
    no=(page(HEADLINE, "Ships may leave", *PROSE), page(*ARTICLE, "Forty ships may leave the old harbour of the town")),
)
HEADINGS: Rule[Cleaner] = Rule(
    "subheadings",
    label_headings,
    yes=(
        page(*ARTICLE, "|A long winter|", LEAD),
        page(*ARTICLE, "|Who pays for the pier?|", STORY),
        page(*ARTICLE, "|“It is a long game, so far.” - Jane Roe|", LEAD),
    ),
    no=(
        page(*ARTICLE, "A long winter"),
        page(*ARTICLE, "he said at noon", LEAD),
        page(*ARTICLE, "A long winter", "Ann Lee", "Bo"),
    ),
    reason="A line is a subheading only where prose follows; one that is signed is a quotation.",
)
