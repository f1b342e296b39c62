"""Names of people without the honorifics before them and the letters behind; honorifics alone are nobody.

What is an honorific, in any language, tells `honorifics.txt`, where each has names of its own beside it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from generator.language.by_rules.lexicon import is_given, is_head, known_type
from generator.language.en.names.steps import Prose, Step, change
from generator.language.en.persons import classify_person
from generator.language.name import Name
from generator.language.people.honorifics import (
    find_honored_start,
    find_letters,
    find_name_start,
    is_letters,
    is_style,
    look_up,
    match_honorific,
)
from generator.language.world.places import find_cities, find_country
from generator.model import Span
from generator.text.names import fold_name, surname
from generator.text.rules import Rule

NEAR = 20
"""Characters between an honorific and the name behind it, at most."""
MOST_WORDS = 4
"""Of a person's name behind a style."""
BURMESE = re.compile(r"(?:^|[ \n])U $")
"""A Burmese form of address that belongs to a name of one word."""
FIRST_NAMED = ("Pak", "Bu", "Khun", "Ato")
"""Honorifics that are names as well, and stand before a first name alone."""


def drop_styles(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names without those that are but an honorific, or letters right behind a person's name."""
    text, end = prose.text, -1
    kept: list[Name] = []
    for name, following in zip_longest(names, names[1:]):
        if is_lone_style(text, name) or is_office_alone(text, name) or stands_before(text, name, following):
            continue
        is_behind = end >= 0 and text[end : name.span.start] in (" ", ", ", " (", "")
        if is_behind and is_letters(name.span.of(text)):
            end = name.span.end
            continue
        end = name.span.end if name.type == "Person" else -1
        kept.append(name)
    return kept


def is_lone_style(text: str, name: Name) -> bool:
    """Whether a name is but a style, its full stop aside."""
    stop = text[name.span.end : name.span.end + 1] == "."
    return is_style(name.span.of(text) + "." * stop) and not is_acronym_alone(text, name)


def is_office_alone(text: str, name: Name) -> bool:
    """Whether a name is but an honorific that the text has behind "the": "Amir sends cable" over "the Amir sent"."""
    words = name.span.of(text)
    return name.type == "Person" and " " not in words and look_up(words) is not None and f"the {words} " in text


def stands_before(text: str, name: Name, following: Name | None) -> bool:
    """Whether a name is but an honorific right before the person's name behind it: "Daw | Khin Myo Thant"."""
    if following is None or following.type != "Person" or following.span.start - name.span.end > NEAR:
        return False
    match = match_honorific(text, name.span.start, following.span.start)
    if match is None or match.end < name.span.end:
        return False
    if match.honorific.is_role:
        # "Ayatollah | Kazem Shirazi": what he is, and no body.
        return match.honorific.use == "style" and text[match.end : following.span.start] == " "
    return find_honored_start(text, name.span.start, following.span.start) == name.span.start


def is_acronym_alone(text: str, name: Name) -> bool:
    """Whether an acronym of a body is written as a style is, with no name behind it: "HM said"."""
    words = name.span.of(text)
    is_acronym = name.type != "Person" and words.isupper() and "." not in words
    return is_acronym and not text[name.span.end + 1 :][:1].isupper()


HONORIFIC_ALONE: Rule[Step] = Rule(
    "honorific alone",
    drop_styles,
    yes=(
        "<P |Her Highness|> opened the school.",
        "<L |Daw|> <P Khin Myo Thant> left.",
        "<O |Ayatollah|> <P Kazem Shirazi> prayed.",
        "<P |Amir|> sends a cable\nHis Highness the Amir sent a cable.",
        "<P Sami Haddad>, <O |PhD|>, left.",
    ),
    no=("<P Amir Khan> left.", "<O HM> said so.", "<L Sri Lanka> won.", "<O PhD> is a band.", "<P Daw> left <P Khin>."),
)


def retype_honored(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names, a body as a person where a style stands before its words: "Alhaji Danjuma"; where a rank does,
    "General Tiani", only if the rest is a given name or a surname of the text.
    """
    surnames = frozenset(surname(name.span.of(prose.text)) for name in names if name.type == "Person")
    return [
        name._replace(type="Person") if name.type in ("Organization", "Place") and is_honored(words, surnames) else name
        for name in names
        for words in (name.span.of(prose.text),)
    ]


def is_honored(words: str, surnames: frozenset[str]) -> bool:
    """Whether words are a style and what a person may be called behind it."""
    match = match_honorific(words, 0, len(words))
    if match is None or match.honorific.use != "style" or known_type(words) is not None:
        return False
    rest = words[match.end :].split()
    is_short = len(match.words) < 4 and words[match.end - 1] != "."
    if is_short or not rest or len(rest) > MOST_WORDS:
        return False
    if match.honorific.is_role and not (is_given(rest[0]) or rest[-1] in surnames):
        return False
    return not any(is_head(word) or known_type(word) is not None for word in rest)


PERSON_BEHIND_STYLE: Rule[Step] = Rule(
    "person behind a style",
    retype_honored,
    yes=(
        "<P Abdou Tiani> spoke. <O |General Tiani|> left.",
        "<O |Alhaji Danjuma|> left.",
        "<O |General Ibrahim Bako|> left.",
        "<O |Alhaji Musa Sule Bako Danjuma|> left.",
    ),
    no=(
        "<O Alhaji Musa Sule Bako Danjuma Garba> left.",
        "<P Abdou Tiani> drove a <O General Motors> car.",
        "<P Abdou Tiani> sold <O General Atomics>.",
        "<P Abdou Tiani> left the <O General Assembly>.",
        "<O General Tiani> left.",
    ),
)

AGE = re.compile(r", (?:aged )?\d{1,2},? ?(?:,|who |was |of )")
"""How old somebody is, behind the name."""
WORK = re.compile(r", an? (?:[\w-]+ ){0,3}?(?P<role>[a-z-]{4,20})(?:,| (?:of|for|at|from|in|with|who)\b)")
"""What somebody is, behind the name, with an article that leaves others."""
SHARED = frozenset({"candidate", "champion", "host", "leader", "member", "neighbor", "neighbour", "partner", "player"})
"""What places are too."""
MANY = re.compile(r"[A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+){1,3}")
"""Names of several words, each with a capital."""


def retype_places(text: str, name: Name) -> Name:
    """A place that no list knows, with an age or an occupation behind it, as a person."""
    words = name.span.of(text)
    if name.type != "Place" or not MANY.fullmatch(words) or is_known_place(words):
        return name
    return name._replace(type="Person") if is_told_of_person(text, name.span.end) else name


def is_known_place(words: str) -> bool:
    """Whether a list knows the place, or its first or last word is one for places: "Silver Lake"."""
    first, *_, last = words.split()
    is_listed = known_type(words) is not None or find_country(words) is not None or bool(find_cities(words))
    return is_listed or is_head(first) or is_head(last)


def is_told_of_person(text: str, end: int) -> bool:
    """Whether the words behind a name tell an age or an occupation."""
    work = WORK.match(text, end)
    is_work = work is not None and work["role"] not in SHARED and classify_person(work["role"]) == "role"
    return is_work or AGE.match(text, end) is not None


PERSON_BY_WORK: Rule[Step] = Rule(
    "age or occupation behind",
    change(retype_places),
    yes=(
        "<L |Daslan Barang|>, a security official from the port, said so.",
        "The man, <L |Sulesh Omman|>, 20, was shot.",
        "<L |Tolvar Renn|>, a lawyer for the family, left.",
    ),
    no=(
        "<L Silver Lake>, a partner of the bank, is near.",
        "<L New Zealand>, a leader in trade, left.",
        "<L Tolvar Renn>, a member of the league, won.",
        "<L Tolvar Renn>, a village of 300, burned.",
        "<L Tolvar>, a lawyer for the family, left.",
        "<L Tolvar Renn>, 20 miles away, burned.",
    ),
)


def trim_honorifics(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names, those of people without what stands before them as an honorific."""
    primary = prose.language.partition("-")[0].lower()
    return [trim(prose.text, name, primary) if name.type == "Person" else name for name in names]


def trim(text: str, name: Name, language: str) -> Name:
    """A person's name without its honorifics; "U" before one word is a part of it: "U Thant"."""
    start, end = name.span
    is_cut = start > 2 and text[start - 1] == "/"  # "W/ro": the name that was read begins behind the stroke
    start -= 2 * is_cut
    if BURMESE.search(text, max(0, start - 3), start) and " " not in name.span.of(text):
        return name._replace(span=Span(start - 2, end))
    first = find_name_start(text, start, end, language)
    is_same = first >= end or (is_cut and first == start)
    return name if is_same else name._replace(span=Span(first, end))


HONORIFIC: Rule[Step] = Rule(
    "honorific before a name",
    trim_honorifics,
    yes=(
        "<P Datuk Seri |Faizal Osman|> spoke.",
        "The planner, <P Arc. |Folake Bello|>, left.",
        "Then W/<P ro |Almaz Tadesse|> agreed.",
        "|U <P Thant|> led the body.",
    ),
    no=("<P Pak Jin-hyok> wrote it.", "<P Amir Khan> left.", "<O Datuk Seri Bank> rose.", "<P Dr.> left."),
)


def cut_letters(text: str, name: Name) -> Name:
    """A person's name without the letters behind it."""
    size = find_letters(name.span.of(text)) if name.type == "Person" else 0
    return name._replace(span=Span(name.span.start, name.span.start + size)) if size else name


LETTERS: Rule[Step] = Rule(
    "letters behind a name",
    change(cut_letters),
    yes=(
        "<P |Sami Haddad|, PhD> left.",
        "<P |Ibrahim Bako|, GCFR> left.",
        "<P |Ibrahim Bako| GCON, CFR> left.",
        "<P |Rita Mensah| MP> left.",
        "<P |Emeka Obi| (Rtd)> left.",
    ),
    no=(
        "<P Jane Dorran> left.",
        "<P MP> left.",
        "<P Tom OM Arden> left.",
        "<P Ana SAN Juan> left.",
        "<O Haddad MP> left.",
    ),
)


def shorten_known(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names; of an honorific that is a name as well and one word the word alone, only where the text has it before
    the full name: "Maulana Rahmani" beside "Maulana Fazlu Rahmani".
    """
    text = prose.text
    full = {pair for name in names for pair in (*honored_words(text, name), *called_words(text, name))}
    return [shorten_honored(text, name, full) for name in names]


def honored_words(text: str, name: Name) -> Iterator[tuple[str, str]]:
    """The honorific right before a name that may belong to one, with the first and the last word of the name."""
    words = fold_name(name.span.of(text)).split()
    if name.type != "Person" or len(words) < 2:
        return
    before = text[max(0, name.span.start - NEAR) : name.span.start].split()[-1:]
    for title in before:
        yield from ((title, word) for word in (words[0], words[-1]))


def called_words(text: str, name: Name) -> Iterator[tuple[str, str]]:
    """Honorifics that stand before a first name alone, each with that of a full name: "Pak Hendra" is Hendra Wiguna."""
    words = fold_name(name.span.of(text)).split()
    if name.type == "Person" and len(words) > 1 and match_honorific(name.span.of(text), 0, len(words[0])) is None:
        yield from ((title, words[0]) for title in FIRST_NAMED)


def shorten_honored(text: str, name: Name, full: set[tuple[str, str]]) -> Name:
    """A name of an honorific and one word without the honorific, where a full name has both."""
    title, _, rest = name.span.of(text).partition(" ")
    if name.type != "Person" or (title, fold_name(rest)) not in full:
        return name
    if match_honorific(title, 0, len(title)) is None:
        return name
    return name._replace(span=Span(name.span.start + len(title) + 1, name.span.end))


KNOWN_HONORIFIC: Rule[Step] = Rule(
    "honorific of a full name",
    shorten_known,
    yes=(
        "Maulana <P Fazlu Rahmani> marched. <P Maulana |Rahmani|> said so.",
        "<P Hendra Wiguna> spoke. “It is done,” <P Pak |Hendra|> said.",
    ),
    no=("<P Fazlu Rahmani> marched. <P Maulana Rahmani> said so.", "<P Jin Park> left. <P Pak Wiguna> spoke."),
)
