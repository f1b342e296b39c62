"""What the word lists know of a word or a phrase, words with their places in the text, and the long forms that a
text defines an acronym for.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from generator.language.world.places import country_names, find_capital, find_country, is_demonym
from generator.model import EntityType, Span
from generator.text.names import IN_BRACKETS, SMALL, is_acronym
from generator.text.wordlists import load_pairs, load_sections, load_set, load_words

WORD = re.compile(r"(?:[^\W\d_]\.){2,6}(?!\w)|[^\W_]+(?:['\u2019&\u2011-][^\W_]+)*")
"""U.S. with its full stops, or letters and digits with single inner apostrophes, hyphens and ampersands."""
OWNER = ("'s", "'S", "\u2019s", "\u2019S")
"""The ending of an owner: "Peru's"."""
LOWER_AFTER_HYPHEN = re.compile(r"((?!Co-)[^\W\d_a-z][^\W_]*)-([a-z]+)(?:-|$)")
"""British-sponsored: only the word before the hyphen is part of a name."""
FIRST_CAPITAL = re.compile(r"(?:[a-z]{1,3}['\u2019-])?[^\W\d_]")
"""The letter that shows a word's case; "al-" and "d'" before it do not count."""
SENTENCE_BREAK = re.compile(r"[.!?:;\u2026\u3002\u201c\u2018\"\u2022|\n]|^\W*['(\[]|--|\u2014")
"""What stands in a gap before a word that may be capitalized just because it comes first."""


KEPT_STRETCHES = 1_024
"""Stretches of text whose words are kept: several rules ask for those of one block."""


class Token(NamedTuple):
    """One word. `text` is `document[start:end]`, without a possessive 's, with the full stop of an abbreviation."""

    start: int
    end: int
    text: str
    gap: str
    """The characters between the word before (its 's included) and this one; the first word has a line feed."""
    possessive: bool
    """Whether 's follows; `end` stands before it."""

    @property
    def is_capitalized(self) -> bool:
        """Whether the word begins with a capital, "al-" and the like aside."""
        match = FIRST_CAPITAL.match(self.text)
        return match is not None and (self.text[match.end() - 1].isupper() or self.text[0].isupper())

    @property
    def is_first(self) -> bool:
        """Whether a sentence, a quotation or a bracket may begin here."""
        return SENTENCE_BREAK.search(self.gap) is not None

    @property
    def is_joined(self) -> bool:
        """Whether only white space stands before it: one blank, or a line wrapped inside a block."""
        return self.gap.isspace() and len(self.gap) <= 3 and self.gap.count("\n") <= 1 and self.start > 0


def split_tokens(text: str, start: int, end: int) -> list[Token]:
    """The words of `text[start:end]`, in order."""
    return list(_split_tokens(text, start, end))


@lru_cache(maxsize=KEPT_STRETCHES)
def _split_tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    tokens: list[Token] = []
    before = start
    for match in WORD.finditer(text, start, end):
        word, stop = match[0], match.end()
        if text[stop : stop + 1] in ("@", "_") or (match.start() > start and text[match.start() - 1] in "@#_"):
            continue
        if "-" in word and (cut := LOWER_AFTER_HYPHEN.match(word)) and cut[2] in load_set("common_words.txt"):
            word, stop = cut[1], match.start() + cut.end(1)
        possessive = word.endswith(OWNER) and len(word) > 3
        last = stop - 2 if possessive else stop
        if not possessive and is_abbreviated(text, word, stop, end):
            stop = last = stop + 1
        gap = text[before : match.start()] if tokens else "\n"
        tokens.append(Token(match.start(), last, text[match.start() : last], gap, possessive))
        before = stop
    return tuple(tokens)


def is_abbreviated(text: str, word: str, stop: int, end: int) -> bool:
    """Whether the full stop at `stop` belongs to the word: an initial ("R.") or a listed abbreviation."""
    if stop >= end or text[stop] != ".":
        return False
    kinds = load_pairs("abbreviations.txt")
    # "GOV. JANE ROE": a title in capitals.
    in_capitals = word.isupper() and kinds.get(f"{word.capitalize()}.") == "+"
    return (len(word) == 1 and word.isupper()) or f"{word}." in kinds or in_capitals


def span_of(tokens: Iterable[Token]) -> Span:
    """From the first of these words to the last."""
    words = list(tokens)
    return Span(words[0].start, words[-1].end)


KEPT = 20_000
"""Answers kept for words and phrases asked again."""


@cache
def cues(heading: str) -> frozenset[str]:
    """The words under one heading of `name_cues.txt`."""
    return frozenset(dict(load_sections("name_cues.txt"))[heading])


@cache
def function_words() -> frozenset[str]:
    """The commonest function words of English and words that often open a sentence, in lower case."""
    return frozenset(load_pairs("function_words.txt")["en"].split()) | load_set("sentence_openers.txt")


@cache
def head_words(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """A list of head words: those that end a name; those marked "+", which also begin one or stand before "of"."""
    lines = [line.partition("\t") for line in load_words(f"{name}.txt")]
    return frozenset(word for word, _, _ in lines), frozenset(word for word, _, mark in lines if mark)


@cache
def listed_bodies() -> frozenset[str]:
    """The media, companies, parties and other bodies of the world's press, those aside that are common words."""
    sections = load_sections("world_organizations.txt")
    listed = (names for heading, names in sections if heading != "media that are words")
    outlets = load_set("media_outlets.txt") | load_set("wires_agencies.txt")
    media = {name for name in outlets if name.removeprefix("The ").count(" ") and not name.startswith("[")}
    return load_set("parties.txt").union(media, *listed) - load_set("not_names.txt")


@cache
def longest_known() -> int:
    """The number of words of the longest phrase on the lists."""
    files = ("known_places.txt", "known_organizations.txt", "more_places.txt", "more_organizations.txt")
    lists = (*map(load_set, files), country_names())
    return max(phrase.count(" ") for phrases in lists for phrase in phrases) + 1


@lru_cache(maxsize=KEPT)
def known_type(phrase: str) -> EntityType | None:
    """The type of a phrase on the lists of countries, capitals, places and organizations."""
    if phrase in load_set("not_names.txt"):
        return None
    if find_country(phrase) or phrase in load_set("more_places.txt") or find_capital(phrase):
        return "Place"
    if phrase in load_set("more_organizations.txt"):
        return "Organization"
    if any(is_other(phrase) for is_other in (is_demonym, is_head, is_title, is_given)):
        return None
    if phrase in load_set("known_organizations.txt"):
        return "Organization"
    return "Place" if phrase in load_set("known_places.txt") else None


def is_people(word: str) -> bool:
    """Whether a word is an adjective or a people of a country or region, and no place or organization: "Balkans"."""
    return is_demonym(word) and known_type(word) is None


def is_function(word: str) -> bool:
    """Whether a word is a function word; in capitals it is none: "US", "IT"."""
    return word.lower() in function_words() and not (len(word) > 1 and word.isupper())


@lru_cache(maxsize=KEPT)
def is_common(word: str) -> bool:
    """Whether a word is common in lower case, and so says little when capitalized."""
    lower = word.lower().replace("\u2019", "'")
    return lower in load_set("common_words.txt") or lower in function_words()


def is_calendar(word: str) -> bool:
    """Whether a word names a month, a weekday, a holiday or a time zone."""
    return word in load_set("calendar_words.txt")


def is_given(word: str) -> bool:
    """Whether a word is a given name; of "Jean-Luc" the first part counts."""
    return word in load_set("given_names.txt") or word.partition("-")[0] in load_set("given_names.txt")


def is_surname(word: str) -> bool:
    """Whether a word nearly always ends a person's name."""
    return word in load_set("surnames.txt")


def is_initial(word: str) -> bool:
    """Whether a word is one initial: "R." or "R"."""
    return len(word.rstrip(".")) == 1 and word[0].isupper()


@lru_cache(maxsize=KEPT)
def is_title(word: str) -> bool:
    """Whether a word heads titles, in any case, in the singular: "Minister", "spokesman", "Gen."."""
    lower = word.lower()
    return lower in load_set("titles.txt") or lower.removeprefix("ex-").removeprefix("vice-") in load_set("titles.txt")


@lru_cache(maxsize=KEPT)
def is_taken(word: str) -> bool:
    """Whether a word names something that is no person: a place, an organization, a people, a date."""
    return known_type(word) is not None or is_demonym(word) or is_calendar(word) or is_head(word)


def is_head(word: str) -> bool:
    """Whether a word heads names of organizations, places or events."""
    return any(word in head_words(name)[0] for name in ("org_words", "place_words", "event_words"))


def is_name_word(token: Token) -> bool:
    """Whether a word is written as part of a name: capitalized, no number, no date, not "I"."""
    text = token.text
    return token.is_capitalized and text not in ("I", "I'm", "I've", "I'll", "I'd") and not is_calendar(text)


def is_unknown(word: str) -> bool:
    """Whether no list knows the word: it may well be a name."""
    if word in load_set("not_names.txt"):
        return False
    return not any(is_known(word) for is_known in (is_common, is_taken, is_title, is_acronym))


INNER_HYPHEN = re.compile(r"-(?=[a-z])")
"""A hyphen that opens no part of a word that gives a letter: "Co-operation"."""


class Definition(NamedTuple):
    """The words of a long form, by index; the last exclusive. `acronym` is the index of the acronym's word."""

    start: int
    end: int
    acronym: int


def find_definitions(text: str, tokens: Sequence[Token]) -> list[Definition]:
    """All long forms beside an acronym in brackets.

    Where the acronym has more letters than the words before it, words after the bracket may supply the rest:
    "Organization for Security and Cooperation (OSCE) in Europe" is one long form, brackets and all.
    """
    places = {token.start: index for index, token in enumerate(tokens)}
    found: list[Definition] = []
    if not tokens:
        return found
    for match in IN_BRACKETS.finditer(text, tokens[0].start, min(len(text), tokens[-1].end + 2)):
        index = places.get(match.start("acronym"))
        if index is None or index == 0:
            continue
        letters = [c for c in match["acronym"].upper() if c.isalnum()]
        start = match_left(tokens, index, letters)
        if start is not None:
            found.append(Definition(start, index, index))
        elif (wrapped := match_around(tokens, index, letters)) is not None:
            found.append(wrapped)
    return found


def letter_of(token: Token) -> str:
    """The letters a word gives to an acronym: the first of each part with a capital."""
    parts = INNER_HYPHEN.sub("", token.text).split("-")
    return "".join(part[0] for part in parts if part).upper()


def match_left(tokens: Sequence[Token], index: int, letters: Sequence[str]) -> int | None:
    """Where the long form begins that ends right before the word `index` and gives exactly `letters`."""
    rest, at = list(letters), index
    while rest and at > 0 and index - at < 2 * len(letters) + 4:
        at -= 1
        token = tokens[at]
        given = letter_of(token)
        may_give = bool(given) and (token.is_capitalized or token.text not in SMALL)
        if may_give and rest[-len(given) :] == list(given):
            del rest[-len(given) :]
        elif token.text not in SMALL:
            return None
        if rest and not (token.is_joined or token.gap.strip() in (",", "-", "&")):
            return None
    capitals = sum(token.is_capitalized for token in tokens[at:index])
    return at if not rest and 2 * capitals >= len(letters) and tokens[at].is_capitalized else None


def match_around(tokens: Sequence[Token], index: int, letters: Sequence[str]) -> Definition | None:
    """A long form that goes on after the bracket: "in Europe", "of Canada"."""
    end = index + 1
    while end < len(tokens) and tokens[end].text in SMALL and (tokens[end].gap == ") " or tokens[end].is_joined):
        end += 1
    has_small_word = index + 1 < end < len(tokens)
    if not has_small_word or not tokens[end].is_capitalized or not tokens[end].is_joined:
        return None
    tail = letter_of(tokens[end])
    if len(letters) <= len(tail) or "".join(letters[-len(tail) :]) != tail:
        return None
    start = match_left(tokens, index, letters[: -len(tail)])
    return None if start is None else Definition(start, end + 1, index)
