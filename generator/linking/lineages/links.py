"""When two briefs are of one origin by their wording: versions of one text, or a large part of one in the other."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal, NamedTuple

from generator.linking.lineages.wording import (
    UNKNOWN,
    Numbers,
    Overlap,
    Wording,
    find_background,
    find_pairs,
    lay_out,
    measure_overlap,
    read_wording,
)
from generator.model import Analysis, Authors, Document, Field, Metadata, Quotation, Span
from generator.text.rules import Chain, Rule

SAME_SHARE = 0.8
"""Of either body, background and all, from which on two are one text whenever they were published."""
VERSION_SHARE, VERSION_WHOLE, VERSION_WORDS, VERSION_DAYS = 0.5, 0.3, 25, 3
"""Of a version: the share of the shorter body that stands in the longer one, of the longer one, words, days between."""
WORDING_SHARE, WORDING_WORDS, WORDING_SENTENCES, WORDING_DAYS = 0.25, 40, 3, 7
"""Of shared wording: the share of the shorter body, words, sentences most of whose words are shared, days between."""
DENSE_SHARE = 0.4
"""Of two sentences, and where one states no date: what recurs month after month cannot be told there."""
OPENING = frozenset({0, 1})
"""The sentences that tell the news; what recurs behind them may be background."""
_MISSING = Field(None, "missing")
_UNKNOWN = Metadata(_MISSING, _MISSING, _MISSING, Authors((), "missing"), _MISSING)


class Pair(NamedTuple):
    """What two bodies have of each other."""

    shorter: Overlap
    longer: Overlap
    whole: float
    """The lesser share of the two, with the background."""
    days: int | None
    """Between them; None where one states none."""

    def is_near(self, days: int) -> bool:
        """Whether they were published within so many days; else whether the opening of the shorter one is shared."""
        if self.days is not None:
            return self.days <= days
        return not OPENING.isdisjoint(self.shorter.sentences)


Holds = Callable[[Pair], bool]


def _is_same(pair: Pair) -> bool:
    return pair.whole >= SAME_SHARE and pair.shorter.words >= VERSION_WORDS


def _is_version(pair: Pair) -> bool:
    is_large = pair.shorter.share >= VERSION_SHARE and pair.longer.share >= VERSION_WHOLE
    return is_large and pair.shorter.words >= VERSION_WORDS and pair.is_near(VERSION_DAYS)


def _shares_wording(pair: Pair) -> bool:
    is_wide = pair.days is not None and len(pair.shorter.sentences) >= WORDING_SENTENCES
    least = WORDING_SHARE if is_wide else DENSE_SHARE
    is_long = pair.shorter.words >= WORDING_WORDS and len(pair.shorter.sentences) > 1
    return is_long and pair.shorter.share >= least and pair.is_near(WORDING_DAYS)


def _read_line(number: int, line: str) -> Analysis:
    sentences = tuple(Span(*match.span()) for match in re.finditer(r"\S[^.]*\.”?", line))
    quoted = tuple(Quotation(Span(*match.span(1)), "direct") for match in re.finditer("“([^”]*)”", line))
    document = Document(f"{number}.txt", str(number), str(number), line, ())
    return Analysis(document, "en", _UNKNOWN, sentences=sentences, quotations=quoted)


def _try_rule(rule: Rule[Holds], text: str) -> Iterator[Span]:
    """The lines of a text that a line before them is linked to."""
    lines = text.split("\n")
    links, _ = find_links([_read_line(number, line) for number, line in enumerate(lines)], [rule])
    for number in sorted({link.second for link in links}):
        start = sum(len(line) + 1 for line in lines[:number])
        yield Span(start, start + len(lines[number]))


_STORM = (
    "The storm reached Holm on Monday and broke the roofs of forty houses near the old harbour of the town. "
    "Nobody was hurt, the fire service told the council in the evening. "
    "The ferry to the islands will not sail before Thursday because the pier has to be mended first."
)
_OTHER = (
    "Ships lay at anchor all night. Families slept in the hall of the school while wind tore at the trees outside it. "
    "Engineers are to look at the bridge. Prices of timber have already risen in the whole of the county since then. "
    "Schools stay closed."
)
_SPEECH = (
    "“We will build the roofs of forty houses near the old harbour of the town again and we will do it before the "
    "winter comes to the islands and to all of us here.”"
)

LINKS: Chain[Holds] = Chain(
    "wording of one origin",
    (
        Rule(
            "one text",
            _is_same,
            yes=(f"{_STORM} {_OTHER}\n|{_STORM.replace('forty', 'fifty')} {_OTHER}|",),
            no=(f"{_STORM} {_OTHER}\n{_STORM}", "It fell.\nIt fell."),
            reason="A column that papers print week after week is one text, though all of it recurs.",
        ),
        Rule(
            "version",
            _is_version,
            yes=(
                f"{_STORM}\n|{_STORM} It was the third storm this year.|",
                f"{_STORM}\n|{_STORM.replace('forty houses', 'fifty-two houses').replace('Nobody', 'One man')}|",
            ),
            no=(
                f"{_STORM}\n{_OTHER}",
                f"The mayor spoke first. {_SPEECH}\nHer words were clear. {_SPEECH}",
                "The harbour of Holm is open again.\nThe harbour of Holm is open again, they say.",
            ),
            reason="An update or a correction keeps most of the words; a short text in a long one is no version of it.",
        ),
        Rule(
            "wording",
            _shares_wording,
            yes=(f"{_STORM}\n|{_STORM} {_OTHER} {_OTHER.upper()} {_OTHER}|",),
            no=(f"{_STORM} {_OTHER}\n{_STORM.split('.', 1)[0]}. {_SPEECH}", f"{_STORM}\n{_OTHER}"),
            reason="One sentence that recurs may be a paper's own background or the end of every release.",
        ),
    ),
    _try_rule,
)
"""By the first rule that holds."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two briefs of one origin, by their indexes, the lower one first."""

    kind: Literal["version", "wording"]
    first: int
    second: int
    words: int
    """Of the shorter one that stand in the other."""
    sentences: tuple[tuple[int, ...], tuple[int, ...]]
    """Of either the sentences that are shared, the longest first."""


Judge = Callable[[tuple[int, int]], Link | None]
"""What two briefs have to do with each other, by their indexes, the lower one first."""


def find_links(analyses: Sequence[Analysis], rules: Sequence[Rule[Holds]] | None = None) -> tuple[list[Link], Judge]:
    """All pairs that share wording enough, those of most shared words first; and what judges a pair more.

    Each brief is compared with few others (`wording.REACH`): of many versions of one text not all pairs are found.
    """
    wordings = [read_wording(analysis) for analysis in analyses]
    field = lay_out(wordings)
    background = find_background(field, wordings)
    judge = partial(_link, wordings, background, tuple(LINKS if rules is None else rules))
    found = map(judge, find_pairs(field, len(wordings)))
    return sorted(filter(None, found), key=lambda link: (-link.words, link.first, link.second)), judge


def _link(
    wordings: Sequence[Wording], background: Numbers, rules: Sequence[Rule[Holds]], at: tuple[int, int]
) -> Link | None:
    one, other = sorted(at, key=lambda index: (wordings[index].size, index))
    pair = _compare(wordings[one], wordings[other], background)
    rule = next((rule for rule in rules if rule.find(pair)), None)
    if rule is None:
        return None
    kind: Literal["version", "wording"] = "wording" if rule.name == "wording" else "version"
    sentences = {one: pair.shorter.sentences, other: pair.longer.sentences}
    return Link(kind, *at, pair.shorter.words, (sentences[at[0]], sentences[at[1]]))


def _compare(shorter: Wording, longer: Wording, background: Numbers) -> Pair:
    nothing = background[:0]
    whole = min(measure_overlap(*both, nothing).share for both in ((shorter, longer), (longer, shorter)))
    is_dated = UNKNOWN not in (shorter.day, longer.day)
    return Pair(
        measure_overlap(shorter, longer, background),
        measure_overlap(longer, shorter, background),
        whole,
        abs(shorter.day - longer.day) if is_dated else None,
    )
