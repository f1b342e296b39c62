"""Where a block divides into sentences. A full stop after an abbreviation, in a number or inside a word ends none.

Sentences glued to the one before: "on Sunday.Addressing". A name with a full stop inside ("Node.js") is whole.
"""

import re
from functools import cache

from generator.language.by_rules.lexicon import is_calendar
from generator.language.en.pages.leads import find_lead
from generator.language.en.speech.attributions import is_attribution
from generator.model import Span
from generator.text.wordlists import load_pairs, load_sections, load_set

GLUED = (
    r"(?:(?<=[a-z\u00df-\u00ff]{2})|(?<=[a-z]\))|(?<=\b(?:19|20)\d\d))(?P<glue>[.!?][\u201d\u00bb]?)"
    r"(?=[\"\u201c\u00ab]?[A-Z\u00c0-\u00de](?:[a-z\u00df-\u00ff]| ))"
)
"""An end mark between a word in lower case, a bracket or a year and a capital, without white space."""
BEFORE = re.compile(r"(?:^|[\s(\[\"\u201c\u2018\u00ab\u2014\u2013])([^\s\"\u201c\u2018\u00ab(\[\u2014\u2013]{1,40})$")
"""What stands before the mark up to white space or an opening mark."""
WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*[)\]\u2019\u201d%]?|(?:19|20)\d\d")
"""A word or a year, and no part of an address, a number or a file name."""
AFTER = re.compile(r"[\"\u201c\u00ab]?([^\W\d_]+(?:['\u2019-][^\W\d_]+)*)(?=[,;:.!?)\"\u201d\u2019]{0,4}(?:\s|$))")
SUFFIXES = frozenset({"Com", "Net", "Org", "Gov", "Edu", "Io", "Js", "Ai", "Co"})
"""Ends of addresses and names of software that are written with a capital."""
UNENDING = frozenset({"and", "or", "the", "a", "an", "of", "to"})
"""Words with which no sentence ends."""
LEAST = 3
"""Words that a sentence has before one is cut from its end."""
LOOK_BACK = 2000
"""Characters over which straight quotation marks are counted."""


def glued_end(text: str, mark: re.Match[str], start: int, end: int) -> int | None:
    """Where the sentence that began at `start` ends at a mark without white space behind; None where it goes on."""
    before = BEFORE.search(text, max(start, mark.start() - 42), mark.start())
    after = AFTER.match(text, mark.end(), min(end, mark.end() + 42))
    if (
        before is None
        or after is None
        or not WORD.fullmatch(before[1])
        or after[1] in SUFFIXES
        or before[1] in UNENDING
    ):
        return None
    if len(text[max(start, mark.start() - 200) : mark.start()].split()) < LEAST:
        return None
    if before[1][0].isupper() and not (is_calendar(before[1]) or is_opening(after[1])):
        # "Widget.Builder"
        return None
    if text[mark.end()] == '"' and text.count('"', max(start, mark.start() - LOOK_BACK), mark.start()) % 2:
        return mark.end() + 1
    return mark.end()


def is_opening(word: str) -> bool:
    """Whether a capitalized word is one with which a sentence begins, and no name."""
    return word.lower() in load_set("sentence_openers.txt") or word.endswith(("ing", "ed", "ly"))


CLOSING = (
    r"[\"'\u2019\u201d\u00bb)\]\u203a\u300d\u300f\uff09\u201c\u2018\u00ab]{0,4}"
    r"(?:[ \u00a0\u202f][\u00bb\u203a](?=[\s.,;:)]|$))?"
)
"""Quotation marks and brackets that close after an end mark: the German marks close as English ones open, and French
ones stand behind a blank."""
END = re.compile(
    rf"(?P<stop>[.!?\u2026\u203d]{{1,8}})(?P<close>{CLOSING})(?P<note>(?: ?\[\d{{1,3}}\]){{0,4}})(?=\s|$)"
    rf"|(?P<full>[\u3002\uff01\uff1f\uff0e\u0964\u0965\u061f\u06d4\u1362\u104b]){CLOSING}"
    rf"|{GLUED}"
)
"""An end mark with the quotation marks and brackets that close after it: before white space, or any end mark of
Chinese, Japanese, Devanagari, Arabic, Ethiopic or Burmese, which need no white space; or one between a word in lower
case and a capital."""
WORD_BEFORE = re.compile(r"[^\s()\[\]\"\u201c\u2018/\u2014]{1,30}$")
"""The word that carries the full stop."""
NEXT_WORD = re.compile(r"[\s\"'\u201c\u2018(\[\u00ab\u2022*-]{0,12}([^\W_]+(?:['\u2019-][^\W_]+)*)")
INITIAL = re.compile(r"(?:[^\W\d_a-z]\.-?){1,2}$")
"""J. or J.-P."""
DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}$")
"""U.S., a.m., N.A.T.O."""
ENUMERATION = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\.$")
ORDINAL = re.compile(r"\d{1,3}|[IVX]{1,5}")
DASH = re.compile(r"\s{0,2}(?:[\u2013\u2014]|--?)(?=\s|$)")
CLOSES_NEXT = re.compile(r"[ \u00a0\u202f][\u00bb\u203a](?![^\W_])")
"""A French closing mark behind a blank; what it closes goes on behind it."""
QUOTES = frozenset("\"'\u2019\u201d\u00bb\u203a\u201c\u2018\u00ab")
WINDOW = 32
"""Characters looked at before an end mark."""


def split_block(text: str, block: Span, language: str = "en") -> list[Span]:
    """The sentences of one block, trimmed of white space; none for white space alone."""
    sentences: list[Span] = []
    start = block.start
    lead = find_lead(text, start)
    # "MOSCOW, June 21. /TASS/." opens the first sentence.
    body = lead.end if lead and lead.end < block.end else start
    for match in END.finditer(text, body, block.end):
        end = sentence_end(text, match, start, block.end, language)
        if end is not None:
            append_trimmed(sentences, text, start, end)
            start = end
    append_trimmed(sentences, text, start, block.end)
    return sentences


def sentence_end(text: str, match: re.Match[str], start: int, end: int, language: str) -> int | None:
    """Where the sentence that began at `start` ends at this mark; None where it goes on."""
    if match["full"]:
        return match.end() if full_stop_ends(text, match, start, language) else None
    if match["glue"] is None:
        return match.end() if ends_sentence(text, match, start, end, language) else None
    if match["glue"][0] == "." and not stop_ends(text, match, start, end, language):
        return None
    return glued_end(text, match, start, end)


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


def full_stop_ends(text: str, match: re.Match[str], start: int, language: str) -> bool:
    """Whether a full stop of another script ends a sentence: not behind an initial."""
    before = WORD_BEFORE.search(text, max(start, match.start() - WINDOW), match.start())
    is_title = before is not None and load_abbreviations(language).get(before[0] + ".") == "+"
    return not (is_title and match["full"] in "\u0964\u06d4")


def ends_sentence(text: str, match: re.Match[str], start: int, end: int, language: str) -> bool:
    """Whether this end mark ends the sentence that began at `start`, within a block that ends at `end`."""
    if CLOSES_NEXT.match(text, match.end(), end):
        return False
    next_word = word_after(text, match.end(), end)
    is_quoted = any(mark in QUOTES for mark in match["close"])
    if is_quoted and next_word[:1].isupper() and begins_plainly(text, match.end(), next_word):
        is_open = match["stop"] != "."
        if is_attribution(text, match.end(), end, is_open=is_open):
            return False
    if match["stop"] != ".":
        return not continues(match["stop"], match["close"], next_word)
    if match["close"] or match["note"]:
        return not next_word[:1].islower()
    return stop_ends(text, match, start, end, language)


def word_after(text: str, at: int, end: int) -> str:
    """The word behind an end mark, marks passed over; empty where none follows."""
    following = NEXT_WORD.match(text, at, min(end, at + 80))
    return following[1] if following else ""


def begins_plainly(text: str, at: int, word: str) -> bool:
    """Whether only a blank stands between a place and the word behind it."""
    return text.startswith(word, at + 1)


def stop_ends(text: str, match: re.Match[str], start: int, end: int, language: str) -> bool:
    """Whether a full stop ends the sentence, by the words on its sides."""
    before = WORD_BEFORE.search(text, max(start, match.start() - WINDOW), match.start())
    if before is None:
        return True
    opening = text[start : before.start()] if before.start() - start <= 4 else "-"
    next_word = word_after(text, match.end(), end)
    if language == "de" and is_ordinal(
        text[max(start, before.start() - WINDOW) : before.start()], before[0], next_word
    ):
        return False
    if DASH.match(text, match.end(), end) and is_short(before[0] + ".", language):
        # "PORTLAND, Ore. \u2014 The city"
        return False
    return ends_after(before[0] + ".", next_word, is_start=not opening.strip(), language=language)


def is_ordinal(before: str, number: str, next_word: str) -> bool:
    """Whether a German number with its full stop tells which one: "am 23. Juni", "Friedrich II."."""
    words = dict(load_sections("ordinal_words.txt"))
    if not (ORDINAL.fullmatch(number) and next_word):
        return False
    if next_word in words["after"]:
        return True
    if begins_sentence(next_word, "de") or next_word[0].isdigit():
        return False
    last = before.split()[-1:]
    return not number.isdigit() or last[0].lower() in words["before"] if last else False


def continues(stop: str, close: str, next_word: str) -> bool:
    """Whether a sentence goes on after "...", or after a question or exclamation inside quotation marks."""
    if next_word[:1].islower():
        return True
    return stop[0] == "\u2026" and not close and not next_word


def ends_after(word: str, next_word: str, *, is_start: bool, language: str = "en") -> bool:
    """Whether a full stop ends the sentence after `word`, which includes it, with `next_word` following."""
    if next_word[:1].islower():
        return False
    if is_start and ENUMERATION.fullmatch(word):
        return False
    kinds = load_abbreviations(language)
    kind = kinds.get(word) or (kinds.get(word.capitalize()) if word.isupper() and next_word.isupper() else None)
    if kind == "+":
        return not next_word
    if kind == "#":
        return not next_word[:1].isdigit()
    if kind == "=" or DOTTED.fullmatch(word):
        return begins_sentence(next_word, language)
    if INITIAL.fullmatch(word):
        return begins_sentence(next_word, language) and word != "I."
    return True


def is_short(word: str, language: str) -> bool:
    """Whether a word with its full stop is an abbreviation."""
    return word in load_abbreviations(language) or DOTTED.fullmatch(word) is not None


@cache
def load_abbreviations(language: str) -> dict[str, str]:
    """The kind of each abbreviation that is known in a language."""
    own = dict(load_sections("abbreviations_by_language.txt")).get(language[:2], ())
    return {**load_pairs("abbreviations.txt"), **{word: kind for word, _, kind in (e.partition("\t") for e in own)}}


def begins_sentence(word: str, language: str = "en") -> bool:
    """Whether a capitalized word after an abbreviation more likely begins a sentence than goes on with a name."""
    return not word or word.lower() in openers(language[:2])


@cache
def openers(language: str) -> frozenset[str]:
    """Words, in lower case, that often begin a sentence."""
    if language in ("en", "un"):
        return load_set("sentence_openers.txt")
    return frozenset(load_pairs("function_words.txt").get(language, "").split()) or load_set("sentence_openers.txt")
