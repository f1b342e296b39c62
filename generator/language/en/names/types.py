"""One word has one type in one text: the full, titled or defined form decides for the short ones."""

import re
from collections.abc import Iterable, Mapping, Sequence

from generator.language.by_rules.lexicon import is_common, is_head, is_taken
from generator.language.name import Name
from generator.language.world.countries import find_country
from generator.model import EntityType
from generator.text.names import initials, is_acronym, is_acronym_of
from generator.text.wordlists import load_set

DEFINED = re.compile(r"(?:, (?:or )?| \(|\u00a0\()(?P<acronym>[A-Z][A-Za-z&.-]{1,9})(?=[),])")
"""An acronym behind its long form: " (EFCC)", ", EFCC,"."""
LOCAL = re.compile(r"\b(?:in|near|at|around|outside|across|to|from|of|the) $")
"""What stands before a place or body rather than before somebody's surname."""
LEAST = 3
"""Letters of an acronym that may be told by the first letters of a body's name alone."""


LEGAL_FORMS = load_set("legal_forms.txt") | {"co"}
"""Legal forms, folded: what bears one is a company, and its first word may stand for it."""


def settle_types(text: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names with the types that the full forms of the text give to acronyms, surnames and short forms."""
    forms = [name.span.of(text) for name in names]
    acronyms = find_acronyms(text, names, forms)
    people, firms = find_surnames(names, forms), find_firms(names, forms)
    return tuple(
        name._replace(type=settle(text, name, form, acronyms, people, firms))
        for name, form in zip(names, forms, strict=True)
    )


def settle(
    text: str,
    name: Name,
    form: str,
    acronyms: Mapping[str, EntityType],
    people: frozenset[str],
    firms: frozenset[str],
) -> EntityType:
    """The type of one name in the light of the others."""
    if form in acronyms:
        return acronyms[form]
    if form in people and name.type in ("Place", "Organization") and not is_taken(form):
        return name.type if LOCAL.search(text, max(0, name.span.start - 10), name.span.start) else "Person"
    return "Organization" if form in firms and name.type == "Person" else name.type


def find_acronyms(text: str, names: Sequence[Name], forms: Iterable[str]) -> dict[str, EntityType]:
    """The type of each acronym that the text defines or that has the first letters of one body; countries aside."""
    defined: dict[str, EntityType] = {}
    letters: dict[str, set[str]] = {}
    for name, form in zip(names, forms, strict=True):
        if name.type == "Person" or " " not in form:
            continue
        behind = DEFINED.match(text, name.span.end)
        if behind and (is_acronym(behind["acronym"]) or is_acronym_of(behind["acronym"], form)):
            defined.setdefault(behind["acronym"], name.type)
        if name.type == "Organization" and not is_acronym(form):
            letters.setdefault(initials(form), set()).add(form)
    told: dict[str, EntityType] = {
        short: "Organization" for short, longs in letters.items() if len(short) >= LEAST and len(longs) == 1
    }
    return {short: kind for short, kind in (told | defined).items() if find_country(short) is None}


def find_surnames(names: Sequence[Name], forms: Iterable[str]) -> frozenset[str]:
    """The last words of the people whom the text names in full."""
    people = [form.split() for name, form in zip(names, forms, strict=True) if name.type == "Person"]
    return frozenset(words[-1] for words in people if len(words) > 1)


def find_firms(names: Sequence[Name], forms: Sequence[str]) -> frozenset[str]:
    """What bodies of the text may be called for short: all but the words that head their name; no name of a person."""
    borne = {word for name, form in zip(names, forms, strict=True) if name.type == "Person" and " " in form
             for word in form.split()}  # fmt: skip
    short = set()
    for name, form in zip(names, forms, strict=True):
        words = form.split()
        while name.type == "Organization" and len(words) > 1 and ends_firm(words[-1]):
            is_legal = words.pop().rstrip(".,").casefold() in LEGAL_FORMS
            short |= {" ".join(words).rstrip(",")} | ({words[0]} if is_legal and not is_common(words[0]) else set())
    return frozenset(form for form in short if borne.isdisjoint(form.split()))


def ends_firm(word: str) -> bool:
    """Whether a word at the end of a company's name is left out where it is called for short."""
    plain = word.rstrip(".,").casefold()
    return plain in LEGAL_FORMS or plain in load_set("company_words.txt") or is_head(word)
