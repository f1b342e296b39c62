"""What a run of capitalized words names: one name or more, each with its type, as far as there is evidence."""

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from generator.language.rules.lexicon import (
    cues,
    head_words,
    is_calendar,
    is_common,
    is_function,
    is_given,
    is_head,
    is_initial,
    is_people,
    is_surname,
    is_taken,
    is_title,
    is_unknown,
    known_type,
    longest_known,
)
from generator.language.rules.tokens import Token
from generator.model import EntityType
from generator.text.countries import find_country, is_demonym
from generator.text.names import is_acronym
from generator.text.wordlists import load_set


class Found(NamedTuple):
    """A name by the indexes of its words, the last exclusive."""

    start: int
    end: int
    type: EntityType


class Run(NamedTuple):
    """A run of words with no type so far, by indexes, the last exclusive."""

    start: int
    end: int


def read_run(tokens: Sequence[Token], start: int, end: int) -> list[Found | Run]:
    """The names in the run from `start` to `end`; what has no type comes back as `Run`."""
    start, end = trim(tokens, start, end)
    if start >= end or (end - start == 1 and is_dropped(tokens[start].text) and not tokens[start].possessive):
        return []
    words = [token.text for token in tokens[start:end]]
    kind = whole_type(words, tokens[start])
    if kind:
        return [Found(start, end, kind)]
    if all(known_type(part) for part in words[-1].split("-")) and "-" in words[-1]:
        return [Run(start, end)]
    split = split_known(tokens, start, end)
    if split:
        return split
    kind = cue_type(tokens, start, end)
    if not kind and not is_given(words[0]) and not is_surname(words[-1]):
        kind = context_type(tokens, start, end)
    kind = kind or person_type(tokens, start, end) or context_type(tokens, start, end)
    return [Found(start, end, kind)] if kind else [Run(start, end)]


def trim(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """The run without function words and common sentence openers before it and small words after it."""
    while start < end and is_leader(tokens, start, end):
        start += 1
    while end > start and not tokens[end - 1].is_capitalized:
        end -= 1
    return start, end


def is_leader(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the word at `at` stands before the name rather than in it."""
    token = tokens[at]
    word = token.text
    if known_type(word) or (is_acronym(word) and not is_function(word)) or word in cues("opens a storm"):
        return False
    if is_function(word) and len(word) > 1:
        phrase = " ".join(t.text for t in tokens[at:end])
        return known_type(phrase) is None
    if token.is_first and is_common(word) and word.endswith(("ed", "ing", "ly")) and end - at > 1:
        return known_type(" ".join(t.text for t in tokens[at:end])) is None
    if token.is_first and is_common(word) and end - at > 1 and not is_given(word):
        return not is_head(tokens[end - 1].text) and known_type(" ".join(t.text for t in tokens[at:end])) is None
    return False


def whole_type(words: Sequence[str], first: Token) -> EntityType | None:
    """The type of a run that is one name by the lists or by its head word."""
    phrase = " ".join(words)
    kind = known_type(phrase)
    if kind:
        return kind
    if len(words) == 1:
        return "Organization" if is_organization_acronym(words[0]) else None
    if find_country(" ".join(words[1:])) or (is_demonym(words[0]) and known_type(" ".join(words[1:])) == "Place"):
        return None
    kind = head_type(words)
    if kind == "Organization" and len(words) == 2 and first.is_first and is_common(words[0]) and not is_head(words[1]):
        return None
    return kind


def head_type(words: Sequence[str]) -> EntityType | None:
    """The type that the last word, the first word or the word before "of" gives a name of several words."""
    if words[-2] in cues("opens a storm"):
        return "Event"
    inner = [word for word, after in itertools.pairwise(words) if after in ("of", "for", "in")]
    orgs, places, events = (head_words(n) for n in ("org_words", "place_words", "event_words"))
    if any(word in orgs[0] for word in inner) or (not inner and words[-1] in orgs[0]):
        return "Organization"
    if any(word in events[1] for word in inner) or words[-1] in events[0]:
        return "Event"
    if any(word in places[1] for word in inner) or (not inner and words[-1] in places[0]):
        return "Place" if any(not is_demonym(word) for word in words[:-1]) else None
    return "Place" if words[0] in places[1] and not inner and len(words) == 2 and not is_common(words[1]) else None


def is_organization_acronym(word: str) -> bool:
    """Whether a word is written as an acronym that is none of the everyday ones ("CEO", "TV")."""
    return (
        is_acronym(word)
        and word.isupper()
        and 2 < len(word) < 8
        and not is_common(word)
        and word not in load_set("not_names.txt")
    )


def split_known(tokens: Sequence[Token], start: int, end: int) -> list[Found | Run] | None:
    """The run parted at a listed place or organization, a people, a title or a date at either of its ends."""
    words = [token.text for token in tokens[start:end]]
    if len(words) == 1:
        return None
    if is_dropped(words[0]):
        return read_run(tokens, start + 1, end)
    if is_dropped(words[-1]) and not is_given(words[0]):
        return read_run(tokens, start, end - 1)
    for size in range(min(len(words) - 1, longest_known()), 0, -1):
        kind = known_type(" ".join(words[:size]))
        if kind and not (size == 1 and is_given(words[0])):
            return [Found(start, start + size, kind), *read_run(tokens, start + size, end)]
        kind = known_type(" ".join(words[-size:]))
        if kind and not is_given(words[0]):
            return [*read_run(tokens, start, end - size), Found(end - size, end, kind)]
    return None


def is_dropped(word: str) -> bool:
    """Whether a word at the end of a run is no part of a name: a people, a date or a title."""
    return is_people(word) or is_calendar(word) or is_title(word)


def person_type(tokens: Sequence[Token], start: int, end: int) -> EntityType | None:
    """Person, where given names, initials and surnames say so."""
    words = [token.text for token in tokens[start:end]]
    capital = [word for word in words if word[0].isupper()]
    # A company may bear a surname: "Ann Bell" is no company.
    rest = words[:-1] if is_given(words[0]) and known_type(words[-1]) == "Organization" else words
    if any(is_taken(word) and not is_given(word) and word != "May" for word in rest):
        return None
    if is_title(words[0]) or words[0] in cues("opens a place"):
        return None
    if len(capital) == 1:
        named = is_surname(words[-1]) or (is_given(words[0]) and len(words[0]) > 2 and words[0][1:].islower())
        return "Person" if named and not is_common(words[0]) else None
    if len(words) > 5 or any(is_acronym(word) and not is_initial(word) and len(word) > 2 for word in words):
        return None
    before = tokens[start - 1].text if start and tokens[start].is_joined else ""
    if before in cues("never before a person") or (len(words) > 2 and is_common(words[-1]) and words[-1] != "May"):
        return None
    return "Person" if is_full_name(words, capital, tokens[start]) else None


def is_full_name(words: Sequence[str], capital: Sequence[str], first: Token) -> bool:
    """Whether several words, none of which names anything else, read as a person's full name."""
    if is_given(words[0]) and not (is_common(words[0]) and is_common(words[-1])):
        return True
    if is_initial(words[0]) and not is_common(words[-1]):
        return True
    plain = all(is_unknown(word) or is_initial(word) for word in capital)
    return plain and (is_surname(words[-1]) or (len(words) in (2, 3) and not first.is_first))


def cue_type(tokens: Sequence[Token], start: int, end: int) -> EntityType | None:
    """The type that a noun beside the run names: "village of X", "X district", "newspaper X", "X party"."""
    words = [token.text for token in tokens[start:end]]
    if any(is_common(word) for word in words) and not is_given(words[0]):
        return None
    before = tokens[start - 1].text if start and tokens[start].is_joined else ""
    kind = tokens[start - 2].text if before == "of" and start > 1 and tokens[start - 1].is_joined else ""
    after = tokens[end].text if end < len(tokens) and tokens[end].is_joined and not tokens[end - 1].possessive else ""
    if kind in cues('kind of place, with "of"') or after in cues("after a place"):
        return "Place"
    if not is_given(words[0]) and (before in cues("before an organization") or after in cues("after an organization")):
        return "Organization"
    return None


def context_type(tokens: Sequence[Token], start: int, end: int) -> EntityType | None:
    """The type that the words around an unknown run give it: "in Koszalin", "Koszalin, Poland", "Kuznetsov told"."""
    words = [token.text for token in tokens[start:end]]
    if end - start > 2 or any(is_common(word) for word in words):
        return None
    following = tokens[end] if end < len(tokens) else None
    if following and following.gap == ", " and known_type(following.text) == "Place":
        return "Place"
    if not all(is_unknown(word) and word[1:].islower() for word in words):
        return None
    before = tokens[start - 1] if start and tokens[start].is_joined and not tokens[start].is_first else None
    if before and before.text in cues("before a place"):
        return "Place"
    spoken = (
        following
        and following.is_joined
        and not tokens[end - 1].possessive
        and following.text in cues("after a person")
    )
    return "Person" if spoken and end - start == 1 else None
