"""The names of a document by spelling, and which short forms belong to which full name: surnames and nicknames of
people; of bodies acronyms, ministries in any of their forms, companies without their legal form, bodies without their
country and teams without their town. What is not certain stays apart.

Mentions whose spelling has one key are one form, unless two countries own what they name (ministries), a place bears a
surname, or forms of address tell two people apart.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.language.packs import Name
from generator.language.people.short_forms import canonical, flatten, is_short_for, split_name
from generator.language.wording import (
    TITLE_REACH,
    Pronoun,
    classify_person,
    find_kin,
    is_alias,
    pronouns_of_names,
    tells_birth,
    told_before,
)
from generator.language.world.bodies import campus_of
from generator.language.world.places import (
    country_of,
    find_capital,
    find_country,
    is_company_of,
    is_demonym,
    legal_forms,
    owner_before,
    read_ministry,
)
from generator.model import EntityType, Span
from generator.text.names import IN_BRACKETS, fold_name, initials, is_acronym
from generator.text.wordlists import load_set


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
    """The key of a name: its country or campus, or its folded words, those joined by a hyphen in alphabetical order."""
    if country := country_of(name):
        return fold_name(country)
    if campus := campus_of(name):
        return campus
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


MOST_NAMESAKES = 40
"""Full names with one word from which a short form counts as unclear without a look at each."""


def join_people(found: Forms) -> Iterator[tuple[int, int]]:
    """Short forms of people's names with the one full name in the document that each fits.

    "Mr." and "Mrs." leave those out whose given name tells otherwise. Who is told to be somebody's relation ("her
    mother, Gloria Morgan Vanderbilt") is not the one with a shorter full name. `found.same` gives for another spelling
    or another name of somebody the first form: both together are one who fits.
    """
    text, forms, same = found.text, found.forms, found.same
    words = index_words(forms)
    for index, form in enumerate(forms):
        if form.type != "Person" or not form.key:
            continue
        fitting = [other for other in find_full(forms, words, index) if fits(text, form, forms[other])]
        longest = [o for o in fitting if not any(is_part(text, forms[o], forms[other]) for other in fitting)]
        owners = {same.get(other, other) for other in longest}
        if len(owners) == 1:
            yield index, longest[0]


def find_full(forms: Sequence[Form], words: Mapping[str, Sequence[int]], index: int) -> Iterator[int]:
    """The forms that a form can be short for; none where too many have its last word."""
    short = forms[index]
    parts = flatten(split_name(short.text))
    sharing = words.get(parts[-1], ()) if parts else ()
    if len(sharing) > MOST_NAMESAKES:
        return
    if short.text.isupper() and " " not in short.text:
        sharing = [*sharing, *words.get(short.text, ())]
    yield from (other for other in sharing if other != index and is_short_for(short.text, forms[other].text))


def is_part(text: str, short: Form, full: Form) -> bool:
    """Whether a full name is the short form of a fuller one: "Tom Arden" of "Tom B. Arden"."""
    return is_short_for(short.text, full.text) and fits(text, short, full)


def fits(text: str, short: Form, full: Form) -> bool:
    """Whether nothing in the text speaks against it that a short form names the person."""
    if " " in short.key and (is_relation(text, full) or is_kin(text, full, short)):
        return False
    return short.called is None or pronoun_of(full) in (short.called, None)


def index_words(forms: Sequence[Form]) -> Mapping[str, list[int]]:
    """The full names by each of their words, and by their first letters: "AMLO"."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, form in enumerate(forms):
        words = flatten(split_name(form.text))
        if form.type == "Person" and len(words) > 1:
            for word in dict.fromkeys(words):
                found[word].append(index)
            if len(words) > 2:
                found["".join(word[0] for word in words).upper()].append(index)
    return found


def join_spellings(found: Forms) -> Iterator[tuple[int, int]]:
    """The same full name in another order or spelling: "Orbán Viktor", "el-Sisi" and "al-Sisi"."""
    first: dict[tuple[str, ...], int] = {}
    for index, form in enumerate(found.forms):
        words = canonical(form.text) if form.type == "Person" and " " in form.key else ()
        if words and (other := first.setdefault(words, index)) != index:
            yield index, other


def pronoun_of(form: Form) -> Pronoun | None:
    """What the form of address or the given name of a full name tells that the person is called."""
    first, _, rest = form.text.partition(" ")
    return form.called or (pronouns_of_names().get(first) if rest else None)


def is_relation(text: str, form: Form) -> bool:
    """Whether a mention follows what the person is to another: "her mother, X", "his son X"."""
    return any(follows_relation(text, name) for name in form.names)


def is_kin(text: str, one: Form, other: Form) -> bool:
    """Whether the text tells one name to be another's relation: "Tom Arden Poe, son of Tom Arden"."""
    starts = {name.span.start for name in other.names}
    return any(find_kin(text, name) in starts for name in one.names)


def follows_relation(text: str, name: Name) -> bool:
    """Whether a word for a relation stands right before the name."""
    words = text[max(0, name.span.start - TITLE_REACH) : name.span.start].split()[-1:]
    return bool(words) and classify_person(words[0].rstrip(",")) == "relation"


def join_aliases(found: Forms) -> Iterator[tuple[int, int]]:
    """Each form that the text calls another name of a person, with the form it is another name of."""
    text, forms, places = found.text, found.forms, found.places
    people = [name for name in found.names if name.type == "Person" and name.span in places]
    joined: dict[int, int] = {}
    for left, right in pairwise(people):
        first, other = places[left.span], places[right.span]
        if first == other or other in joined or not is_alias(text, left, right):
            continue
        if not (tells_birth(text, left, right) and is_shared(forms, other, first)):
            joined[other] = joined.get(first, first)
            yield other, joined[other]


def is_shared(forms: Sequence[Form], surname: int, owner: int) -> bool:
    """Whether a single surname is also that of others in the text: "née Poe" beside "Tom Poe"."""
    word = forms[surname].key
    return " " not in word and any(
        form.key.rpartition(" ")[2] == word for at, form in enumerate(forms) if at not in (surname, owner)
    )


def join_acronyms(found: Forms) -> Iterator[tuple[int, int]]:
    """Acronyms with the long form that the text defines them for, or else the only one with these first letters."""
    text, names, forms, places = found.text, found.names, found.forms, found.places
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
    for left, right in pairwise(names):
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


def join_organizations(found: Forms) -> Iterator[tuple[int, int]]:
    """ "State Department" with "US State Department", where only one country's organization of that name occurs."""
    forms = found.forms
    tails: dict[str, list[int]] = defaultdict(list)
    for index, form in enumerate(forms):
        words = form.text.split() if form.type == "Organization" else []
        if len(words) > 2 and (is_demonym(words[0]) or country_of(words[0])):
            tails[fold_name(" ".join(words[1:]))].append(index)
    for index, form in enumerate(forms):
        if form.type == "Organization" and " " in form.key and len(tails[form.key]) == 1:
            yield index, tails[form.key][0]


def join_teams(found: Forms) -> Iterator[tuple[int, int]]:
    """ "Lakers" with "Los Angeles Lakers": a name in the plural with the only one that has a town before it."""
    forms = found.forms
    teams: dict[str, list[int]] = defaultdict(list)
    for index, form in enumerate(forms):
        town, _, last = form.text.rpartition(" ")
        if form.type == "Organization" and last.endswith("s") and is_listed(town, "places"):
            teams[fold_name(last)].append(index)
    for index, form in enumerate(forms):
        same = teams.get(form.key, ()) if form.type == "Organization" else ()
        if len(same) == 1 and not is_listed(form.text, "organizations"):
            yield index, same[0]


def is_listed(name: str, kind: str) -> bool:
    """Whether a name is in the lists of places or organizations."""
    return name in load_set(f"known_{kind}.txt") or name in load_set(f"more_{kind}.txt")


SPACE = re.compile(" ")
"""What parts the words of a key."""


def join_companies(found: Forms) -> Iterator[tuple[int, int]]:
    """Each short form with the one company whose name begins with it and goes on in words that short forms leave out.

    Where another name begins with these words too, they stay apart: "Tata" beside "Tata Motors" and "Tata Steel".
    """
    forms = found.forms
    short = [n for n, form in enumerate(forms) if form.type == "Organization" and not is_of_many(form.text)]
    longer = find_longer(forms, frozenset(forms[n].key for n in short))
    for index in short:
        long = longer.get(forms[index].key, ())
        is_told = len(long) == 1 and forms[long[0]].type == "Organization"
        if is_told and is_company_of(forms[long[0]].key, forms[index].key):
            yield index, long[0]


def find_longer(forms: Sequence[Form], keys: frozenset[str]) -> Mapping[str, Sequence[int]]:
    """For each of the keys the forms that begin with its words and go on. Linear in the number of words."""
    longer: dict[str, list[int]] = {}
    for index, form in enumerate(forms):
        for size in (match.start() for match in SPACE.finditer(form.key)):
            if form.key[:size] in keys:
                longer.setdefault(form.key[:size], []).append(index)
    return longer


def is_of_many(name: str) -> bool:
    """Whether names of many bodies begin so: a country, a capital, a people."""
    return bool(find_country(name) or find_capital(name)) or is_demonym(name)


def join_ministries(found: Forms) -> Iterator[tuple[int, int]]:
    """The forms of each ministry: those of one country, and where the text tells of one country at most, all."""
    fields: dict[tuple[str, str], dict[str, list[int]]] = {}
    for index, form in enumerate(found.forms):
        ministry = read_ministry(form.text) if form.type == "Organization" else None
        if ministry:
            country = find_owner(found.text, form.names)
            fields.setdefault((ministry.kind, ministry.field), {}).setdefault(country, []).append(index)
    for owners in fields.values():
        told = [country for country in owners if country]
        groups = list(owners.values()) if len(told) > 1 else [sorted(n for same in owners.values() for n in same)]
        for same in groups:
            yield from ((index, same[0]) for index in same[1:])
