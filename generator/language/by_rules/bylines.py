"""Lines in which an article says who wrote it, in languages without a folder; English has its say first.

>>> line = "Автор: Иван Петров, 24 апреля 2024"
>>> [line[start:end] for start, end in find_byline(line).names]
['Иван Петров']
"""

import re
from collections.abc import Iterator

from generator.language.en.dates.datelines import find_opening_date
from generator.language.en.pages.bylines import Byline
from generator.language.en.pages.bylines import find_byline as find_english
from generator.language.people.authors import split_authors
from generator.text.wordlists import load_set

_LONGEST = 160
_MARKS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e \u00a0|•·–—"
_BEFORE_NAME = re.compile(
    r"(?:text von|ein bericht von|von|propos recueillis par|par|escrito por|por|scritto da|di|door|av|af)[ \u00a0]+",
    re.IGNORECASE,
)
"""Words before a name that stand elsewhere too: a known given name follows, or the line is none."""
_LABEL = re.compile(
    r"(?:автор(?:ы| текста)?|текст|autor(?:in|a|es)?|auteure?|autore|yazan|penulis|作者|文字|撰文|"
    r"本报记者|取材・文|執筆|كتب(?:ت|ه|ته)?|إعداد|تحرير|लेखक|लेखिका|संवाददाता|रिपोर्ट)"
    r"[ \u00a0]{0,2}[:：／/|｜][ \u00a0]{0,2}|"
    r"(?:von|by|par|por|di|door|av|af|tekst|texte?|texto|testo|autor/in|autor[:*]in)[ \u00a0]{0,2}[:：][ \u00a0]{0,2}|"
    r"autorin/autor |(?:记者|記者|بقلم)(?:[ \u00a0]{0,2}[:：／/|｜][ \u00a0]{0,2}| )",
    re.IGNORECASE,
)
"""Labels that stand before the names of authors only."""
_BORDER = re.compile(r"[|•·\n(（]| [–—-] |[,،，]? ?(?=[\d٠-٩०-९])|[,،，] (?=\S{2,12}[,.]? \d)")
"""What ends the names: a border, or a day."""
_PLACE_BEHIND = re.compile(r"(?<=\w\w), [^\W\d_]{3,20}\Z")
"""One word behind the last name: where its author reports from."""
_HAN_NAME = re.compile(r"[\u3400-\u9fff·]{2,8}")
_END = re.compile(r"(?<!\d)[.!?。！？؟।](?:\s|\Z)")


def find_byline(text: str) -> Byline | None:
    """What a line says about its authors, in any language; None for a line that is no byline."""
    return find_english(text) or (find_foreign(text) if len(text) <= _LONGEST else None)


def find_foreign(text: str) -> Byline | None:
    """The same by the words of languages without a folder."""
    lead = len(text) - len(text.lstrip(_MARKS))
    label = _LABEL.match(text, lead)
    before = label or _BEFORE_NAME.match(text, lead)
    if before is None:
        return None
    border = _BORDER.search(text, before.end())
    end = border.start() if border else len(text)
    if _END.search(text, before.end()) or not _may_follow(text[end:]):
        return None
    names = tuple(_find_names(text, before.end(), end, is_labelled=label is not None))
    return Byline(names, None) if names else None


def _may_follow(rest: str) -> bool:
    """Whether what stands behind the names is a day, or a few words on them."""
    words = rest.strip(_MARKS + ",،，")
    return not words or len(words) <= 40 or find_opening_date(words) is not None


def _find_names(text: str, start: int, end: int, *, is_labelled: bool) -> Iterator[tuple[int, int]]:
    """Where the names stand; none where one of them may be something else."""
    place = _PLACE_BEHIND.search(text, start, end) if " " in text[start:end].rpartition(",")[0].strip() else None
    end = place.start() if place else end
    names = [name.strip(_MARKS) for name in split_authors([text[start:end]], is_byline=not is_labelled)]
    if not names or not all(_is_name(name, is_labelled=is_labelled) for name in names):
        return
    for name in names:
        at = text.find(name, start, end)
        if at >= 0:
            yield at, at + len(name)


def _is_name(name: str, *, is_labelled: bool) -> bool:
    """Whether it has the form of a full name: a label makes it one, else a known given name."""
    words = name.split()
    if _HAN_NAME.fullmatch(name):
        return is_labelled and len(name) <= 8
    is_full = 2 <= len(words) <= 4 and not any(map(str.isdigit, name)) and not words[0][0].islower()
    return is_full and (is_labelled or words[0] in load_set("given_names.txt"))
