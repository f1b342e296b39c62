"""What an English sentence leaves to the one before it, or why it is no prose: what keeps it out of a summary."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from generator.language.en.speech.words import group
from generator.model import Span
from generator.text.rules import Chain, Rule
from generator.text.wordlists import load_sections

BARRED = 2.0
"""So great a fault keeps a sentence out wherever there are others."""
DANGLING = 1.0
"""The fault of a sentence that begins with a pronoun; none where it is told whom it means."""
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
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
_POINTING = frozenset({"this", "these", "those", "so", "above", "same"})
_POINTING_FIRST = _POINTING | {"the"}
"""Words of which one stands in what `_DANGLING` finds, the latter as the first."""

_BEHIND = re.compile(
    r"(?:(?:but|and|so|yet|however|also|then|meanwhile|moreover|furthermore|additionally|instead|nevertheless),? |"
    r"(?:in|on|at|by|during|since|until|last|next|earlier|later|yesterday|today|tomorrow|now|recently|then)\b"
    r"[^,;:\"\u201c\u201d()]{0,40}, )(he|she|they|his|her|their)\b",
    re.IGNORECASE,
)
"""A pronoun behind a linking word, or behind words of time and place: "On Monday, she"."""
_SUBJECT = re.compile(
    r"\b(?:(?:this|our|(?:the|of the|in the) (?:present|current)) (?:paper|study|article|research|project|work|section|"
    r"chapter|report|review|analysis|essay|survey|investigation|lesson|unit|book|interview|experiment|case|appeal)|"
    r"(?:stud(?:y|ies)|results?|findings?|analys[ei]s|research) (?:shows?|showed|suggests?|suggested|indicates?|finds?|"
    r"found|demonstrates?|reveals?|concludes?)|"
    r"we (?:present|propose|show|find|found|argue|examine|investigate|explore|study|describe|introduce|conclude|hold|"
    r"granted|affirm|reverse|aim|report|test|compare|analy[sz]e|demonstrate)|"
    r"(?:aim|goal|purpose|objective|focus|gist|question presented|main (?:point|idea|aim|goal|question|finding))s?"
    r" (?:of|is|was|are|in)|(?:in|to) (?:conclusion|summary|short|sum up|summari[sz]e)|question is whether|"
    r"(?:best |well[- ])?known for|best known as|(?:famous|remembered) for)\b",
    re.IGNORECASE,
)
"""Words by which a text says what it is about or what comes out: "this study", "is best known for"."""


@cache
def words_of(heading: str) -> tuple[str, ...]:
    """The words under one heading of `summary_words.txt`."""
    return dict(load_sections("summary_words.txt"))[heading]


class Fault(NamedTuple):
    """Something that speaks against a sentence."""

    is_in: Callable[[str, Sequence[str]], bool]
    """(sentence, its words in lower case) -> whether it is there."""
    weight: float


def _matches(pattern: re.Pattern[str]) -> Callable[[str, Sequence[str]], bool]:
    return lambda sentence, tokens: pattern.match(sentence) is not None


def _dangles(sentence: str, tokens: Sequence[str]) -> bool:
    is_possible = tokens[0] in _POINTING_FIRST or not _POINTING.isdisjoint(tokens)
    return is_possible and _DANGLING.search(sentence) is not None


def _opens_with_pronoun(sentence: str, tokens: Sequence[str]) -> bool:
    # "This Sunday, the pilot crossed the sea."
    is_time = tokens[0] in ("this", "that") and tokens[1:2] and tokens[1] in group("times")
    return tokens[0] in words_of("opening pronouns") and not is_time


def _is_behind(sentence: str, tokens: Sequence[str]) -> bool:
    return _BEHIND.match(sentence) is not None


def _opens_with_link(sentence: str, tokens: Sequence[str]) -> bool:
    return tokens[0] in words_of("linking words")


def _tokens(sentence: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(sentence)]


def _try_rule(rule: Rule[Fault], text: str) -> Iterator[Span]:
    if rule.find.is_in(text, _tokens(text)):
        yield Span(0, len(text))


OPEN_ENDS: Chain[Fault] = Chain(
    "open ends",
    (
        Rule(
            "label of a turn",
            Fault(_matches(_TURN), BARRED),
            yes=("MS. POE: I can name no guests.", "Q Can you tell us more?", "JOHN POE, CNN ANCHOR: The roofs fell."),
            no=("Poe: the new mayor of Holm.", "Quay Haulage has closed."),
        ),
        Rule(
            "time of day",
            Fault(_matches(_TIME), BARRED),
            yes=("1:26 P.M. EST It rains in Holm.", "11:25 Trams are running again."),
            no=("At 11:25 the trams ran.", "1126 trams ran."),
            reason="Logs and transcripts begin so.",
        ),
        Rule(
            "citation",
            Fault(_matches(_CITATION), BARRED),
            yes=("See Poe v. Quay Haulage Co., 640 F. 2d 118.", "Poe v. Quay, 12 U.S. 34, holds that it is."),
            no=("See the harbor of Holm and wait.", "Poe met Quay 12 times."),
        ),
        Rule(
            "what was said before",
            Fault(_dangles, 1.5),
            yes=(
                "She made this announcement at the opening.",
                "The mayor stated this in Holm.",
                "This news came late.",
            ),
            no=("The company made this car in Holm.", "The mayor said this year would be good."),
        ),
        Rule(
            "opening pronoun",
            Fault(_opens_with_pronoun, DANGLING),
            yes=("They left the harbor.", "This was late."),
            no=("This Sunday, the pilot left.", "The pilot left it.", "We left the harbor."),
        ),
        Rule(
            "pronoun behind the opening",
            Fault(_is_behind, DANGLING),
            yes=("On Monday, she left the harbor.", "But he stayed.", "Later, his car left."),
            no=("After the mayor left Holm, he wept.", "But the pilot stayed.", "On Monday, Roe said he would stay."),
        ),
        Rule(
            "linking word",
            Fault(_opens_with_link, 0.3),
            yes=("However, the pilot left.", "But the pilot left."),
            no=("The pilot left, however.",),
        ),
    ),
    _try_rule,
)
"""What a sentence leaves open: the first that is there counts."""


def _try_subject(rule: Rule[re.Pattern[str]], text: str) -> Iterator[Span]:
    yield from (Span(*found.span()) for found in rule.find.finditer(text))


SUBJECTS: Chain[re.Pattern[str]] = Chain(
    "what a text is about",
    (
        Rule(
            "what the text is about",
            _SUBJECT,
            yes=("This study asks who repairs the harbor.", "We show that walls last.", "Roe is known for two songs."),
            no=("She will study in Holm.", "The results were late.", "Roe is known to the police."),
            reason="Edmundson's cue words: they mark the sentences by which a text sums itself up.",
        ),
    ),
    _try_subject,
)
"""What speaks for a sentence by its words alone."""


_OPEN_NOUN = re.compile(
    r"\A(?:(?:On|In|At) [A-Z]\w+,? t|T)he (?!(?:first|only|last|latest|late|former)\b)(?:[a-z][\w-]* )??"
    r"[a-z][\w-]*"
    r"(?= (?:is|was|are|were|has|had|have|will|would|can|could|may|might|must|did|does|do|also|then|later|now|said|"
    r"says|told|came|went|made|took|gave|[a-z]{2,}ed)\b)"
)
_ALSO = re.compile(r"\A(?:[^\s,;:]+ ){1,5}also\b(?! known\b)|\A(?:Both|Either|Neither|Others?|Another|Such|Some)\b")

LEANINGS: Chain[re.Pattern[str]] = Chain(
    "what leans on a text",
    (
        Rule(
            "a thing told of before",
            _OPEN_NOUN,
            yes=(
                "|The base| is near.",
                "|On Monday, the statement| said so.",
                "|The articles| passed by a vote.",
            ),
            no=(
                "The governor of Holm came.",
                "The US government is shut.",
                "The former mayor was late.",
                "The base in Holm is home to soldiers.",
                "The new members of the council came.",
                "The first train left.",
                "A base is home to soldiers.",
            ),
            reason="Nobody who has not read the text knows which base; which council is told with it.",
        ),
        Rule(
            "more of what was told",
            _ALSO,
            yes=("|The statement also| said so.", "|Both| came.", "|Poe also| met the mayor."),
            no=("Poe, also known as Roe, came.", "Poe met the mayor.", "Bothnia froze."),
        ),
    ),
    _try_subject,
)
"""By what a sentence that stands alone is not understood."""


def leans(sentence: str) -> bool:
    """Whether a sentence that stands alone is hardly understood: it begins with what is only known from its text."""
    is_open = find_open_end(sentence, _tokens(sentence)) > 0 or find_pronoun(sentence) is not None
    return is_open or any(rule.find.search(sentence) for rule in LEANINGS)


def tells_subject(sentence: str) -> bool:
    """Whether a sentence says what its text is about, or what comes out of it."""
    return any(rule.find.search(sentence) for rule in SUBJECTS)


def find_pronoun(sentence: str) -> Span | None:
    """The pronoun with which a sentence begins, or that stands right behind its opening: "On Monday, she"."""
    first = _WORD.search(sentence)
    if first and _opens_with_pronoun(sentence, _tokens(sentence)):
        return Span(*first.span())
    behind = _BEHIND.match(sentence)
    return Span(*behind.span(1)) if behind else None


def find_open_end(sentence: str, tokens: Sequence[str]) -> float:
    """What of it a sentence leaves to the one before, or is no sentence of prose at all."""
    return next((rule.find.weight for rule in OPEN_ENDS if rule.find.is_in(sentence, tokens)), 0.0)
