"""Towns and storms: what a report opens with, "ENUGU, April 6 —", is a place whatever else its words look like, and
"Hurricane Ida" an event, as is "Ida" in the rest of the text.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.language.by_rules.lexicon import is_calendar, is_common, is_given, is_title, known_type
from generator.language.en.dates.calendar import MONTHS, WEEKDAYS
from generator.language.en.names.steps import Prose, Step
from generator.language.name import Name, lay_over
from generator.language.world.places import find_cities, find_country
from generator.model import Span
from generator.text.rules import Rule
from generator.text.spans import Spans
from generator.text.wordlists import load_set

_SHORTEST = 5
"""Letters of a town that no atlas knows, where no agency is named beside it."""
_REACH = 160
"""Characters of a block in which its dateline ends."""
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


def find_datelines(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names with the towns of all datelines as places among them.

    What the model ran together with a town is cut behind the dash: "ANKARA - Nationalist Movement Party".
    """
    text = prose.text
    towns = Spans(Name(town, "Place") for town in sorted(find_dateline_towns(text, prose.spans, names)))
    cut = [
        name._replace(span=Span(dash.end(), name.span.end))
        for name in names
        for town in towns.overlapping(name.span)
        if (dash := DASH.match(text, town.span.end)) and dash.end() < name.span.end
    ]
    return lay_over(names, [*towns, *cut])


def find_dateline_towns(text: str, spans: Sequence[Span], names: Sequence[Name]) -> list[Span]:
    """The towns at the heads of blocks, without an article."""
    matches = [
        match for span in spans if (match := DATELINE.match(text, span.start, min(span.end, span.start + _REACH)))
    ]
    labels = Counter(match["towns"] for match in matches)
    people = {word.casefold() for name in names if name.type == "Person" for word in name.span.of(text).split()[1:]}
    signed = [
        match for span in spans if (match := BYLINE.match(text, span.start, min(span.end, span.start + _REACH // 2)))
    ]
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
    # Beside the name of an agency nobody speaks: a town may be as short as "HOLM", or be called as people are.
    is_wired = match["agency"] is not None and match["agency"][0] in "(/["
    if not known and any(is_label(town) or not (is_wired or _is_long_label(town)) for town in towns):
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
    if known_type(words) or known_type(words.title()):
        return True
    if any(part.lower() in load_set("no_turns.txt") for part in parts):
        return True
    return any(is_common(part) or is_title(part) or is_calendar(part) for part in parts)


def _is_long_label(words: str) -> bool:
    """Whether words are no short ones, and do not begin as the name of a person."""
    return len(words) >= _SHORTEST and not is_given(words.title().split()[0])


def is_town(words: str) -> bool:
    """Whether the atlas or the lists know a place of this name, in any case of letters."""
    plain = words.title() if words.isupper() else words
    return bool(find_cities(words) or find_country(plain) or known_type(plain) == "Place")


DATELINE_TOWN: Rule[Step] = Rule(
    "dateline town",
    find_datelines,
    yes=(
        "|ENUGU|, April 6 — The works were stopped.",
        "|KHULNA|: The works were stopped.",
        "|PUTRAJAYA|, Nov 21 (Bernama) — Works were stopped.",
        "|KYIV|. Drones hit a depot.",
        "|PORT-AU-PRINCE|, Haiti — Gangs burned a market.",
        "|NEW DELHI|: The works were stopped.",
        "|Lagos| – The works were stopped.",
        "|MOSCOW|, May 7. /TASS/. Deputy minister Oleg Tarasov left.",
        "|NEW DELHI|, Aug 9 (PTI) Chief Minister Tom Arden left.",
        "|KESWICK|, Feb. 14, 2022 /PRNewswire/ -- Brenlow sold its mill.",
        "|MOSCOW|/|KYIV| (Reuters) - Talks began.",
        "THE |HAGUE|, Netherlands (AP) — The court met.",
        "|Accra|, Jan. 4, GNA – The works were stopped.",
        "|WASHINGTON|, D.C. — The works were stopped.",
        "|ODIENDA|, Tuesday – The works were stopped.",
        "|RIO DE JANEIRO|: The works were stopped.",
        *(f"|WEXBY {word} HOLM|, June 3 — The works were stopped." for word in ("al", "da", "la")),
        "|RIO de JANEIRO|: The works were stopped.",
        "|RIO do SUL|: The works were stopped.",
        "|ABUJA|— The works were stopped.",
        "|GENEVA| (7 May 2021) – Experts met.",
        "|CHENNAI|/|NEW DELHI|: The works were stopped.",
        "|BRAKPAN|: The men were held.",
        "|HOLM| (GLOBE NEWSWIRE) - Brenlow sold its mill.",
        "|HOLM|, March 3, 2021 (GLOBE NEWSWIRE) -- Brenlow sold its mill.",
        "|DUNMORE|, Ohio--(BUSINESS WIRE)--Brenlow sold its mill.",
        "By Our Correspondent, |Harare|",
        "<O |ANKARA| - |National Harbour Party|> members left.",
    ),
    no=(
        "CORRECTION: The mayor was there.",
        "WATCH: Amina sings.",
        "EXCLUSIVE: Air Peace will buy ten planes.",
        "FIFA: The men were held.",
        "HOLM: The men were held.",
        "FIFA (Reuters) - The men were held.",
        "CORRECTION (Reuters) - The men were held.",
        "BREAKING — The men were held.",
        "NELL SELBY, HOST: Good morning.",
        "MS. ABARA: I have nothing to add.",
        "QUESTION: Is it over?",
        "IN PICTURES: The flood.",
        "TRANSCRIPT: The pier will open again.",
        "John Smith — who was there — left.",
        "UNHCR — The camp is full.",
        "Editor - The camp is full.",
        "He left. The men stayed.",
        "U.S. The word stands for a country.",
        "PETRA: Hello.",
        "By Jane Poe",
        "BRAKPAN: I left.\nBRAKPAN: I came back.",
        "ODIENDA: So did I. <P Mary Odienda> laughed.",
    ),
    reason="what labels several blocks, or is a surname of the text, tells who speaks",
)


STORM = re.compile(
    r"(?:(?:Severe|Extremely|Very|Super|Post-) ?){0,2}(?:Tropical )?(?:Storm|Hurricane|Typhoon|Cyclone) "
    r"(?P<name>[A-Z][a-z]{2,15})\b(?! [A-Z])"
)
"""A kind of storm with its name."""


def settle_storms(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names, those of storms as events, with the kind of storm in them where it stands before them."""
    text = prose.text
    storms = [storm for span in prose.spans for storm in find_storms(text, span)]
    called = {storm.span.of(text).rpartition(" ")[2] for storm in storms}
    laid = lay_over(names, storms)
    people = [name.span.of(text).split() for name in laid if name.type == "Person"]
    alone = called - {word for words in people if len(words) > 1 for word in words}
    return [name._replace(type="Event") if name.span.of(text) in alone else name for name in laid]


def find_storms(text: str, block: Span) -> Iterator[Name]:
    """The storms that a block names with their kind."""
    for match in STORM.finditer(text, block.start, block.end):
        if not is_common(match["name"]):
            yield Name(Span(*match.span()), "Event")


STORM_NAME: Rule[Step] = Rule(
    "storm",
    settle_storms,
    yes=(
        "|Hurricane Ida| hit Lima. <P |Ida|> weakened on Monday.",
        "|Super Typhoon Ramil| will reach Luzon.",
        "|Tropical Storm <P Hilda|> killed two people.",
    ),
    no=(
        "<P Ida Wells> left as the wind came. <P Ida> is tired.",
        "The Cyclone FC won in <L Lima>.",
        "<P Ida Wells> wrote that Hurricane Ida was near. |<P Ida>| is tired.",
        "Storm Warning was given.",
    ),
    reason="a name that somebody of the text bears is not the storm's alone",
)

SEAT = re.compile(
    r"\b(?:[Mm]ayor|[Gg]overnor|[Pp]refect|[Pp]remier|[Pp]resident|[Vv]oivode|[Ss]heriff|[Mm]arshal|(?:[Aa]rch)?[Bb]ishop"
    r"|[Pp]atriarch|[Kk]ing|[Qq]ueen|[Ee]mir|[Ss]ultan|(?:[Pp]rime|[Cc]hief|[Ff]irst) [Mm]inister) of $"
)
"""An office of a town or a country, before its name."""


def part_seats(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names, a town and who holds its office apart: "the mayor of | Wexby | Ann Roe"."""
    parted: list[Name] = []
    for name in names:
        town = find_seat(prose.text, name)
        parted += [name] if town is None else [town, Name(Span(town.span.end + 1, name.span.end), "Person")]
    return parted


def find_seat(text: str, name: Name) -> Name | None:
    """The town with which the name of a person or place of three or four words begins, behind an office of it."""
    words = name.span.of(text).split(" ")
    is_long = name.type in ("Person", "Place") and 3 <= len(words) <= 4 and known_type(" ".join(words)) is None
    if not is_long or not SEAT.search(text, max(0, name.span.start - 24), name.span.start):
        return None
    is_longer = any(find_cities(" ".join(words[:count])) for count in range(2, len(words) + 1))
    is_town = not is_longer and (find_country(words[0]) is not None or bool(find_cities(words[0])))
    return Name(Span(name.span.start, name.span.start + len(words[0])), "Place") if is_town else None


OFFICE_OF_TOWN: Rule[Step] = Rule(
    "town and holder of its office",
    part_seats,
    yes=(
        "The mayor of <P |Koszalin| |Piotr Arden|> spoke.",
        "The bishop of <L |Gdansk| |Tomasz Roe|> prayed.",
        "Prime Minister of <P |Peru| |Ann Maria Roe|> left.",
    ),
    no=(
        "A friend of <P Paris Ann Roe> left.",
        "The mayor of <P Wexby Ann Roe> spoke.",
        "The mayor of <L San Luis Obispo> spoke.",
        "The king of <P Lima Roe> is a film.",
        "The mayor of <L Koszalin> <P Piotr Arden> spoke.",
    ),
)
