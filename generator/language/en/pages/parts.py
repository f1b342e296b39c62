"""Lines that part an article from what else a page carries: comments, lists of sources, links, parties of a case."""

import re
from collections.abc import Mapping
from functools import cache

from generator.language.en.pages.lines import Finder, ahead, try_lines, whole
from generator.model import Span
from generator.text.rules import Chain, Rule
from generator.text.wordlists import load_sections

LISTS = ("list of sources", "related links")
"""Reasons to leave out the lists at the end, as the sections of `page_parts.txt` are called."""


@cache
def _headings() -> Mapping[str, str]:
    """What each heading stands over."""
    return {name: reason for reason, names in load_sections("page_parts.txt") if reason in LISTS for name in names}


@cache
def _link_openings() -> tuple[str, ...]:
    return dict(load_sections("page_parts.txt"))["links between paragraphs"]


def find_list(words: str) -> str | None:
    """The reason to leave out the list that a heading stands over: "Sources", "See also:"."""
    return _headings().get(words.strip(" :").lower())


def begins_link(words: str) -> bool:
    """Whether a line begins as links to other stories do that newspapers put between paragraphs."""
    return words.lower().startswith(_link_openings())


PARTS: Chain[Finder] = Chain(
    "parts of a page",
    (
        Rule(
            "heading of a list",
            lambda words: Span(0, len(words)) if find_list(words) else None,
            yes=("|Sources|", "|See also:|", "|EXTERNAL LINKS|"),
            no=("Sources of the river", "He saw it also", "Notes from Holm"),
        ),
        Rule(
            "link between paragraphs",
            lambda words: Span(0, len(words)) if begins_link(words) else None,
            yes=("|Also read: The pier is gone|", "|Watch the storm|", "|Related: ships leave Holm|"),
            no=("He also read the report", "Relatives came", "The watch is lost"),
        ),
        Rule(
            "name over a comment",
            whole(r"[^\n]{1,60} (?:says|wrote|writes|said on [^\n]{4,40}):?"),
            yes=("|reader12 says:|", "|Ann Lee wrote|", "|bo.ek said on 4 May 2021:|"),
            no=("says:", "Ann Lee said", "Ann Lee says that the pier is gone"),
        ),
        Rule(
            "word between parties",
            whole(r"[-–— ]{0,2}(?:v|vs|versus|against)\.?,?[-–— ]{0,2}", re.IGNORECASE),
            yes=("|v.|", "|- v -|", "|Versus|", "|against|"),
            no=("V. Roe", "against all odds", "5"),
        ),
        Rule(
            "beginning of a byline",
            ahead(r"[Bb]y "),
            yes=("|By |Ann Lee", "|by |the harbour"),
            no=("Bye now", "Nearby ships", "BY-LAWS CHANGE"),
        ),
        Rule(
            "question or answer",
            ahead(r"[QA]:"),
            yes=("|Q:| Is the pier gone?", "|A:| It is."),
            no=("Q and A", "A pier", "FAQ: the pier"),
        ),
    ),
    try_lines,
)
"""What is asked of a line, by name."""


def is_part(rule: str, words: str) -> bool:
    """Whether the rule of this name finds something in the words."""
    return PARTS[rule].find(words) is not None
