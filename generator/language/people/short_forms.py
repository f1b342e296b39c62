"""How people are called for short, by the rules of their culture: which words of a full name may stand for it.

The words of a name are folded and tell of the culture that made it: a surname first (Chinese, Korean, Vietnamese,
Hungarian, Japanese), two surnames (Spanish, Portuguese), the father's name behind one's own (Arabic, Ethiopian, Malay,
Icelandic), Russian patronymics, surnames with a particle.
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


NICKNAME = re.compile(r"[\u201c\"\u2018'(](?P<name>[\w-]{2,20})[\u201d\"\u2019')]")
"""A nickname in marks or brackets inside a name."""
LEFT_OUT = frozenset({"mohammed", "ahmad", "abd", "seyed", "seyyed", "sayyid", "sayyed", "sayed", "syed", "haji", "md"})
"""First names that many leave out."""


def is_short_for(short: str, full: str) -> bool:
    """Whether `short` can name the person `full`: some of its words in order, by the rules of its culture.

    "Sherman", "W. Sherman", "Wendy" for "Wendy R. Sherman"; "Wang" for "Wang Xiuying"; "García", "García Márquez" for
    "Gabriel García Márquez"; "al-Sisi", "el-Sisi", "Sisi"; "bin Salman", not "Salman"; "von der Leyen", not "Leyen".
    """
    few, many = split_name(short), split_name(full)
    if flatten(few) == flatten(many):
        return bool(find_suffix(full)) and not find_suffix(short)
    if find_suffix(short) not in ((), find_suffix(full)):
        return False
    if not few or len(flatten(few)) > len(flatten(many)):
        return len(few) == 1 and is_initialism(short, many)
    bare = few[1:] if few[0] == "al" and len(few) > 1 else few
    if len(bare) == 1 and (bare[0] in single_forms(full) or "-" not in bare[0]):
        return bare[0] in single_forms(full) or is_initialism(short, many)
    return (is_tail(flatten(few), flatten(many)) and not is_fathers(few, full)) or is_beginning(few, many)


def nicknames(full: str) -> frozenset[str]:
    """The nicknames in marks or brackets inside a name."""
    return frozenset(fold_name(match["name"]) for match in NICKNAME.finditer(full))


def is_fathers(few: Sequence[str], full: str) -> bool:
    """Whether a form that leaves out the first name begins with another given name: "Idriss Déby" is the father of
    "Mahamat Idriss Déby". Not behind "Mohammed" and the like, nor where the surname is first or compound.
    """
    many = split_name(full)
    if not particles().isdisjoint(few) or few[0] in nicknames(full):
        return False
    has_first = few[0] == many[0] or len(many[0]) < 2 or many[0] in LEFT_OUT
    if has_first or len(few[0]) < 3:
        return False
    return few[0] in given_names() and not is_eastern(many) and not has_two_surnames(many)


def is_initialism(short: str, many: Sequence[str]) -> bool:
    """Whether a word is made of the first letters of a long name: "AMLO", "MBS"."""
    return short.isupper() and len(many) > 2 and short == "".join(word[0] for word in many).upper()


@lru_cache(maxsize=KEPT)
def single_forms(full: str) -> frozenset[str]:
    """The single words that can stand for a full name in its text."""
    many = split_name(full)
    if len(many) < 2:
        return frozenset()
    found = set(nicknames(full))
    if not keeps_particle(many):
        found.add(many[-1])
    if many[0] not in words_of("compound openers") and len(many[0]) > 1:
        found.add(many[0])
    if has_two_surnames(many) or is_called_second(many):
        found.add(many[-2] if has_two_surnames(many) else many[1])
    if len(many) > 3 and many[-2] in ("da", "do", "dos", "das") and many[-3] not in words_of(GIVEN):
        found.add(many[-3])
    return frozenset(found)


def is_called_second(many: Sequence[str]) -> bool:
    """Whether a Malay or Indonesian is called by the name behind "Ahmad": "Zahid" for "Ahmad Zahid Hamidi"."""
    names = words_of("called by the first name: Malay") | words_of("called by the first name: Indonesian")
    return len(many) > 2 and many[0] in ("mohammed", "ahmad", "mohd") and many[1] in names


def keeps_particle(many: Sequence[str]) -> bool:
    """Whether the last word of a name never stands without the particle before it: "bin Salman", "van der Berg"."""
    before = many[-2]
    if is_vietnamese(many):
        return False
    if before != "al" and not words_of(CHAIN).isdisjoint(many[:-1]):
        return True
    if before in words_of("particles that a surname keeps"):
        return len(many) > 2
    return before == "la" and len(many) > 3


def is_tail(few: Sequence[str], many: Sequence[str]) -> bool:
    """Whether a short form has the last word, and others of the name in order, some as initials."""
    rest = iter(many)
    return (
        few[-1] == many[-1]
        and any(few[0] in (other, other[0]) for other in rest)
        and all(any(is_same_word(word, other) for other in rest) for word in few[1:])
    )


def is_beginning(few: Sequence[str], many: Sequence[str]) -> bool:
    """Whether a short form begins as the name does and leaves out what its culture leaves out: the grandfather and the
    family of a chain, the mother's surname, the surname behind a patronymic.
    """
    size, chain = len(few), words_of(CHAIN)
    if few[0] in chain:
        first = next((at for at, word in enumerate(many) if word in chain), None)
        return first is not None and tuple(many[first : first + size]) == tuple(few)
    if has_two_surnames(many) and few[-1] == many[-2] and few[0] == many[0]:
        return is_tail(few, many[:-1])
    if tuple(many[:size]) != tuple(few) or size >= len(many):
        return False
    if size > 1 and many[size] == many[0]:
        return True  # "Wan Azizah" of "Wan Azizah Wan Ismail"
    is_chain = (many[size] in chain or many[size] == "al") and many[size - 1] not in chain
    is_father = size == 2 and PATRONYMIC.match(many[1]) is not None
    return is_chain or is_father or (size == 2 and few[0] in words_of("compound openers"))


def is_same_word(short: str, word: str) -> bool:
    """Whether two words are the same or one is the initial of the other."""
    return short == word or (min(len(short), len(word)) == 1 and short[0] == word[0])


@lru_cache(maxsize=KEPT)
def called(full: str) -> frozenset[str]:
    """What the press calls a person for short, folded: the surname, or the name of those who have none.

    Fewer than `single_forms`: what may show in another text who is meant.
    """
    many = split_name(full)
    if len(many) < 2:
        return frozenset()
    if is_first_called(many):
        chain = next((at for at, word in enumerate(many) if at and word in words_of(CHAIN)), None)
        ends = (chain, 0) if chain and chain + 2 < len(many) else (chain,) if chain else ()
        return frozenset({many[0], *(" ".join(many[at : (chain or 0) + 2]) for at in ends)})
    if has_two_surnames(many):
        return frozenset({many[-2], f"{many[-2]} {many[-1]}"})
    start = len(many) - 1
    while start > 1 and many[start - 1] in particles():
        start -= 1
    found = {" ".join(many[start:])}
    if many[-3:-2] and many[-3] in single_forms(full) - {many[0]}:
        found |= {many[-3], " ".join(many[-3:])}
    if not keeps_particle(many):
        found.add(many[-1])
    return frozenset(found)


def is_surname_alone(name: str) -> bool:
    """Whether a name of several words is a surname with its particle and no full name: "al-Sisi", "van der Berg"."""
    words, raw = split_name(name), name.split()
    if len(words) < 2 or words[0] not in particles() or not raw:
        return False
    rest = [word for word in words if word not in particles()]
    is_small = raw[0][0].islower() or ARTICLE.match(raw[0]) is not None
    is_sure = words[0] in ("bin", "ibn", "dos", "von", "di", "da") or words[1] in particles()
    return len(rest) == 1 and (is_small or is_sure)


def is_cut(form: str, full: str) -> bool:
    """Whether a form of two words or more lacks the first word of a fuller one or a part of the compound surname."""
    few, many = split_name(form), split_name(full)
    if len(few) < 2 or len(few) >= len(many) or not is_short_for(form, full):
        return False
    start = next((at for at, word in enumerate(many) if at and word in particles()), None)
    if start is None and not has_two_surnames(many):
        return is_surname_alone(form)
    tail = many[start:] if start is not None else many[-2:]
    return few[0] != many[0] or tuple(few[-len(tail) :]) != tuple(tail)
