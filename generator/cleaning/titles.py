"""Which line before the article is its title.

A title speaks of what the start of the article speaks of, and its author or day follow it closely. Menus, captions,
standfirsts and headlines of other stories have one of both, seldom both. Some lines are no titles,
whatever they have in common with an article (`REFUSALS`).
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.cleaning.body import Body, find_body
from generator.cleaning.chrome import content_words, count_words, is_headline, is_of_page, is_open, is_sentence
from generator.cleaning.examples import HEADLINE, LEAD, PROSE, STORY, THANKS, Cleaner, as_document, page
from generator.cleaning.lines import label_datelines
from generator.cleaning.repetition import REASON as REPEATED
from generator.cleaning.stories import STORIES
from generator.cleaning.turns import find_first_turn
from generator.formats import is_spoken
from generator.language.wording import find_chrome, find_opening_date, find_signature, is_part
from generator.model import Block, Document, Span
from generator.text.rules import Chain, Rule

IN_COMPANY = frozenset({"related links", STORIES, REPEATED})
"""Reasons that lines may have for what stands around them: such a line is still a title if author or day follow it."""
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{3,4})?\b", re.IGNORECASE)
_FEWEST_LETTERS = 12
"""Characters of a title of one word or two."""
_SHORTEST_LINE = 3
"""Words of a title, unless it has letters enough."""
ENDS = "\"'”’»)]"
"""What may stand behind the end mark of a line."""

Refuse = Callable[[Block, str], bool]
"""Whether a block with these words is no title."""


def _is_of_other_kind(block: Block, text: str) -> bool:
    if block.kind == "boilerplate":
        return block.reason not in IN_COMPANY or find_chrome(text) is not None
    return block.kind not in ("paragraph", "quotation", "heading")


def _is_no_headline(block: Block, text: str) -> bool:
    return not is_headline(text) or bool(find_signature(text))


def _is_told(block: Block, text: str) -> bool:
    return is_sentence(text) and not text.rstrip(ENDS).endswith(("?", "!"))


def _is_marked(block: Block, text: str) -> bool:
    return "@" in text or ("»" in text and "«" not in text) or text.count("#") > 1


def _is_byline(block: Block, text: str) -> bool:
    return is_part("beginning of a byline", text)


def _is_entry(block: Block, text: str) -> bool:
    return _CLOCK.match(text) is not None


def _is_odd(block: Block, text: str) -> bool:
    return not (text[:1].isalnum() or text[:1] in tuple("\"“'‘«¿¡$€£#["))


def _is_short(block: Block, text: str) -> bool:
    return count_words(text) < _SHORTEST_LINE and len(text) < _FEWEST_LETTERS


def _try_refusal(rule: Rule[Refuse], text: str) -> Iterator[Span]:
    """The lines that a rule refuses."""
    document = as_document(text)
    return (block.span for block in document.blocks if rule.find(block, block.span.of(text)))


REFUSALS: Chain[Refuse] = Chain(
    "no title",
    (
        Rule("other kind of block", _is_of_other_kind, yes=("- Harbour of Westport",), no=(HEADLINE,)),
        Rule("too long, or signed", _is_no_headline, yes=(LEAD + LEAD, f"{HEADLINE} …says Echo"), no=(HEADLINE,)),
        Rule("sentence that is told", _is_told, yes=(THANKS,), no=(HEADLINE, "Who will pay for it all?")),
        Rule("marks of an address or a path", _is_marked, yes=("Us @port", "Home » Town"), no=(f"« {HEADLINE} »",)),
        Rule("beginning of a byline", _is_byline, yes=("By our own reporter",), no=("Bypass of Westport closed",)),
        Rule("entry of a live report", _is_entry, yes=("12:30 Harbour of Westport",), no=("12 ships of Westport",)),
        Rule("odd first character", _is_odd, yes=("› Harbour of Westport", "(Holm)"), no=("“Harbour” opens",)),
        Rule("one short word or two", _is_short, yes=("Town news",), no=("Harbour opens", "It is on")),
    ),
    _try_refusal,
)
"""Which lines are no titles, whatever they have in common with the article."""


_FEW = 6
"""Up to so many open blocks before the article, the first that looks like a title is one."""
_SHARED, _SHARED_ON_PAGE = 2, 3
"""Words that a title has in common with the start of its article, at least; among menus more of them."""
_ENOUGH, _ENOUGH_SIGNED = 0.4, 0.2
"""A title shares so many of its words with the start of its article; fewer where author or day follow it."""
_SIGNED_WITHIN = 4
"""Author or day follow a title within so many blocks, captions and buttons not counted."""
_WINDOW = 8
_BESIDE = frozenset({"boilerplate", "credit", "caption"})
_OF_SIGNED, _OF_NEAR, _OF_NAMED = 3.0, 1.5, 2.0
"""So many times as much weighs a line before the article that author or day follow; one that stands directly before
it; one that a button or a path through the site names ("Share all options for: ...")."""
_CLOSE, _CLOSE_SIGNED = 15, 30
"""So near the article a day is that of a title, and not of a story in a menu; an author even farther from it."""
_NEAR = 3
_OF_TITLE, _OF_TITLE_APART = 0.2, 0.5
"""A line over the best one is the title if it weighs so much of it; the best one is its standfirst then."""
_SHORTEST = 3
"""Words of a title that is told by what follows it."""
_INTO = 8
"""Blocks at the start of what reads as the article among which its title may stand, if author or day follow."""
_LONGEST_LABEL = 60
"""Characters before a title in the text of a button."""
_LONGEST_CRY = 15
_START = 3000
"""Characters of the article that a title is held against."""
_BEFORE_SITE = (" | ", " - ", " – ", " — ", " :: ")


class Lines(NamedTuple):
    """A text with the lines before its article that may be its title."""

    document: Document
    texts: Sequence[str]
    """The words of the blocks, some of the article's with them."""
    candidates: Sequence[int]
    signed: frozenset[int]
    """Lines that author or day follow."""
    weights: Mapping[int, float]
    is_page: bool

    @property
    def best(self) -> int | None:
        """The heaviest line, if any has a weight."""
        times = Counter(self.texts)
        key = {n: (self.weights[n], n in self.signed, times[self.texts[n]], n) for n in self.candidates}
        best = max(self.candidates, key=key.__getitem__, default=None)
        return best if best is not None and self.weights[best] else None


Choose = Callable[[Lines], int | None]
"""The index of the title."""


def label_title(document: Document) -> Document:
    """Label the title, if the format did not: a headline before the article, never one inside it."""
    body = find_body(document)
    if body.start == body.end or any(block.kind == "title" for block in document.blocks) or is_spoken(document.path):
        return document
    lines = read_lines(document, body)
    for rule in CHOICES:
        n = rule.find(lines)
        if n is not None:
            blocks = list(document.blocks)
            blocks[n] = replace(blocks[n], kind="title", reason=None, rule=rule.name)
            return replace(document, blocks=tuple(blocks))
    return document


def read_lines(document: Document, body: Body) -> Lines:
    """The lines that may be the title, with their weights."""
    blocks = document.blocks
    texts = [block.span.of(document.text) for block in blocks[: body.start + _INTO]]
    ahead = [n for n, block in enumerate(blocks[: body.start]) if is_open(block) or block.kind == "heading"]
    is_page = len(ahead) > _FEW or any(map(is_of_page, blocks[: body.start]))
    signed = frozenset(_find_signed(document, texts, body, is_page=is_page))
    # A question, or a caption above the title, reads as prose: then the article seems to begin before its title.
    is_cry = is_page and _is_cry(texts[body.start])
    others = {body.start, *signed} if is_cry else signed
    said = find_first_turn(document)
    unsaid = (n for n in sorted({*ahead, *others}) if blocks[n].span.start < said)
    candidates = [n for n in unsaid if _may_be_title(blocks[n], texts[n])]
    weights = _weigh_all(document, body, texts, candidates, signed, is_page=is_page)
    return Lines(document, texts, candidates, signed, weights, is_page)


def _may_be_title(block: Block, text: str) -> bool:
    return not any(rule.find(block, text) for rule in REFUSALS)


def _choose_first(lines: Lines) -> int | None:
    """The first line of a plain text, where author or day stand directly under it."""
    blocks = lines.document.blocks
    is_signed = len(blocks) > 1 and blocks[1].kind in ("dateline", "byline")
    return 0 if not lines.is_page and lines.candidates[:1] == [0] and is_signed else None


def _choose_only(lines: Lines) -> int | None:
    """The first of one line or two before the article of a plain text, where none speaks of the article."""
    is_few = not lines.is_page and 0 < len(lines.candidates) <= 2
    return lines.candidates[0] if is_few and lines.best is None else None


def _choose_repeated(lines: Lines) -> int | None:
    return lines.best if lines.best is not None and Counter(lines.texts)[lines.texts[lines.best]] > 1 else None


def _choose_over(lines: Lines) -> int | None:
    over = lines.best if lines.best is None else _climb(lines.best, lines.weights, lines.texts)
    return over if over != lines.best else None


def _choose_heaviest(lines: Lines) -> int | None:
    return lines.best


def _is_cry(text: str) -> bool:
    """Whether a short line ends with a question mark or an exclamation mark."""
    return count_words(text) <= _LONGEST_CRY and text.rstrip(ENDS).endswith(("?", "!"))


def _find_signed(document: Document, texts: Sequence[str], body: Body, *, is_page: bool) -> Iterator[int]:
    """The blocks that author or day follow: before the article on a page, or directly at its start."""
    for n in range(len(texts)):
        sign = _find_sign(document, n)
        is_near = is_page and 0 < body.start - n <= _NEAR
        if sign is None and is_near and _is_under_day(document, texts, n):
            yield n
        if sign is None:
            continue
        is_byline_in_text = n >= body.start and sign == "byline"
        if not (is_page or is_byline_in_text):
            continue
        if body.start - n <= (_CLOSE_SIGNED if sign == "byline" else _CLOSE):
            yield n


def _is_under_day(document: Document, texts: Sequence[str], n: int) -> bool:
    """Whether a day stands directly over the line, and no headline over the day."""
    return n > 0 and _is_day(document, n - 1) and all(count_words(text) < _SHORTEST for text in texts[n - 3 : n - 1])


def _is_day(document: Document, n: int) -> bool:
    """Whether the block is a line above an article that gives its day."""
    block = document.blocks[n]
    is_line = is_open(block) or (block.kind == "boilerplate" and block.reason in IN_COMPANY - {STORIES})
    return block.kind == "dateline" or (is_line and find_opening_date(block.span.of(document.text)) is not None)


def _find_sign(document: Document, n: int) -> str | None:
    """What follows the block closely, as it follows a title: `byline` or `dateline`."""
    window = range(n + 1, min(n + 1 + _WINDOW, len(document.blocks)))
    following = [m for m in window if document.blocks[m].kind not in _BESIDE or _is_day(document, m)][:_SIGNED_WITHIN]
    if any(document.blocks[m].kind == "byline" for m in following):
        return "byline"
    return "dateline" if any(_is_day(document, m) for m in following) else None


def _weigh_all(
    document: Document,
    body: Body,
    texts: Sequence[str],
    candidates: Sequence[int],
    signed: frozenset[int],
    *,
    is_page: bool,
) -> dict[int, float]:
    """The weight of each candidate."""
    least = _SHARED_ON_PAGE if is_page else _SHARED
    weights = {}
    for n in candidates:
        if n in signed:
            is_long = count_words(texts[n]) >= _SHORTEST
            weights[n] = _OF_SIGNED * _weigh(texts[n], document, body, 1, share=_ENOUGH_SIGNED) if is_long else 0.0
        else:
            near = _OF_NEAR if is_page and body.start - n <= _NEAR else 1.0
            weights[n] = near * _weigh(texts[n], document, body, least)
    _weigh_named(weights, texts)
    return weights


def _weigh_named(weights: dict[int, float], texts: Sequence[str]) -> None:
    """Give more weight to lines that another line names ("Share this: ...", "... | Daily"), and none to that."""
    for n in [n for n in weights if weights[n] and count_words(texts[n]) >= _SHORTEST]:
        longer = [m for m, text in enumerate(texts) if _names(text, texts[n])]
        if longer:
            weights[n] *= _OF_NAMED
            weights |= dict.fromkeys((m for m in longer if m in weights), 0.0)


def _names(text: str, line: str) -> bool:
    """Whether a text ends with the line, or begins with it before the name of the site."""
    if not 0 < len(text) - len(line) <= _LONGEST_LABEL:
        return False
    return text.endswith(line) or (text.startswith(line) and text[len(line) :].startswith(_BEFORE_SITE))


def _weigh(text: str, document: Document, body: Body, least: int, *, share: float = _ENOUGH) -> float:
    """How far `text` and the start of the article have the same words; 0 where they do not have enough of them."""
    words = content_words(text)
    start = document.blocks[body.start].span.start
    # A candidate inside these opening paragraphs does not speak for itself.
    common = words & content_words(document.text[start : start + _START].replace(text, " "))
    if len(common) < least or len(common) < share * len(words):
        return 0.0
    return len(common) ** 2 / len(words)


def _climb(best: int, weights: Mapping[int, float], texts: Sequence[str]) -> int:
    """From the heaviest line up to the title over it.

    Among the lines of a menu the title is the one that speaks of what the article speaks of; and a standfirst, which
    does so too, stands directly behind its title, or behind one word that names a section.
    """
    while best:
        is_apart = best - 1 not in weights and count_words(texts[best - 1]) == 1
        over = best - 2 if is_apart else best - 1
        is_longer = count_words(texts[best]) > 2 * count_words(texts[over])
        is_apart = is_apart or count_words(texts[over]) <= _SHORTEST
        least = _OF_TITLE_APART if is_apart else _OF_TITLE / 2 if is_longer else _OF_TITLE
        if not weights.get(over) or weights[over] < least * weights[best]:
            break
        best = over
    return best


def _try_choice(rule: Rule[Choose], text: str) -> Iterator[Span]:
    """The line that a rule takes for the title of a small page; its days have their labels."""
    document = label_datelines(as_document(text))
    n = rule.find(read_lines(document, find_body(document)))
    if n is not None:
        yield document.blocks[n].span


_DAY = "Published: March 3, 2021"
_MENU = ("Home", "Town", "Sport", "Weather", "Jobs", "Letters", "Contact")
_CRY = "Why does the harbour of Westport open again on Monday after so long a meeting"
_TOLD = "The council of the town said so on Friday after it had met for hours"
CHOICES: Chain[Choose] = Chain(
    "line that is the title",
    (
        Rule(
            "first line, signed",
            _choose_first,
            yes=(page(f"|{HEADLINE}|", _DAY, *PROSE), page("|Lost cat found in Hull|", _DAY, *PROSE)),
            no=(page(HEADLINE, *PROSE), page(*_MENU, HEADLINE, _DAY, *PROSE)),
        ),
        Rule(
            "only line, of other words",
            _choose_only,
            yes=(page("|Lost cat found in Hull|", *PROSE),),
            no=(page(HEADLINE, *PROSE), page(*_MENU, "Lost cat found in Hull", *PROSE)),
        ),
        Rule(
            "line that stands twice",
            _choose_repeated,
            yes=(page(f"{HEADLINE}", f"|{HEADLINE}|", *PROSE),),
            no=(page(HEADLINE, *PROSE), page(HEADLINE, "Lost cat found in Hull", *PROSE)),
        ),
        Rule(
            "line over its standfirst",
            _choose_over,
            yes=(
                page(
                    "|Harbour of Westport opens|",
                    "Mayor of Westport tells council on Friday that it will open",
                    *PROSE,
                ),
            ),
            no=(page(HEADLINE, *PROSE), page("Lost cat found in Hull", HEADLINE, *PROSE)),
        ),
        Rule(
            "line that speaks of the article",
            _choose_heaviest,
            yes=(
                page("Lost cat found in Hull", f"|{HEADLINE}|", *PROSE),
                page(*_MENU, f"|{HEADLINE}|", *PROSE),
                page(*_MENU, f"|{_CRY}?|", *PROSE),
                page("Harbour of Westport opens", f"|{_TOLD}: Harbour of Westport opens|", *PROSE),
                page(f"|{HEADLINE}|", f"Share this on every page: {HEADLINE}", *PROSE),
            ),
            no=(
                page("Lost cat found in Hull", *PROSE),
                page(*_MENU, "Lost cat found in Hull", *PROSE),
                page(*_MENU, f"{_CRY} there?", *PROSE),
            ),
        ),
    ),
    _try_choice,
)
"""The first of them that finds any. A line weighs what it has in common with the start of the article, more where
author or day follow it, where it stands directly before the article, and where a button or a path names it."""

TITLES: Rule[Cleaner] = Rule(
    "title",
    label_title,
    yes=(
        page(f"|{HEADLINE}|", *PROSE),
        page(f"|« {HEADLINE} »|", *PROSE),
        page("Westport Daily", "Bread", f"|{HEADLINE}|", "By Ann Lee", *PROSE),
    ),
    no=(page(LEAD, HEADLINE, STORY), page("12:30 Harbour of Westport", *PROSE), HEADLINE),
)
