"""Days as scripts without capitals write them: figures of Arabic and Devanagari, and 年月日.

>>> to_ascii_figures("٢٤ نيسان/أبريل ٢٠٢٤")
'24 نيسان/أبريل 2024'
"""

import re

from generator.text.edtf import is_edtf

_ZEROS = "٠۰०০"
"""The zeros of Arabic, Persian, Devanagari and Bengali; the other nine figures follow each."""
_FIGURES = {ord(zero) + n: str(n) for zero in _ZEROS for n in range(10)}
_NUMERALS = {numeral: n for n, numeral in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_NUMERAL = "[〇零○一二三四五六七八九十]"
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
"""The year before the first of an era of Japan."""
EAST_ASIAN_DAY = re.compile(
    r"(?<![\d年])(?:(?P<year>(?:19|20)\d{2}|[一二][九〇零○][〇零○一二三四五六七八九]{2})|(?P<era>令和|平成|昭和)(?P<of_era>\d{1,2}|元))"
    rf" ?[年년] ?(?P<month>\d{{1,2}}|{_NUMERAL}{{1,3}}) ?[月월] ?(?P<day>\d{{1,2}}|{_NUMERAL}{{1,3}}) ?[日號号일]"
)
"""A full day in Chinese, Japanese or Korean; the year may be counted in an era."""
_UNCASED = re.compile(
    r"[\u0590-\u05ff\u0600-\u06ff\u0900-\u097f\u0980-\u09ff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
"""A letter of a script without capitals."""
_STOP = re.compile(r"[。！？；।؟۔]|[.!?](?:\s|\Z)")
_MOST_LETTERS = 40
"""Letters beside the day in a line above an article, in a script without capitals."""


def to_ascii_figures(text: str) -> str:
    """The text with the figures 0 to 9; every other character stays, and each stays in its place."""
    return text if text.isascii() else text.translate(_FIGURES)


def read_east_asian(match: re.Match[str]) -> str | None:
    """The EDTF of an `EAST_ASIAN_DAY`; None where the calendar has no such day."""
    if match["era"]:
        year = _ERAS[match["era"]] + (1 if match["of_era"] == "元" else int(match["of_era"]))
    else:
        year = int("".join(str(_NUMERALS.get(figure, figure)) for figure in match["year"]))
    day = f"{year}-{_number(match['month']):02}-{_number(match['day']):02}"
    return day if is_edtf(day) else None


def _number(words: str) -> int:
    """A number below one hundred in figures or numerals: 二十四, 十一."""
    if words.isdecimal():
        return int(words)
    tens, ten, ones = words.rpartition("十")
    return (10 * _NUMERALS.get(tens, 1) if ten else 0) + _NUMERALS.get(ones, 0)


def is_uncased(text: str) -> bool:
    """Whether a text has letters of a script without capitals."""
    return _UNCASED.search(text) is not None


def may_stand_beside(text: str) -> bool:
    """Whether words of such a script can be what stands beside a day above an article: no sentence."""
    return len(_UNCASED.findall(text)) <= _MOST_LETTERS and _STOP.search(text) is None
