"""Short forms of companies: "Nissan" of "Nissan Motor Co", where the text knows no other body that begins so."""

from collections.abc import Iterator, Sequence

from generator.analysis.entity_forms import Form
from generator.text.companies import is_company_of
from generator.text.countries import find_capital, find_country, is_demonym


def join_companies(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """Each short form with the one company whose name begins with it and goes on in words that short forms leave out.

    Where another name begins with these words too, they stay apart: "Tata" beside "Tata Motors" and "Tata Steel".
    """
    for index, short in enumerate(forms):
        if short.type != "Organization" or is_of_many(short.text):
            continue
        longer = [n for n, form in enumerate(forms) if form.key.startswith(f"{short.key} ")]
        if len(longer) == 1 and forms[longer[0]].type == short.type and is_company_of(forms[longer[0]].key, short.key):
            yield index, longer[0]


def is_of_many(name: str) -> bool:
    """Whether names of many bodies begin so: a country, a capital, a people."""
    return bool(find_country(name) or find_capital(name)) or is_demonym(name)
