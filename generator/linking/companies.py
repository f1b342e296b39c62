"""Companies: what documents call one for short, so that "Nissan Motor" meets the "Nissan" of other briefs."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from generator.linking.names import fold_organization, is_generic
from generator.model import Analysis, LocalEntity
from generator.text.companies import is_company_of


@dataclass(frozen=True, slots=True)
class ShortForm:
    """What a company is called for short."""

    name: str
    """Folded."""
    brief: str
    """The brief that uses both names, the first by id."""


def find_short_forms(analyses: Iterable[Analysis]) -> dict[str, ShortForm]:
    """The short form of each company, by its folded long form; none where one stands for companies of several names."""
    found: dict[str, ShortForm] = {}
    for analysis in sorted(analyses, key=lambda analysis: analysis.document.id):
        for entity in analysis.entities:
            for short in list_short_forms(entity):
                found.setdefault(fold_organization(entity.name), ShortForm(short, analysis.document.id))
    longs: dict[str, list[str]] = {}
    for long, form in found.items():
        longs.setdefault(form.name, []).append(long)
    return {long: form for long, form in found.items() if are_one(longs[form.name])}


def list_short_forms(entity: LocalEntity) -> list[str]:
    """The folded short form that the document itself uses for this company: its shortest; at most one."""
    if entity.type != "Organization":
        return []
    long = fold_organization(entity.name)
    short = [form for form in map(fold_organization, entity.aliases) if is_company_of(long, form)]
    return [form for form in sorted(short, key=len)[:1] if not is_generic(form)]


def are_one(names: Iterable[str]) -> bool:
    """Whether each of the names begins with the shorter ones: "nissan motor", "nissan motor co"."""
    ordered = sorted(names, key=len)
    return all(f"{longer} ".startswith(f"{shorter} ") for shorter, longer in pairwise(ordered))
