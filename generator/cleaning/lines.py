"""Lines that their own words tell, wherever a page has them: days, addresses, parties of a case, credits, captions."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from generator.cleaning.body import find_body
from generator.cleaning.chrome import count_words, is_open, is_sentence, labelled
from generator.cleaning.examples import ARTICLE, HEADLINE, LEAD, PROSE, THANKS, Cleaner, page
from generator.language.wording import (
    find_address_line,
    find_caption,
    find_credit,
    find_credit_at_end,
    find_date_line,
    find_opening_date,
    is_image,
    is_part,
)
from generator.model import Block, Document, Span
from generator.text.rules import Rule

ADDRESS = "address of the text"
_MOST_ABOVE, _MOST_BELOW = 8, 3
"""Blocks from the start and from the end among which an address of the text stands."""
_CREDIT_WORDS = 12
"""With more words "Photo: ..." tells what the picture shows rather than whose it is."""
_WITHIN = 16
"""Blocks from the start among which the parties stand."""
_LONGEST = 20
"""Words of the line that names a party."""


def label_datelines(document: Document) -> Document:
    """Label the blocks that are a date and nothing else, perhaps with "Published" before and a time after it."""
    return replace(document, blocks=tuple(_label_day(block, block.span.of(document.text)) for block in document.blocks))


def _label_day(block: Block, text: str) -> Block:
    if not is_open(block) or block.kind == "list_item" or find_date_line(text) is None:
        return block
    return replace(block, kind="dateline")


def label_opening_dates(document: Document) -> Document:
    """Label the lines between title and article that give the day of publication among names."""
    blocks, text = list(document.blocks), document.text
    title = next((n for n, block in enumerate(blocks) if block.kind == "title"), None)
    for n in range(title + 1, find_body(document).start) if title is not None else ():
        if is_open(blocks[n]) and blocks[n].kind != "list_item" and find_opening_date(blocks[n].span.of(text)):
            blocks[n] = replace(blocks[n], kind="dateline")
    return replace(document, blocks=tuple(blocks))


def label_addresses(document: Document) -> Document:
    """Leave out the addresses over the first sentence and under the last one."""
    blocks, text = list(document.blocks), document.text
    above = takewhile(lambda n: not is_sentence(blocks[n].span.of(text)), range(min(_MOST_ABOVE, len(blocks))))
    for n in [*above, *range(max(0, len(blocks) - _MOST_BELOW), len(blocks))]:
        if is_open(blocks[n]) and find_address_line(blocks[n].span.of(text)):
            blocks[n] = labelled(blocks[n], ADDRESS)
    return replace(document, blocks=tuple(blocks))


def label_parties(document: Document) -> Document:
    """Join the lines of the parties to one block, which is the title, where the format gave none."""
    blocks, text = list(document.blocks), document.text
    if any(block.kind == "title" for block in blocks):
        return document
    for n in range(1, min(len(blocks) - 1, _WITHIN)):
        is_between = is_part("word between parties", blocks[n].span.of(text))
        if is_between and all(_is_party(blocks[m], text) for m in (n - 1, n + 1)):
            span = Span(blocks[n - 1].span.start, blocks[n + 1].span.end)
            blocks[n - 1 : n + 2] = [replace(blocks[n], kind="title", reason=None, span=span)]
            break
    return replace(document, blocks=tuple(blocks))


def _is_party(block: Block, text: str) -> bool:
    words = block.span.of(text)
    is_line = count_words(words) <= _LONGEST and not is_sentence(words) and words[:1].isupper()
    return (is_open(block) or block.kind == "heading") and is_line


def label_credits(document: Document) -> Document:
    """Label the blocks that are credits, and split off those at the end of a paragraph."""
    blocks = (part for block in document.blocks for part in _split_credits(block, document.text))
    return replace(document, blocks=tuple(blocks))


def _split_credits(block: Block, text: str) -> Iterator[Block]:
    if not is_open(block):
        yield block
        return
    words = block.span.of(text)
    if rule := find_credit(words):
        is_caption = count_words(words) > _CREDIT_WORDS and is_image(words)
        yield replace(block, kind="caption" if is_caption else "credit", rule=rule)
        return
    found = find_credit_at_end(words)
    if found is None:
        yield block
        return
    rule, credit = found
    start, end = block.span
    # What is left of the block may end in another credit: "... he said. (ANI) (Photo: Twitter)".
    yield from _split_credits(replace(block, span=Span(start, start + len(words[: credit.start].rstrip()))), text)
    yield replace(block, kind="credit", span=Span(start + credit.start, end), rule=rule)


def label_captions(document: Document) -> Document:
    """Label the lines that name their photographer at the end, in brackets or behind "Image:"."""
    blocks = []
    for block in document.blocks:
        rule = find_caption(block.span.of(document.text)) if block.kind == "paragraph" else None
        blocks.append(replace(block, kind="caption", rule=rule) if rule else block)
    return replace(document, blocks=tuple(blocks))


PARTIES: Rule[Cleaner] = Rule(
    "parties of a judgment",
    label_parties,
    yes=(page("No. 19-88", "|QUAY AIR CO., PETITIONER\nv.\nANN LEE|", *PROSE),),
    no=(
        page("The court sat on Monday at noon.", "v.", "The pilot came at one with her lawyer."),
        page(*ARTICLE, "Westport v. Holm: five goals"),
    ),
)
ADDRESSES: Rule[Cleaner] = Rule(
    "address over or under the text",
    label_addresses,
    yes=(
        page(HEADLINE, "|https://www.echo.example/2021/harbour|", *PROSE),
        page(*ARTICLE, "|Source: www.echo.example|"),
    ),
    no=(page(*ARTICLE, "www.echo.example/2021", *PROSE), page(HEADLINE, "See www.echo.example for more", LEAD)),
    reason="Between paragraphs an address may be what they speak of.",
)
DAYS: Rule[Cleaner] = Rule(
    "day of publication",
    label_datelines,
    yes=(page(HEADLINE, "|Published: March 3, 2021|", *PROSE), page(HEADLINE, "|3 March 2021, 14:05|", *PROSE)),
    no=(page(*ARTICLE, "On March 3, 2021 the pier burned down."), page("- March 3, 2021", THANKS), "Spring 2021"),
)
_NAMED_DAY = "Edda Moss, Westport Daily, March 3, 2021"
OPENING_DAYS: Rule[Cleaner] = Rule(
    "day among names over the article",
    label_opening_dates,
    yes=(page(HEADLINE, f"|{_NAMED_DAY}|", *PROSE),),
    no=(page(_NAMED_DAY, *PROSE), page(*ARTICLE, _NAMED_DAY)),
    reason="Only between title and article such a line is that of the article.",
)
CREDITS: Rule[Cleaner] = Rule(
    "credits",
    label_credits,
    yes=(page(*ARTICLE, f"{LEAD} |(ANI/Xinhua)|"), page(*ARTICLE, "|Photo by Ann Lee/Getty Images|")),
    no=(page(*ARTICLE, "He joined the European Union (EU)."), page(*ARTICLE, "The photo shows a boat in the harbour.")),
)
CAPTIONS: Rule[Cleaner] = Rule(
    "captions",
    label_captions,
    yes=(page(*ARTICLE, "|The harbour at night. Image: Ann Lee.|"),),
    no=(page(*ARTICLE, "He sells images: of boats."),),
)
