"""What lists and the words around a name say of its type, where the network is unsure: it learnt few names of the
world's press. Each piece of evidence multiplies the chances; a firm reading stays.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

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
from generator.language.en.persons import classify_person
from generator.language.world.atlas import find_cities
from generator.model import EntityType
from generator.text.names import is_acronym

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
FROM: Factors = {"Place": 1.7, "Organization": 0.7}
LISTED: dict[EntityType, Factors] = {"Place": {"Place": 2, "Organization": 0.5}, "Organization": BODY}
"""The types that the lists know."""

LOCAL = frozenset({"in", "near", "outside", "across", "throughout", "around"})
"""Words before a place, case-folded."""
GONE = frozenset({"from", "to", "visited", "left", "reached"})
"""Words that stand before places as before people and bodies, case-folded."""
ARTICLES = frozenset({"the", "a", "an", "this", "its"})
HOUSES = frozenset(
    {"Center", "Centre", "Hospital", "Clinic", "School", "Museum", "House", "Church", "Court", "Theatre", "Observatory"}
)
"""Words for bodies that are places as often."""
POSSESSIVES = frozenset({"'s", "\u2019s"})
BORNE = frozenset({"administration", "family", "campaign", "regime", "presidency", "era", "camp", "trial", "brothers"})
"""Words before which a person's name may stand behind an article: "the Trump administration"."""
AREAS = frozenset(
    {"State", "County", "District", "Province", "Region", "Governorate", "Oblast", "Municipality", "Island", "Islands"}
    | {"River", "Lake", "Street", "Road", "Avenue", "Village", "Township", "Peninsula", "Mountains", "Valley"}
)
"""Words that nearly always end the name of a place."""
BRAND = re.compile(r"(?!Mc|Mac|De|Di|Du|La|Le|Van|Fitz|Al|El|Ka)[A-Z][a-z]+[A-Z][a-z]+")
"""A word with a capital inside: "VinFast"."""
PAIR = re.compile(
    r"(?P<first>[A-Z][a-z]+)-(?P<second>(?!(?:upon|on|in|sur|sous|le|la|les|en|de|du|by|the|based|born|backed)$)[A-Za-z][a-z]+)"
)
"""Two given names of a Korean or Chinese person, "Ki-moon", or two surnames, "Ndlela-Khoza"."""


def weigh(names: Sequence[FoundName], words: Sequence[str]) -> list[FoundName]:
    """The names with their chances in the light of the evidence; `words` are the document's, as written."""
    return [apply(name, (*read_name(bare(words, name)), *read_context(words, *edges(words, name)))) for name in names]


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
    while start < end - 1 and words[start].casefold() in ARTICLES:
        start += 1
    while start < end - 1 and words[end - 1] in POSSESSIVES:
        end -= 1
    return start, end


def bare(words: Sequence[str], name: FoundName) -> Sequence[str]:
    """The words of the name without an article and a possessive; those with a hyphen between as one."""
    start, end = edges(words, name)
    return " ".join(words[start:end]).replace(" - ", "-").split()


def read_name(words: Sequence[str]) -> Iterator[Factors]:
    """What the words of a name say."""
    phrase = " ".join(words)
    known = "Organization" if phrase in listed_bodies() else known_type(phrase)
    if known in LISTED:
        yield LISTED[known]
    elif find_cities(phrase) and not (is_given(words[0]) or is_surname(words[-1])):
        yield LIKELY_PLACE
    if len(words) == 1:
        yield from read_word(words[0])
    elif known != "Place":
        yield from read_words(words)


def read_word(word: str) -> Iterator[Factors]:
    """What a single word says."""
    if is_acronym(word) and word.isupper() and 2 < len(word) < 7:
        yield LIKELY_BODY
    elif BRAND.fullmatch(word):
        yield BODY
    elif is_given(word) and known_type(word) is None:
        yield LIKELY_PERSON


def read_words(words: Sequence[str]) -> Iterator[Factors]:
    """What several words say: given names, and the words that head names of bodies and places."""
    inner = any(word in ("of", "for", "on", "and") for word in words)
    bodies, places = head_words("org_words")[0], head_words("place_words")[0]
    if words[-1] in AREAS and "School" not in words:
        yield PLACE
    elif words[-1] in HOUSES:
        yield NO_PERSON
    elif words[-1] in bodies or (inner and words[0] in bodies):
        yield BODY
    elif words[-1] in places:
        yield NO_PERSON
    elif len(words) < 4 and (pair := PAIR.fullmatch(words[-1])):
        yield PERSON if pair["second"][0].isupper() else SURELY_PERSON
    elif is_full_name(words):
        yield PERSON
    elif all(len(word) > 2 and is_unknown(word) for word in words):
        yield UNKNOWN


def is_full_name(words: Sequence[str]) -> bool:
    """Whether the words are a given name and words that nothing else is called by."""
    rest = [word for word in words[1:] if word[:1].isupper()]
    if len(words) > 5 or not rest or is_initial(rest[-1]) or not (is_given(words[0]) or is_initial(words[0])):
        return False
    return not any(is_common(word) or (is_taken(word) and not is_given(word)) or word.isupper() for word in rest)


def read_context(words: Sequence[str], start: int, end: int) -> Iterator[Factors]:
    """What the words beside a name say."""
    yield from read_before(words, start, end)
    after, second = [*words[end : end + 2], "", ""][:2]
    if after == "," and second.isdigit() and len(second) == 2:
        yield PERSON
    elif after == "who" or (after == "," and second == "who"):
        yield LIKELY_PERSON
    elif after in cues("after a person"):
        yield NO_PLACE
    elif after.casefold() in cues("after an organization"):
        yield LIKELY_BODY


def read_before(words: Sequence[str], start: int, end: int) -> Iterator[Factors]:
    """What the words before a name say."""
    second, before = ["", "", *words[max(0, start - 2) : start]][-2:]
    word = before.casefold()
    if word in LOCAL and end - start < 4:
        yield PLACE
    elif word in GONE and (known_type(words[start]) == "Place" or find_cities(" ".join(words[start:end]))):
        yield LIKELY_PLACE
    elif word == "from" and end - start == 1:
        yield FROM
    elif word in ARTICLES and not (words[end : end + 1] and words[end] in BORNE):
        yield NO_PERSON
    elif word == "of" and second.casefold() in cues('kind of place, with "of"'):
        yield PLACE
    elif word in cues("before an organization"):
        yield LIKELY_BODY
    elif is_title(before) or (before == "," and is_title(second) and closes(words[end : end + 1])):
        yield PERSON
    elif classify_person(word) == "role":
        yield LIKELY_PERSON


def closes(after: Sequence[str]) -> bool:
    """Whether a comma or a word of saying follows, as behind a person whose office was told."""
    return any(word == "," or word in cues("after a person") for word in after)
