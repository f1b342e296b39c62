"""End marks: what tells of one whether the sentence ends there. The rules stand in `sentences.py`, in their order."""

import re
from dataclasses import dataclass
from functools import cache, cached_property

from generator.language.by_rules.lexicon import is_calendar
from generator.language.en.speech.attributions import is_attribution
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
"""The word right behind an end mark, with the marks that close it."""
SUFFIXES = frozenset({"Com", "Net", "Org", "Gov", "Edu", "Io", "Js", "Ai", "Co"})
"""Ends of addresses and names of software that are written with a capital."""
UNENDING = frozenset({"and", "or", "the", "a", "an", "of", "to"})
"""Words with which no sentence ends."""
LEAST = 3
"""Words that a sentence has before one is cut from its end."""
LOOK_BACK = 2000
"""Characters over which straight quotation marks are counted."""


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
"""The first word behind an end mark, marks before it passed over."""
INITIAL = re.compile(r"(?:[^\W\d_a-z]\.-?){1,2}$")
"""J. or J.-P."""
DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}$")
"""U.S., a.m., N.A.T.O."""
ENUMERATION = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\.$")
"""The number or letter of an entry: "1.", "(a)", "IV."."""
ORDINAL = re.compile(r"\d{1,3}|[IVX]{1,5}")
"""A German number that may tell which one."""
DASH = re.compile(r"\s{0,2}(?:[\u2013\u2014]|--?)(?=\s|$)")
"""A dash behind an end mark."""
CLOSES_NEXT = re.compile(r"[ \u00a0\u202f][\u00bb\u203a](?![^\W_])")
"""A French closing mark behind a blank; what it closes goes on behind it."""
QUOTES = frozenset("\"'\u2019\u201d\u00bb\u203a\u201c\u2018\u00ab")
"""Marks that close quoted words."""
WINDOW = 32
"""Characters looked at before an end mark."""


GOES_ON = -1
"""Said of an end mark behind which the sentence goes on."""


@dataclass(frozen=True)
class Stop:
    """One end mark in the sentence that began at `start`, in a block that ends at `end`."""

    text: str
    match: re.Match[str]
    start: int
    end: int
    language: str

    @property
    def place(self) -> int:
        """Behind the mark and what closes after it."""
        return self.match.end()

    @property
    def is_plain(self) -> bool:
        """Whether white space follows, as it must in most scripts."""
        return self.match["stop"] is not None

    @property
    def is_marked(self) -> bool:
        """Whether it is more than one full stop: another mark, a quotation mark, a bracket or a note behind it."""
        return self.is_plain and bool(self.match["stop"] != "." or self.match["close"] or self.match["note"])

    @property
    def is_bare(self) -> bool:
        """Whether it is one full stop, which may belong to the word before it."""
        glue = self.match["glue"]
        return glue[0] == "." if glue else self.is_plain and not self.is_marked

    @cached_property
    def next_word(self) -> str:
        """The word behind the mark, other marks passed over; empty where none follows."""
        following = NEXT_WORD.match(self.text, self.place, min(self.end, self.place + 80))
        return following[1] if following else ""

    @cached_property
    def carrier(self) -> re.Match[str] | None:
        """The word right before the mark."""
        first = max(self.start, self.match.start() - WINDOW)
        return WORD_BEFORE.search(self.text, first, self.match.start())

    @cached_property
    def word(self) -> str:
        """That word with its full stop."""
        return self.carrier[0] + "." if self.carrier else ""

    @cached_property
    def kind(self) -> str | None:
        """What kind of abbreviation the word is; None where it is none."""
        kinds = load_abbreviations(self.language)
        is_shouted = self.word.isupper() and self.next_word.isupper()
        return kinds.get(self.word) or (kinds.get(self.word.capitalize()) if is_shouted else None)


def initial_of_another_script(stop: Stop) -> int | None:
    """An initial in Devanagari or Arabic goes on."""
    full = stop.match["full"]
    if full is None or full not in "\u0964\u06d4":
        return None
    return GOES_ON if load_abbreviations(stop.language).get(stop.word) == "+" else None


def full_stop_of_another_script(stop: Stop) -> int | None:
    """Any end mark that needs no white space ends a sentence."""
    return stop.place if stop.match["full"] else None


def french_mark_behind(stop: Stop) -> int | None:
    """What a French mark closes behind a blank goes on behind it."""
    return GOES_ON if stop.is_plain and CLOSES_NEXT.match(stop.text, stop.place, stop.end) else None


def who_spoke_behind(stop: Stop) -> int | None:
    """Words behind a closing mark that only say who spoke belong to the quotation."""
    if not stop.is_plain or not any(mark in QUOTES for mark in stop.match["close"]):
        return None
    # Only a blank may stand between.
    begins = stop.next_word[:1].isupper() and stop.text.startswith(stop.next_word, stop.place + 1)
    is_open = stop.match["stop"] != "."
    return GOES_ON if begins and is_attribution(stop.text, stop.place, stop.end, is_open=is_open) else None


def ellipsis_before_marks(stop: Stop) -> int | None:
    """An ellipsis before other marks goes on."""
    is_ellipsis = stop.is_plain and stop.match["stop"][0] == "\u2026" and not stop.match["close"]
    return GOES_ON if is_ellipsis and not stop.next_word else None


def stop_of_no_word(stop: Stop) -> int | None:
    """A full stop that stands behind no word belongs to none."""
    return stop.place if stop.is_plain and stop.is_bare and stop.carrier is None else None


def small_letter_behind(stop: Stop) -> int | None:
    """No sentence begins with a small letter."""
    return GOES_ON if stop.is_plain and stop.next_word[:1].islower() else None


def mark_or_closed(stop: Stop) -> int | None:
    """A question, an exclamation, an ellipsis, or an end mark with what closes behind it, ends a sentence."""
    return stop.place if stop.is_marked else None


def german_ordinal(stop: Stop) -> int | None:
    """A German number that tells which one goes on."""
    if stop.language != "de" or not stop.is_bare or stop.carrier is None:
        return None
    first = stop.carrier.start()
    before = stop.text[max(stop.start, first - WINDOW) : first]
    return GOES_ON if is_ordinal(before, stop.carrier[0], stop.next_word) else None


def short_before_dash(stop: Stop) -> int | None:
    """The state of a town goes on with the dash of a dispatch."""
    if not stop.is_bare or not DASH.match(stop.text, stop.place, stop.end):
        return None
    is_short = stop.word in load_abbreviations(stop.language) or DOTTED.fullmatch(stop.word)
    return GOES_ON if is_short else None


def number_of_entry(stop: Stop) -> int | None:
    """The number at the head of an entry is part of it."""
    if not stop.is_bare or stop.carrier is None or not ENUMERATION.fullmatch(stop.word):
        return None
    first = stop.carrier.start()
    is_head = first - stop.start <= 4 and not stop.text[stop.start : first].strip()
    return GOES_ON if is_head else None


def title_before(stop: Stop) -> int | None:
    """A form of address or a title stands before a name."""
    return GOES_ON if stop.is_bare and stop.kind == "+" and stop.next_word else None


def short_before_number(stop: Stop) -> int | None:
    """What is short for a number stands before one."""
    return GOES_ON if stop.is_bare and stop.kind == "#" and stop.next_word[:1].isdigit() else None


def short_form(stop: Stop) -> int | None:
    """A short form ends a sentence only where the next word opens one."""
    is_short = stop.kind == "=" or (stop.kind is None and DOTTED.fullmatch(stop.word))
    return GOES_ON if stop.is_bare and is_short and not begins_sentence(stop.next_word, stop.language) else None


def initial(stop: Stop) -> int | None:
    """An initial stands before a name."""
    if not stop.is_bare or stop.kind is not None or not INITIAL.fullmatch(stop.word):
        return None
    ends = begins_sentence(stop.next_word, stop.language) and stop.word != "I."
    return None if ends else GOES_ON


def glued(stop: Stop) -> int | None:
    """A sentence begins right behind an end mark between a word in small letters, or a year, and a capital."""
    text, at, start = stop.text, stop.match.start(), stop.start
    if not stop.match["glue"]:
        return None
    before = BEFORE.search(text, max(start, at - 42), at)
    after = AFTER.match(text, stop.place, min(stop.end, stop.place + 42))
    if before is None or after is None or len(text[max(start, at - 200) : at].split()) < LEAST:
        return GOES_ON
    if not WORD.fullmatch(before[1]) or after[1] in SUFFIXES or before[1] in UNENDING:
        return GOES_ON
    if before[1][0].isupper() and not (is_calendar(before[1]) or is_opening(after[1])):
        # "Widget.Builder"
        return GOES_ON
    is_closing = text[stop.place] == '"' and text.count('"', max(start, at - LOOK_BACK), at) % 2
    return stop.place + 1 if is_closing else stop.place


def full_stop(stop: Stop) -> int | None:
    """Any other full stop ends a sentence."""
    return stop.place


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


def is_opening(word: str) -> bool:
    """Whether a capitalized word is one with which a sentence begins, and no name."""
    return word.lower() in load_set("sentence_openers.txt") or word.endswith(("ing", "ed", "ly"))


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
