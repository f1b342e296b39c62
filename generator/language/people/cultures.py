"""The words of people's names, folded, and what they tell of the culture that made them.

A surname first (Chinese, Korean, Vietnamese, Hungarian, Japanese), two surnames (Spanish, Portuguese), the father's
name behind one's own (Arabic, Ethiopian, Malay, Icelandic), Russian patronymics, surnames with a particle.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from generator.text.names import OF_PEOPLE, fold_name
from generator.text.wordlists import load_sections, load_set

KEPT = 1 << 16
"""Names kept that are asked again."""
ARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ul)[-\u2010\u2011\u2019'](?=\w)", re.IGNORECASE)
"""An Arabic article with the word behind it: "el-Sisi"."""
SERVANT = re.compile(r"(?:abdul|abdel|abdal|abdoul)(?=-?\w{4})(?!lah$|aye$|ahi$)")
"""The first half of "Abdelfattah"; of "Abdullah" it is none."""
INITIALS = re.compile(r"(?:[^\W\d_]\.){2,5}$")
"""Initials in one word: "M.K."."""
SYLLABLE = re.compile(r"[^aeiouy]{0,3}[aeiouy]{1,3}[^aeiouy]{0,2}$")
"""One syllable of a Chinese, Korean or Vietnamese name, in any spelling."""
PINYIN = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|er|ia|ie|iu"
    r"|in|ua|uo|ui|un|ue|a|o|e|i|u|v)){1,2}$"
)
"""One or two syllables as Pinyin writes them."""
JAPANESE = re.compile(r"(?:(?:ch|sh|ts|[bdfghjkmnprstwyz])?y?[aeiou]{1,2}n?){2,4}$")
"""A Japanese given name: open syllables."""
PATRONYMIC = re.compile(r"\w{2,}(?:ovich|evich|yevich|ovych|ovna|evna|yevna|ivna|inichna)$")
"""A Russian or Ukrainian name after the father."""
DAUGHTER = re.compile(r"\w{3,}dottir$")
"""An Icelandic name after a parent."""
MUHAMMAD = frozenset({"mohamed", "mohammad", "muhammad", "muhammed", "mohamad", "mohamud", "muhamad"})


CHAIN = "chain: son or daughter of"
SURNAMES, GIVEN = "two surnames: Iberian surnames", "two surnames: Iberian given names"
VIETNAMESE = "surname first, called by the last name: Vietnamese"
"""Headings of the list."""


@cache
def words_of(heading: str) -> frozenset[str]:
    """The folded words under one heading of `name_cultures.txt`."""
    return frozenset(word.lower() for word in dict(load_sections("name_cultures.txt"))[heading])


@lru_cache(maxsize=KEPT)
def split_name(name: str) -> tuple[str, ...]:
    """The words of a person's name, folded: articles and initials apart, spellings of one word alike, hyphens kept."""
    found: list[str] = []
    for word in name.split():
        is_letters = word.isupper() and word.isalpha() and 1 < len(word) < 4 and not name.isupper()
        found += word.lower() if is_letters and not name.endswith(word) else split_word(word)
    while len(found) > 1 and found[-1] in OF_PEOPLE:
        found.pop()
    return tuple(w for at, w in enumerate(found) if not (w == "al" and at and found[at - 1] == "abd"))


def split_word(word: str) -> Iterator[str]:
    """One word of a name as the words that it is made of."""
    if word.lower() in words_of(CHAIN):
        yield word.lower()
        return
    if article := ARTICLE.match(word):
        yield "al"
        word = word[article.end() :]
    if INITIALS.match(word):
        yield from (letter.lower() for letter in word if letter.isalpha())
        return
    folded = fold_name(word).replace(" ", "-")
    if servant := SERVANT.match(folded):
        yield "abd"
        folded = folded[servant.end() :].lstrip("-")
    if folded in ("el", "al"):
        yield "al"
    elif folded in ("abdul", "abdel", "abdal", "abd", "abdoul"):
        yield "abd"
    elif folded:
        yield "mohammed" if folded in MUHAMMAD else folded


def find_suffix(name: str) -> tuple[str, ...]:
    """What tells a name from that of a father or a predecessor: "Jr.", "II"."""
    last = fold_name(name.split()[-1]) if " " in name.strip() else ""
    return (last,) if last in OF_PEOPLE else ()


def flatten(words: Sequence[str]) -> tuple[str, ...]:
    """The words with the parts of hyphenated ones apart."""
    return tuple(part for word in words for part in word.split("-"))


@lru_cache(maxsize=KEPT)
def canonical(name: str) -> tuple[str, ...]:
    """The words of a name in western order; spellings and orders of one name meet."""
    words = split_name(name)
    if has_surname_first(words) and not is_vietnamese(words):
        words = (*words[1:], words[0])
    return (*flatten(words), *find_suffix(name))


def has_surname_first(words: Sequence[str]) -> bool:
    """Whether a name begins with the surname, as Chinese, Korean, Vietnamese, Hungarian and Japanese names do."""
    return is_eastern(words) or is_hungarian(words) or is_japanese(words)


def is_eastern(words: Sequence[str]) -> bool:
    """Whether a name begins with a Chinese, Korean or Vietnamese surname and goes on in syllables of such names."""
    rest = words[1:]
    if not rest or len(flatten(rest)) > 3:
        return False
    is_split = len(flatten(rest)) > 1 and all(is_syllable(word) for word in flatten(rest))
    if words[0] in words_of("surname first: Chinese"):
        return is_split or (len(rest) == 1 and PINYIN.match(rest[0]) is not None and not is_western(rest[0]))
    return is_split and words[0] in words_of("surname first: Korean") | words_of(VIETNAMESE)


def is_syllable(word: str) -> bool:
    """Whether a word is a syllable of an eastern name and no western name."""
    return SYLLABLE.match(word) is not None and (word in ("van", "thi") or not is_western(word))


def is_vietnamese(words: Sequence[str]) -> bool:
    """Whether a name is Vietnamese, whose bearer is called by the last word."""
    is_own = words[0] in words_of(VIETNAMESE) and words[0] not in words_of("surname first: Chinese")
    return len(words) > 2 and is_own and is_eastern(words)


def is_hungarian(words: Sequence[str]) -> bool:
    """Whether a name of two words is a Hungarian surname with a Hungarian given name behind it."""
    given = words_of("surname first: Hungarian given names")
    return len(words) == 2 and words[1] in given and words[0] in words_of("surname first: Hungarian")


def is_japanese(words: Sequence[str]) -> bool:
    """Whether a name of two words begins with a Japanese surname and does not end in one."""
    surnames = words_of("surname first: Japanese")
    is_own = len(words) == 2 and words[0] in surnames and words[1] not in surnames
    return is_own and JAPANESE.match(words[1]) is not None and not is_western(words[1])


@cache
def given_names() -> frozenset[str]:
    """Given names of the world, folded."""
    return frozenset(fold_name(word) for word in load_set("given_names.txt"))


@cache
def western() -> frozenset[str]:
    """Given names that only men or only women bear, folded."""
    return frozenset(fold_name(word) for _, words in load_sections("names_by_sex.txt") for word in words)


def is_western(word: str) -> bool:
    """Whether a word is a given name of the lists and no syllable of an eastern name."""
    return word in western()


def has_two_surnames(many: Sequence[str]) -> bool:
    """Whether a name ends in two Spanish or Portuguese surnames, of which the first alone is the short form."""
    if len(many) < 3 or many[-2] not in words_of(SURNAMES):
        return False
    if len(many) == 3 and many[-2] in words_of(GIVEN):
        return False
    return many[0] in words_of(GIVEN)


def is_first_called(many: Sequence[str]) -> bool:
    """Whether the first word of a name is what its bearer is called: a surname, or a name with the father's behind."""
    if is_vietnamese(many):
        return False
    if has_surname_first(many) or DAUGHTER.match(many[-1]):
        return True
    if many[0] in words_of("compound openers") or len(many[0]) < 3:
        return False
    cultures = ("Ethiopian", "Malay", "Indonesian", "Thai")
    if any(many[0] in words_of(f"called by the first name: {culture}") for culture in cultures):
        return True
    return many[1] in words_of(CHAIN)


@cache
def particles() -> frozenset[str]:
    """The words that begin a surname of several words."""
    lists = ("particles that a surname keeps", "particles that a surname may lose", CHAIN)
    return frozenset(word for name in lists for word in words_of(name))
