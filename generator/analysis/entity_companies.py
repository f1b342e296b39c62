"""Short forms of companies: "Nissan" of "Nissan Motor Co", where the text knows no other body that begins so."""

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.analysis.entity_forms import Form
from generator.text.companies import is_company_of
from generator.text.countries import find_capital, find_country, is_demonym

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
