"""Whom a source says it has its news from."""

from generator.model import Analysis


def find_origins(analysis: Analysis) -> tuple[str, ...]:
    """Wire services and cited media as first named, in the order of the text, each once without regard to case."""
    names: dict[str, str] = {}
    for credit in sorted(analysis.credits, key=lambda credit: credit.span):
        if credit.kind in ("wire", "cited"):
            names.setdefault(" ".join(credit.name.split()).casefold(), " ".join(credit.name.split()))
    return tuple(names.values())
