"""A document as it is looked at, and the way back: the same blocks in the normalized text."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from generator.model import Document, Span
from generator.text.normal import Normal, normalize

Value = TypeVar("Value")
_PRIMES = str.maketrans({**dict.fromkeys('“”"„«»「」『』', "″"), **dict.fromkeys("‘’'‚‹›", "′")})


def view_document(document: Document) -> tuple[Document, Normal]:
    """The document with its text normalized, and the table that leads back; the document itself if nothing is odd.

    Quotation marks inside code are marks of minutes and seconds in it, which quote nothing.
    """
    normal = normalize(_without_marks(document))
    if normal.text == document.text:
        return document, normal
    blocks = tuple(replace(block, span=normal.to_view(block.span)) for block in document.blocks)
    return replace(document, text=normal.text, blocks=blocks, code=()), normal


def _without_marks(document: Document) -> str:
    parts, at = list[str](), 0
    for span in document.code:
        parts += document.text[at : span.start], span.of(document.text).translate(_PRIMES)
        at = span.end
    return "".join([*parts, document.text[at:]])


def to_source(value: Value, normal: Normal) -> Value:
    """The value with every span in it, however deep, led back to the source. Documents in it are left alone."""
    found: Any = value
    if isinstance(found, Span):
        return normal.to_source(found)  # type: ignore[return-value]  # a Span for a Span
    if isinstance(found, tuple):
        return tuple(to_source(item, normal) for item in found)  # type: ignore[return-value]  # the same length
    if is_dataclass(found) and not isinstance(found, type | Document):
        found = replace(found, **{f.name: to_source(getattr(found, f.name), normal) for f in fields(found)})
        return found  # type: ignore[no-any-return]  # of the same type
    return value
