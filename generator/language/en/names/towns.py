"""Storms have names, and are events: "Storm Hilda", "Hurricane Ida", and "Ida" in the rest of the text.

The towns that reports open with, "ENUGU, April 6 —", "KHULNA: ...": places, whatever else their words look like.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.language.by_rules.lexicon import is_calendar, is_common, is_given, is_title, known_type
from generator.language.en.dates.calendar import MONTHS, WEEKDAYS
from generator.language.name import Name, find_overlapping, lay_over
from generator.language.world.atlas import find_cities
from generator.language.world.countries import find_country
from generator.model import Span

_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'\u2019-]{1,24}"
_PLAIN = r"[A-ZÀ-ÖØ-Þ][\w.'\u2019-]{1,24}"
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_DATE = (
    rf"(?:(?i:{_DAY})\.?,?[ ])?(?:(?i:{_MONTH})\.?[ ]\d{{1,2}}|\d{{1,2}}[ ](?i:{_MONTH})\.?)(?:,?[ ]\d{{4}})?"
    rf"|(?i:{_DAY})"
)
_NAME = rf"(?:{_CAPITALS}(?:[ ](?:{_CAPITALS}|al|da|de|del|do|dos|la|of)){{0,3}}|{_PLAIN}(?:[ ]{_PLAIN}){{0,3}})"
_TOWN = rf"(?:(?:THE|The)[ ])?{_NAME}"
DATELINE = re.compile(
    rf"""
    (?P<towns> {_TOWN} (?:[ ]?/[ ]?{_TOWN}){{0,2}} )
    (?P<region> (?:,[ ]{_PLAIN}(?:[ ](?:and|of|the|{_PLAIN})){{0,3}}){{0,2}}? )
    [,.]? (?:[ ]\(?(?P<date>{_DATE})\)?[.,]?)?
    (?:[ ]?,?[ ]?(?P<agency> [(/\[][A-Z][\w.,'/& -]{{1,30}}[)/\]]\.? | (?<=[ ])[A-Z]{{2,6}}(?=[ ]?[\u2013\u2014-]) ))?
    [ \u00a0]{{0,2}}
    (?P<end> [\u2013\u2014] | --?-?(?=\s) | (?<=[)/\]])--(?=\w)
        | : (?=\s) | (?<=\.)(?=[ ][A-Z\u201c\"]) | (?<=[)/\]])(?=[ ][A-Z\u201c\"]) )
    """,
    re.VERBOSE,
)
"""How a report opens: "ENUGU, April 6 —", "NAIROBI, Kenya, June 3 (Xinhua) --", "MOSCOW/KYIV:", "KYIV. "."""
BYLINE = re.compile(
    r"(?i:by|from) [\w' ]{3,40}(?i:reporters?|correspondents?|writers?|bureau), (?:in )?"
    rf"(?P<towns>{_NAME})\s*$"
)
"""A byline with the town behind it: "By Our Correspondent, Harare"."""
DASH = re.compile(r"(?: ?[\u2013\u2014]| --?|:) ?(?=[A-Z])")
"""What parts a town from the text."""
TOWN = re.compile(rf"(?:(?:THE|The)[ ])?(?P<town>{_NAME})(?<!\w{{3}}\.)")
"""One of the towns, without "The" and the full stop that ends the dateline."""


def settle_datelines(text: str, spans: Sequence[Span], names: Sequence[Name]) -> tuple[Name, ...]:
    """The names with the towns of all datelines as places among them, in order.

    What the model ran together with a town is cut behind the dash: "ANKARA - Nationalist Movement Party".
    """
    towns = [Name(town, "Place") for town in sorted(find_dateline_towns(text, spans, names))]
    cut = [
        name._replace(span=Span(dash.end(), name.span.end))
        for name in names
        for town in find_overlapping(towns, name.span)
        if (dash := DASH.match(text, town.span.end)) and dash.end() < name.span.end
    ]
    return lay_over(names, [*towns, *cut])


def find_dateline_towns(text: str, spans: Sequence[Span], names: Sequence[Name]) -> list[Span]:
    """The towns at the heads of blocks, without an article."""
    matches = [match for span in spans if (match := DATELINE.match(text, span.start, min(span.end, span.start + 160)))]
    labels = Counter(match["towns"] for match in matches)
    people = {word.casefold() for name in names if name.type == "Person" for word in name.span.of(text).split()[1:]}
    signed = [match for span in spans if (match := BYLINE.match(text, span.start, min(span.end, span.start + 80)))]
    return [Span(*match.span("towns")) for match in signed] + [
        Span(town.start("town"), town.end("town"))
        for match in matches
        if is_dateline(match, is_turn=labels[match["towns"]] > 1 or match["towns"].casefold() in people)
        for town in TOWN.finditer(text, *match.span("towns"))
    ]


def is_dateline(match: re.Match[str], *, is_turn: bool) -> bool:
    """Whether the words name a town: beside a date or agency, or known to the atlas, or in capitals before a dash.

    Behind a colon stands a town, too, that no atlas knows, if it is one word in capitals; but `is_turn` says that the
    words rather name who speaks: they stand so more than once, or are a surname of the text.
    """
    towns = [town["town"] for town in TOWN.finditer(match["towns"])]
    known = all(map(is_town, towns))
    if not known and any(map(is_label, towns)):
        return False
    capital = towns[0].isupper()
    if match["date"] or match["agency"]:
        return known or capital or bool(match["date"])
    if match["end"] == "":
        return known and capital and "." not in towns[0]
    if match["end"] == ":":
        return not is_turn and (known or (capital and towns[0].isalpha() and not match["region"]))
    return known or capital


def is_label(words: str) -> bool:
    """Whether words at the head of a block are no town: common ones, bodies, people: "CORRECTION:", "FIFA:"."""
    parts = words.title().split()
    if len(words) < 5 or known_type(words) or known_type(words.title()):
        return True
    return any(is_common(part) or is_title(part) or is_calendar(part) for part in parts) or is_given(parts[0])


def is_town(words: str) -> bool:
    """Whether the atlas or the lists know a place of this name, in any case of letters."""
    plain = words.title() if words.isupper() else words
    return bool(find_cities(words) or find_country(plain) or known_type(plain) == "Place")


STORM = re.compile(
    r"(?:(?:Severe|Extremely|Very|Super|Post-) ?){0,2}(?:Tropical )?(?:Storm|Hurricane|Typhoon|Cyclone) "
    r"(?P<name>[A-Z][a-z]{2,15})\b(?! [A-Z])"
)
"""A kind of storm with its name."""


def settle_storms(text: str, spans: Sequence[Span], names: Sequence[Name]) -> tuple[Name, ...]:
    """The names in order, those of storms as events, with the kind of storm in them where it stands before them."""
    storms = [storm for span in spans for storm in find_storms(text, span)]
    called = {storm.span.of(text).rpartition(" ")[2] for storm in storms}
    laid = lay_over(names, storms)
    people = [name.span.of(text).split() for name in laid if name.type == "Person"]
    alone = called - {word for words in people if len(words) > 1 for word in words}
    return tuple(name._replace(type="Event") if name.span.of(text) in alone else name for name in laid)


def find_storms(text: str, block: Span) -> Iterator[Name]:
    """The storms that a block names with their kind."""
    for match in STORM.finditer(text, block.start, block.end):
        if not is_common(match["name"]):
            yield Name(Span(*match.span()), "Event")
