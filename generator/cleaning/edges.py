"""What stands around a text. Before it: what is between title and article, the byline and the standfirst. Behind it:
end marks of agencies; notices, contacts and lines of the wire of a press release. And the subheadings in between.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.cleaning.body import Body, find_body
from generator.cleaning.chrome import count_words, ends_sentence, is_headline, is_open, is_sentence, labelled
from generator.cleaning.examples import ARTICLE, HEADLINE, LEAD, PROSE, STORY, Cleaner, page
from generator.formats import is_spoken
from generator.language.wording import (
    find_byline,
    find_end,
    find_end_line,
    find_lead,
    find_signature,
    is_forward,
    is_release_line,
    is_tail,
    list_agencies,
    list_wires,
)
from generator.model import Block, Document, Span
from generator.text.rules import Rule

_MOST_WORDS = 16
_SIGNED = re.compile(r"[\"“„«‘'][^\n\"”»]{15,400}[\"”»’'] ?(?:--?|–|—) ?[A-Z][^\n\"”»]{3,80}")
"""A line that is a quotation with the name of its speaker behind a dash."""


def label_headings(document: Document) -> Document:
    """Label the headline-like lines that are followed by prose."""
    blocks = list(document.blocks)
    for n, block in enumerate(() if is_spoken(document.path) else blocks):
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


END = "end mark of the agency"
_LAST = 6
"""Blocks from the end among which a line can be an end mark."""
_HEAD = 500
"""Characters from the beginning in which an agency is named."""


def label_endings(document: Document) -> Document:
    """Leave out end marks, and split them off where they stick to the last sentence of a paragraph."""
    blocks, text = document.blocks, document.text
    last = len(blocks) - _LAST
    is_wire = _is_wire(document)
    parts: list[Block] = []
    for n, block in enumerate(blocks):
        parts += _label(block, text, is_last=n >= last and n > 0, is_wire=is_wire)
    return replace(document, blocks=tuple(parts))


def _is_wire(document: Document) -> bool:
    """Whether the text says that an agency wrote it: at its head, or in a credit."""
    if any(block.kind == "credit" for block in document.blocks):
        return True
    leads = (find_lead(document.text, block.span.start) for block in document.blocks[:6] if block.kind == "paragraph")
    return any(lead is not None and lead.agency is not None for lead in leads)


def _label(block: Block, text: str, *, is_last: bool, is_wire: bool) -> Iterator[Block]:
    words = block.span.of(text)
    if not is_open(block):
        is_named = is_last and is_wire and block.kind == "credit"
        yield labelled(block, END) if is_named and is_tail(words, text[:_HEAD]) else block
        return
    if is_last and (rule := find_end_line(words, is_wire=is_wire)):
        ended = replace(block, kind="credit") if words in list_agencies() else labelled(block, END)
        yield replace(ended, rule=rule)
    elif mark := find_end(words):
        start, end = block.span
        yield replace(block, span=Span(start, start + len(words[: mark.start].rstrip())))
        yield labelled(replace(block, span=Span(start + mark.start, end)), END)
    else:
        yield block


LEGAL = "legal notice"
CONTACT = "contact of a press release"
TAIL = "tail of a press release"
_LATE = 0.4
"""The contacts begin in this part of the blocks, at the earliest."""
_CONTACT_WORDS = 40
"""A line that says whom to ask and how is no longer."""
_FEWEST_SIGNS = 2
"""Signs of a notice in a text that nothing else shows to be a press release."""
_SENT, _LAST_LINES = 4, 6
"""Blocks from the start and the end where a line of the wire may stand."""


def cut_release(document: Document) -> Document:
    """Leave out the legal notices, the contacts and the lines of the wire around a press release."""
    blocks, text = list(document.blocks), document.text
    first = next((n for n, block in enumerate(blocks) if is_open(block) and is_sentence(block.span.of(text))), 0)
    signs = 1 if _is_release(document) else _FEWEST_SIGNS
    for n, block in enumerate(blocks):
        words = block.span.of(text)
        if not (is_open(block) or block.kind == "heading"):
            continue
        if _may_be_of_wire(n, words, len(blocks)) and is_release_line("line of the wire", words):
            blocks[n] = labelled(block, TAIL)
        elif n > first and _is_notice(words, signs):
            blocks[n] = labelled(block, LEGAL)
        elif n > first and is_release_line("heading of a legal notice", words) and is_headline(words):
            _cut_notice(blocks, n, text, signs)
    _cut_contacts(blocks, int(len(blocks) * _LATE), text)
    return replace(document, blocks=tuple(blocks))


def _may_be_of_wire(n: int, words: str, size: int) -> bool:
    """Whether a line of the wire may stand at this place; as the first line only in capitals."""
    is_at_edge = n < _SENT or n >= size - _LAST_LINES
    return is_at_edge and (n > 0 or words.isupper())


def _is_release(document: Document) -> bool:
    """Whether a press wire sent the text out: at its head, or in its last lines."""
    blocks, text = document.blocks, document.text
    leads = (find_lead(text, block.span.start) for block in blocks[:_LAST_LINES] if is_open(block))
    agencies = {lead.agency.of(text) for lead in leads if lead and lead.agency}
    ends = [*blocks[:_SENT], *blocks[-_LAST_LINES:]]
    return not agencies.isdisjoint(list_wires()) or any(
        is_release_line("line of the wire", block.span.of(text)) for block in ends
    )


def _is_notice(words: str, signs: int) -> bool:
    """Whether a paragraph warns of forward-looking statements, as lawyers do."""
    return is_sentence(words) and is_forward(words, signs)


def _cut_notice(blocks: list[Block], start: int, text: str, signs: int) -> None:
    """Leave out a heading over a notice, and all paragraphs up to the next line that is none."""
    if start + 1 == len(blocks) or not _is_notice(blocks[start + 1].span.of(text), signs):
        return
    blocks[start] = labelled(blocks[start], LEGAL)
    for n in range(start + 1, len(blocks)):
        if not is_open(blocks[n]) or not is_sentence(blocks[n].span.of(text)):
            return
        blocks[n] = labelled(blocks[n], LEGAL)


def _cut_contacts(blocks: list[Block], late: int, text: str) -> None:
    """Leave out who can be asked: lines under a heading, of which one can be reached, or one line that says all."""
    for n in range(max(late, 1), len(blocks)):
        words = blocks[n].span.of(text)
        if not is_open(blocks[n]):
            continue
        is_whole = count_words(words) <= _CONTACT_WORDS and _can_be_reached(words)
        if is_whole and is_release_line("line of a contact", words):
            blocks[n] = labelled(blocks[n], CONTACT)
        elif is_release_line("heading of a contact", words):
            end = _find_end(blocks, n + 1, text)
            if any(_can_be_reached(block.span.of(text)) for block in blocks[n:end]):
                for m in range(n, end):
                    blocks[m] = labelled(blocks[m], CONTACT) if is_open(blocks[m]) else blocks[m]


def _find_end(blocks: Sequence[Block], start: int, text: str) -> int:
    """Where the lines of a contact end: before a paragraph of prose, unless it can be reached."""
    for n in range(start, len(blocks)):
        words = blocks[n].span.of(text)
        is_prose = is_open(blocks[n]) and is_sentence(words)
        if blocks[n].kind == "heading" or (is_prose and not _can_be_reached(words)):
            return n
    return len(blocks)


def _can_be_reached(words: str) -> bool:
    """Whether words hold an address of mail or of a page, or a number to call."""
    return is_release_line("address or number", words)


ENDINGS: Rule[Cleaner] = Rule(
    "end marks of agencies",
    label_endings,
    yes=(page(*ARTICLE, "The pilots said so. |PTI KLM RST|"), page(*ARTICLE, "|Enditem|"), page(*ARTICLE, "|- 30 -|")),
    no=(page("Enditem", *ARTICLE), page(*ARTICLE, "The END was near, he said."), page(*ARTICLE, "abc/de/fg")),
    reason="Initials in small letters count only where the text says that an agency wrote it.",
)
RELEASES: Rule[Cleaner] = Rule(
    "tail of a press release",
    cut_release,
    yes=(
        page(
            *(HEADLINE, "HOLM, Feb. 14, 2022 /PRNewswire/ -- Quay Systems said today that it sold more cranes.", STORY),
            *("|Media Contact:|", "|Bo Ek|", "|+44 20 5555 0100|", "|SOURCE Quay Systems, Inc.|"),
        ),
        page(*ARTICLE, f"|For more information{' call Bo Ek' * 11} +44 20 5555 0100|"),
        page(
            *(*ARTICLE, "|Legal Notice|"),
            "|These are forward-looking statements under Section 27A; actual results may differ.|",
        ),
    ),
    no=(
        page(*ARTICLE, "Forward-looking statements hold risks and uncertainties, the judge said."),
        page(*ARTICLE, f"For more information{' call Bo Ek' * 11} on +44 20 5555 0100"),
        page(*ARTICLE, "Contact", "The last contact with the ship was at noon, the pilot said."),
    ),
)
