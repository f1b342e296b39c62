"""Whom a source says it has its news from."""

from collections.abc import Iterable

from generator.linking.names import fold
from generator.model import Analysis


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
