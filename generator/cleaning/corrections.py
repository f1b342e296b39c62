"""Paragraphs in which a medium says that it has corrected an article: set apart, and told as a note of the brief."""

from collections.abc import Iterator
from dataclasses import replace

from generator.cleaning.examples import ARTICLE, Cleaner, page
from generator.language.wording import is_correction
from generator.model import Document, Problem
from generator.text.rules import Rule

CORRECTED = "says that the article was corrected"
"""Why such a paragraph is none of the article."""
_LEAST = 2
"""Paragraphs of an article that has a correction, besides it."""


def set_corrections_apart(document: Document) -> Document:
    """The document with its corrections labelled, where an article is left."""
    body = [n for n, block in enumerate(document.blocks) if block.is_body]
    found = {n for n in body if is_correction(document.blocks[n].span.of(document.text))}
    if not found or len(body) - len(found) < _LEAST:
        return document
    blocks = (
        replace(b, kind="boilerplate", reason=CORRECTED) if n in found else b for n, b in enumerate(document.blocks)
    )
    return replace(document, blocks=tuple(blocks))


def tell_corrections(document: Document) -> Iterator[Problem]:
    """A note on each correction, with its words."""
    for block in document.blocks:
        if block.reason == CORRECTED:
            yield Problem(document.path, "the source says that it was corrected", severity="note", span=block.span)


CORRECTIONS_APART: Rule[Cleaner] = Rule(
    "correction of the article",
    set_corrections_apart,
    yes=(
        page(*ARTICLE, "|This article was amended on 3 May 2021 to correct a name.|"),
        page("|Correction: An earlier version of this story misstated the depth of the harbour.|", *ARTICLE),
    ),
    no=(
        page("This article was amended on 3 May 2021 to correct a name.", "The law was amended too."),
        page(*ARTICLE, "The law was amended on 3 May 2021."),
    ),
)
