"""The names of a document by spelling: mentions whose spelling has one key are one form, unless two countries own what
they name (ministries), a place bears a surname, or forms of address tell two people apart.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.language.packs import Name
from generator.language.wording import Pronoun, told_before
from generator.language.world.places import country_of, legal_forms, owner_before, read_ministry
from generator.model import EntityType, Span
from generator.text.names import IN_BRACKETS, fold_name


def part_owned(text: str, names: Sequence[Name]) -> list[list[Name]]:
    """The mentions of one spelling, those of ministries apart by the country that owns them where there are several."""
    if names[0].type != "Organization" or read_ministry(names[0].span.of(text)) is None:
        return [list(names)]
    owners: dict[str, list[Name]] = {}
    for name in names:
        owners.setdefault(find_owner(text, [name]), []).append(name)
    return list(owners.values()) if len(owners.keys() - {""}) > 1 else [list(names)]


def find_owner(text: str, names: Iterable[Name]) -> str:
    """The country of a ministry, by its name or the words before a mention; empty where none tells."""
    for name in names:
        ministry = read_ministry(name.span.of(text))
        owner = (ministry.country if ministry else "") or owner_before(text, name.span.start)
        if owner:
            return owner
    return ""


class Form(NamedTuple):
    """All mentions whose spelling has one key."""

    type: EntityType
    key: str
    text: str
    """As first written."""
    names: tuple[Name, ...]
    called: Pronoun | None = None
    """What the form of address before its mentions tells; None: nothing, or both."""


class Forms(NamedTuple):
    """The names of a text with their forms, as the rules see them that join forms."""

    text: str
    names: Sequence[Name]
    forms: Sequence[Form]
    same: Mapping[int, int]
    """What earlier rules joined: a form, by its index, to another."""

    @property
    def places(self) -> dict[Span, int]:
        """The form of each name, by its span."""
        return {name.span: index for index, form in enumerate(self.forms) for name in form.names}


def collect_forms(text: str, names: Iterable[Name]) -> list[Form]:
    """The names by key, each with its commonest type, the first of equally common ones."""
    by_key: dict[str, list[Name]] = {}
    for name in names:
        by_key.setdefault(key_of(name.span.of(text)), []).append(name)
    surnames = Counter(key.rpartition(" ")[2] for key in by_key if " " in key)
    forms = []
    for key, same in by_key.items():
        for found in part_places(text, key, same, surnames[key]):
            kind = Counter(n.type for n in found).most_common(1)[0][0]
            parts = part_called(text, key, found, surnames[key]) if kind == "Person" else {None: found}
            forms += [Form(kind, key, part[0].span.of(text), tuple(part), called) for called, part in parts.items()]
    return sorted(forms, key=lambda form: form.names[0].span)


def part_places(text: str, key: str, names: Sequence[Name], full_names: int) -> Iterator[Sequence[Name]]:
    """The mentions of one spelling, a surname apart from the place that bears it too: "Washington" the actor and the
    city; ministries of several countries apart."""
    places = [name for name in names if name.type == "Place"]
    if " " in key or not full_names or len(places) in (0, len(names)):
        yield from part_owned(text, names)
        return
    yield from (places, [name for name in names if name.type != "Place"])


def part_called(text: str, key: str, names: Sequence[Name], full_names: int) -> dict[Pronoun | None, list[Name]]:
    """The mentions of a bare surname apart by what their forms of address tell, where it may be that of several: "Mr."
    and "Mrs." stand before it, or several full names end with it. All others together, with what is told of all.
    """
    parts: dict[Pronoun | None, list[Name]] = {}
    for name in names:
        parts.setdefault(told_before(text, name.span), []).append(name)
    told = [called for called in parts if called]
    if " " not in key and (len(told) > 1 or full_names > 1):
        return parts
    return {told[0] if len(told) == 1 else None: list(names)}


def key_of(name: str) -> str:
    """The key of a name: its country, or its folded words, those joined by a hyphen in alphabetical order."""
    country = country_of(name)
    if country:
        return fold_name(country)
    plain = IN_BRACKETS.sub("", name)
    words = [
        " ".join(sorted(w.split("-"))) if w[:1].isupper() and "-" in w and not is_small(w) else w for w in plain.split()
    ]
    folded = fold_name(" ".join(words)).split()
    while len(folded) > 1 and folded[-1] in legal_forms():
        folded.pop()
    return " ".join(folded)


def is_small(word: str) -> bool:
    """Whether the parts of a hyphenated word are not all capitalized: "Co-operation"."""
    return not all(part[:1].isupper() for part in word.split("-"))
