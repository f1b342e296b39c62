"""Say of each block what it is. Cleaning relabels and splits blocks; it never deletes or changes a character."""

from collections.abc import Callable, Sequence

from generator.cleaning.chrome import label_chrome
from generator.cleaning.credits import label_credits
from generator.cleaning.datelines import label_datelines
from generator.cleaning.edges import cut_edges, cut_lists, cut_runs
from generator.cleaning.headings import label_captions, label_headings
from generator.cleaning.openings import label_bylines, label_standfirst, label_title
from generator.model import Document

CLEANERS: Sequence[Callable[[Document], Document]] = (
    label_datelines,
    label_credits,
    label_captions,
    label_chrome,
    label_bylines,
    cut_lists,
    label_title,
    label_standfirst,
    cut_edges,
    cut_runs,
    label_headings,
)
"""In this order: each sees the labels of those before it."""


def clean(document: Document) -> Document:
    """The document with its blocks labelled. Cleaning twice changes nothing more."""
    for cleaner in CLEANERS:
        document = cleaner(document)
    return document
