"""Names as keys: compared after folding, never by likeness. Acronyms with the long form on which the collection
agrees, companies with their short form, ministries with their country; and words that say nothing of a subject;
and the small collections on which the rules of linking are tried.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import get_args

from generator.language.people.short_forms import is_hungarian, is_japanese, split_name
from generator.language.world.places import (
    Ministry,
    find_country,
    is_company_of,
    legal_words,
    owner_before,
    read_ministry,
)
from generator.model import (
    Analysis,
    Authors,
    Credit,
    Document,
    EntityType,
    Field,
    LocalEntity,
    Mention,
    Metadata,
    Role,
    Span,
)
from generator.text.names import IN_BRACKETS, fold_name, is_acronym, is_acronym_of
from generator.text.wordlists import load_pairs, load_set


@cache
def list_plain(language: str) -> frozenset[str]:
    """The words of a language (a BCP 47 code) that say nothing of a subject, in lower case."""
    own = load_pairs("function_words.txt").get(language.split("-")[0], "")
    return load_set("plain_words.txt") | frozenset(own.split())


def list_generic() -> frozenset[str]:
    """Folded words of which a name consists that each country has: "Supreme Court"."""
    return load_set("generic_names.txt")


def list_ambiguous() -> frozenset[str]:
    """Folded names that well-known places of different countries share."""
    return load_set("ambiguous_places.txt")


def list_legal_forms() -> frozenset[str]:
    """Folded words at the end of a company's name that are not compared: "inc"."""
    return legal_words("legal forms")


def list_many() -> frozenset[str]:
    """Folded names of bodies of which one country has many: "embassy"."""
    return load_set("many_bodies.txt")


def list_short() -> frozenset[str]:
    """Folded words that name something else in each place when they stand alone: "post"."""
    return load_set("short_names.txt")


MARKS = str.maketrans({"'": "", "’": "", "‘": "", "&": " and "})
"""Marks that are set or left out freely: Xi'an, Sons & Co."""

LEADING = re.compile(r"(?:[A-Z]\. ?){2,4}(?=[A-Z])")
"""Several initials for a first name: "M. K. Stalin"."""
EL = re.compile(r"\b[Ee]l-(?=[A-Z])")
"""The other spelling of the article "al-"."""

MOST_WORDS = 4
"""Of the name of a country at the start of another name."""


@lru_cache(maxsize=1 << 18)
def fold(name: str) -> str:
    """The name as it is compared: `fold_name` of it, without an acronym in brackets. Never empty for a name."""
    return fold_name(IN_BRACKETS.sub("", name).translate(MARKS)) or name


@lru_cache(maxsize=1 << 18)
def fold_organization(name: str) -> str:
    """The name folded, with the country it begins with in full and without a legal form at its end.

    "U.S. Congress" is "united states congress", "Apple Inc." is "apple".
    """
    words = name.split()
    for size in range(min(len(words) - 1, MOST_WORDS), 0, -1):
        if country := find_country(" ".join(words[:size])):
            name = " ".join((country.name, *words[size:]))
            break
    folded = fold(name).split()
    while len(folded) > 1 and folded[-1] in list_legal_forms():
        folded.pop()
    return " ".join(folded)


@lru_cache(maxsize=1 << 18)
def is_generic(name: str) -> bool:
    """Whether several bear the name: "Supreme Court" in each country, "United States Embassy" in each capital."""
    generic = list_generic()
    if fold(name) in list_short():
        return True
    if begins_with_country(name) and any(fold_organization(name).endswith(f" {body}") for body in list_many()):
        return True
    return all(word in generic for word in fold(name).split())


def begins_with_country(name: str) -> bool:
    """Whether the name is that of a country and one to three words."""
    words = name.split()
    return any(find_country(" ".join(words[:-size])) for size in range(1, min(MOST_WORDS, len(words))))


@lru_cache(maxsize=1 << 18)
def split_initials(name: str) -> tuple[str, str]:
    """A person's folded name in western order without middle initials, and these: `("wendy sherman", "r")`."""
    parts = split_name(name)
    if is_hungarian(parts) or is_japanese(parts):
        first, last = name.split()[:2]
        name = f"{last} {first}"
    if leading := LEADING.match(name):
        name = f"{leading[0].replace(' ', '')} {name[leading.end() :]}"
    words = fold(EL.sub("al-", name)).split()
    initials = [word for word in words[1:-1] if len(word) == 1]
    kept = [word for at, word in enumerate(words) if at in (0, len(words) - 1) or len(word) > 1]
    return " ".join(kept), " ".join(initials)


BRACKET = re.compile(r"[ \t\n]{0,3}\(")
"""What stands between a long form and its acronym: "Health Agency (HA)"."""


@dataclass(frozen=True, slots=True)
class Definition:
    """What the collection holds an acronym for."""

    name: str | None
    """The folded long form; None where documents differ or the long form is one that every country has."""
    brief: str
    """The brief that gives it, the first by id."""


def find_definitions(analyses: Iterable[Analysis]) -> dict[tuple[str, str], Definition]:
    """The definition of each acronym, by type of entity and folded acronym. Persons have none."""
    found: dict[tuple[str, str], Definition] = {}
    for analysis in sorted(analyses, key=lambda analysis: analysis.document.id):
        bracketed = find_bracketed(analysis)
        for entity in analysis.entities:
            name = None if is_generic(entity.name) else fold_organization(entity.name)
            for acronym in list_acronyms(entity, entity.id in bracketed):
                known = found.setdefault((entity.type, acronym), Definition(name, analysis.document.id))
                if known.name != name:
                    found[entity.type, acronym] = Definition(None, known.brief)
    return found


def list_acronyms(entity: LocalEntity, bracketed: bool) -> list[str]:
    """The folded acronyms that the entity's long form stands beside; none where its name is itself one."""
    if entity.type == "Person" or " " not in entity.name or is_acronym(entity.name):
        return []
    inserted = [match["acronym"] for match in IN_BRACKETS.finditer(entity.name)]
    defined = [form for form in entity.aliases if is_acronym(form) and (bracketed or is_acronym_of(form, entity.name))]
    return sorted({fold(form) for form in inserted + defined if is_acronym(form)})


def find_bracketed(analysis: Analysis) -> frozenset[str]:
    """The local entities of which one mention follows another in brackets."""
    text, mentions = analysis.document.text, analysis.mentions
    return frozenset(
        after.entity
        for before, after in pairwise(mentions)
        if before.entity == after.entity
        and after.span.start - before.span.end <= 4
        and BRACKET.fullmatch(text[before.span.end : after.span.start])
    )


def define(entity: LocalEntity, definitions: Mapping[tuple[str, str], Definition]) -> Definition | None:
    """The definition of an entity that is named by an acronym only; None where there is none."""
    return definitions.get((entity.type, fold(entity.name))) if is_acronym(entity.name) else None


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


def find_ministries(analyses: Iterable[Analysis]) -> dict[tuple[str, str], Ministry]:
    """The ministries whose country the brief itself tells, by brief and `LocalEntity.id`."""
    found = {}
    for analysis in analyses:
        for entity in analysis.entities:
            ministry = read_ministry(entity.name) if entity.type == "Organization" else None
            countries = list_countries(analysis, entity) if ministry else set()
            if ministry and len(countries) == 1:
                found[analysis.document.id, entity.id] = ministry._replace(country=min(countries))
    return found


def list_countries(analysis: Analysis, entity: LocalEntity) -> set[str]:
    """The countries that own a ministry by its forms and by the words before its mentions."""
    named = {ministry.country for form in (entity.name, *entity.aliases) if (ministry := read_ministry(form))}
    text = analysis.document.text
    owners = {owner_before(text, mention.span.start) for mention in analysis.mentions if mention.entity == entity.id}
    return (named | owners) - {""}


_MISSING = Field(None, "missing")
_TYPES: Mapping[str, EntityType] = {kind: kind for kind in get_args(EntityType)}


def read_sample(text: str) -> tuple[tuple[Analysis, ...], Mapping[tuple[str, str], Span]]:
    """The briefs of a text, named 1, 2, ..., and where in the text the name of each of their entities stands; a brief
    credits whoever is named in capitals.
    """
    analyses: list[Analysis] = []
    places: dict[tuple[str, str], Span] = {}
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        found = list(_read_line(line))
        analyses.append(_build(str(number), line, [entity for entity, _ in found]))
        places |= {(str(number), entity.id): Span(start + at, start + at + len(entity.name)) for entity, at in found}
        start += len(line) + 1
    return tuple(analyses), places


def _read_line(line: str) -> Iterator[tuple[LocalEntity, int]]:
    """The entities of one brief, each with where its name begins."""
    at = 0
    for number, part in enumerate(line.split("; "), 1):
        kind, _, rest = part.partition(" ")
        forms, roles = [], []
        for form in rest.split(", "):
            name, _, title = form.rstrip(")").partition(" (")
            forms.append(name)
            roles += [Role(title, Span(line.index(title), line.index(title) + len(title)))] if title else []
        yield LocalEntity(f"e{number}", _TYPES[kind], forms[0], tuple(forms[1:]), tuple(roles)), at + len(kind) + 1
        at += len(part) + 2


def _build(brief: str, text: str, entities: list[LocalEntity]) -> Analysis:
    mentions = (
        Mention(Span(text.index(form), text.index(form) + len(form)), entity.type, entity.id)
        for entity in entities
        for form in (entity.name, *entity.aliases)
    )
    return Analysis(
        document=Document(f"{brief}.txt", brief, "", text, ()),
        language="en",
        metadata=Metadata(_MISSING, _MISSING, _MISSING, Authors((), "missing"), _MISSING),
        entities=tuple(entities),
        credits=tuple(
            Credit("cited", entity.name, Span(text.index(entity.name), text.index(entity.name) + len(entity.name)))
            for entity in entities
            if entity.name.isupper()
        ),
        mentions=tuple(sorted(mentions, key=lambda mention: mention.span)),
    )
