"""What a run of capitalized words names: one name or more, each with its type, as far as there is evidence.

Runs of capitalized words that may be one name, with the small words inside them: "Gulf of Aden".
"""

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from generator.language.by_rules.lexicon import (
    Token,
    cues,
    head_words,
    is_calendar,
    is_common,
    is_function,
    is_given,
    is_head,
    is_initial,
    is_name_word,
    is_people,
    is_surname,
    is_taken,
    is_title,
    is_unknown,
    known_type,
    longest_known,
)
from generator.language.world.countries import find_country, is_demonym
from generator.model import EntityType
from generator.text.names import is_acronym
from generator.text.wordlists import load_set

LONGEST = 12
"""Words of a run, at most."""


def find_runs(tokens: Sequence[Token], masked: Sequence[bool]) -> list[tuple[int, int]]:
    """Index ranges of the runs, in order; masked words belong to none."""
    runs: list[tuple[int, int]] = []
    at = 0
    while at < len(tokens):
        if masked[at] or not begins_run(tokens, at):
            at += 1
            continue
        end = run_end(tokens, masked, at)
        runs.append((at, end))
        at = end
    return runs


def begins_run(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name may begin at `at`: a capitalized word; one that opens a sentence must not be a function word."""
    token = tokens[at]
    if token.text in cues("begins a surname") and at + 1 < len(tokens):
        return tokens[at + 1].is_joined and is_name_word(tokens[at + 1]) and not is_taken(tokens[at + 1].text)
    if not is_name_word(token) or not token.text[0].isalpha():
        return False
    return not (is_function(token.text)) or known_from(tokens, at) > 1


def known_from(tokens: Sequence[Token], at: int) -> int:
    """The number of words of the longest listed phrase that begins at `at`; 0 for none."""
    words = [tokens[at].text]
    best = 1 if known_type(words[0]) else 0
    for index in range(at + 1, min(len(tokens), at + longest_known())):
        if tokens[index - 1].possessive or not tokens[index].is_joined:
            break
        words.append(tokens[index].text)
        if tokens[index].is_capitalized and known_type(" ".join(words)):
            best = len(words)
    return best


def run_end(tokens: Sequence[Token], masked: Sequence[bool], start: int) -> int:
    """The index after the last word of the run that begins at `start`."""
    end = max(start + 1, start + known_from(tokens, start))
    while end < min(len(tokens), start + LONGEST) and not masked[end]:
        if tokens[end - 1].possessive and not goes_on_after_possessive(tokens[end - 1]):
            break
        if is_joined(tokens[end]) and (is_name_word(tokens[end]) or is_surname_may(tokens, end)):
            end += 1
            continue
        step = linked(tokens, start, end)
        if not step or any(masked[end : end + step]):
            break
        end += step
    return end


def is_surname_may(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` is "May" right after a given name that is no common word: a surname, not the month."""
    before = tokens[at - 1].text
    return tokens[at].text == "May" and is_given(before) and not is_common(before)


def is_joined(token: Token) -> bool:
    """Whether a word goes on with the word before it: white space or "&" between."""
    return token.is_joined or token.gap == " & "


def goes_on_after_possessive(token: Token) -> bool:
    """Whether a name goes on after 's: "Lord's Resistance Army", but not "Britain's Foreign Office"."""
    return is_common(token.text) and not is_taken(token.text)


def linked(tokens: Sequence[Token], start: int, at: int) -> int:
    """How many words from `at` on (a small word and the next capitalized one) go on with the run; 0 for none."""
    if not tokens[at].is_joined or tokens[at - 1].possessive:
        return 0
    step = 2 if at + 1 < len(tokens) and tokens[at + 1].text == "the" and tokens[at].text in ("of", "for", "and") else 1
    if at + step >= len(tokens) or not tokens[at + step].is_joined or not is_name_word(tokens[at + step]):
        return 0
    return step + 1 if accepts(tokens, start, at, at + step) else 0


def accepts(tokens: Sequence[Token], start: int, at: int, after: int) -> bool:
    """Whether the small word at `at` joins the run from `start` with the word at `after`."""
    word, before = tokens[at].text, tokens[at - 1].text
    inside = [token.text for token in tokens[start:at]]
    if (
        word == "of"
        and known_type(tokens[after].text) == "Place"
        and any(w in head_words("org_words")[0] for w in inside)
    ):
        return True
    if word == "of":
        return before in head_words("org_words")[0] or any(
            before in head_words(n)[1] for n in ("place_words", "event_words")
        )
    if word == "to":
        return before in cues('organization with "for"')
    if word == "for":
        return any(head in cues('organization with "for"') for head in inside)
    if word == "and":
        return joins_with_and(tokens, inside, at, after)
    return (
        word in cues("inside people's names")
        and not is_taken(before)
        and not is_common(before)
        and not is_taken(tokens[after].text)
    )


def joins_with_and(tokens: Sequence[Token], inside: Sequence[str], at: int, after: int) -> bool:
    """Whether "and" stands inside one name: "Ministry of Health and Welfare", "Food and Drug Administration"."""
    left, right = inside[-1], tokens[after].text
    if after > at + 1 or known_type(left) or known_type(right) or is_given(right):
        return False
    if not (is_common(left) or (len(inside) > 1 and is_common(inside[0]))):
        return False
    if any(word in ("of", "for") for word in inside):
        return right not in head_words("org_words")[0]
    following = after + 1
    while following < min(len(tokens), after + 4) and tokens[following].is_joined and is_name_word(tokens[following]):
        if tokens[following].text in head_words("org_words")[0]:
            return not tokens[at - 1].is_first
        following += 1
    return False


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
