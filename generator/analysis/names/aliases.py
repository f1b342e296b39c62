"""Ministries: one of several forms is one ("Health Ministry", "Ministry of Health"), those of two countries are two.

Who the text says is also called otherwise: "Wang Xiuying, also known as Wang Lili", "Jane Dorran, née Poe".

Short forms of companies: "Nissan" of "Nissan Motor Co", where the text knows no other body that begins so.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from generator.analysis.names.forms import Form, find_owner
from generator.language.packs import Name
from generator.language.world.bodies import is_company_of, read_ministry
from generator.language.world.countries import find_capital, find_country, is_demonym

LONGEST = 60
"""Characters between two names of one person, at most."""
HOW = "also|better|best|popularly|commonly|widely|formerly|previously|otherwise|professionally|once|now|then|usually"
KNOWN = rf"(?:(?:more )?(?:{HOW}) )?known (?:simply |now |online |to (?:his|her|their) (?:fans|followers|friends) )?as"
NAMED = "(?:whose )?(?:real|birth|full|legal|given|stage|pen|original|maiden) name(?: is| was|:)?"
UNDER = "(?:under|by) the (?:stage name|pen name|pseudonym|alias|name|nom de guerre)(?: of)?"
DOING = "(?:(?:who )?(?:performs|performed|performing|writes|wrote|writing|sings|sang|singing|publishes|blogs) )?"
GOING = "(?:who goes|who went|going) by(?: the (?:name|stage name))?(?: of)?"
CALLED = "(?:also|commonly|usually|formerly|popularly) called"
ALIAS = re.compile(
    "[ ,(\u2013\u2014-]{0,3}(?:(?:and )?(?:who|he|she|they) (?:is|was|are|were) |(?:is|was) |who's )?"
    rf"(?:{KNOWN}|{CALLED}|a\.?k\.?a\.?,?|alias|n\u00e9e?|formerly|{NAMED}|{GOING}|{DOING}{UNDER}|nom de guerre)"
    "(?: Mr\\.?| Ms\\.?)?(?: the)? ?[\u201c\"'\u2018]?"
)
"""What stands between a name and another of the same person."""
BORN = re.compile(r"(?:,? \(|, | (?:was|is) )born (?:as )?[\u201c\"]?")
"""The same of the name that somebody was given."""
NOT_NAME = re.compile(r"['\u2019]s?\b|-| (?:and|or) [A-Z]")
"""What follows the name of another person: "formerly Jane's friend"."""
BIRTH = ("n\u00e9", "born", "maiden")


def find_aliases(text: str, names: Sequence[Name], forms: Sequence[Form]) -> dict[int, int]:
    """Each form that the text calls another name of a person, with the form it is another name of."""
    places = {name.span: index for index, form in enumerate(forms) for name in form.names}
    people = [name for name in names if name.type == "Person" and name.span in places]
    found: dict[int, int] = {}
    for left, right in pairwise(people):
        between = text[left.span.end : right.span.start]
        first, other = places[left.span], places[right.span]
        is_new = first != other and other not in found
        if is_new and len(between) <= LONGEST and is_alias(text, between, right):
            is_birth = any(word in between for word in BIRTH)
            if not (is_birth and is_shared(forms, other, first)):
                found[other] = found.get(first, first)
    return found


def is_alias(text: str, between: str, right: Name) -> bool:
    """Whether these words lead from one name of a person to another of the same."""
    if not (ALIAS.fullmatch(between) or BORN.fullmatch(between)):
        return False
    return NOT_NAME.match(text, right.span.end) is None


def is_shared(forms: Sequence[Form], surname: int, owner: int) -> bool:
    """Whether a single surname is also that of others in the text: "née Poe" beside "Tom Poe"."""
    word = forms[surname].key
    return " " not in word and any(
        form.key.rpartition(" ")[2] == word for at, form in enumerate(forms) if at not in (surname, owner)
    )


SPACE = re.compile(" ")


def join_companies(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """Each short form with the one company whose name begins with it and goes on in words that short forms leave out.

    Where another name begins with these words too, they stay apart: "Tata" beside "Tata Motors" and "Tata Steel".
    """
    short = [n for n, form in enumerate(forms) if form.type == "Organization" and not is_of_many(form.text)]
    longer = find_longer(forms, frozenset(forms[n].key for n in short))
    for index in short:
        found = [forms[n] for n in longer.get(forms[index].key, ())]
        if len(found) == 1 and found[0].type == "Organization" and is_company_of(found[0].key, forms[index].key):
            yield index, longer[forms[index].key][0]


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


def join_ministries(text: str, forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """The forms of each ministry: those of one country, and where the text tells of one country at most, all."""
    fields: dict[tuple[str, str], dict[str, list[int]]] = {}
    for index, form in enumerate(forms):
        ministry = read_ministry(form.text) if form.type == "Organization" else None
        if ministry:
            country = find_owner(text, form.names)
            fields.setdefault((ministry.kind, ministry.field), {}).setdefault(country, []).append(index)
    for owners in fields.values():
        told = [country for country in owners if country]
        groups = list(owners.values()) if len(told) > 1 else [sorted(n for found in owners.values() for n in found)]
        for same in groups:
            yield from ((index, same[0]) for index in same[1:])
