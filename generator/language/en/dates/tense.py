"""Whether the clause around a date tells of what was or of what is to come, read from its verbs alone."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from generator.language.dates.expression import Tense
from generator.language.en.polarity import list_words
from generator.language.en.speech.words import group, load_verbs
from generator.model import Span
from generator.text.rules import Chain, Rule
from generator.text.spans import Spans
from generator.text.wordlists import load_sections, load_set

_WORD = re.compile(r"[A-Za-z][A-Za-z-]*|[’'](?:ll|d)\b|[;:()]")
_BE = frozenset({"is", "are", "am", "be"})
_WAS = frozenset({"was", "were"})
_HAVE = frozenset({"had", "has", "have"})
_FUTURE = list_words("will")
_OPEN = list_words("may", "must")
"""Verbs that say neither when; "he would meet them on Thursday" may be over by the time of writing."""
_DETERMINERS = group("determiners") | {"of", "by", "with"}
"""What stands before a participle that is no verb of its own."""
_AIMS = list_words("demanding", "asking to", "planning", "deciding")
"""Verbs whose own tense says nothing of the day of what is aimed at: "agreed to meet on June 4"."""
_DEMANDS = list_words("demanding")
_ASIDES = frozenset({"not", "also", "now", "all", "still"})
"""What stands between a form of be or have and what looks ahead: is now to meet."""


@cache
def _words(heading: str) -> frozenset[str]:
    """The words under a heading of `tense_words.txt`."""
    return frozenset(dict(load_sections("tense_words.txt"))[heading])


class Word(NamedTuple):
    """A word of a sentence, with those around it in lower case."""

    words: Sequence[str]
    at: int
    written: str
    word: str
    """In lower case."""
    before: str
    """The word before it, in lower case; empty at the start."""

    @property
    def looks_ahead(self) -> bool:
        """Whether "to" or a word such as "scheduled" follows: is to meet, are due in."""
        following = self.words[self.at + 1 : self.at + 4]
        if following and following[0] in _ASIDES:
            following = following[1:]
        return bool(following) and (following[0] == "to" or following[0] in _words("forward participles"))


KEPT = 512
"""Sentences whose verbs are kept."""
Sign = Tense | Literal["no verb"] | None
"""What a word shows; None where the rule says nothing of it."""
ShowTense = Callable[[Word], Sign]


def _of_won(word: Word) -> Sign:
    if word.word != "won":
        return None
    return "future" if word.words[word.at + 1 : word.at + 2] == ["t"] else "past"


def _of_will(word: Word) -> Sign:
    return "future" if word.word in _FUTURE or (word.word in _BE and word.looks_ahead) else None


def _of_plan(word: Word) -> Sign:
    if word.word not in _words("plans"):
        return None
    return "unknown" if word.before in _WAS else "future"


def _behind_be(word: Word) -> Sign:
    return "no verb" if word.before == "be" else None


def _of_forward_participle(word: Word) -> Sign:
    if word.word not in _words("forward participles"):
        return None
    if word.before in _BE:
        return "future"
    return "no verb" if word.before in _DETERMINERS else "unknown"


def _of_modal(word: Word) -> Sign:
    is_month = word.word == "may" and word.written != "may"
    return "unknown" if word.word in _OPEN and not is_month else None


def _of_was_to(word: Word) -> Sign:
    return "unknown" if word.word in _WAS | _HAVE and word.looks_ahead else None


def _of_present_behind_who(word: Word) -> Sign:
    is_present = word.word.endswith("s") and word.word not in _WAS
    return "unknown" if is_present and word.before in ("who", "which") else None


def _of_irregular_past(word: Word) -> Sign:
    if word.word not in load_set("past_forms.txt"):
        return None
    return "unknown" if word.before in ("is", "are") else "past"


def _of_regular_past(word: Word) -> Sign:
    is_past_form = word.word.endswith("ed") and len(word.word) > 3 and word.word not in _words("no past forms")
    is_verb = word.before not in _DETERMINERS and not word.written[0].isupper()
    return "past" if is_past_form and is_verb else None


def _split(text: str, within: Span) -> list[tuple[Span, Word]]:
    """The words of a stretch of text with their places."""
    found = list(_WORD.finditer(text, *within))
    lowered = [match[0].lower() for match in found]
    around = zip(lowered, ["", *lowered], strict=False)
    return [
        (Span(*match.span()), Word(lowered, at, match[0], word, before))
        for at, (match, (word, before)) in enumerate(zip(found, around, strict=True))
    ]


def _try_rule(rule: Rule[ShowTense], text: str) -> Iterator[Span]:
    return (span for span, word in _split(text, Span(0, len(text))) if rule.find(word))


TENSE_RULES: Chain[ShowTense] = Chain(
    "tenses",
    (
        Rule(
            "won and won't",
            _of_won,
            yes=("She |won| the vote.", "They |won|’t leave."),
            no=("They wont to leave.", "They win."),
            reason='"Won\'t" comes as two words.',
        ),
        Rule(
            "will and is to",
            _of_will,
            yes=("They |will| leave.", "It |is| not to open.", "They |are| due in Cork."),
            no=("It is open.", "They were to leave."),
        ),
        Rule(
            "plans",
            _of_plan,
            yes=("They |plan| to leave.", "They were |going| to leave."),
            no=("They planned to leave.", "They go."),
        ),
        Rule(
            "behind be",
            _behind_be,
            yes=("The vote will be |held| soon.",),
            no=("The vote was held soon.", "They will hold it."),
            reason="The tense is that of the word before it.",
        ),
        Rule(
            "forward participle",
            _of_forward_participle,
            yes=("The vote is |expected|.", "the |planned| vote", "The vote was |scheduled|."),
            no=("The vote was held.", "They plan it."),
        ),
        Rule(
            "modal",
            _of_modal,
            yes=("They |may| leave.", "They |must| leave."),
            no=("They leave in May.", "They will leave."),
        ),
        Rule(
            "was to and has to",
            _of_was_to,
            yes=("They |were| to leave.", "They |had| still to leave.", "It |was| set for noon."),
            no=("They were late.", "They are to leave."),
        ),
        Rule(
            "present behind who",
            _of_present_behind_who,
            yes=("Berg, who |retires| in June, left.", "It left a day which |is| a holiday."),
            no=("Berg, who was ill, is here.", "Berg, who left, retires."),
            reason="The tense of the verb before it is that of another clause.",
        ),
        Rule(
            "irregular past",
            _of_irregular_past,
            yes=("They |met| in Cork.", "They |were| late.", "The dam is |built|."),
            no=("They meet in Cork.", "They walked."),
        ),
        Rule(
            "regular past",
            _of_regular_past,
            yes=("They |walked| to Cork.",),
            no=("the proposed law", "aged 14", "the Walked Club", "a red bed", "written by Ahmed"),
        ),
    ),
    _try_rule,
)
"""What a word shows of the tense of its clause: the first rule that says anything."""


class _Verb(NamedTuple):
    """A verb that shows a tense."""

    span: Span
    at: int
    """Its index among the words of the sentence."""
    tense: Tense


def _find_verbs(words: Sequence[tuple[Span, Word]]) -> Iterator[_Verb]:
    for span, word in words:
        sign = next((sign for rule in TENSE_RULES if (sign := rule.find(word))), None)
        if sign and sign != "no verb":
            yield _Verb(span, word.at, sign)


class Verbs:
    """The verbs of one sentence by place. Built once for all dates of the sentence."""

    def __init__(self, text: str, sentence: Span) -> None:
        self._words = _split(text, sentence)
        self._verbs = Spans(_find_verbs(self._words))
        said = load_verbs()
        self._others = Spans(verb for verb in self._verbs if self._words[verb.at][1].word not in said)

    def tense_at(self, span: Span) -> Tense:
        """The tense of the nearest verb before the span, or else of the first one after it."""
        verb = self._verbs.starting_by(span.start - 1) or self._verbs.after(span.end)
        return verb.tense if verb else "unknown"

    def is_aimed_at(self, span: Span) -> bool:
        """Whether the nearest verb before the span demands, plans or decides what the span dates."""
        verb = self._verbs.starting_by(span.start - 1)
        if verb is None:
            return False
        word = self._words[verb.at][1].word
        leads = ("to", "that", "for") if word in _DEMANDS else ("to",)
        between = (other.word for place, other in self._words[verb.at + 1 :] if place.start < span.start)
        return word in _AIMS and any(other in leads for other in between)

    @property
    def is_empty(self) -> bool:
        """Whether no verb shows a tense."""
        return not self._verbs

    def is_any_in(self, span: Span) -> bool:
        """Whether a verb that shows a tense begins in the span; verbs of saying aside."""
        return bool(self._others.starting_in(span))


@lru_cache(maxsize=KEPT)
def read_verbs(text: str, sentence: Span) -> Verbs:
    """The verbs of a sentence, of which dates and events ask one after the other."""
    return Verbs(text, sentence)
