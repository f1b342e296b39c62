"""English: the model's reading, with what rules know better.

The model sees names; rules settle what an acronym stands for, and that a country in "Secretary for Russia and Ukraine"
belongs to the office.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from generator.language.by_rules.acronyms import find_definitions
from generator.language.by_rules.lexicon import split_tokens
from generator.language.by_rules.names import find_names as find_names_by_rules
from generator.language.by_rules.statements import find_title_before
from generator.language.en.model import read_text
from generator.language.en.names.bodies import add_bodies
from generator.language.en.names.edges import join_hyphens, join_surnames, mend_names
from generator.language.en.names.listed import add_listed_bodies
from generator.language.en.names.refusals import drop_titles, is_no_name, is_stray
from generator.language.en.names.towns import settle_datelines, settle_storms
from generator.language.en.names.types import settle_types
from generator.language.name import Name, find_overlapping
from generator.model import Span
from generator.text.wordlists import load_set

SMALL = 0.2
"""The share of names in small letters from which a text is held to write names so."""
TITLED = re.compile(r"[a-z,] The $")
"""An article in capitals inside a sentence."""
HYPHENS = ("-", "\u2010", "\u2011")


def find_english_names(text: str, spans: Sequence[Span]) -> tuple[Name, ...]:
    """The model's names; a defined long form is one name, and an office keeps its countries to itself."""
    found = settle_datelines(text, spans, read_text(text, spans).names)
    found = join_surnames(text, join_hyphens(text, found))
    found = add_bodies(text, spans, add_listed_bodies(text, spans, found))
    defined = [name for span in spans for name in find_defined(text, span)]
    defined += find_pairs(text, spans, found)
    found = tuple(settle_medium(text, name) for name in merge(found, defined))
    offices = find_offices(text, spans, found)
    kept = tuple(name for name in found if not any(office.overlaps(name.span) for office in offices))
    named = (name for name in drop_small(text, kept) if name.span.of(text) not in load_set("no_bearers.txt"))
    mended = tuple(mend_names(text, [name for name in named if not is_no_name(text, name)]))
    placed = drop_stray(text, spans, mended)
    return tuple(drop_titles(text, settle_storms(text, spans, settle_types(text, placed))))


def drop_stray(text: str, spans: Sequence[Span], names: Sequence[Name]) -> tuple[Name, ...]:
    """The names without what only stands in its block like one."""
    starts = [span.start for span in spans]
    blocks = (spans[max(0, bisect_right(starts, name.span.start) - 1)] for name in names)
    return tuple(name for name, block in zip(names, blocks, strict=True) if not is_stray(text, name, block))


def drop_small(text: str, names: Sequence[Name]) -> Sequence[Name]:
    """The names without those in small letters, unless that is how the text writes names."""
    large = [name for name in names if not name.span.of(text).islower()]
    return large if len(names) - len(large) < SMALL * len(names) else names


def settle_medium(text: str, name: Name) -> Name:
    """A listed news agency or medium is an organization, whatever it is called after: Sputnik, Le Figaro.

    "The" in capitals inside a sentence is part of a title: "told The Atlantic".
    """
    words = name.span.of(text)
    titled = TITLED.search(text, max(0, name.span.start - len("d The ")), name.span.start)
    media = load_set("media_outlets.txt")
    listed = words in load_set("wires_agencies.txt") or words in media or (titled and f"The {words}" in media)
    return name._replace(type="Organization") if listed else name


def find_defined(text: str, span: Span) -> list[Name]:
    """Long forms with their acronyms inside, which no list of capitalized runs shows as one name."""
    tokens = split_tokens(text, span.start, span.end)
    names = []
    for start, end, acronym in find_definitions(text, tokens):
        whole = Span(tokens[start].start, tokens[end - 1].end)
        names.append(Name(whole, "Organization"))
        if acronym >= end:
            names.append(Name(Span(tokens[acronym].start, tokens[acronym].end), "Organization"))
    return names


def find_pairs(text: str, spans: Sequence[Span], found: Sequence[Name]) -> list[Name]:
    """Bodies called after two parties, "Russia-NATO Council", where the model sees the parties alone."""
    paired = [one.span.end for one, other in pairwise(found) if text[one.span.end : other.span.start] in HYPHENS]
    starts = [span.start for span in spans]
    blocks = [spans[at] for at in sorted({bisect_right(starts, end) - 1 for end in paired}) if at >= 0]
    return [
        name
        for name in find_names_by_rules(text, blocks, "en")
        if name.type == "Organization"
        and sum(name.span.holds(other.span) for other in find_overlapping(found, name.span)) > 1
    ]


def merge(found: Sequence[Name], defined: Sequence[Name]) -> tuple[Name, ...]:
    """The names in order; a defined one replaces what overlaps it, with the type of the longest name it replaces."""
    kept = list(found)
    for name in defined:
        inside = [other for other in kept if other.span.overlaps(name.span)]
        longest = max(inside, key=lambda other: other.span.end - other.span.start, default=name)
        if longest.type == "Person":
            continue
        kept = [other for other in kept if other not in inside] + [name._replace(type=longest.type)]
    return tuple(sorted(kept))


def find_offices(text: str, spans: Sequence[Span], names: Sequence[Name]) -> list[Span]:
    """What follows "for" in the titles of people: "Russia, Ukraine and Eurasia" in "Secretary for ..."."""
    starts = [span.start for span in spans]
    offices = []
    for name in names:
        at = bisect_right(starts, name.span.start) - 1
        if name.type != "Person" or at < 0:
            continue
        title = find_title_before(text, starts[at], name.span)
        cut = text.find(" for ", title.start, title.end) if title else -1
        if title and cut >= 0:
            offices.append(Span(cut, title.end))
    return offices
