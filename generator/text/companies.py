"""Short forms of companies: "Nissan" of "Nissan Motor Co". Names are compared folded, never by likeness."""

from generator.text.wordlists import load_set


def is_company_of(long: str, short: str) -> bool:
    """Whether `long` is `short` and then only words that a company's short form leaves out; both folded."""
    begin, _, rest = long.partition(f"{short} ")
    return not begin and bool(rest) and set(rest.split()) <= load_set("company_words.txt") | load_set("legal_forms.txt")
