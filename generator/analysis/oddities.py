"""What is odd in the source itself: it stays as it is, and a note says so where it is shown.

A text or sentence that breaks off, a bracket without its partner, a word or phrase that stands twice. Only what no
writer means is noted: "had had", "no, no" and "Bora Bora" are none of it, nor are lists, verses and lines of names.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.language.frames import body_spans
from generator.language.packs import is_english
from generator.language.wording import find_doubled
from generator.model import BODY_KINDS, Block, BlockKind, Document, Problem, Span
from generator.text.quotes import find_passages
from generator.text.wordlists import load_set

_LOOKED_AT: frozenset[BlockKind] = BODY_KINDS | {"title", "heading", "standfirst"}
_PROSE: frozenset[BlockKind] = frozenset({"paragraph", "quotation"})
_MOST = 40
"""Notes on one source, at most."""
_FEWEST_WORDS, _MANY_WORDS = 6, 12
"""Words of a sentence that may break off at a word that asks for another; that may have lost its full stop."""
_PARAGRAPH = 8
"""Words of what counts as a paragraph when others are compared with it."""
_LOWER, _ENDED = 0.6, 0.75
"""The share of words in small letters that prose has; of paragraphs with an end mark that a text of prose has."""
_CLOSED = re.compile(
    r"[.!?…‽:;。！？؟।．](?:[\"'”’»›“‘)\]*\s]|\[[^\[\]\n]{1,40}\]){0,12}(?:\([^()\n]{1,80}\)[.\s]{0,3})?\Z"
)
"""An end mark with what closes behind it: quotation marks, brackets, notes, a remark in brackets."""
_ELLIPSIS = re.compile(r"(?:…|\.\.\.|\. \. \.|\[…\]|\[\.\.\.\])\s*\Z")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_OPEN_END = re.compile(r"(?:[-–—,(]|(?<![\w'’-])(?P<word>[a-z]+))\Z")
"""A comma, a dash, an opening bracket or a word at the very end."""
_ADDRESS = re.compile(r"(?:@|://|www\.|\.[a-z]{2,4}\b)\S{0,2000}\Z")
_ENDS_WITH_LINE = re.compile(
    r"(?:(?:additional )?report(?:ing|ed)|(?:additional )?writing|written|edit(?:ing|ed)|compiled|translat\w+|photo\w*|"
    r"sources?|with|by|contact|follow|read|see|click|share|tags?|copyright|for more|this (?:article|story|report))\b"
    r"|[©*•#]",
    re.IGNORECASE,
)
"""How lines begin that stand below a text and end without a full stop."""
_NO_BRACKET = re.compile(r"[:;=]\S?[()]|\( ?[:;=]|(?:\s|^)(?:\w{1,3}|[ivx]{1,6})[.]?\)")
"""A face, or the bracket behind the number of an item: they need no partner."""
_BRACKET = re.compile(r"[()]")


def find_oddities(document: Document, sentences: Sequence[Span], language: str) -> tuple[Problem, ...]:
    """Notes on what is odd in the text, in order, each with the words that it is about."""
    found = [*find_breaks(document, sentences), *find_brackets(document)]
    if is_english(language):
        found += find_twice(document)
    return tuple(
        Problem(document.path, what, severity="note", span=span) for span, what in sorted(found, key=lambda odd: odd[0])
    )[:_MOST]


Odd = tuple[Span, str]


def find_breaks(document: Document, sentences: Sequence[Span]) -> Iterator[Odd]:
    """Where the text ends in mid-sentence, and where a sentence inside it does."""
    text = document.text
    body = [block for block in document.blocks if block.is_body]
    for block, following in pairwise(body):
        last = _last_sentence(sentences, block)
        if last and _is_broken(text, block, last) and not _goes_on(text, following):
            yield _last_word(text, last), "a sentence breaks off"
    last = _last_sentence(sentences, body[-1]) if body else None
    if last is None:
        return
    if _is_broken(text, body[-1], last):
        yield _last_word(text, last), "the text ends in mid-sentence"
    elif _ELLIPSIS.search(last.of(text)) and _is_prose(text, body[-1], last, _FEWEST_WORDS):
        yield _last_word(text, last), "the text ends with an ellipsis"
    elif _has_no_end(text, body, last):
        yield _last_word(text, last), "the text ends without a full stop"


def _last_sentence(sentences: Sequence[Span], block: Block) -> Span | None:
    at = bisect_right(sentences, block.span.end, key=lambda sentence: sentence.end) - 1
    return sentences[at] if at >= 0 and block.span.holds(sentences[at]) else None


def _is_broken(text: str, block: Block, sentence: Span) -> bool:
    """Whether a sentence of prose ends at a word or sign that asks for more."""
    end = _OPEN_END.search(sentence.of(text)[-20:])
    if end is None or (end["word"] and end["word"] not in load_set("no_last_words.txt")):
        return False
    return _is_prose(text, block, sentence, _FEWEST_WORDS)


def _has_no_end(text: str, body: Sequence[Block], sentence: Span) -> bool:
    """Whether the last sentence of a text of closed paragraphs is long and not closed."""
    if _CLOSED.search(sentence.of(text)[-150:]):
        return False
    others = [block.span.of(text) for block in body[:-1] if block.kind in _PROSE]
    others = [words for words in others if len(words.split()) >= _PARAGRAPH]
    closed = sum(_CLOSED.search(words[-150:]) is not None for words in others)
    return len(others) > 1 and closed >= _ENDED * len(others) and _is_prose(text, body[-1], sentence, _MANY_WORDS)


def _is_prose(text: str, block: Block, sentence: Span, least: int) -> bool:
    """Whether the sentence reads as one: so many words, most in small letters, and no line of something else."""
    words = _WORD.findall(sentence.of(text))
    if block.kind not in _PROSE or len(words) < least or sum(w.islower() for w in words) < _LOWER * len(words):
        return False
    if "\n" in block.span.of(text).strip() and len(words) < _MANY_WORDS:
        return False
    return not (_ENDS_WITH_LINE.match(text, sentence.start) or _ADDRESS.search(sentence.of(text)))


def _goes_on(text: str, following: Block) -> bool:
    """Whether what broke off may go on in the next block: in small letters, as a list or as a quotation."""
    first = next((char for char in following.span.of(text)[:8] if char.isalnum()), "")
    return following.kind != "paragraph" or not first.isupper() or text[following.span.start] in "\"“„«'‘(—–-"


def _last_word(text: str, sentence: Span) -> Span:
    words = sentence.of(text)
    return Span(sentence.start + words.rstrip().rfind(" ") + 1, sentence.end)


def find_brackets(document: Document) -> Iterator[Odd]:
    """The first bracket without a partner of each block; one that opens in a block may close in a later one."""
    text = document.text
    opened: list[int] = []
    strays: list[int] = []
    for block in document.blocks:
        if block.kind not in _LOOKED_AT or block.is_row:
            continue
        for place in (match.start() for match in _BRACKET.finditer(text, *block.span)):
            if text[place] == "(":
                opened.append(place)
            elif opened:
                opened.pop()
            else:
                strays.append(place)
    alone = (place for place in opened + strays if not _is_no_bracket(text, place))
    starts = [block.span.start for block in document.blocks]
    first: dict[int, int] = {}
    for place in sorted(alone):
        first.setdefault(bisect_right(starts, place), place)
    yield from ((Span(place, place + 1), "unbalanced bracket") for place in first.values())


def _is_no_bracket(text: str, place: int) -> bool:
    """Whether a bracket at `place` needs no partner."""
    around = _NO_BRACKET.finditer(text, max(0, place - 8), place + 3)
    return any(match.start() <= place < match.end() for match in around)


def find_twice(document: Document) -> Iterator[Odd]:
    """Words and phrases that stand twice running, and verbs of speech said twice of one speaker."""
    for block in document.blocks:
        if block.kind in _LOOKED_AT and not block.is_row:
            yield from find_doubled(document.text, block.span)


def find_unbalanced(document: Document) -> tuple[Problem, ...]:
    """A note for the first quotation mark without a partner in each paragraph of the body."""
    paragraphs = body_spans(document)
    starts = [paragraph.start for paragraph in paragraphs]
    strays = find_passages(document.text, paragraphs)[1]
    first: dict[int, int] = {}
    for stray in sorted(strays):
        first.setdefault(bisect_right(starts, stray), stray)
    return tuple(
        Problem(document.path, "unbalanced quotation mark", severity="note", span=Span(at, at + 1))
        for at in first.values()
    )
