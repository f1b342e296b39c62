"""Roles stated beside a name: the title before it, an apposition or a copula after it."""

import re
from collections.abc import Iterator, Sequence

from generator.language.by_rules.lexicon import Token, is_calendar, is_function, is_name_word, is_title, split_tokens
from generator.language.by_rules.titles import PREPOSITIONS, find_title_start, is_modifier
from generator.language.en.persons import classify_person
from generator.language.people.honorifics import RETIRED
from generator.model import Span
from generator.text.wordlists import load_set

WINDOW = 240
"""Characters looked at on either side of a name."""
COPULAS = frozenset({"is", "was", "became", "becomes", "remains"})
"""Verbs behind which a role may stand."""
DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "then", "one", "who"})
CLAUSE_ENDS = frozenset({"", ",", ".", ";", ":", ")", "\n", '"', "\u201d", "!", "?"})
WORD_BEFORE = re.compile(r"([^\s,;:()]{1,38})\s{1,2}$")
"""The word right before a name."""
APPOSITION = re.compile(r", \w")
"""What opens an apposition after a name."""
COPULA = re.compile(rf" (?:{'|'.join(sorted(COPULAS))}) ")
"""What opens a role that is told of a name."""
ASIDE = re.compile(r"(?: \([^()\n]{1,120}\))?(?:, \d{1,3}(?=,))?")
"""What may stand between a name and its role: dates in brackets, an age."""
HEAD_REACH = 10
"""Words from the begin of a role to the last of its heads, at most."""
LONGEST = 25
"""Words of a role after a name, at most."""
OPEN_WORDS = frozenset({"of", "for", "to", "at", "on", "in", "the", "and", "a", "an", "with", "&", "from"})
"""Small words inside a role after a name."""


def find_title_before(text: str, start: int, name: Span) -> Span | None:
    """The title that stands directly before the name, exactly as written; nothing before `start` is looked at.
    Forms of address ("Mr.") and kinship ("his brother") are no titles.
    """
    before = WORD_BEFORE.search(text, max(start, name.start - 40), name.start)
    if before is None or not (before[1][0].isupper() or is_title(before[1])):
        return None
    tokens = list(
        without_retired(split_tokens(text, begin_of_word(text, max(start, name.start - WINDOW), start), name.end))
    )
    index = next((i for i, token in enumerate(tokens) if token.start >= name.start), None)
    if not index:
        return None
    first = find_title_start(tokens, index)
    if first is None or all(token.text.lower() in load_set("no_roles.txt") for token in tokens[first:index]):
        return None
    if tokens[index - 1].text in load_set("no_roles.txt") or [token.text for token in tokens[first:index]] == ["elect"]:
        # "They failed to elect Jane Doe": a verb.
        return None
    return Span(tokens[first].start, tokens[index - 1].end)


def without_retired(tokens: Sequence[Token]) -> Iterator[Token]:
    """The words without "(Retd)" between a rank and a name."""
    skipped = False
    for token in tokens:
        if token.gap == " (" and f"({token.text.strip('.').lower()})" in RETIRED:
            skipped = True
            continue
        yield token._replace(gap=" ") if skipped and token.gap.strip(".") == ") " else token
        skipped = False


def begin_of_word(text: str, at: int, start: int) -> int:
    """The next place from `at` on where a word may begin; `start` is one."""
    while at > start and at < len(text) and text[at - 1].isalnum():
        at += 1
    return at


def find_apposition(text: str, name: Span, end: int) -> Span | None:
    """The role that an apposition states after a name: "X, head of Y,". Nothing from `end` on is looked at.

    Without a closing comma it ends before the first word in lower case that is no part of a title: "X, Representative
    to Y highlighted".
    """
    begin = find_behind(text, name, end)
    if not APPOSITION.match(text, begin, end):
        return None
    tokens = split_tokens(text, begin, min(end, begin + WINDOW))
    if not tokens or text[begin : tokens[0].start] != ", " or tokens[0].text == "who":
        return None
    return unless_titled(text, read_role(text, tokens, 0, closed=False), end)


def find_relative(text: str, name: Span, end: int) -> Span | None:
    """The role that a clause with "who" states after a name: "X, who was the head of Y,"."""
    begin = find_behind(text, name, end)
    if not text.startswith(", who ", begin, end):
        return None
    tokens = split_tokens(text, begin, min(end, begin + WINDOW))
    if len(tokens) < 3 or tokens[1].text not in COPULAS:
        return None
    return unless_titled(text, read_role(text, tokens, 2, closed=True), end)


def find_copula(text: str, name: Span, end: int) -> Span | None:
    """The role that "is" and an article state after a name: "X is the head of Y"."""
    begin = find_behind(text, name, end)
    if not COPULA.match(text, begin, end):
        return None
    tokens = split_tokens(text, begin, min(end, begin + WINDOW))
    if len(tokens) < 2 or tokens[1].text not in DETERMINERS:
        return None
    return unless_titled(text, read_role(text, tokens, 1, closed=True), end)


def find_behind(text: str, name: Span, end: int) -> int:
    """Where the text goes on behind a name and what only stands beside it."""
    aside = ASIDE.match(text, name.end, end)
    return aside.end() if aside else name.end


def unless_titled(text: str, role: Span | None, end: int) -> Span | None:
    """The role, unless it is the title of the person named at `end`: "X, Queen Y"."""
    return role if role and (role.end >= end or text[role.end : end].strip() or end == len(text)) else None


def read_role(text: str, tokens: Sequence[Token], start: int, *, closed: bool) -> Span | None:
    """The role that begins at `start`: modifiers, a head, and its complements up to the clause's end.

    Unless `closed`, one that has an article or no complement must end where the clause ends: "X, the Queen left" says
    nothing of X.
    """
    first = start
    while first < len(tokens) and tokens[first].text in DETERMINERS:
        first += 1
    head = find_first_head(tokens, first, loose=first > start)
    if head is None or tokens[head].text in load_set("no_roles.txt"):
        return None
    end = find_role_end(tokens, head)
    span = widen_bracket(text, Span(tokens[first].start, tokens[end - 1].end))
    sure = closed or text[span.end : span.end + 1] in CLAUSE_ENDS
    if not sure and (first > start or end == head + 1):
        return None
    return span


def find_first_head(tokens: Sequence[Token], start: int, *, loose: bool) -> int | None:
    """The index of the last word of the first run of modifiers and heads, if it has a head.

    Where an article shows that a noun follows (`loose`), any word in lower case may be a modifier: "a jazz singer".
    """
    at, found = start, None
    while at < min(len(tokens), start + HEAD_REACH):
        token = tokens[at]
        if at > start and not (token.is_joined or token.gap in ("-", "/")):
            break
        if is_role_head(token, loose=loose):
            found = at
        elif not (found is not None and is_joining(tokens, at)):
            is_plain = loose and found is None and is_plain_word(token)
            if is_calendar(token.text) or not (is_plain or is_modifier(tokens, at) or is_plain_possessive(token)):
                break
        at += 1
    return found


def is_role_head(token: Token, *, loose: bool) -> bool:
    """Whether a word heads a role."""
    is_noun = is_title(token.text) or (loose and classify_person(token.text) == "role")
    return is_noun and not token.possessive


def is_joining(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word joins another head to the one before it: "president | and | chairman"."""
    return tokens[at].text in ("and", "or") and at + 1 < len(tokens) and is_title(tokens[at + 1].text)


def is_plain_word(token: Token) -> bool:
    """Whether a word in lower case can modify a noun: no function word, no number."""
    return token.text.islower() and token.text.replace("-", "").isalpha() and not is_function(token.text)


def is_plain_possessive(token: Token) -> bool:
    """Whether a word in a role is an owner: "the company's chief executive"."""
    return token.possessive and not is_function(token.text)


def find_role_end(tokens: Sequence[Token], head: int) -> int:
    """The index after the role's last word: complements are capitalized words, or single words after "of"."""
    end = head + 1
    while end < min(len(tokens), head + LONGEST) and goes_on(tokens, end):
        end += 1
    while end > head + 1 and tokens[end - 1].text in OPEN_WORDS:
        end -= 1
    return end


def goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` goes on with the complement of a role."""
    token, before = tokens[at], tokens[at - 1]
    if token.gap in (" (", ") ") and is_name_word(token):
        return token.gap == " ("
    if not token.is_joined:
        return False
    if token.text in PREPOSITIONS or token.text in ("and", "the", "in"):
        return before.text not in OPEN_WORDS or token.text == "the"
    if is_name_word(token):
        return True
    return before.text in OPEN_WORDS and not is_function(token.text) and before.text != "and"


def widen_bracket(text: str, span: Span) -> Span:
    """The span with the bracket that closes right after it."""
    inside = span.of(text)
    if inside.count("(") > inside.count(")") and text[span.end : span.end + 1] == ")":
        return Span(span.start, span.end + 1)
    return span
