"""What is said in the turns of a transcript, an interview or a chat, and by whom: the label in front of it names him.

Initials stand for the one person who has them and is named before the first turn. "Q", an office and initials of nobody
are words, not people; what an unnamed asker says is no quotation.
"""

import re
from collections.abc import Iterator, Sequence

from generator.language.packs import Name
from generator.language.wording import TIMED
from generator.model import Block, Document, Mention, Quotation, Span
from generator.text.spans import Spans

RULE = "the label of the turn"
INITIALS = re.compile(r"(?:[A-Z]\.?){2,4}")
"""Letters that may stand for a name."""
ANONYMOUS = re.compile(r"(?:Q|A|QUESTION|ANSWER|INTERVIEWER|REPORTER|SPEAKER \d{1,2})[ \t:\u00a0]*", re.IGNORECASE)
"""Labels of nobody."""
NOTE = re.compile(r" ?[,(:]")
"""Where what is told of a speaker begins behind the name."""
ASIDE = re.compile(r"[(\[][^\n]{0,200}[)\]]\.?")
"""A stage direction: "(Laughter.)"."""
LONGEST = 12
"""Paragraphs that one turn may have."""


def find_turn_quotations(document: Document, mentions: Sequence[Mention]) -> tuple[Quotation, ...]:
    """A quotation for each paragraph of each turn whose speaker is told."""
    labels = [n for n, block in enumerate(document.blocks) if block.is_label]
    if not labels:
        return ()
    known = _short_forms(document.text, mentions, document.blocks[labels[0]].span.start)
    shelf, found = Spans(mentions), list[Quotation]()
    for n, following in zip(labels, [*labels[1:], -1], strict=True):
        words = label_words(document.text, document.blocks[n].span)
        if ANONYMOUS.fullmatch(words.of(document.text)):
            continue
        speaker, span = _speaker(document.text, words, shelf, known)
        for block in _said(document, n, following):
            found.append(Quotation(block.span, "direct", speaker, span, rule=RULE, is_carried=True))
    return tuple(found)


def label_words(text: str, label: Span) -> Span:
    """The label without stamp and colon."""
    stamp = TIMED.match(text, *label)
    start = stamp.end() if stamp else label.start
    return Span(start, max(start, start + len(text[start : label.end].rstrip(" :\t\u00a0"))))


def _speaker(text: str, words: Span, mentions: Spans[Mention], known: dict[str, str]) -> tuple[str | None, Span | None]:
    """Whom a label names, and by which words."""
    for mention in mentions.starting_in(words):
        if mention.type == "Person" or mention.span == words:
            return mention.entity, mention.span
    name = NOTE.split(words.of(text))[0]
    return known.get(name.replace(".", "")) or known.get(name.split()[-1].casefold()), words


def _said(document: Document, label: int, following: int) -> Iterator[Block]:
    """The paragraphs of a turn: its own, and those up to the next label; of the last turn its own only."""
    end = following if following > 0 else label + 2
    for block in document.blocks[label + 1 : min(end, label + 1 + LONGEST)]:
        if not block.is_body:
            return
        if not ASIDE.fullmatch(block.span.of(document.text)):
            yield block


def with_turns(
    document: Document, mentions: Sequence[Mention], quotations: Sequence[Quotation]
) -> tuple[Quotation, ...]:
    """The quotations with those of the turns, which hold what is quoted in them."""
    turns = find_turn_quotations(document, mentions)
    said = Spans(turns)
    kept = [quotation for quotation in quotations if not said.overlapping(quotation.span)]
    return tuple(sorted([*kept, *turns], key=lambda quotation: quotation.span))


def _short_forms(text: str, mentions: Sequence[Mention], before: int) -> dict[str, str]:
    """The people by their last word in lower case, and those named before the first turn by their initials too; nobody
    where two have the same."""
    found: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.type != "Person":
            continue
        words = re.split(r"[\s-]+", mention.span.of(text))
        letters = "".join(word[0] for word in words if word[:1].isupper())
        found.setdefault(words[-1].casefold(), set()).add(mention.entity)
        if len(letters) > 1 and mention.span.start < before:
            found.setdefault(letters, set()).add(mention.entity)
    return {letters: people.pop() for letters, people in found.items() if len(people) == 1}


def leave_out_labels(document: Document, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names without those that are only initials or "Q" in the label of a turn."""
    labels = Spans([block.span for block in document.blocks if block.is_label])
    kept = []
    for name in names:
        inside = bool(labels.overlapping(name.span))
        words = name.span.of(document.text)
        if not (inside and (INITIALS.fullmatch(words) or ANONYMOUS.fullmatch(words))):
            bare = Span(name.span.start, name.span.start + len(words.rstrip(",: ")))
            kept.append(name._replace(span=bare) if inside else name)
    return tuple(kept)
