"""How people are called for short, by the rules of their culture: which words of a full name may stand for it."""

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.language.people.cultures import (
    ARTICLE,
    CHAIN,
    GIVEN,
    KEPT,
    PATRONYMIC,
    find_suffix,
    flatten,
    given_names,
    has_two_surnames,
    is_eastern,
    is_first_called,
    is_vietnamese,
    particles,
    split_name,
    words_of,
)
from generator.text.names import fold_name

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
