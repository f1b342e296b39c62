"""Names of people without the honorifics before them and the letters behind; honorifics alone are nobody."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from generator.language.by_rules.lexicon import is_given, is_head, known_type
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
from generator.model import Span
from generator.text.names import fold_name, surname

FIRST_NAMED = ("Pak", "Bu", "Khun", "Ato")
"""Honorifics that are names as well, and stand before a first name alone."""


def trim_honorifics(text: str, names: Sequence[Name], language: str) -> tuple[Name, ...]:
    """The names, those of people without honorifics and letters. An honorific that is a name as well is left out before
    one word only where the text has it before the full name: "Maulana Rahmani" beside "Maulana Fazlu Rahmani".
    """
    primary = language.partition("-")[0].lower()
    surnames = frozenset(surname(name.span.of(text)) for name in names if name.type == "Person")
    trimmed = [trim(text, retype(text, name, surnames), primary) for name in drop_styles(text, names)]
    full = {
        (title, word) for name in trimmed for title, word in (*honored_words(text, name), *called_words(text, name))
    }
    return tuple(shorten_known(text, name, full) for name in trimmed)


def drop_styles(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """The names without those that are but an honorific, or letters right behind a person's name."""
    end = -1
    for name, following in zip_longest(names, names[1:]):
        words = name.span.of(text)
        is_behind = text[end : name.span.start] in (" ", ", ", " (", "") and end >= 0
        if is_lone_style(text, name) or is_office_alone(text, name) or stands_before(text, name, following):
            continue
        if is_letters(words) and is_behind:
            end = name.span.end
            continue
        end = name.span.end if name.type == "Person" else -1
        yield name


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
    if following is None or following.type != "Person" or following.span.start - name.span.end > 20:
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
    return (
        name.type != "Person" and words.isupper() and "." not in words and not text[name.span.end + 1 :][:1].isupper()
    )


def retype(text: str, name: Name, surnames: frozenset[str]) -> Name:
    """A body as a person where a style stands before its words: "Alhaji Danjuma"; where a rank does, "General Tiani",
    only if the rest is a given name or one of the `surnames` of the text.
    """
    words = name.span.of(text)
    match = match_honorific(words, 0, len(words)) if name.type in ("Organization", "Place") else None
    if match is None or match.honorific.use != "style" or known_type(words) is not None:
        return name
    rest = words[match.end :].split()
    if match.honorific.is_role and not (rest and (is_given(rest[0]) or rest[-1] in surnames)):
        return name
    is_short = len(match.words) < 4 and words[match.end - 1] != "."
    is_body = not rest or any(is_head(word) or known_type(word) is not None for word in rest) or len(rest) > 4
    return name if is_body or is_short else name._replace(type="Person")


def trim(text: str, name: Name, language: str) -> Name:
    """A person's name without its honorifics and letters."""
    if name.type != "Person":
        return name
    start, end = name.span.start, name.span.end
    if text[start - 1 : start] == "/" and start > 2:
        start -= 2
    if text[max(0, start - 3) : start] in (" U ", "\nU ", "U ") and " " not in name.span.of(text):
        return name._replace(span=Span(start - 2, end))
    first = find_name_start(text, start, end, language)
    if first >= end or (first == start and start < name.span.start):
        first = name.span.start
    return name._replace(span=Span(first, first + find_letters(text[first:end])))


def honored_words(text: str, name: Name) -> Iterator[tuple[str, str]]:
    """The honorific right before a name that may belong to one, with the first and the last word of the name."""
    words = fold_name(name.span.of(text)).split()
    if name.type != "Person" or len(words) < 2:
        return
    before = text[max(0, name.span.start - 20) : name.span.start].split()[-1:]
    for title in before:
        yield from ((title, word) for word in (words[0], words[-1]))


def called_words(text: str, name: Name) -> Iterator[tuple[str, str]]:
    """Honorifics that stand before a first name alone, each with that of a full name: "Pak Hendra" is Hendra Wiguna."""
    words = fold_name(name.span.of(text)).split()
    if name.type == "Person" and len(words) > 1 and match_honorific(name.span.of(text), 0, len(words[0])) is None:
        yield from ((title, words[0]) for title in FIRST_NAMED)


def shorten_known(text: str, name: Name, full: set[tuple[str, str]]) -> Name:
    """A name of an honorific and one word without the honorific, where a full name has both."""
    title, _, rest = name.span.of(text).partition(" ")
    if name.type != "Person" or (title, fold_name(rest)) not in full:
        return name
    if match_honorific(title, 0, len(title)) is None:
        return name
    return name._replace(span=Span(name.span.start + len(title) + 1, name.span.end))
