"""What is mended at either end of a role's words: signs that come in pairs, words that only lead over to the role, and
words directly before it that belong to it.

Where a role begins and ends in the text: never without the word that says it is past, to come or not sure, and
never inside a word with hyphens: "then-Prime Minister", "formerly a deputy administrator", "mayor-designate".
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from generator.language.en.persons import classify_person, is_plural_person
from generator.language.en.speech.words import reporting_forms
from generator.language.people.honorifics import skip_styles
from generator.language.world.countries import is_demonym
from generator.model import Mention, Span
from generator.text.wordlists import load_set

HYPHENS = r"\-\u2010\u2011"
HYPHENED_BEFORE = re.compile(rf"[\w.{HYPHENS}]{{1,40}}[{HYPHENS}]$")
"""The rest of the word whose end a role begins with."""
HYPHENED_AFTER = re.compile(rf"[{HYPHENS}]\w[\w{HYPHENS}]{{0,40}}")
"""The rest of the word whose beginning a role ends with."""
WORD_BEFORE = re.compile(r"(?<!\S)[^\s,;:()]{1,40} $")
"""The word before a place, with one space."""
TIME_BEFORE = re.compile(r"\bat (?:the|that) time (?:the |an? )?$", re.IGNORECASE)
"""A time past that stands before a role."""
TIME_AFTER = re.compile(
    r" at (?:the|that) time\b|,? (?:until|till) (?:\w{3,9} )?\d{4}\b"
    r"| (?:from|between) (?:\w{3,9} )?\d{4} (?:to|until|through|and) (?:\w{3,9} )?\d{4}\b"
)
"""A time past that stands behind a role; what only says since when stays outside."""
NOBODY = frozenset(
    {
        "man",
        "men",
        "woman",
        "women",
        "person",
        "people",
        "boy",
        "girl",
        "baby",
        "child",
        "kid",
        "guy",
        "human",
        "gentleman",
    }
)
"""Nouns that alone say of nobody what he is."""
ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their"})
COUNTED = re.compile(
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|many|some|other)\b(?!-)", re.IGNORECASE
)
"""How many people there are; it opens what is said of a group."""
RANKED = re.compile(
    r"(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|last|only|youngest|oldest|eldest|\w+est) "
    r"(?:woman|man|person|one|human|girl|boy)\b",
    re.IGNORECASE,
)
"""A rank among people, which is no role."""
REACH = 48
"""Characters in which the word before a role is looked for."""
FARTHEST = 8
"""Words before a role, at most, among which one may say that it is past."""


def keep_qualified(text: str, span: Span) -> Span:
    """The span with the words at either end without which it would say too much."""
    end = span.end
    if hyphened := HYPHENED_AFTER.match(text, end):
        end = hyphened.end()
    if told := TIME_AFTER.match(text, end):
        end = told.end()
    return Span(find_qualified_start(text, find_word_start(text, span.start)), end)


def find_word_start(text: str, start: int) -> int:
    """Where the word begins that a role begins in, its parts before hyphens among it."""
    first = max(0, start - REACH)
    hyphen = text[start : start + 1] in ("-", "\u2010", "\u2011")
    found = HYPHENED_BEFORE.search(text[first : start + hyphen])
    return first + found.start() if found else start


def find_qualified_start(text: str, start: int) -> int:
    """Where a role begins with what qualifies it: "Former | New York | candidate"; else where it began."""
    found = at = start
    if told := TIME_BEFORE.search(text[max(0, at - REACH) : at]):
        return max(0, at - REACH) + told.start()
    for _ in range(FARTHEST):
        first = max(0, at - REACH)
        before = WORD_BEFORE.search(text[first:at])
        word = before[0][:-1] if before else ""
        if before is None or not (word[-1].isalnum() or word.count(".") > 1) or word.endswith(("'s", "\u2019s")):
            break
        begin = first + before.start()
        if is_qualifier(word):
            found = begin
        elif not (is_inside_role(word) or (at == start and word.lower() in ARTICLES)):
            break
        at = begin
    return found


def is_qualifier(word: str) -> bool:
    """Whether a word says that a role is past, to come or not sure."""
    return word.lower() in load_set("role_qualifiers.txt")


def is_inside_role(word: str) -> bool:
    """Whether a word may stand between a qualifier and the rest of a role."""
    return (word[0].isupper() and word.lower() not in ARTICLES) or word in load_set("title_modifiers.txt")


def is_no_role(title: str) -> bool:
    """Whether words say of what group or rank somebody is, and no role: "two other contenders", "first woman"."""
    counted = COUNTED.match(title) is not None and any(is_plural_person(word) for word in title.split())
    return counted or RANKED.match(title) is not None or title.lower() in NOBODY


REACH_ROLE_EDGES = 60
"""Characters before a role that are looked at."""
FARTHEST_ROLE_EDGES = 160
"""Characters behind a role in which the sign is looked for that closes what it opens."""
PAIRS = (("(", ")"), ("[", "]"), ("\u201c", "\u201d"))
"""Signs that open and close."""
LEADING = re.compile(
    r"(?:according to|as per|(?:from|with|by|for|of|in|at|to|as) [^,]{1,40},) (?:the )?", re.IGNORECASE
)
"""What leads over to a role and is none of its words; a preposition does with all up to a comma."""
PREPOSITION = re.compile(r"(?:to|from|with|by|for|into|upon) (?=[A-Z])")
"""What a role never begins with: "moved to | Acme Ltd. Chairman"."""
OWNER = re.compile(r"[^,]{1,40}? and (?=(?:his|her|their) )")
"""A person named beside a relation: "Arden and | his wife"."""
FIRST_WORD = re.compile(r"(\w{3,20}) (?=\w)")
"""The first of several words."""
ONE_OF = re.compile(
    r"\bone of (?:(?:the|our|my|his|her|its|their|(?:[A-Z]\w{1,30} ){0,3}[A-Z]\w{1,30}['\u2019]s?) "
    r"(?:(?:two|three|four|five|six|many|several|main|other) )?)?$",
    re.IGNORECASE,
)
"""That somebody is one of several."""
COUNT = re.compile(
    r"(?:the )?(?:(?:other|another|some|several|many|two|three|four|five|six|seven|eight|nine|ten|\d+) ){1,2}"
    r"(?=[\w.\-\u2010\u2011]+ )",
    re.IGNORECASE,
)
"""How many people there are, before what is said of all of them: "two | veteran politicians"."""
HALF = re.compile(r"(?:\b[Tt]he|['\u2019]s|s['\u2019]) ([A-Z]\w{2,20} and )$")
"""The first half of an office for two things: "the Police and | Crime Commissioner"."""
WHERE = re.compile(r"\b(?:in|at|near|inside|outside|across|on|around|throughout|within) $", re.IGNORECASE)
"""A preposition of place before a name, which then belongs to no role."""
WORD_BEFORE_ROLE_EDGES = re.compile(r"(?<!\S)(\w{3,20}) $")
"""The word before a role."""
RANKS = frozenset({"acting", "assistant", "chief", "deputy", "first", "former", "interim", "prime", "senior", "vice"})
"""What an office may begin with that is not what it is for."""
OPENING = frozenset(
    {"managing", "chief", "deputy", "vice", "prime", "executive", "assistant", "associate", "permanent"}
)
"""Words in a capital that an office begins with: "Managing | Director"."""
ADDRESS = re.compile(r"(?<=[a-z]) (?:Dr|Mr|Mrs|Ms|Prof)\.?$")
"""A form of address behind the word for an office: "professor | Dr"."""


def mend(text: str, span: Span, mentions: Sequence[Mention]) -> Span:
    """The span with the words that belong to the role and without those that do not."""
    start = skip_styles(text, cut_before(text, span), span.end)
    counted = COUNT.match(text, start, span.end)
    if counted and is_of_several(span.of(text)) and classify_person(span.of(text).split()[-1]) != "relation":
        start = counted.end()
    address = ADDRESS.search(text[start : span.end])
    span = balance(text, Span(start, start + address.start() if address else span.end))
    return Span(find_whole_start(text, span, mentions), span.end)


def cut_before(text: str, span: Span) -> int:
    """Where the role begins without words that lead over to it: "According to | Nevada Senator"."""
    if led := LEADING.match(text, span.start, span.end) or OWNER.match(text, span.start, span.end):
        return led.end()
    if preposition := PREPOSITION.match(text, span.start, span.end):
        return preposition.end()
    first = FIRST_WORD.match(text, span.start, span.end)
    is_verb = first and first[1].lower() in reporting_forms() and classify_person(first[1]) is None
    return first.end() if first and is_verb else span.start


def balance(text: str, span: Span) -> Span:
    """The span with both signs of each pair, or with neither: "curator of "Old Maps"", ""iconic" leader"."""
    for opening, closing in PAIRS:
        inside = span.of(text)
        if inside.count(closing) > inside.count(opening):
            span = open_at(text, span, opening, closing)
        elif inside.count(opening) > inside.count(closing):
            span = close_at(text, span, opening, closing)
    if span.of(text).count('"') % 2:
        at = span.of(text).rindex('"')
        is_opening = at == 0 or not (text[span.start + at - 1].isalnum() or text[span.start + at - 1] in ".,!?")
        span = close_at(text, span, '"', '"') if is_opening else open_at(text, span, '"', '"')
    return span


def open_at(text: str, span: Span, opening: str, closing: str) -> Span:
    """The span from the opening sign on, if that stands right before it; else from behind the closing one."""
    if text[span.start - 1 : span.start] == opening:
        return Span(span.start - 1, span.end)
    behind = text.index(closing, span.start) + 1
    return Span(behind + (text[behind : behind + 1] == " "), span.end)


def close_at(text: str, span: Span, opening: str, closing: str) -> Span:
    """The span up to the closing sign, if it stands in the same paragraph; else up to before the opening one."""
    end = text.find(closing, span.end, span.end + FARTHEST_ROLE_EDGES)
    if end >= 0 and "\n" not in text[span.end : end]:
        return Span(span.start, end + 1)
    before = text.rindex(opening, span.start, span.end)
    kept = text[span.start : before].removesuffix(" of ").removesuffix(" for ").rstrip(" ,")
    return Span(span.start, span.start + len(kept))


def find_whole_start(text: str, span: Span, mentions: Sequence[Mention]) -> int:
    """Where a role begins with what directly before it belongs to it."""
    first = max(0, span.start - REACH_ROLE_EDGES)
    before = text[first : span.start]
    if is_of_several(span.of(text)) and (one := ONE_OF.search(before)):
        return first + one.start()
    if (half := HALF.search(before)) and classify_person(half[1].split()[0]) is None:
        return first + half.start(1) if is_first_half(text, span) else span.start
    word = WORD_BEFORE_ROLE_EDGES.search(before)
    if word and word[1][0].isupper() and word[1].lower() in OPENING and text[span.start].isupper():
        return first + word.start()
    if word and is_demonym(word[1]) and not (word[1].endswith("s") and is_demonym(word[1][:-1])):
        return first + word.start()
    return find_name_before(text, span, mentions)


def is_of_several(title: str) -> bool:
    """Whether a role is a plural: "developers of the port"."""
    return any(is_plural_person(word) for word in title.split(" of ")[0].split()[-1:])


def is_first_half(text: str, span: Span) -> bool:
    """Whether a role begins with a word in a capital that only says of what it is: "Crime Commissioner"."""
    word = FIRST_WORD.match(text, span.start, span.end)
    return word is not None and word[1][0].isupper() and is_portfolio(word[1])


def is_portfolio(word: str) -> bool:
    """Whether a word says of what an office is, and is neither a rank nor an office: "Crime"."""
    return classify_person(word) is None and word.lower() not in RANKS


def find_name_before(text: str, span: Span, mentions: Sequence[Mention]) -> int:
    """Where a name begins that stands directly before a role and belongs to it: "Nevada | governor"."""
    at = bisect_left(mentions, span.start, key=lambda mention: mention.span.end + 1)
    if at == len(mentions) or mentions[at].span.end != span.start - 1 or text[span.start - 1] != " ":
        return span.start
    name = mentions[at]
    is_owner = text[span.start].islower() if name.type == "Person" else name.type in ("Place", "Organization")
    where = WHERE.search(text, max(0, name.span.start - REACH_ROLE_EDGES), name.span.start)
    return name.span.start if is_owner and not where else span.start
