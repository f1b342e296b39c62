"""The same article twice: found by the digest of its body, white space aside."""

import hashlib
from collections.abc import Iterable, Sequence

from generator.model import Analysis
from generator.text.normal import normalize

PLAIN_MARKS = str.maketrans("‘’“”–—", "''\"\"--")
"""Marks that a format may write otherwise."""


def find_duplicates(analyses: Sequence[Analysis]) -> dict[str, str]:
    """The id of the brief that came first, for each brief that repeats its body word for word.

    First is the one published first (briefs without a date last), then by id. A source without sentences repeats none.
    """
    first: dict[str, str] = {}
    repeats: dict[str, str] = {}
    for analysis in sorted(analyses, key=by_publication):
        if digest := digest_body(analysis):
            original = first.setdefault(digest, analysis.document.id)
            if original != analysis.document.id:
                repeats[analysis.document.id] = original
    return repeats


def by_publication(analysis: Analysis) -> tuple[str, str]:
    """Sorts oldest first, without a date last, then by id."""
    return analysis.metadata.published.value or "~", analysis.document.id


def newest_first(analyses: Iterable[Analysis]) -> list[Analysis]:
    """Sorted newest first, without a date last, then by id."""
    by_id = sorted(analyses, key=lambda analysis: analysis.document.id)
    return sorted(by_id, key=lambda analysis: analysis.metadata.published.value or "", reverse=True)


def fold_text(text: str) -> str:
    """The text as it is compared between formats."""
    return " ".join(normalize(text).text.translate(PLAIN_MARKS).split())


def digest_body(analysis: Analysis) -> str | None:
    """SHA-256 of the words of the body, in hex; None where there is no body.

    The words are those of the normalized text: formats differ in ligatures, spaces and the kind of quotation marks.
    """
    words = " ".join(fold_text(span.of(analysis.document.text)) for span in analysis.sentences)
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest() if words else None
