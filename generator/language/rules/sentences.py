"""Where a block divides into sentences. A full stop after an abbreviation, in a number or inside a word ends none."""

import re

from generator.model import Span
from generator.text.wordlists import load_pairs, load_set

CLOSING = r"[\"'\u2019\u201d\u00bb)\]\u203a\u300d\u300f\uff09]{0,4}"
"""Quotation marks and brackets that close after an end mark."""
END = re.compile(
    rf"(?P<stop>[.!?\u2026\u203d]{{1,8}})(?P<close>{CLOSING})(?P<note>(?: ?\[\d{{1,3}}\]){{0,4}})(?=\s|$)"
    rf"|(?P<full>[\u3002\uff01\uff1f\uff0e\u0964\u0965\u061f\u06d4\u1362\u104b]){CLOSING}"
)
"""An end mark with the quotation marks and brackets that close after it: before white space, or any end mark of
Chinese, Japanese, Devanagari, Arabic, Ethiopic or Burmese, which need no white space."""
WORD_BEFORE = re.compile(r"[^\s()\[\]\"\u201c\u2018/\u2014]{1,30}$")
"""The word that carries the full stop."""
NEXT_WORD = re.compile(r"[\s\"'\u201c\u2018(\[\u00ab\u2022*-]{0,12}([^\W_]+(?:['\u2019-][^\W_]+)*)")
INITIAL = re.compile(r"(?:[^\W\d_a-z]\.-?){1,2}$")
"""J. or J.-P."""
DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}$")
"""U.S., a.m., N.A.T.O."""
ENUMERATION = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\.$")
WINDOW = 32
"""Characters looked at before an end mark."""


def split_block(text: str, block: Span) -> list[Span]:
    """The sentences of one block, trimmed of white space; none for white space alone."""
    sentences: list[Span] = []
    start = block.start
    for match in END.finditer(text, block.start, block.end):
        if match["full"] is None and not ends_sentence(text, match, start, block.end):
            continue
        append_trimmed(sentences, text, start, match.end())
        start = match.end()
    append_trimmed(sentences, text, start, block.end)
    return sentences


def append_trimmed(sentences: list[Span], text: str, start: int, end: int) -> None:
    """Append the span without white space at its ends; marks alone go to the sentence before."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return
    if sentences and end - start < 8 and not any(c.isalnum() for c in text[start:end]):
        sentences[-1] = Span(sentences[-1].start, end)
    else:
        sentences.append(Span(start, end))


def ends_sentence(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether this end mark ends the sentence that began at `start`, within a block that ends at `end`."""
    following = NEXT_WORD.match(text, match.end(), min(end, match.end() + 80))
    next_word = following[1] if following else ""
    if match["stop"] != ".":
        return not continues(match["stop"], match["close"], next_word)
    if match["close"] or match["note"]:
        return not next_word[:1].islower()
    before = WORD_BEFORE.search(text, max(start, match.start() - WINDOW), match.start())
    if before is None:
        return True
    opening = text[start : before.start()] if before.start() - start <= 4 else "-"
    return ends_after(before[0] + ".", next_word, is_start=not opening.strip())


def continues(stop: str, close: str, next_word: str) -> bool:
    """Whether a sentence goes on after "...", or after a question or exclamation inside quotation marks."""
    if next_word[:1].islower():
        return True
    return stop[0] == "\u2026" and not close and not next_word


def ends_after(word: str, next_word: str, *, is_start: bool) -> bool:
    """Whether a full stop ends the sentence after `word`, which includes it, with `next_word` following."""
    if next_word[:1].islower():
        return False
    if is_start and ENUMERATION.fullmatch(word):
        return False
    kinds = load_pairs("abbreviations.txt")
    kind = kinds.get(word) or (kinds.get(word.capitalize()) if word.isupper() and next_word.isupper() else None)
    if kind == "+":
        return not next_word
    if kind == "#":
        return not next_word[:1].isdigit()
    if kind == "=" or DOTTED.fullmatch(word):
        return begins_sentence(next_word)
    if INITIAL.fullmatch(word):
        return begins_sentence(next_word) and word != "I."
    return True


def begins_sentence(word: str) -> bool:
    """Whether a capitalized word after an abbreviation more likely begins a sentence than goes on with a name."""
    return not word or word.lower() in load_set("sentence_openers.txt")
