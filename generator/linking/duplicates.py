"""The same article twice: the same bytes, the same body, or the same sentences in another format; and whom a source
says it has its news from.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.linking.identity.forms import fold
from generator.model import Analysis, Authors, Document, Field, Metadata, Span
from generator.text.memo import remembered
from generator.text.normal import normalize
from generator.text.rules import Chain, Rule


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
_MISSING = Field(None, "missing")
_UNKNOWN = Metadata(_MISSING, _MISSING, _MISSING, Authors((), "missing"), _MISSING)
PLAIN_MARKS = str.maketrans("‘’“”–—", "''\"\"--")
"""Marks that a format may write otherwise."""


class Sameness(NamedTuple):
    """One way in which a brief repeats another."""

    digests: Callable[[Analysis], Iterable[str]]
    """Digests under which a copy is looked for; two briefs that share one may be the same."""
    is_copy: Callable[[Analysis, Analysis], bool]
    """Whether they are."""


def find_duplicates(analyses: Sequence[Analysis], rules: Iterable[Rule[Sameness]] | None = None) -> dict[str, str]:
    """The id of the brief that came first, for each brief that repeats it; by all rules or by some.

    First is the one published first (briefs without a date last), then by id.
    """
    first: dict[tuple[str, str], Analysis] = {}
    repeats: dict[str, str] = {}
    asked = tuple(COPIES if rules is None else rules)
    for analysis in sorted(analyses, key=by_publication):
        keys = [(rule, (rule.name, digest)) for rule in asked for digest in rule.find.digests(analysis)]
        known = ((rule, first[key]) for rule, key in keys if key in first)
        original = next((earlier for rule, earlier in known if rule.find.is_copy(analysis, earlier)), None)
        if original:
            repeats[analysis.document.id] = original.document.id
        else:
            for _, key in keys:
                first.setdefault(key, analysis)
    return repeats


def _digest_bytes(analysis: Analysis) -> Iterator[str]:
    if analysis.document.text.strip():
        yield analysis.document.sha256


def _digest_whole_body(analysis: Analysis) -> Iterator[str]:
    if body := digest_body(analysis):
        yield body


@remembered
def _list_longest(analysis: Analysis) -> Iterable[str]:
    """The longest sentences of the body."""
    return sorted(sentence_set(analysis), key=lambda words: (-len(words), words))[:_LONGEST]


def _always(analysis: Analysis, earlier: Analysis) -> bool:
    return True


def _is_in_another_format(analysis: Analysis, earlier: Analysis) -> bool:
    if suffix_of(analysis) == suffix_of(earlier):
        return False
    one, other = sentence_set(analysis), sentence_set(earlier)
    return min(len(one), len(other)) >= _SENTENCES and len(one & other) >= _SAME * max(len(one), len(other))


def _try_rule(rule: Rule[Sameness], text: str) -> Iterator[Span]:
    """The lines of a text that repeat a line before them; each begins with its format: "html It fell"."""
    analyses, lines, start = [], list[Span](), 0
    for number, line in enumerate(text.split("\n"), 1):
        suffix, _, words = line.partition(" ")
        sentences = tuple(Span(*match.span()) for match in re.finditer(r"\S[^.]*\.", words))
        sha256 = hashlib.sha256(line.encode()).hexdigest()
        document = Document(f"{number}.{suffix}", str(number), sha256, words, ())
        analyses.append(Analysis(document, "en", _UNKNOWN, sentences=sentences))
        lines.append(Span(start, start + len(line)))
        start += len(line) + 1
    return (lines[int(repeated) - 1] for repeated in find_duplicates(analyses, (rule,)))


COPIES: Chain[Sameness] = Chain(
    "copies",
    (
        Rule(
            "same bytes",
            Sameness(_digest_bytes, _always),
            yes=("txt The dam broke.\n|txt The dam broke.|",),
            no=("txt The dam broke.\ntxt The dam  broke.", "txt \ntxt "),
        ),
        Rule(
            "same body",
            Sameness(_digest_whole_body, _always),
            yes=('txt The “dam” broke.\n|html The "dam"  broke.|',),
            no=("txt The dam broke.\nhtml The dam broke. It rained.",),
            reason="Formats differ in spaces and in the kind of quotation marks.",
        ),
        Rule(
            "nine of ten sentences in another format",
            Sameness(_list_longest, _is_in_another_format),
            yes=("txt It fell. Roe ran. Poe ran. Lee stayed.\n|html It fell. Roe ran. Poe ran. Lee stayed.|",),
            no=(
                "txt It fell. Roe ran. Poe ran. Lee stayed.\ntxt It fell. Roe ran. Poe ran. Lee stayed.",
                "txt It fell. Roe ran. Poe ran.\nhtml It fell. Roe ran. Poe ran.",
                "txt It fell. Roe ran. Poe ran. Lee stayed.\nhtml It fell. Roe ran. Poe ran. Lee went.",
            ),
            reason="Formats differ in what counts as a caption.",
        ),
    ),
    _try_rule,
)
"""What makes one text of two briefs."""


@remembered
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


@remembered
def digest_body(analysis: Analysis) -> str | None:
    """SHA-256 of the words of the body, in hex; None where there is no body.

    The words are those of the normalized text: formats differ in ligatures, spaces and the kind of quotation marks.
    """
    words = " ".join(fold_text(span.of(analysis.document.text)) for span in analysis.sentences)
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest() if words else None
