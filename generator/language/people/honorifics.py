"""Honorifics and styles before people's names, and letters behind them: "Datuk Seri", "Smt.", "H.E. Dr.", "GCON".

They are no part of the name. Which of them are names as well, and before what, is told beside each in the list.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from generator.model import Span
from generator.text.wordlists import load_sections

WORD = re.compile(
    r"[^\W\d_](?:[\w'\u2019/&]|[-\u2010\u2011.](?=\w)){0,30}\.?|\((?:Retd|Rtd|Ret|retd|rtd|ret|retired)\.?\)"
)
"""A word with its full stop; "(Retd)" is one."""
SPACE = re.compile(r"[ \t\u00a0\u202f]{1,3}|\n")
"""What stands between an honorific and what it stands before."""
RETIRED = ("(retd)", "(rtd)", "(ret)", "(retired)")
LETTERS = r"(?:,| ) ?\(?(?P<word>[^\W\d_][\w.]{1,5})\)?"
LAST, BEHIND = re.compile(LETTERS + "$"), re.compile(LETTERS + r"(?![\w-])")
"""What may be letters at the end of a name, and behind one: ", PhD", " MP"."""
LONGEST = 3
"""Words of an honorific, at most."""
REACH = 60
"""Characters before a name in which its honorifics stand."""
DYNASTIC = frozenset({"van", "von", "de", "del", "der"})


class Honorific(NamedTuple):
    """One line of the list."""

    use: str
    is_role: bool
    yes: tuple[tuple[str, str], ...]
    """Names with it, each with what is left."""
    no: tuple[str, ...]
    """Names that keep it."""


class Match(NamedTuple):
    """An honorific in a text."""

    end: int
    words: str
    honorific: Honorific


@cache
def list_honorifics() -> Mapping[str, Honorific]:
    """The honorifics by their words without full stops; those that must have one, with it."""
    found: dict[str, Honorific] = {}
    for heading, lines in load_sections("honorifics.txt"):
        if heading.startswith("words:") or heading == "letters":
            continue
        for line in lines:
            words, use, yes, no, *_ = [*line.split("\t"), "", ""]
            pairs = tuple(tuple(map(str.strip, one.split(">"))) for one in yes.split(";") if ">" in one)
            kept = tuple(one.strip() for one in no.split(";") if one.strip())
            found[words] = Honorific(use.split()[0], use.endswith(" role"), pairs, kept)  # type: ignore[arg-type]
    return found


KEPT = 20_000
"""Answers kept for words asked again."""


@cache
def list_words(heading: str) -> frozenset[str]:
    """The words of one list that the uses name, or the letters behind names."""
    return frozenset(dict(load_sections("honorifics.txt")).get(heading, ()))


def match_honorific(text: str, start: int, end: int) -> Match | None:
    """The longest honorific that begins at `start` and ends before `end`, with the next word behind it or not."""
    first = WORD.match(text, start, end)
    if first is None or not opens_honorific(first[0]):
        return None
    best, at, words = None, start, ""
    for _ in range(LONGEST):
        word = WORD.match(text, at, end)
        if word is None:
            break
        words = f"{words} {word[0]}".strip().replace("\u2019", "'").replace("\u2018", "'")
        if honorific := look_up(words):
            best = Match(word.end(), words.replace(".", ""), honorific)
        space = SPACE.match(text, word.end(), end)
        if space is None:
            break
        at = space.end()
    return best


@lru_cache(maxsize=KEPT)
def opens_honorific(word: str) -> bool:
    """Whether an honorific of the list begins with this word, however it is written: most words open none."""
    plain = word.replace("\u2019", "'").replace("\u2018", "'")
    bare = plain.replace(".", "")
    return not openers().isdisjoint((plain, bare, bare.title()))


@cache
def openers() -> frozenset[str]:
    """The first words of all honorifics."""
    return frozenset(words.split()[0] for words in list_honorifics())


def look_up(words: str) -> Honorific | None:
    """The honorific that is written so, in capitals too."""
    known = list_honorifics()
    bare = words.replace(".", "")
    capital = bare.title() if bare.isupper() and len(bare) > 3 else bare
    return known.get(words) or known.get(bare) or known.get(capital)


def find_name_start(text: str, start: int, end: int, language: str = "en") -> int:
    """Where a person's name begins behind its honorifics; `end` where there is nothing but honorifics."""
    at, is_behind = start, False
    while at < end:
        match = match_honorific(text, at, end)
        if match is None or not is_outside(match, text[match.end : end].strip(), language, is_behind=is_behind):
            break
        is_behind = True
        space = SPACE.match(text, match.end, end)
        if space is None:
            return end if match.end >= end else at
        at = space.end()
        if retired := WORD.match(text, at, end):
            behind = SPACE.match(text, retired.end(), end)
            at = behind.end() if behind and retired[0].replace(".", "").lower() in RETIRED else at
    return at


def is_outside(match: Match, rest: str, language: str, *, is_behind: bool) -> bool:
    """Whether an honorific is no part of the name that goes on with `rest`; `is_behind`: another stands before it."""
    use = match.honorific.use
    words = rest.split()
    if use == "style":
        return not rest or may_follow_style(rest)
    if use == "inner":
        return bool(words) and (is_behind or look_up(words[0]) is not None)
    if use == "fr":
        return language == "fr" and bool(words)
    if len(words) < 2 or words[0] == match.words or is_whole_name_before(words[0]):
        return is_behind and bool(words)
    if len(words[0].rstrip(".")) == 1 and not words[0].islower():
        return is_behind
    if use == "Burmese":
        return any(word in list_words("words: Burmese") for word in words)
    return use == "name" or words[0] in list_words(f"words: {use}") or look_up(words[0]) is not None


def may_follow_style(rest: str) -> bool:
    """Whether words may stand behind a style: a name, a nickname in marks or a small word, no letter alone."""
    return rest[0] in "(\u201c'" or rest.split()[0].islower() or (rest[0].isupper() and len(rest) > 1)


def is_whole_name_before(word: str) -> bool:
    """Whether a word shows that what stands before it is a name and no honorific: "Datu van ...", "Pak Jin-hyok"."""
    return "-" in word or word.lower() in DYNASTIC


def find_honored_start(text: str, first: int, name: int) -> int:
    """Where the honorifics begin that stand right before a name, none of which says what somebody is; else the name.

    Nothing before `first` is looked at.
    """
    reached, first_style = [name], name
    for match in reversed(list(WORD.finditer(text, max(first, name - REACH), name))):
        start = match.start()
        is_inside = start > 0 and (text[start - 1].isalnum() or text[start - 1] in "-.'\u2019")
        if not is_inside and any(reaches(text, start, end) for end in reached[-LONGEST:]):
            reached.append(start)
            first_style = start if not is_inner(text, start, name) else first_style
    return first_style


def is_inner(text: str, start: int, end: int) -> bool:
    """Whether an honorific stands here that is one only behind another: "Chief"."""
    match = match_honorific(text, start, end)
    return match is not None and match.honorific.use == "inner"


def reaches(text: str, start: int, end: int) -> bool:
    """Whether one honorific that is no role, or "(Retd)", is all that stands from `start` to `end`."""
    word = WORD.match(text, start, end)
    if word and word[0].replace(".", "").lower() in RETIRED:
        return SPACE.fullmatch(text, word.end(), end) is not None
    match = match_honorific(text, start, end)
    if match is None or match.honorific.is_role or match.honorific.use == "fr":
        return False
    return SPACE.fullmatch(text, match.end, end) is not None


def skip_styles(text: str, start: int, end: int) -> int:
    """Where a role begins behind the styles before it: "H.E. | Prince", "Hon. | Justice"; else `start`."""
    at = start
    while (match := match_honorific(text, at, end)) and match.honorific.use == "style" and not match.honorific.is_role:
        space = SPACE.match(text, match.end, end)
        if space is None or space.end() >= end:
            break
        at = space.end()
    return at


def is_style(words: str) -> bool:
    """Whether words are a style or letters and nobody's name: "Datuk", "H.E.", "Her Highness", "Retd"."""
    match = match_honorific(words, 0, len(words))
    if match and match.honorific.use == "style" and not match.honorific.is_role:
        return words[match.end :].strip(". ") == "" or is_style(words[match.end :].strip())
    return f"({words.strip('.()').lower()})" in RETIRED


def is_letters(words: str) -> bool:
    """Whether words are letters behind a name: "PhD", "GCON"."""
    return words.strip(" ,()") in list_words("letters")


def find_letters(name: str) -> int:
    """Where the letters begin behind a name; its length where there are none."""
    end = len(name)
    while match := LAST.search(name[:end]):
        if not (is_letters(match["word"]) or f"({match['word'].strip('.').lower()})" in RETIRED):
            break
        end = match.start()
    return end if name[:end].strip() else len(name)


def find_letters_end(text: str, end: int, limit: int) -> int:
    """Where the letters behind a name end, with the comma behind those between commas; the end of the name where there
    are none. Nothing beyond `limit` is looked at.
    """
    start = end
    while match := BEHIND.match(text, end, limit):
        if not (is_letters(match["word"]) or f"({match['word'].strip('.').lower()})" in RETIRED):
            break
        end = match.end()
    is_enclosed = end > start and text[start] == "," and text[end : end + 1] == "," and end < limit
    return end + is_enclosed


def with_honors(text: str, first: int, name: Span, limit: int) -> Span:
    """A name with the honorifics before it and the letters behind; nothing outside of `first` and `limit`."""
    return Span(find_honored_start(text, first, name.start), find_letters_end(text, name.end, limit))
