"""Say of each block what it is. Cleaning relabels and splits blocks; it never deletes or changes a character."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from generator.cleaning.authors import cut_company, cut_lives, cut_repeats
from generator.cleaning.body import cut_edges, cut_links, cut_lists, cut_runs
from generator.cleaning.chrome import label_chrome
from generator.cleaning.credits import label_credits
from generator.cleaning.datelines import label_addresses, label_datelines, label_opening_dates, label_parties
from generator.cleaning.endings import cut_release, label_endings
from generator.cleaning.openings import label_bylines, label_captions, label_headings, label_standfirst
from generator.cleaning.overrides import cut_lines, read_overrides, report_unmatched, restore_kept
from generator.cleaning.repetition import find_repeated, label_repeated
from generator.cleaning.stories import cut_dated_headlines, cut_stories, cut_tails, label_comments
from generator.cleaning.titles import label_title
from generator.cleaning.turns import label_chat, label_turns
from generator.faults import Faults
from generator.model import Document
from generator.text.normal import to_source, view_document

__all__ = ["CLEANERS", "clean", "find_repeated"]

Cleaner = Callable[[Document], Document]
CLEANERS: Sequence[Cleaner] = (
    label_chat,
    label_parties,
    label_addresses,
    label_datelines,
    label_credits,
    label_endings,
    label_captions,
    label_chrome,
    label_comments,
    label_bylines,
    cut_release,
    cut_company,
    cut_lives,
    cut_stories,
    cut_dated_headlines,
    cut_lists,
    label_title,
    label_opening_dates,
    label_standfirst,
    cut_repeats,
    cut_tails,
    cut_edges,
    cut_runs,
    cut_links,
    label_headings,
    label_turns,
)
"""In this order: each sees the labels of those before it."""


def clean(document: Document, *, repeated: frozenset[str] = frozenset()) -> Document:
    """The document with its blocks labelled. Cleaning twice changes nothing more.

    `repeated` are its lines that other documents of its site have too (`find_repeated`). What the sidecar keeps or cuts
    wins over every cleaner. A cleaner that raises changes nothing, and the next one goes on.
    """
    faults = Faults(document.path)
    cleaned = faults.attempt("it was not cleaned", document, clean_by_steps, document, repeated, faults)
    return replace(cleaned, problems=cleaned.problems + faults.found) if faults.found else cleaned


def clean_by_steps(document: Document, repeated: frozenset[str], faults: Faults) -> Document:
    """The document after every cleaner that did not fail."""
    overrides = read_overrides(document)
    document = cut_lines(document, overrides)
    view, normal = view_document(document)
    for name, cleaner in list_cleaners(repeated):
        lost = f"what surrounds it may stand in it, the step {name} being left out"
        view = restore_kept(view, faults.attempt(lost, view, cleaner, view), overrides)
    blocks = to_source(view.blocks, normal)
    return report_unmatched(replace(document, blocks=blocks), overrides)


def list_cleaners(repeated: frozenset[str]) -> Iterator[tuple[str, Cleaner]]:
    """The cleaners for a document with these repeated lines, each with its name."""
    for cleaner in CLEANERS:
        yield cleaner.__name__, cleaner
        if cleaner is label_chrome:
            # Before the article is looked for, and after the lines that say something of it have their labels.
            yield label_repeated.__name__, partial(label_repeated, repeated=repeated)
