"""Titles before people's names: "US Secretary of State", "Lt. Gen.", "State Department spokesperson".

A title is a head ("Secretary") with modifiers before it and perhaps a complement after it ("of Defense for Russia,
Ukraine and Eurasia"); the complement may hold names, which then belong to the title.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

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
    split_tokens,
)
from generator.language.world.places import is_demonym
from generator.model import Span
from generator.text.names import is_acronym
from generator.text.rules import Chain, Rule
from generator.text.wordlists import load_set

PREPOSITIONS = frozenset({"of", "for", "to", "at", "on"})
"""Words that open the complement of a title."""
LINKERS = PREPOSITIONS | {"the", "and", "in", "&"}
PREFIXES = ("ex-", "vice-", "co-", "non-")
ADVERBIAL = ("ed", "ing", "ly")
"""Endings of words that open a sentence before a title: "Accordingly, Minister X"."""
REACH = 18
"""Words of a title, at most."""
LONGEST_NAME = 5
"""Words of a person's name behind a title, at most."""


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
    if is_listed_modifier(word) or word.startswith(PREFIXES) or is_under(tokens, at):
        return True
    return is_name_word(token) and not is_function(word)


def is_listed_modifier(word: str) -> bool:
    """Whether a word says what a title is of or which one it is, by the lists: "deputy", "Chilean"."""
    return word.lower() in load_set("title_modifiers.txt") or is_title(word) or is_demonym(word)


def is_under(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` is the first of "Under Secretary"."""
    following = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
    return tokens[at].text.lower() == "under" and following in ("secretary", "secretaries")


def is_opening(token: Token) -> bool:
    """Whether a word before a title only opens the sentence or leads over to the title."""
    word = token.text
    if word in LINKERS or is_function(word):
        return True
    if not (token.is_first and is_common(word)):
        return False
    is_leading = word.endswith(ADVERBIAL) and word.lower() not in load_set("title_modifiers.txt")
    return is_leading or not (is_listed_modifier(word) or is_taken(word))


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
        is_behind = at > start and tokens[at - 1].is_capitalized and tokens[at].is_joined
        if is_behind and begins_person(tokens, at):
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
    while end < min(len(tokens), start + LONGEST_NAME) and goes_on(tokens, end):
        end += 1
    return end


def goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` goes on with the person's name before it."""
    token, word = tokens[at], tokens[at].text
    if tokens[at - 1].possessive or not token.is_joined:
        return False
    if is_followed(tokens, at):
        if word in cues("inside people's names"):
            return True
        if is_title(word):
            return False
    return is_name_word(token) and not is_demonym(word) and not is_long_acronym(word)


def is_followed(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that may be part of a name comes straight after the one at `at`."""
    return at + 1 < len(tokens) and tokens[at + 1].is_joined and is_name_word(tokens[at + 1])


def is_long_acronym(word: str) -> bool:
    """Whether a word is an acronym and no initials: "UNICEF", not "JFK"."""
    return is_acronym(word) and len(word) > 3


def is_person(tokens: Sequence[Token], head: int, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` can name the person whose title has its head at `head`."""
    words = [token.text for token in tokens[start:end] if token.is_capitalized or end - start == 1]
    called = Called(tokens[head].text, tuple(words))
    return not any(rule.find(called) for rule in NOBODY)


class Called(NamedTuple):
    """Words behind a title that may be the name of its bearer."""

    title: str
    """The head of the title."""
    words: tuple[str, ...]

    @property
    def first(self) -> str:
        """The first word."""
        return self.words[0]

    @property
    def last(self) -> str:
        """The last word."""
        return self.words[-1]

    @property
    def is_single(self) -> bool:
        """Whether it is one word."""
        return len(self.words) == 1

    @property
    def is_announced(self) -> bool:
        """Whether the title alone says that a person's name follows: "Mr", "Senator"."""
        return self.title.lower() in load_set("strong_titles.txt")

    @property
    def is_capital(self) -> bool:
        """Whether the title is written with a capital."""
        return self.title[0].isupper()

    @property
    def is_small(self) -> bool:
        """Whether the title is written in small letters."""
        return self.title[0].islower()


Refusal = Callable[[Called], bool]
"""A rule: whether the words are nobody's name."""


def is_headed(called: Called) -> bool:
    """Whether several words end in one that heads names of bodies and places: "Bank"."""
    return not called.is_single and is_head(called.last)


def is_thing(called: Called) -> bool:
    """Whether the last word names a thing, and no given name stands first."""
    return is_taken(called.last) and not is_given(called.first)


def is_known_thing(called: Called) -> bool:
    """Whether several words are a listed place or organization."""
    return not called.is_single and known_type(" ".join(called.words)) is not None


def is_short_for_body(called: Called) -> bool:
    """Whether the first word is an acronym, and no initial."""
    return is_acronym(called.first) and not is_initial(called.first)


def is_single_thing(called: Called) -> bool:
    """Whether the only word names a thing and is no given name behind a title in a capital: "Senator Paris"."""
    is_name = called.is_capital and is_given(called.first)
    return called.is_single and is_taken(called.first) and not is_name


def is_unlisted(called: Called) -> bool:
    """Whether no list has the only word behind a title in small letters as somebody's name."""
    is_listed = is_surname(called.first) or is_given(called.first)
    return called.is_single and called.is_small and not (called.is_announced or is_listed)


def is_common_single(called: Called) -> bool:
    """Whether the only word is a common one, behind a title that is not written in small letters."""
    is_sure = called.is_small or called.is_announced
    return called.is_single and is_common(called.first) and not is_sure


def is_common_first(called: Called) -> bool:
    """Whether several words begin with a common one that is no given name, and no title says that a name follows."""
    if called.is_single or is_given(called.first) or not is_common(called.first):
        return False
    return not (called.is_announced and called.is_capital)


def try_refusal(rule: Rule[Refusal], text: str) -> Iterator[Span]:
    """The words behind the first that a rule takes for nobody's name."""
    title, *words = split_tokens(text, 0, len(text))
    if rule.find(Called(title.text, tuple(token.text for token in words))):
        yield Span(words[0].start, words[-1].end)


NOBODY: Chain[Refusal] = Chain(
    "nobody behind a title",
    (
        Rule("ends in the word for a body", is_headed, yes=("Chairman |Acme Bank|",), no=("Chairman Tom Arden",)),
        Rule("ends in a thing", is_thing, yes=("President |Old France|",), no=("President Thomas France",)),
        Rule(
            "begins with a small word", lambda c: is_function(c.first), yes=("President |The|",), no=("President Xi",)
        ),
        Rule("ends in a date", lambda c: is_calendar(c.last), yes=("Minister |Monday|",), no=("Minister Mond",)),
        Rule("listed thing", is_known_thing, yes=("Minister |New Zealand|",), no=("Minister Newland Zeal",)),
        Rule("begins with a people", lambda c: is_demonym(c.first), yes=("General |German|",), no=("General Gerban",)),
        Rule("acronym", is_short_for_body, yes=("Director |UNICEF|",), no=("Director R. Kemp",)),
        Rule(
            "another title",
            lambda called: called.is_single and is_title(called.first),
            yes=("Minister |President|",),
            no=("Minister Arden",),
        ),
        Rule("one word for a thing", is_single_thing, yes=("minister |Paris|",), no=("Senator Paris",)),
        Rule(
            "one word on no list",
            is_unlisted,
            yes=("painter |Wexcombe|",),
            no=("painter Smith", "Painter Wexcombe", "senator Wexcombe"),
        ),
        Rule("one common word", is_common_single, yes=("Director |Water|",), no=("Director Wexcombe", "Senator Water")),
        Rule(
            "begins with a common word",
            is_common_first,
            yes=("Director |Water Wexcombe|",),
            no=("Director Mark Wexcombe", "Senator Water Wexcombe"),
        ),
    ),
    try_refusal,
)
