"""French verbs: those of saying in all their forms, out of `fr/speech.txt`, with what is done by them; and whether the
clause around a date tells of what was or of what is to come.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple, get_args

from generator.language.dates.expression import Tense
from generator.language.frames import Frame
from generator.model import Act, Span
from generator.text.wordlists import load_sections

Number = Literal["one", "several"]
AUXILIARIES: Mapping[str, Number] = {
    **dict.fromkeys(("a", "avait", "s'est", "s'était", "eut"), "one"),
    **dict.fromkeys(("ont", "avaient", "s'étaient"), "several"),
}
"""Of the active voice: who "est accusé" or "a été accusé" says nothing."""
PRONOUNS: Mapping[str, Number] = {"il": "one", "elle": "one", "ils": "several", "elles": "several"}
_ADVERBS_BETWEEN = 3
_STEM_CHANGES = (("ger", "ge"), ("cer", "ç"))
"""Verbs whose stem changes before a: juger, jugeait; lancer, lançait."""


_NO_FINITE_BEHIND = frozenset(
    [
        "pas",
        "jamais",
        "plus",
        "rien",
        "a",
        "ont",
        "avait",
        "avaient",
        "est",
        "sont",
        "était",
        "le",
        "la",
        "un",
        "une",
        "du",
        "des",
        "les",
        "ce",
        "cet",
    ]
)
"""Before a word that is a participle or a noun, whatever it looks like."""


_AUXILIARY_ENDS = ("n'a", "n'ont", "n'avait", "n'est", "rait", "raient", "ait", "aient", "avoir", "être", "été", "fut")
"""How a word ends before a participle that nobody is told to have said: "aurait dit", "a été dit", "pour avoir dit"."""


class Form(NamedTuple):
    """A form of a verb of saying."""

    act: Act
    number: Number | None
    """None for a participle, which has none of its own here."""


class Verb(NamedTuple):
    """A verb of saying in a frame: from the token `first` to `last`, with the pronoun that is tied to it."""

    first: int
    last: int
    act: Act
    number: Number
    pronoun: str | None = None

    def span(self, frame: Frame) -> Span:
        """Its words in the text."""
        return Span(frame.units[self.first].span.start, frame.units[self.last].span.end)


@cache
def _forms() -> tuple[Mapping[str, Form], Mapping[str, Act]]:
    """The finite forms, and the participles, lower case."""
    finite: dict[str, Form] = {}
    participles: dict[str, Act] = {}
    for act in get_args(Act):
        for line in dict(load_sections("fr/speech.txt"))[act]:
            verb, _, given = line.partition("\t")
            bare = verb.removeprefix("s'").removeprefix("se ")
            forms = [form.removeprefix("s'") for form in given.split() if form != "se"] or _regular(bare)
            for at, form in enumerate(forms[:6]):
                finite.setdefault(form, Form(act, "several" if at % 2 else "one"))
            for ending in ("", "e", "s", "es"):
                participles.setdefault(forms[6] + ending, act)
    return finite, participles


def _regular(verb: str) -> list[str]:
    """The forms of a verb in -er, in the order of the list."""
    stem = verb.removesuffix("er")
    soft = next((stem[:-1] + soft for end, soft in _STEM_CHANGES if verb.endswith(end)), stem)
    soft = stem + "e" if verb.endswith("ger") else soft
    return [f"{stem}e", f"{stem}ent", f"{soft}ait", f"{soft}aient", f"{soft}a", f"{stem}èrent", f"{stem}é"]


@cache
def words_of(section: str) -> frozenset[str]:
    """The entries of a section of the list."""
    return frozenset(dict(load_sections("fr/speech.txt"))[section])


def plain(word: str) -> str:
    """A word with straight apostrophes, lower case."""
    return word.lower().replace("’", "'")


def find_verb(frame: Frame, at: int) -> Verb | None:
    """The verb of saying that begins at a token: "déclare", "a-t-elle ajouté", "ont fait savoir"."""
    word = plain(frame.word(at))
    if not word or _is_denied(frame, at):
        return None
    stem, _, pronoun = word.rpartition("-")
    stem = stem.removesuffix("-t")
    if pronoun in PRONOUNS and stem in AUXILIARIES:
        return _compound(frame, at, PRONOUNS[pronoun], pronoun)
    if pronoun in PRONOUNS and stem in _forms()[0]:
        return Verb(at, at, _forms()[0][stem].act, PRONOUNS[pronoun], pronoun)
    if word in AUXILIARIES:
        return _compound(frame, at, AUXILIARIES[word], None)
    before = plain(frame.word(at - 1))
    if before in _NO_FINITE_BEHIND or before.endswith(_AUXILIARY_ENDS):
        return None
    bare = word.removeprefix("s'")
    form = _forms()[0].get(bare)
    return Verb(at, at, form.act, form.number or "one") if form else None


def _is_denied(frame: Frame, at: int) -> bool:
    before = {plain(frame.word(index)) for index in (at - 1, at - 2)}
    behind = {plain(frame.word(at + 1)), plain(frame.word(at + 2))}
    return bool(before & {"ne", "sans", "ni"}) or (bool(behind & {"pas", "jamais", "plus"}) and "ne" in before)


def _compound(frame: Frame, at: int, number: Number, pronoun: str | None) -> Verb | None:
    """An auxiliary with its participle, or with a phrase such as "fait savoir"."""
    for last in range(at + 1, min(at + 2 + _ADVERBS_BETWEEN, len(frame.units))):
        word = plain(frame.word(last))
        if not word or word in (",", "que", "à", "de", "d'un", "le", "la", "été"):
            return None
        pair = f"{word} {plain(frame.word(last + 1))}"
        triple = f"{pair} {plain(frame.word(last + 2))}"
        if triple in words_of("phrases"):
            return Verb(at, last + 2, "states", number, pronoun)
        if pair in words_of("phrases"):
            return Verb(at, last + 1, "states", number, pronoun)
        if word in _forms()[1]:
            return Verb(at, last, _forms()[1][word], number, pronoun)
    return None


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
