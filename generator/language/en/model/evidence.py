"""What lists and the words around a name say of its type, where the network is unsure: it learnt few names of the
world's press. Each piece of evidence multiplies the chances; a firm reading stays. In rules it is in < and >."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.language.by_rules.lexicon import (
    cues,
    head_words,
    is_common,
    is_given,
    is_initial,
    is_surname,
    is_taken,
    is_title,
    is_unknown,
    known_type,
    listed_bodies,
)
from generator.language.en.model.decoding import NAME_TYPES, FoundName
from generator.language.en.model.words import find_tokens
from generator.language.en.names.steps import strip_marks
from generator.language.en.persons import classify_person
from generator.language.world.places import find_cities
from generator.model import EntityType, Span
from generator.text.names import is_acronym
from generator.text.rules import Chain, Rule

Factors = dict[EntityType, float]
"""By how much evidence multiplies the chance of a type; one that is not named keeps its chance."""

PERSON: Factors = {"Person": 4, "Place": 0.5}
SURELY_PERSON: Factors = {"Person": 12, "Place": 0.2, "Organization": 0.5}
LIKELY_PERSON: Factors = {"Person": 2.5}
UNKNOWN: Factors = {"Place": 0.6}
NO_PERSON: Factors = {"Person": 0.4}
NO_PLACE: Factors = {"Place": 0.5}
BODY: Factors = {"Organization": 3, "Person": 0.3}
LIKELY_BODY: Factors = {"Organization": 2, "Person": 0.4}
PLACE: Factors = {"Place": 3, "Person": 0.4}
LIKELY_PLACE: Factors = {"Place": 2, "Person": 0.6}
LISTED_PLACE: Factors = {"Place": 2, "Organization": 0.5}
FROM: Factors = {"Place": 1.7, "Organization": 0.7}

POSSESSIVES = frozenset({"'s", "\u2019s"})
BRAND = re.compile(r"(?!Mc|Mac|De|Di|Du|La|Le|Van|Fitz|Al|El|Ka)[A-Z][a-z]+[A-Z][a-z]+")
"""A word with a capital inside: "VinFast"."""
_NO_SECOND = "upon|on|in|sur|sous|le|la|les|en|de|du|by|the|based|born|backed"
PAIR = re.compile(rf"(?P<first>[A-Z][a-z]+)-(?P<second>(?!(?:{_NO_SECOND})$)[A-Za-z][a-z]+)")
"""Two given names of a Korean or Chinese person, "Ki-moon", or two surnames, "Ndlela-Khoza"."""
LONGEST_PERSON = 5
"""Words of a person's full name, at most."""


@dataclass(frozen=True)
class Clues:
    """A name among the words of its document, without an article before it and a possessive behind."""

    words: Sequence[str]
    """Of the document, as written."""
    start: int
    end: int

    @cached_property
    def name(self) -> list[str]:
        """The words of the name; those with a hyphen between as one."""
        return self.phrase.replace(" - ", "-").split()

    @cached_property
    def phrase(self) -> str:
        """The same in one."""
        return " ".join(self.words[self.start : self.end])

    @property
    def before(self) -> str:
        """The word before the name."""
        return self.words[self.start - 1] if self.start else ""

    @property
    def second_before(self) -> str:
        """The word before that one."""
        return self.words[self.start - 2] if self.start > 1 else ""

    @property
    def after(self) -> str:
        """The word behind the name."""
        return self.words[self.end] if self.end < len(self.words) else ""

    @property
    def second_after(self) -> str:
        """The word behind that one."""
        return self.words[self.end + 1] if self.end + 1 < len(self.words) else ""


Clue = Callable[[Clues], Factors | None]
"""What one rule makes of a name; None: nothing."""


def say(factors: Factors, holds: Callable[[Clues], bool]) -> Clue:
    """A rule that says one thing where something holds."""
    return lambda clues: factors if holds(clues) else None


def weigh(names: Sequence[FoundName], words: Sequence[str]) -> list[FoundName]:
    """The names with their chances in the light of the evidence; `words` are the document's, as written."""
    return [apply(name, read_evidence(Clues(words, *edges(words, name)))) for name in names]


def apply(name: FoundName, evidence: Iterable[Factors]) -> FoundName:
    """The name with its chances multiplied, their sum kept, and its likeliest type."""
    chances = list(name.chances)
    for factors in evidence:
        chances = [chance * factors.get(kind, 1) for kind, chance in zip(NAME_TYPES, chances, strict=True)]
    scale = sum(name.chances) / (sum(chances) or 1)
    weighed = tuple(chance * scale for chance in chances)
    return replace(name, chances=weighed, kind=max(range(len(weighed)), key=weighed.__getitem__))


def edges(words: Sequence[str], name: FoundName) -> tuple[int, int]:
    """Where the name begins and ends without an article and a possessive."""
    start, end = name.start, name.end
    while start < end - 1 and words[start].casefold() in cues("article"):
        start += 1
    while start < end - 1 and words[end - 1] in POSSESSIVES:
        end -= 1
    return start, end


def read_evidence(clues: Clues) -> Iterator[Factors]:
    """What the words of a name and those around it say: of each group of rules the first that says something."""
    name = clues.name
    inside = WORD if len(name) == 1 else WORDS if type_of(" ".join(name)) != "Place" else ()
    for rules in (LISTS, inside, BEFORE, BEHIND):
        said = (factors for rule in rules if (factors := rule.find(clues)))
        yield from (factors for factors in (next(said, None),) if factors)


def type_of(phrase: str) -> EntityType | None:
    """The type that the lists have for a phrase."""
    return "Organization" if phrase in listed_bodies() else known_type(phrase)


def is_listed(kind: EntityType) -> Callable[[Clues], bool]:
    """Whether the lists have the name with this type."""
    return lambda clues: type_of(" ".join(clues.name)) == kind


def is_city(clues: Clues) -> bool:
    """Whether the atlas knows a city of the name, which is nobody's."""
    name = clues.name
    return bool(find_cities(" ".join(name))) and not (is_given(name[0]) or is_surname(name[-1]))


LISTS: tuple[Rule[Clue], ...] = (
    Rule("listed place", say(LISTED_PLACE, is_listed("Place")), yes=("in <Peru> today",), no=("with <Ann Roe> today",)),
    Rule("listed body", say(BODY, is_listed("Organization")), yes=("and <Petrobras> fell",), no=("in <Peru> today",)),
    Rule(
        "city",
        say(LIKELY_PLACE, is_city),
        yes=("at <Ipoh> today",),
        no=("with <Florence Roe> today", "a <Brenlow> day"),
    ),
)


def is_short_acronym(clues: Clues) -> bool:
    """Whether the word is an acronym of three to six letters."""
    word = clues.name[0]
    return is_acronym(word) and word.isupper() and 2 < len(word) < 7


def is_given_alone(clues: Clues) -> bool:
    """Whether the word is a given name and on no list of places and bodies."""
    return is_given(clues.name[0]) and known_type(clues.name[0]) is None


WORD: tuple[Rule[Clue], ...] = (
    Rule(
        "acronym", say(LIKELY_BODY, is_short_acronym), yes=("the <EFCC> appealed",), no=("the <UN> met", "<Efcc> met")
    ),
    Rule(
        "capital inside a word",
        say(BODY, lambda clues: BRAND.fullmatch(clues.name[0]) is not None),
        yes=("of <VinFast> said",),
        no=("of <McArden> said", "of <Vinfast> said"),
    ),
    Rule(
        "given name", say(LIKELY_PERSON, is_given_alone), yes=("her friend <Fatima> left",), no=("in <Brenlow> today",)
    ),
)


def is_headed_body(clues: Clues) -> bool:
    """Whether a word for a body ends the name, or begins one with "of" and the like inside."""
    name, bodies = clues.name, head_words("org_words")[0]
    has_link = any(word in ("of", "for", "on", "and") for word in name)
    return name[-1] in bodies or (has_link and name[0] in bodies)


def read_pair(clues: Clues) -> Factors | None:
    """What a hyphen in the last word says: two surnames, or two given names where it goes on small."""
    pair = PAIR.fullmatch(clues.name[-1]) if len(clues.name) < 4 else None
    return pair and (PERSON if pair["second"][0].isupper() else SURELY_PERSON)


def is_full_name(clues: Clues) -> bool:
    """Whether the words are a given name and words that nothing else is called by."""
    first, *others = clues.name
    rest = [word for word in others if word[:1].isupper()]
    if not rest or len(others) >= LONGEST_PERSON or is_initial(rest[-1]):
        return False
    return (is_given(first) or is_initial(first)) and not any(map(is_called_other, rest))


def is_called_other(word: str) -> bool:
    """Whether something else than a person is called by a word: it is common, on a list, or in capitals."""
    return is_common(word) or word.isupper() or (is_taken(word) and not is_given(word))


WORDS: tuple[Rule[Clue], ...] = (
    Rule(
        "word that ends a place",
        say(PLACE, lambda clues: clues.name[-1] in cues("ends a place") and "School" not in clues.name),
        yes=("bridges in <Imo State> fell",),
        no=("the <Imo School District> met", "the <State Bank> met"),
    ),
    Rule(
        "word that ends a place or a body",
        say(NO_PERSON, lambda clues: clues.name[-1] in cues("ends a place or a body")),
        yes=("the <Johnson Space Center> closed",),
        no=("the <Space Bank> closed",),
    ),
    Rule(
        "word for a body",
        say(BODY, is_headed_body),
        yes=("the <Kamrup Harbour Board> met", "the <Bank of Kamrup> met"),
        no=("with <Ann Roe> today", "the <Bank Kamrup> met"),
    ),
    Rule(
        "word for a place",
        say(NO_PERSON, lambda clues: clues.name[-1] in head_words("place_words")[0]),
        yes=("the <Jebel Airport> closed",),
        no=("with <Ann Roe> today",),
    ),
    Rule(
        "hyphen in the last word",
        read_pair,
        yes=("with <Park Ki-moon> today", "with <Nomsa Ndlela-Khoza> today"),
        no=(
            *(
                f"by <Old Stratford-{word}> today"
                for word in ["upon", "on", "in", "sur", "sous", "le", "la", "les", "en", "de", "du", "by", "the"]
            ),
            *(f"by <Old Stratford-{word}> today" for word in ("based", "born", "backed")),
            "by <The Very Old Ki-moon> today",
        ),
    ),
    Rule(
        "given name and surname",
        say(PERSON, is_full_name),
        yes=("why <Imran Qureshi> was held", "with <J. Qureshi> today"),
        no=(
            "why <Ann Growth> was held",
            "why <Ann Lima> was held",
            "why <Ann R.> was held",
            "why <Ann NATO> was held",
            "why <Ann LNG> was held",
        ),
    ),
    Rule(
        "words of no list",
        say(UNKNOWN, lambda clues: all(len(word) > 2 and is_unknown(word) for word in clues.name)),
        yes=("why <Ugochuk Nnadiz> was held",),
        no=("why <Old Nnadiz> was held", "why <Ny Nnadiz> was held"),
    ),
)


def is_reached(clues: Clues) -> bool:
    """Whether somebody goes or comes from here, and the lists or the atlas know a place that is called so."""
    is_place = known_type(clues.words[clues.start]) == "Place" or bool(find_cities(clues.phrase))
    return clues.before.casefold() in cues("on the way to a place") and is_place


def is_officer(clues: Clues) -> bool:
    """Whether a title stands before the name, or before its comma where the name is closed as an aside is."""
    is_closed = clues.after == "," or clues.after in cues("after a person")
    return is_title(clues.before) or (clues.before == "," and is_closed and is_title(clues.second_before))


def is_behind_article(clues: Clues) -> bool:
    """Whether an article stands before the name, and nothing behind that a person's name may have."""
    has_article = clues.before.casefold() in cues("article")
    return has_article and clues.after not in cues("behind a person's name with an article")


def is_of_place(clues: Clues) -> bool:
    """Whether a kind of place stands before the name with "of"."""
    return clues.before.casefold() == "of" and clues.second_before.casefold() in cues('kind of place, with "of"')


BEFORE: tuple[Rule[Clue], ...] = (
    Rule(
        "in a place",
        say(PLACE, lambda clues: clues.before.casefold() in cues("in a place") and clues.end - clues.start < 4),
        yes=("will meet in <Suva> today", "Near <Suva> it rained"),
        no=("will meet at <Suva> today", "in <The Old Harbour Board> today"),
    ),
    Rule(
        "on the way to a place",
        say(LIKELY_PLACE, is_reached),
        yes=("visitors from <Ipoh> came", "they left <Peru> today"),
        no=("visitors from <Brenlow> came", "visitors at <Ipoh> came"),
    ),
    Rule(
        "from a place",
        say(FROM, lambda clues: clues.before.casefold() == "from" and clues.end - clues.start == 1),
        yes=("visitors from <Brenlow> came",),
        no=("visitors from <Brenlow Mill> came",),
    ),
    Rule(
        "article before it",
        say(NO_PERSON, is_behind_article),
        yes=("of the <Brenlow> today",),
        no=("the <Arden> administration fell", "with <Brenlow> today"),
    ),
    Rule(
        "kind of place before it",
        say(PLACE, is_of_place),
        yes=("the village of <Arn> burnt",),
        no=("a friend of <Arn> left",),
    ),
    Rule(
        "kind of body before it",
        say(LIKELY_BODY, lambda clues: clues.before.casefold() in cues("before an organization")),
        yes=("the broadcaster <Kanta> said",),
        no=("the child <Kanta> said",),
    ),
    Rule(
        "title before it",
        say(PERSON, is_officer),
        yes=("the commissioner , <Ugochi Nnadi> , said", "with Minister <Nnadi> today"),
        no=("the commissioner , <Nnadi> fell", "the child , <Nnadi> , said"),
    ),
    Rule(
        "office before it",
        say(LIKELY_PERSON, lambda clues: classify_person(clues.before.casefold()) == "role"),
        yes=("her doctor <Zanele> left",),
        no=("her brother <Zanele> left", "her house <Zanele> burnt"),
    ),
)


def is_aged(clues: Clues) -> bool:
    """Whether an age of two figures stands behind a comma."""
    return clues.after == "," and clues.second_after.isdigit() and len(clues.second_after) == 2


BEHIND: tuple[Rule[Clue], ...] = (
    Rule("age behind it", say(PERSON, is_aged), yes=("<Ali Poe> , 34 , left",), no=("<Ali Poe> , 2024 , left",)),
    Rule(
        "'who' behind it",
        say(LIKELY_PERSON, lambda clues: "who" in (clues.after, clues.after == "," and clues.second_after)),
        yes=("<Poe> who left", "<Poe> , who left"),
        no=("<Poe> left", "<Poe> , which left"),
    ),
    Rule(
        "verb of a person behind it",
        say(NO_PLACE, lambda clues: clues.after in cues("after a person")),
        yes=("<Poe> said so",),
        no=("<Poe> burnt down",),
    ),
    Rule(
        "noun of a body behind it",
        say(LIKELY_BODY, lambda clues: clues.after.casefold() in cues("after an organization")),
        yes=("<Poe> employees left",),
        no=("<Poe> trees fell",),
    ),
)

NAMED = re.compile(r"<(?P<words>[^>]+)>")
"""The name in a sentence of a rule."""


def find_said(rule: Rule[Clue], sentence: str) -> Iterator[Span]:
    """The name of a sentence, where the rule says something of it."""
    text, marked, _ = strip_marks(sentence, NAMED)
    [words] = find_tokens(text, [Span(0, len(text))])
    for match, place in marked:
        inside = [at for at, word in enumerate(words) if place.holds(word)]
        if rule.find(Clues([word.of(text) for word in words], inside[0], inside[-1] + 1)):
            yield Span(*match.span("words"))


EVIDENCE: Chain[Clue] = Chain("evidence of a name's type", (*LISTS, *WORD, *WORDS, *BEFORE, *BEHIND), find_said)
"""All rules. Of each group the first that says something counts, and what the groups say is added: so the loop goes
over the groups, in this order."""
