"""A text as it is analysed: what encodings, typesetting and web pages did to its letters undone, every place known.

The view is for looking things up in; what is shown stays the source's own. Undone are: UTF-8 read as Windows-1252
("donâ€™t"), soft hyphens and other invisible characters in and beside words, runs of non-breaking spaces, ligatures,
accents apart from their letters, odd hyphens and apostrophes, and quotation marks of two kinds in one pair. A document
as it is looked at has the same blocks in the normalized text, and from each place there is a way back: an analysis of
the view is told in the words and places of the source.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from generator.model import Analysis, Authors, Document, Field, LocalEntity, Span

_HIDDEN = "\u00ad\u200b\u2060\ufeff"
_JOINERS = "\u200c\u200d"
"""They mean something in other scripts than ours, and between the parts of a picture."""
_SPACES = "\u00a0\u2000-\u200a\u202f\u205f"
_MARKS = "\u0300-\u036f"
_ONE = str.maketrans({
    **dict.fromkeys("\u2010\u2011\ufe63\uff0d", "-"), **dict.fromkeys("\u02bc\uff07\u2019", "’"), "\uff02": '"',
    "\u201f": "“", "\u275d": "“", "\u275e": "”", "\u301d": "“", "\u301e": "”", "\u275b": "‘", "\u275c": "’",
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
})  # fmt: skip
"""Characters that stand for others, in any place."""
_SIGNS = "".join(map(chr, _ONE.keys() - {0x2019}))
_LOST = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u0081\u008d\u008f\u0090\u009d"
"""What Windows-1252 makes of the bytes 80 to 9F."""
_PROOF = re.compile("â€|Ã[\u00a1-\u00bf]|(?<![^\\W\\d_])Â[\u00a0£«»©®°·]")
"""What no text has but one that was decoded wrongly; then the unlikely pairs in it are undone too."""
_MISREAD = (
    f"â€[{_LOST}\u00a0-\u00bf]?|â[{_LOST}\u00a0-\u00bf]{{2}}|[ÂÃ][\u00a0-\u00bf]"
    f"|(?<=[a-z])Ã[{_LOST}]|Ã[{_LOST}](?=[a-z])"
)
_WRONG = re.compile(_MISREAD)
_ODD = re.compile(
    f"(?P<hidden>(?<!\\s)(?<!^)[{_HIDDEN}]+(?=\\s|\\Z)|[{_HIDDEN}]+[^\\s{_HIDDEN}][{_MARKS}]{{0,4}}"
    f"|(?<=[A-Za-z])[{_JOINERS}]+[A-Za-z])"
    f"|(?P<space>[ {_SPACES}]*[{_SPACES}][ {_SPACES}]*)"
    f"|(?P<accent>[^\\W\\d_][{_MARKS}]{{1,4}})"
    f"|(?P<sign>[{re.escape(_SIGNS)}]|(?<=[^\\W\\d_])[\u00b4\u2032`](?=[^\\W\\d_]))"
    f"|(?P<tex>``(?=\\S)|(?<=\\S)'')"
)
_ODD_MISREAD = re.compile(f"(?P<misread>{_MISREAD})|{_ODD.pattern}")
_ANY_ODD = re.compile(f"[{_HIDDEN}{_JOINERS}{_SPACES}{_MARKS}{re.escape(_SIGNS)}\u00b4\u2032`]|â€|[ÂÃ][\u00a0-\u00bf]")
_DOUBLE = re.compile('[“”"]')


class Edit(NamedTuple):
    """A piece of the source that is written otherwise in the view. Neither span is empty."""

    source: Span
    view: Span


@dataclass(frozen=True, slots=True)
class Normal:
    """The view of a text."""

    text: str
    edits: tuple[Edit, ...] = ()
    """Those that change the length, in order."""

    def to_source(self, span: Span) -> Span:
        """Where the characters of a span of the view stand in the source; a piece that was changed counts whole."""
        return Span(self._place(span.start, False, at_end=False), self._place(span.end, False, at_end=True))

    def to_view(self, span: Span) -> Span:
        """Where the characters of a span of the source stand in the view."""
        return Span(self._place(span.start, True, at_end=False), self._place(span.end, True, at_end=True))

    def _place(self, at: int, is_source: bool, *, at_end: bool) -> int:
        index = bisect_right(self.edits, at, key=lambda edit: edit[not is_source].start) - 1
        if index < 0:
            return at
        here, there = self.edits[index][not is_source], self.edits[index][is_source]
        if at >= here.end:
            return there.end + at - here.end
        return there.end if at_end and at > here.start else there.start


def normalize(text: str) -> Normal:
    """The view of `text`; the same text where there is nothing odd in it. Linear in its length."""
    if text.isascii() and "`" not in text:
        return Normal(text)
    if not _ANY_ODD.search(text):
        return Normal(_pair_marks(text))
    pattern = _ODD_MISREAD if _PROOF.search(text) else _ODD
    has_tex = "``" in text
    parts: list[str] = []
    edits: list[Edit] = []
    at = length = 0
    for match in pattern.finditer(text):
        plain = match[0] if match.lastgroup == "tex" and not has_tex else _repair(match)
        if plain == match[0]:
            continue
        start, end = match.span()
        if match.lastgroup == "hidden" and not plain:
            # Behind a word: it goes with the last letter.
            start, plain = start - 1, text[start - 1]
            if start < at:
                continue
        parts += (text[at:start], plain)
        length += start - at
        if len(plain) != end - start:
            edits.append(Edit(Span(start, end), Span(length, length + len(plain))))
        length += len(plain)
        at = end
    return Normal(_pair_marks("".join([*parts, text[at:]])), tuple(edits))


def _repair(match: re.Match[str]) -> str:
    """What stands in the view for one odd piece."""
    found, kind = match[0], match.lastgroup
    if kind == "space":
        return " "
    if kind == "tex":
        return "“" if found == "``" else "”"
    if kind == "misread":
        return _decode(found)
    if kind == "hidden":
        found = found.lstrip(_HIDDEN + _JOINERS)
    elif kind == "sign" and found in "\u00b4\u2032`":
        return "’"
    return unicodedata.normalize("NFC", found.translate(_ONE)) if found else ""


def _decode(found: str) -> str:
    """The character whose bytes in UTF-8 were taken for these; `found` where there is none that texts have."""
    if found == "â€":
        return "”"
    try:
        char = b"".join(_byte(c) for c in found).decode("utf-8")
    except UnicodeDecodeError:
        return found
    fits = "\u00a0" <= char <= "\u00ff" or "\u2010" <= char <= "\u2044" or char in "€™−→←■●"
    return (" " if char == "\u00a0" else char) if len(char) == 1 and fits else found


def find_misread(text: str) -> list[tuple[Span, str]]:
    """Where bytes of UTF-8 were taken for those of Windows-1252, each with the character that was meant."""
    if _PROOF.search(text) is None:
        return []
    found = ((Span(*match.span()), _decode(match[0])) for match in _WRONG.finditer(text))
    return [(span, meant) for span, meant in found if meant != span.of(text)]


def _byte(char: str) -> bytes:
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1")


def _pair_marks(text: str) -> str:
    """The text with straight double marks curled where a line pairs one with a curly mark; of the same length."""
    if '"' not in text or ("“" not in text and "”" not in text):
        return text
    return "".join(map(_pair_line, text.splitlines(keepends=True)))


def _pair_line(line: str) -> str:
    if '"' not in line or ("“" not in line and "”" not in line):
        return line
    marks = [match.start() for match in _DOUBLE.finditer(line)]
    curled = list(_curl(line, marks))
    if curled != ["“", "”"] * (len(marks) // 2):
        return line
    chars = list(line)
    for place, mark in zip(marks, curled, strict=True):
        chars[place] = mark
    return "".join(chars)


def _curl(line: str, marks: Sequence[int]) -> Iterator[str]:
    """What each mark is by what stands beside it: an opening one, or a closing one."""
    for place in marks:
        if line[place] != '"':
            yield line[place]
        else:
            before, after = line[place - 1 : place], line[place + 1 : place + 2]
            opens = (not before or before in " \t([{—–-‘'") and bool(after.strip())
            yield "“" if opens else "”"


Value = TypeVar("Value")
_PRIMES = str.maketrans({**dict.fromkeys('“”"„«»「」『』', "″"), **dict.fromkeys("‘’'‚‹›", "′")})


def view_document(document: Document) -> tuple[Document, Normal]:
    """The document with its text normalized, and the table that leads back; the document itself if nothing is odd.

    Quotation marks inside code are marks of minutes and seconds in it, which quote nothing.
    """
    normal = _normalize_whole(_without_marks(document))
    if normal.text == document.text:
        return document, normal
    blocks = tuple(replace(block, span=normal.to_view(block.span)) for block in document.blocks)
    return replace(document, text=normal.text, blocks=blocks, code=()), normal


@lru_cache(maxsize=2)
def _normalize_whole(text: str) -> Normal:
    """The view of a whole text, which is asked for when it is cleaned and when it is analysed."""
    return normalize(text)


def _without_marks(document: Document) -> str:
    parts, at = list[str](), 0
    for span in document.code:
        parts += document.text[at : span.start], span.of(document.text).translate(_PRIMES)
        at = span.end
    return "".join([*parts, document.text[at:]])


def to_source(value: Value, normal: Normal) -> Value:
    """The value with every span in it, however deep, led back to the source. Documents in it are left alone."""
    if not normal.edits:
        return value
    found: Any = value
    if isinstance(found, Span):
        return normal.to_source(found)  # type: ignore[return-value]  # a Span for a Span
    if isinstance(found, tuple):
        return tuple(to_source(item, normal) for item in found)  # type: ignore[return-value]  # the same length
    if is_dataclass(found) and not isinstance(found, type | Document):
        held = ((f.name, getattr(found, f.name)) for f in fields(found))
        found = replace(found, **{name: to_source(part, normal) for name, part in held if _holds_spans(part)})
        return found  # type: ignore[no-any-return]  # of the same type
    return value


def _holds_spans(part: object) -> bool:
    """Whether a part of a value may have spans in it: no word and no number has."""
    return part is not None and not isinstance(part, str | int | float)


def restore(analysis: Analysis, document: Document, normal: Normal) -> Analysis:
    """The analysis of the view of `document`, told in the words and places of the source."""
    there = to_source(analysis, normal)
    forms = _find_forms(analysis, document, normal)
    return replace(
        there,
        document=document,
        metadata=replace(
            there.metadata,
            title=_restore_field(there.metadata.title, document),
            publisher=_restore_field(there.metadata.publisher, document),
            section=_restore_field(there.metadata.section, document),
            number=_restore_field(there.metadata.number, document),
            authors=_restore_authors(analysis.metadata.authors, there.metadata.authors, document, normal),
        ),
        credits=tuple(replace(credit, name=credit.span.of(document.text)) for credit in there.credits),
        entities=tuple(_restore_entity(entity, forms, document) for entity in there.entities),
        quotations=tuple(replace(q, via=_restore_words(q.via, document, normal)) for q in there.quotations),
        claims=tuple(replace(claim, via=_restore_words(claim.via, document, normal)) for claim in there.claims),
    )


def fold(text: str) -> str:
    """The text with white space folded."""
    return " ".join(text.split())


def _find_forms(analysis: Analysis, document: Document, normal: Normal) -> dict[str, str]:
    """For each form of a name in the view, the source's; the plain one where it occurs too."""
    forms: dict[str, str] = {}
    for mention in analysis.mentions:
        view = fold(mention.span.of(normal.text))
        source = fold(normal.to_source(mention.span).of(document.text))
        if source == view or view not in forms:
            forms[view] = source
    return forms


def _restore_entity(entity: LocalEntity, forms: dict[str, str], document: Document) -> LocalEntity:
    name, *aliases = (forms.get(fold(form), form) for form in (entity.name, *entity.aliases))
    roles = tuple(replace(role, title=role.span.of(document.text)) for role in entity.roles)
    return replace(entity, name=name, aliases=tuple(aliases), roles=roles)


def _restore_field(field: Field, document: Document) -> Field:
    """The field with the words of its span, if it has one."""
    return replace(field, value=fold(field.span.of(document.text))) if field.span else field


def _restore_authors(view: Authors, authors: Authors, document: Document, normal: Normal) -> Authors:
    """The authors as their byline has them."""
    if view.span is None:
        return authors
    at = view.span.start
    names = []
    for name in view.value:
        start = normal.text.find(name, at, view.span.end)
        found = normal.to_source(Span(start, start + len(name))) if start >= 0 else None
        names.append(fold(found.of(document.text)) if found else name)
    return replace(authors, value=tuple(names))


def _restore_words(words: str | None, document: Document, normal: Normal) -> str | None:
    """These words as the source has them where they first stand."""
    start = normal.text.find(words) if words else -1
    return fold(normal.to_source(Span(start, start + len(words or ""))).of(document.text)) if start >= 0 else words
