"""The names in a field that states the authors: each by itself, without offices, houses, addresses and words of links.

>>> split_authors(["By Omar Dell and Petya Florin, Political Editor"])
('Omar Dell', 'Petya Florin')

What could be one name with a comma or an "and" in it ("Smith, John", "Ortega y Gasset") stays as it is.
"""

import html
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Literal

from generator.language.world.places import find_cities
from generator.text.wordlists import load_sections, load_set, load_words

_LONGEST_NAME = 8
"""Words in an author's name, at most."""
_MOST = 100
_LONGEST_FIELD = 2_000
_ADDRESS = re.compile(r"[(<\[]?\b(?:https?://|www\.|mailto:)[^\s<>)]{1,300}[)>\]]?", re.IGNORECASE)
"""A web address, in brackets or not."""
_MAIL = re.compile(r"[(<\[]?(?<![\w.+-])[\w.+-]{1,64}(?:@| at )[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}[)>\]]?")
"""An e-mail address, also with "at" in words."""
_HANDLE = re.compile(r"[(<\[]?(?<!\w)@\w{1,40}[)>\]]?")
"""A name on a social network: "@anna"."""
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|\n]{0,200}\|)?([^\[\]|\n]{1,200})\]\]")
"""A link of a note: "[[people/anna|Anna Roe]]"; the group is what it shows."""
_SITE = re.compile(r"[\w-]{1,60}(?:\.[a-z0-9-]{2,30}){0,3}\.[a-z]{2,10}", re.IGNORECASE)
"""A host name alone."""
_BRACKET_AT_END = re.compile(r"[ \u00a0]*[(\[][^()\[\]]{0,60}[)\]]?\Z")
"""A bracket behind a name, closed or not: "Anna Roe (Lima"."""
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{1,200})[)\]]")
"""A text that stands in brackets as a whole."""
_OTHERS = re.compile(r",? (?:et al\.?|u\. ?a\.)\Z")
""""And others" behind a name."""
_PARTS = re.compile(r"[;|•·、，\n\t]| / ")
"""A border between names that no name has in it."""
_DAY_AT_END = re.compile(
    r"[ ,]{1,3}(?:on )?(?:[A-Z][a-z]{2,8}\.? )?\d[\d ./:,-]{0,20}(?:[A-Za-z.,]{2,10} ?){0,2}\d{0,4}\Z"
)
"""A day behind a name: "Anna Roe, May 3, 2021"."""
_PLACE_AT_END = re.compile(
    r"(?<=\w\w)[ \u00a0](?:(?:in|at|aus|à|en|from|for|im) (?:the |der |den )?|of [Tt]he )[A-ZÀ-ÖØ-Þ][^,;]{1,50}\Z"
)
"""A place behind a name: "Anna Roe in Lima"."""
_USER_NAME = re.compile(r"[a-z0-9]{1,40}(?:[-_.][a-z0-9]{1,40}){1,5}|[a-z]{0,40}\d[a-z0-9]{0,40}")
"""How somebody is called as a user: "anna.roe", "aroe2"."""
_LOWER = load_set("name_particles.txt")
"""Words of names that are written small."""
_ORIENTAL = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""A letter of a script that writes names without blanks: Japanese, Chinese, Korean."""
_REPORTER = re.compile(r"[ \u00a0]?(?:기자|記者|记者)\Z")
""""Reporter" behind a name, in Korean and Chinese."""

Kind = Literal["person", "house", "office", "place", "nobody", "suffix", "word"]


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in dict(load_sections("author_words.txt"))[section])


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands before names, between them, and the words of links behind one."""
    before, between, links = (
        "|".join(re.escape(word) for word in sorted(_words(name), key=len, reverse=True))
        for name in ("before names", "between names", "links")
    )
    # In capitals too, but for single letters: those are initials.
    between = "|".join(f"{word}|{word.upper()}" if len(word) > 1 else word for word in between.split("|"))
    glued = rf"(?<=[a-zß-ÿ])(?-i:(?=[A-Z]))(?:{links})"
    apart = r"[ \u00a0]+(?:twitter|facebook|instagram|linkedin|e-mail|follow\b.{0,60}|view profile)"
    return (
        re.compile(rf"(?:{before})(?:[ \u00a0]*:[ \u00a0]*|[ \u00a0]+)(?=\S)", re.IGNORECASE),
        re.compile(rf"(?:\A|[ \u00a0]+)(?:{between})[ \u00a0]+(?=\S)"),
        re.compile(rf"(?:{glued}|{apart})\Z", re.IGNORECASE),
    )


@cache
def _houses() -> frozenset[str]:
    """Agencies and media, by name in lower case."""
    agencies = (name for _, group in load_sections("wires_agencies.txt") for name in group)
    return frozenset(
        name.casefold() for name in (*agencies, *load_words("media_outlets.txt"), *load_words("media_names.txt"))
    )


def split_authors(
    values: Iterable[str], *, site: Iterable[str | None] = (), is_byline: bool = False
) -> tuple[str, ...]:
    """The authors that the values of one field name, in order, each once; `site`: names of the publisher.

    In a byline what follows a bare comma may as well be its author's house: there only a known given name makes it
    an author.
    """
    own = {fold for name in site if name and (fold := _fold(name))}
    found: list[str] = []
    for value in values:
        for part in _PARTS.split(_plain(value)):
            found += _names_of(part, is_byline=is_byline)
    kept = (name for name in dict.fromkeys(found) if _fold(name) not in own)
    return tuple(name for name in kept if len(name.split()) <= _LONGEST_NAME)[:_MOST]


def is_person(name: str) -> bool:
    """Whether a name has the form of somebody's, and is none of a house or an office."""
    return _kind_of(name) == "person"


def is_site_name(name: str) -> bool:
    """Whether the words are an address or the name of a host."""
    return "://" in name or _SITE.fullmatch(name.strip()) is not None


def _fold(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


def _plain(value: str) -> str:
    """The value without entities, links, addresses and handles."""
    text = html.unescape(value[:_LONGEST_FIELD])
    text = _WIKI_LINK.sub(r"\1", text)
    for pattern in (_ADDRESS, _MAIL, _HANDLE):
        text = pattern.sub("", text)
    return text.replace("\u00a0", " ")


def _names_of(part: str, *, is_byline: bool) -> Iterator[str]:
    """The authors in a part of a field that no strong border divides."""
    whole = _strip(part)
    before = _patterns()[0].match(whole)
    if before and _may_be_cut(before[0], whole[before.end() :]):
        whole = _strip(whole[before.end() :])
    sides = _sides(whole)
    if all("," in side and _is_inverted(side) for side in sides):
        yield from map(_trim, sides)
        return
    found: list[str] = []
    segments = whole.split(",")
    # Authors are listed with an "and" before the last one.
    are_short = any(len(_strip(segment).split()) == 1 for segment in segments)
    is_doubtful = is_byline and (are_short or not _patterns()[1].search(segments[-1]))
    for number, segment in enumerate(segments):
        _take(found, _strip(segment), is_first=number == 0, is_doubtful=is_doubtful)
    yield from (name for name in found if _is_name(name) and not _is_nobody(name))


def _take(found: list[str], segment: str, *, is_first: bool, is_doubtful: bool) -> None:
    """Add what stands between two commas to the authors before it."""
    sides = [_strip_office(side) for side in _sides(segment) if side]
    kinds = [_kind_of(side) for side in sides]
    if is_doubtful and not is_first and kinds in (["person"], ["word"]):
        kinds = ["person" if _has_given_name(sides[0]) else "house"]
    is_one = len(sides) > 1 and ("word" in kinds or _goes_on(sides[0], kinds[0]))
    if is_first and is_one:
        sides, kinds = [segment], ["word"]
    if is_first or (found and set(kinds) <= {"person", "office", "place", "nobody", "house", "suffix"}):
        for side, kind in zip(sides, kinds, strict=True):
            if kind == "suffix" and found:
                found[-1] = f"{found[-1]}, {side}"
            elif kind == "person" or _counts(kind, is_first=is_first, is_alone=len(sides) == 1):
                found.append(side)
    elif found and segment and not (is_doubtful and _kind_of(found[-1]) == "person"):
        found[-1] = f"{found[-1]}, {segment}"


def _counts(kind: Kind, *, is_first: bool, is_alone: bool) -> bool:
    """Whether what has not the form of a full name is an author: behind a comma it says something of the one before."""
    return (is_first or not is_alone) if kind in ("house", "word") else is_first and is_alone and kind != "nobody"


def _goes_on(side: str, kind: Kind) -> bool:
    """Whether the name of a body may go on behind an "and": "Department of Health and Social Care"."""
    return kind == "house" and (" of " in side or " for " in side)


def _sides(text: str) -> list[str]:
    """The parts beside "and" and its like."""
    return [_trim(side) for side in _patterns()[1].split(text) if side and side.strip()]


def _strip(text: str) -> str:
    """The text on one line, without marks around it and brackets around all of it."""
    text = " ".join(text.split()).strip(' ,:–—-"“”')
    inner = _BRACKETED.fullmatch(text)
    return inner[1] if inner else text


def _trim(text: str) -> str:
    """One name without what sticks to its ends: brackets with initials, places, words of links, days."""
    text = _OTHERS.sub("", _strip(text))
    for _ in range(3):
        shorter = _REPORTER.sub("", _patterns()[2].sub("", _BRACKET_AT_END.sub("", text))).rstrip(" ,:–—-|")
        if not shorter or shorter == text:
            break
        text = shorter
    text = _DAY_AT_END.sub("", text) or text
    place = _PLACE_AT_END.search(text)
    return text[: place.start()] if place and len(text[: place.start()].split()) > 1 else text


def _may_be_cut(before: str, rest: str) -> bool:
    """Whether a word before a name is no part of it: "Von" is the head of a surname where one word follows."""
    word = before.strip(" :\u00a0").casefold()
    names = rest.split()
    if ":" in before or word not in ("von", "e", "od", "av", "af"):
        return True
    return len(names) > 1 and names[0][:1].isupper()


def _is_inverted(text: str) -> bool:
    """Whether it reads as "Smith, John": a surname of one word, or given names that are known."""
    surname, _, given = (part.strip() for part in text.partition(","))
    are_two = bool(surname and given) and "," not in given
    if not are_two or _kind_of(given) in ("office", "suffix", "house", "nobody"):
        return False
    names = given.split()
    if not all(name[:1].isupper() for name in names) or len(names) > 3:
        return False
    is_given = names[0] in load_set("given_names.txt")
    if len(surname.split()) == 1:
        return len(names) < 3 and (is_given or not (_is_place(given) or _kind_of(surname) == "house"))
    return len(surname.split()) <= 3 and len(names) == 1 and is_given


def _kind_of(text: str) -> Kind:
    """What a part of the field names."""
    folded, words = text.casefold().strip(" ."), text.split()
    if text.casefold() in _words("suffixes"):
        return "suffix"
    if not words or folded in _words("nobody") or _is_nobody(text):
        return "nobody"
    if folded in _houses() or _is_body(text, words):
        return "house"
    is_full_name = len(words) == 2 and _has_given_name(text)
    if text.casefold() in _words("degrees") or _is_listed_office(folded):
        return "office"
    if any(_is_office(word) for word in words) and not is_full_name:
        return "office"
    if _is_place(text):
        return "place"
    return "person" if _is_person(text, words) else "word"


def _is_body(text: str, words: list[str]) -> bool:
    """Whether it ends as the name of an organization does, or begins as "University of ..."."""
    known = load_set("org_words.txt")
    heads = (word for word, after in pairwise(words) if after in ("of", "for"))
    return words[-1] in known or any(word in known for word in heads) or text in load_set("known_organizations.txt")


def _is_office(word: str) -> bool:
    return word.casefold().strip(".,") in _words("offices")


def _is_listed_office(folded: str) -> bool:
    return any(folded == role or folded.startswith(f"{role} ") for role in load_words("byline_roles.txt"))


def _is_place(text: str) -> bool:
    return bool(find_cities(text if not text.isupper() else text.title())) and not _has_given_name(text)


def _has_given_name(text: str) -> bool:
    return len(text.split()) > 1 and text.split()[0].title() in load_set("given_names.txt")


def _is_person(text: str, words: list[str]) -> bool:
    """Whether the words have the form of a full name."""
    if _ORIENTAL.search(text):
        return 2 <= len(text) <= 12
    if not 2 <= len(words) <= 6 or any(c.isdigit() for c in text):
        return False
    is_small = [word[0].islower() for word in words]
    return not is_small[-1] and all(
        word.casefold() in _LOWER for word, small in zip(words, is_small, strict=True) if small
    )


def _strip_office(text: str) -> str:
    """A full name without the office that follows it: "Ann Lee Senior Reporter"."""
    words = text.split()
    if len(words) < 3 or not _has_given_name(text):
        return text
    for n in range(2, len(words)):
        rest = " ".join(words[n:])
        if _is_listed_office(rest.casefold()) or (n == len(words) - 1 and _is_office(words[n])):
            return " ".join(words[:n])
    return text


def _is_nobody(name: str) -> bool:
    """Whether it is a desk or the staff of a house: "Reuters Staff", "Daily Mail Reporter"."""
    words = name.casefold().split()
    if all(word in _words("nobody") for word in words):
        return True
    last = words[-1]
    is_desk = last in ("staff", "newsroom", "desk", "redaktion", "reporter", "reporters", "correspondent", "editors")
    return is_desk and not _has_given_name(name)


def _is_name(name: str) -> bool:
    """Whether it can be a name at all: letters, no address, no user name, nobody in particular."""
    if not any(c.isalpha() for c in name) or is_site_name(name) or any(c in name for c in "/{}<>="):
        return False
    is_user = _USER_NAME.fullmatch(name) is not None or (name.isascii() and name.islower() and name.isalpha())
    return name.casefold().strip(" .") not in _words("nobody") and not (is_user and name not in _houses())
