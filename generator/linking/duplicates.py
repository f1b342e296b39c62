"""The same article twice: the same bytes, the same body, or the same sentences in another format.

Whom a source says it has its news from.
"""

import hashlib
from collections.abc import Iterable, Sequence

from generator.linking.identity.forms import fold
from generator.model import Analysis
from generator.text.normal import normalize


def find_origins(analysis: Analysis) -> tuple[str, ...]:
    """Wire services and cited media as first named, in the order of the text, each once without regard to case."""
    names: dict[str, str] = {}
    for credit in sorted(analysis.credits, key=lambda credit: credit.span):
        if credit.kind in ("wire", "cited"):
            names.setdefault(" ".join(credit.name.split()).casefold(), " ".join(credit.name.split()))
    return tuple(names.values())


def list_media(analyses: Iterable[Analysis]) -> frozenset[str]:
    """The folded names of all media that the sources credit, cite or were published by."""
    names = {name for analysis in analyses for name in find_origins(analysis)}
    publishers = {analysis.metadata.publisher.value for analysis in analyses}
    return frozenset(fold(name) for name in names | publishers if name)


_LONGEST = 3
"""Sentences of a body by which copies in other formats are looked for."""
_SENTENCES = 4
"""A shorter body must be the same word for word."""
_SAME = 0.9
PLAIN_MARKS = str.maketrans("‘’“”–—", "''\"\"--")
"""Marks that a format may write otherwise."""


def find_duplicates(analyses: Sequence[Analysis]) -> dict[str, str]:
    """The id of the brief that came first, for each brief that repeats its bytes or its body.

    A body is repeated word for word; in another format nine of ten sentences are enough, since formats differ in what
    counts as a caption. First is the one published first (briefs without a date last), then by id.
    """
    first: dict[str, Analysis] = {}
    repeats: dict[str, str] = {}
    for analysis in sorted(analyses, key=by_publication):
        digests = list_digests(analysis)
        original = next((first[digest] for digest in digests if is_repeated(analysis, first.get(digest), digest)), None)
        if original:
            repeats[analysis.document.id] = original.document.id
        else:
            for digest in digests:
                first.setdefault(digest, analysis)
    return repeats


def list_digests(analysis: Analysis) -> list[str]:
    """Digests under which a copy is looked for: of the bytes, of the body, of its longest sentences."""
    document = analysis.document
    body = digest_body(analysis)
    whole = [f"bytes {document.sha256}"] if document.text.strip() else []
    longest = sorted(sentence_set(analysis), key=lambda words: (-len(words), words))[:_LONGEST]
    return [*whole, *([f"body {body}"] if body else []), *(f"sentence {words}" for words in longest)]


def is_repeated(analysis: Analysis, earlier: Analysis | None, digest: str) -> bool:
    """Whether an analysis repeats an earlier one that has this digest too."""
    if earlier is None or not digest.startswith("sentence "):
        return earlier is not None
    if suffix_of(analysis) == suffix_of(earlier):
        return False
    one, other = sentence_set(analysis), sentence_set(earlier)
    return min(len(one), len(other)) >= _SENTENCES and len(one & other) >= _SAME * max(len(one), len(other))


def sentence_set(analysis: Analysis) -> frozenset[str]:
    """The sentences of the body, letters and digits only."""
    text = analysis.document.text
    return frozenset("".join(filter(str.isalnum, fold_text(span.of(text)).casefold())) for span in analysis.sentences)


def suffix_of(analysis: Analysis) -> str:
    """What tells the format."""
    return analysis.document.path.rpartition(".")[2].partition("#")[0].lower()


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
