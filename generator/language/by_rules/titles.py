"""Titles before people's names: "US Secretary of State", "Lt. Gen.", "State Department spokesperson".

A title is a head ("Secretary") with modifiers before it and perhaps a complement after it ("of Defense for Russia,
Ukraine and Eurasia"); the complement may hold names, which then belong to the title.
"""

from collections.abc import Sequence

from generator.language.by_rules.lexicon import (
    Token,
    cues,
    is_calendar,
    is_common,
    is_function,
    is_given,
    is_head,
    is_initial,
    is_name_word,
    is_surname,
    is_taken,
    is_title,
    is_unknown,
    known_type,
)
from generator.language.world.countries import is_demonym
from generator.text.names import is_acronym
from generator.text.wordlists import load_set

PREPOSITIONS = frozenset({"of", "for", "to", "at", "on"})
"""Words that open the complement of a title."""
LINKERS = PREPOSITIONS | {"the", "and", "in", "&"}
REACH = 18
"""Words of a title, at most."""


def find_title_start(tokens: Sequence[Token], name: int) -> int | None:
    """The index of the first word of the title that stands directly before the name at index `name`."""
    head = find_head(tokens, name)
    return None if head is None else extend_left(tokens, head)


def find_head(tokens: Sequence[Token], name: int) -> int | None:
    """The index of the head of the title before the name: the word before, or one with a complement up to the name."""
    if name == 0 or not tokens[name].is_joined:
        return None
    if is_title(tokens[name - 1].text) and not tokens[name - 1].possessive:
        return name - 1
    found, at = None, name - 1
    while at > max(0, name - REACH) and is_complement(tokens[at]):
        if tokens[at].text in PREPOSITIONS and is_title(tokens[at - 1].text) and tokens[at].is_joined:
            found = at - 1
        at -= 1
    return found if tokens[name - 1].is_capitalized else None


def is_complement(token: Token) -> bool:
    """Whether a word can stand inside a title's complement; a comma may stand before it."""
    if token.possessive or not (token.is_joined or token.gap == ", "):
        return False
    return token.text in LINKERS or is_name_word(token)


def extend_left(tokens: Sequence[Token], head: int) -> int:
    """The index of the first modifier of the title whose head is at `head`."""
    start = head
    while start > max(0, head - REACH) and is_modifier(tokens, start - 1) and is_adjacent(tokens[start]):
        start -= 1
    while start < head and is_opening(tokens[start]) and not is_under(tokens, start):
        start += 1
    return start


def is_adjacent(token: Token) -> bool:
    """Whether a word goes on with the word before it: white space or a hyphen stands between."""
    return token.is_joined or (token.gap.strip() in ("-", "\u2013") and len(token.gap) < 2)


def is_modifier(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` belongs to the title that goes on after it."""
    token = tokens[at]
    word = token.text
    if token.possessive:
        return False
    if word in ("of", "for") and at > 0:
        before = tokens[at - 1]
        return (is_head(before.text) or is_title(before.text)) and before.is_capitalized
    if word.lower() in load_set("title_modifiers.txt") or is_title(word) or is_demonym(word) or is_under(tokens, at):
        return True
    if word.startswith(("ex-", "vice-", "co-", "non-")):
        return True
    return is_name_word(token) and not is_function(word)


def is_under(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` is the first of "Under Secretary"."""
    following = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
    return tokens[at].text.lower() == "under" and following in ("secretary", "secretaries")


def is_opening(token: Token) -> bool:
    """Whether a word before a title only opens the sentence or leads over to the title."""
    word = token.text
    if word in LINKERS or is_function(word):
        return True
    if (
        token.is_first
        and is_common(word)
        and word.endswith(("ed", "ing", "ly"))
        and word.lower() not in load_set("title_modifiers.txt")
    ):
        return True
    known = word.lower() in load_set("title_modifiers.txt") or is_title(word) or is_demonym(word) or is_taken(word)
    return token.is_first and is_common(word) and not known


def find_titled_name(tokens: Sequence[Token], head: int) -> tuple[int, int] | None:
    """The first and last index (exclusive) of the person's name that the title with its head at `head` announces."""
    if head + 1 >= len(tokens) or tokens[head].possessive:
        return None
    start = head + 1
    if tokens[start].text in PREPOSITIONS and tokens[start].is_joined:
        after = find_after_complement(tokens, start + 1)
        if after is None:
            return None
        start = after
    if not tokens[start].is_joined or not begins_name(tokens, start):
        return None
    end = find_name_end(tokens, start)
    return (start, end) if is_person(tokens, head, start, end) else None


def begins_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` may begin a name: capitalized and no title, or a small word before a surname."""
    if tokens[at].text in cues("begins a surname"):
        return at + 1 < len(tokens) and tokens[at + 1].is_joined and is_name_word(tokens[at + 1])
    return is_name_word(tokens[at]) and not is_title(tokens[at].text)


def find_after_complement(tokens: Sequence[Token], start: int) -> int | None:
    """The index where a person's name begins after a complement that starts at `start`."""
    for at in range(start, min(len(tokens) - 1, start + REACH)):
        if not is_complement(tokens[at]):
            return None
        before = tokens[at - 1]
        if at > start and before.is_capitalized and tokens[at].is_joined and begins_person(tokens, at):
            return at
    return None


def begins_person(tokens: Sequence[Token], at: int) -> bool:
    """Whether a person's name of two words or more may begin at `at`, straight after a complement."""
    word, following = tokens[at].text, tokens[at + 1]
    if not (following.is_joined and is_name_word(following)) or is_taken(word):
        return False
    after_known = known_type(tokens[at - 1].text) is not None or is_common(tokens[at - 1].text)
    return (is_given(word) and not is_head(following.text)) or (is_unknown(word) and after_known)


def find_name_end(tokens: Sequence[Token], start: int) -> int:
    """The index after the last word of the person's name that begins at `start`; at most five words."""
    end = start + 1
    while end < min(len(tokens), start + 5) and not tokens[end - 1].possessive and tokens[end].is_joined:
        word = tokens[end].text
        if (
            word in cues("inside people's names")
            and end + 1 < len(tokens)
            and tokens[end + 1].is_joined
            and is_name_word(tokens[end + 1])
        ):
            end += 1
            continue
        if not is_name_word(tokens[end]) or is_demonym(word) or (is_acronym(word) and len(word) > 3):
            break
        if is_title(word) and end + 1 < len(tokens) and tokens[end + 1].is_joined and is_name_word(tokens[end + 1]):
            break
        end += 1
    return end


def is_person(tokens: Sequence[Token], head: int, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` can name the person whose title has its head at `head`."""
    words = [token.text for token in tokens[start:end] if token.is_capitalized or end - start == 1]
    title = tokens[head].text
    strong = title.lower() in load_set("strong_titles.txt")
    if len(words) > 1 and is_head(words[-1]):
        return False
    if (is_taken(words[-1]) and not is_given(words[0])) or is_function(words[0]) or is_calendar(words[-1]):
        return False
    if (
        (len(words) > 1 and known_type(" ".join(words)))
        or is_demonym(words[0])
        or (is_acronym(words[0]) and not is_initial(words[0]))
    ):
        return False
    if len(words) == 1:
        if is_title(words[0]) or (is_taken(words[0]) and not (title[0].isupper() and is_given(words[0]))):
            return False
        if title[0].islower() and not strong:
            return is_surname(words[0]) or is_given(words[0])
        return strong or not is_common(words[0])
    return is_given(words[0]) or not is_common(words[0]) or (strong and title[0].isupper())
