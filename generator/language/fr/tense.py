"""Whether the clause around a French date tells of what was or of what is to come, read from its verbs alone."""

import re
from bisect import bisect_left

from generator.language.dates.expression import Tense
from generator.model import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
HAVE = frozenset(
    ["a", "ai", "as", "avons", "avez", "ont", "est", "suis", "es", "sommes", "êtes", "sont", "s'est", "s'était"]
)
"""Auxiliaries of the perfect."""
HAD = frozenset(
    [
        "avait",
        "avais",
        "avaient",
        "avions",
        "aviez",
        "était",
        "étais",
        "étaient",
        "étions",
        "étiez",
        "eut",
        "eurent",
        "fut",
        "furent",
        "fit",
        "firent",
    ]
)
"""Past forms by themselves."""
GOING = frozenset(["va", "vais", "vas", "vont", "allons", "allez"])
AHEAD = frozenset(
    [
        "prévu",
        "prévue",
        "prévus",
        "prévues",
        "attendu",
        "attendue",
        "attendus",
        "attendues",
        "fixé",
        "fixée",
        "fixés",
        "fixées",
        "prochain",
        "prochaine",
    ]
)
"""Participles that put off what they are said of: "est attendu lundi"."""
OPEN = frozenset(
    [
        "peut",
        "peuvent",
        "pourrait",
        "pourraient",
        "doit",
        "doivent",
        "devrait",
        "devraient",
        "serait",
        "seraient",
        "aurait",
        "auraient",
    ]
)
"""Verbs that say neither when nor whether."""
NO_FUTURE = frozenset(
    [
        "contra",
        "caméra",
        "opéra",
        "mantra",
        "cobra",
        "sahara",
        "ankara",
        "ultra",
        "extra",
        "hydra",
        "sierra",
        "accra",
        "choléra",
        "agora",
    ]
)
"""Nouns and names that end as a future does."""
_FUTURE = re.compile(r"[^\W\d_]{2,}(?:ra|rai|ras|rez|rons|ront)")
_PAST = re.compile(r"[^\W\d_]{2,}(?:aient|ait|èrent|irent|urent)")
_CONDITIONAL = re.compile(r"[^\W\d_]{2,}r(?:ait|aient|ais)")
_PARTICIPLE = re.compile(r"[^\W\d_]{2,}(?:é|ée|és|ées|i|ie|is|ies|u|ue|us|ues|it|ite|ert|erte|ort|orte|ins|ints?|inte)")
_INFINITIVE = re.compile(r"[^\W\d_]{2,}(?:er|ir|re|oir)")
_REACH = 4
"""Words from an auxiliary to its participle: "n'a pas encore été élu"."""


class Verbs:
    """The verbs of one sentence by place. Built once for all dates of the sentence."""

    def __init__(self, text: str, sentence: Span) -> None:
        words = [(sentence.start + match.start(), match[0].lower()) for match in _WORD.finditer(sentence.of(text))]
        plain = [re.split(r"[’']", word)[-1] for _, word in words]
        found = [(words[at][0], tense) for at in range(len(words)) if (tense := _tense_of(plain, at))]
        self._places = [place for place, _ in found]
        self._tenses = [tense for _, tense in found]

    def tense_at(self, span: Span) -> Tense:
        """The tense of the nearest verb before the span, or else of the first one after it."""
        before = bisect_left(self._places, span.start)
        if before:
            return self._tenses[before - 1]
        after = bisect_left(self._places, span.end)
        return self._tenses[after] if after < len(self._tenses) else "unknown"

    def is_aimed_at(self, span: Span) -> bool:
        """Never: what is aimed at stands in the infinitive, which has no tense here."""
        return False

    @property
    def is_empty(self) -> bool:
        """Whether no verb shows a tense."""
        return not self._places

    def is_any_in(self, span: Span) -> bool:
        """Whether a verb that shows a tense begins in the span."""
        return bisect_left(self._places, span.start) < bisect_left(self._places, span.end)


def _tense_of(words: list[str], at: int) -> Tense | None:
    """The tense that the word at an index shows; None where it is no verb that shows one."""
    word, following = words[at], words[at + 1 : at + 1 + _REACH]
    if word in OPEN or _CONDITIONAL.fullmatch(word):
        return "unknown"
    if word in GOING:
        return "future" if any(_INFINITIVE.fullmatch(other) for other in following) else "unknown"
    if word in HAVE:
        return _tense_of_auxiliary(following)
    if word in HAD or (
        _PAST.fullmatch(word) and word not in ("fait", "lait", "souhait", "portrait", "extrait", "trait")
    ):
        return "past"
    if _FUTURE.fullmatch(word) and word not in NO_FUTURE:
        return "future"
    return None


def _tense_of_auxiliary(following: list[str]) -> Tense | None:
    """What a form of "avoir" or "être" tells: with a participle the past, with "attendu" or "prévu" what is to come."""
    told = next((at for at, word in enumerate(following) if word in AHEAD or _PARTICIPLE.fullmatch(word)), None)
    if told is None:
        return None
    if following[told] == "été":
        told = min(told + 1, len(following) - 1)
    return "future" if following[told] in AHEAD else "past"
