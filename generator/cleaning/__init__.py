"""Say of each block what it is. Cleaning relabels and splits blocks; it never deletes or changes a character."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from generator.cleaning.authors import COMPANIES, LIVES, REPEATS
from generator.cleaning.body import EDGES, LINKS, LISTS, RUNS
from generator.cleaning.chrome import CHROME
from generator.cleaning.corrections import CORRECTIONS_APART, tell_corrections
from generator.cleaning.edges import BYLINES, ENDINGS, HEADINGS, RELEASES, STANDFIRSTS
from generator.cleaning.examples import Cleaner, as_document
from generator.cleaning.lines import ADDRESSES, CAPTIONS, CREDITS, DAYS, OPENING_DAYS, PARTIES
from generator.cleaning.official import OFFICIAL_APART, tell_embargo
from generator.cleaning.overrides import cut_lines, read_overrides, report_unmatched, restore_kept
from generator.cleaning.repetition import REPEATED, find_repeated, fold, label_repeated
from generator.cleaning.stories import COMMENTS_BELOW, DATED_HEADLINES, OTHER_STORIES, TAILS
from generator.cleaning.titles import TITLES
from generator.cleaning.turns import CHAT, TURNS
from generator.faults import Faults
from generator.model import Block, Document, Problem, Span
from generator.text.normal import find_misread, to_source, view_document
from generator.text.rules import Chain, Rule

__all__ = ["CLEANERS", "clean", "find_repeated"]


def _try_cleaner(rule: Rule[Cleaner], text: str) -> Iterator[Span]:
    """The blocks of a page to which a rule gives their kind, behind the rules before it."""
    lines = Counter(fold(line) for line in text.split("\n"))
    repeated = frozenset(line for line, times in lines.items() if times > 1) if rule is REPEATED else frozenset[str]()
    document = as_document(text)
    for each in CLEANERS:
        before, document = document, label(each, document, repeated)
        if each is rule:
            known = frozenset(before.blocks)
            yield from (block.span for block in document.blocks if block.rule and block not in known)
            return


CLEANERS: Chain[Cleaner] = Chain(
    "cleaning",
    (
        CHAT,
        PARTIES,
        CORRECTIONS_APART,
        OFFICIAL_APART,
        ADDRESSES,
        DAYS,
        CREDITS,
        ENDINGS,
        CAPTIONS,
        CHROME,
        REPEATED,
        COMMENTS_BELOW,
        BYLINES,
        RELEASES,
        COMPANIES,
        LIVES,
        OTHER_STORIES,
        DATED_HEADLINES,
        LISTS,
        TITLES,
        OPENING_DAYS,
        STANDFIRSTS,
        REPEATS,
        TAILS,
        EDGES,
        RUNS,
        LINKS,
        HEADINGS,
        TURNS,
    ),
    _try_cleaner,
)
"""In this order: each sees the labels of those before it. Lines of the site come before the article is looked for, and
after the lines that say something of it have their labels."""


def clean(document: Document, *, repeated: frozenset[str] = frozenset()) -> Document:
    """The document with its blocks labelled. Cleaning twice changes nothing more.

    `repeated` are its lines that other documents of its site have too (`find_repeated`). What the sidecar keeps or cuts
    wins over every cleaner. Where labels of turns stand apart already, it has been cleaned. A cleaner that raises
    changes nothing, and the next one goes on.
    """
    if any(block.is_label for block in document.blocks):
        return document
    faults = Faults(document.path)
    cleaned = faults.attempt("it was not cleaned", document, clean_by_steps, document, repeated, faults)
    return replace(cleaned, problems=cleaned.problems + faults.found) if faults.found else cleaned


def clean_by_steps(document: Document, repeated: frozenset[str], faults: Faults) -> Document:
    """The document after every cleaner that did not fail."""
    overrides = read_overrides(document)
    document = cut_lines(document, overrides)
    view, normal = view_document(document)
    for rule in CLEANERS:
        lost = f"what surrounds it may stand in it, the step '{rule.name}' being left out"
        view = restore_kept(view, faults.attempt(lost, view, label, rule, view, repeated), overrides)
    blocks = to_source(view.blocks, normal)
    labelled = replace(document, blocks=blocks)
    noted = (*tell_corrections(labelled), *tell_embargo(labelled), *_tell_misread(labelled))
    told = (note for note in noted if note not in labelled.problems)
    return report_unmatched(replace(labelled, problems=(*labelled.problems, *told)), overrides)


def _tell_misread(document: Document) -> Iterator[Problem]:
    """One note on all letters that were decoded wrongly before the text came here."""
    found = find_misread(document.text)
    if found:
        span, meant = found[0]
        count = "a character was" if len(found) == 1 else f"{len(found):,} characters were"
        what = f"{count} decoded wrongly before the text came here (“{span.of(document.text)}” for “{meant}”)"
        yield Problem(document.path, what, "save the source again as UTF-8", severity="note", span=span)


def label(rule: Rule[Cleaner], document: Document, repeated: frozenset[str]) -> Document:
    """The document after one cleaner; each block that has another kind or reason now has the name of the rule."""
    cleaner = partial(label_repeated, repeated=repeated) if rule is REPEATED else rule.find
    after = cleaner(document)
    if after.blocks == document.blocks:
        return document
    return replace(after, blocks=tuple(_name_rules(document.blocks, after.blocks, rule.name)))


def _name_rules(before: Sequence[Block], after: Iterable[Block], name: str) -> Iterator[Block]:
    """The blocks, those that were labelled with the rule that did it; a cleaner may have named a rule of its own."""
    at = 0
    for block in after:
        while before[at].span.end <= block.span.start:
            at += 1
        was = before[at]
        if (block.kind, block.reason, block.is_label) == (was.kind, was.reason, was.is_label):
            yield block
        else:
            own = block.rule if block.rule != was.rule else ""
            yield replace(block, rule=f"{name}: {own}" if own else name)
