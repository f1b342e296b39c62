"""Which names of one document are one entity. Names that only might be the same stay apart."""

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.analysis.names.aliases import find_aliases, join_companies, join_ministries
from generator.analysis.names.forms import Form, collect_forms
from generator.analysis.names.people import join_people, join_spellings
from generator.language.packs import Name
from generator.language.people.short_forms import is_cut
from generator.language.world.countries import country_of, is_demonym
from generator.model import EntityType
from generator.text.groups import Groups
from generator.text.names import IN_BRACKETS, fold_name, initials, is_acronym
from generator.text.wordlists import load_set


class Group(NamedTuple):
    """The mentions of one entity, in order."""

    type: EntityType
    names: tuple[Name, ...]


def group_names(text: str, names: Sequence[Name]) -> tuple[Group, ...]:
    """The names by entity, each group in order, the groups by first mention."""
    forms = collect_forms(text, names)
    same = dict(join_spellings(forms)) | find_aliases(text, names, forms)
    owners = Groups(range(len(forms)))
    for left, right in (
        *same.items(),
        *join_people(text, forms, same),
        *join_acronyms(text, names, forms),
        *join_organizations(forms),
        *join_teams(forms),
        *join_companies(forms),
        *join_ministries(text, forms),
        *join_events(forms),
    ):
        owners.join(left, right)
    made = [
        Group(forms[joined[0]].type, tuple(sorted(name for index in joined for name in forms[index].names)))
        for joined in owners
    ]
    return tuple(sorted(made, key=lambda group: group.names[0].span))


def join_acronyms(text: str, names: Sequence[Name], forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """Acronyms with the long form that the text defines them for, or else the only one with these first letters."""
    places = {name.span: index for index, form in enumerate(forms) for name in form.names}
    keys = {form.key: index for index, form in enumerate(forms)}
    defined: set[int] = set()
    for left, right in (*bracketed(text, names), *((n, n) for n in names)):
        first, second = places[left.span], places[right.span]
        if left is right:
            inner = IN_BRACKETS.search(left.span.of(text))
            second = keys.get(fold_name(inner["acronym"]), first) if inner else first
        if first != second and forms[first].type == forms[second].type:
            defined |= {index for index in (first, second) if is_acronym(forms[index].text)}
            yield first, second
    by_letters: dict[str, list[int]] = defaultdict(list)
    of_country: dict[str, list[int]] = defaultdict(list)
    for index, form in enumerate(forms):
        if form.type == "Organization" and " " in form.key and not is_acronym(form.text):
            by_letters[initials(form.text)].append(index)
            of_country[initials(without_country(form.text))].append(index)
    for index, form in enumerate(forms):
        letters = form.text.replace(".", "") if is_acronym(form.text) and index not in defined else ""
        long = by_letters[letters] or (of_country[letters] if len(letters) > 2 else [])
        if len(long) == 1 and form.type == "Organization":
            yield index, long[0]


def without_country(name: str) -> str:
    """A name without the country that it begins with: the "Commission on Debates" of the "United States Commission on
    Debates"."""
    words = name.split()
    size = next((size for size in (2, 1) if len(words) > size + 1 and country_of(" ".join(words[:size]))), 0)
    return " ".join(words[size:])


def bracketed(text: str, names: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    """Pairs of names of which the second stands in brackets right after the first, one a short form of the other."""
    for left, right in itertools.pairwise(names):
        if text[left.span.end : right.span.start] != " (" or text[right.span.end : right.span.end + 1] != ")":
            continue
        one, other = left.span.of(text), right.span.of(text)
        short, long = (other, one) if is_acronym(other) else (one, other)
        if (is_acronym(short) and not is_acronym(long)) or is_blend(other, one):
            yield left, right


def is_blend(short: str, long: str) -> bool:
    """Whether one word is made of the beginnings of a name's words, in order: "Phivolcs", "Interpol"."""
    letters, words = fold_name(short), fold_name(long)
    may_be = " " in words and " " not in letters and len(letters) > 3
    rest = iter(words)
    return may_be and letters[:2] == words[:2] and all(letter in rest for letter in letters)


def join_organizations(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """ "State Department" with "US State Department", where only one country's organization of that name occurs."""
    tails: dict[str, list[int]] = defaultdict(list)
    for index, form in enumerate(forms):
        words = form.text.split() if form.type == "Organization" else []
        if len(words) > 2 and (is_demonym(words[0]) or country_of(words[0])):
            tails[fold_name(" ".join(words[1:]))].append(index)
    for index, form in enumerate(forms):
        if form.type == "Organization" and " " in form.key and len(tails[form.key]) == 1:
            yield index, tails[form.key][0]


def join_teams(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """ "Lakers" with "Los Angeles Lakers": a name in the plural with the only one that has a town before it."""
    teams: dict[str, list[int]] = defaultdict(list)
    for index, form in enumerate(forms):
        town, _, last = form.text.rpartition(" ")
        if form.type == "Organization" and last.endswith("s") and is_listed(town, "places"):
            teams[fold_name(last)].append(index)
    for index, form in enumerate(forms):
        found = teams.get(form.key, ()) if form.type == "Organization" else ()
        if len(found) == 1 and not is_listed(form.text, "organizations"):
            yield index, found[0]


def is_listed(name: str, kind: str) -> bool:
    """Whether a name is in the lists of places or organizations."""
    return name in load_set(f"known_{kind}.txt") or name in load_set(f"more_{kind}.txt")


def join_events(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """The last word of an event's name with the whole: "Iona" with "Hurricane Iona"."""
    single = {form.key: index for index, form in enumerate(forms) if form.type == "Event" and " " not in form.key}
    for index, form in enumerate(forms):
        last = form.key.rpartition(" ")[2]
        if form.type == "Event" and " " in form.key and last in single:
            yield single[last], index


def choose_name(forms: Sequence[str], kind: EntityType) -> str:
    """The form that stands for the entity, out of all forms in order of mention.

    Of a person the commonest of two words or more, else the commonest, but never one that leaves out the first name or
    a part of a compound surname that a fuller one has. Of anything else the longest by words, among those the
    commonest. The first of equals.
    """
    counts = Counter(forms)
    order = {form: place for place, form in reversed(list(enumerate(forms)))}
    if kind == "Person":
        best = min(counts, key=lambda form: (" " not in form, -counts[form], order[form]))
        fuller = [form for form in counts if is_cut(best, form)]
        return min(fuller, key=lambda form: (-len(form.split()), order[form]), default=best)
    return min(counts, key=lambda form: (-len(form.split()), -counts[form], order[form]))
