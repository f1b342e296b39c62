"""Who is credited or cited: wire services, owners of images, and media that an article says it has its news from."""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from generator.analysis.publication.rules import PIER, STORY, read_scene, source
from generator.language.wording import (
    find_caption_owner,
    find_inputs,
    find_lead,
    find_media,
    find_picture_owner,
    find_surnames,
    find_wires,
    gives_part,
    is_of_picture,
)
from generator.model import BODY_KINDS, Block, Credit, Document, Span
from generator.text.rules import Chain, Rule

FindCredits = Callable[[Block, str], Iterator[Span]]
"""The names that one block of a text credits."""


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
    surnames = find_surnames(document.text)
    cited = {
        span: Credit("cited", span.of(document.text), span, rule)
        for sentence in sentences
        for span, rule in find_media(document.text, sentence, surnames).items()
        if taken.isdisjoint(range(*span))
    }
    return tuple(credit for _, credit in sorted((credited | cited).items()))


def _is_glued(block: Block, text: str) -> bool:
    """Whether a credit ends a paragraph: inside an article "(AP)" then is more likely for a photograph."""
    return block.kind == "credit" and "\n" not in text[max(0, block.span.start - 2) : block.span.start]


def _credits_of(block: Block, text: str) -> Iterator[Credit]:
    """The wire services and image owners that one block credits, by the first rule that finds any."""
    for rule in CREDITS:
        found = list(rule.find(block, text))
        if found:
            kind: Literal["image", "wire"] = "image" if rule.name in _OF_PICTURES else "wire"
            is_part = kind == "wire" and block.kind == "credit" and gives_part(block.span.of(text))
            yield from (Credit(kind, span.of(text), span, rule.name, is_part) for span in found)
            return


def _picture_owner(block: Block, text: str) -> Iterator[Span]:
    owner = find_picture_owner(block.span.of(text)) if block.kind == "credit" else None
    if owner is not None:
        yield _there(block, owner)


def _caption_owner(block: Block, text: str) -> Iterator[Span]:
    owner = find_caption_owner(block.span.of(text)) if block.kind == "caption" else None
    if owner is not None:
        yield _there(block, owner)


def _in_credit(block: Block, text: str) -> Iterator[Span]:
    words = block.span.of(text)
    if block.kind == "credit" and not is_of_picture(words):
        yield from (_there(block, span) for span in find_wires(words))


def _in_inputs(block: Block, text: str) -> Iterator[Span]:
    words = block.span.of(text)
    if block.kind == "credit" and not is_of_picture(words):
        yield from (_there(block, span) for span in find_inputs(words))


def _in_byline(block: Block, text: str) -> Iterator[Span]:
    if block.kind == "byline":
        yield from (_there(block, span) for span in find_wires(block.span.of(text)))


def _in_opening(block: Block, text: str) -> Iterator[Span]:
    """The agency before the first sentence: "GENEVA, Jan. 7 (Xinhua) --"."""
    lead = find_lead(text, block.span.start) if block.kind in ("paragraph", "quotation") else None
    if lead and lead.agency:
        yield from find_wires(text, *lead.agency)


def _there(block: Block, span: Span) -> Span:
    return Span(block.span.start + span.start, block.span.start + span.end)


def _try_credits(rule: Rule[FindCredits], text: str) -> Iterator[Span]:
    return (span for block in read_scene(text).document.blocks for span in rule.find(block, text))


_OF_PICTURES = frozenset({"owner in a credit line", "owner in a caption"})
CREDITS: Chain[FindCredits] = Chain(
    "credits",
    (
        Rule(
            "owner in a credit line",
            _picture_owner,
            yes=(source(STORY, "credit> Photo by |Ann Lee/Getty Images|"), "credit> (Image: |Twitter/MFA_Russia|)"),
            no=(source(STORY, "Photo by Ann Lee"), "credit> File photo", "credit> (ANI)"),
        ),
        Rule(
            "owner in a caption",
            _caption_owner,
            yes=(
                "caption> A red boat in the port (File photo: |Ann Lee|)",
                "caption> A red boat in the port. Image: |Ann Lee|.",
                "caption> A red boat in the port Photo: |Ann Lee/Flickr|",
            ),
            no=(
                "caption> A picture: it is of Ann Lee",
                "A red boat in the port (File photo: Ann Lee)",
                "caption> A red boat (left) in the port",
            ),
        ),
        Rule(
            "agency in a credit line",
            _in_credit,
            yes=(source(STORY, "credit> (|ANI|/|Xinhua|)"), "credit> (Inputs from |AP|)"),
            no=("credit> Photo by AP", source(STORY, "(ANI)"), "credit> (With inputs from Northern Wire)"),
        ),
        Rule(
            "unknown agency behind its word",
            _in_inputs,
            yes=("credit> (With inputs from |Northern Wire|)",),
            no=("credit> (With inputs from agencies)", "credit> (Northern Wire)", "With inputs from Northern Wire"),
        ),
        Rule(
            "agency in a byline",
            _in_byline,
            yes=(source(PIER, "byline> By Ann Lee, |Reuters|"),),
            no=(source(PIER, "byline> By Ann Lee"), source(PIER, "By Ann Lee, Reuters")),
        ),
        Rule(
            "agency in the opening",
            _in_opening,
            yes=("GENEVA, Jan. 7 (|Xinhua|) -- The port is open.", "LONDON (|Reuters|) - The port is open."),
            no=(
                "GENEVA, Jan. 7 -- The port is open.",
                "The port (Reuters) is open.",
                "caption> LONDON (Reuters) - A port.",
            ),
        ),
    ),
    _try_credits,
)
"""Of one block the first rule that finds anything. Media that sentences cite are a chain of the language."""
