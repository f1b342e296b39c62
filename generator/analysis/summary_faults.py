"""What speaks against a sentence in a summary: an open pronoun, a question, a fragment, a label, a reference."""

import re
from collections.abc import Sequence

from generator.text.quotation_words import group
from generator.text.wordlists import load_sections

WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
SHORT, LONG = 6, 45
"""Words below which a sentence is a fragment, and above which it is too long to sum up."""
QUOTES = "\"'\u201c\u201d\u2018\u2019\u00ab\u00bb"
_GLUED = 15
"""Words of a lead that lacks its full stop; fewer are a line of something else."""
BARRED = 2.0
"""So great a fault keeps a sentence out wherever there are others."""
_TURN = re.compile(
    r"(?:[A-Z][A-Z.'\u2019-]{1,20}(?:,? [A-Z][A-Z.'\u2019-]{0,20}){0,6}(?: \([^()]{1,40}\))?(?:, [^:.]{1,60})?|[QA]|"
    r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\. [A-Z][\w'\u2019-]{1,20}): ?(?=[A-Z\"\u201c])|Q[.:]? {1,3}(?=[A-Z])"
)
"""The label of a turn: "MS. POE: Hi."."""
_TIME = re.compile(r"\[?\d{1,2}[:.]\d{2}(?: ?[AaPp]\.?[Mm]\b\.?)?(?: ?[A-Z]{2,4}\b)?")
"""The time of day at the start, as logs and transcripts have it."""
_CITATION = re.compile(
    r"(?:See(?:,? (?:also|e\.g\.,?|generally))?|Cf\.|Accord|But see|Id\.|Ibid\.?),? (?=[A-Z\u00a7\d])[^\n]{0,200}?"
    r"(?:\bv\.|\bvs\.|\d|\u00a7)|"
    r"[^\n]{0,120}\b\d{1,4} (?:U\. ?S\.|S\. ?Ct\.|F\. ?(?:Supp\. )?\d?d?\.?|L\. ?Ed\.|A\.C\.|WLR|EWCA) \d"
)
"""A reference to a case or a place in a book."""
_SAID = (
    r"(?:announcement|remark|statement|comment|call|appeal|disclosure|observation|assertion|warning|claim|revelation|"
    r"pledge|promise|threat|accusation|allegation|point)s?"
)
_DANGLING = re.compile(
    rf"\b(?:made|issued|gave|repeated|voiced) (?:this|these|those|the (?:above|same)) {_SAID}\b|"
    r"\b(?:announced|disclosed|revealed|stated|said|added) (?:this|these|so)(?= (?:on|in|at|while|when|during|to|after|"
    r"before|yesterday|today|through|via|[MTWFS][a-z]{2,5}day)\b|[,.]|\Z)|"
    rf"\A(?:this|these|the) (?:{_SAID}|development|news) (?:was|were|comes?|came|follows?|followed|is|are|has|have)\b",
    re.IGNORECASE,
)
"""What was said before and is not said here: "She made this announcement on Monday"."""


def words_of(heading: str) -> tuple[str, ...]:
    """The words under one heading of `summary_words.txt`."""
    return dict(load_sections("summary_words.txt"))[heading]


def find_fault(sentence: str, words: Sequence[str]) -> float:
    """How much speaks against a sentence out of its place. `words`: its content words."""
    tokens = [word.lower() for word in WORD.findall(sentence)]
    if not tokens:
        return 9.0
    found = find_open_end(sentence, tokens)
    if sentence.rstrip(QUOTES).endswith("?"):
        found += 1.0
    if sentence[0] in QUOTES:
        found += 0.5 + 0.7 * (sentence[-1] in QUOTES)
    if len(tokens) < SHORT or len(words) < 3:
        found += 2.0
    if len(tokens) > LONG:
        found += 0.4
    if not ends(sentence):
        found += 0.6
    return found


def ends(sentence: str) -> bool:
    """Whether a sentence ends with an end mark, closing marks aside."""
    return sentence.rstrip(QUOTES + ")]").endswith((".", "!", "?", "\u2026", "\u3002"))


def find_open_end(sentence: str, tokens: Sequence[str]) -> float:
    """What of it a sentence leaves to the one before, or is no sentence of prose at all."""
    if any(pattern.match(sentence) for pattern in (_TURN, _TIME, _CITATION)):
        return BARRED
    if _DANGLING.search(sentence):
        return 1.5
    # "This Sunday, the pilot crossed the sea."
    is_time = tokens[0] in ("this", "that") and tokens[1:2] and tokens[1] in group("times")
    if tokens[0] in words_of("opening pronouns") and not is_time:
        return 1.0
    return 0.3 if tokens[0] in words_of("linking words") else 0.0


def can_open(sentence: str, words: Sequence[str]) -> bool:
    """Whether a sentence can be the lead: it may be long or lack its full stop, but leaves nothing open."""
    tokens = [word.lower() for word in WORD.findall(sentence)]
    if len(tokens) < SHORT or len(words) < 3:
        return False
    is_whole = sentence[0] not in QUOTES and not sentence.rstrip(QUOTES).endswith("?")
    is_line = not ends(sentence) and (len(tokens) < _GLUED or sentence.isupper())
    return is_whole and not is_line and find_open_end(sentence, tokens) < 0.5
