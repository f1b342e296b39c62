"""Words as the search counts them. `assets/search-index.js` reads what is typed by the same rules: change both."""

import re
import unicodedata
from collections.abc import Iterator

_ACCENTS = re.compile("[\u0300-\u036f]")
_SPELLED = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
"""Letters that are no letter with an accent."""
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Scripts that put no space between words: each sign counts as a word."""
_VOWEL_SIGNS = "".join(chr(code) for code in range(0x370, 0xFFFF) if unicodedata.category(chr(code)) in ("Mn", "Mc"))
_WORDS = re.compile(
    rf"(?:[^\W\d_]\.){{2,40}}|['’]s(?!\w)|[{_UNSPACED}]|(?:(?![{_UNSPACED}])(?:[^\W_]|[{_VOWEL_SIGNS}]))+"
)
"""Initials with points, the ending of a possessive, one sign, a word."""
_ASCII = re.compile(r"(?:[A-Za-z]\.){2,40}|'s(?![A-Za-z0-9_])|[A-Za-z0-9]+")
"""The same for plain text, which nearly all is: three times as fast."""
_MARKS = str.maketrans("‘’“”–—\u00a0", "''\"\"-- ")
"""Marks that part words as their plain forms do."""
_LONGEST = 40

Word = tuple[str, bool]
"""A word, and whether it is written in capitals."""


def fold(text: str) -> str:
    """The text without accents, capitals as they are."""
    return (
        text if text.isascii() else unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFKD", text)))
    )


def split_words(text: str) -> Iterator[Word]:
    """The words of a line. "U.S." is `us` in capitals; the ending of "Ann's" is left out."""
    folded = fold(text)
    for match in (_ASCII if folded.isascii() else _WORDS).finditer(folded):
        found = match[0]
        if found[0] in "'’":
            continue
        written = found.replace(".", "")[:_LONGEST]
        word = written.lower()
        yield word if word.isascii() else word.translate(_SPELLED), len(written) > 1 and written.isupper()
