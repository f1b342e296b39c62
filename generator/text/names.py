"""What can be said of a name from its letters alone."""

import re
import unicodedata
from functools import lru_cache

from generator.text.normal import normalize

WORD = re.compile(r"[^\W_]+")
"""A run of letters and digits."""
SMALL = frozenset(
    {"of", "the", "and", "for", "in", "on", "to", "at", "from", "a", "&"}
    | {"de", "la", "du", "des", "et", "y", "der", "und"}
)
"""Words of a name that need give no letter to its acronym."""
ACRONYM = r"[A-Z][\w.&-]{1,11}"
"""What may be an acronym beside its long form, to build patterns of."""
IN_BRACKETS = re.compile(rf"\s?\((?P<acronym>{ACRONYM})\)")
"""An acronym in brackets behind its long form or inside it: "Health Agency (HA) in Europe"."""
OF_PEOPLE = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "mp", "esq"})
"""Words after a person's surname."""
SPELLINGS = (
    ("isation", "ization"),
    ("co-op", "coop"),
    ("defence", "defense"),
    ("centre", "center"),
    ("labour", "labor"),
)
"""British and American spellings: the second stands for both."""

PLAIN = str.maketrans(
    {
        "\u0142": "l",
        "\u00f8": "o",
        "\u0111": "d",
        "\u00f0": "d",
        "\u0131": "i",
        "\u00e6": "ae",
        "\u0153": "oe",
        "\u00fe": "th",
    }
)
"""Letters that no accent makes of plain ones, as papers without them write them."""


KEPT = 20_000
"""Keys kept for names asked again."""


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, as written, hyphens and marks apart."""
    return tuple(WORD.findall(name))


@lru_cache(maxsize=KEPT)
def fold_name(name: str) -> str:
    """A key under which spellings of one name meet: case, accents, full stops, hyphens and British or American
    spelling count for nothing; nor does a leading "the"."""
    plain = normalize(name).text
    if plain.isascii():
        plain = plain.lower().replace(".", "")
    else:
        plain = unicodedata.normalize("NFKD", plain).casefold().replace("\u2019", "'")
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in plain if not unicodedata.combining(c)).replace(".", "").translate(PLAIN)
    for british, american in SPELLINGS:
        plain = plain.replace(british, american)
    words = WORD.findall(plain)
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def initials(name: str) -> str:
    """The first letters of the words that count, upper case: "OSCE" for an organization for security and ..."""
    words = re.sub(r"(?<=\w)-(?=[a-z])", "", name).replace("-", " ").split()
    return "".join(w[0] for w in words if w[0].isalnum() and w.lower() not in SMALL).upper()


def is_acronym_of(short: str, long: str) -> bool:
    """Whether `short` is made of the first letters of `long`; of three letters or more one small word may count."""
    letters = short.replace(".", "").replace("&", "").upper()
    is_one_word = " " not in long and "-" not in long
    if len(letters) < 2 or " " in short or is_one_word:
        return False
    every = "".join(w[0] for w in name_words(long)).upper()
    return letters in (initials(long), every)


def is_acronym(word: str) -> bool:
    """Whether a word is written as an acronym: two to eight capitals, with or without full stops, perhaps an "s"."""
    letters = word.replace(".", "").replace("&", "").replace("-", "")
    return 2 <= len(letters) <= 8 and letters.isupper() and letters.isalnum() and not letters[0].isdigit()


def surname(name: str) -> str:
    """The last word of a person's name, without "Jr." and the like; with its particle where there is one hyphen."""
    words = name.split()
    while len(words) > 1 and words[-1].strip(".,").lower() in OF_PEOPLE:
        words.pop()
    return words[-1].strip(".,") if words else ""
