"""Whether the clause around a date tells of what was or of what is to come, read from its verbs alone."""

import re
from bisect import bisect_left

from generator.language.dates.expression import Tense
from generator.language.en.polarity import list_words
from generator.language.en.speech.words import group, load_verbs
from generator.model import Span
from generator.text.wordlists import load_set

_WORD = re.compile(r"[A-Za-z][A-Za-z-]*|[’'](?:ll|d)\b|[;:()]")
_BE = frozenset({"is", "are", "am", "be"})
_FUTURE = list_words("will")
_OPEN = list_words("may", "must")
"""Verbs that say neither when; "he would meet them on Thursday" may be over by the time of writing."""
_DETERMINERS = group("determiners") | {"of", "by", "with"}
"""What stands before a participle that is no verb of its own."""
_AIMS = list_words("demanding", "asking to", "planning", "deciding")
"""Verbs whose own tense says nothing of the day of what is aimed at: "agreed to meet on June 4"."""
_DEMANDS = list_words("demanding")
_AHEAD = frozenset({"plan", "plans", "intend", "intends", "hope", "hopes", "expect", "expects", "going"})


class Verbs:
    """The verbs of one sentence by place. Built once for all dates of the sentence."""

    def __init__(self, text: str, sentence: Span) -> None:
        words = [(sentence.start + m.start(), m[0]) for m in _WORD.finditer(sentence.of(text))]
        lowered = [word.lower() for _, word in words]
        found = [(words[i][0], tense) for i in range(len(words)) if (tense := _tense_of(lowered, i, words[i][1]))]
        self._words = words
        self._places = [place for place, _ in found]
        self._tenses = [tense for _, tense in found]
        said = {place for place, word in words if word.lower() in load_verbs()}
        self._others = [place for place in self._places if place not in said]

    def tense_at(self, span: Span) -> Tense:
        """The tense of the nearest verb before the span, or else of the first one after it."""
        before = bisect_left(self._places, span.start)
        if before:
            return self._tenses[before - 1]
        after = bisect_left(self._places, span.end)
        return self._tenses[after] if after < len(self._tenses) else "unknown"

    def is_aimed_at(self, span: Span) -> bool:
        """Whether the nearest verb before the span demands, plans or decides what the span dates."""
        before = bisect_left(self._places, span.start)
        if not before:
            return False
        at = bisect_left(self._words, (self._places[before - 1], ""))
        end, word = bisect_left(self._words, (span.start, "")), self._words[at][1].lower()
        leads = ("to", "that", "for") if word in _DEMANDS else ("to",)
        return word in _AIMS and any(following.lower() in leads for _, following in self._words[at + 1 : end])

    @property
    def is_empty(self) -> bool:
        """Whether no verb shows a tense."""
        return not self._places

    def is_any_in(self, span: Span) -> bool:
        """Whether a verb that shows a tense begins in the span; verbs of saying aside."""
        return bisect_left(self._others, span.start) < bisect_left(self._others, span.end)


def _tense_of(words: list[str], at: int, written: str) -> Tense | None:
    """The tense that the word at an index shows; None where it is no verb that shows one."""
    word, before = words[at], words[at - 1] if at else ""
    if word == "won":
        # "won't" comes as two words.
        return "future" if words[at + 1 : at + 2] == ["t"] else "past"
    if word in _FUTURE or (word in _BE and _looks_ahead(words, at)):
        return "future"
    if word in _AHEAD:
        return "future" if before not in ("was", "were") else "unknown"
    if before == "be":
        # "will be held": the tense is that of the word before "be".
        return None
    if word in load_set("forward_participles.txt"):
        return "future" if before in _BE else None if before in _DETERMINERS else "unknown"
    if word in _OPEN and not (word == "may" and written != "may"):
        return "unknown"
    if word in ("was", "were", "had", "has", "have") and _looks_ahead(words, at):
        return "unknown"
    if word in load_set("past_forms.txt"):
        return "unknown" if before in ("is", "are") else "past"
    return "past" if _is_past(word, before, written) else None


def _looks_ahead(words: list[str], at: int) -> bool:
    """Whether "to" or a word such as "scheduled" follows a form of be or have: is to meet, are due in."""
    following = words[at + 1 : at + 4]
    if following[:1] in (["not"], ["also"], ["now"], ["all"], ["still"]):
        following = following[1:]
    return following[:1] == ["to"] or (bool(following) and following[0] in load_set("forward_participles.txt"))


def _is_past(word: str, before: str, written: str) -> bool:
    """Whether a word in -ed is a verb of its own: not "the proposed law", no name."""
    if not word.endswith("ed") or len(word) < 4 or written[0].isupper() or word in load_set("no_past_forms.txt"):
        return False
    return before not in _DETERMINERS
