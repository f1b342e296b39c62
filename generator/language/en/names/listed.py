"""Organizations that the lists know and the model may not: the media, companies, parties and agencies of the world."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from generator.language.by_rules.lexicon import is_common, is_given, is_surname, is_taken, listed_bodies
from generator.language.en.names.steps import Step, change, lay_in_blocks
from generator.language.name import Name
from generator.language.world.places import find_cities
from generator.model import Span
from generator.text.names import is_acronym
from generator.text.rules import Rule
from generator.text.spans import Spans
from generator.text.wordlists import load_sections, load_set

WORD = re.compile(r"(?<![\w@#.-])[A-ZÀ-ÖØ-Þa-z][\w.&'\u2019-]*")
"""A word that a listed name may begin with."""
TAIL = re.compile(r"(?:['\u2019]s|\.|-[a-z].{0,20})$")
"""What a word may have behind a listed name: "Petrobras's", "Petrobras-backed"."""
AMBIGUOUS = "media that are words"
TELLING = re.compile(
    r"\b(?:told|tells|(?:interview|speaking|spoke) (?:with|to)|(?:quoted|reported|published) (?:by|in)|newspapers?"
    r"|daily|broadcaster|weekly|[Aa]ccording to)[,:]? (?:[Tt]he )?(?P<name>[A-Z][a-z]{2,12})\b(?! (?:of )?[A-Z])"
)
"""Where a medium stands whose name is a common word: "told Punch", "the newspaper Dawn"."""
LOCAL = re.compile(r"\b(?:in|near|around|outside|from|of) $")
"""What stands before a place rather than a body that is called like one."""


@cache
def _openings() -> dict[str, tuple[str, ...]]:
    """The listed names by their first word, the longest first."""
    found: dict[str, list[str]] = {}
    for name in listed_bodies():
        if (word := WORD.match(name)) and may_stand_alone(name):
            found.setdefault(word[0], []).append(name)
    return {word: tuple(sorted(names, key=len, reverse=True)) for word, names in found.items()}


def may_stand_alone(name: str) -> bool:
    """Whether a listed name is the body wherever it stands: no common word, town, or name of a person besides."""
    words = name.split()
    if len(words) > 1:
        return len(words) > 2 or not all(is_common(word) or is_common(word.removesuffix("s")) for word in words)
    if is_acronym(name) and name.isupper():
        return len(name) > 2
    return not (is_common(name) or is_given(name) or is_surname(name) or is_taken(name) or find_cities(name))


def find_listed_bodies(text: str, block: Span, names: Spans[Name]) -> Iterator[Name]:
    """The listed bodies of a block: they replace what they cover, or is the same."""
    for body in find_listed(text, block):
        if is_free(text, body, names.overlapping(body)):
            yield Name(body, "Organization")


def is_free(text: str, body: Span, over: Sequence[Name]) -> bool:
    """Whether the names that it overlaps are parts of a body, or the body itself; none is a longer name."""
    return all(body.holds(name.span) for name in over) and not is_place_here(text, body, over)


def is_place_here(text: str, body: Span, over: Sequence[Name]) -> bool:
    """Whether a name that was found as a place, and stands as one does, is one: "in Zamalek"."""
    found = any(name.span == body and name.type == "Place" for name in over)
    return found and LOCAL.search(text, max(0, body.start - 12), body.start) is not None


def find_listed(text: str, block: Span) -> Iterator[Span]:
    """The listed bodies in a block, the longest first, not overlapping."""
    openings, at = _openings(), block.start
    for word in WORD.finditer(text, block.start, block.end):
        if word.start() < at:
            continue
        first = word[0]
        names = openings.get(first) or openings.get(TAIL.sub("", first), ())
        name = next((name for name in names if stands(text, word.start(), name, block.end)), None)
        if name and not (name.isupper() and is_shouted(text, word.start(), word.start() + len(name))):
            at = word.start() + len(name)
            yield Span(word.start() + 4, at) if name.startswith("The ") else Span(word.start(), at)
    words = frozenset(dict(load_sections("world_organizations.txt"))[AMBIGUOUS])
    yield from (
        Span(*match.span("name")) for match in TELLING.finditer(text, block.start, block.end) if match["name"] in words
    )


def is_shouted(text: str, start: int, end: int) -> bool:
    """Whether a word beside an acronym is in capitals too, so that it may be a common word: "WHO WANTS TO HELP"."""
    beside = (*text[max(0, start - 20) : start].split()[-1:], *text[end : end + 20].split()[:1])
    return any(len(word) > 2 and word.isupper() for word in beside)


def stands(text: str, start: int, name: str, end: int) -> bool:
    """Whether the name stands here as a whole, and is no part of a longer one in capitals."""
    stop = start + len(name)
    if stop > end or not text.startswith(name, start):
        return False
    after = text[stop : stop + 3]
    return not (after[:1].isalnum() or after[:1] == "_" or (after[:1] == "-" and not after[1:2].islower()))


LISTED_BODY: Rule[Step] = Rule(
    "listed body",
    lay_in_blocks(find_listed_bodies),
    yes=(
        "The |Dewan Rakyat| sat until midnight.",
        "He told the |Express Tribune| so.",
        "He told |Punch| so.",
        "According to |Dawn|, it fell.",
        "|Petrobras| fell.",
        "|Petrobras|'s shares fell.",
        "It was in <L |USA> Today| on Monday.",
        "The |Aam Aadmi Party| and the |PML-N| met.",
        "|Petrobras|-backed firms fell.",
        "<P |Zamalek|> won.",
    ),
    no=(
        "At dawn the Punch and Judy show began.",
        "Dawn came late.",
        "The Petrobras2 site is down.",
        "WHO WANTS TO HELP?",
        "She lives in <L Zamalek>.",
        "The <L Tata Steel Stadium> is new.",
        "Kenya and Mary met the DA.",
    ),
    reason="a name that is a common word too is listed only behind a word like 'told'",
)

TITLED = re.compile(r"[a-z,] The $")
"""An article in capitals inside a sentence."""


def settle_medium(text: str, name: Name) -> Name:
    """A listed news agency or medium as an organization, whatever it is called after: Sputnik, Le Figaro.

    "The" in capitals inside a sentence is part of a title: "told The Atlantic".
    """
    words = name.span.of(text)
    media = load_set("media_outlets.txt")
    if words in load_set("wires_agencies.txt") or words in media:
        return name._replace(type="Organization")
    titled = TITLED.search(text, max(0, name.span.start - len("d The ")), name.span.start)
    return name._replace(type="Organization") if titled and f"The {words}" in media else name


MEDIUM: Rule[Step] = Rule(
    "news agency or medium",
    change(settle_medium),
    yes=("He told <E |Sputnik|> so.", "It stood in <P |Le Figaro|>.", "He told The <L |Atlantic|> so."),
    no=("The <L Atlantic> is deep.", "He told <P Ann Roe> so."),
)
