"""The numbers of a stretch of text, in digits and in words, with their values: "126,000", "2.5 million", "twenty-five",
"half a million", "20 to 30". What they count is told elsewhere.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from generator.language.en.quantities.signs import Sign, find_sign, written_on
from generator.language.en.quantities.words import load_units, words_of
from generator.model import Span
from generator.text.wordlists import load_sections

_DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_FRACTIONS: Mapping[str, float] = {"¼": 0.25, "½": 0.5, "¾": 0.75}
_PIECE = re.compile(r"[0-9]+|[^\W0-9]+")
_BEFORE = len("half an ")
"""Characters of a number before its first digit or word of number, at most."""
_JOINTS = re.compile(r" ?[-–] ?| to | and | or ")
"""What stands between the two ends of a range."""
_BETWEEN = re.compile(r"\bbetween $", re.I)
_LOWER = re.compile(r"(?<!\d)\d[\d.,]*(?: ?[-–] ?| to )\Z")
"""The lower end of a range, before the upper."""
_FROM = re.compile(r"\bfrom $", re.I)
_LOOKED_BACK = 16
"""Characters before a number in which "between" may stand."""


class Number(NamedTuple):
    """A number, or a range of numbers, as written."""

    span: Span
    value: float
    """Of a range the lower end."""
    until: float | None = None
    """The upper end of a range."""
    factor: float = 1
    """By what its scale multiplies it: of "5 million" a million."""


@cache
def _words(section: str) -> dict[str, int]:
    lines = dict(load_sections("number_words.txt"))[section]
    return {word: int(value) for word, value in (line.split() for line in lines)}


@cache
def _named() -> frozenset[str]:
    """The words of which one stands in each number that is written in words."""
    return frozenset({**_words("cardinals"), **_words("scales")})


def _match_all(text: str, within: Span) -> Iterator[re.Match[str]]:
    """The places where the pattern holds, looked for around digits and those words alone."""
    at, named = within.start, _named()
    for piece in _PIECE.finditer(text, within.start, within.end):
        word = piece[0]
        if piece.start() < at or not (word[0] in "0123456789" or word.casefold() in named):
            continue
        match = _pattern().search(text, max(at, piece.start() - _BEFORE), within.end)
        if match is None:
            return
        yield match
        at = match.end()


@cache
def _pattern() -> re.Pattern[str]:
    """One number: digits with or without a scale, or words."""
    cardinal, scale = ("|".join(_words(name)) for name in ("cardinals", "scales"))
    some, tied, short = rf"(?:{cardinal}|{scale})", "|".join(sorted(words_of("tied"))), "|".join(_words("short scales"))
    apart = rf"(?:(?<![\w./:#’'])(?<![^\W\d][–-])(?<!\d,)|{written_on()})"
    before = rf"(?:(?P<half>half an? (?=(?:{scale})\b))|(?P<a>\ban? (?=(?:{scale})\b)))?"
    scaled = rf"(?:[ -]?(?P<scale>{scale})\b(?: (?P<again>crores?|million|billion)\b)?|(?P<short> ?(?:{short}))(?!\w))?"
    digits = rf"(?P<digits>{_DIGITS})(?P<part>[¼½¾]|(?: and a half| ?1/2)(?!\w))?{scaled}"
    alone = rf"(?!\d|\.\d|,\d)(?!(?!(?:{tied})\b)[^\W\d]|_)"
    half = rf"(?P<more> and a half(?: (?P<last>{scale}))?)?"
    words = rf"\b(?P<words>{some}(?:(?:[ -]| and )(?:{some}))*{half})\b"
    return re.compile(rf"{apart}{before}(?:{digits}{alone}|{words})", re.I)


def find_numbers(text: str, within: Span) -> Iterator[Number]:
    """The numbers that begin in a stretch of text, in order, ranges as one. Linear in its length."""
    before: Number | None = None
    for match in _match_all(text, within):
        found = _read(match, text)
        if found is None:
            continue
        joined = _joined(before, found, text) if before else None
        if before and joined is None:
            yield before
        before = joined or found
    if before:
        yield before


def _read(match: re.Match[str], text: str) -> Number | None:
    """What a match says; None where its words make no number."""
    start, end = match.span()
    if not match["digits"]:
        value = _value_of(match)
        return None if value is None else Number(Span(start, end), round(value, 6))
    sign = _sign_of(text, start)
    is_loose = sign is not None and sign.is_loose and not (match["scale"] or match["short"])
    if match["half"] or match["a"] or is_loose:
        return None
    scales, factor = _words("scales"), 1
    if match["short"] and (sign is not None or _money_behind().match(text, end)):
        factor = _words("short scales")[match["short"].strip().lower()]
    elif match["short"]:
        # "5m" without a sign of money: metres; "5k" may be anything.
        if match["short"] not in words_of("tied") and match["short"][0] != " ":
            return None
        end = match.start("short")
    elif match["scale"]:
        factor = scales[match["scale"].lower()] * scales.get((match["again"] or "").lower(), 1)
    value = (float(match["digits"].replace(",", "")) + _part(match["part"])) * factor
    return Number(Span(start, end), round(value, 6), None, factor)


def _sign_of(text: str, start: int) -> Sign | None:
    """The sign of money of a number, or of the range that it ends: "$20-30m"."""
    lower = _LOWER.search(text, max(0, start - _LOOKED_BACK), start)
    return find_sign(text, start) or (find_sign(text, lower.start()) if lower else None)


@cache
def _money_behind() -> re.Pattern[str]:
    """The name of a currency: "5m | pounds"."""
    names = (" ".join(words) for words in load_units("money") if words[0].isalpha() and len(words[-1]) > len("usd"))
    return re.compile(rf" (?:{'|'.join(sorted(names))})\b", re.I)


def _part(words: str | None) -> float:
    return 0.0 if words is None else _FRACTIONS.get(words, 0.5)


def _value_of(match: re.Match[str]) -> float | None:
    """The value of words: "two hundred and fifty", "a dozen", "half a million"."""
    words = re.split(r"[ -]", match["words"].lower().partition(" and a half")[0])
    cardinals, scales = _words("cardinals"), _words("scales")
    total, group = 0.0, 0.0
    for at, word in enumerate(word for word in words if word != "and"):
        if word in scales:
            if not group and not (at == 0 and (match["a"] or match["half"])):
                # "several hundred", "million": of no value by itself.
                return None
            group = (group or (0.5 if match["half"] else 1.0)) * scales[word]
            if scales[word] > _words("scales")["hundred"]:
                total, group = total + group, 0.0
        elif not _fits(group, cardinals[word]):
            return None
        else:
            group += cardinals[word]
    value = total + group
    if match["more"]:
        value = (value + 0.5) * scales.get((match["last"] or "").lower(), 1)
    return value


def _fits(group: float, value: int) -> bool:
    """Whether a word may follow those before it: "twenty" "five", "two hundred" "six", but not "two" "three"."""
    tens = int(group) % 100
    return tens == 0 or (tens >= 20 and tens % 10 == 0 and value < 10)


def _joined(first: Number, second: Number, text: str) -> Number | None:
    """A range of two numbers: "20 to 30", "between 1.2 and 1.5 million", "15-20"; None where they are none."""
    lower, upper = find_sign(text, first.span.start), find_sign(text, second.span.start)
    joint = text[first.span.end : upper.start if upper else second.span.start]
    start = lower.start if lower else first.span.start
    before = text[max(0, start - _LOOKED_BACK) : start]
    is_exchanged = upper is not None and (lower is None or lower.unit != upper.unit)
    if first.until is not None or is_exchanged or not _JOINTS.fullmatch(joint):
        return None
    if (joint == " and ") != bool(_BETWEEN.search(before)) or (joint == " to " and _FROM.search(before)):
        return None
    low = _scaled(first, second, text)
    return Number(Span(first.span.start, second.span.end), low, second.value) if low < second.value else None


def _scaled(first: Number, second: Number, text: str) -> float:
    """The lower end, which shares the scale of the upper: "20 to 30 million", "20-30m"."""
    words = second.span.of(text).lower()
    worded = (value for word, value in _words("scales").items() if words.endswith(word))
    scale = second.factor if second.factor > 1 else next(worded, 1)
    is_bare = not re.search(r"[a-z]", first.span.of(text).lower())
    return first.value * scale if is_bare and first.value * scale < second.value else first.value
